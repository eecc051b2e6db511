package modelstest

import (
	"context"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"dilna/models"
	"dilna/models/store"
	"dilna/models/voting"
)

// wholeContract is what holds of ballots that come whole.
var wholeContract = map[string]func(*testing.T, *store.Store){
	"INV-10 whole ballots and dots on one idea, in any order, leave the newest of each": wholeAndSingle,
	"INV-03 of whole ballots sent at once one counts, and none beyond the budget":       wholeAtOnce,
	"INV-04 what whole ballots say is what is counted":                                  wholeCounted,
}

// ballot casts a whole ballot: value on each entry.
func (r *Scene) ballot(t rapid.TB, by models.Actor, round models.RoundID, seq int64, votes ...voting.Vote) (models.Ballot, error) {
	t.Helper()
	return r.Store.CastBallot(context.Background(), by, round, models.CastBallot{Votes: votes, Seq: seq})
}

// wholeAndSingle sends one person's changes in any order, each twice, from a
// phone of either version: what counts on an idea is the newest said of it.
func wholeAndSingle(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	a, b := r.Idea(t, step.ID, "a").ID, r.Idea(t, step.ID, "b").ID
	round := r.Round(t, step.ID, 100, 100) // so many that no order is refused
	type said struct {
		whole bool
		on    models.EntryID
		a, b  int
	}
	changes := []said{{whole: true, a: 1, b: 2}, {on: a, a: 5}, {whole: true, a: 3}, {on: b, b: 4}, {on: a, a: 0}}
	base := int64(0)
	rapid.Check(t, func(rt *rapid.T) {
		base += 10
		want, wholeAt := map[models.EntryID]int{}, int64(0)
		seqs := map[models.EntryID]int64{}
		for _, i := range rapid.Permutation([]int{0, 1, 2, 3, 4, 0, 1, 2, 3, 4}).Draw(rt, "order") {
			change, seq := changes[i], base+int64(i)
			if !change.whole {
				value := max(change.a, change.b)
				_, err := s.PlaceDots(context.Background(), r.Seats[0], round.ID, change.on, models.SetDots{Count: value, Seq: seq})
				must(rt, err)
				if seq > max(seqs[change.on], wholeAt) {
					want[change.on], seqs[change.on] = value, seq
				}
				continue
			}
			votes := voting.Ballot{{Entry: a, Value: change.a}, {Entry: b, Value: change.b}}
			votes = slices.DeleteFunc(votes, func(v voting.Vote) bool { return v.Value == 0 })
			_, err := r.ballot(rt, r.Seats[0], round.ID, seq, votes...)
			must(rt, err)
			if seq > max(seqs[a], seqs[b], wholeAt) {
				want, wholeAt = map[models.EntryID]int{a: change.a, b: change.b}, seq
			}
		}
		mine, err := s.Mine(context.Background(), r.Seats[0])
		must(rt, err)
		for _, vote := range mine.Ballots[0].Votes {
			if vote.Value != want[vote.Entry] {
				rt.Fatalf("the ballot says %+v, said was %v", mine.Ballots[0].Votes, want)
			}
			delete(want, vote.Entry)
		}
		for entry, value := range want {
			if value != 0 {
				rt.Fatalf("INV-05: %d on %s are not in the ballot %+v", value, entry, mine.Ballots[0])
			}
		}
	})
}

func wholeAtOnce(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	ideas := []models.EntryID{r.Idea(t, step.ID, "a").ID, r.Idea(t, step.ID, "b").ID}
	round := r.Round(t, step.ID, 3, 3)
	errs := together(20, func(i int) error { // every second one has a dot too many
		_, err := r.ballot(t, r.Seats[0], round.ID, int64(i+1), voting.Vote{Entry: ideas[i/2%2], Value: 3 + i%2})
		return err
	})
	for i, err := range errs {
		if code := models.CodeOf(err); code != "" && (i%2 == 0 || code != models.CodeDotsPerIdea) {
			t.Errorf("ballot %d was answered %v", i, err)
		}
	}
	mine, err := s.Mine(t.Context(), r.Seats[0])
	must(t, err)
	if got := mine.Ballots[0]; len(got.Votes) != 1 || !got.Votes[0].Equal(voting.Vote{Entry: ideas[1], Value: 3}) || got.Left != 0 || got.Seq != 19 {
		t.Errorf("of twenty ballots counts %+v", got)
	}
}

func wholeCounted(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 6)
	step := r.Step(t, models.MethodCollect)
	a, b := r.Idea(t, step.ID, "a").ID, r.Idea(t, step.ID, "b").ID
	elsewhere := r.Idea(t, r.Step(t, models.MethodCollect).ID, "jinde").ID
	_, err := s.SetStepState(t.Context(), r.Facilitator, Key(), step.ID, models.StepMove{State: models.StepOpen})
	must(t, err)
	round := r.Round(t, step.ID, 3, 2)
	for i, seat := range r.Seats[:5] {
		_, err := r.ballot(t, seat, round.ID, 1, voting.Vote{Entry: a, Value: 2}, voting.Vote{Entry: b, Value: 1})
		must(t, err)
		if i == 4 { // taken back: nobody voted
			_, err = r.ballot(t, seat, round.ID, 2)
			must(t, err)
		}
	}
	_, err = r.ballot(t, r.Seats[5], round.ID, 1, voting.Vote{Entry: elsewhere, Value: 1})
	want(t, err, models.CodeInvalid)
	_, err = r.ballot(t, r.Seats[5], round.ID, 1, voting.Vote{Entry: a, Value: 2}, voting.Vote{Entry: b, Value: 2})
	want(t, err, models.CodeBallotOverBudget)
	_, err = r.paper(t, round.ID, models.NewID[models.BallotID](), 1, models.IdeaDots{Idea: b, Count: 2})
	must(t, err)
	progress, err := s.Progress(t.Context(), r.ID)
	must(t, err)
	if got := progress.Ballots[0]; got.Count != 5 || got.Spent != 4 || got.Paper != 1 {
		t.Errorf("while voting, the counts are %+v", got)
	}
	view, err := s.SetRoundState(t.Context(), r.Facilitator, Key(), round.ID, models.RoundMove{State: models.RoundClosed})
	must(t, err)
	points := map[models.EntryID]int{}
	for _, place := range view.Standing {
		points[place.Idea] = *place.Points
	}
	if points[a] != 8 || points[b] != 6 || *view.Voters != 5 || view.Paper != 1 {
		t.Errorf("counted are %v of %d voters, %d on paper", points, *view.Voters, view.Paper)
	}
}
