-- +goose Up

-- SHA-256 of the schema itself: a flipped bit in the name of a column would have
-- it read as empty.
CREATE TABLE schema_sums (
    sum TEXT NOT NULL
) STRICT;

-- +goose Down
DROP TABLE schema_sums;
