-- +goose Up

-- Photos beside steps (docs/adr/0052). Their bytes stand apart, by their hash: a photo
-- that is removed may come back, and approved minutes go on having it.
CREATE TABLE photo_files (
    workshop_id TEXT COLLATE "C" NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    hash        TEXT COLLATE "C" NOT NULL,
    jpeg        BYTEA NOT NULL,
    PRIMARY KEY (workshop_id, hash)
);

CREATE TABLE photos (
    workshop_id TEXT COLLATE "C" NOT NULL,
    id          TEXT COLLATE "C" NOT NULL,
    step_id     TEXT COLLATE "C" NOT NULL,
    revision    BIGINT NOT NULL,
    removed     BOOLEAN NOT NULL,
    vanished    BOOLEAN NOT NULL,
    position    BIGINT NOT NULL,
    text        TEXT COLLATE "C" NOT NULL,
    shown       BOOLEAN NOT NULL,
    hash        TEXT COLLATE "C" NOT NULL,
    width       BIGINT NOT NULL,
    height      BIGINT NOT NULL,
    size        BIGINT NOT NULL,
    PRIMARY KEY (workshop_id, id),
    FOREIGN KEY (workshop_id, step_id) REFERENCES steps (workshop_id, id) ON DELETE CASCADE
);
