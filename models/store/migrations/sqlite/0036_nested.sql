-- +goose Up

-- Whether ideas that stand under others are voted on, too. They were, in all rounds
-- there are (docs/adr/0045).
ALTER TABLE rounds ADD COLUMN nested INTEGER NOT NULL DEFAULT 1 CHECK (nested IN (0, 1));

-- +goose Down
ALTER TABLE rounds DROP COLUMN nested;
