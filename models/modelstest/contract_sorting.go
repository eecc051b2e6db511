package modelstest

import (
	"fmt"
	"slices"
	"testing"

	"dilna/models"
	"dilna/models/store"
)

// change changes an idea as the facilitator.
func (r *Scene) change(t *testing.T, idea models.EntryID, change models.EntryChange) models.Entry {
	t.Helper()
	changed, err := r.Store.ChangeEntry(t.Context(), r.Facilitator, Key(), models.MethodCollect, idea, change)
	must(t, err)
	return changed
}

// idea is an idea as the audience sees it.
func (s *Screen) idea(t *testing.T, id models.EntryID) models.Entry {
	t.Helper()
	idea, there := s.rows[string(id)].(models.Entry)
	if !there {
		t.Fatal("the idea is not on the screen")
	}
	return idea
}

func mergedIdeas(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 6)
	step := r.Step(t, models.MethodCollect)
	into, b, c := r.Idea(t, step.ID, "Nedostatek financí"), r.Idea(t, step.ID, "nedostatečné finance"), r.Idea(t, step.ID, "Peníze")
	child, err := s.AddEntry(t.Context(), r.Facilitator, Key(), models.MethodCollect, step.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Parent: b.ID, Text: "na platy"})
	must(t, err)
	round := r.Round(t, step.ID, 3, 1)
	for _, seat := range r.Seats {
		for _, idea := range []models.EntryID{into.ID, b.ID} {
			_, err := s.PlaceDots(t.Context(), seat, round.ID, idea, models.SetDots{Count: 1, Seq: 1})
			must(t, err)
		}
	}
	_, err = s.Merge(t.Context(), r.Facilitator, Key(), into.ID, models.MergedIdeas{Ideas: []models.EntryID{b.ID}})
	want(t, err, models.CodeRoundOpen)
	_, err = s.SetRoundState(t.Context(), r.Facilitator, Key(), round.ID, models.RoundMove{State: models.RoundClosed})
	must(t, err)
	r.setRound(t, round.ID, models.RoundRevealed)
	_, err = s.Merge(t.Context(), r.Facilitator, Key(), child.ID, models.MergedIdeas{Ideas: []models.EntryID{b.ID}})
	want(t, err, models.CodeIdeaCycle)

	screen := r.Look(t, models.Participants)
	_, err = s.Merge(t.Context(), r.Facilitator, Key(), into.ID, models.MergedIdeas{Ideas: []models.EntryID{b.ID, c.ID}})
	must(t, err)
	changes, err := s.Changes(t.Context(), r.ID, screen.Revision)
	must(t, err)
	screen.Apply(t, changes.For(models.Participants))
	if Has(screen, b.ID) || Has(screen, c.ID) || screen.idea(t, child.ID).ParentID != into.ID {
		t.Fatal("a phone that watched still shows the merged ideas, or not what was under them")
	}
	if merged := screen.idea(t, into.ID).Merged; !slices.Equal(merged, []string{b.Text, c.Text}) {
		t.Fatalf("merged are %v", merged)
	}
	result := screen.rows[string(round.ID)].(models.RoundView)
	if i := slices.IndexFunc(result.Standing, func(p models.Place) bool { return p.Idea == into.ID }); *result.Standing[i].Points != 12 || len(result.Standing) != 1 { // what stood under one is no line
		t.Fatalf("two ideas with six points each have together %+v", result.Standing)
	}
	want(t, s.Restore(t.Context(), r.Facilitator, Key(), models.PartIdeas, string(b.ID)), models.CodeNotFound)
	minutes, err := s.Minutes(t.Context(), r.ID)
	must(t, err)
	if got := minutes.Steps[0]; *got.Ideas[0].Votes[0] != 12 || len(got.Rounds[0].Ballots) != 6 || fmt.Sprint(got.Rounds[0].Ballots[0]) != "[{0 2 []}]" {
		t.Fatalf("the record says %+v", got)
	}
	takenOut(t, r, into, b, c)
}

// takenOut: each merged idea can become one by itself again, with its points.
func takenOut(t *testing.T, r *Scene, into, b, c models.Entry) {
	ones, err := r.Store.Merged(t.Context(), r.Facilitator, into.ID)
	must(t, err)
	if len(ones.Ideas) != 2 || ones.Ideas[0].ID != b.ID {
		t.Fatalf("merged are %+v", ones)
	}
	_, err = r.Store.TakeOut(t.Context(), r.Facilitator, Key(), b.ID)
	must(t, err)
	screen := r.Look(t, models.Facilitators)
	if merged := screen.idea(t, into.ID).Merged; !Has(screen, b.ID) || !slices.Equal(merged, []string{c.Text}) {
		t.Fatalf("after taking one out, merged are %v", merged)
	}
	_, err = r.Store.TakeOut(t.Context(), r.Facilitator, Key(), b.ID)
	want(t, err, models.CodeNotFound)
	minutes, err := r.Store.Minutes(t.Context(), r.ID)
	must(t, err)
	if got := minutes.Steps[0].Ideas; *got[0].Votes[0] != 6 || *got[1].Votes[0] != 6 {
		t.Fatalf("taken out, the ideas have %+v", got)
	}
}

// mergedIntoTheGone: merged, undone and merged the other way round, two ideas
// would each live on in the other, and nobody would see either again.
func mergedIntoTheGone(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	step := r.Step(t, models.MethodCollect)
	a, b := r.Idea(t, step.ID, "a"), r.Idea(t, step.ID, "b")
	merge := func(idea, into models.Entry) models.HistoryEntry {
		_, err := s.Merge(t.Context(), r.Facilitator, Key(), into.ID, models.MergedIdeas{Ideas: []models.EntryID{idea.ID}})
		must(t, err)
		return r.newest(t)
	}
	must(t, r.undo(t, merge(a, b)))
	undone := r.newest(t)
	merge(b, a)
	want(t, r.undo(t, undone), models.CodeChangedSince)

	_, err := s.TakeOut(t.Context(), r.Facilitator, Key(), b.ID)
	must(t, err)
	takenOut := r.newest(t)
	must(t, s.Remove(t.Context(), r.Facilitator, Key(), models.PartIdeas, string(a.ID)))
	want(t, r.undo(t, takenOut), models.CodeChangedSince)
	if !Has(r.Look(t, models.Facilitators), b.ID) {
		t.Fatal("an idea was lost in one that had been removed")
	}
}

// marksMoveAlong: marked ideas under the one that is moved, or merged, count in
// the topic they come to.
func marksMoveAlong(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	step := r.Step(t, models.MethodCollect)
	one, yes := 1, true
	_, err := s.ChangeStep(t.Context(), r.Facilitator, Key(), step.ID, models.StepChange{MarksPerTopic: &one})
	must(t, err)
	topic, err := s.AddTopic(t.Context(), r.Facilitator, Key(), step.ID, models.NewTopic{ID: models.NewID[models.TopicID](), Heading: "okruh"})
	must(t, err)
	above, under, marked := r.Idea(t, step.ID, "a"), r.Idea(t, step.ID, "b"), r.Idea(t, step.ID, "c")
	r.change(t, under.ID, models.EntryChange{Parent: &above.ID, Marked: &yes})
	r.change(t, marked.ID, models.EntryChange{Topic: &topic.ID, Marked: &yes})
	_, err = s.ChangeEntry(t.Context(), r.Facilitator, Key(), models.MethodCollect, above.ID, models.EntryChange{Topic: &topic.ID})
	want(t, err, models.CodeMarksSpent)
	into := r.Idea(t, step.ID, "d")
	r.change(t, into.ID, models.EntryChange{Topic: &topic.ID})
	_, err = s.Merge(t.Context(), r.Facilitator, Key(), into.ID, models.MergedIdeas{Ideas: []models.EntryID{above.ID}})
	want(t, err, models.CodeMarksSpent)
}

func firstWording(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	idea, err := s.AddEntry(t.Context(), r.Seats[0], Key(), models.MethodCollect, step.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: "peníze!!"})
	must(t, err)
	for _, text := range []string{"Peníze", "Nedostatek peněz"} {
		r.change(t, idea.ID, models.EntryChange{Text: &text})
	}
	for _, a := range models.Audiences {
		seen := r.Look(t, a).idea(t, idea.ID)
		original := map[bool]string{true: "peníze!!"}[a == models.Facilitators]
		if seen.Text != "Nedostatek peněz" || seen.Original != original || !seen.Reworded {
			t.Fatalf("audience %d sees %+v", a, seen)
		}
	}
	if minutes, err := s.Minutes(t.Context(), r.ID); err != nil || minutes.Steps[0].Ideas[0].Text != "Nedostatek peněz" {
		t.Fatalf("the minutes print %+v, %v", minutes.Steps, err)
	}
	back := "peníze!!"
	if now := r.change(t, idea.ID, models.EntryChange{Text: &back}); now.Original != "" {
		t.Fatalf("put back, the idea still has a first wording: %+v", now)
	}
	mine := "moje nové znění"
	now, err := s.ChangeEntry(t.Context(), r.Seats[0], Key(), models.MethodCollect, idea.ID, models.EntryChange{Text: &mine})
	must(t, err)
	if now.Original != "" || now.Reworded {
		t.Fatalf("reworded by its writer before anybody corrected it, the idea has the first wording %q", now.Original)
	}
}

func nestedIdeas(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	step := r.Step(t, models.MethodCollect)
	topic, err := s.AddTopic(t.Context(), r.Facilitator, Key(), step.ID, models.NewTopic{ID: models.NewID[models.TopicID](), Heading: "okruh"})
	must(t, err)
	a, b, c := r.Idea(t, step.ID, "a"), r.Idea(t, step.ID, "b"), r.Idea(t, step.ID, "c")
	r.change(t, b.ID, models.EntryChange{Parent: &a.ID})
	first := 0
	r.change(t, c.ID, models.EntryChange{Parent: &a.ID, Index: &first})
	_, err = s.ChangeEntry(t.Context(), r.Facilitator, Key(), models.MethodCollect, a.ID, models.EntryChange{Parent: &c.ID})
	want(t, err, models.CodeIdeaCycle)
	r.change(t, a.ID, models.EntryChange{Topic: &topic.ID})
	minutes, err := s.Minutes(t.Context(), r.ID)
	must(t, err)
	if got := minutes.Steps[0].Topics[0].Ideas[0]; len(got.Ideas) != 2 || got.Ideas[0].Text != "c" {
		t.Fatalf("what stands under the idea has not moved along in its order: %+v", got)
	}
	none := models.EntryID("")
	if out := r.change(t, c.ID, models.EntryChange{Parent: &none}); out.TopicID != topic.ID || out.ParentID != "" {
		t.Fatalf("taken out from under the other, the idea stands at %+v", out)
	}
}

func dismissedPairs(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	a, b := r.Idea(t, step.ID, "Nedostatek financí"), r.Idea(t, step.ID, "nedostatečné finance")
	alike, err := s.Alike(t.Context(), r.Facilitator, step.ID, false)
	must(t, err)
	if len(alike.Pairs) != 1 || alike.Pairs[0] != (models.AlikePair{One: a.ID, Other: b.ID}) {
		t.Fatalf("suggested are %+v", alike)
	}
	for range 2 {
		must(t, s.SetDifferent(t.Context(), r.Facilitator, Key(), b.ID, models.DifferentIdea{From: a.ID}))
	}
	alike, err = s.Alike(t.Context(), r.Facilitator, step.ID, false)
	must(t, err)
	if len(alike.Pairs) != 0 {
		t.Fatalf("after saying they differ, suggested are %+v", alike)
	}
	_, err = s.Alike(t.Context(), r.Seats[0], step.ID, false)
	want(t, err, models.CodeFacilitatorOnly)
}
