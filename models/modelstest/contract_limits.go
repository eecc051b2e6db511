package modelstest

import (
	"testing"

	"dilna/models"
	"dilna/models/store"
	"dilna/models/voting"
)

// limitContract is what holds of the limits of an open round.
var limitContract = map[string]func(*testing.T, *store.Store){
	"INV-06 limits of an open round are never below what is spent":                limitsInUse,
	"INV-24 what is said of a limit is the same whatever the dots lie on":         limitsTellNothing,
	"INV-06 whoever has voted goes on within the new limits, phone and paper":     limitsFollowed,
	"a rule does not become another while people vote, nor can a limit be undone": limitsAreAll,
}

// resized changes the rule of a round as the facilitator.
func (r *Scene) resized(t *testing.T, round models.RoundID, rule voting.Rule) error {
	t.Helper()
	_, err := r.Store.ChangeRound(t.Context(), r.Facilitator, Key(), round, models.RoundChange{Rule: &rule})
	return err
}

// opened is an open round by the rule on so many ideas.
func (r *Scene) opened(t *testing.T, rule voting.Rule, ideas int) (models.RoundID, []models.EntryID) {
	t.Helper()
	step := r.Step(t, models.MethodCollect)
	var ids []models.EntryID
	for range ideas {
		ids = append(ids, r.Idea(t, step.ID, "podnět").ID)
	}
	round := models.NewID[models.RoundID]()
	_, err := r.Store.AddRound(t.Context(), r.Facilitator, Key(), step.ID, models.NewRound{ID: round, Rule: &rule, Open: true})
	must(t, err)
	return round, ids
}

func dotsRule(dots, perEntry int) voting.Rule {
	return voting.Rule{Name: voting.Dots, Dots: dots, PerEntry: perEntry}
}

func limitsInUse(t *testing.T, s *store.Store) {
	for name, c := range map[string]struct {
		rule           voting.Rule
		votes          []int
		allowed, inUse []voting.Rule
	}{
		"dots":        {dotsRule(5, 2), []int{2, 1}, []voting.Rule{dotsRule(4, 2), dotsRule(3, 2), dotsRule(9, 3)}, []voting.Rule{dotsRule(2, 2), dotsRule(9, 2)}},
		"dots freely": {dotsRule(5, 0), []int{2, 1}, []voting.Rule{dotsRule(3, 0)}, []voting.Rule{dotsRule(3, 3), dotsRule(2, 0)}},
		"approval": {voting.Rule{Name: voting.Approval}, []int{1, 1}, []voting.Rule{{Name: voting.Approval, Most: 2}, {Name: voting.Approval, Most: 3}},
			[]voting.Rule{{Name: voting.Approval, Most: 1}}},
		"plus-minus": {voting.Rule{Name: voting.PlusMinus, Dots: 3, Minus: new(1)}, []int{1, -1}, []voting.Rule{{Name: voting.PlusMinus, Dots: 4, Minus: new(1)}},
			[]voting.Rule{{Name: voting.PlusMinus, Dots: 3, Minus: new(1)}}},
	} {
		r := NewScene(t, s, 1)
		round, ideas := r.opened(t, c.rule, 2)
		lower := c.inUse[0]
		if c.rule.Name != voting.PlusMinus { // before anybody has voted there is nothing to be in use
			must(t, r.resized(t, round, lower))
			must(t, r.resized(t, round, c.rule))
		}
		_, err := r.ballot(t, r.Seats[0], round, 1, voting.Vote{Entry: ideas[0], Value: c.votes[0]}, voting.Vote{Entry: ideas[1], Value: c.votes[1]})
		must(t, err)
		for _, rule := range c.allowed {
			if err := r.resized(t, round, rule); err != nil {
				t.Errorf("%s: %+v is refused: %v", name, rule, err)
			}
		}
		for _, rule := range c.inUse {
			if err := r.resized(t, round, rule); models.CodeOf(err) != models.CodeLimitInUse {
				t.Errorf("%s: %+v is answered with %v", name, rule, err)
			}
		}
	}
}

// limitsTellNothing: two rooms vote, and only what the dots lie on differs.
func limitsTellNothing(t *testing.T, s *store.Store) {
	var answers [2][]models.ErrorCode
	for room, piled := range []bool{true, false} {
		r := NewScene(t, s, 1)
		round, ideas := r.opened(t, dotsRule(5, 4), 3)
		votes := []voting.Vote{{Entry: ideas[0], Value: 3}}
		if !piled {
			votes = []voting.Vote{{Entry: ideas[0], Value: 1}, {Entry: ideas[1], Value: 1}, {Entry: ideas[2], Value: 1}}
		}
		_, err := r.ballot(t, r.Seats[0], round, 1, votes...)
		must(t, err)
		for _, rule := range []voting.Rule{dotsRule(1, 4), dotsRule(2, 4), dotsRule(5, 1), dotsRule(5, 2), dotsRule(5, 3), dotsRule(4, 4), dotsRule(3, 4)} {
			answers[room] = append(answers[room], models.CodeOf(r.resized(t, round, rule)))
		}
	}
	for i := range answers[0] {
		if answers[0][i] != answers[1][i] {
			t.Errorf("change %d is answered with %q where dots are piled up, with %q where they are spread", i, answers[0][i], answers[1][i])
		}
	}
}

func limitsFollowed(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 2)
	round, ideas := r.opened(t, dotsRule(2, 2), 3)
	cast := func(seat int, seq int64, values ...int) error {
		var votes []voting.Vote
		for i, value := range values {
			votes = append(votes, voting.Vote{Entry: ideas[i], Value: value})
		}
		_, err := r.ballot(t, r.Seats[seat], round, seq, votes...)
		return err
	}
	must(t, cast(0, 1, 1, 1))
	want(t, cast(1, 1, 1, 1, 1), models.CodeBallotOverBudget)
	must(t, r.resized(t, round, dotsRule(3, 3)))
	must(t, cast(0, 2, 1, 1, 1))
	must(t, cast(1, 2, 3))
	must(t, r.resized(t, round, dotsRule(4, 3)))
	must(t, cast(1, 3, 3, 1))
	want(t, r.resized(t, round, dotsRule(3, 3)), models.CodeLimitInUse)
	must(t, cast(1, 4, 2, 1))
	must(t, r.resized(t, round, dotsRule(3, 3)))
	want(t, cast(1, 5, 3, 1), models.CodeBallotOverBudget)
	r.setRound(t, round, models.RoundClosed)
	changes, err := s.Changes(t.Context(), r.ID, 0)
	must(t, err)
	for _, told := range changes.For(models.Facilitators).Rounds {
		if told.Rule.Dots != 3 || *told.Voters != 2 {
			t.Errorf("the round is closed as %+v", told)
		}
	}
}

func limitsAreAll(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	round, _ := r.opened(t, dotsRule(3, 2), 2)
	for _, rule := range []voting.Rule{{Name: voting.Approval}, {Name: voting.Dots, Dots: 4, PerEntry: 2, UseAll: true}} {
		want(t, r.resized(t, round, rule), models.CodeRoundOpen)
	}
	table := r.tables(t, false, "Stůl 1", "Stůl 2").Parts[0].ID
	_, err := s.ChangeRound(t.Context(), r.Facilitator, Key(), round, models.RoundChange{Rule: new(dotsRule(4, 2)), Parts: &[]models.PartID{table}})
	want(t, err, models.CodeRoundOpen)
	before := r.newest(t).Revision
	must(t, r.resized(t, round, dotsRule(4, 2)))
	if newest := r.newest(t); newest.Revision != before {
		t.Errorf("of a limit of an open round the history says %+v", newest)
	}
	r.setRound(t, round, models.RoundClosed)
	all, _ := r.opened(t, voting.Rule{Name: voting.Dots, Dots: 3, UseAll: true}, 2)
	want(t, r.resized(t, all, voting.Rule{Name: voting.Dots, Dots: 4, UseAll: true}), models.CodeRoundOpen)
}
