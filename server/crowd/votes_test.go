package crowd

import (
	"testing"

	"dilna/models"
	"dilna/models/voting"
)

// TestWhatPretendPeopleSayIsAWholeBallotByEveryRule: pressing on one entry after
// another they come to a ballot that is allowed, and that is counted.
func TestWhatPretendPeopleSayIsAWholeBallotByEveryRule(t *testing.T) {
	two := 2
	entries := []models.EntryID{"a", "b", "c", "d"}
	for _, rule := range []voting.Rule{
		{Name: voting.Dots, Dots: 5, PerEntry: 2, UseAll: true},
		{Name: voting.Choice, Majority: voting.Simple, Of: voting.Cast},
		{Name: voting.Approval, Most: 3},
		{Name: voting.Weights, Weights: []int{3, 2, 1}},
		{Name: voting.Weights, Most: 5},
		{Name: voting.PlusMinus, Dots: 3, Minus: &two, PerEntry: 2},
		{Name: voting.Places, Places: 3, Exactly: true},
		{Name: voting.Scale, Steps: 5},
		{Name: voting.Budget, Budget: 100, Costs: map[voting.EntryID]int{"a": 40, "b": 70}},
		{Name: voting.Judging, Criteria: []voting.Criterion{{Name: "Přínos", Weight: 2}, {Name: "Cena", Weight: 1}}, Steps: 5},
	} {
		c := newCompany("w")
		for person := range 20 {
			var ballot voting.Ballot
			for turn := range 200 {
				more, says := c.saying(rule, ballot, entries[turn%len(entries)])
				if says && rule.Check(more, nil) == nil {
					ballot = more
				}
			}
			if len(ballot) == 0 || rule.Check(ballot, nil) != nil || !rule.Counts(ballot) {
				t.Errorf("%s: person %d says %v", rule.Name, person, ballot)
			}
		}
	}
}
