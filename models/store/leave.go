package store

import (
	"context"

	"dilna/models"
)

// Leave gives up the seat of a device for good: it is let in no more. The dots
// it has in open rounds are taken back, as if the person had done so: a seat
// that is given up votes no more, and one who comes back gets new dots. With
// Remove also goes what the person wrote in the step that is open, but for what
// others built on and what people vote on, what she said of the workshop, and with it what was removed before:
// erased, for good, from everything but approved minutes. What is counted stays.
// Participants only.
func (s *Store) Leave(ctx context.Context, by models.Actor, secret models.SeatSecret, how models.Leaving) (models.Left, error) {
	var left models.Left
	err := s.writer.doLast(ctx, by.Workshop, func(t *tx) error {
		var err error
		if how.Remove {
			err = firstOf(t.removeMine(by), t.eraseFeedback(by.Workshop, secret), s.eraseMine(t, by))
		}
		if err := firstOf(err, s.takeDotsBack(t, by), t.giveUp(by)); err != nil {
			return err
		}
		left, err = t.countLeft(by)
		t.after = append(t.after, func() error { s.SeatLeft(by.Workshop, by.Seat, secret.Hash()); return nil })
		return err
	})
	return left, err
}

// SeatLeft keeps in memory that the seat is gone: it was given up, here or at
// another instance. To drop it there would not do: who is reading the seat just
// now might put it back.
func (s *Store) SeatLeft(w models.WorkshopID, seat models.SeatID, tokenHash string) {
	s.seats.Store(seatKey{w, tokenHash}, models.Seat{ID: seat, WorkshopID: w, Removed: true})
}

// giveUp gives the seat up; where its ticket sat stays with the ticket: see holdTicket.
func (t *tx) giveUp(by models.Actor) error {
	t.progressed[by.Workshop] = true
	return firstOf(
		t.db.Table("seats").Where("workshop_id = ? AND id = ?", by.Workshop, by.Seat).Update("removed", true).Error,
		t.db.Where("workshop_id = ? AND seat_id = ?", by.Workshop, by.Seat).
			Where("NOT EXISTS (SELECT 1 FROM seats WHERE workshop_id = sittings.workshop_id AND id = sittings.seat_id AND ticket > 0)").
			Delete(&sitting{}).Error,
		t.db.Where("workshop_id = ? AND seat_id = ?", by.Workshop, by.Seat).Delete(&agreement{}).Error,
		t.silence(by.Workshop, "seat_id = ?", by.Seat),
	)
}

// takeDotsBack tears up the seat's ballots of open rounds.
func (s *Store) takeDotsBack(t *tx, by models.Actor) error {
	var open []models.Round
	if err := t.db.Where("workshop_id = ? AND state = ?", by.Workshop, models.RoundOpen).Find(&open).Error; err != nil {
		return err
	}
	for _, round := range open {
		voter, err := s.pseudonym(t.db, round, by.Seat)
		if models.CodeOf(err) == models.CodeRoundInterrupted {
			continue // nobody can tell which were the seat's
		}
		if err != nil {
			return err
		}
		if err := t.db.Exec("DELETE FROM ballots WHERE workshop_id = ? AND round_id = ? AND voter = ?", by.Workshop, round.ID, voter).Error; err != nil {
			return err
		}
	}
	return nil
}

// removeMine removes each contribution of the seat that it may remove now.
func (t *tx) removeMine(by models.Actor) error {
	var ids []string
	err := t.db.Model(&models.Entry{}).Where("workshop_id = ? AND seat_id = ? AND NOT removed", by.Workshop, by.Seat).Pluck("id", &ids).Error
	for i := 0; err == nil && i < len(ids); i++ {
		err = t.removeIfMay(by, models.PartEntries, ids[i])
	}
	return err
}

// removeIfMay leaves standing what a rule, or having gone with another, keeps.
func (t *tx) removeIfMay(by models.Actor, part models.Part, id string) error {
	doomed, err := t.removable(by, part, id)
	if err := translate(err); err != nil {
		if isRefusal(err) {
			return nil
		}
		return err
	}
	return t.flag(by.Workshop, doomed)
}

// countLeft counts what of the seat's stays.
func (t *tx) countLeft(by models.Actor) (models.Left, error) {
	var kept int64
	err := t.db.Model(&models.Entry{}).Where("workshop_id = ? AND seat_id = ? AND NOT removed", by.Workshop, by.Seat).Count(&kept).Error
	return models.Left{Kept: int(kept)}, err
}
