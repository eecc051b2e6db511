package modelstest

import (
	"errors"
	"testing"

	"dilna/models"
	"dilna/models/store"
	"dilna/models/voting"
)

// atOnceContract is what holds where many press at once, whatever the rule is.
var atOnceContract = map[string]func(*testing.T, *store.Store){
	"INV-03 INV-04 of fifty phones at the limit of any rule, while it closes, what was acknowledged is counted": fiftyAtALimit,
}

// fullBallot is a rule, a ballot that says all that one person may, one that says more,
// and what of the first is counted on its first entry.
type fullBallot struct {
	rule        voting.Rule
	all, beyond func(a, b models.EntryID) voting.Ballot
	refused     models.ErrorCode
	points      int
	cost        int // of each entry, under a budget
}

// twoVotes says one value of the one entry and another of the other.
func twoVotes(first, second int) func(a, b models.EntryID) voting.Ballot {
	return func(a, b models.EntryID) voting.Ballot {
		return voting.Ballot{{Entry: a, Value: first}, {Entry: b, Value: second}}
	}
}

func twoJudged(first, second []int) func(a, b models.EntryID) voting.Ballot {
	return func(a, b models.EntryID) voting.Ballot {
		return voting.Ballot{{Entry: a, Values: first}, {Entry: b, Values: second}}
	}
}

func oneVote(value int) func(a, b models.EntryID) voting.Ballot {
	return func(a, _ models.EntryID) voting.Ballot { return voting.Ballot{{Entry: a, Value: value}} }
}

var fullBallots = []fullBallot{
	{voting.Rule{Name: voting.Dots, Dots: 3, PerEntry: 2}, twoVotes(2, 1), twoVotes(2, 2), models.CodeBallotOverBudget, 2, 0},
	{voting.Rule{Name: voting.Choice}, twoVotes(1, -1), twoVotes(1, 2), models.CodeInvalid, 1, 0},
	{voting.Rule{Name: voting.Approval, Most: 1}, oneVote(1), twoVotes(1, 1), models.CodeBallotOverBudget, 1, 0},
	{voting.Rule{Name: voting.Weights, Weights: []int{3, 2}}, twoVotes(3, 2), twoVotes(3, 3), models.CodeValueTwice, 3, 0},
	{voting.Rule{Name: voting.PlusMinus, Dots: 2, Minus: new(1)}, twoVotes(2, -1), twoVotes(2, -2), models.CodeInvalid, 2, 0},
	{voting.Rule{Name: voting.Places, Places: 2}, twoVotes(1, 2), twoVotes(1, 3), models.CodeInvalid, 2, 0},
	{voting.Rule{Name: voting.Scale, Steps: 5}, twoVotes(5, 1), twoVotes(5, 6), models.CodeInvalid, 5, 0},
	{voting.Rule{Name: voting.Budget, Budget: 100}, oneVote(1), twoVotes(1, 1), models.CodeCostOverBudget, 1, 60},
	{voting.Rule{Name: voting.Judging, Steps: 5, Criteria: []voting.Criterion{{Name: "přínos", Weight: 2}}}, twoJudged([]int{5}, []int{1}), twoJudged([]int{5}, []int{6}), models.CodeInvalid, 10, 0},
}

// fiftyAtALimit has fifty phones cast first all that they may and then more than
// that: half of them at once, the others while the facilitator closes the round.
func fiftyAtALimit(t *testing.T, s *store.Store) {
	const half = 25
	r := NewScene(t, s, 2*half)
	for _, full := range fullBallots {
		step := r.Step(t, models.MethodCollect)
		a, b := r.Idea(t, step.ID, "a").ID, r.Idea(t, step.ID, "b").ID
		rule := full.rule
		if full.cost > 0 {
			rule.Costs = map[models.EntryID]int{a: full.cost, b: full.cost}
		}
		round := models.NewRound{ID: models.NewID[models.RoundID](), Rule: &rule, Open: true}
		_, err := s.AddRound(t.Context(), r.Facilitator, Key(), step.ID, round)
		must(t, err)
		beyond := make([]error, 2*half)
		cast := func(phone int) error {
			_, err := r.ballot(t, r.Seats[phone], round.ID, 1, full.all(a, b)...)
			_, beyond[phone] = r.ballot(t, r.Seats[phone], round.ID, 2, full.beyond(a, b)...)
			return err
		}
		inTime := together(half, cast)
		closing := together(half+1, func(i int) error {
			if i == half {
				_, err := s.SetRoundState(t.Context(), r.Facilitator, Key(), round.ID, models.RoundMove{State: models.RoundClosed})
				return err
			}
			return cast(half + i)
		})
		must(t, closing[half])
		acknowledged, late := count(closing[:half], ""), count(closing[:half], models.CodeRoundClosed)
		if count(inTime, "") != half || acknowledged+late != half {
			t.Fatalf("%s: in time %v, while it closed %v", rule.Name, errors.Join(inTime...), errors.Join(closing...))
		}
		if count(beyond[:half], full.refused) != half || count(beyond, "") > 0 {
			t.Errorf("%s: beyond the limit, %v", rule.Name, errors.Join(beyond...))
		}
		changes, err := s.Changes(t.Context(), r.ID, 0)
		must(t, err)
		for _, total := range changes.Totals[round.ID] {
			if total.EntryID == a && *total.Points != (half+acknowledged)*full.points {
				t.Errorf("%s: %d ballots were acknowledged, counted are %d points", rule.Name, half+acknowledged, *total.Points)
			}
		}
	}
}
