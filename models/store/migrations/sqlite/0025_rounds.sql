-- +goose Up

-- A round that has closed is told to facilitators only until they reveal it: at
-- once, or from the last place up (shown_from: the highest place that is shown, 0
-- for none). What an earlier program closes is revealed, as it was there
-- (docs/adr/0039).
ALTER TABLE rounds ADD COLUMN revealed INTEGER NOT NULL DEFAULT 1 CHECK (revealed IN (0, 1));
ALTER TABLE rounds ADD COLUMN shown_from INTEGER NOT NULL DEFAULT 1 CHECK (shown_from >= 0);
UPDATE rounds SET revealed = 0, shown_from = 0 WHERE state <> 'closed';

-- Who votes: a list of parts, null for everybody whose step it is.
ALTER TABLE rounds ADD COLUMN parts TEXT;

-- Several rounds of a step may be open side by side (docs/adr/0033).
DROP INDEX rounds_one_open;

-- +goose Down
CREATE UNIQUE INDEX rounds_one_open ON rounds (workshop_id, step_id) WHERE state = 'open';
ALTER TABLE rounds DROP COLUMN parts;
ALTER TABLE rounds DROP COLUMN shown_from;
ALTER TABLE rounds DROP COLUMN revealed;
