package models

import (
	"slices"
	"strconv"
)

// BestBy is by what the best of a step are told.
type BestBy string

const (
	BestByVotes  BestBy = "votes"  // first in its newest result: of a round, or of the combination it is in
	BestByChosen BestBy = "chosen" // picked to be carried on
)

// NewBest brings the best of some steps into another, as when each table sends
// its own to the plenary.
type NewBest struct {
	Steps []StepID `json:"steps" doc:"1 to 500"`
	By    BestBy   `json:"by" enum:"votes,chosen"`
	Most  int      `json:"most,omitempty" doc:"by votes: how many of each step, 1 to 100; those that share the last place come too"`
}

// Check checks the command.
func (n NewBest) Check() error {
	var c checker
	c.within("steps", len(n.Steps), 1, MaxTogether)
	for i, step := range n.Steps {
		c.id("steps."+strconv.Itoa(i), string(step))
	}
	oneOf(&c, "by", n.By, BestByVotes, BestByChosen)
	if n.By == BestByVotes {
		c.within("most", n.Most, 1, 100)
	}
	return c.result()
}

// Of are the best of a step's ideas, the best first; those that are hidden, and
// by votes those that nobody wanted, are none. places are those of the newest
// result: the round's rule ranks them.
func (n NewBest) Of(ideas []Entry, places map[EntryID]Place) []Entry {
	best := slices.DeleteFunc(slices.Clone(ideas), func(i Entry) bool {
		return i.Removed || i.Hidden || (n.By == BestByChosen && !i.Chosen) || (n.By == BestByVotes && !places[i.ID].isWanted())
	})
	slices.SortStableFunc(best, func(a, b Entry) int { return places[a.ID].compare(places[b.ID]) })
	if n.By == BestByChosen || len(best) <= n.Most {
		return best
	}
	last := places[best[n.Most-1].ID].Rank
	return slices.DeleteFunc(best, func(i Entry) bool { return places[i.ID].Rank > last })
}
