-- +goose Up

-- A ballot from a person without a phone, entered by the facilitator: its
-- number among the paper ones, 0 on phones. Its voter is an id of the client's
-- making. seq orders the corrections of the whole ballot.
ALTER TABLE ballots ADD COLUMN paper INTEGER NOT NULL DEFAULT 0 CHECK (paper >= 0);
ALTER TABLE ballots ADD COLUMN seq INTEGER NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX ballots_by_paper ON ballots (workshop_id, round_id, paper) WHERE paper > 0;

-- ideas is a JSON list of what is voted on, null for all of the step; paper is
-- how many of the voters' ballots were on paper, known once the round is closed.
ALTER TABLE rounds ADD COLUMN ideas TEXT;
ALTER TABLE rounds ADD COLUMN paper INTEGER NOT NULL DEFAULT 0 CHECK (paper >= 0);

-- +goose Down
ALTER TABLE rounds DROP COLUMN paper;
ALTER TABLE rounds DROP COLUMN ideas;
DROP INDEX ballots_by_paper;
ALTER TABLE ballots DROP COLUMN seq;
ALTER TABLE ballots DROP COLUMN paper;
