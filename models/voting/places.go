package voting

import "fmt"

// places: a person says which is first, second and so on, to so many places. An
// entry has the points of the places it was given.
type places Rule

func (p places) limits() []Limit {
	limits := []Limit{
		{Member: "places", Value: p.Places, Least: 1, Most: 50},
		{Member: "scores", Value: len(p.Scores), Least: 0, Most: p.Places},
	}
	for i, score := range p.Scores {
		limits = append(limits, Limit{Member: fmt.Sprintf("scores.%d", i), Value: score, Least: 0, Most: 1000})
	}
	return limits
}

func (p places) check(b Ballot, _ Topics) error {
	if err := each(b, 1, p.Places); err != nil {
		return err
	}
	given := make([]bool, p.Places+1)
	for i, vote := range b {
		if given[vote.Value] {
			return &Refusal{Code: Twice, Values: []int{vote.Value}, At: i}
		}
		given[vote.Value] = true
	}
	for place := 1; place <= len(b); place++ {
		if !given[place] {
			return &Refusal{Code: Gap, Values: []int{place}}
		}
	}
	return nil
}

func (p places) wants(b Ballot) bool { return !p.Exactly || len(b) == p.Places }

func (p places) measure(b Ballot) Measure {
	return Measure{Used: len(b), Budget: p.Places, Most: p.Places, Highest: b.highest()}
}

func (p places) tally(entries []EntryID, ballots []Ballot) []Result {
	results := counted(entries, ballots, p.Places)
	for i := range results {
		for place, n := range results[i].Counts {
			results[i].Points += n * p.score(place)
		}
	}
	return results
}

// score is what a place is worth, the first being 0: as its rule says, or by
// Borda's count.
func (p places) score(place int) int {
	switch {
	case len(p.Scores) == 0:
		return p.Places - place
	case place < len(p.Scores):
		return p.Scores[place]
	}
	return 0
}
