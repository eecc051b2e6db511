-- +goose Up

-- What was decided of the older public versions when this one was published
-- (models.OlderPublic).
ALTER TABLE editions ADD COLUMN older TEXT NOT NULL DEFAULT '' CHECK (older IN ('', 'stay', 'withdraw'));
