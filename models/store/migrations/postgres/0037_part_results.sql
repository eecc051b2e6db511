-- +goose Up

-- The division by whose parts a round is told, too, and what each part gave that may
-- be told apart: written when the round closes, never changed (docs/adr/0051). Voters
-- is how many ballots of the part were counted, in each of its rows.
ALTER TABLE rounds ADD COLUMN by_part TEXT COLLATE "C" NOT NULL DEFAULT '';

CREATE TABLE part_totals (
    workshop_id TEXT COLLATE "C" NOT NULL,
    round_id    TEXT COLLATE "C" NOT NULL,
    part_id     TEXT COLLATE "C" NOT NULL,
    entry_id    TEXT COLLATE "C" NOT NULL,
    voters      BIGINT NOT NULL CHECK (voters >= 5),
    points      BIGINT,
    details     TEXT COLLATE "C",
    PRIMARY KEY (workshop_id, round_id, part_id, entry_id),
    FOREIGN KEY (workshop_id, round_id) REFERENCES rounds (workshop_id, id) ON DELETE CASCADE
);
