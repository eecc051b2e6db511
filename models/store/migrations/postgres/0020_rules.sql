-- +goose Up

-- By which rule people vote is one JSON value. The columns that said it before
-- are kept filled (docs/adr/0036).
ALTER TABLE rounds ADD COLUMN rule TEXT COLLATE "C";
UPDATE rounds SET rule = '{"rule":"' || CASE
        WHEN COALESCE(weights, '') NOT IN ('', 'null', '[]') THEN 'weights'
        WHEN COALESCE(minus, 0) > 0 THEN 'plus-minus'
        ELSE 'dots' END || '"'
    || CASE WHEN dots <> 0 THEN ',"dots":' || dots ELSE '' END
    || CASE WHEN per_idea <> 0 THEN ',"per_entry":' || per_idea ELSE '' END
    || CASE WHEN COALESCE(weights, '') NOT IN ('', 'null', '[]') THEN ',"weights":' || weights ELSE '' END
    || CASE WHEN minus IS NOT NULL THEN ',"minus":' || minus ELSE '' END
    || '}'
    WHERE dots <> 0 OR per_idea <> 0 OR minus IS NOT NULL OR COALESCE(weights, '') NOT IN ('', 'null', '[]');

-- Taking back an older change of a rule would change one of the two only.
UPDATE history SET offered = false WHERE part = 'rounds' AND done = 'changed' AND (changes LIKE '%"dots":%' OR changes LIKE '%"per_idea":%');

-- A ballot is whole, in one row: votes is a list of {entry, value, seq}. highest
-- is its highest value, most how high one may be.
ALTER TABLE ballots ADD COLUMN votes TEXT COLLATE "C" NOT NULL DEFAULT '[]';
ALTER TABLE ballots ADD COLUMN most BIGINT NOT NULL DEFAULT 0;
ALTER TABLE ballots ADD COLUMN highest BIGINT NOT NULL DEFAULT 0 CHECK (highest BETWEEN 0 AND most);
UPDATE ballots SET
    votes = COALESCE((SELECT json_agg(json_build_object('entry', d.idea_id, 'value', d.count, 'seq', d.seq) ORDER BY d.idea_id)::text
        FROM dots d WHERE d.workshop_id = ballots.workshop_id AND d.round_id = ballots.round_id AND d.voter = ballots.voter), '[]'),
    most = COALESCE((SELECT MAX(d.most)
        FROM dots d WHERE d.workshop_id = ballots.workshop_id AND d.round_id = ballots.round_id AND d.voter = ballots.voter), 0),
    highest = COALESCE((SELECT MAX(d.count)
        FROM dots d WHERE d.workshop_id = ballots.workshop_id AND d.round_id = ballots.round_id AND d.voter = ballots.voter), 0);
DROP TABLE dots;
