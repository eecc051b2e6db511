package store

import (
	"context"
	"slices"

	"dilna/models"
)

// none is the answer of commands that answer nothing.
type none struct{}

// rows are ids of a workshop's rows by part.
type rows map[models.Part][]string

// Remove takes something out of the workshop with everything under it; Restore
// brings it back. Participants remove what they wrote while the step is open.
// Codes: those of Step.MayChange, `round-open`, `idea-has-votes`,
// `wording-stands` for one's own in which others' live on, `round-closed`.
func (s *Store) Remove(ctx context.Context, by models.Actor, key models.Key, part models.Part, id string) error {
	_, err := ending(ctx, s, by, key, "remove "+string(part)+" "+id, nil, func(t *tx) (none, error) {
		doomed, err := t.removable(by, part.Rows(), id)
		if err != nil {
			return none{}, err
		}
		return none{}, t.flag(by.Workshop, doomed)
	})
	return err
}

// removable is the row with everything that goes with it, if the actor may
// remove it now.
func (t *tx) removable(by models.Actor, part models.Part, id string) (rows, error) {
	if part == models.PartEntries {
		return t.removableEntry(by, models.EntryID(id))
	}
	if err := by.MustFacilitate(); err != nil {
		return nil, err
	}
	switch part {
	case models.PartSteps:
		return t.removableStep(by, models.StepID(id))
	case models.PartTopics:
		return t.removableTopic(by, models.TopicID(id))
	case models.PartRounds:
		return t.removableRound(by, models.RoundID(id))
	case models.PartDivisions:
		return t.removableDivision(by, models.DivisionID(id))
	case models.PartCombinations:
		return t.removableCombination(by, models.CombinationID(id))
	case models.PartPhotos:
		return t.removablePhoto(by, models.PhotoID(id))
	}
	return nil, models.Fail(models.KindNotFound, models.CodeNotFound)
}

func (t *tx) removableEntry(by models.Actor, id models.EntryID) (rows, error) {
	entry, _, err := t.changeable(by, id)
	if err != nil {
		return nil, err
	}
	below, err := t.under(entry)
	if err != nil {
		return nil, err
	}
	doomed := rows{}
	for _, e := range append(below, entry) {
		if !by.Facilitates() && e.SeatID != by.Seat {
			return nil, models.Fail(models.KindForbidden, models.CodeNotYours)
		}
		doomed[models.PartEntries] = append(doomed[models.PartEntries], string(e.ID))
	}
	if err := t.mustNotVote(by.Workshop, entry.StepID); err != nil {
		return nil, err
	}
	use, err := t.useOf(by.Workshop, doomed[models.PartEntries])
	return doomed, firstOf(err, entry.MayGo(by, use))
}

// mustHaveNoVotes refuses to remove ideas that a closed round has counted: its
// result never changes (docs/reliability.md, INV-08, INV-09).
func (t *tx) mustHaveNoVotes(w models.WorkshopID, ideas []string) error {
	use, err := t.useOf(w, ideas)
	if err == nil && use.Voted {
		return models.Fail(models.KindConflict, models.CodeIdeaHasVotes)
	}
	return err
}

// removableStep: a step goes with all it holds, votes too, because it comes
// back with all of it. The screens that show it go to the waiting picture.
func (t *tx) removableStep(by models.Actor, id models.StepID) (rows, error) {
	w, step, err := t.place(by.Workshop, id)
	if err != nil {
		return nil, err
	}
	if err := t.mustNotVote(w.ID, id); err != nil {
		return nil, err
	}
	if w.CurrentStep == id {
		w.CurrentStep = ""
		if err := t.saveHead(&w); err != nil {
			return nil, err
		}
	}
	doomed := rows{models.PartSteps: {string(step.ID)}}
	for _, part := range models.StepParts {
		var ids []string
		if err := t.db.Table(string(part)).Where("workshop_id = ? AND step_id = ? AND NOT removed", w.ID, id).Pluck("id", &ids).Error; err != nil {
			return nil, err
		}
		doomed[part] = ids
	}
	return doomed, nil
}

func (t *tx) removableTopic(by models.Actor, id models.TopicID) (rows, error) {
	topic, err := find[models.Topic](t, by.Workshop, id)
	if err != nil {
		return nil, err
	}
	if err := t.mustNotVote(by.Workshop, topic.StepID); err != nil {
		return nil, err
	}
	var all []models.Topic
	if err := t.db.Where("workshop_id = ? AND step_id = ? AND NOT removed", by.Workshop, topic.StepID).Find(&all).Error; err != nil {
		return nil, err
	}
	doomed := rows{models.PartTopics: {string(id)}}
	for _, below := range models.Under(all, id, func(t models.Topic) (models.TopicID, models.TopicID) { return t.ID, t.ParentID }) {
		doomed[models.PartTopics] = append(doomed[models.PartTopics], string(below.ID))
	}
	var ideas []string
	err = t.db.Model(&models.Entry{}).Where("workshop_id = ? AND topic_id IN ? AND NOT removed", by.Workshop, doomed[models.PartTopics]).
		Pluck("id", &ideas).Error
	doomed[models.PartEntries] = ideas
	return doomed, firstOf(err, t.mustHaveNoVotes(by.Workshop, ideas))
}

// removableDivision: one whose parts have steps, or vote in rounds, or by whose parts
// rounds are told, stays, with `part-in-use`.
func (t *tx) removableDivision(by models.Actor, id models.DivisionID) (rows, error) {
	division, err := find[models.Division](t, by.Workshop, id)
	if err != nil {
		return nil, err
	}
	used, err := t.partsUsed(by.Workshop)
	if err != nil {
		return nil, err
	}
	told, err := t.divisionsUsed(by.Workshop)
	hasPart := func(id models.PartID) bool { _, of := division.Part(id); return of }
	if slices.Contains(told, id) || slices.ContainsFunc(used, hasPart) {
		err = firstOf(err, models.Fail(models.KindConflict, models.CodePartInUse))
	}
	t.progressed[by.Workshop] = true
	return rows{models.PartDivisions: {string(id)}}, err
}

func (t *tx) removableRound(by models.Actor, id models.RoundID) (rows, error) {
	round, err := find[models.Round](t, by.Workshop, id)
	switch {
	case err != nil:
		return nil, err
	case round.State == models.RoundOpen:
		return nil, models.Fail(models.KindConflict, models.CodeRoundOpen)
	case round.State == models.RoundClosed && !round.NobodyVoted():
		return nil, models.Fail(models.KindClosed, models.CodeRoundClosed)
	}
	return rows{models.PartRounds: {string(id)}}, t.replaceTotals(round, nil) // zeros that an earlier version wrote
}

// flag marks the rows as removed, all at one revision: that is how Restore
// knows what went together.
func (t *tx) flag(w models.WorkshopID, doomed rows) error {
	at, err := t.stamp(w)
	if err != nil {
		return err
	}
	for part, ids := range doomed {
		if len(ids) == 0 {
			continue
		}
		if err := t.remember(part, ids...); err != nil {
			return err
		}
		err := t.db.Table(string(part)).Where("workshop_id = ? AND id IN ?", w, ids).
			Updates(map[string]any{"removed": true, "revision": at, "vanished": vanishing(part, stepSeen(part))}).Error
		if err != nil {
			return err
		}
	}
	return nil
}
