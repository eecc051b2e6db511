-- +goose Up

-- Lots that were drawn among those that share a place: a list of models.Draw, null
-- for none (docs/adr/0039).
ALTER TABLE rounds ADD COLUMN draws TEXT;

-- +goose Down
ALTER TABLE rounds DROP COLUMN draws;
