package voting

// scale: a person gives each entry a mark from 1, or none. Entries are ranked by
// the mean of their marks; their points are the sum.
type scale Rule

func (s scale) limits() []Limit {
	labels := s.Steps // of each mark
	if n := len(s.Labels); n == 0 || n == 2 {
		labels = n
	}
	return []Limit{
		{Member: "steps", Value: s.Steps, Least: 2, Most: 10},
		{Member: "labels", Value: len(s.Labels), Least: labels, Most: labels},
	}
}

func (s scale) check(b Ballot, _ Topics) error { return each(b, 1, s.Steps) }

func (s scale) measure(b Ballot) Measure {
	return Measure{Used: len(b), Budget: NoEnd, Most: s.Steps, Highest: b.highest()}
}

func (s scale) tally(entries []EntryID, ballots []Ballot) []Result {
	results := counted(entries, ballots, s.Steps)
	for i := range results {
		r := &results[i]
		for mark, n := range r.Counts {
			r.Points += n * (mark + 1)
		}
		r.spread(r.Counts)
	}
	return results
}
