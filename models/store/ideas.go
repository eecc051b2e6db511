package store

import (
	"context"

	"dilna/models"
)

// AddIdea adds an idea at the end of its step, topic or parent idea:
// participants while the step is open, facilitators at any time but while
// people vote on the step. Codes: those of Step.MayContribute and
// Step.MayTakePart, `round-open`,
// `invalid`, `id-taken`.
func (s *Store) AddIdea(ctx context.Context, by models.Actor, key models.Key, step models.StepID, in models.NewIdea) (models.Idea, error) {
	if err := in.Check(); err != nil {
		return models.Idea{}, err
	}
	return command(ctx, s, by, key, "add idea "+string(step), in, func(t *tx) (models.Idea, error) {
		row, err := t.collecting(by, step)
		if err != nil {
			return models.Idea{}, err
		}
		return t.addIdea(by, row, in)
	})
}

// AddIdeas adds several ideas at the end of a step, all or none, as one entry
// of the history. Facilitators only. Codes: those of AddIdea.
func (s *Store) AddIdeas(ctx context.Context, by models.Actor, key models.Key, step models.StepID, in models.NewIdeas) error {
	if err := firstOf(by.MustFacilitate(), in.Check()); err != nil {
		return err
	}
	_, err := command(ctx, s, by, key, "add ideas "+string(step), in, func(t *tx) (none, error) {
		row, err := t.collecting(by, step)
		for i := 0; err == nil && i < len(in.Ideas); i++ {
			_, err = t.addIdea(by, row, in.Ideas[i])
		}
		return none{}, err
	})
	return err
}

// collecting is a step that takes ideas of the actor, and is not voted on.
func (t *tx) collecting(by models.Actor, step models.StepID) (models.Step, error) {
	w, row, err := t.place(by.Workshop, step)
	if err != nil {
		return row, err
	}
	return row, firstOf(row.MayContribute(by, w, models.MethodCollect), t.mustTakePart(by, row), t.mustNotVote(by.Workshop, step))
}

func (t *tx) addIdea(by models.Actor, step models.Step, in models.NewIdea) (models.Idea, error) {
	idea := models.Idea{
		Row: models.Row{WorkshopID: by.Workshop}, ID: in.ID, StepID: step.ID,
		TopicID: in.Topic, ParentID: in.Parent, Text: in.Text, SeatID: by.Seat,
	}
	if err := t.fitIdea(&idea, 1); err != nil {
		return idea, err
	}
	err := t.add(&idea)
	step.Answer(by, &idea.Row)
	return idea, err
}

// fitIdea finds the topic and parent of an idea, height levels high with all
// under it, and its place at the end of the step. An idea under another stands
// in the topic of that one.
func (t *tx) fitIdea(idea *models.Idea, height int) error {
	if idea.ParentID != "" {
		parent, err := named[models.Idea](t, idea.WorkshopID, "parent", idea.ParentID)
		if err != nil || parent.StepID != idea.StepID {
			return firstOf(err, unknown("parent"))
		}
		if err := t.mustNotBeDeep(models.PartIdeas, idea.WorkshopID, string(idea.ParentID), height); err != nil {
			return err
		}
		idea.TopicID = parent.TopicID
	}
	if err := t.topicOf(idea); err != nil {
		return err
	}
	var err error
	idea.Position, err = t.nextPosition(models.PartIdeas, idea.WorkshopID, idea.StepID)
	return err
}

// topicOf refuses a topic that is not of the idea's step.
func (t *tx) topicOf(idea *models.Idea) error {
	if idea.TopicID == "" {
		return nil
	}
	topic, err := named[models.Topic](t, idea.WorkshopID, "topic", idea.TopicID)
	if err != nil || topic.StepID != idea.StepID {
		return firstOf(err, unknown("topic"))
	}
	return nil
}

// ChangeIdea rewords, moves, marks or annotates an idea. Participants reword
// their own. Codes: those of Step.MayChange and IdeaChange.MayMake,
// `wording-stands`, `marks-spent`, `round-open`, `idea-cycle`, `too-deep`,
// `changed-since`.
func (s *Store) ChangeIdea(ctx context.Context, by models.Actor, key models.Key, id models.EntryID, change models.IdeaChange) (models.Idea, error) {
	if err := firstOf(change.Check(), change.MayMake(by)); err != nil {
		return models.Idea{}, err
	}
	return command(ctx, s, by, key, "change idea "+string(id), change, func(t *tx) (models.Idea, error) {
		idea, step, err := t.changeable(by, id)
		if err := firstOf(err, t.mustTakePart(by, step)); err != nil {
			return idea, err
		}
		if change.TouchesBallots() {
			if err := t.mustNotVote(by.Workshop, idea.StepID); err != nil {
				return idea, err
			}
		}
		if err := t.mayReword(by, idea, change); err != nil {
			return idea, err
		}
		before := idea
		idea.Apply(by, change)
		if err := change.MadeFrom.MustStand(before.Texts(), idea.Texts()); err != nil {
			return before, err
		}
		if err := firstOf(t.moveIdea(&idea, change), t.marksLeft(step, before, idea)); err != nil {
			return idea, err
		}
		step.Answer(by, &idea.Row)
		return t.told(idea)
	})
}

// mayReword refuses to change a wording that stands, with `wording-stands`.
func (t *tx) mayReword(by models.Actor, idea models.Idea, change models.IdeaChange) error {
	if change.Text == nil || by.Facilitates() {
		return nil
	}
	use, err := t.useOf(by.Workshop, []string{string(idea.ID)})
	return firstOf(err, idea.MayReword(by, *change.Text, use))
}

// changeable is an idea with its step, if the actor may change it.
func (t *tx) changeable(by models.Actor, id models.EntryID) (models.Idea, models.Step, error) {
	idea, err := find[models.Idea](t, by.Workshop, id)
	if err != nil {
		return idea, models.Step{}, err
	}
	w, step, err := t.place(by.Workshop, idea.StepID)
	if err != nil {
		return idea, step, err
	}
	return idea, step, step.MayChange(by, w, idea.SeatID)
}

// marksLeft refuses one mark too many in a topic, with `marks-spent`.
func (t *tx) marksLeft(step models.Step, before, after models.Idea) error {
	if !after.Marked || (before.Marked && before.TopicID == after.TopicID) {
		return nil
	}
	return t.marksFit(step, after.TopicID)
}

// marksFit refuses, with `marks-spent`, a topic with more marks than its step allows.
func (t *tx) marksFit(step models.Step, topic models.TopicID) error {
	var marked int64
	err := t.db.Model(&models.Idea{}).
		Where("workshop_id = ? AND step_id = ? AND topic_id = ? AND marked AND NOT removed", step.WorkshopID, step.ID, topic).
		Count(&marked).Error
	if err == nil && int(marked) > step.MarksPerTopic {
		return models.Fail(models.KindConflict, models.CodeMarksSpent, step.MarksPerTopic)
	}
	return err
}

// moveIdea saves the idea where the change puts it, with those under it. In
// another topic it stands by itself, unless the change says under what.
func (t *tx) moveIdea(idea *models.Idea, change models.IdeaChange) error {
	topic, parent := idea.TopicID, idea.ParentID
	if change.Topic != nil && *change.Topic != topic {
		topic, parent = *change.Topic, ""
	}
	if change.Parent != nil {
		parent = *change.Parent
	}
	if err := t.putUnder(idea, topic, parent); err != nil || change.Index == nil {
		return err
	}
	of := whereabouts{step: idea.StepID, within: map[models.Part]string{
		models.PartTopics: string(idea.TopicID), models.PartIdeas: string(idea.ParentID),
	}}
	siblings, err := t.siblings(idea.WorkshopID, models.PartIdeas, of)
	if err != nil {
		return err
	}
	if err := t.remember(models.PartIdeas, string(idea.ID)); err != nil { // first of all: it is what the history tells of
		return err
	}
	moved := models.Reordered(siblings, string(idea.ID), *change.Index)
	for _, sibling := range moved {
		if sibling.ID == string(idea.ID) {
			idea.Position = sibling.Position
		}
	}
	return t.reorder(idea.WorkshopID, models.PartIdeas, moved)
}

// putUnder saves the idea in the topic, under the parent, last there if it has
// moved. What is under it moves along; under itself it cannot come to stand.
func (t *tx) putUnder(idea *models.Idea, topic models.TopicID, parent models.EntryID) error {
	if idea.TopicID == topic && idea.ParentID == parent {
		return t.save(idea)
	}
	below, err := t.ideasUnder(*idea)
	if err != nil {
		return err
	}
	for _, i := range append(below, *idea) {
		if i.ID == parent {
			return models.Fail(models.KindConflict, models.CodeIdeaCycle)
		}
	}
	wasIn, wasUnder := idea.TopicID, idea.ParentID
	idea.TopicID, idea.ParentID = topic, parent
	if parent != "" || wasUnder != "" {
		err = t.fitIdea(idea, models.Height(below, ideaRow)+1)
	} else {
		err = t.topicOf(idea) // keeps its place in the order collected
	}
	if err := firstOf(err, t.save(idea)); err != nil || idea.TopicID == wasIn {
		return err
	}
	return t.bringAlong(*idea, below)
}

// bringAlong has what is under an idea follow it to another topic, where all
// their marks count.
func (t *tx) bringAlong(idea models.Idea, below []models.Idea) error {
	marked := idea.Marked
	for _, under := range below {
		under.TopicID, marked = idea.TopicID, marked || under.Marked
		if err := t.save(&under); err != nil {
			return err
		}
	}
	if !marked {
		return nil
	}
	step, err := find[models.Step](t, idea.WorkshopID, idea.StepID)
	return firstOf(err, t.marksFit(step, idea.TopicID))
}

// ideasUnder are all ideas below one, at any depth.
func (t *tx) ideasUnder(idea models.Idea) ([]models.Idea, error) {
	var all []models.Idea
	err := t.db.Where("workshop_id = ? AND step_id = ? AND parent_id <> '' AND NOT removed", idea.WorkshopID, idea.StepID).
		Order("position").Find(&all).Error
	return models.Under(all, idea.ID, ideaRow), err
}

func ideaRow(i models.Idea) (id, parent models.EntryID) { return i.ID, i.ParentID }
