package store

import (
	"context"

	"gorm.io/gorm"

	"dilna/models"
)

// AddTickets makes so many more tickets, numbered after those that are there.
// Facilitators only. Codes: `invalid`, `too-many-tickets`.
func (s *Store) AddTickets(ctx context.Context, by models.Actor, key models.Key, in models.NewTickets) (models.Tickets, error) {
	if err := firstOf(by.MustFacilitate(), in.Check()); err != nil {
		return models.Tickets{}, err
	}
	return command(ctx, s, by, key, "add tickets", in, func(t *tx) (models.Tickets, error) {
		if _, err := t.addTickets(by.Workshop, in.Count); err != nil {
			return models.Tickets{}, err
		}
		return ticketsOf(t.db, by.Workshop)
	})
}

func (t *tx) addTickets(w models.WorkshopID, count int) ([]models.Ticket, error) {
	var there int64
	if err := t.db.Model(&models.Ticket{}).Where("workshop_id = ?", w).Count(&there).Error; err != nil {
		return nil, err
	}
	if int(there)+count > models.MaxTickets {
		return nil, models.Fail(models.KindConflict, models.CodeTooManyTickets, models.MaxTickets)
	}
	made := make([]models.Ticket, count)
	for i := range made {
		made[i] = models.Ticket{WorkshopID: w, Number: int(there) + i + 1, Code: models.NewTicketCode(), Token: models.NewID[string]()}
	}
	return made, t.db.CreateInBatches(made, batchRows).Error
}

// Tickets are those of a workshop, counted. Facilitators only.
func (s *Store) Tickets(ctx context.Context, by models.Actor) (models.Tickets, error) {
	if err := by.MustFacilitate(); err != nil {
		return models.Tickets{}, err
	}
	return ticketsOf(s.readers.WithContext(ctx), by.Workshop)
}

func ticketsOf(db *gorm.DB, w models.WorkshopID) (models.Tickets, error) {
	var rows []models.Ticket
	err := db.Where("workshop_id = ?", w).Order("number").Find(&rows).Error
	tickets := models.Tickets{Count: len(rows), Used: []int{}}
	for _, row := range rows {
		if row.SeatID != nil {
			tickets.Used = append(tickets.Used, row.Number)
		}
	}
	return tickets, translate(err)
}

// TicketSheet is what tickets are printed from: the one of that number, or for 0
// all by which nobody has come in. Facilitators only. Code `not-found` where there
// is none to print.
func (s *Store) TicketSheet(ctx context.Context, by models.Actor, number int) (models.TicketSheet, error) {
	var sheet models.TicketSheet
	if err := by.MustFacilitate(); err != nil {
		return sheet, err
	}
	err := s.read(ctx, func(db *gorm.DB) error {
		w, err := (&tx{db: db}).workshop(by.Workshop)
		if err != nil {
			return err
		}
		sheet.Head = w.Head
		query := db.Where("workshop_id = ? AND seat_id IS NULL", w.ID)
		if number > 0 {
			query = query.Where("number = ?", number)
		}
		return query.Order("number").Find(&sheet.Tickets).Error
	})
	if err == nil && len(sheet.Tickets) == 0 {
		return sheet, models.Fail(models.KindNotFound, models.CodeNotFound)
	}
	return sheet, err
}

// ReissueTicket gives a ticket that was lost another code: the old one lets nobody
// in any more, and the device that came in with it is taken out with its ballots of
// open rounds, for a seat that moved would tell its votes to whoever holds the new
// ticket. It is not let back in: whoever has the new one has her ballots now. It returns the new ticket, and the seats that lost their place.
// Facilitators only. Code `not-found`.
func (s *Store) ReissueTicket(ctx context.Context, by models.Actor, number int) (ticket models.Ticket, gone []models.Seat, err error) {
	if err := by.MustFacilitate(); err != nil {
		return ticket, nil, err
	}
	err = s.writer.do(ctx, by.Workshop, func(t *tx) error {
		if ticket, err = t.ticket(by.Workshop, number); err != nil {
			return err
		}
		gone = nil
		if ticket.SeatID != nil {
			if gone, err = s.takeOut(t, by.Workshop, models.SeatPast, "id = ?", *ticket.SeatID); err != nil {
				return err
			}
		}
		ticket.Code, ticket.Token, ticket.SeatID = models.NewTicketCode(), models.NewID[string](), nil
		return t.db.Select("*").Updates(&ticket).Error
	})
	return ticket, gone, err
}

func (t *tx) ticket(w models.WorkshopID, number int) (models.Ticket, error) {
	var ticket models.Ticket
	err := t.db.Where("workshop_id = ? AND number = ?", w, number).Take(&ticket).Error
	return ticket, notFound(err)
}

// holdTicket has the ticket by which somebody comes in be hers, and seats her where
// the one before her sat who had it, issued anew or not: nobody votes at two tables
// with one ticket.
func (t *tx) holdTicket(seat models.Seat) error {
	if seat.Ticket == 0 {
		return nil
	}
	var before []models.SeatID
	err := t.db.Model(&models.Seat{}).Where("workshop_id = ? AND ticket = ? AND id <> ?", seat.WorkshopID, seat.Ticket, seat.ID).
		Order("number DESC").Limit(1).Pluck("id", &before).Error
	if err == nil && len(before) > 0 {
		err = t.db.Model(&sitting{}).Where("workshop_id = ? AND seat_id = ?", seat.WorkshopID, before[0]).Update("seat_id", seat.ID).Error
	}
	held := models.Ticket{WorkshopID: seat.WorkshopID, Number: seat.Ticket}
	return firstOf(err, t.db.Model(&held).Update("seat_id", seat.ID).Error)
}

// TicketByCode is the ticket that says that code. A code of none gets the answer of
// a wrong code of a door, `code-unknown` (docs/reliability.md, TM-02).
func (s *Store) TicketByCode(ctx context.Context, code models.TicketCode) (models.Ticket, error) {
	return s.findTicket(ctx, "code", string(code))
}

// TicketByToken is the ticket whose QR code says that; the refusal is that of
// TicketByCode.
func (s *Store) TicketByToken(ctx context.Context, token string) (models.Ticket, error) {
	return s.findTicket(ctx, "token", token)
}

func (s *Store) findTicket(ctx context.Context, column, value string) (models.Ticket, error) {
	var ticket models.Ticket
	err := s.readers.WithContext(ctx).Where(column+" = ?", value).
		Where("EXISTS (SELECT 1 FROM workshops WHERE id = tickets.workshop_id AND removed_at = 0 AND state = ?)", models.WorkshopOpen).
		Take(&ticket).Error
	if models.CodeOf(translate(err)) == models.CodeNotFound {
		return ticket, models.Fail(models.KindNotFound, models.CodeCodeUnknown).At("code", models.ReasonUnknown)
	}
	return ticket, translate(err)
}

// JoinByTicket gives a seat to whoever has the ticket, whichever way others get in;
// a device that waited in the lobby under another token waits no more.
// Codes: `code-unknown` for a ticket issued anew meanwhile, those of
// Workshop.MayEnter, Seat.Taken and Admission.Holds.
func (s *Store) JoinByTicket(ctx context.Context, shown models.Ticket, tokenHash, waited string) (models.Seat, error) {
	return s.comeIn(ctx, shown.WorkshopID, tokenHash, func(t *tx, workshop models.Workshop, seat *models.Seat) error {
		ticket, err := t.ticket(workshop.ID, shown.Number)
		if err == nil && ticket.Token != shown.Token {
			err = models.Fail(models.KindNotFound, models.CodeCodeUnknown).At("code", models.ReasonUnknown)
		}
		if err := firstOf(err, workshop.MayEnter(), s.mayUse(t, ticket)); err != nil {
			return err
		}
		seat.Came, seat.Ticket = models.WayTickets, ticket.Number
		return t.db.Where("workshop_id = ? AND token_hash = ? AND state = ?", workshop.ID, waited, models.SeatWaiting).Delete(&models.Seat{}).Error
	})
}

// mayUse refuses a ticket by which somebody is in. Codes: those of Seat.Taken.
func (s *Store) mayUse(t *tx, ticket models.Ticket) error {
	if ticket.SeatID == nil {
		return nil
	}
	var before models.Seat
	if err := t.db.Where("workshop_id = ? AND id = ?", ticket.WorkshopID, *ticket.SeatID).Take(&before).Error; err != nil {
		return err
	}
	voted, err := s.hasVoted(t, before)
	return firstOf(err, before.Taken(voted))
}
