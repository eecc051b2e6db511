-- +goose Up

-- SHA-256 of what was approved; '' until the program has started once.
ALTER TABLE editions ADD COLUMN sum TEXT NOT NULL DEFAULT '';

-- SHA-256 of the bytes; '' is taken for wrong and the format made anew.
ALTER TABLE prints ADD COLUMN digest TEXT NOT NULL DEFAULT '';

-- SHA-256 of what was counted in a round, and of its ballots.
CREATE TABLE round_sums (
    workshop_id TEXT NOT NULL,
    round_id    TEXT NOT NULL,
    totals      TEXT NOT NULL,
    ballots     TEXT NOT NULL,
    PRIMARY KEY (workshop_id, round_id),
    FOREIGN KEY (workshop_id, round_id) REFERENCES rounds (workshop_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- SHA-256 of all rows of a workshop, while no program has the database: written
-- at the end, compared and deleted at the start. One that did not fit stays.
CREATE TABLE seals (
    workshop_id TEXT    NOT NULL PRIMARY KEY REFERENCES workshops (id) ON DELETE CASCADE,
    sum         TEXT    NOT NULL,
    damaged     BOOLEAN NOT NULL
) WITHOUT ROWID;

-- +goose Down
DROP TABLE seals;
DROP TABLE round_sums;
ALTER TABLE prints DROP COLUMN digest;
ALTER TABLE editions DROP COLUMN sum;
