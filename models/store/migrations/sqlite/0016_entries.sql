-- +goose Up

-- One row for what stands in a step (docs/adr/0032): an idea, a cause, a
-- decision, a task.
ALTER TABLE ideas RENAME TO entries;
ALTER TABLE entries ADD COLUMN method TEXT NOT NULL DEFAULT 'collect' CHECK (method IN ('collect', 'fishbone', 'decisions', 'tasks'));
ALTER TABLE entries ADD COLUMN from_workshop TEXT NOT NULL DEFAULT '';
ALTER TABLE entries ADD COLUMN from_entry TEXT NOT NULL DEFAULT '';
ALTER TABLE entries ADD COLUMN from_text TEXT NOT NULL DEFAULT '';
ALTER TABLE entries ADD COLUMN mover TEXT NOT NULL DEFAULT '';
ALTER TABLE entries ADD COLUMN how TEXT NOT NULL DEFAULT '' CHECK (how IN ('', 'votes', 'consensus'));
ALTER TABLE entries ADD COLUMN votes_for INTEGER;
ALTER TABLE entries ADD COLUMN votes_against INTEGER;
ALTER TABLE entries ADD COLUMN abstained INTEGER;
ALTER TABLE entries ADD COLUMN result TEXT NOT NULL DEFAULT '';
ALTER TABLE entries ADD COLUMN owners TEXT;
ALTER TABLE entries ADD COLUMN everyone INTEGER NOT NULL DEFAULT 0 CHECK (everyone IN (0, 1));
ALTER TABLE entries ADD COLUMN due TEXT NOT NULL DEFAULT '';
ALTER TABLE entries ADD COLUMN due_date TEXT NOT NULL DEFAULT '';
ALTER TABLE entries ADD COLUMN state TEXT NOT NULL DEFAULT '' CHECK (state IN ('', 'open', 'done', 'moved', 'dropped'));
ALTER TABLE entries ADD COLUMN reason TEXT NOT NULL DEFAULT '';

DROP INDEX ideas_by_revision;
DROP INDEX ideas_by_step;
DROP INDEX ideas_by_seat;
DROP INDEX ideas_by_merged;
CREATE INDEX entries_by_revision ON entries (workshop_id, revision);
CREATE INDEX entries_by_step ON entries (workshop_id, step_id, position);
CREATE INDEX entries_by_seat ON entries (workshop_id, seat_id) WHERE seat_id <> '';
CREATE INDEX entries_by_merged ON entries (workshop_id, merged_into) WHERE merged_into <> '';
CREATE INDEX entries_by_origin ON entries (from_workshop, from_entry) WHERE from_entry <> '';

INSERT INTO entries (workshop_id, id, revision, removed, vanished, position, step_id, topic_id, parent_id, text, marked, chosen, note, author, seat_id, method)
SELECT workshop_id, id, revision, removed, vanished, position, step_id, '', parent_id, text, 0, 0, '', '', seat_id, 'fishbone' FROM causes;
DROP TABLE causes;

-- Decisions and tasks stood in their step as JSON. Where is the path of the list
-- an object stands in. An id is 26 letters of those that ids are made of.
CREATE TABLE unfolded AS
SELECT s.workshop_id, s.id AS step_id, s.revision, s.removed, l.method, l.value, l.fullkey AS place, l.path AS list,
    NULL AS id, ROW_NUMBER() OVER (PARTITION BY s.workshop_id, s.id ORDER BY l.method, l.id)
        + (SELECT COALESCE(MAX(e.position), 0) FROM entries e WHERE e.workshop_id = s.workshop_id AND e.step_id = s.id) AS position
FROM (
    SELECT st.workshop_id, st.id AS step_id, 'decisions' AS method, j.id, j.value, j.fullkey, j.path FROM steps st, json_tree(st.decisions) j WHERE j.type = 'object'
    UNION ALL
    SELECT st.workshop_id, st.id, 'tasks', j.id, j.value, j.fullkey, j.path FROM steps st, json_tree(st.tasks) j WHERE j.type = 'object'
) l
JOIN steps s ON s.workshop_id = l.workshop_id AND s.id = l.step_id;

UPDATE unfolded SET id = replace(replace(replace(replace(lower(hex(randomblob(13))), '0', 'g'), '1', 'h'), '8', 'i'), '9', 'j');

INSERT INTO entries (workshop_id, id, revision, removed, vanished, position, step_id, topic_id, parent_id, text, marked, chosen, note, author, seat_id,
    method, votes_for, votes_against, abstained, result, owners, due, state)
SELECT u.workshop_id, u.id, u.revision, u.removed, 0, u.position, u.step_id, '',
    COALESCE((SELECT a.id FROM unfolded a WHERE a.workshop_id = u.workshop_id AND a.step_id = u.step_id AND a.method = u.method AND a.place || '.tasks' = u.list), ''),
    json_extract(u.value, '$.text'), 0, 0, '', '', '',
    u.method, json_extract(u.value, '$.for'), json_extract(u.value, '$.against'), json_extract(u.value, '$.abstain'),
    COALESCE(json_extract(u.value, '$.result'), ''), json_extract(u.value, '$.owners'),
    COALESCE(json_extract(u.value, '$.due'), ''), COALESCE(json_extract(u.value, '$.state'), '')
FROM unfolded u;

DROP TABLE unfolded;
ALTER TABLE steps DROP COLUMN decisions;
ALTER TABLE steps DROP COLUMN tasks;

ALTER TABLE totals RENAME COLUMN idea_id TO entry_id;
ALTER TABLE wordings RENAME COLUMN idea_id TO entry_id;
DROP INDEX totals_by_idea;
CREATE INDEX totals_by_entry ON totals (workshop_id, entry_id);

UPDATE history SET changes = replace(replace(changes, '"part":"ideas"', '"part":"entries"'), '"part":"causes"', '"part":"entries"');
