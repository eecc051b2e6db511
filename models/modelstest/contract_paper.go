package modelstest

import (
	"errors"
	"testing"

	"dilna/models"
	"dilna/models/store"
)

// paper enters a whole paper ballot as the facilitator.
func (r *Scene) paper(t *testing.T, round models.RoundID, id models.BallotID, seq int64, dots ...models.IdeaDots) (models.PaperBallot, error) {
	t.Helper()
	return r.Store.SetPaperBallot(t.Context(), r.Facilitator, round, id, models.SetPaperBallot{Dots: dots, Seq: seq})
}

func paperLimits(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	a, b := r.Idea(t, step.ID, "a").ID, r.Idea(t, step.ID, "b").ID
	elsewhere := r.Idea(t, r.Step(t, models.MethodCollect).ID, "jinde").ID
	_, err := s.SetStepState(t.Context(), r.Facilitator, Key(), step.ID, models.StepMove{State: models.StepOpen})
	must(t, err)
	round := r.Round(t, step.ID, 3, 2)
	enter := func(dots ...models.IdeaDots) error {
		_, err := r.paper(t, round.ID, models.NewID[models.BallotID](), 1, dots...)
		return err
	}
	want(t, enter(models.IdeaDots{Idea: a, Count: 3}), models.CodeDotsPerIdea)
	want(t, enter(models.IdeaDots{Idea: a, Count: 2}, models.IdeaDots{Idea: b, Count: 2}), models.CodeBallotOverBudget)
	want(t, enter(models.IdeaDots{Idea: a, Count: 1}, models.IdeaDots{Idea: a, Count: 1}), models.CodeInvalid)
	want(t, enter(models.IdeaDots{Idea: elsewhere, Count: 1}), models.CodeInvalid)
	must(t, enter(models.IdeaDots{Idea: a, Count: 2}, models.IdeaDots{Idea: b, Count: 1}))
	_, err = s.SetPaperBallot(t.Context(), r.Seats[0], round.ID, models.NewID[models.BallotID](), models.SetPaperBallot{Seq: 1})
	want(t, err, models.CodeFacilitatorOnly)
	_, err = s.PaperBallots(t.Context(), r.Seats[0], round.ID)
	want(t, err, models.CodeFacilitatorOnly)
}

func paperAtOnce(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	step := r.Step(t, models.MethodCollect)
	a := r.Idea(t, step.ID, "a").ID
	round := r.Round(t, step.ID, 1, 1)
	ids := make([]models.BallotID, 10)
	for i := range ids {
		ids[i] = models.NewID[models.BallotID]()
	}
	errs := together(30, func(i int) error { // each sent three times
		_, err := r.paper(t, round.ID, ids[i%10], 1, models.IdeaDots{Idea: a, Count: 1})
		return err
	})
	must(t, errors.Join(errs...))
	shown, err := s.PaperBallots(t.Context(), r.Facilitator, round.ID)
	must(t, err)
	for i, ballot := range shown {
		if ballot.Number != i+1 {
			t.Fatalf("ballot %d of %d has number %d", i+1, len(shown), ballot.Number)
		}
	}
	view, err := s.SetRoundState(t.Context(), r.Facilitator, Key(), round.ID, models.RoundMove{State: models.RoundClosed})
	must(t, err)
	if *view.Voters != 10 || *view.Standing[0].Points != 10 {
		t.Fatalf("ten ballots make %d voters and %d dots", *view.Voters, *view.Standing[0].Points)
	}
}

func paperInOrder(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	step := r.Step(t, models.MethodCollect)
	a, b := r.Idea(t, step.ID, "a").ID, r.Idea(t, step.ID, "b").ID
	round := r.Round(t, step.ID, 2, 2)
	first, second := models.NewID[models.BallotID](), models.NewID[models.BallotID]()
	for _, id := range []models.BallotID{first, second} {
		_, err := r.paper(t, round.ID, id, 1, models.IdeaDots{Idea: a, Count: 2})
		must(t, err)
	}
	corrected, err := r.paper(t, round.ID, second, 3, models.IdeaDots{Idea: b, Count: 1})
	must(t, err)
	late, err := r.paper(t, round.ID, second, 2, models.IdeaDots{Idea: a, Count: 1})
	must(t, err)
	if late.Number != 2 || late.Seq != 3 || len(late.Dots) != 1 || late.Dots[0] != corrected.Dots[0] {
		t.Fatalf("a late correction is answered with %+v, what counts is %+v", late, corrected)
	}
	_, err = r.paper(t, round.ID, first, 2) // taken back
	must(t, err)
	_, err = r.paper(t, round.ID, first, 1, models.IdeaDots{Idea: a, Count: 2}) // sent again, late
	must(t, err)
	view, err := s.SetRoundState(t.Context(), r.Facilitator, Key(), round.ID, models.RoundMove{State: models.RoundClosed})
	must(t, err)
	sum := 0
	for _, place := range view.Standing {
		sum += *place.Points
	}
	if *view.Voters != 1 || view.Paper != 1 || sum != 1 {
		t.Fatalf("one ballot with one dot makes %d voters, %d on paper, %d dots", *view.Voters, view.Paper, sum)
	}
}

// paperUnlinked: on phones and on paper people vote the same, and nothing is
// left that tells the ballots apart but how many were on paper.
func paperUnlinked(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 4)
	step := r.Step(t, models.MethodCollect)
	a := r.Idea(t, step.ID, "a").ID
	round := r.Round(t, step.ID, 1, 1)
	for _, seat := range r.Seats {
		_, err := s.PlaceDots(t.Context(), seat, round.ID, a, models.SetDots{Count: 1, Seq: 1})
		must(t, err)
	}
	for range 2 {
		_, err := r.paper(t, round.ID, models.NewID[models.BallotID](), 1, models.IdeaDots{Idea: a, Count: 1})
		must(t, err)
	}
	view, err := s.SetRoundState(t.Context(), r.Facilitator, Key(), round.ID, models.RoundMove{State: models.RoundClosed})
	must(t, err)
	if *view.Voters != 6 || view.Paper != 2 || *view.Standing[0].Points != 6 {
		t.Fatalf("four phones and two paper ballots are %+v", view)
	}
	minutes, err := s.Minutes(t.Context(), r.ID)
	must(t, err)
	kept := minutes.Steps[0].Rounds[0]
	if len(kept.Ballots) != 6 || kept.Paper != 2 {
		t.Fatalf("the record has %d ballots, %d on paper", len(kept.Ballots), kept.Paper)
	}
	for _, ballot := range kept.Ballots {
		if len(ballot) != 1 || ballot[0].Entry != 0 || ballot[0].Value != 1 {
			t.Fatalf("a ballot of the record is %v", ballot)
		}
	}
	shown, err := s.PaperBallots(t.Context(), r.Facilitator, round.ID)
	must(t, err)
	if len(shown) != 0 {
		t.Fatalf("after closing, %d paper ballots are shown", len(shown))
	}
	_, err = r.paper(t, round.ID, models.NewID[models.BallotID](), 1)
	want(t, err, models.CodeRoundClosed)
}

func secondRound(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 2)
	step := r.Step(t, models.MethodCollect)
	var ideas []models.EntryID
	for _, text := range []string{"a", "b", "c"} {
		ideas = append(ideas, r.Idea(t, step.ID, text).ID)
	}
	first := r.Round(t, step.ID, 1, 1)
	place := func(seat int, round models.RoundID, idea models.EntryID) error {
		_, err := s.PlaceDots(t.Context(), r.Seats[seat], round, idea, models.SetDots{Count: 1, Seq: 1})
		return err
	}
	must(t, place(0, first.ID, ideas[0]))
	must(t, place(1, first.ID, ideas[2]))
	tied := models.NewRound{ID: models.NewID[models.RoundID](), Dots: 1, PerIdea: 1, Ideas: []models.EntryID{ideas[0], ideas[2]}, Open: true}
	_, err := s.AddRound(t.Context(), r.Facilitator, Key(), step.ID, tied)
	want(t, err, models.CodeRoundOpen)
	before, err := s.SetRoundState(t.Context(), r.Facilitator, Key(), first.ID, models.RoundMove{State: models.RoundClosed})
	must(t, err)
	key := Key()
	for range 2 { // asked for twice, it is one round
		second, err := s.AddRound(t.Context(), r.Facilitator, key, step.ID, tied)
		must(t, err)
		if second.State != models.RoundOpen {
			t.Fatalf("the second round is %s", second.State)
		}
	}
	want(t, place(0, tied.ID, ideas[1]), models.CodeNotFound)
	must(t, place(0, tied.ID, ideas[2]))
	_, err = s.SetRoundState(t.Context(), r.Facilitator, Key(), tied.ID, models.RoundMove{State: models.RoundClosed})
	must(t, err)
	changes, err := s.Changes(t.Context(), r.ID, 0)
	must(t, err)
	if got := changes.Totals[first.ID]; len(got) != len(before.Standing) {
		t.Fatalf("INV-08: the first round has %d totals now, it had %d", len(got), len(before.Standing))
	}
	minutes, err := s.Minutes(t.Context(), r.ID)
	must(t, err)
	votes := minutes.Steps[0].Ideas
	if *votes[0].Votes[0] != 1 || *votes[0].Votes[1] != 0 || *votes[2].Votes[1] != 1 {
		t.Fatalf("the record says %+v", votes)
	}
	if len(votes[1].Votes) != 1 || *votes[1].Votes[0] != 0 {
		t.Fatalf("an idea that was not in the second round has %+v", votes[1].Votes)
	}
	foreign := models.NewRound{ID: models.NewID[models.RoundID](), Dots: 1, PerIdea: 1, Ideas: []models.EntryID{ideas[0], models.NewID[models.EntryID]()}}
	_, err = s.AddRound(t.Context(), r.Facilitator, Key(), step.ID, foreign)
	want(t, err, models.CodeInvalid)
}
