-- +goose Up

-- The wordings that stood on the ballots of a closed round: of the idea on
-- whose line they stood, and of those that were merged into it then.
CREATE TABLE wordings (
    workshop_id TEXT    NOT NULL,
    round_id    TEXT    NOT NULL,
    idea_id     TEXT    NOT NULL,
    number      INTEGER NOT NULL,
    text        TEXT    NOT NULL,
    PRIMARY KEY (workshop_id, round_id, idea_id, number),
    FOREIGN KEY (workshop_id, round_id) REFERENCES rounds (workshop_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workshop_id, idea_id) REFERENCES ideas (workshop_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What was voted on before is not known to have been worded otherwise.
INSERT INTO wordings (workshop_id, round_id, idea_id, number, text)
SELECT t.workshop_id, t.round_id, t.idea_id, 1, i.text
FROM totals t
JOIN ideas i ON i.workshop_id = t.workshop_id AND i.id = t.idea_id
JOIN rounds r ON r.workshop_id = t.workshop_id AND r.id = t.round_id AND r.state = 'closed'
WHERE t.points IS NOT NULL;

-- Whether the wording is a facilitator's.
ALTER TABLE ideas ADD COLUMN reworded INTEGER NOT NULL DEFAULT 0 CHECK (reworded IN (0, 1));
UPDATE ideas SET reworded = 1 WHERE original <> '';

-- The wordings of merged ideas are read through merged_into. What is left are
-- those that came merged from a file, without an idea of their own.
ALTER TABLE ideas RENAME COLUMN merged TO merged_before;

UPDATE ideas SET merged_before = (
    SELECT NULLIF(json_group_array(said), '[]') FROM (
        SELECT e.value AS said, ROW_NUMBER() OVER (PARTITION BY e.value ORDER BY e.key) AS which
        FROM json_each(ideas.merged_before) e WHERE e.type = 'text' ORDER BY e.key
    ) WHERE which > (
        SELECT COUNT(*) FROM ideas beside
        WHERE beside.workshop_id = ideas.workshop_id AND beside.merged_into = ideas.merged_into
            AND beside.id <> ideas.id AND beside.text = said
    )
) WHERE merged_into <> '' AND merged_before IS NOT NULL;

UPDATE ideas SET merged_before = (
    SELECT NULLIF(json_group_array(said), '[]') FROM (
        SELECT e.value AS said, ROW_NUMBER() OVER (PARTITION BY e.value ORDER BY e.key) AS which
        FROM json_each(ideas.merged_before) e WHERE e.type = 'text' ORDER BY e.key
    ) WHERE which > (
        SELECT COUNT(*) FROM ideas gone
        WHERE gone.workshop_id = ideas.workshop_id AND gone.merged_into = ideas.id AND gone.text = said
    ) + (
        SELECT COUNT(*) FROM ideas gone, json_each(gone.merged_before) own
        WHERE gone.workshop_id = ideas.workshop_id AND gone.merged_into = ideas.id AND own.value = said
    )
) WHERE merged_into = '' AND merged_before IS NOT NULL;

-- What was written down of the list before is no longer anything to go back to.
UPDATE history SET changes = (
    SELECT json_group_array(json_remove(c.value, '$.before.merged', '$.after.merged')) FROM json_each(history.changes) c
) WHERE changes LIKE '%"merged":%';

-- +goose Down
ALTER TABLE ideas RENAME COLUMN merged_before TO merged;
ALTER TABLE ideas DROP COLUMN reworded;
DROP TABLE wordings;
