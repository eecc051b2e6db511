-- +goose Up

-- What facilitators did, so that it can be undone: of each changed row the
-- columns that changed, as they were and as they became. Never a ballot, a
-- dot or a seat.
CREATE TABLE history (
    workshop_id TEXT    NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    revision    INTEGER NOT NULL,
    account_id  TEXT    NOT NULL,
    at          INTEGER NOT NULL,
    kind        TEXT    NOT NULL CHECK (kind IN ('done', 'undone', 'redone')),
    done        TEXT    NOT NULL,
    part        TEXT    NOT NULL,
    subject     TEXT    NOT NULL,
    offered     INTEGER NOT NULL CHECK (offered IN (0, 1)),
    changes     TEXT    NOT NULL,
    PRIMARY KEY (workshop_id, revision)
) STRICT, WITHOUT ROWID;

-- merged_into is the idea a removed one lives on in; original the wording of
-- its writer, where a facilitator has changed it.
ALTER TABLE ideas ADD COLUMN merged_into TEXT NOT NULL DEFAULT '';
ALTER TABLE ideas ADD COLUMN original TEXT NOT NULL DEFAULT '';
CREATE INDEX ideas_by_merged ON ideas (workshop_id, merged_into) WHERE merged_into <> '';

-- Pairs of ideas that a facilitator said are not the same; one is the lesser id.
CREATE TABLE different (
    workshop_id TEXT NOT NULL,
    one         TEXT NOT NULL,
    other       TEXT NOT NULL,
    PRIMARY KEY (workshop_id, one, other),
    FOREIGN KEY (workshop_id, one) REFERENCES ideas (workshop_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- +goose Down
DROP TABLE different;
DROP INDEX ideas_by_merged;
ALTER TABLE ideas DROP COLUMN original;
ALTER TABLE ideas DROP COLUMN merged_into;
DROP TABLE history;
