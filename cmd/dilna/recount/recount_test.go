package recount_test

import (
	"fmt"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"dilna/cmd/dilna/recount"
	"dilna/models"
	"dilna/models/voting"
)

// TestEveryRuleIsCountedAlikeByTwoCountsINV04: ballots at random, as far as the rule
// allows them, give by models/voting what they give by the count of this package;
// and one result that is changed is found.
func TestEveryRuleIsCountedAlikeByTwoCountsINV04(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rule := anyRule(t)
		if !rule.IsComplete() {
			t.Fatalf("%+v is not complete", rule)
		}
		m := recordOf(rule, anyBallots(t, rule))
		if found := recount.Of(m); found.Counted != 1 || len(found.Differ) > 0 {
			t.Fatalf("by %+v the ballots %v are counted otherwise: %+v", rule, m.Steps[0].Rounds[0].Ballots, found.Differ)
		}
		votes := m.Steps[0].Ideas[rapid.IntRange(0, len(entries)-1).Draw(t, "changed")].Votes
		votes[0] = new(*votes[0] + 1)
		if len(recount.Of(m).Differ) == 0 {
			t.Fatal("a point more is not found")
		}
	})
}

// TestWhatIsSaidBesidesPointsIsCountedAgain: each member of a result that is changed
// is found by its name.
func TestWhatIsSaidBesidesPointsIsCountedAgain(t *testing.T) {
	for what, c := range map[string]struct {
		rule   voting.Rule
		change func(*models.RoundMinutes)
	}{
		"passed":    {voting.Rule{Name: voting.Choice}, func(r *models.RoundMinutes) { r.Results[0].Passed = new(false) }},
		"against":   {voting.Rule{Name: voting.Choice}, func(r *models.RoundMinutes) { r.Results[0].Against = new(9) }},
		"mean":      {voting.Rule{Name: voting.Scale, Steps: 3}, func(r *models.RoundMinutes) { r.Results[0].Mean = new(1.01) }},
		"counts[1]": {voting.Rule{Name: voting.Scale, Steps: 3}, func(r *models.RoundMinutes) { r.Results[0].Counts[0] = 0 }},
		"fits":      {voting.Rule{Name: voting.Budget, Budget: 5, Costs: map[models.EntryID]int{"0": 5}}, func(r *models.RoundMinutes) { r.Results[0].Fits = new(false) }},
		"partial":   {voting.Rule{Name: voting.Dots, Dots: 2, UseAll: true}, func(r *models.RoundMinutes) { r.Partial = 0 }},
		"voters":    {voting.Rule{Name: voting.Approval}, func(r *models.RoundMinutes) { r.Voters = new(3) }},
	} {
		m := recordOf(c.rule, []voting.Ballot{{{Entry: "0", Value: 1}}, {{Entry: "0", Value: 1}}})
		c.change(&m.Steps[0].Rounds[0])
		if found := recount.Of(m).Differ; len(found) != 1 || found[0].What != what {
			t.Errorf("%s was changed, found is %+v", what, found)
		}
	}
}

var entries = []models.EntryID{"0", "1", "2", "3"}

// apart has each entry in a topic of its own.
var apart = voting.Topics{"0": "a", "1": "b", "2": "c", "3": "d"}

// recordOf is the record of a round as closing it makes it.
func recordOf(rule voting.Rule, ballots []voting.Ballot) models.Minutes {
	voters := len(ballots)
	round := models.RoundMinutes{Voters: &voters}
	round.Say(&rule)
	step := models.StepMinutes{Method: models.MethodCollect, Ideas: make([]models.IdeaMinutes, len(entries))}
	for _, ballot := range ballots {
		var filed []models.CastVote
		for _, vote := range ballot {
			filed = append(filed, models.CastVote{Entry: slices.Index(entries, vote.Entry), Value: vote.Value, Values: vote.Values})
		}
		round.Ballots = append(round.Ballots, filed)
		if !rule.Counts(ballot) {
			round.Partial++
		}
	}
	for i, result := range rule.Tally(entries, ballots) {
		step.Ideas[i] = models.IdeaMinutes{Text: fmt.Sprint("podnět ", i), Votes: []*int{&result.Points}}
		round.Results = append(round.Results, models.ResultMinutes{Entry: i, Details: result.Details})
	}
	step.Rounds = []models.RoundMinutes{round}
	return models.Minutes{Steps: []models.StepMinutes{step}}
}

// anyBallots are some that the rule allows, at least one.
func anyBallots(t *rapid.T, rule voting.Rule) []voting.Ballot {
	var ballots []voting.Ballot
	for n := range rapid.IntRange(1, 7).Draw(t, "people") {
		var ballot voting.Ballot
		for _, entry := range rapid.Permutation(entries).Draw(t, fmt.Sprint("order ", n)) {
			more := append(slices.Clone(ballot), anyVote(t, rule, entry))
			if rule.Check(more, apart) == nil {
				ballot = more
			}
		}
		ballots = append(ballots, ballot)
	}
	return ballots
}

func anyVote(t *rapid.T, rule voting.Rule, entry models.EntryID) voting.Vote {
	if rule.Name != voting.Judging {
		return voting.Vote{Entry: entry, Value: rapid.IntRange(-3, 4).Draw(t, "on "+string(entry))}
	}
	marks := rapid.SliceOfN(rapid.IntRange(0, rule.Steps), len(rule.Criteria), len(rule.Criteria))
	return voting.Vote{Entry: entry, Values: marks.Draw(t, "marks of "+string(entry))}
}

func anyRule(t *rapid.T) voting.Rule {
	n := func(name string, least, most int) int { return rapid.IntRange(least, most).Draw(t, name) }
	yes := func(name string) bool { return rapid.Bool().Draw(t, name) }
	switch n("rule", 0, 9) {
	case 0:
		return voting.Rule{Name: voting.Dots, Dots: n("dots", 1, 6), PerEntry: n("per entry", 0, 3), PerTopic: n("per topic", 0, 3), UseAll: yes("use all")}
	case 1:
		return voting.Rule{
			Name: voting.Choice, Present: n("present", 1, 9), Of: rapid.SampledFrom([]voting.Base{"", voting.Cast, voting.Present}).Draw(t, "of"),
			Majority: rapid.SampledFrom([]voting.Majority{"", voting.Simple, voting.Absolute, voting.TwoThirds, voting.Consensus}).Draw(t, "majority"),
		}
	case 2:
		return voting.Rule{Name: voting.Approval, Most: n("most", 0, 3)}
	case 3:
		return voting.Rule{Name: voting.Weights, Weights: []int{3, 2, 1}}
	case 4:
		return voting.Rule{Name: voting.Weights, Most: n("most", 1, 5)}
	case 5:
		dots := n("dots", 1, 5)
		return voting.Rule{Name: voting.PlusMinus, Dots: dots, Minus: new(n("minus", 1, 3)), PerEntry: n("per entry", 0, 2), After: n("after", 0, dots)}
	case 6:
		rule := voting.Rule{Name: voting.Places, Places: n("places", 1, 4), Exactly: yes("exactly")}
		for place := range n("scores", 0, rule.Places) {
			rule.Scores = append(rule.Scores, n(fmt.Sprint("score ", place), 0, 9))
		}
		return rule
	case 7:
		return voting.Rule{Name: voting.Scale, Steps: n("steps", 2, 4)}
	case 8:
		rule := voting.Rule{Name: voting.Judging, Steps: n("steps", 2, 10)}
		for criterion := range n("criteria", 1, 4) {
			rule.Criteria = append(rule.Criteria, voting.Criterion{Name: fmt.Sprint(criterion), Weight: n("weight", 1, 5)})
		}
		return rule
	}
	rule := voting.Rule{Name: voting.Budget, Budget: n("budget", 1, 20), Costs: map[models.EntryID]int{}}
	for i := range entries {
		rule.Costs[models.EntryID(strconv.Itoa(i))] = n(fmt.Sprint("cost ", i), 0, 9)
	}
	return rule
}

// TestWhatTheRuleForbidsIsFoundByTheOtherCountToo: ballots at random, most of which
// no rule allows, are refused here where models/voting refuses them.
func TestWhatTheRuleForbidsIsFoundByTheOtherCountToo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rule := anyRule(t)
		var ballot voting.Ballot
		for _, entry := range entries {
			if rapid.Bool().Draw(t, "named") {
				ballot = append(ballot, anythingOn(t, rule, entry))
			}
		}
		m := recordOf(rule, nil)
		round := &m.Steps[0].Rounds[0]
		round.Ballots = [][]models.CastVote{{}}
		for _, vote := range ballot {
			round.Ballots[0] = append(round.Ballots[0], models.CastVote{Entry: slices.Index(entries, vote.Entry), Value: vote.Value, Values: vote.Values})
		}
		allowed, found := rule.Check(ballot, apart), recount.Of(m).Broken
		if (allowed == nil) != (len(found) == 0) {
			t.Fatalf("by %+v the ballot %v is %v, found is %+v", rule, ballot, allowed, found)
		}
	})
}

// anythingOn says of an entry what the rule may allow or not: for a jury too few marks
// or too many, none, or some beyond the scale.
func anythingOn(t *rapid.T, rule voting.Rule, entry models.EntryID) voting.Vote {
	vote := voting.Vote{Entry: entry}
	if rule.Name == voting.Judging == (rapid.IntRange(0, 9).Draw(t, "one or several") > 0) {
		few := max(0, len(rule.Criteria)-1)
		vote.Values = rapid.SliceOfN(rapid.IntRange(-1, rule.Steps+1), few, few+2).Draw(t, "marks")
	}
	if len(vote.Values) == 0 || rapid.IntRange(0, 9).Draw(t, "both") == 0 {
		vote.Value = rapid.IntRange(-2, 4).Draw(t, "value")
	}
	return vote
}

// TestWhatABallotMayNotSayIsFound: what is said by a rule, and what is wrong with it.
func TestWhatABallotMayNotSayIsFound(t *testing.T) {
	topical := voting.Rule{Name: voting.Dots, Dots: 3, PerTopic: 2}
	jury := voting.Rule{Name: voting.Judging, Steps: 5, Criteria: []voting.Criterion{{Name: "přínos", Weight: 2}, {Name: "cena", Weight: 1}}}
	for _, c := range []struct {
		rule voting.Rule
		said []models.CastVote
		why  string
	}{
		{topical, []models.CastVote{{Entry: 0, Value: 2}, {Entry: 1, Value: 1}}, "[]"},
		{topical, []models.CastVote{{Entry: 0, Value: 3}}, "[value]"},
		{jury, []models.CastVote{{Entry: 0, Values: []int{1, 5}}, {Entry: 3, Values: []int{0, 3}}}, "[]"},
		{jury, []models.CastVote{{Entry: 0, Values: []int{1, 6}}}, "[value]"},
		{jury, []models.CastVote{{Entry: 0, Values: []int{-1, 5}}}, "[value]"},
		{jury, []models.CastVote{{Entry: 0, Values: []int{0, 0}}}, "[value]"},
		{jury, []models.CastVote{{Entry: 0, Values: []int{4}}}, "[value]"},
		{jury, []models.CastVote{{Entry: 0, Values: []int{4, 4, 4}}}, "[value]"},
		{jury, []models.CastVote{{Entry: 0, Value: 4}}, "[value]"},
		{jury, []models.CastVote{{Entry: 0, Value: 1, Values: []int{4, 4}}}, "[value]"},
		{jury, []models.CastVote{{Entry: 0, Values: []int{1, 5}}, {Entry: 0, Values: []int{1, 5}}}, "[twice]"},
	} {
		m := recordOf(c.rule, nil)
		m.Steps[0].Rounds[0].Ballots = [][]models.CastVote{c.said}
		found, why := recount.Of(m).Broken, []recount.Why{}
		for _, b := range found {
			why = append(why, b.Why)
		}
		if fmt.Sprint(why) != c.why {
			t.Errorf("of %v it says %v, not %s", c.said, why, c.why)
		}
	}
}
