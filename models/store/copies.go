package store

import (
	"context"
	"slices"

	"dilna/models"
)

// CopyWorkshop makes another workshop with the same agenda, run by the caller:
// the next meeting, with what it takes along, or a rehearsal of this one. The
// workshop itself is not touched. Facilitators only. Codes: `invalid`, `id-taken`,
// `wrong-method` for an entry that does not belong into the step, those of goOn.
func (s *Store) CopyWorkshop(ctx context.Context, by models.Actor, key models.Key, in models.NewCopy) (models.Workshop, error) {
	if err := firstOf(by.MustFacilitate(), in.Check()); err != nil {
		return models.Workshop{}, err
	}
	return command(ctx, s, by, key, "copy workshop", in, func(t *tx) (models.Workshop, error) {
		original, steps, err := t.fullSteps(by.Workshop)
		if err != nil {
			return original, err
		}
		copies := luggage{tx: t, of: original.ID, in: in.Bring, by: models.Actor{Role: by.Role, Account: by.Account, Workshop: in.ID}}
		for i, full := range steps {
			copies.steps = append(copies.steps, full.Step.ID)
			steps[i] = copied(full, original, in)
		}
		divisions, err := divisionsOf(t.db, by.Workshop)
		if err != nil {
			return original, err
		}
		w, err := t.addWorkshop(copyOf(original, in), models.AgendaOf(divisions), steps)
		if err != nil {
			return w, err
		}
		return w, firstOf(t.db.Create(&grant{WorkshopID: in.ID, AccountID: by.Account, Founder: true}).Error, copies.unpack())
	})
}

// copyOf is the workshop's own row of a copy.
func copyOf(original models.Workshop, in models.NewCopy) models.Workshop {
	w := models.Workshop{
		ID: in.ID, State: models.WorkshopPrepared, Head: original.Head.Next(), Checklist: models.NewChecklist(original.PointTexts()),
		Feedback: models.Feedback{Questions: original.OwnQuestions()}, Admission: original.Admission,
	}
	w.Head.Date = in.Bring.Date
	if in.Bring.Attendance {
		w.Head.Attendance = original.Head.Attendance.Expected()
	}
	if in.Rehearsal {
		w.State, w.Head, w.RehearsalOf = models.WorkshopOpen, original.Head.Rehearsed(), original.ID
	}
	return w
}

// copied is a step in a copy. A rehearsal has what stands ready in steps that
// still wait.
func copied(full models.FullStep, original models.Workshop, in models.NewCopy) models.FullStep {
	switch {
	case in.Rehearsal && full.Step.State == models.StepWaiting:
		return full.Written()
	case in.Bring.Brings(full.Step.ID):
		return full.Carried(original)
	}
	return full.Agenda()
}

// fullSteps is a workshop with its steps and everything in them, as they are
// now.
func (t *tx) fullSteps(w models.WorkshopID) (models.Workshop, []models.FullStep, error) {
	workshop, err := t.workshop(w)
	if err != nil {
		return workshop, nil, err
	}
	r := record{w: w, db: t.db}
	if err := r.load(); err != nil {
		return workshop, nil, err
	}
	steps := make([]models.FullStep, len(r.steps))
	for i, step := range r.steps {
		r.rounds[step.ID] = slices.DeleteFunc(r.rounds[step.ID], amongSome)
		parts, err := r.step(step)
		if err != nil {
			return workshop, nil, err
		}
		steps[i] = models.FullStep{Step: step, Parts: parts}
	}
	return workshop, steps, t.photosOf(w, steps)
}

// amongSome says whether a round is on some ideas of its step: it answers a
// result, and belongs to no plan.
func amongSome(round models.Round) bool { return len(round.Ideas) > 0 }

// RemoveRehearsal removes a rehearsal with everything in it. Facilitators
// only. Code `not-a-rehearsal` for a real workshop.
func (s *Store) RemoveRehearsal(ctx context.Context, by models.Actor) error {
	if err := by.MustFacilitate(); err != nil {
		return err
	}
	return s.writer.doLast(ctx, by.Workshop, func(t *tx) error {
		w, err := t.workshop(by.Workshop)
		if err != nil {
			return err
		}
		if err := w.MustBeRehearsal(); err != nil {
			return err
		}
		var open []models.Round
		if err := t.db.Where("workshop_id = ? AND state = ?", w.ID, models.RoundOpen).Find(&open).Error; err != nil {
			return err
		}
		for _, round := range open {
			if err := s.keys.destroy(t, round); err != nil {
				return err
			}
		}
		t.after = append(t.after, func() error {
			s.finder.forget(w.ID)
			s.LookSeatsUp(w.ID)
			return nil
		})
		return firstOf(t.db.Where("id = ?", w.ID).Delete(&models.Workshop{}).Error, s.eraseAfter(t))
	})
}
