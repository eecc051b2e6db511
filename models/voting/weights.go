package voting

import (
	"fmt"
	"slices"
)

// weights: points of given sizes, each given once (3, 2, 1), or for each entry
// freely from nothing to a most. The points of an entry are the sum of what it
// was given.
type weights Rule

func (w weights) limits() []Limit {
	if len(w.Weights) == 0 {
		return []Limit{{Member: "most", Value: w.Most, Least: 1, Most: 100}}
	}
	limits := []Limit{{Member: "weights", Value: len(w.Weights), Least: 1, Most: 50}}
	for i, size := range w.Weights {
		limits = append(limits, Limit{Member: fmt.Sprintf("weights.%d", i), Value: size, Least: 1, Most: 100})
	}
	return limits
}

func (w weights) check(b Ballot, _ Topics) error {
	if len(w.Weights) == 0 {
		return each(b, 0, w.Most)
	}
	left := slices.Clone(w.Weights)
	for i, vote := range b {
		at := slices.Index(left, vote.Value)
		switch {
		case at >= 0:
			left = slices.Delete(left, at, at+1)
		case slices.Contains(w.Weights, vote.Value):
			return &Refusal{Code: Twice, Values: []int{vote.Value}, At: i}
		default:
			return &Refusal{Code: OutOfRange, Values: []int{slices.Min(w.Weights), slices.Max(w.Weights)}, At: i}
		}
	}
	return nil
}

func (w weights) measure(b Ballot) Measure {
	if len(w.Weights) == 0 {
		return Measure{Used: len(b), Budget: NoEnd, Most: w.Most, Highest: b.highest()}
	}
	return Measure{Used: len(b), Budget: len(w.Weights), Most: slices.Max(w.Weights), Highest: b.highest()}
}

func (w weights) tally(entries []EntryID, ballots []Ballot) []Result { return points(entries, ballots) }
