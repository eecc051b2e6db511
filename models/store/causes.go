package store

import (
	"context"

	"dilna/models"
)

// AddCause adds a cause at the end of its parent, without one a main bone:
// participants while the step is open, facilitators at any time. Codes: those
// of Step.MayContribute, `invalid`, `id-taken`.
func (s *Store) AddCause(ctx context.Context, by models.Actor, key models.Key, step models.StepID, in models.NewCause) (models.Cause, error) {
	if err := in.Check(); err != nil {
		return models.Cause{}, err
	}
	return command(ctx, s, by, key, "add cause "+string(step), in, func(t *tx) (models.Cause, error) {
		cause := models.Cause{
			Row: models.Row{WorkshopID: by.Workshop}, ID: in.ID, StepID: step,
			ParentID: in.Parent, Text: in.Text, SeatID: by.Seat,
		}
		w, row, err := t.place(by.Workshop, step)
		if err != nil {
			return cause, err
		}
		if err := row.MayContribute(by, w, models.MethodFishbone); err != nil {
			return cause, err
		}
		if err := t.causeParent(cause); err != nil {
			return cause, err
		}
		last, err := t.lastPosition(&models.Cause{}, by.Workshop, step)
		if err != nil {
			return cause, err
		}
		if last >= models.MaxIdeas {
			return cause, models.Fail(models.KindConflict, models.CodeTooLarge)
		}
		cause.Position = last + 1
		return cause, t.add(&cause)
	})
}

// causeParent refuses a parent that is not of the cause's step.
func (t *tx) causeParent(cause models.Cause) error {
	if cause.ParentID == "" {
		return nil
	}
	parent, err := find[models.Cause](t, cause.WorkshopID, cause.ParentID)
	if err != nil || parent.StepID != cause.StepID {
		return firstOf(err, unknown("parent"))
	}
	return nil
}

// ChangeCause rewords a cause or moves it, with everything under it, under
// another. Participants reword their own. Codes: those of Step.MayChange,
// `facilitator-only`, `cause-cycle`.
func (s *Store) ChangeCause(ctx context.Context, by models.Actor, key models.Key, id models.CauseID, change models.CauseChange) (models.Cause, error) {
	if err := change.Check(); err != nil {
		return models.Cause{}, err
	}
	if change.Parent != nil {
		if err := by.MustFacilitate(); err != nil {
			return models.Cause{}, err
		}
	}
	return command(ctx, s, by, key, "change cause "+string(id), change, func(t *tx) (models.Cause, error) {
		cause, err := t.changeableCause(by, id)
		if err != nil {
			return cause, err
		}
		if change.Text != nil {
			cause.Text = *change.Text
		}
		if change.Parent != nil && *change.Parent != cause.ParentID {
			if err := t.moveCause(&cause, *change.Parent); err != nil {
				return cause, err
			}
		}
		return cause, t.save(&cause)
	})
}

func (t *tx) changeableCause(by models.Actor, id models.CauseID) (models.Cause, error) {
	cause, err := find[models.Cause](t, by.Workshop, id)
	if err != nil {
		return cause, err
	}
	w, step, err := t.place(by.Workshop, cause.StepID)
	if err != nil {
		return cause, err
	}
	return cause, step.MayChange(by, w, cause.SeatID)
}

// moveCause hangs a cause under another, at the end; never under itself.
func (t *tx) moveCause(cause *models.Cause, parent models.CauseID) error {
	below, err := t.causesUnder(*cause)
	if err != nil {
		return err
	}
	for _, c := range append(below, *cause) {
		if c.ID == parent {
			return models.Fail(models.KindConflict, models.CodeCauseCycle)
		}
	}
	cause.ParentID = parent
	last, err := t.lastPosition(&models.Cause{}, cause.WorkshopID, cause.StepID)
	cause.Position = last + 1
	return firstOf(err, t.causeParent(*cause))
}

// causesUnder are all causes below one, at any depth.
func (t *tx) causesUnder(cause models.Cause) ([]models.Cause, error) {
	var all []models.Cause
	err := t.db.Where("workshop_id = ? AND step_id = ? AND parent_id <> '' AND removed = 0", cause.WorkshopID, cause.StepID).
		Order("position").Find(&all).Error
	under := models.Under(all, cause.ID, func(c models.Cause) (models.CauseID, models.CauseID) { return c.ID, c.ParentID })
	return under, err
}
