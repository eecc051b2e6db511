-- +goose Up

-- A round may take ideas while people vote in it; an idea says that it came so
-- (docs/adr/0045).
ALTER TABLE rounds ADD COLUMN proposals BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE entries ADD COLUMN proposed BOOLEAN NOT NULL DEFAULT FALSE;
