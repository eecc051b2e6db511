-- +goose Up

-- Links open to the world (models.Letterbox), and what came through them as it
-- was sent (models.Input): apart from what the room and the minutes see.
CREATE TABLE letterboxes (
    workshop_id TEXT    NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    id          TEXT    NOT NULL,
    step_id     TEXT    NOT NULL, -- empty: of the minutes
    token       TEXT    NOT NULL UNIQUE,
    opens       INTEGER NOT NULL,
    closes      INTEGER NOT NULL,
    shut        INTEGER NOT NULL CHECK (shut IN (0, 1)),
    looked      INTEGER NOT NULL CHECK (looked IN (0, 1)),
    most        INTEGER NOT NULL,
    reader      TEXT    NOT NULL,
    PRIMARY KEY (workshop_id, id),
    UNIQUE (workshop_id, step_id)
) STRICT;

CREATE TABLE inputs (
    workshop_id  TEXT    NOT NULL,
    letterbox_id TEXT    NOT NULL,
    id           TEXT    NOT NULL,
    number       INTEGER NOT NULL,
    topic_id     TEXT    NOT NULL,
    text         TEXT    NOT NULL,
    name         TEXT    NOT NULL,
    received     INTEGER NOT NULL,
    state        TEXT    NOT NULL CHECK (state IN ('waiting', 'accepted', 'noted', 'declined', 'merged', 'dropped')),
    reason       TEXT    NOT NULL,
    entry_id     TEXT    NOT NULL,
    PRIMARY KEY (workshop_id, letterbox_id, id),
    UNIQUE (workshop_id, letterbox_id, number),
    FOREIGN KEY (workshop_id, letterbox_id) REFERENCES letterboxes (workshop_id, id) ON DELETE CASCADE
) STRICT;
