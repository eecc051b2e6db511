INSERT INTO rounds (workshop_id, id, revision, removed, vanished, position, step_id, state, label, entry, dots, per_idea, voters, imported, ideas, paper)
    VALUES ('w', 'q', 8, 0, 0, 2, 's', 'closed', 'Užší volba', '', 1, 1, 1, 0, '["a","b"]', 1);
INSERT INTO totals (workshop_id, round_id, idea_id, points) VALUES ('w', 'q', 'a', 1), ('w', 'q', 'b', 0);
INSERT INTO cast_ballots (workshop_id, round_id, number, choices) VALUES ('w', 'q', 0, '[["a",1]]');
