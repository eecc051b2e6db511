-- +goose Up

-- Who started a workshop, and rights that were taken away: they can be given
-- back for a while, and whoever lost one is told by whom.
ALTER TABLE grants ADD COLUMN founder INTEGER NOT NULL DEFAULT 0 CHECK (founder IN (0, 1));

CREATE TABLE taken_grants (
    workshop_id TEXT    NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    account_id  TEXT    NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    founder     INTEGER NOT NULL CHECK (founder IN (0, 1)),
    taken_by    TEXT    NOT NULL,
    taken_at    INTEGER NOT NULL,
    PRIMARY KEY (workshop_id, account_id)
) STRICT, WITHOUT ROWID;

-- Of workshops there are already, whoever was answered with their first
-- revision started them.
UPDATE grants SET founder = 1 WHERE EXISTS (
    SELECT 1 FROM commands c WHERE c.workshop_id = grants.workshop_id AND c.actor = grants.account_id
        AND json_valid(CAST(c.answer AS TEXT))
        AND json_extract(CAST(c.answer AS TEXT), '$.id') = c.workshop_id
        AND json_extract(CAST(c.answer AS TEXT), '$.revision') = 1
);

-- +goose Down
DROP TABLE taken_grants;
ALTER TABLE grants DROP COLUMN founder;
