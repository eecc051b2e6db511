package exports

import (
	"cmp"
	"slices"

	"dilna/models"
	"dilna/models/voting"
)

// heldRound is a round that was held; one that is only prepared is none. One that
// nobody voted in stands apart: nothing prints a column of its zeros.
type heldRound struct {
	models.RoundMinutes
	index   int  // in the step's rounds and in the votes of its ideas
	counted bool // its totals are known
	results map[*models.IdeaMinutes]models.ResultMinutes
	inTopic map[*models.IdeaMinutes]evenRank // ranks within topics, where they are told
	voting  []string                         // the parts that voted, where not everybody did
	lots    map[*models.IdeaMinutes]int      // places by lot
}

// resultsOf are what a round says of ideas besides their totals.
func resultsOf(s models.StepMinutes, round models.RoundMinutes) map[*models.IdeaMinutes]models.ResultMinutes {
	ideas, results := s.ReadingOrder(), map[*models.IdeaMinutes]models.ResultMinutes{}
	for _, result := range round.Results {
		if result.Entry >= 0 && result.Entry < len(ideas) {
			results[ideas[result.Entry]] = result
		}
	}
	return results
}

func heldRounds(s models.StepMinutes) []heldRound {
	held, _ := roundsOf(s)
	return held
}

// roundsOf are the rounds of a step that have a result, and those in which nobody voted.
func roundsOf(s models.StepMinutes) (held, empty []heldRound) {
	for i, round := range s.Rounds {
		r := heldRound{RoundMinutes: round, index: i, results: resultsOf(s, round), lots: lotsOf(s, round)}
		r.inTopic = r.ranksInTopics(s)
		r.counted = slices.ContainsFunc(s.ReadingOrder(), r.counts)
		if r.counted || s.WasVoted(i) && (round.Voters == nil || *round.Voters > 0) {
			held = append(held, r)
		} else if round.Voters != nil { // none, else it was held
			empty = append(empty, r)
		}
	}
	return held, empty
}

// countedOf are those of the rounds whose totals are known.
func countedOf(held []heldRound) []heldRound {
	var counted []heldRound
	for _, r := range held {
		if r.counted {
			counted = append(counted, r)
		}
	}
	return counted
}

// cancels says whether votes of the round may say something besides the total, or
// have taken it away, so that 0 does not tell that nobody said anything of an idea.
func (r heldRound) cancels(s models.StepMinutes) bool {
	takes := func(points int) bool { return points < 0 }
	rule := r.Followed()
	return rule != nil && (rule.Minus != nil && *rule.Minus > 0 || rule.Name == voting.Choice || rule.Name == voting.Scale) || slices.ContainsFunc(r.Weights, takes) ||
		anyIdea(s, func(idea models.IdeaMinutes) bool { return r.total(idea) != nil && takes(*r.total(idea)) })
}

// unlabelled is the round without its name, where a heading says that.
func (r heldRound) unlabelled() heldRound {
	r.Label = ""
	return r
}

// counts says whether the idea has a result in the round. Zeros of a round in
// which nobody voted on a phone are none.
func (r heldRound) counts(idea *models.IdeaMinutes) bool {
	total := r.total(*idea)
	nobody := r.CastBy != models.CastTyped && r.Voters != nil && *r.Voters == 0
	return r.knows(idea) && (!nobody || total != nil && *total != 0)
}

// knows says whether the round tells what the idea has: its points, or of a scale
// counted on paper its mean alone.
func (r heldRound) knows(idea *models.IdeaMinutes) bool {
	return r.total(*idea) != nil || r.score(idea) != nil
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
