-- +goose Up

-- What an editor has laid over the record of a workshop, as JSON (models.Draft).
CREATE TABLE drafts (
    workshop_id TEXT NOT NULL PRIMARY KEY REFERENCES workshops (id) ON DELETE CASCADE,
    draft       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Approved versions of the minutes, as JSON (models.Edition). What one says is
-- frozen: only whether it is published changes.
CREATE TABLE editions (
    workshop_id TEXT    NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    version     INTEGER NOT NULL CHECK (version >= 1),
    state       TEXT    NOT NULL CHECK (state IN ('approved', 'published')),
    edition     TEXT    NOT NULL,
    PRIMARY KEY (workshop_id, version)
) STRICT, WITHOUT ROWID;

-- +goose StatementBegin
CREATE TRIGGER editions_are_frozen BEFORE UPDATE OF workshop_id, version, edition ON editions
BEGIN
    SELECT RAISE(ABORT, 'an approved version never changes');
END;
-- +goose StatementEnd

-- The public address of a workshop's minutes. It is meant to be passed on, and
-- coordinators read it again: so it is kept as it is, no hash of it.
CREATE TABLE publications (
    workshop_id TEXT NOT NULL PRIMARY KEY REFERENCES workshops (id) ON DELETE CASCADE,
    token       TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

-- What stands above minutes, by programme; '' is for all others. JSON
-- (models.Letterhead).
CREATE TABLE letterheads (
    programme  TEXT NOT NULL PRIMARY KEY,
    letterhead TEXT NOT NULL
) STRICT, WITHOUT ROWID;
