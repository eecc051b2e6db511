-- +goose Up

-- Standings of several rounds of a step; rounds is a list of models.WeighedRound.
-- What they give is worked out when it is told (docs/adr/0046).
CREATE TABLE combinations (
    workshop_id TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    step_id     TEXT    NOT NULL,
    revision    INTEGER NOT NULL,
    removed     INTEGER NOT NULL CHECK (removed IN (0, 1)),
    vanished    INTEGER NOT NULL CHECK (vanished IN (0, 1)),
    position    INTEGER NOT NULL,
    label       TEXT    NOT NULL,
    rounds      TEXT    NOT NULL,
    PRIMARY KEY (workshop_id, id),
    FOREIGN KEY (workshop_id, step_id) REFERENCES steps (workshop_id, id) ON DELETE CASCADE
) STRICT;

-- +goose Down
DROP TABLE combinations;
