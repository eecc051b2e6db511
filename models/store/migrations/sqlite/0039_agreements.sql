-- +goose Up

-- When the workshop was ended, in Unix milliseconds; 0: it has not ended, or before this was kept.
ALTER TABLE workshops ADD COLUMN ended INTEGER NOT NULL DEFAULT 0;

-- +goose Down
ALTER TABLE workshops DROP COLUMN ended;
