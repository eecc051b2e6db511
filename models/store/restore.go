package store

import (
	"context"
	"slices"

	"dilna/models"
)

// Restore brings back what a removal took, all of it. Who might remove it may
// restore it. Codes: those of Remove, `not-found` also when what it stood in
// has been removed since, `marks-spent`, `photos-full`, `photos-heavy`, `promise-here`, `erased` when it was erased for good.
func (s *Store) Restore(ctx context.Context, by models.Actor, key models.Key, part models.Part, id string) error {
	_, err := command(ctx, s, by, key, "restore "+string(part)+" "+id, nil, func(t *tx) (none, error) {
		part := part.Rows()
		gone, err := t.whereabouts(by, part, id)
		if err != nil || gone.removedAt == 0 {
			return none{}, err
		}
		if err := firstOf(t.mustNotBeErased(part, by.Workshop, id), t.mayRestore(by, part, gone)); err != nil {
			return none{}, err
		}
		at, err := t.stamp(by.Workshop)
		if err != nil {
			return none{}, err
		}
		for _, part := range models.Parts {
			if err := t.rememberRemoved(part, gone.removedAt); err != nil {
				return none{}, err
			}
			err := t.db.Table(string(part)).Where("workshop_id = ? AND removed AND revision = ?"+unerased(part), by.Workshop, gone.removedAt).
				Updates(map[string]any{"removed": false, "revision": at}).Error
			if err != nil {
				return none{}, err
			}
		}
		if err := t.photosHold(by.Workshop); err != nil {
			return none{}, err
		}
		switch part {
		case models.PartDivisions:
			return none{}, nil
		case models.PartSteps:
			return none{}, firstOf(t.partsHold(by.Workshop), t.promisesHold(by.Workshop), t.comeBack(by.Workshop, gone.step))
		}
		return none{}, firstOf(t.partsHold(by.Workshop), t.marksHold(by.Workshop, gone.step), t.promisesHold(by.Workshop))
	})
	return err
}

// unerased is, in SQL, that a row was not erased: it has a text.
func unerased(part models.Part) string {
	if slices.Contains(erasedParts, part) {
		return " AND text <> ''"
	}
	return ""
}

// rememberRemoved remembers what a removal took out of a part.
func (t *tx) rememberRemoved(part models.Part, at models.Revision) error {
	if t.past == nil {
		return nil
	}
	var ids []string
	err := t.db.Table(string(part)).Where("workshop_id = ? AND removed AND revision = ?"+unerased(part), t.past.workshop, at).Pluck("id", &ids).Error
	return firstOf(err, t.remember(part, ids...))
}

// comeBack has the screens return to a step that was open when it was removed;
// where they have gone on, the step comes back closed.
func (t *tx) comeBack(workshop models.WorkshopID, id models.StepID) error {
	w, step, err := t.place(workshop, id)
	switch {
	case err != nil || step.State != models.StepOpen || w.CurrentStep == id:
		return err
	case step.PartID != "":
		return t.comeBackTo(step)
	case w.CurrentStep == "":
		return t.follow(w, step)
	}
	return t.setStepState(&step, models.StepClosed)
}

// comeBackTo has a step of a part come back open, unless the part has gone on.
func (t *tx) comeBackTo(step models.Step) error {
	open, err := t.openBeside(step)
	if err != nil || len(open) == 0 {
		return err
	}
	return t.setStepState(&step, models.StepClosed)
}

// mayRestore: who might have removed it, while what it stood in is there and
// nobody votes on the step.
func (t *tx) mayRestore(by models.Actor, part models.Part, gone whereabouts) error {
	if part == models.PartSteps || part == models.PartDivisions {
		return by.MustFacilitate()
	}
	w, step, err := t.place(by.Workshop, gone.step)
	if err != nil {
		return err
	}
	for part, id := range gone.within {
		var there int64
		if err := t.db.Table(string(part)).Where("workshop_id = ? AND id = ? AND NOT removed", w.ID, id).Count(&there).Error; err != nil {
			return err
		}
		if there == 0 {
			return models.Fail(models.KindNotFound, models.CodeNotFound)
		}
	}
	return firstOf(step.MayChange(by, w, gone.owner), t.mustTakePart(by, step), t.mustNotVote(w.ID, step.ID))
}

// marksHold refuses, with `marks-spent`, a topic with more marks than its step allows.
func (t *tx) marksHold(w models.WorkshopID, id models.StepID) error {
	step, err := find[models.Step](t, w, id)
	if err != nil {
		return err
	}
	var over int64
	err = t.db.Raw(`SELECT COUNT(*) FROM (SELECT 1 FROM entries WHERE workshop_id = ? AND step_id = ? AND marked AND NOT removed
		GROUP BY topic_id HAVING COUNT(*) > ?) AS full_topics`, w, id, step.MarksPerTopic).Row().Scan(&over)
	if err == nil && over > 0 {
		return models.Fail(models.KindConflict, models.CodeMarksSpent, step.MarksPerTopic)
	}
	return err
}
