package models

import (
	"cmp"
	"slices"
	"strconv"
)

// BestBy is by what the best of a step are told.
type BestBy string

const (
	BestByVotes  BestBy = "votes"  // most points in its newest result
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
// by votes those without a point, are none. points are of the newest result.
func (n NewBest) Of(ideas []Entry, points map[EntryID]int) []Entry {
	best := slices.DeleteFunc(slices.Clone(ideas), func(i Entry) bool {
		return i.Removed || i.Hidden || (n.By == BestByChosen && !i.Chosen) || (n.By == BestByVotes && points[i.ID] <= 0)
	})
	slices.SortStableFunc(best, func(a, b Entry) int { return cmp.Compare(points[b.ID], points[a.ID]) })
	if n.By == BestByChosen || len(best) <= n.Most {
		return best
	}
	last := points[best[n.Most-1].ID]
	return slices.DeleteFunc(best, func(i Entry) bool { return points[i.ID] < last })
}
