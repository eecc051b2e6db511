package recount_test

import (
	"testing"

	"dilna/cmd/dilna/recount"
	"dilna/models"
)

// TestACombinationIsWorkedOutAgain: three entries, 3:1:0 and 1:2:5, half and half;
// then with one thing said otherwise.
func TestACombinationIsWorkedOutAgain(t *testing.T) {
	said := func() models.Minutes {
		line := func(entry, rank int, share, first, second float64) models.CombinedMinutes {
			return models.CombinedMinutes{Entry: entry, Rank: rank, Share: &share, Shares: []*float64{&first, &second}}
		}
		return models.Minutes{Steps: []models.StepMinutes{{
			Method: models.MethodCollect, Rounds: []models.RoundMinutes{{CastBy: models.CastTyped}, {CastBy: models.CastTyped}},
			Ideas: []models.IdeaMinutes{
				{Text: "a", Votes: []*int{new(3), new(1)}}, {Text: "b", Votes: []*int{new(1), new(2)}}, {Text: "c", Votes: []*int{new(0), new(5)}},
			},
			Combinations: []models.CombinationMinutes{{
				Rounds:  []models.WeighedIndex{{Round: 0, Weight: 50}, {Round: 1, Weight: 50}},
				Results: []models.CombinedMinutes{line(0, 1, 0.4375, 0.75, 0.125), line(1, 3, 0.25, 0.25, 0.25), line(2, 2, 0.3125, 0, 0.625)},
			}},
		}}}
	}
	for _, c := range []struct {
		name  string
		spoil func(c *models.CombinationMinutes)
		what  string
	}{
		{"nothing", func(*models.CombinationMinutes) {}, ""},
		{"a share", func(c *models.CombinationMinutes) { c.Results[1].Share = new(0.251) }, "share"},
		{"the share of a round", func(c *models.CombinationMinutes) { c.Results[1].Shares[0] = new(0.3) }, "shares[1]"},
		{"a rank", func(c *models.CombinationMinutes) { c.Results[1].Rank = 2 }, "rank"},
		{"a line is left out", func(c *models.CombinationMinutes) { c.Results = c.Results[:2]; c.Results[1].Rank = 2 }, "share"},
		{"a share that nobody counted", func(c *models.CombinationMinutes) {
			c.Results[2].Share, c.Results[2].Rank, c.Results[1].Rank = nil, 0, 2
		}, "share"},
		{"all lines are left out: whoever reads it works it out", func(c *models.CombinationMinutes) { c.Results = nil }, ""},
	} {
		m := said()
		c.spoil(&m.Steps[0].Combinations[0])
		report := recount.Of(m)
		found := ""
		for _, differ := range report.Differ {
			found += differ.What
		}
		if found != c.what || report.Combined != 1 {
			t.Errorf("%s: %+v", c.name, report)
		}
	}
}
