-- +goose Up

-- A task that goes on in another workshop is one promise with the one it was
-- made of (docs/adr/0037). Each of its rows says where it was first promised, how
-- many workshops it has stood in, and what was said when it was last spoken of.
ALTER TABLE entries ADD COLUMN from_name TEXT NOT NULL DEFAULT '';
ALTER TABLE entries ADD COLUMN from_date TEXT NOT NULL DEFAULT '';
ALTER TABLE entries ADD COLUMN from_due TEXT NOT NULL DEFAULT '';
ALTER TABLE entries ADD COLUMN from_due_date TEXT NOT NULL DEFAULT '';
ALTER TABLE entries ADD COLUMN first_workshop TEXT NOT NULL DEFAULT '';
ALTER TABLE entries ADD COLUMN first_entry TEXT NOT NULL DEFAULT '';
ALTER TABLE entries ADD COLUMN first_name TEXT NOT NULL DEFAULT '';
ALTER TABLE entries ADD COLUMN first_date TEXT NOT NULL DEFAULT '';
ALTER TABLE entries ADD COLUMN passed INTEGER NOT NULL DEFAULT 0;

UPDATE entries SET from_due = o.due, from_due_date = o.due_date
    FROM entries o
    WHERE o.workshop_id = entries.from_workshop AND o.id = entries.from_entry AND o.method = 'tasks' AND entries.method = 'tasks';

-- Names are those of today: nobody wrote down the former ones.
WITH RECURSIVE chain (workshop_id, id, first_workshop, first_entry, passed) AS (
    SELECT e.workshop_id, e.id, o.workshop_id, o.id, 2
    FROM entries e JOIN entries o ON o.workshop_id = e.from_workshop AND o.id = e.from_entry
    WHERE e.method = 'tasks' AND o.method = 'tasks'
        AND NOT EXISTS (SELECT 1 FROM entries b WHERE b.workshop_id = o.from_workshop AND b.id = o.from_entry AND b.method = 'tasks')
    UNION
    SELECT e.workshop_id, e.id, c.first_workshop, c.first_entry, c.passed + 1
    FROM chain c JOIN entries e ON e.from_workshop = c.workshop_id AND e.from_entry = c.id
    WHERE e.method = 'tasks' AND e.from_entry <> ''
)
UPDATE entries SET first_workshop = c.first_workshop, first_entry = c.first_entry, passed = c.passed
    FROM chain c
    WHERE entries.workshop_id = c.workshop_id AND entries.id = c.id;

UPDATE entries SET from_name = CASE WHEN w.title <> '' THEN w.title WHEN w.number > 0 THEN w.number || '.' ELSE w.date END, from_date = w.date
    FROM workshops w WHERE w.id = entries.from_workshop AND entries.passed > 0;
UPDATE entries SET first_name = CASE WHEN w.title <> '' THEN w.title WHEN w.number > 0 THEN w.number || '.' ELSE w.date END, first_date = w.date
    FROM workshops w WHERE w.id = entries.first_workshop AND entries.passed > 0;

CREATE INDEX entries_of_tasks ON entries (workshop_id) WHERE method = 'tasks';
CREATE INDEX entries_by_promise ON entries (first_workshop, first_entry) WHERE first_entry <> '';
