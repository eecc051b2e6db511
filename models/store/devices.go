package store

import (
	"context"

	"gorm.io/gorm"

	"dilna/models"
)

// Devices are those of a workshop that are in, wait in the lobby or were taken out,
// in the order in which they came. Who is connected the store does not know.
// Facilitators only.
func (s *Store) Devices(ctx context.Context, by models.Actor) (models.Devices, error) {
	all := models.Devices{Devices: []models.Device{}}
	if err := by.MustFacilitate(); err != nil {
		return all, err
	}
	err := s.read(ctx, func(db *gorm.DB) error {
		var seats []models.Seat
		err := db.Where("workshop_id = ? AND role = ? AND (NOT removed OR state IN ?)", by.Workshop, models.RoleParticipant,
			[]models.SeatState{models.SeatWaiting, models.SeatOut}).Order("number, id").Find(&seats).Error
		for _, seat := range seats {
			all.Devices = append(all.Devices, seat.Device())
		}
		return firstOf(err, s.sayWhoVoted(db, by.Workshop, &all))
	})
	return all, err
}

// sayWhoVoted says of each device in which open rounds it has a ballot: of rounds in
// which enough phones have one, so that nobody is found in a result of few
// (docs/reliability.md, TM-03).
func (s *Store) sayWhoVoted(db *gorm.DB, w models.WorkshopID, all *models.Devices) error {
	rounds, err := openRounds(db, w)
	for _, round := range rounds {
		var voters []string
		if err := db.Raw("SELECT voter FROM ballots WHERE workshop_id = ? AND round_id = ? AND paper = 0 AND used > 0", w, round.ID).
			Scan(&voters).Error; err != nil {
			return err
		}
		if len(voters) < models.MinBallots {
			continue
		}
		if err := s.markVoters(db, round, voters, all.Devices); isInterrupted(err) {
			continue
		} else if err != nil {
			return err
		}
		all.Told = append(all.Told, round.ID)
	}
	return err
}

func (s *Store) markVoters(db *gorm.DB, round models.Round, voters []string, devices []models.Device) error {
	voted := make(map[string]bool, len(voters))
	for _, voter := range voters {
		voted[voter] = true
	}
	for i := range devices {
		voter, err := s.pseudonym(db, round, devices[i].Seat)
		if err != nil {
			return err
		}
		if voted[voter] {
			devices[i].Voted = append(devices[i].Voted, round.ID)
		}
	}
	return nil
}

// isInterrupted says whether nobody can tell any more whose ballots are whose.
func isInterrupted(err error) bool { return models.CodeOf(err) == models.CodeRoundInterrupted }

func openRounds(db *gorm.DB, w models.WorkshopID) ([]models.Round, error) {
	var open []models.Round
	err := db.Where("workshop_id = ? AND state = ? AND NOT removed", w, models.RoundOpen).Order("id").Find(&open).Error
	return open, err
}

// hasVoted says whether the seat has a ballot in an open round.
func (s *Store) hasVoted(t *tx, seat models.Seat) (bool, error) {
	rounds, err := openRounds(t.db, seat.WorkshopID)
	for _, round := range rounds {
		ballot, err := s.myBallot(t.db, round, seat.ID)
		switch {
		case isInterrupted(err):
			continue
		case err != nil || ballot.stored:
			return true, err
		}
	}
	return false, err
}

// MoveDevices lets devices in or takes them out: with its seat a device loses its
// ballots of open rounds, and gets the seat back where it is let in again; what is
// counted stays. It returns the seats that lost their place. Facilitators only.
// Codes: `invalid`, `door-full` where there is room for none of them.
func (s *Store) MoveDevices(ctx context.Context, by models.Actor, move models.DevicesMove) ([]models.Seat, error) {
	if err := firstOf(by.MustFacilitate(), move.Check()); err != nil {
		return nil, err
	}
	var gone []models.Seat
	err := s.writer.do(ctx, by.Workshop, func(t *tx) error {
		w, err := t.workshop(by.Workshop)
		if err != nil {
			return err
		}
		if move.State == "in" {
			return s.letIn(t, w, "state IN ? AND number IN ?", []models.SeatState{models.SeatWaiting, models.SeatOut}, move.Numbers)
		}
		gone, err = s.takeOut(t, w.ID, models.SeatOut, "(NOT removed OR state = ?) AND number IN ?", models.SeatWaiting, move.Numbers)
		return err
	})
	return gone, err
}

// takeOut takes seats out that fit, with their ballots of open rounds; state says why.
func (s *Store) takeOut(t *tx, w models.WorkshopID, state models.SeatState, where string, args ...any) ([]models.Seat, error) {
	var seats []models.Seat
	if err := t.db.Where("workshop_id = ? AND role = ?", w, models.RoleParticipant).Where(where, args...).Find(&seats).Error; err != nil {
		return nil, err
	}
	t.progressed[w] = true
	for i := range seats {
		by := models.Actor{Role: models.RoleParticipant, Workshop: w, Seat: seats[i].ID}
		err := firstOf(s.takeDotsBack(t, by), t.setState(seats[i], true, state), t.silence(w, "seat_id = ?", by.Seat))
		if err != nil {
			return nil, err
		}
	}
	t.after = append(t.after, func() error {
		for _, seat := range seats {
			s.SeatLeft(w, seat.ID, seat.TokenHash)
		}
		return nil
	})
	return seats, nil
}

// letIn lets seats in that fit, the first first, as many as there is room for; code
// `door-full` where there is room for none.
func (s *Store) letIn(t *tx, w models.Workshop, where string, args ...any) error {
	var seats []models.Seat
	err := t.db.Where("workshop_id = ? AND role = ? AND removed", w.ID, models.RoleParticipant).Where(where, args...).Order("number").Find(&seats).Error
	if err != nil || len(seats) == 0 {
		return err
	}
	inside, err := inside(t.db, w.ID)
	if err := firstOf(err, w.Admission.Holds(inside)); err != nil {
		return err
	}
	if w.Admission.Most > 0 {
		seats = seats[:min(len(seats), w.Admission.Most-inside)]
	}
	for _, seat := range seats {
		if seat.Joined == 0 {
			seat.Joined = models.JoinedAt(s.now())
		}
		if err := t.setState(seat, false, models.SeatIn); err != nil {
			return err
		}
	}
	t.progressed[w.ID] = true
	t.after = append(t.after, func() error { s.LookSeatsUp(w.ID); return nil })
	return t.dealIn(w.ID)
}

func (t *tx) setState(seat models.Seat, removed bool, state models.SeatState) error {
	return t.db.Table("seats").Where("workshop_id = ? AND id = ?", seat.WorkshopID, seat.ID).
		Updates(map[string]any{"removed": removed, "state": state, "joined": seat.Joined}).Error
}

// HandOn has a device forget who used it: her seat is nobody's from now on, and what
// she wrote and voted stays. With a ticket her ballots of open rounds count, and she
// may come in with it again once those are closed; the device has no seat then, and
// the answer none. Without tickets nobody could tell people at one device apart: it
// has one ballot, and is handed on only before it votes or after the round; the
// answer is the seat of who comes next, for tokenHash. Participants only. Codes:
// `workshop-not-open`, `device-voted`.
func (s *Store) HandOn(ctx context.Context, by models.Actor, tokenHash string) (next *models.Seat, err error) {
	err = s.writer.do(ctx, by.Workshop, func(t *tx) error {
		next = nil
		w, err := t.workshop(by.Workshop)
		var seat models.Seat
		err = firstOf(err, w.MustBeOpen(), t.db.Where("workshop_id = ? AND id = ? AND NOT removed", by.Workshop, by.Seat).Take(&seat).Error)
		if err != nil {
			return err
		}
		if seat.Ticket == 0 {
			if next, err = s.nextAt(t, seat, tokenHash); err != nil {
				return err
			}
		}
		t.progressed[w.ID] = true
		left := seat.TokenHash
		t.after = append(t.after, func() error { s.SeatLeft(w.ID, seat.ID, left); return nil })
		err = firstOf(t.setState(seat, true, models.SeatPast), t.silence(w.ID, "seat_id = ?", seat.ID))
		if err != nil || next == nil {
			return err
		}
		return firstOf(t.db.Create(next).Error, t.dealIn(w.ID))
	})
	return next, err
}

// nextAt is the seat of who comes next at a device without tickets. Code
// `device-voted`.
func (s *Store) nextAt(t *tx, seat models.Seat, tokenHash string) (*models.Seat, error) {
	voted, err := s.hasVoted(t, seat)
	if err == nil && voted {
		err = models.Fail(models.KindConflict, models.CodeDeviceVoted)
	}
	seat.ID, seat.TokenHash = models.NewID[models.SeatID](), tokenHash
	return &seat, err
}

// MyPlace is how the device that has the token stands in the workshop: none where it
// has no seat there, or there is no such workshop. Anybody may ask.
func (s *Store) MyPlace(ctx context.Context, w models.WorkshopID, tokenHash string) (models.MyPlace, error) {
	seat, err := s.SeatByToken(ctx, w, tokenHash)
	switch models.CodeOf(err) {
	case "", models.CodeSeatWaiting, models.CodeNotLetIn, models.CodeDeviceOut:
		return models.MyPlace{State: seat.Stands(), Number: seat.Number}, nil
	case models.CodeSeatMissing:
		return models.MyPlace{State: models.StandsNone}, nil
	}
	return models.MyPlace{}, err
}
