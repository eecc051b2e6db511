-- +goose Up

-- What who facilitates has noted for herself at a step; no other audience is told.
ALTER TABLE steps ADD COLUMN notes TEXT COLLATE "C" NOT NULL DEFAULT '';
