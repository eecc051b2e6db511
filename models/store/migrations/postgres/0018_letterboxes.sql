-- +goose Up

-- Links open to the world (models.Letterbox), and what came through them as it
-- was sent (models.Input): apart from what the room and the minutes see.
CREATE TABLE letterboxes (
    workshop_id TEXT COLLATE "C" NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    id          TEXT COLLATE "C" NOT NULL,
    step_id     TEXT COLLATE "C" NOT NULL, -- empty: of the minutes
    token       TEXT COLLATE "C" NOT NULL UNIQUE,
    opens       BIGINT NOT NULL,
    closes      BIGINT NOT NULL,
    shut        BOOLEAN NOT NULL,
    looked      BOOLEAN NOT NULL,
    most        BIGINT NOT NULL,
    reader      TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (workshop_id, id),
    UNIQUE (workshop_id, step_id)
);

CREATE TABLE inputs (
    workshop_id  TEXT COLLATE "C" NOT NULL,
    letterbox_id TEXT COLLATE "C" NOT NULL,
    id           TEXT COLLATE "C" NOT NULL,
    number       BIGINT NOT NULL,
    topic_id     TEXT COLLATE "C" NOT NULL,
    text         TEXT COLLATE "C" NOT NULL,
    name         TEXT COLLATE "C" NOT NULL,
    received     BIGINT NOT NULL,
    state        TEXT COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'accepted', 'noted', 'declined', 'merged', 'dropped')),
    reason       TEXT COLLATE "C" NOT NULL,
    entry_id     TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (workshop_id, letterbox_id, id),
    UNIQUE (workshop_id, letterbox_id, number),
    FOREIGN KEY (workshop_id, letterbox_id) REFERENCES letterboxes (workshop_id, id) ON DELETE CASCADE
);
