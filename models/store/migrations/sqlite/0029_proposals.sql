-- +goose Up

-- A round may take ideas while people vote in it; an idea says that it came so
-- (docs/adr/0045).
ALTER TABLE rounds ADD COLUMN proposals INTEGER NOT NULL DEFAULT 0 CHECK (proposals IN (0, 1));
ALTER TABLE entries ADD COLUMN proposed INTEGER NOT NULL DEFAULT 0 CHECK (proposed IN (0, 1));

-- +goose Down
ALTER TABLE entries DROP COLUMN proposed;
ALTER TABLE rounds DROP COLUMN proposals;
