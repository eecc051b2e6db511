package store

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"dilna/models"
)

// ChangeAdmission changes how people get in. Who is inside stays; where the door is
// open to all from now on, who waits in the lobby comes in. Facilitators only. Code
// `invalid`.
func (s *Store) ChangeAdmission(ctx context.Context, by models.Actor, key models.Key, change models.AdmissionChange) (models.Workshop, error) {
	if err := firstOf(by.MustFacilitate(), change.Check()); err != nil {
		return models.Workshop{}, err
	}
	return command(ctx, s, by, key, "change admission", change, func(t *tx) (models.Workshop, error) {
		w, err := t.workshop(by.Workshop)
		if err != nil {
			return w, err
		}
		w.Admission.Apply(change)
		if err := t.saveHead(&w); err != nil || w.Admission.Way != models.WayOpen {
			return w, err
		}
		return w, s.letIn(t, w, "state = ?", models.SeatWaiting)
	})
}

// Join gives a participant's seat to whoever has the token and came by the code of
// the door; in the lobby it waits, removed. Codes: those of Workshop.MayEnterByCode
// and Admission.Holds.
func (s *Store) Join(ctx context.Context, w models.WorkshopID, tokenHash string) (models.Seat, error) {
	return s.comeIn(ctx, w, tokenHash, byCode)
}

// byCode lets a device in, or into the lobby, that came by the code of the door.
func byCode(_ *tx, workshop models.Workshop, seat *models.Seat) error {
	seat.Came = workshop.Admission.Way
	if seat.Came == models.WayLobby {
		seat.Removed, seat.State, seat.Joined = true, models.SeatWaiting, 0
	}
	return workshop.MayEnterByCode()
}

// JoinByLink gives a seat to whoever has a spokesperson's link. Codes: those of
// Workshop.MayEnterByLink and Admission.Holds.
func (s *Store) JoinByLink(ctx context.Context, w models.WorkshopID, tokenHash string) (models.Seat, error) {
	return s.comeIn(ctx, w, tokenHash, func(_ *tx, workshop models.Workshop, _ *models.Seat) error {
		return workshop.MayEnterByLink()
	})
}

// JoinPretending gives a seat to one of the pretend people of a rehearsal: they
// come in as everybody there does, with a ticket made for them, or let in from the
// lobby at once; into a real workshop by the code like anybody. Codes: those of
// Join, and `too-many-tickets`.
func (s *Store) JoinPretending(ctx context.Context, w models.WorkshopID, tokenHash string) (models.Seat, error) {
	return s.comeIn(ctx, w, tokenHash, func(t *tx, workshop models.Workshop, seat *models.Seat) error {
		if workshop.RehearsalOf == "" {
			return byCode(t, workshop, seat)
		}
		seat.Came = workshop.Admission.Way
		if err := workshop.MayEnter(); err != nil || seat.Came != models.WayTickets {
			return err
		}
		made, err := t.addTickets(w, 1)
		if err != nil {
			return err
		}
		seat.Ticket = made[0].Number
		return nil
	})
}

// comeIn makes a seat for a device, as admit lets it in.
func (s *Store) comeIn(ctx context.Context, w models.WorkshopID, tokenHash string, admit func(*tx, models.Workshop, *models.Seat) error) (models.Seat, error) {
	seat := models.Seat{
		ID: models.NewID[models.SeatID](), WorkshopID: w, Role: models.RoleParticipant, TokenHash: tokenHash,
		Came: models.WayOpen, Joined: models.JoinedAt(s.now()),
	}
	err := s.writer.do(ctx, w, func(t *tx) error {
		workshop, err := t.workshop(w)
		if err != nil {
			return err
		}
		if seat.Number, err = nextNumber(t.db, w); err != nil {
			return err
		}
		if err := admit(t, workshop, &seat); err != nil {
			return err
		}
		t.progressed[w] = true
		if seat.Removed {
			return t.db.Create(&seat).Error
		}
		inside, err := inside(t.db, w)
		if err := firstOf(err, workshop.Admission.Holds(inside)); err != nil {
			return err
		}
		if err := t.db.Create(&seat).Error; err != nil {
			return err
		}
		return firstOf(t.holdTicket(seat), t.dealIn(w))
	})
	return seat, err
}

// nextNumber is that of the next device.
func nextNumber(db *gorm.DB, w models.WorkshopID) (int, error) {
	var next int
	err := db.Model(&models.Seat{}).Where("workshop_id = ?", w).Select("COALESCE(MAX(number), 0) + 1").Row().Scan(&next)
	return next, err
}

// inside is how many devices have a participant's seat.
func inside(db *gorm.DB, w models.WorkshopID) (int, error) {
	var count int64
	err := db.Model(&models.Seat{}).Where("workshop_id = ? AND role = ? AND NOT removed", w, models.RoleParticipant).Count(&count).Error
	return int(count), err
}

// came is how many have come into a workshop in each way, once a ticket, whether
// they are still there or not; of one from a file, what the file says. It is told
// where people voted on phones: else it is nobody's business.
func came(db *gorm.DB, w models.Workshop, rounds []models.Round) (models.Came, error) {
	switch {
	case w.Came != nil:
		return *w.Came, nil
	case !slices.ContainsFunc(rounds, models.Round.VotedOnPhones):
		return models.Came{}, nil
	}
	return joined(db, w.ID)
}

// joined is how many have come into a workshop on this Dílna in each way.
func joined(db *gorm.DB, w models.WorkshopID) (models.Came, error) {
	var counts []struct {
		Came  models.Way
		Count int
	}
	err := db.Raw(`SELECT came, COUNT(DISTINCT CASE WHEN ticket > 0 THEN ticket ELSE number END) AS count FROM seats
		WHERE workshop_id = ? AND role = ? AND state <> 'waiting' AND NOT (state = 'out' AND came = 'lobby' AND joined = 0) GROUP BY came`,
		w, models.RoleParticipant).Scan(&counts).Error
	var all models.Came
	for _, c := range counts {
		switch c.Came {
		case models.WayTickets:
			all.Tickets = c.Count
		case models.WayLobby:
			all.Lobby = c.Count
		default:
			all.Open = c.Count
		}
	}
	return all, err
}
