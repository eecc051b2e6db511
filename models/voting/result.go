package voting

import (
	"math"
	"slices"
)

// Result is what a round says of one entry.
type Result struct {
	Entry  EntryID `json:"entry"`
	Points int     `json:"points"`
	Details
}

// Details are what a result says besides points, each where its rule gives it.
type Details struct {
	Said    *int     `json:"said,omitempty" doc:"how many ballots said something of it"`
	For     *int     `json:"for,omitempty" doc:"choice"`
	Against *int     `json:"against,omitempty" doc:"choice"`
	Abstain *int     `json:"abstain,omitempty" doc:"choice"`
	Passed  *bool    `json:"passed,omitempty" doc:"choice: whether it has the majority"`
	Mean    *float64 `json:"mean,omitempty" doc:"scale; judging: by the weights of the criteria; absent where nobody said anything"`
	Median  *float64 `json:"median,omitempty" doc:"scale"`
	Spread  *float64 `json:"spread,omitempty" doc:"scale: the standard deviation"`
	Counts  []int    `json:"counts,omitempty" doc:"scale, ranking: how many gave each value, from the first"`
	Sums    []int    `json:"sums,omitempty" doc:"judging: the sum of the marks for each criterion; divided by said it is their mean"`
	Fits    *bool    `json:"fits,omitempty" doc:"budget: whether it still fits into the budget, in the order of votes"`
}

// Together is what is known of entries that were made one after they were voted
// on: the counts of both. Whether it has passed, or fits, nobody voted on; what
// judges gave them is worth says Rule.Worth.
func (d Details) Together(other Details) Details {
	both := Details{
		Said: sum(d.Said, other.Said), For: sum(d.For, other.For), Against: sum(d.Against, other.Against), Abstain: sum(d.Abstain, other.Abstain),
		Counts: sums(d.Counts, other.Counts), Sums: sums(d.Sums, other.Sums),
	}
	if d.Mean != nil || other.Mean != nil {
		both.spread(both.Counts)
	}
	return both
}

func sum(a, b *int) *int {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return new(*a + *b)
}

// sums are the numbers of both, one by one.
func sums(a, b []int) []int {
	both := slices.Clone(a)
	for i, n := range b {
		if i >= len(both) {
			both = append(both, 0)
		}
		both[i] += n
	}
	return both
}

// spread says mean, median and spread of values from 1 of which so many were given.
func (d *Details) spread(counts []int) {
	var values []float64
	total := 0.0
	for i, n := range counts {
		for range n {
			values = append(values, float64(i+1))
			total += float64(i + 1)
		}
	}
	if len(values) == 0 {
		return
	}
	mean, half, squares := total/float64(len(values)), len(values)/2, 0.0
	for _, value := range values {
		squares += (value - mean) * (value - mean)
	}
	median := values[half]
	if len(values)%2 == 0 {
		median = (values[half-1] + values[half]) / 2
	}
	d.Mean, d.Median, d.Spread = rounded(mean), rounded(median), rounded(math.Sqrt(squares/float64(len(values))))
}

// rounded has two decimals.
func rounded(x float64) *float64 { return new(math.Round(x*100) / 100) }

// points adds up the values each entry was given, and says how many ballots gave one.
func points(entries []EntryID, ballots []Ballot) []Result {
	results, at := blank(entries)
	for _, b := range ballots {
		for _, vote := range b {
			if i, counted := at[vote.Entry]; counted {
				results[i].Points += vote.Value
				*results[i].Said++
			}
		}
	}
	return results
}

// counted is how many ballots gave each entry each value from 1 to most.
func counted(entries []EntryID, ballots []Ballot, most int) []Result {
	results, at := blank(entries)
	for i := range results {
		results[i].Counts = make([]int, most)
	}
	for _, b := range ballots {
		for _, vote := range b {
			if i, counted := at[vote.Entry]; counted {
				results[i].Counts[vote.Value-1]++
				*results[i].Said++
			}
		}
	}
	return results
}

// blank are results that say nothing yet, and where each entry's is.
func blank(entries []EntryID) (results []Result, at map[EntryID]int) {
	results, at = make([]Result, len(entries)), make(map[EntryID]int, len(entries))
	for i, entry := range entries {
		results[i] = Result{Entry: entry, Details: Details{Said: new(int)}}
		at[entry] = i
	}
	return results, at
}
