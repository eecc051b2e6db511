-- +goose Up

-- The history calls members what the domain calls them. In what people wrote
-- quotes are escaped, so that no text of theirs is changed.
UPDATE history SET changes = replace(changes, '"step_id":', '"step":');
UPDATE history SET changes = replace(changes, '"topic_id":', '"topic":');
UPDATE history SET changes = replace(changes, '"parent_id":', '"parent":');
UPDATE history SET changes = replace(changes, '"seat_id":', '"seat":');
UPDATE history SET changes = replace(changes, '"idea_order":', '"order":');
UPDATE history SET changes = replace(changes, '"from_text":', '"from":');
UPDATE history SET changes = replace(changes, '"group_name":', '"group":');
UPDATE history SET changes = replace(changes, '"start_time":', '"start":');
UPDATE history SET changes = replace(changes, '"end_time":', '"end":');
