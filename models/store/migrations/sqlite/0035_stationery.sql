-- +goose Up

-- An office's own Word file that minutes of a programme stand on; of all others where
-- the programme is empty. What is seen of it, as models.StationeryLook, stands beside it.
CREATE TABLE stationery (
    programme TEXT PRIMARY KEY,
    name      TEXT NOT NULL,
    look      TEXT NOT NULL,
    file      BLOB NOT NULL
) STRICT;

-- +goose Down
DROP TABLE stationery;
