-- +goose Up

-- How people get into a workshop, and how many devices at most (0: as many as come).
ALTER TABLE workshops ADD COLUMN admission_way TEXT COLLATE "C" NOT NULL DEFAULT 'open' CHECK (admission_way IN ('open', 'tickets', 'lobby'));
ALTER TABLE workshops ADD COLUMN admission_most BIGINT NOT NULL DEFAULT 0 CHECK (admission_most >= 0);
-- Of a workshop from a file: how many came in each way, as models.Came.
ALTER TABLE workshops ADD COLUMN came TEXT COLLATE "C";
-- How people get into workshops made from a template, as models.Admission.
ALTER TABLE templates ADD COLUMN admission TEXT COLLATE "C";

-- A seat's number among the devices of its workshop, how it came in, by which
-- ticket, and when, to the minute. A seat that waits in the lobby, was taken out or
-- handed on is removed, for whoever knows of nothing else.
ALTER TABLE seats ADD COLUMN number BIGINT NOT NULL DEFAULT 0;
ALTER TABLE seats ADD COLUMN came TEXT COLLATE "C" NOT NULL DEFAULT 'open';
ALTER TABLE seats ADD COLUMN ticket BIGINT NOT NULL DEFAULT 0;
ALTER TABLE seats ADD COLUMN state TEXT COLLATE "C" NOT NULL DEFAULT '' CHECK (state IN ('', 'waiting', 'out', 'past'));
ALTER TABLE seats ADD COLUMN joined BIGINT NOT NULL DEFAULT 0;
UPDATE seats SET number = (SELECT COUNT(*) FROM seats s WHERE s.workshop_id = seats.workshop_id AND s.role = 'participant' AND s.id <= seats.id)
    WHERE role = 'participant';

CREATE TABLE tickets (
    workshop_id TEXT COLLATE "C" NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    number      BIGINT NOT NULL CHECK (number > 0),
    code        TEXT COLLATE "C" NOT NULL UNIQUE,
    token       TEXT COLLATE "C" NOT NULL UNIQUE,
    seat_id     TEXT COLLATE "C",
    PRIMARY KEY (workshop_id, number),
    UNIQUE (workshop_id, seat_id),
    FOREIGN KEY (workshop_id, seat_id) REFERENCES seats (workshop_id, id) ON DELETE CASCADE
);
