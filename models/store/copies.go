package store

import (
	"context"
	"slices"

	"dilna/models"
)

// CopyWorkshop makes another workshop with the same agenda, run by the caller:
// the next meeting, or a rehearsal of this one. The workshop itself is not
// touched. Facilitators only. Codes: `invalid`, `id-taken`.
func (s *Store) CopyWorkshop(ctx context.Context, by models.Actor, key models.Key, in models.NewCopy) (models.Workshop, error) {
	if err := firstOf(by.MustFacilitate(), in.Check()); err != nil {
		return models.Workshop{}, err
	}
	return command(ctx, s, by, key, "copy workshop", in, func(t *tx) (models.Workshop, error) {
		original, steps, err := t.fullSteps(by.Workshop)
		if err != nil {
			return original, err
		}
		if err := mustHave(steps, in.Bring); err != nil {
			return original, err
		}
		for i, full := range steps {
			steps[i] = copied(full, original, in)
		}
		divisions, err := divisionsOf(t.db, by.Workshop)
		if err != nil {
			return original, err
		}
		divided := make([]models.DivisionMinutes, len(divisions))
		for i, division := range divisions {
			divided[i] = division.Minutes()
		}
		w, err := t.addWorkshop(copyOf(original, in), divided, steps)
		if err != nil {
			return w, err
		}
		return w, t.db.Create(&grant{WorkshopID: in.ID, AccountID: by.Account, Founder: true}).Error
	})
}

// copyOf is the workshop's own row of a copy.
func copyOf(original models.Workshop, in models.NewCopy) models.Workshop {
	w := models.Workshop{
		ID: in.ID, State: models.WorkshopPrepared, Head: original.Head.Next(), Checklist: models.NewChecklist(original.PointTexts()),
		Feedback: models.Feedback{Questions: original.OwnQuestions()},
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
	case slices.Contains(in.Bring, full.Step.ID):
		return full.Carried(original.Head.Name())
	}
	return full.Agenda()
}

// mustHave refuses to bring along what is not there.
func mustHave(steps []models.FullStep, bring []models.StepID) error {
	for _, id := range bring {
		if !slices.ContainsFunc(steps, func(full models.FullStep) bool { return full.Step.ID == id }) {
			return unknown("bring")
		}
	}
	return nil
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
	return workshop, steps, nil
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
