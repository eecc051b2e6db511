-- The whole schema as it is when PostgreSQL comes. The numbers of migrations are
-- those of SQLite: a schema of one number says the same in both databases.
-- TEXT is ordered by its bytes, as SQLite does; what people see sorted, Go sorts.

-- +goose Up
CREATE TABLE accounts (
    id            TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name          TEXT COLLATE "C" NOT NULL,
    login         TEXT COLLATE "C" NOT NULL UNIQUE,
    role          TEXT COLLATE "C" NOT NULL CHECK (role IN ('facilitator', 'coordinator')),
    password_hash TEXT COLLATE "C" NOT NULL,
    disabled      BOOLEAN NOT NULL DEFAULT FALSE
);

CREATE TABLE letterheads (
    programme  TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    letterhead TEXT COLLATE "C" NOT NULL
);

CREATE TABLE templates (
    id         TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    name       TEXT COLLATE "C" NOT NULL,
    language   TEXT COLLATE "C" NOT NULL,
    agenda     TEXT COLLATE "C" NOT NULL,
    points     TEXT COLLATE "C",
    created    BIGINT NOT NULL
);

CREATE TABLE sign_ins (
    token_hash TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    expires    BIGINT NOT NULL,
    by_link    BOOLEAN NOT NULL DEFAULT FALSE
);

CREATE TABLE links (
    hash        TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    id          TEXT COLLATE "C" NOT NULL UNIQUE,
    purpose     TEXT COLLATE "C" NOT NULL CHECK (purpose IN ('first-account', 'sign-in', 'invitation', 'co-facilitator')),
    role        TEXT COLLATE "C" NOT NULL CHECK (role IN ('', 'facilitator', 'coordinator')),
    label       TEXT COLLATE "C" NOT NULL,
    account_id  TEXT COLLATE "C" NOT NULL,
    workshop_id TEXT COLLATE "C" NOT NULL,
    made_by     TEXT COLLATE "C" NOT NULL,
    expires     BIGINT NOT NULL
);

CREATE TABLE workshops (
    id            TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    state         TEXT COLLATE "C" NOT NULL CHECK (state IN ('prepared', 'open', 'ended')),
    code          TEXT COLLATE "C" NOT NULL UNIQUE,
    current_step  TEXT COLLATE "C" NOT NULL,
    language      TEXT COLLATE "C" NOT NULL,
    programme     TEXT COLLATE "C" NOT NULL,
    group_name    TEXT COLLATE "C" NOT NULL,
    number        BIGINT NOT NULL,
    title         TEXT COLLATE "C" NOT NULL,
    date          TEXT COLLATE "C" NOT NULL,
    start_time    TEXT COLLATE "C" NOT NULL,
    end_time      TEXT COLLATE "C" NOT NULL,
    place         TEXT COLLATE "C" NOT NULL,
    facilitators  TEXT COLLATE "C",
    attendance    TEXT COLLATE "C",
    next_meeting  TEXT COLLATE "C" NOT NULL,
    revision      BIGINT NOT NULL,
    head_revision BIGINT NOT NULL,
    door_token    TEXT COLLATE "C" NOT NULL UNIQUE,
    wall_token    TEXT COLLATE "C" NOT NULL,
    created       BIGINT NOT NULL,
    timer_ends    BIGINT NOT NULL DEFAULT 0,
    timer_left    BIGINT NOT NULL DEFAULT 0,
    timer_closes  BOOLEAN NOT NULL DEFAULT FALSE,
    message       TEXT COLLATE "C" NOT NULL DEFAULT '',
    locked        BOOLEAN NOT NULL DEFAULT FALSE,
    blank         BOOLEAN NOT NULL DEFAULT FALSE,
    hands         BIGINT NOT NULL DEFAULT 1,
    rehearsal_of  TEXT COLLATE "C" NOT NULL DEFAULT '',
    checklist     TEXT COLLATE "C",
    removed_at    BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE seats (
    workshop_id TEXT COLLATE "C" NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    id          TEXT COLLATE "C" NOT NULL,
    role        TEXT COLLATE "C" NOT NULL CHECK (role IN ('participant', 'observer', 'wall')),
    token_hash  TEXT COLLATE "C" NOT NULL,
    removed     BOOLEAN NOT NULL,
    hand        BIGINT NOT NULL DEFAULT 0,
    done_step   TEXT COLLATE "C" NOT NULL DEFAULT '',
    PRIMARY KEY (workshop_id, id)
);

CREATE TABLE grants (
    workshop_id TEXT COLLATE "C" NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    account_id  TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    founder     BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (workshop_id, account_id)
);

CREATE TABLE taken_grants (
    workshop_id TEXT COLLATE "C" NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    account_id  TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    founder     BOOLEAN NOT NULL,
    taken_by    TEXT COLLATE "C" NOT NULL,
    taken_at    BIGINT NOT NULL,
    PRIMARY KEY (workshop_id, account_id)
);

CREATE TABLE steps (
    workshop_id     TEXT COLLATE "C" NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    id              TEXT COLLATE "C" NOT NULL,
    revision        BIGINT NOT NULL,
    removed         BOOLEAN NOT NULL,
    vanished        BOOLEAN NOT NULL,
    position        BIGINT NOT NULL,
    state           TEXT COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'open', 'closed')),
    method          TEXT COLLATE "C" NOT NULL CHECK (method IN ('collect', 'fishbone', 'text', 'decisions', 'tasks')),
    heading         TEXT COLLATE "C" NOT NULL,
    prompt          TEXT COLLATE "C" NOT NULL,
    origin          TEXT COLLATE "C" NOT NULL,
    source          TEXT COLLATE "C" NOT NULL,
    layout          TEXT COLLATE "C" NOT NULL,
    idea_order      TEXT COLLATE "C" NOT NULL,
    idea_label      TEXT COLLATE "C" NOT NULL,
    marks_per_topic BIGINT NOT NULL CHECK (marks_per_topic >= 0),
    effect          TEXT COLLATE "C" NOT NULL,
    text            TEXT COLLATE "C" NOT NULL,
    decisions       TEXT COLLATE "C",
    tasks           TEXT COLLATE "C",
    blind           BOOLEAN NOT NULL DEFAULT FALSE,
    planned_minutes BIGINT NOT NULL DEFAULT 0 CHECK (planned_minutes >= 0),
    PRIMARY KEY (workshop_id, id)
);

CREATE TABLE topics (
    workshop_id TEXT COLLATE "C" NOT NULL,
    id          TEXT COLLATE "C" NOT NULL,
    revision    BIGINT NOT NULL,
    removed     BOOLEAN NOT NULL,
    vanished    BOOLEAN NOT NULL,
    position    BIGINT NOT NULL,
    step_id     TEXT COLLATE "C" NOT NULL,
    parent_id   TEXT COLLATE "C" NOT NULL,
    heading     TEXT COLLATE "C" NOT NULL,
    from_text   TEXT COLLATE "C" NOT NULL,
    from_idea   TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (workshop_id, id),
    FOREIGN KEY (workshop_id, step_id) REFERENCES steps (workshop_id, id) ON DELETE CASCADE
);

CREATE TABLE ideas (
    workshop_id   TEXT COLLATE "C" NOT NULL,
    id            TEXT COLLATE "C" NOT NULL,
    revision      BIGINT NOT NULL,
    removed       BOOLEAN NOT NULL,
    vanished      BOOLEAN NOT NULL,
    position      BIGINT NOT NULL,
    step_id       TEXT COLLATE "C" NOT NULL,
    topic_id      TEXT COLLATE "C" NOT NULL,
    parent_id     TEXT COLLATE "C" NOT NULL,
    text          TEXT COLLATE "C" NOT NULL,
    marked        BOOLEAN NOT NULL,
    chosen        BOOLEAN NOT NULL,
    note          TEXT COLLATE "C" NOT NULL,
    author        TEXT COLLATE "C" NOT NULL,
    merged_before TEXT COLLATE "C",
    seat_id       TEXT COLLATE "C" NOT NULL,
    hidden        BOOLEAN NOT NULL DEFAULT FALSE,
    merged_into   TEXT COLLATE "C" NOT NULL DEFAULT '',
    original      TEXT COLLATE "C" NOT NULL DEFAULT '',
    reworded      BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (workshop_id, id),
    FOREIGN KEY (workshop_id, step_id) REFERENCES steps (workshop_id, id) ON DELETE CASCADE
);

CREATE TABLE causes (
    workshop_id TEXT COLLATE "C" NOT NULL,
    id          TEXT COLLATE "C" NOT NULL,
    revision    BIGINT NOT NULL,
    removed     BOOLEAN NOT NULL,
    vanished    BOOLEAN NOT NULL,
    position    BIGINT NOT NULL,
    step_id     TEXT COLLATE "C" NOT NULL,
    parent_id   TEXT COLLATE "C" NOT NULL,
    text        TEXT COLLATE "C" NOT NULL,
    seat_id     TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (workshop_id, id),
    FOREIGN KEY (workshop_id, step_id) REFERENCES steps (workshop_id, id) ON DELETE CASCADE
);

CREATE TABLE different (
    workshop_id TEXT COLLATE "C" NOT NULL,
    one         TEXT COLLATE "C" NOT NULL,
    other       TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (workshop_id, one, other),
    FOREIGN KEY (workshop_id, one) REFERENCES ideas (workshop_id, id) ON DELETE CASCADE
);

CREATE TABLE rounds (
    workshop_id TEXT COLLATE "C" NOT NULL,
    id          TEXT COLLATE "C" NOT NULL,
    revision    BIGINT NOT NULL,
    removed     BOOLEAN NOT NULL,
    vanished    BOOLEAN NOT NULL,
    position    BIGINT NOT NULL,
    step_id     TEXT COLLATE "C" NOT NULL,
    state       TEXT COLLATE "C" NOT NULL CHECK (state IN ('prepared', 'open', 'closed')),
    label       TEXT COLLATE "C" NOT NULL,
    entry       TEXT COLLATE "C" NOT NULL,
    dots        BIGINT NOT NULL,
    per_idea    BIGINT NOT NULL,
    weights     TEXT COLLATE "C",
    minus       BIGINT,
    voters      BIGINT,
    imported    BOOLEAN NOT NULL,
    ideas       TEXT COLLATE "C",
    paper       BIGINT NOT NULL DEFAULT 0 CHECK (paper >= 0),
    PRIMARY KEY (workshop_id, id),
    FOREIGN KEY (workshop_id, step_id) REFERENCES steps (workshop_id, id) ON DELETE CASCADE
);

-- The keys of open rounds, sealed with a secret that the database does not have.
CREATE TABLE round_keys (
    workshop_id TEXT COLLATE "C" NOT NULL,
    round_id    TEXT COLLATE "C" NOT NULL,
    sealed      BYTEA NOT NULL,
    PRIMARY KEY (workshop_id, round_id),
    FOREIGN KEY (workshop_id, round_id) REFERENCES rounds (workshop_id, id) ON DELETE CASCADE
);

-- Where the instances serve the console: for the commands of the operator.
CREATE TABLE served_at (
    console TEXT COLLATE "C" NOT NULL PRIMARY KEY
);

-- A word that all instances can open which have the right secret.
CREATE TABLE sealed_with (
    word   TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    sealed BYTEA NOT NULL
);

CREATE TABLE ballots (
    workshop_id TEXT COLLATE "C" NOT NULL,
    round_id    TEXT COLLATE "C" NOT NULL,
    voter       TEXT COLLATE "C" NOT NULL,
    used        BIGINT NOT NULL,
    budget      BIGINT NOT NULL,
    paper       BIGINT NOT NULL DEFAULT 0 CHECK (paper >= 0),
    seq         BIGINT NOT NULL DEFAULT 0,
    CHECK (used BETWEEN 0 AND budget),
    PRIMARY KEY (workshop_id, round_id, voter),
    FOREIGN KEY (workshop_id, round_id) REFERENCES rounds (workshop_id, id) ON DELETE CASCADE
);

CREATE TABLE dots (
    workshop_id TEXT COLLATE "C" NOT NULL,
    round_id    TEXT COLLATE "C" NOT NULL,
    voter       TEXT COLLATE "C" NOT NULL,
    idea_id     TEXT COLLATE "C" NOT NULL,
    count       BIGINT NOT NULL,
    most        BIGINT NOT NULL,
    seq         BIGINT NOT NULL,
    CHECK (count BETWEEN 0 AND most),
    PRIMARY KEY (workshop_id, round_id, voter, idea_id),
    FOREIGN KEY (workshop_id, round_id, voter) REFERENCES ballots (workshop_id, round_id, voter) ON DELETE CASCADE
);

CREATE TABLE totals (
    workshop_id TEXT COLLATE "C" NOT NULL,
    round_id    TEXT COLLATE "C" NOT NULL,
    idea_id     TEXT COLLATE "C" NOT NULL,
    points      BIGINT,
    PRIMARY KEY (workshop_id, round_id, idea_id),
    FOREIGN KEY (workshop_id, round_id) REFERENCES rounds (workshop_id, id) ON DELETE CASCADE
);

CREATE TABLE cast_ballots (
    workshop_id TEXT COLLATE "C" NOT NULL,
    round_id    TEXT COLLATE "C" NOT NULL,
    number      BIGINT NOT NULL,
    choices     TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (workshop_id, round_id, number),
    FOREIGN KEY (workshop_id, round_id) REFERENCES rounds (workshop_id, id) ON DELETE CASCADE
);

CREATE TABLE round_sums (
    workshop_id TEXT COLLATE "C" NOT NULL,
    round_id    TEXT COLLATE "C" NOT NULL,
    totals      TEXT COLLATE "C" NOT NULL,
    ballots     TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (workshop_id, round_id),
    FOREIGN KEY (workshop_id, round_id) REFERENCES rounds (workshop_id, id) ON DELETE CASCADE
);

CREATE TABLE wordings (
    workshop_id TEXT COLLATE "C" NOT NULL,
    round_id    TEXT COLLATE "C" NOT NULL,
    idea_id     TEXT COLLATE "C" NOT NULL,
    number      BIGINT NOT NULL,
    text        TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (workshop_id, round_id, idea_id, number),
    FOREIGN KEY (workshop_id, round_id) REFERENCES rounds (workshop_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workshop_id, idea_id) REFERENCES ideas (workshop_id, id) ON DELETE CASCADE
);

CREATE TABLE commands (
    workshop_id TEXT COLLATE "C" NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    actor       TEXT COLLATE "C" NOT NULL,
    key         TEXT COLLATE "C" NOT NULL,
    digest      BYTEA NOT NULL,
    answer      BYTEA NOT NULL,
    PRIMARY KEY (workshop_id, actor, key)
);

CREATE TABLE history (
    workshop_id TEXT COLLATE "C" NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    revision    BIGINT NOT NULL,
    account_id  TEXT COLLATE "C" NOT NULL,
    at          BIGINT NOT NULL,
    kind        TEXT COLLATE "C" NOT NULL CHECK (kind IN ('done', 'undone', 'redone')),
    done        TEXT COLLATE "C" NOT NULL,
    part        TEXT COLLATE "C" NOT NULL,
    subject     TEXT COLLATE "C" NOT NULL,
    offered     BOOLEAN NOT NULL,
    changes     TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (workshop_id, revision)
);

CREATE TABLE drafts (
    workshop_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES workshops (id) ON DELETE CASCADE,
    draft       TEXT COLLATE "C" NOT NULL
);

CREATE TABLE editions (
    workshop_id TEXT COLLATE "C" NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    version     BIGINT NOT NULL CHECK (version >= 1),
    state       TEXT COLLATE "C" NOT NULL CHECK (state IN ('approved', 'published')),
    edition     TEXT COLLATE "C" NOT NULL,
    older       TEXT COLLATE "C" NOT NULL DEFAULT '' CHECK (older IN ('', 'stay', 'withdraw')),
    sum         TEXT COLLATE "C" NOT NULL DEFAULT '',
    PRIMARY KEY (workshop_id, version)
);

CREATE TABLE prints (
    workshop_id TEXT COLLATE "C" NOT NULL,
    version     BIGINT NOT NULL,
    sum         TEXT COLLATE "C" NOT NULL,
    ending      TEXT COLLATE "C" NOT NULL,
    bytes       BYTEA NOT NULL,
    digest      TEXT COLLATE "C" NOT NULL DEFAULT '',
    PRIMARY KEY (workshop_id, version, sum, ending),
    FOREIGN KEY (workshop_id, version) REFERENCES editions (workshop_id, version) ON DELETE CASCADE
);

CREATE TABLE publications (
    workshop_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES workshops (id) ON DELETE CASCADE,
    token       TEXT COLLATE "C" NOT NULL UNIQUE
);

CREATE TABLE seals (
    workshop_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES workshops (id) ON DELETE CASCADE,
    sum         TEXT COLLATE "C" NOT NULL,
    damaged     BOOLEAN NOT NULL
);

CREATE UNIQUE INDEX ballots_by_paper ON ballots (workshop_id, round_id, paper) WHERE paper > 0;
CREATE INDEX causes_by_revision ON causes (workshop_id, revision);
CREATE INDEX causes_by_seat ON causes (workshop_id, seat_id) WHERE seat_id <> '';
CREATE INDEX causes_by_step ON causes (workshop_id, step_id, position);
CREATE INDEX grants_by_account ON grants (account_id);
CREATE INDEX ideas_by_merged ON ideas (workshop_id, merged_into) WHERE merged_into <> '';
CREATE INDEX ideas_by_revision ON ideas (workshop_id, revision);
CREATE INDEX ideas_by_seat ON ideas (workshop_id, seat_id) WHERE seat_id <> '';
CREATE INDEX ideas_by_step ON ideas (workshop_id, step_id, position);
CREATE INDEX rounds_by_revision ON rounds (workshop_id, revision);
CREATE UNIQUE INDEX rounds_one_open ON rounds (workshop_id, step_id) WHERE state = 'open';
CREATE UNIQUE INDEX seats_by_token ON seats (workshop_id, token_hash);
CREATE INDEX sign_ins_by_account ON sign_ins (account_id);
CREATE INDEX steps_by_revision ON steps (workshop_id, revision);
CREATE INDEX templates_by_account ON templates (account_id, created);
CREATE INDEX topics_by_revision ON topics (workshop_id, revision);
CREATE INDEX topics_by_step ON topics (workshop_id, step_id, position);
CREATE INDEX totals_by_idea ON totals (workshop_id, idea_id);
CREATE INDEX workshops_by_timer ON workshops (timer_ends) WHERE timer_closes;

CREATE FUNCTION an_approved_version_never_changes() RETURNS trigger LANGUAGE plpgsql AS
'BEGIN RAISE EXCEPTION ''an approved version never changes''; END';

CREATE TRIGGER editions_are_frozen BEFORE UPDATE OF workshop_id, version, edition ON editions
    FOR EACH ROW EXECUTE FUNCTION an_approved_version_never_changes();
