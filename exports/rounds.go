package exports

import (
	"cmp"
	"slices"

	"dilna/models"
)

// heldRound is a round somebody's votes are known of; a prepared round that
// nobody voted in is none.
type heldRound struct {
	models.RoundMinutes
	index int // in the step's rounds and in the votes of its ideas
}

func heldRounds(s models.StepMinutes) []heldRound {
	var held []heldRound
	for i, round := range s.Rounds {
		r := heldRound{round, i}
		if anyIdea(s, func(idea models.IdeaMinutes) bool { return r.total(idea) != nil }) {
			held = append(held, r)
		}
	}
	return held
}

// total is the idea's total in the round, nil where it was not counted.
func (r heldRound) total(idea models.IdeaMinutes) *int {
	if r.index >= len(idea.Votes) {
		return nil
	}
	return idea.Votes[r.index]
}

// compareTotals has "not counted" below everything.
func compareTotals(a, b *int) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return -1
	case b == nil:
		return 1
	}
	return cmp.Compare(*a, *b)
}

// anyIdea says whether an idea of the step, however deep, is as asked.
func anyIdea(s models.StepMinutes, is func(models.IdeaMinutes) bool) bool {
	return slices.ContainsFunc(s.ReadingOrder(), func(idea *models.IdeaMinutes) bool { return is(*idea) })
}

// turnout is what is known of how a round was voted.
type turnout struct {
	label   string // which round, where there are several
	voters  *int
	paper   int // how many of them on paper
	dots    int // 0: not known
	perIdea int // 0: as many as she has
	minus   int
	weights []int
	given   *int // dots, or points where they have weights
}

func turnoutOf(s models.StepMinutes, r heldRound) turnout {
	t := turnout{voters: r.Voters, paper: r.Paper, dots: r.Dots, perIdea: r.PerIdea, weights: r.Weights, given: givenIn(s, r)}
	if r.Minus != nil {
		t.minus = *r.Minus
	}
	if t.voters == nil && len(r.Ballots) > 0 {
		cast := len(r.Ballots)
		t.voters = &cast
	}
	return t
}

// givenIn is how many dots were given: counted on the ballots where they are
// known, else the sum of the totals, which tells it only where no dot could
// take another away.
func givenIn(s models.StepMinutes, r heldRound) *int {
	given := 0
	for _, ballot := range r.Ballots {
		for _, dots := range ballot {
			given += max(dots[1], -dots[1])
		}
	}
	if len(r.Ballots) > 0 {
		return &given
	}
	if r.Minus != nil && *r.Minus > 0 {
		return nil
	}
	for _, idea := range s.ReadingOrder() {
		if total := r.total(*idea); total != nil {
			if *total < 0 {
				return nil
			}
			given += *total
		}
	}
	return &given
}
