package store

import (
	"cmp"
	"context"
	"strconv"

	"dilna/models"
)

// nouns name entries in what a command did: sent again to a newer version, it
// must be known as the same (docs/reliability.md, INV-10).
var nouns = map[models.Method]string{
	models.MethodCollect: "idea", models.MethodFishbone: "cause", models.MethodDecisions: "decision", models.MethodTasks: "task",
}

// AddEntry adds an entry of the method to a step: at the end of it, of its topic
// or of what it stands under, or at the index. Participants add ideas and causes
// while the step is open; facilitators everything at any time. While people vote on
// the step it takes proposals only. Codes: those of Step.MayContribute, Step.MayTakePart,
// NewEntry.MayMake and NewEntry.MayPropose, `proposals-spent`, `invalid`, `not-found`, `id-taken`.
func (s *Store) AddEntry(ctx context.Context, by models.Actor, key models.Key, method models.Method, step models.StepID, in models.NewEntry) (models.Entry, error) {
	if err := firstOf(in.Check(), in.MayMake(by, method)); err != nil {
		return models.Entry{}, err
	}
	return command(ctx, s, by, key, "add "+nouns[method]+" "+string(step), in, func(t *tx) (models.Entry, error) {
		row, err := t.taking(by, method, step)
		if err != nil {
			return models.Entry{}, err
		}
		open, err := t.roundsOpen(by.Workshop, step)
		if err != nil {
			return models.Entry{}, err
		}
		if len(open) > 0 {
			return t.propose(by, row, in, open)
		}
		return t.addEntry(by, row, in, false)
	})
}

// AddEntries adds several entries at the end of a step, all or none, as one
// entry of the history. Facilitators only. Codes: those of AddEntry.
func (s *Store) AddEntries(ctx context.Context, by models.Actor, key models.Key, method models.Method, step models.StepID, in models.NewEntries) error {
	if err := firstOf(by.MustFacilitate(), in.Check()); err != nil {
		return err
	}
	_, err := command(ctx, s, by, key, "add "+nouns[method]+"s "+string(step), in, func(t *tx) (none, error) {
		row, err := t.contributing(by, method, step)
		for i := 0; err == nil && i < len(in.Ideas); i++ {
			if err = in.Ideas[i].MayMake(by, method); err == nil {
				_, err = t.addEntry(by, row, in.Ideas[i], false)
			}
			err = models.Within("ideas."+strconv.Itoa(i), err)
		}
		return none{}, err
	})
	return err
}

// contributing is a step that takes entries of the actor, and is not voted on.
func (t *tx) contributing(by models.Actor, method models.Method, step models.StepID) (models.Step, error) {
	row, err := t.taking(by, method, step)
	return row, firstOf(err, t.mustNotVote(by.Workshop, step))
}

// taking is a step that takes entries of the actor, if nobody votes on it.
func (t *tx) taking(by models.Actor, method models.Method, step models.StepID) (models.Step, error) {
	w, row, err := t.place(by.Workshop, step)
	if err != nil {
		return row, err
	}
	return row, firstOf(row.MayContribute(by, w, method), t.mustTakePart(by, row))
}

// addEntry adds an entry to a step; proposed: while people vote on it.
func (t *tx) addEntry(by models.Actor, step models.Step, in models.NewEntry, proposed bool) (models.Entry, error) {
	entry := models.Entry{
		Row: models.Row{WorkshopID: by.Workshop}, ID: in.ID, StepID: step.ID, Method: step.Method,
		TopicID: in.Topic, ParentID: in.Parent, Text: in.Text, Note: in.Note, SeatID: by.Seat, Proposed: proposed,
		Decision: in.Decision, Task: in.Task,
	}
	if step.Method == models.MethodTasks && entry.State == "" {
		entry.State = models.TaskOpen
	}
	if err := firstOf(t.madeOf(by, &entry, in.From), t.fit(&entry, 1)); err != nil {
		return entry, err
	}
	if err := firstOf(t.add(&entry), t.placeAt(&entry, in.Index)); err != nil {
		return entry, err
	}
	step.Answer(by, &entry.Row)
	return entry, nil
}

// madeOf notes down what an entry is made of, here or in another workshop, and
// how that is worded now. A task made of one of another workshop goes on with it.
// Codes: `invalid`, `not-found` for a workshop that is not the actor's to run,
// those of goOn.
func (t *tx) madeOf(by models.Actor, entry *models.Entry, from *models.MadeOf) error {
	if from == nil {
		return nil
	}
	w := cmp.Or(from.Workshop, by.Workshop)
	of, err := named[models.Entry](t, w, "from", from.Entry)
	entry.From = models.MadeOf{Entry: of.ID, Text: of.Text}
	if w == by.Workshop {
		return err
	}
	in, forbidden := t.toRun(by, w)
	if err == nil && of.Hidden {
		err = unknown("from")
	}
	if err := firstOf(forbidden, err); err != nil {
		return err
	}
	entry.From.Workshop, entry.From.Meeting = w, in.Head.Meeting()
	if entry.Method == models.MethodTasks && of.Method == models.MethodTasks {
		return t.goOn(by, entry, of, in)
	}
	return nil
}

// toRun is a workshop of the actor's to run; `not-found` for any other.
func (t *tx) toRun(by models.Actor, w models.WorkshopID) (models.Workshop, error) {
	var found models.Workshop
	err := visible(t.db, models.Account{ID: by.Account, Role: by.Role}).Where("id = ? AND removed_at = 0", w).Take(&found).Error
	return found, err
}

// fit finds the topic and parent of an entry, height levels high with all under
// it, and its place at the end of the step. What stands under another stands in
// the topic of that one.
func (t *tx) fit(entry *models.Entry, height int) error {
	if entry.ParentID != "" {
		parent, err := named[models.Entry](t, entry.WorkshopID, "parent", entry.ParentID)
		if err != nil || parent.StepID != entry.StepID || parent.Method != entry.Method {
			return firstOf(err, unknown("parent"))
		}
		if err := t.mustNotBeDeep(models.PartEntries, entry.WorkshopID, string(entry.ParentID), height); err != nil {
			return err
		}
		entry.TopicID = parent.TopicID
	}
	if err := t.topicOf(entry); err != nil {
		return err
	}
	var err error
	entry.Position, err = t.nextPosition(models.PartEntries, entry.WorkshopID, entry.StepID)
	return err
}

// topicOf refuses a topic that is not of the entry's step.
func (t *tx) topicOf(entry *models.Entry) error {
	if entry.TopicID == "" {
		return nil
	}
	topic, err := named[models.Topic](t, entry.WorkshopID, "topic", entry.TopicID)
	if err != nil || topic.StepID != entry.StepID {
		return firstOf(err, unknown("topic"))
	}
	return nil
}

// ChangeEntry rewords, moves or annotates an entry, and changes what entries of
// its method have. Participants reword their own; whoever speaks for the people
// of the step rewords, moves and marks all that everybody sees there. Codes: those of Step.MayChange
// and EntryChange.MayMake, `wording-stands`, `marks-spent`, `round-open`,
// `idea-cycle`, `cause-cycle`, `entry-cycle`, `too-deep`, `changed-since`.
func (s *Store) ChangeEntry(ctx context.Context, by models.Actor, key models.Key, method models.Method, id models.EntryID, change models.EntryChange) (models.Entry, error) {
	if err := firstOf(by.MustContribute(), change.Check()); err != nil {
		return models.Entry{}, err
	}
	return command(ctx, s, by, key, "change "+nouns[method]+" "+string(id), change, func(t *tx) (models.Entry, error) {
		by, entry, step, err := t.changing(by, method, id, change)
		if err != nil {
			return entry, err
		}
		if change.TouchesBallots() {
			if err := t.mustNotVote(by.Workshop, entry.StepID); err != nil {
				return entry, err
			}
		}
		if err := t.mayReword(by, entry, change); err != nil {
			return entry, err
		}
		before := entry
		entry.Apply(by, change)
		if err := change.MadeFrom.MustStand(before.Texts(), entry.Texts()); err != nil {
			return before, err
		}
		if err := firstOf(t.moveEntry(&entry, change), t.marksLeft(step, before, entry)); err != nil {
			return entry, err
		}
		step.Answer(by, &entry.Row)
		entry, err = t.told(entry)
		return entry.ToldTo(by), err
	})
}

// changing is the entry with its step, and the actor as she stands to that, if she
// may make this very change.
func (t *tx) changing(by models.Actor, method models.Method, id models.EntryID, change models.EntryChange) (models.Actor, models.Entry, models.Step, error) {
	entry, err := find[models.Entry](t, by.Workshop, id)
	if err == nil && entry.Method != method {
		err = models.Fail(models.KindNotFound, models.CodeNotFound)
	}
	if err != nil {
		return by, entry, models.Step{}, err
	}
	w, step, err := t.place(by.Workshop, entry.StepID)
	if err == nil && !entry.Hidden {
		by, err = t.leading(by, w, step)
	}
	return by, entry, step, firstOf(err, change.MayMake(by, method), step.MayChange(by, w, entry.SeatID), t.mustTakePart(by, step))
}

// mayReword refuses to change a wording that stands, with `wording-stands`.
func (t *tx) mayReword(by models.Actor, entry models.Entry, change models.EntryChange) error {
	if change.Text == nil || by.Facilitates() {
		return nil
	}
	use, err := t.useOf(by.Workshop, []string{string(entry.ID)})
	return firstOf(err, entry.MayReword(by, *change.Text, use))
}

// changeable is an entry with its step, if the actor may change it.
func (t *tx) changeable(by models.Actor, id models.EntryID) (models.Entry, models.Step, error) {
	entry, err := find[models.Entry](t, by.Workshop, id)
	if err != nil {
		return entry, models.Step{}, err
	}
	w, step, err := t.place(by.Workshop, entry.StepID)
	if err != nil {
		return entry, step, err
	}
	return entry, step, step.MayChange(by, w, entry.SeatID)
}

// marksLeft refuses one mark too many in a topic, with `marks-spent`.
func (t *tx) marksLeft(step models.Step, before, after models.Entry) error {
	if !after.Marked || (before.Marked && before.TopicID == after.TopicID) {
		return nil
	}
	return t.marksFit(step, after.TopicID)
}

// marksFit refuses, with `marks-spent`, a topic with more marks than its step allows.
func (t *tx) marksFit(step models.Step, topic models.TopicID) error {
	var marked int64
	err := t.db.Model(&models.Entry{}).
		Where("workshop_id = ? AND step_id = ? AND topic_id = ? AND marked AND NOT removed", step.WorkshopID, step.ID, topic).
		Count(&marked).Error
	if err == nil && int(marked) > step.MarksPerTopic {
		return models.Fail(models.KindConflict, models.CodeMarksSpent, step.MarksPerTopic)
	}
	return err
}

// moveEntry saves the entry where the change puts it, with those under it. In
// another topic it stands by itself, unless the change says under what.
func (t *tx) moveEntry(entry *models.Entry, change models.EntryChange) error {
	topic, parent := entry.TopicID, entry.ParentID
	if change.Topic != nil && *change.Topic != topic {
		topic, parent = *change.Topic, ""
	}
	if change.Parent != nil {
		parent = *change.Parent
	}
	return firstOf(t.putUnder(entry, topic, parent), t.placeAt(entry, change.Index))
}

// placeAt puts a saved entry at the index among its siblings; nil leaves it.
func (t *tx) placeAt(entry *models.Entry, index *int) error {
	if index == nil {
		return nil
	}
	siblings, err := t.siblings(entry.WorkshopID, models.PartEntries, standing(*entry))
	if err != nil {
		return err
	}
	if err := t.remember(models.PartEntries, string(entry.ID)); err != nil { // first of all: it is what the history tells of
		return err
	}
	moved := models.Reordered(siblings, string(entry.ID), *index)
	for _, sibling := range moved {
		if sibling.ID == string(entry.ID) {
			entry.Position = sibling.Position
		}
	}
	return t.reorder(entry.WorkshopID, models.PartEntries, moved)
}

// putUnder saves the entry in the topic, under the parent, last there if it has
// moved. What is under it moves along; under itself it cannot come to stand.
func (t *tx) putUnder(entry *models.Entry, topic models.TopicID, parent models.EntryID) error {
	if entry.TopicID == topic && entry.ParentID == parent {
		return t.save(entry)
	}
	below, err := t.under(*entry)
	if err != nil {
		return err
	}
	for _, e := range append(below, *entry) {
		if e.ID == parent {
			return models.Fail(models.KindConflict, entry.Method.CycleCode())
		}
	}
	wasIn, wasUnder := entry.TopicID, entry.ParentID
	entry.TopicID, entry.ParentID = topic, parent
	if parent != "" || wasUnder != "" {
		err = t.fit(entry, models.Height(below, entryRow)+1)
	} else {
		err = t.topicOf(entry) // keeps its place in the order collected
	}
	if err := firstOf(err, t.save(entry)); err != nil || entry.TopicID == wasIn {
		return err
	}
	return t.bringAlong(*entry, below)
}

// bringAlong has what is under an idea follow it to another topic, where all
// their marks count.
func (t *tx) bringAlong(idea models.Entry, below []models.Entry) error {
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

// under are all entries below one, at any depth.
func (t *tx) under(entry models.Entry) ([]models.Entry, error) {
	var all []models.Entry
	err := t.db.Where("workshop_id = ? AND step_id = ? AND parent_id <> '' AND NOT removed", entry.WorkshopID, entry.StepID).
		Order("position").Find(&all).Error
	return models.Under(all, entry.ID, entryRow), err
}

func entryRow(e models.Entry) (id, parent models.EntryID) { return e.ID, e.ParentID }
