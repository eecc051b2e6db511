package models_test

import (
	"testing"

	"dilna/models"
	"dilna/models/voting"
)

// standing is where each idea stands by the rule of a round.
func standing(r models.Round, totals map[models.EntryID]models.Total) map[models.EntryID]models.Place {
	var all []models.Total
	for id, total := range totals {
		total.EntryID = id
		all = append(all, total)
	}
	places := map[models.EntryID]models.Place{}
	for _, place := range r.Standing(all) {
		places[place.Idea] = place
	}
	return places
}

func TestTheBestOfATableComeWithThoseThatShareTheLastPlace(t *testing.T) {
	ideas := []models.Entry{
		{ID: "a"}, {ID: "b", Chosen: true}, {ID: "c"}, {ID: "d", Hidden: true}, {ID: "e", Chosen: true}, {ID: "f"},
	}
	places := standing(models.Round{}, map[models.EntryID]models.Total{
		"a": {Points: new(2)}, "b": {Points: new(5)}, "c": {Points: new(2)}, "d": {Points: new(9)}, "e": {Points: new(0)}, "f": {Points: new(1)},
	})
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
		for _, idea := range row.in.Of(ideas, places) {
			got += string(idea.ID)
		}
		if got != row.want {
			t.Errorf("%s: %q instead of %q", name, got, row.want)
		}
	}
}

func TestTheBestByAScaleAreThoseOfTheHighestMeanNotOfTheMostMarks(t *testing.T) {
	round := models.Round{Rule: &voting.Rule{Name: voting.Scale, Steps: 5}}
	places := standing(round, map[models.EntryID]models.Total{
		"many":  {Points: new(20), Details: voting.Details{Mean: new(2.0)}},
		"liked": {Points: new(9), Details: voting.Details{Mean: new(4.5)}},
		"paper": {Details: voting.Details{Mean: new(3.25)}},
		"none":  {Points: new(0)},
	})
	got := models.NewBest{By: models.BestByVotes, Most: 2}.Of([]models.Entry{{ID: "many"}, {ID: "none"}, {ID: "paper"}, {ID: "liked"}}, places)
	if len(got) != 2 || got[0].ID != "liked" || got[1].ID != "paper" {
		t.Errorf("the best two are %v", got)
	}
}
