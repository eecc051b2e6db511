package modelstest

import (
	"context"
	"slices"
	"testing"

	"dilna/models"
	"dilna/models/store"
)

func nobodysBallots(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 6)
	step := r.Step(t, models.MethodCollect)
	a, b := r.Idea(t, step.ID, "a"), r.Idea(t, step.ID, "b")
	round := r.Round(t, step.ID, 3, 2)
	for _, seat := range r.Seats {
		for _, idea := range []models.EntryID{a.ID, b.ID} {
			_, err := s.PlaceDots(t.Context(), seat, round.ID, idea, models.SetDots{Count: 1, Seq: 1})
			must(t, err)
		}
	}
	progress, err := s.Progress(t.Context(), r.ID)
	must(t, err)
	if len(progress.Ballots) != 1 || progress.Ballots[0].Count != 6 {
		t.Fatalf("while voting, the count of ballots is %+v", progress.Ballots)
	}
	view, err := s.SetRoundState(t.Context(), r.Facilitator, Key(), round.ID, models.RoundMove{State: models.RoundClosed})
	must(t, err)
	if *view.Voters != 6 || *view.Standing[0].Points != 6 || view.Standing[0].Rank != 1 || view.Standing[1].Rank != 1 {
		t.Fatalf("the result is %+v", view)
	}
	minutes, err := s.Minutes(t.Context(), r.ID)
	must(t, err)
	if n := len(minutes.Steps[0].Rounds[0].Ballots); n != 6 {
		t.Fatalf("%d ballots are in the record of 6", n)
	}
	mine, err := s.Mine(t.Context(), r.Seats[0])
	must(t, err)
	if len(mine.Ballots) != 0 {
		t.Fatal("after closing, a seat still has a ballot")
	}
}

func typedTotals(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	step := r.Step(t, models.MethodCollect)
	a, b := r.Idea(t, step.ID, "a"), r.Idea(t, step.ID, "b")
	round, err := s.AddRound(t.Context(), r.Facilitator, Key(), step.ID,
		models.NewRound{ID: models.NewID[models.RoundID](), CastBy: models.CastTyped, Dots: 3, PerIdea: 1})
	must(t, err)
	_, err = s.SetRoundState(t.Context(), r.Facilitator, Key(), round.ID, models.RoundMove{State: models.RoundOpen})
	want(t, err, models.CodeWrongMethod)
	for _, points := range []int{20, 21} {
		view, err := typeTotals(t.Context(), s, r, round.ID, models.Total{EntryID: a.ID, Points: &points}, models.Total{EntryID: b.ID})
		must(t, err)
		if view.State != models.RoundClosed || len(view.Standing) != 2 {
			t.Fatalf("typed, the round is %+v", view)
		}
	}
	if told := r.placesTold(t, models.Participants); len(told) > 0 {
		t.Fatalf("typed and not revealed, phones are told %v", told)
	}
	r.setRound(t, round.ID, models.RoundRevealed)
	_, err = typeTotals(t.Context(), s, r, round.ID, models.Total{EntryID: a.ID, Points: new(21)}, models.Total{EntryID: b.ID, Points: new(30)})
	must(t, err) // corrected, everybody who knows the wrong result is told the right one
	if told := r.placesTold(t, models.Participants); !slices.Equal(told, []int{1, 2}) {
		t.Fatalf("corrected, phones are told %v", told)
	}
	_, err = typeTotals(t.Context(), s, r, round.ID, models.Total{EntryID: a.ID, Points: new(21)}, models.Total{EntryID: b.ID})
	must(t, err)
	minutes, err := s.Minutes(t.Context(), r.ID)
	must(t, err)
	ideas := minutes.Steps[0].Ideas
	if *ideas[0].Votes[0] != 21 || ideas[1].Votes[0] != nil {
		t.Fatalf("the record says %+v", ideas)
	}
	_, err = typeTotals(t.Context(), s, r, round.ID, models.Total{EntryID: models.NewID[models.EntryID]()})
	want(t, err, models.CodeInvalid)
}

func typeTotals(ctx context.Context, s *store.Store, r *Scene, round models.RoundID, totals ...models.Total) (models.RoundView, error) {
	return s.TypeTotals(ctx, r.Facilitator, Key(), round, models.TypedTotals{Totals: totals})
}
