package store

import (
	"context"

	"gorm.io/gorm"

	"dilna/models"
)

// spokesperson is the grant to lead the steps of a part. It is nobody's until a
// seat uses the link; a part has one at most, and a seat speaks for one part.
type spokesperson struct {
	WorkshopID models.WorkshopID `gorm:"primaryKey"`
	PartID     models.PartID     `gorm:"primaryKey"`
	SeatID     *models.SeatID
	LinkHash   string
	Expires    int64 // of the link, Unix milliseconds
}

func (spokesperson) TableName() string { return "spokespersons" }

// GiveSpokesperson stores the link by which somebody becomes the spokesperson of a
// part; who spoke for it so far does no longer. Facilitators only. Codes:
// `workshop-not-open`, `not-found`, `invalid` for a part of guests.
func (s *Store) GiveSpokesperson(ctx context.Context, by models.Actor, secretHash string, part models.PartID) error {
	if err := by.MustFacilitate(); err != nil {
		return err
	}
	return s.writer.do(ctx, by.Workshop, func(t *tx) error {
		w, err := t.workshop(by.Workshop)
		if err := firstOf(err, w.MustBeOpen(), t.mustSpeak(by.Workshop, part), t.silence(by.Workshop, "part_id = ?", part)); err != nil {
			return err
		}
		return t.db.Create(&spokesperson{
			WorkshopID: by.Workshop, PartID: part, LinkHash: secretHash, Expires: s.now().Add(models.SpokespersonLinkLasts).UnixMilli(),
		}).Error
	})
}

// mustSpeak refuses a part that nobody can speak for: one that is gone, or of guests.
func (t *tx) mustSpeak(w models.WorkshopID, id models.PartID) error {
	divisions, err := divisionsOf(t.db, w)
	part, there := models.PartOf(divisions, id)
	switch {
	case err != nil:
		return err
	case !there:
		return models.Fail(models.KindNotFound, models.CodeNotFound)
	case part.Guests:
		return models.Fail(models.KindInvalid, models.CodeInvalid).At("part", models.ReasonChoice)
	}
	return nil
}

// TakeSpokesperson takes the grant back, and the link where nobody has used it;
// where there is neither, it is taken back already. Facilitators only.
func (s *Store) TakeSpokesperson(ctx context.Context, by models.Actor, part models.PartID) error {
	if err := by.MustFacilitate(); err != nil {
		return err
	}
	return s.writer.do(ctx, by.Workshop, func(t *tx) error { return t.silence(by.Workshop, "part_id = ?", part) })
}

// silence ends the grants of a workshop that fit. Their divisions are told anew: so
// her phone learns that it has to ask.
func (t *tx) silence(w models.WorkshopID, where string, args ...any) error {
	gone := t.db.Where("workshop_id = ?", w).Where(where, args...).Delete(&spokesperson{})
	if gone.Error != nil || gone.RowsAffected == 0 {
		return gone.Error
	}
	t.progressed[w] = true
	divisions, err := divisionsOf(t.db, w)
	ids := make([]string, len(divisions))
	for i, division := range divisions {
		ids[i] = string(division.ID)
	}
	return firstOf(err, t.touch(w, models.PartDivisions, ids...))
}

// SpokespersonLink is the workshop and the part that a link is for; it is not used
// up. Code `link-used`.
func (s *Store) SpokespersonLink(ctx context.Context, secretHash string) (models.WorkshopID, error) {
	link, err := s.spokespersonLink(s.readers.WithContext(ctx), secretHash)
	return link.WorkshopID, err
}

func (s *Store) spokespersonLink(db *gorm.DB, secretHash string) (spokesperson, error) {
	var link spokesperson
	err := db.Where("link_hash = ? AND expires >= ?", secretHash, s.now().UnixMilli()).Take(&link).Error
	return link, noLink(translate(err))
}

// Speak makes whoever has the link the spokesperson of its part, and seats her
// there; the same device may say it again. Participants only. Codes: `link-used`,
// `workshop-not-open`, `part-settled` for who may not change over from another part.
func (s *Store) Speak(ctx context.Context, by models.Actor, secretHash string) error {
	return s.writer.do(ctx, by.Workshop, func(t *tx) error {
		link, err := s.spokespersonLink(t.db, secretHash)
		switch {
		case err != nil:
			return err
		case link.SeatID != nil && *link.SeatID == by.Seat:
			return nil
		case link.SeatID != nil || link.WorkshopID != by.Workshop:
			return models.Fail(models.KindForbidden, models.CodeLinkUsed)
		}
		w, err := t.workshop(by.Workshop)
		err = firstOf(err, w.MustBeOpen(), s.sitDownIn(t, by, link.PartID), t.silence(by.Workshop, "seat_id = ?", by.Seat))
		if err != nil {
			return err
		}
		t.progressed[by.Workshop] = true // she may have sat there before
		return t.db.Model(&link).Update("seat_id", by.Seat).Error
	})
}

// sitDownIn seats somebody in a part of whichever division; code `part-gone`.
func (s *Store) sitDownIn(t *tx, by models.Actor, part models.PartID) error {
	divisions, err := divisionsOf(t.db, by.Workshop)
	for _, division := range divisions {
		if _, there := division.Part(part); there {
			return s.sitDown(t, by, division, part)
		}
	}
	return firstOf(err, models.Fail(models.KindConflict, models.CodePartGone))
}

// speaksFor is the part that somebody speaks for; empty: none.
func speaksFor(db *gorm.DB, by models.Actor) (models.PartID, error) {
	var parts []models.PartID
	err := db.Model(&spokesperson{}).Where("workshop_id = ? AND seat_id = ?", by.Workshop, by.Seat).Pluck("part_id", &parts).Error
	if err != nil || len(parts) == 0 {
		return "", err
	}
	return parts[0], nil
}

// leading is the actor as she stands to the step: its spokesperson, where she is
// that now. What she does leaves a history, as what facilitators do.
func (t *tx) leading(by models.Actor, w models.Workshop, step models.Step) (models.Actor, error) {
	if by.Role != models.RoleParticipant || step.PartID == "" {
		return by, nil
	}
	part, err := speaksFor(t.db, by)
	by = step.LedBy(by, w, part)
	if by.Role == models.RoleSpokesperson {
		t.past = &past{workshop: by.Workshop, rows: map[rowKey]members{}, spokenFor: part}
	}
	return by, err
}

// leadingIn is leading for a step that is known by its id.
func (t *tx) leadingIn(by models.Actor, id models.StepID) (models.Actor, error) {
	w, step, err := t.place(by.Workshop, id)
	if err != nil {
		return by, err
	}
	return t.leading(by, w, step)
}

// mustLead refuses, with `facilitator-only`, who neither runs the workshop nor
// speaks for the people of the step.
func (t *tx) mustLead(by models.Actor, id models.StepID) (models.Actor, error) {
	by, err := t.leadingIn(by, id)
	return by, firstOf(err, by.MustFacilitate())
}
