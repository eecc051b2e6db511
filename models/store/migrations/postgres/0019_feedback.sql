-- +goose Up

-- What people are asked about the workshop when it ends (JSON; missing: the
-- usual questions), and until when they may answer.
ALTER TABLE workshops ADD COLUMN feedback_questions TEXT COLLATE "C";
ALTER TABLE workshops ADD COLUMN feedback_ends BIGINT NOT NULL DEFAULT 0;
ALTER TABLE templates ADD COLUMN feedback TEXT COLLATE "C";

-- Who has answered, and what: each under a pseudonym of its own that only the
-- secret on the phone leads to (docs/adr/0035). No time.
CREATE TABLE feedback_given (
    workshop_id TEXT COLLATE "C" NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    pseudonym   TEXT COLLATE "C" NOT NULL,
    seq         BIGINT NOT NULL,
    removed     BOOLEAN NOT NULL,
    PRIMARY KEY (workshop_id, pseudonym)
);

CREATE TABLE feedback_answers (
    workshop_id TEXT COLLATE "C" NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    question_id TEXT COLLATE "C" NOT NULL,
    pseudonym   TEXT COLLATE "C" NOT NULL,
    score       BIGINT NOT NULL CHECK (score BETWEEN 0 AND 5),
    text        TEXT COLLATE "C" NOT NULL,
    hidden      BOOLEAN NOT NULL,
    removed     BOOLEAN NOT NULL,
    PRIMARY KEY (workshop_id, question_id, pseudonym)
);
