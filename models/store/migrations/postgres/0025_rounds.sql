-- +goose Up

-- A round that has closed is told to facilitators only until they reveal it: at
-- once, or from the last place up (shown_from: the highest place that is shown, 0
-- for none). What an earlier program closes is revealed, as it was there
-- (docs/adr/0039).
ALTER TABLE rounds ADD COLUMN revealed BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE rounds ADD COLUMN shown_from BIGINT NOT NULL DEFAULT 1 CHECK (shown_from >= 0);
UPDATE rounds SET revealed = FALSE, shown_from = 0 WHERE state <> 'closed';

-- Who votes: a list of parts, null for everybody whose step it is. division_id:
-- by whose parts the result is told, too; by_part: what is told of them.
ALTER TABLE rounds ADD COLUMN parts TEXT COLLATE "C";
ALTER TABLE rounds ADD COLUMN division_id TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE rounds ADD COLUMN by_part TEXT COLLATE "C";

-- Several rounds of a step may be open side by side (docs/adr/0033).
DROP INDEX rounds_one_open;

-- Whether what stands under others is voted on, and whether people may add to an
-- open round; lots that were drawn.
ALTER TABLE rounds ADD COLUMN nested BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE rounds ADD COLUMN proposals BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE rounds ADD COLUMN draws TEXT COLLATE "C";

-- Rounds whose results are one standing, with their weights; null: none.
ALTER TABLE steps ADD COLUMN combined TEXT COLLATE "C";
