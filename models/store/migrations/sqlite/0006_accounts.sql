-- +goose Up

ALTER TABLE accounts ADD COLUMN disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1));

-- by_link: this device may set a new password without the old one.
ALTER TABLE sign_ins ADD COLUMN by_link INTEGER NOT NULL DEFAULT 0 CHECK (by_link IN (0, 1));
CREATE INDEX sign_ins_by_account ON sign_ins (account_id);
CREATE INDEX grants_by_account ON grants (account_id);

-- Unix milliseconds; 0 is not removed. Removed workshops go for good after a while.
ALTER TABLE workshops ADD COLUMN removed_at INTEGER NOT NULL DEFAULT 0;

-- Links are made anew: what they may be for is a constraint of the table. Those
-- that were open a moment ago are still good.
CREATE TABLE links_0006 (
    hash        TEXT    NOT NULL PRIMARY KEY,
    id          TEXT    NOT NULL UNIQUE,
    purpose     TEXT    NOT NULL CHECK (purpose IN ('first-account', 'sign-in', 'invitation', 'co-facilitator')),
    role        TEXT    NOT NULL CHECK (role IN ('', 'facilitator', 'coordinator')),
    label       TEXT    NOT NULL,
    account_id  TEXT    NOT NULL,
    workshop_id TEXT    NOT NULL,
    made_by     TEXT    NOT NULL,
    expires     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO links_0006 (hash, id, purpose, role, label, account_id, workshop_id, made_by, expires)
    SELECT hash, substr(hash, 1, 26), purpose, '', '', account_id, '', '', expires FROM links;
DROP TABLE links;
ALTER TABLE links_0006 RENAME TO links;

-- +goose Down
DROP INDEX grants_by_account;
DROP INDEX sign_ins_by_account;
ALTER TABLE workshops DROP COLUMN removed_at;
ALTER TABLE sign_ins DROP COLUMN by_link;
ALTER TABLE accounts DROP COLUMN disabled;
CREATE TABLE links_0001 (
    hash       TEXT    NOT NULL PRIMARY KEY,
    purpose    TEXT    NOT NULL CHECK (purpose IN ('first-account', 'sign-in')),
    account_id TEXT    NOT NULL,
    expires    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO links_0001 SELECT hash, purpose, account_id, expires FROM links WHERE purpose IN ('first-account', 'sign-in');
DROP TABLE links;
ALTER TABLE links_0001 RENAME TO links;
