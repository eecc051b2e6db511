package modelstest

import (
	"slices"
	"testing"

	"dilna/models"
	"dilna/models/store"
)

// ballotContract is what leaves the program of single ballots, and where they
// point.
var ballotContract = map[string]func(*testing.T, *store.Store){
	"TM-03 fewer than five ballots never leave one by one":       smallGroups,
	"a ballot of the record names the ideas it was given to":     ballotsNameIdeas,
	"dots on a removed idea are refused, on phones and on paper": dotsOnRemoved,
	"INV-18 the wall is never told the wordings of merged ideas": wallKnowsNoMerged,
	"undo gives no topic more marks than its step allows":        undoneMarks,
	"the minutes print rows where their editor put them":         rowsWhereEdited,
}

func smallGroups(t *testing.T, s *store.Store) {
	for _, voters := range []int{1, 4, 5, 6} {
		r := NewScene(t, s, voters)
		step := r.Step(t, models.MethodCollect)
		idea := r.Idea(t, step.ID, "podnět")
		round := r.Round(t, step.ID, 1, 1)
		for _, seat := range r.Seats {
			_, err := s.PlaceDots(t.Context(), seat, round.ID, idea.ID, models.SetDots{Count: 1, Seq: 1})
			must(t, err)
		}
		r.setRound(t, round.ID, models.RoundClosed)
		minutes, err := s.Minutes(t.Context(), r.ID)
		must(t, err)
		want := voters
		if voters < 5 {
			want = 0
		}
		if got := minutes.Steps[0].Rounds[0]; len(got.Ballots) != want || *got.Voters != voters {
			t.Errorf("of %d ballots %d leave one by one, %d are said", voters, len(got.Ballots), *got.Voters)
		}
	}
}

// ballotsNameIdeas: ideas stand in topics and under others, in another order
// than they were collected, and the editor of the minutes moves them again.
func ballotsNameIdeas(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 5)
	step := r.Step(t, models.MethodCollect)
	topic, err := s.AddTopic(t.Context(), r.Facilitator, Key(), step.ID, models.NewTopic{ID: models.NewID[models.TopicID](), Heading: "okruh"})
	must(t, err)
	inTopic, last, first, under := r.Idea(t, step.ID, "v okruhu"), r.Idea(t, step.ID, "poslední"), r.Idea(t, step.ID, "první"), r.Idea(t, step.ID, "pod prvním")
	r.change(t, inTopic.ID, models.EntryChange{Topic: &topic.ID})
	r.change(t, under.ID, models.EntryChange{Parent: &first.ID})
	must(t, s.Move(t.Context(), r.Facilitator, Key(), models.PartIdeas, string(first.ID), models.Placement{Index: 0}))
	round, err := s.AddRound(t.Context(), r.Facilitator, Key(), step.ID,
		models.NewRound{ID: models.NewID[models.RoundID](), Dots: 3, PerIdea: 3, Nested: true, Open: true})
	must(t, err)
	for i, seat := range r.Seats {
		for idea, count := range map[models.EntryID]int{under.ID: 1, last.ID: i % 2, inTopic.ID: 1} {
			_, err := s.PlaceDots(t.Context(), seat, round.ID, idea, models.SetDots{Count: count, Seq: 1})
			must(t, err)
		}
	}
	r.setRound(t, round.ID, models.RoundClosed)
	check := func(minutes models.Minutes, order ...string) {
		t.Helper()
		sums := make([]int, len(order))
		for _, ballot := range minutes.Steps[0].Rounds[0].Ballots {
			for _, pair := range ballot {
				sums[pair.Entry] += pair.Value
			}
		}
		for i, idea := range minutes.Steps[0].ReadingOrder() {
			if idea.Text != order[i] || *idea.Votes[0] != sums[i] {
				t.Errorf("place %d has %q with %d votes, not %q; its ballots give %d", i, idea.Text, *idea.Votes[0], order[i], sums[i])
			}
		}
	}
	minutes, err := s.Minutes(t.Context(), r.ID)
	must(t, err)
	check(minutes, "první", "pod prvním", "poslední", "v okruhu")
	by := models.Actor{Role: models.RoleCoordinator, Account: r.Account.ID, Workshop: r.ID}
	must(t, s.ChangeDraft(t.Context(), by, Key(), models.DraftChange{Edits: map[string]models.Edit{string(last.ID): {Place: 1}, string(first.ID): {Place: 2}}}))
	edition, err := s.DraftEdition(t.Context(), r.ID)
	must(t, err)
	check(edition.Minutes, "poslední", "první", "pod prvním", "v okruhu")
}

func dotsOnRemoved(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	gone, there := r.Idea(t, step.ID, "odebraný"), r.Idea(t, step.ID, "zůstal")
	must(t, s.Remove(t.Context(), r.Facilitator, Key(), models.PartIdeas, string(gone.ID)))
	round := r.Round(t, step.ID, 3, 1)
	_, err := s.PlaceDots(t.Context(), r.Seats[0], round.ID, gone.ID, models.SetDots{Count: 1, Seq: 1})
	want(t, err, models.CodeNotFound)
	_, err = r.paper(t, round.ID, models.NewID[models.BallotID](), 1, models.IdeaDots{Idea: gone.ID, Count: 1})
	want(t, err, models.CodeInvalid)
	_, err = s.PlaceDots(t.Context(), r.Seats[0], round.ID, there.ID, models.SetDots{Count: 1, Seq: 1})
	must(t, err)
	r.setRound(t, round.ID, models.RoundClosed)
	changes, err := s.Changes(t.Context(), r.ID, 0)
	must(t, err)
	if totals := changes.Totals[round.ID]; len(totals) != 1 || totals[0].EntryID != there.ID {
		t.Errorf("counted are %+v", totals)
	}
}

func wallKnowsNoMerged(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	step := r.Step(t, models.MethodCollect)
	into, merged := r.Idea(t, step.ID, "zůstává"), r.Idea(t, step.ID, "jméno, které na plátno nepatří")
	screen := r.Look(t, models.Wall)
	r.merge(t, into, merged)
	changes, err := s.Changes(t.Context(), r.ID, screen.Revision)
	must(t, err)
	screen.Apply(t, changes.For(models.Wall))
	for name, wall := range map[string]*Screen{"watching": screen, "fresh": r.Look(t, models.Wall)} {
		if got := wall.idea(t, into.ID).Merged; got != nil || Has(wall, merged.ID) {
			t.Errorf("a %s wall is told %q", name, got)
		}
	}
	if got := r.Look(t, models.Participants).idea(t, into.ID).Merged; !slices.Equal(got, []string{merged.Text}) {
		t.Errorf("phones are told %q", got)
	}
}

// undoneMarks: what would bring a mark back where another has taken its place.
func undoneMarks(t *testing.T, s *store.Store) {
	one, yes, no, loose := 1, true, false, models.TopicID("")
	for name, away := range map[string]func(*Scene, models.Entry){
		"unmarked": func(r *Scene, idea models.Entry) { r.change(t, idea.ID, models.EntryChange{Marked: &no}) },
		"removed": func(r *Scene, idea models.Entry) {
			must(t, s.Remove(t.Context(), r.Facilitator, Key(), models.PartIdeas, string(idea.ID)))
		},
		"moved to another topic": func(r *Scene, idea models.Entry) { r.change(t, idea.ID, models.EntryChange{Topic: &loose}) },
	} {
		r := NewScene(t, s, 0)
		step := r.Step(t, models.MethodCollect)
		_, err := s.ChangeStep(t.Context(), r.Facilitator, Key(), step.ID, models.StepChange{MarksPerTopic: &one})
		must(t, err)
		topic, err := s.AddTopic(t.Context(), r.Facilitator, Key(), step.ID, models.NewTopic{ID: models.NewID[models.TopicID](), Heading: "okruh"})
		must(t, err)
		first, second := r.Idea(t, step.ID, "první"), r.Idea(t, step.ID, "druhý")
		r.change(t, first.ID, models.EntryChange{Topic: &topic.ID, Marked: &yes})
		away(r, first)
		entry := r.newest(t)
		r.change(t, second.ID, models.EntryChange{Topic: &topic.ID, Marked: &yes})
		if err := r.undo(t, entry); models.CodeOf(err) != models.CodeMarksSpent {
			t.Errorf("%s, and undone once another has the mark: %v", name, err)
		}
		r.change(t, second.ID, models.EntryChange{Marked: &no})
		must(t, r.undo(t, entry))
	}
}

// rowsWhereEdited: rows with a place stand there, the others where they were;
// each keeps its votes.
func rowsWhereEdited(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	var ids []string
	for _, text := range []string{"a", "b", "c", "d"} {
		ids = append(ids, string(r.Idea(t, step.ID, text).ID))
	}
	r.vote(t, step, models.Entry{ID: models.EntryID(ids[2])})
	by := models.Actor{Role: models.RoleCoordinator, Account: r.Account.ID, Workshop: r.ID}
	for _, c := range []struct {
		order string
		place map[int]int // of the idea of that index
	}{
		{"abcd", nil},
		{"bacd", map[int]int{0: 2, 1: 1}},
		{"dcba", map[int]int{0: 4, 1: 3, 2: 2, 3: 1}},
		{"cabd", map[int]int{0: 2, 1: 3, 2: 1}},
	} {
		edits := map[string]models.Edit{}
		for i, id := range ids {
			edits[id] = models.Edit{Place: c.place[i]}
		}
		must(t, s.ChangeDraft(t.Context(), by, Key(), models.DraftChange{Edits: edits}))
		edition, err := s.DraftEdition(t.Context(), r.ID)
		must(t, err)
		order := ""
		for _, idea := range edition.Steps[0].Ideas {
			order += idea.Text
			if *idea.Votes[0] != map[string]int{"c": 1}[idea.Text] {
				t.Errorf("%s has %d votes", idea.Text, *idea.Votes[0])
			}
		}
		if order != c.order {
			t.Errorf("printed in the order %s, not %s", order, c.order)
		}
	}
}
