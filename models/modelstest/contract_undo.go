package modelstest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dilna/models"
	"dilna/models/store"
)

// newest is the newest entry of the history.
func (r *Scene) newest(t *testing.T) models.HistoryEntry {
	t.Helper()
	page, err := r.Store.History(t.Context(), r.Facilitator, 0, 1)
	must(t, err)
	return page.Entries[0]
}

func (r *Scene) undo(t *testing.T, entry models.HistoryEntry) error {
	t.Helper()
	return r.Store.Undo(t.Context(), r.Facilitator, Key(), entry.Revision)
}

func onlyUnchanged(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	idea := r.Idea(t, step.ID, "první znění")
	first, second, yes := "druhé znění", "třetí znění", true
	r.change(t, idea.ID, models.EntryChange{Text: &first})
	reworded := r.newest(t)
	r.change(t, idea.ID, models.EntryChange{Marked: nil, Chosen: &yes})
	if reworded.Done != models.DoneReworded || reworded.Subject != first || reworded.By != r.Account.Name || !reworded.Mine {
		t.Fatalf("the history tells of the rewording as %+v", reworded)
	}
	must(t, r.undo(t, reworded)) // what else has changed of the idea stays
	if now := r.Look(t, models.Facilitators).idea(t, idea.ID); now.Text != "první znění" || !now.Chosen {
		t.Fatalf("after undoing the rewording the idea is %+v", now)
	}
	want(t, r.undo(t, reworded), models.CodeChangedSince)
	undone := r.newest(t)
	r.change(t, idea.ID, models.EntryChange{Text: &second})
	want(t, r.undo(t, undone), models.CodeChangedSince)
	want(t, s.Undo(t.Context(), r.Facilitator, Key(), 1), models.CodeNotFound)
	want(t, s.Undo(t.Context(), r.Seats[0], Key(), undone.Revision), models.CodeFacilitatorOnly)
}

func undoKeepsOthersWork(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	topic, err := s.AddTopic(t.Context(), r.Facilitator, Key(), step.ID, models.NewTopic{ID: models.NewID[models.TopicID](), Heading: "okruh"})
	must(t, err)
	added := r.newest(t)
	_, err = s.AddEntry(t.Context(), r.Seats[0], Key(), models.MethodCollect, step.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Topic: topic.ID, Text: "podnět"})
	must(t, err)
	want(t, r.undo(t, added), models.CodeChangedSince) // it would take somebody's idea along
	if page, err := s.History(t.Context(), r.Facilitator, 0, 100); err != nil || len(page.Entries) != 3 {
		t.Fatalf("what participants do is in the history: %+v, %v", page, err)
	}
}

// addedTogether: what was pasted, or taken over, in one act is one entry of the
// history and goes back in one press, whatever others do meanwhile.
func addedTogether(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	var lines models.NewEntries
	for i := range 60 {
		lines.Ideas = append(lines.Ideas, models.NewEntry{ID: models.NewID[models.EntryID](), Text: fmt.Sprintf("řádek %d", i)})
	}
	key := Key()
	must(t, s.AddEntries(t.Context(), r.Facilitator, key, models.MethodCollect, step.ID, lines))
	must(t, s.AddEntries(t.Context(), r.Facilitator, key, models.MethodCollect, step.ID, lines)) // sent again
	pasted := r.newest(t)
	if pasted.Done != models.DoneAdded || pasted.Count != 60 || pasted.Subject != "řádek 0" {
		t.Fatalf("sixty pasted lines are told as %+v", pasted)
	}
	if minutes, err := s.Minutes(t.Context(), r.ID); err != nil || len(minutes.Steps[0].Ideas) != 60 || minutes.Steps[0].Ideas[59].Text != "řádek 59" {
		t.Fatalf("the lines stand as %+v, %v", minutes.Steps, err)
	}
	theirs, err := s.AddEntry(t.Context(), r.Seats[0], Key(), models.MethodCollect, step.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: "z telefonu"})
	must(t, err)
	must(t, s.Remove(t.Context(), r.Facilitator, Key(), models.PartIdeas, string(lines.Ideas[3].ID)))
	must(t, r.undo(t, pasted)) // the removed line is taken back already
	undone := r.newest(t)
	if now := r.Look(t, models.Facilitators); !Has(now, theirs.ID) || Has(now, lines.Ideas[0].ID) || Has(now, lines.Ideas[59].ID) {
		t.Fatal("taking a paste back left some of it, or took more")
	}
	must(t, r.undo(t, undone))
	if now := r.Look(t, models.Facilitators); !Has(now, lines.Ideas[59].ID) || Has(now, lines.Ideas[3].ID) {
		t.Fatal("pasted again, a line is missing, or the one removed by hand came back")
	}
}

// plannedTogether: a step comes to stand behind the one it was added to, and what
// is left of a late day is shortened in one act that goes back in one press.
func plannedTogether(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	first, last := r.Step(t, models.MethodCollect), r.Step(t, models.MethodCollect)
	between := models.NewStep{ID: models.NewID[models.StepID](), Method: models.MethodText, Heading: "MEZI", After: first.ID}
	_, err := s.AddStep(t.Context(), r.Facilitator, Key(), between)
	must(t, err)
	agenda := func() (list []string) {
		changes, err := s.Changes(t.Context(), r.ID, 0)
		must(t, err)
		steps := changes.For(models.Facilitators).Steps
		steps = slices.DeleteFunc(steps, func(step models.Step) bool { return step.Removed })
		slices.SortFunc(steps, func(a, b models.Step) int { return a.Position - b.Position })
		for _, step := range steps {
			list = append(list, fmt.Sprintf("%s %d", step.Heading, step.PlannedMinutes))
		}
		return list
	}
	if now := agenda(); len(now) != 3 || now[1] != "MEZI 0" {
		t.Fatalf("a step added behind the first stands in %v", now)
	}
	before := agenda()
	plan := models.StepsPlan{Steps: []models.StepPlan{{Step: between.ID, PlannedMinutes: 5}, {Step: last.ID, PlannedMinutes: 10}}}
	must(t, s.PlanSteps(t.Context(), r.Facilitator, Key(), plan))
	shorter := agenda()
	if !strings.HasSuffix(shorter[1], " 5") || !strings.HasSuffix(shorter[2], " 10") {
		t.Fatalf("the rest of the day is %v", shorter)
	}
	must(t, r.undo(t, r.newest(t)))
	if now := agenda(); !slices.Equal(now, before) {
		t.Fatalf("taken back, the day is %v, was %v", now, before)
	}
	plan.Steps[1].Step = models.NewID[models.StepID]()
	want(t, s.PlanSteps(t.Context(), r.Facilitator, Key(), plan), models.CodeNotFound)
	plan.Steps[1] = models.StepPlan{Step: last.ID, PlannedMinutes: models.MaxPlannedMinutes + 1}
	want(t, s.PlanSteps(t.Context(), r.Facilitator, Key(), plan), models.CodeInvalid)
	want(t, s.PlanSteps(t.Context(), r.Seats[0], Key(), models.StepsPlan{Steps: plan.Steps[:1]}), models.CodeFacilitatorOnly)
	if now := agenda(); !slices.Equal(now, before) {
		t.Fatalf("a refused plan has changed %v to %v", before, now)
	}
}

// allOrNone: of what is added together nothing stands where one is refused.
func allOrNone(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step, other := r.Step(t, models.MethodCollect), r.Step(t, models.MethodCollect)
	taken := r.Idea(t, step.ID, "stojí")
	idea := func(id models.EntryID) models.NewEntry { return models.NewEntry{ID: id, Text: "řádek"} }
	fresh := models.NewID[models.EntryID]()
	lines := models.NewEntries{Ideas: []models.NewEntry{idea(fresh), idea(taken.ID)}}
	want(t, s.AddEntries(t.Context(), r.Facilitator, Key(), models.MethodCollect, step.ID, lines), models.CodeIDTaken)
	want(t, s.AddEntries(t.Context(), r.Facilitator, Key(), models.MethodCollect, step.ID, models.NewEntries{}), models.CodeInvalid)
	want(t, s.AddEntries(t.Context(), r.Facilitator, Key(), models.MethodCollect, step.ID, models.NewEntries{Ideas: make([]models.NewEntry, models.MaxTogether+1)}), models.CodeInvalid)
	want(t, s.AddEntries(t.Context(), r.Seats[0], Key(), models.MethodCollect, step.ID, lines), models.CodeFacilitatorOnly)
	if Has(r.Look(t, models.Facilitators), fresh) {
		t.Fatal("one line of a refused paste stands")
	}
	topics := models.NewTopics{Topics: []models.NewTopic{
		{ID: models.NewID[models.TopicID](), FromIdea: taken.ID}, {ID: models.NewID[models.TopicID](), Heading: "druhý"},
	}}
	must(t, s.AddTopics(t.Context(), r.Facilitator, Key(), other.ID, topics))
	if entry := r.newest(t); entry.Count != 2 || entry.Part != models.PartTopics || entry.Subject != "stojí" {
		t.Fatalf("two topics taken over are told as %+v", entry)
	}
	must(t, r.undo(t, r.newest(t)))
	if now := r.Look(t, models.Facilitators); Has(now, topics.Topics[0].ID) || Has(now, topics.Topics[1].ID) {
		t.Fatal("taken back, a topic still stands")
	}
	want(t, s.AddTopics(t.Context(), r.Seats[0], Key(), other.ID, topics), models.CodeFacilitatorOnly)
}

// draggedCause: a cause let go between the causes of another bone has moved
// once, and goes back in one press.
func draggedCause(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	step := r.Step(t, models.MethodFishbone)
	add := func(parent models.EntryID, text string) models.EntryID {
		cause, err := s.AddEntry(t.Context(), r.Facilitator, Key(), models.MethodFishbone, step.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Parent: parent, Text: text})
		must(t, err)
		return cause.ID
	}
	bone, other := add("", "peníze"), add("", "lidé")
	add(bone, "první")
	add(bone, "druhá")
	dragged := add(other, "tažená")
	before := r.Look(t, models.Facilitators).Picture(t)
	second := 1
	_, err := s.ChangeEntry(t.Context(), r.Facilitator, Key(), models.MethodFishbone, dragged, models.EntryChange{Parent: &bone, Index: &second})
	must(t, err)
	minutes, err := s.Minutes(t.Context(), r.ID)
	must(t, err)
	if got := minutes.Steps[0].Causes[0].Causes; len(got) != 3 || got[1].Text != "tažená" {
		t.Fatalf("let go between two, the cause stands at %+v", got)
	}
	moved := r.newest(t)
	if moved.Done != models.DoneMoved || moved.Subject != "tažená" {
		t.Fatalf("it is told as %+v", moved)
	}
	between := models.NewEntry{ID: models.NewID[models.EntryID](), Parent: bone, Index: &second, Text: "vepsaná"}
	_, err = s.AddEntry(t.Context(), r.Facilitator, Key(), models.MethodFishbone, step.ID, between)
	must(t, err)
	if minutes, err := s.Minutes(t.Context(), r.ID); err != nil || minutes.Steps[0].Causes[0].Causes[1].Text != "vepsaná" {
		t.Fatalf("written between two, the cause stands at %+v, %v", minutes.Steps[0].Causes, err)
	}
	if added := r.newest(t); added.Done != models.DoneAdded || added.Subject != "vepsaná" {
		t.Fatalf("it is told as %+v", added)
	}
	must(t, r.undo(t, r.newest(t)))
	must(t, r.undo(t, moved))
	if after := r.Look(t, models.Facilitators).Picture(t); after != before {
		t.Fatalf("taken back, the fishbone is\n%s\ninstead of\n%s", after, before)
	}
}

func roundsAreNotUndone(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	idea := r.Idea(t, step.ID, "podnět")
	added := r.newest(t)
	round := r.Round(t, step.ID, 3, 1)
	_, err := s.PlaceDots(t.Context(), r.Seats[0], round.ID, idea.ID, models.SetDots{Count: 1, Seq: 1})
	must(t, err)
	want(t, r.undo(t, added), models.CodeRoundOpen)
	_, err = s.SetRoundState(t.Context(), r.Facilitator, Key(), round.ID, models.RoundMove{State: models.RoundClosed})
	must(t, err)
	want(t, r.undo(t, added), models.CodeIdeaHasVotes)
	page, err := s.History(t.Context(), r.Facilitator, 0, 100)
	must(t, err)
	for _, entry := range page.Entries {
		if entry.Part == models.PartRounds && entry.Offered {
			t.Fatalf("taking back a round that has been voted on is offered: %+v", entry)
		}
	}
}

func historyIsBounded(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	step := r.Step(t, models.MethodCollect)
	idea := r.Idea(t, step.ID, "podnět")
	for i := range models.MaxHistory + 5 {
		chosen := i%2 == 0
		r.change(t, idea.ID, models.EntryChange{Chosen: &chosen})
	}
	entries, before := 0, models.Revision(0)
	for more := true; more; {
		page, err := s.History(t.Context(), r.Facilitator, before, 100)
		must(t, err)
		entries, more = entries+len(page.Entries), page.More
		before = page.Entries[len(page.Entries)-1].Revision
	}
	if entries != models.MaxHistory {
		t.Fatalf("the history holds %d entries", entries)
	}
}

// removedOneByOne: what went together is told by its revision; taking back a
// move of ideas that have been removed since must not make it one.
func removedOneByOne(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	step := r.Step(t, models.MethodCollect)
	a, b := r.Idea(t, step.ID, "a"), r.Idea(t, step.ID, "b")
	must(t, s.Move(t.Context(), r.Facilitator, Key(), models.PartIdeas, string(b.ID), models.Placement{Index: 0}))
	moved := r.newest(t)
	for _, idea := range []models.Entry{a, b} {
		must(t, s.Remove(t.Context(), r.Facilitator, Key(), models.PartIdeas, string(idea.ID)))
	}
	must(t, r.undo(t, moved))
	must(t, s.Restore(t.Context(), r.Facilitator, Key(), models.PartIdeas, string(a.ID)))
	if now := r.Look(t, models.Facilitators); !Has(now, a.ID) || Has(now, b.ID) {
		t.Fatal("restoring one idea brought back another that had been removed by itself")
	}
}

// undoneTooDeep: what was the lowest has something under it when it would come
// back there.
func undoneTooDeep(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	step := r.Step(t, models.MethodCollect)
	add := func(parent models.EntryID) models.EntryID {
		idea, err := s.AddEntry(t.Context(), r.Facilitator, Key(), models.MethodCollect, step.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Parent: parent, Text: "podnět"})
		must(t, err)
		return idea.ID
	}
	lowest, none := add(""), models.EntryID("")
	for range models.MaxDepth - 1 {
		lowest = add(lowest)
	}
	r.change(t, lowest, models.EntryChange{Parent: &none})
	moved := r.newest(t)
	add(lowest)
	want(t, r.undo(t, moved), models.CodeTooDeep)
}
