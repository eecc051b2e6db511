package models_test

import (
	"testing"

	"dilna/models"
)

func TestTheBestOfATableComeWithThoseThatShareTheLastPlace(t *testing.T) {
	ideas := []models.Entry{
		{ID: "a"}, {ID: "b", Chosen: true}, {ID: "c"}, {ID: "d", Hidden: true}, {ID: "e", Chosen: true}, {ID: "f"},
	}
	points := map[models.EntryID]int{"a": 2, "b": 5, "c": 2, "d": 9, "e": 0, "f": 1}
	for name, row := range map[string]struct {
		in   models.NewBest
		want string
	}{
		"the first":                  {models.NewBest{By: models.BestByVotes, Most: 1}, "b"},
		"two, and who ties with her": {models.NewBest{By: models.BestByVotes, Most: 2}, "bac"},
		"all that have a point":      {models.NewBest{By: models.BestByVotes, Most: 10}, "bacf"},
		"what was chosen":            {models.NewBest{By: models.BestByChosen}, "be"},
	} {
		got := ""
		for _, idea := range row.in.Of(ideas, points) {
			got += string(idea.ID)
		}
		if got != row.want {
			t.Errorf("%s: %q instead of %q", name, got, row.want)
		}
	}
}
