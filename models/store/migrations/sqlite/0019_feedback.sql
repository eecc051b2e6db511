-- +goose Up

-- What people are asked about the workshop when it ends (JSON; missing: the
-- usual questions), and until when they may answer.
ALTER TABLE workshops ADD COLUMN feedback_questions TEXT;
ALTER TABLE workshops ADD COLUMN feedback_ends INTEGER NOT NULL DEFAULT 0;
ALTER TABLE templates ADD COLUMN feedback TEXT;

-- Who has answered, and what: each under a pseudonym of its own that only the
-- secret on the phone leads to (docs/adr/0035). No time, no order of insertion.
CREATE TABLE feedback_given (
    workshop_id TEXT    NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    pseudonym   TEXT    NOT NULL,
    seq         INTEGER NOT NULL,
    removed     BOOLEAN NOT NULL,
    PRIMARY KEY (workshop_id, pseudonym)
) WITHOUT ROWID;

CREATE TABLE feedback_answers (
    workshop_id TEXT    NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    question_id TEXT    NOT NULL,
    pseudonym   TEXT    NOT NULL,
    score       INTEGER NOT NULL CHECK (score BETWEEN 0 AND 5),
    text        TEXT    NOT NULL,
    hidden      BOOLEAN NOT NULL,
    removed     BOOLEAN NOT NULL,
    PRIMARY KEY (workshop_id, question_id, pseudonym)
) WITHOUT ROWID;
