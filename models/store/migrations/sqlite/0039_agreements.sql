-- +goose Up

-- When the workshop was ended, in Unix milliseconds; 0: it has not ended, or before this was kept.
ALTER TABLE workshops ADD COLUMN ended INTEGER NOT NULL DEFAULT 0;

-- A step may let people agree with ideas of others; while it is open an agreement is
-- its seat's, then only a number is left with the idea (docs/adr/0054).
ALTER TABLE steps ADD COLUMN agreeing INTEGER NOT NULL DEFAULT 0 CHECK (agreeing IN (0, 1));
ALTER TABLE entries ADD COLUMN agreed INTEGER CHECK (agreed >= 0);

CREATE TABLE agreements (
    workshop_id TEXT    NOT NULL,
    seat_id     TEXT    NOT NULL,
    entry_id    TEXT    NOT NULL,
    agrees      INTEGER NOT NULL CHECK (agrees IN (0, 1)),
    seq         INTEGER NOT NULL,
    PRIMARY KEY (workshop_id, seat_id, entry_id),
    FOREIGN KEY (workshop_id, seat_id) REFERENCES seats (workshop_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workshop_id, entry_id) REFERENCES entries (workshop_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX agreements_by_entry ON agreements (workshop_id, entry_id);

-- +goose Down
DROP TABLE agreements;
ALTER TABLE entries DROP COLUMN agreed;
ALTER TABLE steps DROP COLUMN agreeing;
ALTER TABLE workshops DROP COLUMN ended;
