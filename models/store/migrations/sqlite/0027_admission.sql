-- +goose Up

-- How people get into a workshop, and how many devices at most (0: as many as come).
ALTER TABLE workshops ADD COLUMN admission_way TEXT NOT NULL DEFAULT 'open' CHECK (admission_way IN ('open', 'tickets', 'lobby'));
ALTER TABLE workshops ADD COLUMN admission_most INTEGER NOT NULL DEFAULT 0 CHECK (admission_most >= 0);
-- Of a workshop from a file: how many came in each way, as models.Came.
ALTER TABLE workshops ADD COLUMN came TEXT;
-- How people get into workshops made from a template, as models.Admission.
ALTER TABLE templates ADD COLUMN admission TEXT;

-- A seat's number among the devices of its workshop, how it came in, by which
-- ticket, and when, to the minute. A seat that waits in the lobby, was taken out or
-- handed on is removed, for whoever knows of nothing else.
ALTER TABLE seats ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
ALTER TABLE seats ADD COLUMN came TEXT NOT NULL DEFAULT 'open';
ALTER TABLE seats ADD COLUMN ticket INTEGER NOT NULL DEFAULT 0;
ALTER TABLE seats ADD COLUMN state TEXT NOT NULL DEFAULT '' CHECK (state IN ('', 'waiting', 'out', 'past'));
ALTER TABLE seats ADD COLUMN joined INTEGER NOT NULL DEFAULT 0;
UPDATE seats SET number = (SELECT COUNT(*) FROM seats s WHERE s.workshop_id = seats.workshop_id AND s.role = 'participant' AND s.id <= seats.id)
    WHERE role = 'participant';

CREATE TABLE tickets (
    workshop_id TEXT    NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL CHECK (number > 0),
    code        TEXT    NOT NULL UNIQUE,
    token       TEXT    NOT NULL UNIQUE,
    seat_id     TEXT,
    PRIMARY KEY (workshop_id, number),
    UNIQUE (workshop_id, seat_id),
    FOREIGN KEY (workshop_id, seat_id) REFERENCES seats (workshop_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- +goose Down
DROP TABLE tickets;
ALTER TABLE seats DROP COLUMN joined;
ALTER TABLE seats DROP COLUMN state;
ALTER TABLE seats DROP COLUMN ticket;
ALTER TABLE seats DROP COLUMN came;
ALTER TABLE seats DROP COLUMN number;
ALTER TABLE templates DROP COLUMN admission;
ALTER TABLE workshops DROP COLUMN came;
ALTER TABLE workshops DROP COLUMN admission_most;
ALTER TABLE workshops DROP COLUMN admission_way;
