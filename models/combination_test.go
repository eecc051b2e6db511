package models_test

import (
	"reflect"
	"testing"

	"dilna/models"
	"dilna/models/voting"
)

// TestRoundsAreCombinedByWhatTheyGive: shares in thousandths and ranks, by rule.
func TestRoundsAreCombinedByWhatTheyGive(t *testing.T) {
	points := func(rule *voting.Rule, of ...int) models.Combined {
		r := models.Combined{Round: models.Round{Rule: rule}, Weight: 1}
		for i, n := range of {
			r.Totals = append(r.Totals, models.Total{EntryID: models.EntryID("abc"[i : i+1]), Points: &n})
		}
		return r
	}
	detailed := func(rule voting.Rule, of ...voting.Details) models.Combined {
		r := models.Combined{Round: models.Round{Rule: &rule}, Weight: 1}
		for i, d := range of {
			r.Totals = append(r.Totals, models.Total{EntryID: models.EntryID("abc"[i : i+1]), Details: d})
		}
		return r
	}
	uncounted := points(nil, 1, 1, 0)
	uncounted.Totals[2].Points = nil
	heavy := points(nil, 0, 1)
	heavy.Weight = 3
	for _, c := range []struct {
		name   string
		rounds []models.Combined
		shares []int
		ranks  []int
	}{
		{"points are parts of all that were given", []models.Combined{points(nil, 3, 1), points(nil, 5, 5)}, []int{625, 375}, []int{1, 2}},
		{"five dots count no more than one", []models.Combined{points(nil, 1, 0), points(nil, 0, 100)}, []int{500, 500}, []int{1, 1}},
		{"a round of three times the weight", []models.Combined{points(nil, 1, 0), heavy}, []int{250, 750}, []int{2, 1}},
		{"what was taken away is below nothing", []models.Combined{points(nil, 3, -1), points(nil, 1, -1)}, []int{625, -375}, []int{1, 2}},
		{"a round without a single point gives nothing", []models.Combined{points(nil, 0, 0), points(nil, 1, 3)}, []int{125, 375}, []int{2, 1}},
		{"means lie along the scale", []models.Combined{
			detailed(voting.Rule{Name: voting.Scale, Steps: 5}, voting.Details{Mean: new(5.0)}, voting.Details{Mean: new(2.0)}),
			detailed(voting.Rule{Name: voting.Scale, Steps: 3}, voting.Details{Mean: new(2.0)}, voting.Details{Mean: new(3.0)}),
		}, []int{750, 625}, []int{1, 2}},
		{"for, of those who said something", []models.Combined{
			detailed(voting.Rule{Name: voting.Choice}, voting.Details{For: new(3), Against: new(1)}, voting.Details{For: new(0), Against: new(2)}),
			detailed(voting.Rule{Name: voting.Choice}, voting.Details{For: new(1), Against: new(0), Abstain: new(1)}, voting.Details{For: new(1)}),
		}, []int{625, 500}, []int{1, 2}},
		{"what one round did not count has no rank", []models.Combined{points(nil, 1, 2, 3), uncounted}, []int{333, 417, -1}, []int{2, 1, 0}},
	} {
		var shares, ranks []int
		for _, place := range models.Combine(c.rounds) {
			share := -1
			if place.Share != nil {
				share = int(*place.Share * 1000)
				if rest := *place.Share*1000 - float64(share); rest >= 0.5 {
					share++
				}
			}
			shares, ranks = append(shares, share), append(ranks, place.Rank)
		}
		if !reflect.DeepEqual(shares, c.shares) || !reflect.DeepEqual(ranks, c.ranks) {
			t.Errorf("%s: %v by rank %v", c.name, shares, ranks)
		}
	}
}
