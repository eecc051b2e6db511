-- +goose Up

-- Who leads the steps of a part: a seat, or nobody before the link is used.
CREATE TABLE spokespersons (
    workshop_id TEXT COLLATE "C" NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    part_id     TEXT COLLATE "C" NOT NULL,
    seat_id     TEXT COLLATE "C",
    link_hash   TEXT COLLATE "C" NOT NULL UNIQUE,
    expires     BIGINT NOT NULL,
    PRIMARY KEY (workshop_id, part_id),
    UNIQUE (workshop_id, seat_id),
    FOREIGN KEY (workshop_id, seat_id) REFERENCES seats (workshop_id, id) ON DELETE CASCADE
);

-- For which part somebody spoke who did it; her seat is not told.
ALTER TABLE history ADD COLUMN spoken_for TEXT COLLATE "C" NOT NULL DEFAULT '';

-- How the room is divided in a template: a list of models.DivisionMinutes.
ALTER TABLE templates ADD COLUMN divisions TEXT COLLATE "C";
