-- +goose Up

-- An office's own Word file that minutes of a programme stand on; of all others where
-- the programme is empty. What is seen of it, as models.StationeryLook, stands beside it.
CREATE TABLE stationery (
    programme TEXT COLLATE "C" PRIMARY KEY,
    name      TEXT COLLATE "C" NOT NULL,
    look      TEXT COLLATE "C" NOT NULL,
    file      BYTEA NOT NULL
);
