INSERT INTO ideas (workshop_id, id, revision, removed, vanished, position, step_id, topic_id, parent_id, text, marked, chosen, note, author, seat_id, merged_into, original) VALUES
    ('w', 'm', 8, 1, 1, 5, 's', 't', '', 'služby na sebe nejdou', 0, 0, '', '', '', 'a', ''),
    ('w', 'o', 6, 0, 0, 6, 's', 't', '', 'Málo peněz', 0, 0, '', '', 'seat', '', 'malo penez!!');
UPDATE ideas SET merged = '["služby na sebe nejdou"]', revision = 8 WHERE id = 'a';
INSERT INTO different (workshop_id, one, other) VALUES ('w', 'a', 'o');
INSERT INTO history (workshop_id, revision, account_id, at, kind, done, part, subject, offered, changes) VALUES
    ('w', 9, 'petra', 1, 'done', 'marked', 'ideas', 'Málo peněz', 1, '[{"part":"ideas","id":"o","before":{"marked":1},"after":{"marked":0}}]');
