package store

import (
	"context"

	"dilna/models"
)

// AddCause adds a cause to its parent, without one a main bone: participants at
// its end while the step is open, facilitators anywhere at any time. Codes:
// those of Step.MayContribute and Step.MayTakePart, `facilitator-only`,
// `invalid`, `id-taken`.
func (s *Store) AddCause(ctx context.Context, by models.Actor, key models.Key, step models.StepID, in models.NewCause) (models.Cause, error) {
	if err := in.Check(); err != nil {
		return models.Cause{}, err
	}
	if in.Index != nil {
		if err := by.MustFacilitate(); err != nil {
			return models.Cause{}, err
		}
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
		if err := firstOf(row.MayContribute(by, w, models.MethodFishbone), t.mustTakePart(by, row)); err != nil {
			return cause, err
		}
		if err := t.hang(&cause, 1); err != nil {
			return cause, err
		}
		if err := t.add(&cause); err != nil {
			return cause, err
		}
		err = t.placeCause(&cause, in.Index)
		row.Answer(by, &cause.Row)
		return cause, err
	})
}

// hang puts a cause, height levels high with all under it, at the end of its
// parent, which must be of the same step.
func (t *tx) hang(cause *models.Cause, height int) error {
	if cause.ParentID != "" {
		parent, err := named[models.Cause](t, cause.WorkshopID, "parent", cause.ParentID)
		if err != nil || parent.StepID != cause.StepID {
			return firstOf(err, unknown("parent"))
		}
		if err := t.mustNotBeDeep(models.PartCauses, cause.WorkshopID, string(cause.ParentID), height); err != nil {
			return err
		}
	}
	var err error
	cause.Position, err = t.nextPosition(models.PartCauses, cause.WorkshopID, cause.StepID)
	return err
}

// ChangeCause rewords a cause or moves it, with everything under it, to another
// place. Participants reword their own. Codes: those of Step.MayChange,
// `facilitator-only`, `cause-cycle`, `changed-since`.
func (s *Store) ChangeCause(ctx context.Context, by models.Actor, key models.Key, id models.EntryID, change models.CauseChange) (models.Cause, error) {
	if err := change.Check(); err != nil {
		return models.Cause{}, err
	}
	if change.Moves() {
		if err := by.MustFacilitate(); err != nil {
			return models.Cause{}, err
		}
	}
	return command(ctx, s, by, key, "change cause "+string(id), change, func(t *tx) (models.Cause, error) {
		cause, step, err := t.changeableCause(by, id)
		if err := firstOf(err, t.mustTakePart(by, step)); err != nil {
			return cause, err
		}
		before := cause.Texts()
		if change.Text != nil {
			cause.Text = *change.Text
		}
		if err := change.MadeFrom.MustStand(before, cause.Texts()); err != nil {
			return cause, err
		}
		err = t.moveCause(&cause, change)
		step.Answer(by, &cause.Row)
		return cause, err
	})
}

// changeableCause is a cause with its step, if the actor may change it.
func (t *tx) changeableCause(by models.Actor, id models.EntryID) (models.Cause, models.Step, error) {
	cause, err := find[models.Cause](t, by.Workshop, id)
	if err != nil {
		return cause, models.Step{}, err
	}
	w, step, err := t.place(by.Workshop, cause.StepID)
	if err != nil {
		return cause, step, err
	}
	return cause, step, step.MayChange(by, w, cause.SeatID)
}

// moveCause saves the cause where the change puts it.
func (t *tx) moveCause(cause *models.Cause, change models.CauseChange) error {
	if change.Parent != nil && *change.Parent != cause.ParentID {
		if err := t.hangUnder(cause, *change.Parent); err != nil {
			return err
		}
	}
	if err := t.save(cause); err != nil {
		return err
	}
	return t.placeCause(cause, change.Index)
}

// placeCause puts a saved cause at the index among its siblings; nil leaves it.
func (t *tx) placeCause(cause *models.Cause, index *int) error {
	if index == nil {
		return nil
	}
	of := whereabouts{step: cause.StepID, within: map[models.Part]string{models.PartCauses: string(cause.ParentID)}}
	siblings, err := t.siblings(cause.WorkshopID, models.PartCauses, of)
	if err != nil {
		return err
	}
	if err := t.remember(models.PartCauses, string(cause.ID)); err != nil { // first of all: it is what the history tells of
		return err
	}
	moved := models.Reordered(siblings, string(cause.ID), *index)
	for _, sibling := range moved {
		if sibling.ID == string(cause.ID) {
			cause.Position = sibling.Position
		}
	}
	return t.reorder(cause.WorkshopID, models.PartCauses, moved)
}

// hangUnder hangs a cause under another, at the end; never under itself.
func (t *tx) hangUnder(cause *models.Cause, parent models.EntryID) error {
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
	return t.hang(cause, models.Height(below, causeRow)+1)
}

// causesUnder are all causes below one, at any depth.
func (t *tx) causesUnder(cause models.Cause) ([]models.Cause, error) {
	var all []models.Cause
	err := t.db.Where("workshop_id = ? AND step_id = ? AND parent_id <> '' AND NOT removed", cause.WorkshopID, cause.StepID).
		Order("position").Find(&all).Error
	under := models.Under(all, cause.ID, causeRow)
	return under, err
}

func causeRow(c models.Cause) (id, parent models.EntryID) { return c.ID, c.ParentID }
