-- +goose Up

-- Standings of several rounds of a step; rounds is a list of models.WeighedRound.
-- What they give is worked out when it is told (docs/adr/0046).
CREATE TABLE combinations (
    workshop_id TEXT COLLATE "C" NOT NULL,
    id          TEXT COLLATE "C" NOT NULL,
    step_id     TEXT COLLATE "C" NOT NULL,
    revision    BIGINT NOT NULL,
    removed     BOOLEAN NOT NULL,
    vanished    BOOLEAN NOT NULL,
    position    BIGINT NOT NULL,
    label       TEXT COLLATE "C" NOT NULL,
    rounds      TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (workshop_id, id),
    FOREIGN KEY (workshop_id, step_id) REFERENCES steps (workshop_id, id) ON DELETE CASCADE
);
