UPDATE workshops SET timer_ends = 1, timer_left = 60000, timer_closes = 1, message = 'Přestávka', locked = 1, blank = 1, hands = 2;
UPDATE seats SET hand = 2, done_step = 's';
UPDATE steps SET blind = 1 WHERE id = 's';
INSERT INTO ideas (workshop_id, id, revision, removed, vanished, position, step_id, topic_id, parent_id, text, marked, chosen, note, author, seat_id, hidden) VALUES
    ('w', 'h', 6, 0, 0, 4, 's', 't', '', 'skryté', 0, 0, '', '', '', 1);
