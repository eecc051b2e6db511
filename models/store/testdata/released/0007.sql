INSERT INTO drafts (workshop_id, draft) VALUES ('w', '{"introduction":"Zápis pořídila Petra."}');
INSERT INTO editions (workshop_id, version, state, edition) VALUES
    ('w', 1, 'published', '{"number":2,"group":"Pracovní skupina","steps":[],"options":{},"version":1,"state":"approved","approval":{"by":"Petra","on":"2026-03-05"},"introduction":"Schválený úvod.","letterhead":{}}');
INSERT INTO publications (workshop_id, token) VALUES ('w', 'adresa');
INSERT INTO letterheads (programme, letterhead) VALUES ('Plán služeb', '{"publicity":["Spolufinancováno Evropskou unií"]}');
