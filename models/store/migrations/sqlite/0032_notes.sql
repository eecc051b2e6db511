-- +goose Up

-- What who facilitates has noted for herself at a step; no other audience is told.
ALTER TABLE steps ADD COLUMN notes TEXT NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE steps DROP COLUMN notes;
