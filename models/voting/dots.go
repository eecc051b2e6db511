package voting

// dots: a person has so many in all, so many for one entry and so many for one
// topic. The points of an entry are the dots that lie on it.
type dots Rule

func (d dots) limits() []Limit {
	return []Limit{
		{Member: "dots", Value: d.Dots, Least: 1, Most: 100},
		{Member: "per_entry", Value: d.PerEntry, Least: 0, Most: 100},
		{Member: "per_topic", Value: d.PerTopic, Least: 0, Most: 100},
	}
}

// most is how many dots of one person one entry takes.
func (d dots) most() int {
	most := d.Dots
	for _, limit := range []int{d.PerEntry, d.PerTopic} {
		if limit > 0 {
			most = min(most, limit)
		}
	}
	return most
}

func (d dots) check(b Ballot, topics Topics) error {
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
	if d.PerTopic == 0 {
		return nil
	}
	in := map[string]int{}
	for i, vote := range b {
		topic := topics[vote.Entry]
		if in[topic] += vote.Value; in[topic] > d.PerTopic {
			return &Refusal{Code: PerTopic, Values: []int{in[topic], d.PerTopic}, At: i}
		}
	}
	return nil
}

func (d dots) wants(b Ballot) bool { return !d.UseAll || b.Sum() == d.Dots }

func (d dots) measure(b Ballot) Measure {
	return Measure{Used: b.Sum(), Budget: d.Dots, Most: d.most(), Highest: b.highest()}
}

func (d dots) tally(entries []EntryID, ballots []Ballot) []Result { return points(entries, ballots) }
