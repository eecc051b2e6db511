INSERT INTO accounts (id, name, login, role, password_hash, disabled) VALUES ('jana', 'Jana', 'jana', 'facilitator', 'x', 1);
UPDATE sign_ins SET by_link = 1;
INSERT INTO links (hash, id, purpose, role, label, account_id, workshop_id, made_by, expires)
    VALUES ('invited', 'invited', 'invitation', 'facilitator', 'Pro Karla', '', '', 'petra', 9000000000000);
