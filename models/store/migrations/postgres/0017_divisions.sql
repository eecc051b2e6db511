-- +goose Up

-- Ways the room is divided; parts is a list of models.DivisionPart.
CREATE TABLE divisions (
    workshop_id TEXT COLLATE "C" NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    id          TEXT COLLATE "C" NOT NULL,
    revision    BIGINT NOT NULL,
    removed     BOOLEAN NOT NULL,
    vanished    BOOLEAN NOT NULL,
    position    BIGINT NOT NULL,
    heading     TEXT COLLATE "C" NOT NULL,
    dealt       BOOLEAN NOT NULL,
    parts       TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (workshop_id, id)
);

-- The one part of a division that a seat sits in. No order of choosing, no time.
CREATE TABLE sittings (
    workshop_id TEXT COLLATE "C" NOT NULL,
    seat_id     TEXT COLLATE "C" NOT NULL,
    division_id TEXT COLLATE "C" NOT NULL,
    part_id     TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (workshop_id, seat_id, division_id),
    FOREIGN KEY (workshop_id, seat_id) REFERENCES seats (workshop_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workshop_id, division_id) REFERENCES divisions (workshop_id, id) ON DELETE CASCADE
);

-- Whose step it is, and the revision at which it opened last.
ALTER TABLE steps ADD COLUMN part_id TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE steps ADD COLUMN opened BIGINT NOT NULL DEFAULT 0;
ALTER TABLE workshops ADD COLUMN wall_part TEXT COLLATE "C" NOT NULL DEFAULT '';
