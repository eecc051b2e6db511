-- +goose Up

-- Who signs in. A login is stored in small letters.
CREATE TABLE accounts (
    id            TEXT NOT NULL PRIMARY KEY,
    name          TEXT NOT NULL,
    login         TEXT NOT NULL UNIQUE,
    role          TEXT NOT NULL CHECK (role IN ('facilitator', 'coordinator')),
    password_hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE links (
    hash       TEXT    NOT NULL PRIMARY KEY,
    purpose    TEXT    NOT NULL CHECK (purpose IN ('first-account', 'sign-in')),
    account_id TEXT    NOT NULL,
    expires    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_ins (
    token_hash TEXT    NOT NULL PRIMARY KEY,
    account_id TEXT    NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    expires    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- revision counts the changes of the workshop: allocated inside the changing
-- transaction, so that it is dense and in commit order (reliability.md, 0.4).
CREATE TABLE workshops (
    id            TEXT    NOT NULL PRIMARY KEY,
    state         TEXT    NOT NULL CHECK (state IN ('prepared', 'open', 'ended')),
    code          TEXT    NOT NULL UNIQUE,
    current_step  TEXT    NOT NULL,
    language      TEXT    NOT NULL,
    programme     TEXT    NOT NULL,
    group_name    TEXT    NOT NULL,
    number        INTEGER NOT NULL,
    title         TEXT    NOT NULL,
    date          TEXT    NOT NULL,
    start_time    TEXT    NOT NULL,
    end_time      TEXT    NOT NULL,
    place         TEXT    NOT NULL,
    facilitators  TEXT,
    attendance    TEXT,
    next_meeting  TEXT    NOT NULL,
    revision      INTEGER NOT NULL,
    head_revision INTEGER NOT NULL,
    door_token    TEXT    NOT NULL UNIQUE,
    wall_token    TEXT    NOT NULL,
    created       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who runs a workshop. Coordinators run all of them without a row here.
CREATE TABLE grants (
    workshop_id TEXT NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    account_id  TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    PRIMARY KEY (workshop_id, account_id)
) STRICT, WITHOUT ROWID;

-- No name, no time, no address: a seat is a device that knows a token.
CREATE TABLE seats (
    workshop_id TEXT    NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    id          TEXT    NOT NULL,
    role        TEXT    NOT NULL CHECK (role IN ('participant', 'observer', 'wall')),
    token_hash  TEXT    NOT NULL,
    removed     INTEGER NOT NULL CHECK (removed IN (0, 1)),
    PRIMARY KEY (workshop_id, id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX seats_by_token ON seats (workshop_id, token_hash);

-- Not WITHOUT ROWID: SQLite would read a step whole, its text too, to compare its key.
CREATE TABLE steps (
    workshop_id     TEXT    NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    id              TEXT    NOT NULL,
    revision        INTEGER NOT NULL,
    removed         INTEGER NOT NULL CHECK (removed IN (0, 1)),
    vanished        INTEGER NOT NULL CHECK (vanished IN (0, 1)),
    position        INTEGER NOT NULL,
    state           TEXT    NOT NULL CHECK (state IN ('waiting', 'open', 'closed')),
    method          TEXT    NOT NULL CHECK (method IN ('collect', 'fishbone', 'text', 'decisions', 'tasks')),
    heading         TEXT    NOT NULL,
    prompt          TEXT    NOT NULL,
    origin          TEXT    NOT NULL,
    source          TEXT    NOT NULL,
    layout          TEXT    NOT NULL,
    idea_order      TEXT    NOT NULL,
    idea_label      TEXT    NOT NULL,
    marks_per_topic INTEGER NOT NULL CHECK (marks_per_topic >= 0),
    effect          TEXT    NOT NULL,
    text            TEXT    NOT NULL,
    decisions       TEXT,
    tasks           TEXT,
    PRIMARY KEY (workshop_id, id)
) STRICT;

CREATE INDEX steps_by_revision ON steps (workshop_id, revision);

CREATE TABLE topics (
    workshop_id TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    revision    INTEGER NOT NULL,
    removed     INTEGER NOT NULL CHECK (removed IN (0, 1)),
    vanished    INTEGER NOT NULL CHECK (vanished IN (0, 1)),
    position    INTEGER NOT NULL,
    step_id     TEXT    NOT NULL,
    parent_id   TEXT    NOT NULL,
    heading     TEXT    NOT NULL,
    from_text   TEXT    NOT NULL,
    from_idea   TEXT    NOT NULL,
    PRIMARY KEY (workshop_id, id),
    FOREIGN KEY (workshop_id, step_id) REFERENCES steps (workshop_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX topics_by_revision ON topics (workshop_id, revision);
CREATE INDEX topics_by_step ON topics (workshop_id, step_id, position);

CREATE TABLE ideas (
    workshop_id TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    revision    INTEGER NOT NULL,
    removed     INTEGER NOT NULL CHECK (removed IN (0, 1)),
    vanished    INTEGER NOT NULL CHECK (vanished IN (0, 1)),
    position    INTEGER NOT NULL,
    step_id     TEXT    NOT NULL,
    topic_id    TEXT    NOT NULL,
    parent_id   TEXT    NOT NULL,
    text        TEXT    NOT NULL,
    marked      INTEGER NOT NULL CHECK (marked IN (0, 1)),
    chosen      INTEGER NOT NULL CHECK (chosen IN (0, 1)),
    note        TEXT    NOT NULL,
    author      TEXT    NOT NULL,
    merged      TEXT,
    seat_id     TEXT    NOT NULL,
    PRIMARY KEY (workshop_id, id),
    FOREIGN KEY (workshop_id, step_id) REFERENCES steps (workshop_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX ideas_by_revision ON ideas (workshop_id, revision);
CREATE INDEX ideas_by_step ON ideas (workshop_id, step_id, position);
CREATE INDEX ideas_by_seat ON ideas (workshop_id, seat_id) WHERE seat_id <> '';

CREATE TABLE causes (
    workshop_id TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    revision    INTEGER NOT NULL,
    removed     INTEGER NOT NULL CHECK (removed IN (0, 1)),
    vanished    INTEGER NOT NULL CHECK (vanished IN (0, 1)),
    position    INTEGER NOT NULL,
    step_id     TEXT    NOT NULL,
    parent_id   TEXT    NOT NULL,
    text        TEXT    NOT NULL,
    seat_id     TEXT    NOT NULL,
    PRIMARY KEY (workshop_id, id),
    FOREIGN KEY (workshop_id, step_id) REFERENCES steps (workshop_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX causes_by_revision ON causes (workshop_id, revision);
CREATE INDEX causes_by_step ON causes (workshop_id, step_id, position);
CREATE INDEX causes_by_seat ON causes (workshop_id, seat_id) WHERE seat_id <> '';

CREATE TABLE rounds (
    workshop_id TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    revision    INTEGER NOT NULL,
    removed     INTEGER NOT NULL CHECK (removed IN (0, 1)),
    vanished    INTEGER NOT NULL CHECK (vanished IN (0, 1)),
    position    INTEGER NOT NULL,
    step_id     TEXT    NOT NULL,
    state       TEXT    NOT NULL CHECK (state IN ('prepared', 'open', 'closed')),
    label       TEXT    NOT NULL,
    entry       TEXT    NOT NULL,
    dots        INTEGER NOT NULL,
    per_idea    INTEGER NOT NULL,
    weights     TEXT,
    minus       INTEGER,
    voters      INTEGER,
    imported    INTEGER NOT NULL CHECK (imported IN (0, 1)),
    PRIMARY KEY (workshop_id, id),
    FOREIGN KEY (workshop_id, step_id) REFERENCES steps (workshop_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX rounds_by_revision ON rounds (workshop_id, revision);
-- At most one round of a step is open, whatever the program believes.
CREATE UNIQUE INDEX rounds_one_open ON rounds (workshop_id, step_id) WHERE state = 'open';

-- Ballots and dots of open rounds. voter is a keyed pseudonym of the seat; the
-- key is in no table. No time, no order of insertion (WITHOUT ROWID). The
-- budget is a constraint here, not only in the program (reliability.md, 0.3).
CREATE TABLE ballots (
    workshop_id TEXT    NOT NULL,
    round_id    TEXT    NOT NULL,
    voter       TEXT    NOT NULL,
    used        INTEGER NOT NULL,
    budget      INTEGER NOT NULL,
    CHECK (used BETWEEN 0 AND budget),
    PRIMARY KEY (workshop_id, round_id, voter),
    FOREIGN KEY (workshop_id, round_id) REFERENCES rounds (workshop_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE dots (
    workshop_id TEXT    NOT NULL,
    round_id    TEXT    NOT NULL,
    voter       TEXT    NOT NULL,
    idea_id     TEXT    NOT NULL,
    count       INTEGER NOT NULL,
    most        INTEGER NOT NULL,
    seq         INTEGER NOT NULL,
    CHECK (count BETWEEN 0 AND most),
    PRIMARY KEY (workshop_id, round_id, voter, idea_id),
    FOREIGN KEY (workshop_id, round_id, voter) REFERENCES ballots (workshop_id, round_id, voter) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Ballots of closed rounds: nobody's, in random order. choices is a list of
-- [idea, points].
CREATE TABLE cast_ballots (
    workshop_id TEXT    NOT NULL,
    round_id    TEXT    NOT NULL,
    number      INTEGER NOT NULL,
    choices     TEXT    NOT NULL,
    PRIMARY KEY (workshop_id, round_id, number),
    FOREIGN KEY (workshop_id, round_id) REFERENCES rounds (workshop_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- points is null where an idea was not counted, which is not 0.
CREATE TABLE totals (
    workshop_id TEXT NOT NULL,
    round_id    TEXT NOT NULL,
    idea_id     TEXT NOT NULL,
    points      INTEGER,
    PRIMARY KEY (workshop_id, round_id, idea_id),
    FOREIGN KEY (workshop_id, round_id) REFERENCES rounds (workshop_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX totals_by_idea ON totals (workshop_id, idea_id);

-- What was answered to each command: sent again, it gets the same answer and
-- changes nothing. Dots are not here, because a row would tie a seat to a vote.
CREATE TABLE commands (
    workshop_id TEXT NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    actor       TEXT NOT NULL,
    key         TEXT NOT NULL,
    digest      BLOB NOT NULL,
    answer      BLOB NOT NULL,
    PRIMARY KEY (workshop_id, actor, key)
) STRICT, WITHOUT ROWID;

-- +goose Down
DROP TABLE commands;
DROP TABLE totals;
DROP TABLE cast_ballots;
DROP TABLE dots;
DROP TABLE ballots;
DROP TABLE rounds;
DROP TABLE causes;
DROP TABLE ideas;
DROP TABLE topics;
DROP TABLE steps;
DROP TABLE seats;
DROP TABLE grants;
DROP TABLE workshops;
DROP TABLE sign_ins;
DROP TABLE links;
DROP TABLE accounts;
