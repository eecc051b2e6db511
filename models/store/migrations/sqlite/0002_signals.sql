-- +goose Up

-- What the facilitator tells all screens: the timer (ends and left in
-- milliseconds, 0 where there is none), a message, a locked door, a blank wall.
-- hands numbers the calls for hands: lowering all of them begins the next.
ALTER TABLE workshops ADD COLUMN timer_ends INTEGER NOT NULL DEFAULT 0;
ALTER TABLE workshops ADD COLUMN timer_left INTEGER NOT NULL DEFAULT 0;
ALTER TABLE workshops ADD COLUMN timer_closes INTEGER NOT NULL DEFAULT 0 CHECK (timer_closes IN (0, 1));
ALTER TABLE workshops ADD COLUMN message TEXT NOT NULL DEFAULT '';
ALTER TABLE workshops ADD COLUMN locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1));
ALTER TABLE workshops ADD COLUMN blank INTEGER NOT NULL DEFAULT 0 CHECK (blank IN (0, 1));
ALTER TABLE workshops ADD COLUMN hands INTEGER NOT NULL DEFAULT 1;

CREATE INDEX workshops_by_timer ON workshops (timer_ends) WHERE timer_closes = 1;

-- hand is the call in which the seat raised its hand, 0 where it did not;
-- done_step the step it is done with.
ALTER TABLE seats ADD COLUMN hand INTEGER NOT NULL DEFAULT 0;
ALTER TABLE seats ADD COLUMN done_step TEXT NOT NULL DEFAULT '';

ALTER TABLE steps ADD COLUMN blind INTEGER NOT NULL DEFAULT 0 CHECK (blind IN (0, 1));
ALTER TABLE ideas ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1));

-- +goose Down
ALTER TABLE ideas DROP COLUMN hidden;
ALTER TABLE steps DROP COLUMN blind;
ALTER TABLE seats DROP COLUMN done_step;
ALTER TABLE seats DROP COLUMN hand;
DROP INDEX workshops_by_timer;
ALTER TABLE workshops DROP COLUMN hands;
ALTER TABLE workshops DROP COLUMN blank;
ALTER TABLE workshops DROP COLUMN locked;
ALTER TABLE workshops DROP COLUMN message;
ALTER TABLE workshops DROP COLUMN timer_closes;
ALTER TABLE workshops DROP COLUMN timer_left;
ALTER TABLE workshops DROP COLUMN timer_ends;
