-- +goose Up

-- Ways the room is divided; parts is a list of models.DivisionPart.
CREATE TABLE divisions (
    workshop_id TEXT    NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    id          TEXT    NOT NULL,
    revision    INTEGER NOT NULL,
    removed     INTEGER NOT NULL CHECK (removed IN (0, 1)),
    vanished    INTEGER NOT NULL CHECK (vanished IN (0, 1)),
    position    INTEGER NOT NULL,
    heading     TEXT    NOT NULL,
    dealt       INTEGER NOT NULL CHECK (dealt IN (0, 1)),
    parts       TEXT    NOT NULL,
    PRIMARY KEY (workshop_id, id)
) STRICT;

-- The one part of a division that a seat sits in. No order of choosing, no time.
CREATE TABLE sittings (
    workshop_id TEXT NOT NULL,
    seat_id     TEXT NOT NULL,
    division_id TEXT NOT NULL,
    part_id     TEXT NOT NULL,
    PRIMARY KEY (workshop_id, seat_id, division_id),
    FOREIGN KEY (workshop_id, seat_id) REFERENCES seats (workshop_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workshop_id, division_id) REFERENCES divisions (workshop_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Whose step it is, and the revision at which it opened last.
ALTER TABLE steps ADD COLUMN part_id TEXT NOT NULL DEFAULT '';
ALTER TABLE steps ADD COLUMN opened INTEGER NOT NULL DEFAULT 0;
ALTER TABLE workshops ADD COLUMN wall_part TEXT NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE workshops DROP COLUMN wall_part;
ALTER TABLE steps DROP COLUMN opened;
ALTER TABLE steps DROP COLUMN part_id;
DROP TABLE sittings;
DROP TABLE divisions;
