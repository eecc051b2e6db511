-- +goose Up

-- A round that has closed is told to facilitators only until they reveal it: at
-- once, or from the last place up (shown_from: the highest place that is shown, 0
-- for none). What an earlier program closes is revealed, as it was there
-- (docs/adr/0039).
ALTER TABLE rounds ADD COLUMN revealed BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE rounds ADD COLUMN shown_from BIGINT NOT NULL DEFAULT 1 CHECK (shown_from >= 0);
UPDATE rounds SET revealed = FALSE, shown_from = 0 WHERE state <> 'closed';

-- Who votes: a list of parts, null for everybody whose step it is.
ALTER TABLE rounds ADD COLUMN parts TEXT COLLATE "C";

-- Several rounds of a step may be open side by side (docs/adr/0033).
DROP INDEX rounds_one_open;
