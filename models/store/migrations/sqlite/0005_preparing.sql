-- +goose Up

-- Minutes; 0: not planned.
ALTER TABLE steps ADD COLUMN planned_minutes INTEGER NOT NULL DEFAULT 0 CHECK (planned_minutes >= 0);

-- A rehearsal says of which workshop it is one; the facilitator's own
-- checklist is a list of points.
ALTER TABLE workshops ADD COLUMN rehearsal_of TEXT NOT NULL DEFAULT '';
ALTER TABLE workshops ADD COLUMN checklist TEXT;

-- Agendas people saved for themselves. The agenda is a list of full steps
-- (models.FullStep) without content.
CREATE TABLE templates (
    id         TEXT    NOT NULL PRIMARY KEY,
    account_id TEXT    NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    name       TEXT    NOT NULL,
    language   TEXT    NOT NULL,
    agenda     TEXT    NOT NULL,
    points     TEXT,
    created    INTEGER NOT NULL
) STRICT;

CREATE INDEX templates_by_account ON templates (account_id, created);

-- +goose Down
DROP TABLE templates;
ALTER TABLE workshops DROP COLUMN checklist;
ALTER TABLE workshops DROP COLUMN rehearsal_of;
ALTER TABLE steps DROP COLUMN planned_minutes;
