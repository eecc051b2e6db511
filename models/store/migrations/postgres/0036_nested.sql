-- +goose Up

-- Whether ideas that stand under others are voted on, too. They were, in all rounds
-- there are (docs/adr/0045).
ALTER TABLE rounds ADD COLUMN nested BOOLEAN NOT NULL DEFAULT TRUE;
