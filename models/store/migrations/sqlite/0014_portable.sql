-- +goose Up

-- The history says yes and no, whatever a database keeps them as. In what
-- people wrote quotes are escaped, so that no text of theirs is changed.
UPDATE history SET changes = replace(replace(changes, '"removed":1', '"removed":true'), '"removed":0', '"removed":false');
UPDATE history SET changes = replace(replace(changes, '"vanished":1', '"vanished":true'), '"vanished":0', '"vanished":false');
UPDATE history SET changes = replace(replace(changes, '"marked":1', '"marked":true'), '"marked":0', '"marked":false');
UPDATE history SET changes = replace(replace(changes, '"chosen":1', '"chosen":true'), '"chosen":0', '"chosen":false');
UPDATE history SET changes = replace(replace(changes, '"hidden":1', '"hidden":true'), '"hidden":0', '"hidden":false');
UPDATE history SET changes = replace(replace(changes, '"blind":1', '"blind":true'), '"blind":0', '"blind":false');
UPDATE history SET changes = replace(replace(changes, '"imported":1', '"imported":true'), '"imported":0', '"imported":false');

DROP INDEX workshops_by_timer;
CREATE INDEX workshops_by_timer ON workshops (timer_ends) WHERE timer_closes;
