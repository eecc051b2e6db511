-- +goose Up

-- Whatever rule a file had brought, on phones people placed plain dots: a round
-- cast here says no other rule any more.
UPDATE rounds SET weights = NULL, minus = NULL WHERE state <> 'prepared' AND entry <> 'typed' AND NOT imported;

-- For totals from paper the console sent a number of dots that nobody had set or
-- seen. By which rule people voted is not known, unless it is said again.
UPDATE rounds SET dots = 0, per_idea = 0 WHERE entry = 'typed' AND NOT imported;

-- +goose Down
