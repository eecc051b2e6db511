package voting

import (
	"fmt"
	"slices"
)

// judging: for each criterion a judge gives an entry a mark from 1, or 0 as long as
// she has not judged it. What she says of an entry is counted once it has a mark for
// every criterion, so that all means are of the same people. Entries are ranked by
// the mean of the marks, each as often as its criterion weighs; their points are the
// sum of those.
type judging Rule

func (j judging) limits() []Limit {
	limits := []Limit{
		{Member: "steps", Value: j.Steps, Least: 2, Most: 10},
		{Member: "criteria", Value: len(j.Criteria), Least: 1, Most: MostCriteria},
	}
	for i, criterion := range j.Criteria {
		limits = append(limits, Limit{Member: fmt.Sprintf("criteria.%d.weight", i), Value: criterion.Weight, Least: 1, Most: 100})
	}
	return limits
}

func (j judging) check(b Ballot, _ Topics) error {
	if err := each(b, 0, 0); err != nil {
		return err
	}
	for i, vote := range b {
		switch least, most := slices.Min(vote.Values), slices.Max(vote.Values); {
		case most == 0: // says nothing
			return &Refusal{Code: OutOfRange, Values: []int{1, j.Steps}, At: i, Member: "values"}
		case least < 0, most > j.Steps:
			return &Refusal{Code: OutOfRange, Values: []int{0, j.Steps}, At: i, Member: "values"}
		}
	}
	return nil
}

func (j judging) measure(b Ballot) Measure {
	return Measure{Used: len(b), Budget: NoEnd, Most: j.Steps, Highest: b.highest()}
}

func (j judging) tally(entries []EntryID, ballots []Ballot) []Result {
	results, at := blank(entries)
	for i := range results {
		results[i].Sums = make([]int, len(j.Criteria))
	}
	for _, b := range ballots {
		for _, vote := range b {
			if i, counted := at[vote.Entry]; counted && !slices.Contains(vote.Values, 0) {
				*results[i].Said++
				results[i].Sums = sums(results[i].Sums, vote.Values)
			}
		}
	}
	for i := range results {
		r := &results[i]
		r.Points = j.weighed(r.Sums)
		r.Details = Rule(j).Worth(r.Details)
	}
	return results
}

// weighed is the sum of marks, each as often as its criterion weighs.
func (j judging) weighed(sums []int) int {
	points := 0
	for i, criterion := range j.Criteria[:min(len(j.Criteria), len(sums))] {
		points += criterion.Weight * sums[i]
	}
	return points
}

// Worth is what is known of an entry with the mean that the sums of its marks give
// by the weights of the rule, where it has such sums.
func (r Rule) Worth(d Details) Details {
	weights := 0
	for _, criterion := range r.Criteria {
		weights += criterion.Weight
	}
	if judges := value(d.Said); r.Name == Judging && judges*weights > 0 && len(d.Sums) > 0 {
		d.Mean = rounded(float64(judging(r).weighed(d.Sums)) / float64(judges*weights))
	}
	return d
}
