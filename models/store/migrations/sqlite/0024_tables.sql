-- +goose Up

-- Who leads the steps of a part: a seat, or nobody before the link is used.
CREATE TABLE spokespersons (
    workshop_id TEXT    NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    part_id     TEXT    NOT NULL,
    seat_id     TEXT,
    link_hash   TEXT    NOT NULL UNIQUE,
    expires     INTEGER NOT NULL,
    PRIMARY KEY (workshop_id, part_id),
    UNIQUE (workshop_id, seat_id),
    FOREIGN KEY (workshop_id, seat_id) REFERENCES seats (workshop_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- For which part somebody spoke who did it; her seat is not told.
ALTER TABLE history ADD COLUMN spoken_for TEXT NOT NULL DEFAULT '';

-- How the room is divided in a template: a list of models.DivisionMinutes.
ALTER TABLE templates ADD COLUMN divisions TEXT;

-- +goose Down
ALTER TABLE templates DROP COLUMN divisions;
ALTER TABLE history DROP COLUMN spoken_for;
DROP TABLE spokespersons;
