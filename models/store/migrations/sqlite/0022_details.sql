-- +goose Up

-- What a rule says of an entry besides its points, as one JSON value; null where
-- it says nothing more.
ALTER TABLE totals ADD COLUMN details TEXT;
-- How many ballots of a closed round were kept and not counted.
ALTER TABLE rounds ADD COLUMN partial INTEGER NOT NULL DEFAULT 0 CHECK (partial >= 0);
