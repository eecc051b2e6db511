-- A workshop as the first schema held it. Each later file fills what its schema
-- added, over those before it.
INSERT INTO workshops (id, state, code, current_step, language, programme, group_name, number, title, date, start_time, end_time, place, facilitators, next_meeting, revision, head_revision, door_token, wall_token, created)
    VALUES ('w', 'ended', '234567', '', 'cs', 'Plán služeb', 'Pracovní skupina', 2, 'Jednání', '2026-03-04', '09:00', '12:00', 'Liberec', '["Petra"]', '', 9, 1, 'd', 't', 1);
INSERT INTO steps (workshop_id, id, revision, removed, vanished, position, state, method, heading, prompt, origin, source, layout, idea_order, idea_label, marks_per_topic, effect, text) VALUES
    ('w', 's', 2, 0, 0, 1, 'closed', 'collect', 'PROBLÉMY', 'Co chybí?', '', '', '', '', '', 3, '', ''),
    ('w', 'f', 3, 0, 0, 2, 'closed', 'fishbone', 'PŘÍČINY', '', '', '', '', '', '', 0, 'Cíl', '');
INSERT INTO topics (workshop_id, id, revision, removed, vanished, position, step_id, parent_id, heading, from_text, from_idea)
    VALUES ('w', 't', 4, 0, 0, 1, 's', '', 'PŘÍBUZNÍ', '', '');
INSERT INTO ideas (workshop_id, id, revision, removed, vanished, position, step_id, topic_id, parent_id, text, marked, chosen, note, author, seat_id) VALUES
    ('w', 'a', 5, 0, 0, 1, 's', 't', '', 'Nenavazují služby', 1, 0, 'z konference', '', ''),
    ('w', 'b', 5, 0, 0, 2, 's', 't', 'a', 'ani v kraji 😀', 0, 1, '', '', 'seat'),
    ('w', 'c', 6, 1, 1, 3, 's', 't', '', 'odebráno', 0, 0, '', '', '');
INSERT INTO causes (workshop_id, id, revision, removed, vanished, position, step_id, parent_id, text, seat_id) VALUES
    ('w', 'k', 7, 0, 0, 1, 'f', '', 'LIDÉ', ''), ('w', 'l', 7, 0, 0, 2, 'f', 'k', 'málo lidí', 'seat');
INSERT INTO rounds (workshop_id, id, revision, removed, vanished, position, step_id, state, label, entry, dots, per_idea, voters, imported)
    VALUES ('w', 'r', 8, 0, 0, 1, 's', 'closed', 'Hlasy', '', 3, 1, 3, 0);
INSERT INTO totals (workshop_id, round_id, idea_id, points) VALUES ('w', 'r', 'a', 3), ('w', 'r', 'b', 0);
INSERT INTO cast_ballots (workshop_id, round_id, number, choices) VALUES
    ('w', 'r', 0, '[["a",1]]'), ('w', 'r', 1, '[["a",1]]'), ('w', 'r', 2, '[["a",1]]');
INSERT INTO accounts (id, name, login, role, password_hash) VALUES ('petra', 'Petra', 'petra', 'coordinator', 'x');
INSERT INTO grants (workshop_id, account_id) VALUES ('w', 'petra');
INSERT INTO links (hash, purpose, account_id, expires) VALUES ('link', 'sign-in', 'petra', 9000000000000);
INSERT INTO sign_ins (token_hash, account_id, expires) VALUES ('token', 'petra', 9000000000000);
INSERT INTO seats (workshop_id, id, role, token_hash, removed) VALUES ('w', 'seat', 'participant', 'seat', 0);
