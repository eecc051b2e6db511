package voting

// approval: a person names those she agrees with, all or at most so many. The
// points of an entry are the people who named it.
type approval Rule

func (a approval) limits() []Limit {
	return []Limit{{Member: "most", Value: a.Most, Least: 0, Most: 100}}
}

func (a approval) most() int {
	if a.Most == 0 {
		return NoEnd
	}
	return a.Most
}

func (a approval) check(b Ballot, _ Topics) error {
	if err := each(b, 1, 1); err != nil {
		return err
	}
	if len(b) > a.most() {
		return &Refusal{Code: OverBudget, Values: []int{len(b), a.Most}}
	}
	return nil
}

func (a approval) measure(b Ballot) Measure {
	return Measure{Used: len(b), Budget: a.most(), Most: 1, Highest: b.highest()}
}

func (a approval) tally(entries []EntryID, ballots []Ballot) []Result {
	return points(entries, ballots)
}
