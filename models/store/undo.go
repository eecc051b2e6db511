package store

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"dilna/models"
)

// Undo takes back what one entry of the history did: what it changed becomes
// what it was, unless somebody has changed it since. Undoing is an entry too,
// and can be undone. What was erased for good does not come back; code
// `erased` where that is all. Facilitators only. Codes: `not-found`, `changed-since`,
// `round-open` while people vote on the step, `round-closed`,
// `idea-has-votes`, `marks-spent`, `too-deep`, `photos-full`, `photos-heavy`, `promise-here`, `feedback-answered`
// for questions that people have answered.
func (s *Store) Undo(ctx context.Context, by models.Actor, key models.Key, entry models.Revision) error {
	if err := by.MustFacilitate(); err != nil {
		return err
	}
	_, err := command(ctx, s, by, key, "undo", entry, func(t *tx) (none, error) {
		var row historyRow
		if err := t.db.Where("workshop_id = ? AND revision = ?", by.Workshop, entry).Take(&row).Error; err != nil {
			return none{}, err
		}
		if !row.Offered {
			return none{}, changedSince()
		}
		t.past.undoes = &row
		u := undoing{tx: t, w: by.Workshop}
		if err := u.takeBack(row.Changes); err != nil {
			return none{}, err
		}
		return none{}, t.db.Model(&row).Update("offered", false).Error
	})
	return err
}

func changedSince() error { return models.Fail(models.KindConflict, models.CodeChangedSince) }

// undoing is one undo under way.
type undoing struct {
	*tx
	w     models.WorkshopID
	steps map[models.StepID]models.Step // the touched ones, as they were
}

func (u *undoing) takeBack(changes []models.RowChange) error {
	// Rows before the steps they stand in: what they vanish from is told by the step.
	changes = slices.DeleteFunc(slices.Clone(changes), func(c models.RowChange) bool { return c.Erased })
	if len(changes) == 0 {
		return models.Fail(models.KindConflict, models.CodeErased)
	}
	if changes[0].Part == models.PartQuestions { // a command that changes them changes nothing else
		return u.askBefore(changes[0])
	}
	changes, err := u.takeBackDraft(changes)
	if err != nil || len(changes) == 0 {
		return err
	}
	order := slices.Backward(append([]models.Part{models.PartWorkshop}, models.Parts...))
	turned := make([]models.RowChange, 0, len(changes))
	for _, part := range order {
		for _, c := range changes {
			if c.Part == part {
				turned = append(turned, c.Turned())
			}
		}
	}
	turned, err = u.left(turned)
	if err := firstOf(err, u.look(turned)); err != nil {
		return err
	}
	if err := firstOf(u.mayVanish(turned), u.mayChangeRounds(turned)); err != nil {
		return err
	}
	for _, c := range turned {
		if err := u.write(c); err != nil {
			return err
		}
	}
	return firstOf(u.mustHang(turned), u.promisesHold(u.w), u.photosHold(u.w), u.settleSteps(), u.settleIdeas(turned))
}

// takeBackDraft gives the members of the draft their former values; what other
// changes there are is left.
func (u *undoing) takeBackDraft(changes []models.RowChange) ([]models.RowChange, error) {
	isOfDraft := func(c models.RowChange) bool { return c.Part == models.PartDraft }
	if !slices.ContainsFunc(changes, isOfDraft) {
		return changes, nil
	}
	draft, err := u.rememberDraft(u.w)
	if err != nil {
		return nil, err
	}
	for _, c := range changes {
		if isOfDraft(c) {
			if err := draft.Take(c.Turned()); err != nil {
				return nil, err
			}
		}
	}
	return slices.DeleteFunc(changes, isOfDraft), u.saveDraft(u.w, draft)
}

// askBefore has the workshop ask again what it asked before.
func (u *undoing) askBefore(c models.RowChange) error {
	questions, err := c.AskedBefore()
	if err != nil {
		return err
	}
	_, err = u.ask(u.w, questions)
	return err
}

// left is what there still is to take back. Of rows that were added together,
// those that are gone by now are taken back already; where none is left, the
// look at them refuses.
func (u *undoing) left(turned []models.RowChange) ([]models.RowChange, error) {
	left := make([]models.RowChange, 0, len(turned))
	for _, c := range turned {
		if err := u.remember(c.Part, c.ID); err != nil {
			return nil, err
		}
		isGone := len(c.After) == 1 && c.Removes() && u.past.rows[rowKey{c.Part, c.ID}]["removed"] == true
		if !isGone {
			left = append(left, c)
		}
	}
	if len(left) == 0 {
		return turned, nil
	}
	return left, nil
}

// look reads all rows as they are, refuses what has changed since, and what
// people vote on.
func (u *undoing) look(turned []models.RowChange) error {
	u.steps = map[models.StepID]models.Step{}
	for i, c := range turned {
		now := u.past.rows[rowKey{c.Part, c.ID}]
		if c.Part == models.PartWorkshop && !isAsIt(now, c.Before) {
			// The screens have gone on; everything else is as it was.
			turned[i] = without(c, "current_step")
			c = turned[i]
		}
		if now == nil || !isAsIt(now, c.Before) {
			return changedSince()
		}
		if err := u.lookAtStep(c, now); err != nil {
			return err
		}
	}
	return nil
}

func (u *undoing) lookAtStep(c models.RowChange, now members) error {
	id, ok := now["step"].(string)
	if c.Part == models.PartSteps {
		id, ok = c.ID, true
	}
	if _, known := u.steps[models.StepID(id)]; known || !ok {
		return nil
	}
	step, err := u.stepAsItIs(models.StepID(id))
	u.steps[step.ID] = step
	if err != nil {
		return err
	}
	return u.mustNotVote(u.w, models.StepID(id))
}

// stepAsItIs reads a step, removed or not.
func (u *undoing) stepAsItIs(id models.StepID) (models.Step, error) {
	var step models.Step
	err := u.db.Where("workshop_id = ? AND id = ?", u.w, id).Take(&step).Error
	return step, err
}

// isAsIt says whether the row has these values.
func isAsIt(row members, values map[string]json.RawMessage) bool {
	for member, value := range values {
		now, err := json.Marshal(row[member])
		if err != nil || !bytes.Equal(now, value) {
			return false
		}
	}
	return true
}

func without(c models.RowChange, member string) models.RowChange {
	c.Before, c.After = maps.Clone(c.Before), maps.Clone(c.After)
	delete(c.Before, member)
	delete(c.After, member)
	return c
}

// mayVanish refuses to take out ideas that a round has counted, unless they go
// with their whole step or live on in another idea.
func (u *undoing) mayVanish(turned []models.RowChange) error {
	var ideas []string
	for _, c := range turned {
		if c.Part == models.PartSteps && c.Removes() {
			return nil
		}
		if c.Part == models.PartEntries && c.Removes() && !c.Has("merged_into") {
			ideas = append(ideas, c.ID)
		}
	}
	return u.mustHaveNoVotes(u.w, ideas)
}

// mayChangeRounds refuses everything but a new label for a round that has
// begun, unless it goes or comes with its whole step.
func (u *undoing) mayChangeRounds(turned []models.RowChange) error {
	if slices.ContainsFunc(turned, func(c models.RowChange) bool { return c.Part == models.PartSteps && c.Has("removed") }) {
		return nil
	}
	for _, c := range turned {
		onlyLabel := len(c.After) == 1 && c.Has("label")
		if c.Part == models.PartRounds && !onlyLabel && hasBegun(u.past.rows[rowKey{c.Part, c.ID}]) {
			return models.Fail(models.KindClosed, models.CodeRoundClosed)
		}
	}
	return nil
}

// hasBegun says whether anybody votes in the round, or has voted.
func hasBegun(round members) bool {
	nobody := round["state"] == string(models.RoundClosed) && round["voters"] == int64(0) && round["entry"] != string(models.CastTyped)
	return round["state"] != string(models.RoundPrepared) && !nobody
}

// write gives a row its former values, stamped. One that is gone and stays so
// keeps its revision: that is how Restore knows what went together.
func (u *undoing) write(c models.RowChange) error {
	at, err := u.stamp(u.w)
	if err != nil || len(c.After) == 0 {
		return err
	}
	values := map[string]any{}
	if gone := u.past.rows[rowKey{c.Part, c.ID}]["removed"] == true; !gone || c.Has("removed") {
		values["revision"] = at
	}
	for member, value := range c.After {
		if values[columnOf(member)], err = valueOf(value); err != nil {
			return fmt.Errorf("history of %s.%s: %w", c.Part, member, err)
		}
	}
	query := u.db.Table(string(c.Part)).Where("id = ?", c.ID)
	if c.Part == models.PartWorkshop {
		values["head_revision"] = at
	} else {
		query = query.Where("workshop_id = ?", u.w)
		values["vanished"] = vanishing(c.Part, stepSeen(c.Part))
	}
	return query.Updates(values).Error
}

// valueOf is a member's value as the database takes it: a text, a whole
// number, yes or no, or nothing.
func valueOf(raw json.RawMessage) (any, error) {
	switch {
	case string(raw) == "null":
		return nil, nil
	case string(raw) == string(models.Yes), string(raw) == string(models.No):
		return string(raw) == string(models.Yes), nil
	case len(raw) > 0 && raw[0] == '"':
		var text string
		err := json.Unmarshal(raw, &text)
		return text, err
	}
	return strconv.ParseInt(string(raw), 10, 64)
}

// settleSteps shows or hides what is in steps that have come back from behind
// the curtain or gone there, and brings the screens where they belong.
func (u *undoing) settleSteps() error {
	for id, before := range u.steps {
		w, err := u.workshop(u.w)
		if err != nil {
			return err
		}
		step, err := u.stepAsItIs(id)
		if err != nil {
			return err
		}
		if before.State == models.StepOpen && step.State != models.StepOpen {
			if err := u.countAgreements(before); err != nil {
				return err
			}
		}
		if before.State != step.State || before.Blind != step.Blind {
			if err := u.restamp(before, step, models.StepParts); err != nil {
				return err
			}
		}
		if w.CurrentStep == id && (step.Removed || step.State == models.StepWaiting) {
			w.CurrentStep = ""
			if err := u.saveHead(&w); err != nil {
				return err
			}
		}
		if step.Removed {
			continue
		}
		if err := u.comeBack(u.w, id); err != nil {
			return err
		}
	}
	return nil
}

// settleIdeas holds the marks of their topics to what is allowed, and tells
// anew where ideas join or part.
func (u *undoing) settleIdeas(turned []models.RowChange) error {
	for id := range u.steps {
		of := func(has func(models.RowChange) bool) bool {
			return slices.ContainsFunc(turned, func(c models.RowChange) bool {
				return c.Part == models.PartEntries && u.past.rows[rowKey{c.Part, c.ID}]["step"] == string(id) && has(c)
			})
		}
		if of(func(c models.RowChange) bool {
			return c.Turns("marked") || c.Restores() || c.Has("topic")
		}) {
			if err := u.marksHold(u.w, id); err != nil {
				return err
			}
		}
	}
	return u.settleMerged(turned)
}

// settleMerged tells ideas anew that others join or leave, and the results.
func (u *undoing) settleMerged(turned []models.RowChange) error {
	var into []any
	for _, c := range turned {
		if c.Has("merged_into") {
			was, err := valueOf(c.Before["merged_into"])
			if err != nil {
				return err
			}
			becomes, err := valueOf(c.After["merged_into"])
			if err != nil {
				return err
			}
			into = append(into, was, becomes)
		}
	}
	var hosts []models.Entry
	err := u.db.Where("workshop_id = ? AND id IN ? AND removed = ?", u.w, into, false).Find(&hosts).Error
	for i := 0; err == nil && i < len(hosts); i++ {
		err = u.restampMerged(hosts[i])
	}
	return err
}
