-- +goose Up

-- One row for what stands in a step (docs/adr/0032): an idea, a cause, a
-- decision, a task.
ALTER TABLE ideas RENAME TO entries;
ALTER TABLE entries
    ADD COLUMN method TEXT COLLATE "C" NOT NULL DEFAULT 'collect' CHECK (method IN ('collect', 'fishbone', 'decisions', 'tasks')),
    ADD COLUMN from_workshop TEXT COLLATE "C" NOT NULL DEFAULT '',
    ADD COLUMN from_entry TEXT COLLATE "C" NOT NULL DEFAULT '',
    ADD COLUMN from_text TEXT COLLATE "C" NOT NULL DEFAULT '',
    ADD COLUMN mover TEXT COLLATE "C" NOT NULL DEFAULT '',
    ADD COLUMN how TEXT COLLATE "C" NOT NULL DEFAULT '' CHECK (how IN ('', 'votes', 'consensus')),
    ADD COLUMN votes_for BIGINT,
    ADD COLUMN votes_against BIGINT,
    ADD COLUMN abstained BIGINT,
    ADD COLUMN result TEXT COLLATE "C" NOT NULL DEFAULT '',
    ADD COLUMN owners TEXT COLLATE "C",
    ADD COLUMN everyone BOOLEAN NOT NULL DEFAULT FALSE,
    ADD COLUMN due TEXT COLLATE "C" NOT NULL DEFAULT '',
    ADD COLUMN due_date TEXT COLLATE "C" NOT NULL DEFAULT '',
    ADD COLUMN state TEXT COLLATE "C" NOT NULL DEFAULT '' CHECK (state IN ('', 'open', 'done', 'moved', 'dropped')),
    ADD COLUMN reason TEXT COLLATE "C" NOT NULL DEFAULT '';

ALTER INDEX ideas_pkey RENAME TO entries_pkey;
ALTER INDEX ideas_by_revision RENAME TO entries_by_revision;
ALTER INDEX ideas_by_step RENAME TO entries_by_step;
ALTER INDEX ideas_by_seat RENAME TO entries_by_seat;
ALTER INDEX ideas_by_merged RENAME TO entries_by_merged;
CREATE INDEX entries_by_origin ON entries (from_workshop, from_entry) WHERE from_entry <> '';

INSERT INTO entries (workshop_id, id, revision, removed, vanished, position, step_id, topic_id, parent_id, text, marked, chosen, note, author, seat_id, method)
SELECT workshop_id, id, revision, removed, vanished, position, step_id, '', parent_id, text, FALSE, FALSE, '', '', seat_id, 'fishbone' FROM causes;
DROP TABLE causes;

-- Decisions and tasks stood in their step as JSON. Place says where in it, by
-- the numbers of the items on the way down. An id is 26 letters of those that
-- ids are made of.
CREATE TABLE unfolded AS
WITH RECURSIVE tree AS (
    SELECT s.workshop_id, s.id AS step_id, s.revision, s.removed, 'decisions' AS method, d.value, ARRAY[d.n] AS place
    FROM steps s, jsonb_array_elements(NULLIF(s.decisions, 'null')::jsonb) WITH ORDINALITY d (value, n)
    UNION ALL
    SELECT s.workshop_id, s.id, s.revision, s.removed, 'tasks', t.value, ARRAY[t.n]
    FROM steps s, jsonb_array_elements(NULLIF(s.tasks, 'null')::jsonb) WITH ORDINALITY t (value, n)
    UNION ALL
    SELECT a.workshop_id, a.step_id, a.revision, a.removed, a.method, t.value, a.place || t.n
    FROM tree a, jsonb_array_elements(a.value -> 'tasks') WITH ORDINALITY t (value, n)
)
SELECT tree.*, translate(left(replace(gen_random_uuid()::text, '-', ''), 26), '0189', 'ghij') AS id,
    ROW_NUMBER() OVER (PARTITION BY workshop_id, step_id ORDER BY method, place)
        + (SELECT COALESCE(MAX(e.position), 0) FROM entries e WHERE e.workshop_id = tree.workshop_id AND e.step_id = tree.step_id) AS position
FROM tree;

INSERT INTO entries (workshop_id, id, revision, removed, vanished, position, step_id, topic_id, parent_id, text, marked, chosen, note, author, seat_id,
    method, votes_for, votes_against, abstained, result, owners, due, state)
SELECT u.workshop_id, u.id, u.revision, u.removed, FALSE, u.position, u.step_id, '', COALESCE(a.id, ''),
    u.value ->> 'text', FALSE, FALSE, '', '', '',
    u.method, (u.value ->> 'for')::bigint, (u.value ->> 'against')::bigint, (u.value ->> 'abstain')::bigint,
    COALESCE(u.value ->> 'result', ''), u.value ->> 'owners', COALESCE(u.value ->> 'due', ''), COALESCE(u.value ->> 'state', '')
FROM unfolded u
LEFT JOIN unfolded a ON a.workshop_id = u.workshop_id AND a.step_id = u.step_id AND a.method = u.method
    AND cardinality(u.place) > 1 AND a.place = u.place[:cardinality(u.place) - 1];

DROP TABLE unfolded;
ALTER TABLE steps DROP COLUMN decisions, DROP COLUMN tasks;

ALTER TABLE totals RENAME COLUMN idea_id TO entry_id;
ALTER TABLE wordings RENAME COLUMN idea_id TO entry_id;
ALTER INDEX totals_by_idea RENAME TO totals_by_entry;

UPDATE history SET changes = replace(replace(changes, '"part":"ideas"', '"part":"entries"'), '"part":"causes"', '"part":"entries"');
