package voting

// dots: a person has so many in all, and so many for one entry. The points of an
// entry are the dots that lie on it.
type dots Rule

func (d dots) complete() bool { return d.Dots > 0 }

func (d dots) limits() []Limit {
	return []Limit{
		{Member: "dots", Value: d.Dots, Least: 1, Most: 100},
		{Member: "per_entry", Value: d.PerEntry, Least: 0, Most: 100},
	}
}

// most is how many dots of one person one entry takes.
func (d dots) most() int {
	if d.PerEntry == 0 || d.PerEntry > d.Dots {
		return d.Dots
	}
	return d.PerEntry
}

func (d dots) check(b Ballot) error {
	for i, vote := range b {
		switch {
		case vote.Value < 1:
			return &Refusal{Code: OutOfRange, Values: []int{1, d.most()}, At: i}
		case vote.Value > d.most():
			return &Refusal{Code: PerEntry, Values: []int{d.most()}, At: i}
		}
	}
	if used := b.Sum(); used > d.Dots {
		return &Refusal{Code: OverBudget, Values: []int{used, d.Dots}}
	}
	return nil
}

func (d dots) measure(b Ballot) Measure {
	m := Measure{Used: b.Sum(), Budget: d.Dots, Most: d.most()}
	for _, vote := range b {
		m.Highest = max(m.Highest, vote.Value)
	}
	return m
}

func (d dots) tally(entries []EntryID, ballots []Ballot) []Result {
	return points(entries, ballots)
}

// points adds up the values each entry was given.
func points(entries []EntryID, ballots []Ballot) []Result {
	sums := map[EntryID]int{}
	for _, b := range ballots {
		for _, vote := range b {
			sums[vote.Entry] += vote.Value
		}
	}
	results := make([]Result, len(entries))
	for i, entry := range entries {
		results[i] = Result{Entry: entry, Points: sums[entry]}
	}
	return results
}
