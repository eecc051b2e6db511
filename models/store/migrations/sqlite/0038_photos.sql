-- +goose Up

-- Photos beside steps (docs/adr/0052). Their bytes stand apart, by their hash: a photo
-- that is removed may come back, and approved minutes go on having it.
CREATE TABLE photo_files (
    workshop_id TEXT NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    hash        TEXT NOT NULL,
    jpeg        BLOB NOT NULL,
    PRIMARY KEY (workshop_id, hash)
) STRICT;

CREATE TABLE photos (
    workshop_id TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    step_id     TEXT    NOT NULL,
    revision    INTEGER NOT NULL,
    removed     INTEGER NOT NULL CHECK (removed IN (0, 1)),
    vanished    INTEGER NOT NULL CHECK (vanished IN (0, 1)),
    position    INTEGER NOT NULL,
    text        TEXT    NOT NULL,
    shown       INTEGER NOT NULL CHECK (shown IN (0, 1)),
    hash        TEXT    NOT NULL,
    width       INTEGER NOT NULL,
    height      INTEGER NOT NULL,
    size        INTEGER NOT NULL,
    PRIMARY KEY (workshop_id, id),
    FOREIGN KEY (workshop_id, step_id) REFERENCES steps (workshop_id, id) ON DELETE CASCADE
) STRICT;

-- +goose Down
DROP TABLE photos;
DROP TABLE photo_files;
