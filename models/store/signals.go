package store

import (
	"context"

	"gorm.io/gorm"

	"dilna/models"
)

// ChangeRoom tells all screens a message or takes it back, locks the door,
// blanks the wall. Facilitators only. Code `invalid` for a part that is gone.
func (s *Store) ChangeRoom(ctx context.Context, by models.Actor, key models.Key, change models.RoomChange) (models.Workshop, error) {
	if err := firstOf(by.MustFacilitate(), change.Check()); err != nil {
		return models.Workshop{}, err
	}
	return command(ctx, s, by, key, "change room", change, func(t *tx) (models.Workshop, error) {
		w, err := t.workshop(by.Workshop)
		if err != nil {
			return w, err
		}
		w.Apply(change)
		if change.WallPart != nil {
			err = t.mustBePart(w.ID, "wall_part", w.WallPart)
		}
		return w, firstOf(err, t.saveHead(&w))
	})
}

// LowerHands lowers all hands: the next call begins, and one raised in an
// earlier call is down. Facilitators only.
func (s *Store) LowerHands(ctx context.Context, by models.Actor, key models.Key) error {
	if err := by.MustFacilitate(); err != nil {
		return err
	}
	_, err := command(ctx, s, by, key, "lower hands", nil, func(t *tx) (none, error) {
		w, err := t.workshop(by.Workshop)
		if err != nil {
			return none{}, err
		}
		w.Hands++
		t.progressed[w.ID] = true
		return none{}, t.saveHead(&w)
	})
	return err
}

// RaiseHand raises or lowers the actor's hand: said absolutely, so saying it
// twice is harmless. Participants only.
func (s *Store) RaiseHand(ctx context.Context, by models.Actor, raised bool) (models.MySignals, error) {
	return s.signal(ctx, by, func(t *tx, mine *models.MySignals) error {
		w, err := t.workshop(by.Workshop)
		mine.Hand = 0
		if raised {
			mine.Hand = w.Hands
		}
		return err
	})
}

// SetDone says that the actor is done with a step, or takes it back: absolute,
// as RaiseHand. Participants only. Codes: `workshop-not-open`, `step-not-open`.
func (s *Store) SetDone(ctx context.Context, by models.Actor, step models.StepID, done bool) (models.MySignals, error) {
	return s.signal(ctx, by, func(t *tx, mine *models.MySignals) error {
		w, row, err := t.place(by.Workshop, step)
		if err != nil {
			return err
		}
		mine.Done = ""
		if done {
			mine.Done = step
		}
		return firstOf(row.MayBeDone(w), t.mustTakePart(by, row))
	})
}

func (s *Store) signal(ctx context.Context, by models.Actor, set func(*tx, *models.MySignals) error) (models.MySignals, error) {
	var mine models.MySignals
	err := s.writer.do(ctx, by.Workshop, func(t *tx) error {
		var err error
		if mine, err = signalsOf(t.db, by); err != nil {
			return err
		}
		if err := set(t, &mine); err != nil {
			return err
		}
		t.progressed[by.Workshop] = true
		return t.db.Table("seats").Where("workshop_id = ? AND id = ?", by.Workshop, by.Seat).
			Updates(map[string]any{"hand": mine.Hand, "done_step": mine.Done}).Error
	})
	return mine, err
}

func signalsOf(db *gorm.DB, by models.Actor) (models.MySignals, error) {
	var mine models.MySignals
	err := db.Raw("SELECT hand, done_step FROM seats WHERE workshop_id = ? AND id = ? AND NOT removed", by.Workshop, by.Seat).
		Row().Scan(&mine.Hand, &mine.Done)
	return mine, notFound(err)
}

// countSignals counts who is done with the current step and which hands are up.
func countSignals(db *gorm.DB, w models.WorkshopID, p *models.Progress) error {
	return db.Raw(`SELECT COUNT(*), COUNT(*) FILTER (WHERE s.done_step <> '' AND s.done_step = w.current_step),
			COUNT(*) FILTER (WHERE s.hand = w.hands),
			(SELECT COUNT(*) FROM seats q WHERE q.workshop_id = ? AND q.state = 'waiting')
		FROM workshops w JOIN seats s ON s.workshop_id = w.id AND s.role = ? AND NOT s.removed WHERE w.id = ?`, w, models.RoleParticipant, w).
		Row().Scan(&p.Seats, &p.Done, &p.Hands, &p.Waiting)
}

// atTable is a seat whose person may vote: it is in, or its ticket voted on a device
// that was handed to somebody else.
const atTable = `(NOT q.removed OR q.state = 'past' AND EXISTS (SELECT 1 FROM tickets k WHERE k.workshop_id = q.workshop_id AND k.seat_id = q.id))`

// openCount is how many have voted in an open round, with the parts that may; none:
// everybody whose step it is.
type openCount struct {
	models.BallotsCount
	Among []models.PartID `gorm:"serializer:json"`
}

// countVoters says of open rounds how many may vote in them on phones: who sits
// in the part whose step it is, or everybody, but for guests; of a round of some
// parts, who of them sits there.
func countVoters(db *gorm.DB, w models.WorkshopID, p *models.Progress, open []openCount) error {
	var guests []models.PartID
	if len(open) > 0 && len(p.Parts) > 0 {
		divisions, err := divisionsOf(db, w)
		if err != nil {
			return err
		}
		guests = models.GuestParts(divisions)
	}
	for _, count := range open {
		err := db.Raw(`SELECT COUNT(*) FROM seats q WHERE q.workshop_id = ? AND q.role = ? AND `+atTable+`
			AND (? = '' OR EXISTS (SELECT 1 FROM sittings p WHERE p.workshop_id = q.workshop_id AND p.seat_id = q.id AND p.part_id = ?))
			AND (? = 0 OR EXISTS (SELECT 1 FROM sittings p WHERE p.workshop_id = q.workshop_id AND p.seat_id = q.id AND p.part_id IN ?))
			AND NOT EXISTS (SELECT 1 FROM sittings p WHERE p.workshop_id = q.workshop_id AND p.seat_id = q.id AND p.part_id IN ?)`,
			w, models.RoleParticipant, count.Part, count.Part, len(count.Among), append(count.Among, ""), append(guests, "")).Row().Scan(&count.Seats)
		if err != nil {
			return err
		}
		p.Ballots = append(p.Ballots, count.BallotsCount)
	}
	return nil
}

// startStep clears what belonged to the step the screens come from: who was
// done, and the timer.
func (t *tx) startStep(w *models.Workshop) error {
	w.Timer = models.Timer{}
	t.progressed[w.ID] = true
	return t.db.Exec(`UPDATE seats SET done_step = '' WHERE workshop_id = ? AND done_step <> ''
		AND done_step NOT IN (SELECT id FROM steps WHERE workshop_id = ? AND state = 'open' AND part_id <> '')`, w.ID, w.ID).Error
}
