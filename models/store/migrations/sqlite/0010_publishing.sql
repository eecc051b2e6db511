-- +goose Up

-- What was decided of the older public versions when this one was published
-- (models.OlderPublic).
ALTER TABLE editions ADD COLUMN older TEXT NOT NULL DEFAULT '' CHECK (older IN ('', 'stay', 'withdraw'));

-- An approved version in one format, made once: the same bytes for everybody
-- who asks. sum tells what the version says; what nobody may read any more goes
-- with the version, or when it is withdrawn.
CREATE TABLE prints (
    workshop_id TEXT    NOT NULL,
    version     INTEGER NOT NULL,
    sum         TEXT    NOT NULL,
    ending      TEXT    NOT NULL,
    bytes       BLOB    NOT NULL,
    PRIMARY KEY (workshop_id, version, sum, ending),
    FOREIGN KEY (workshop_id, version) REFERENCES editions (workshop_id, version) ON DELETE CASCADE
) STRICT;
