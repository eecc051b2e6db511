-- +goose Up

-- The number by which a person finds her own ballot in the list of all of them. Her
-- device makes it; empty: it made none. It hangs on no seat (docs/adr/0044).
ALTER TABLE ballots ADD COLUMN receipt TEXT NOT NULL DEFAULT '';
ALTER TABLE cast_ballots ADD COLUMN receipt TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX ballots_by_receipt ON ballots (workshop_id, round_id, receipt) WHERE receipt <> '';
CREATE UNIQUE INDEX cast_ballots_by_receipt ON cast_ballots (workshop_id, round_id, receipt) WHERE receipt <> '';

-- +goose Down
DROP INDEX cast_ballots_by_receipt;
DROP INDEX ballots_by_receipt;
ALTER TABLE cast_ballots DROP COLUMN receipt;
ALTER TABLE ballots DROP COLUMN receipt;
