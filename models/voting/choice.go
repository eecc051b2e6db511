package voting

// Majority says when a choice has passed.
type Majority string

const (
	Simple    Majority = "simple"     // more for it than against it
	Absolute  Majority = "absolute"   // more than half of the base
	TwoThirds Majority = "two-thirds" // at least two thirds of the base
	Consensus Majority = "consensus"  // somebody for it, nobody against it
)

// Base is what absolute and two-thirds majorities are counted from.
type Base string

const (
	Cast    Base = "cast"    // all who said something of it, those who abstain too
	Present Base = "present" // all who are present, by the number the rule says
)

// choice: of each entry a person says for, against, or that she abstains, or
// nothing. The points of an entry are those who are for it.
type choice Rule

func (c choice) limits() []Limit {
	least := 0
	if c.Of == Present {
		least = 1
	}
	return []Limit{{Member: "present", Value: c.Present, Least: least, Most: 100_000}}
}

func (c choice) check(b Ballot, _ Topics) error { return each(b, -1, 1) }

func (c choice) measure(b Ballot) Measure {
	return Measure{Used: len(b), Budget: NoEnd, Most: 1, Highest: b.highest()}
}

func (c choice) tally(entries []EntryID, ballots []Ballot) []Result {
	results, at := blank(entries)
	for i := range results {
		results[i].For, results[i].Against, results[i].Abstain = new(int), new(int), new(int)
	}
	for _, b := range ballots {
		for _, vote := range b {
			i, counted := at[vote.Entry]
			if !counted {
				continue
			}
			r := &results[i]
			*r.Said++
			switch vote.Value {
			case 1:
				*r.For++
				r.Points++
			case -1:
				*r.Against++
			default:
				*r.Abstain++
			}
		}
	}
	for i := range results {
		results[i].Passed = new(c.passes(results[i].Details))
	}
	return results
}

// passes says whether so many are the majority. More who voted than are said to
// be present are present, too.
func (c choice) passes(d Details) bool {
	in, against := value(d.For), value(d.Against)
	base := in + against + value(d.Abstain)
	if c.Of == Present {
		base = max(base, c.Present)
	}
	switch c.Majority {
	case Absolute:
		return 2*in > base
	case TwoThirds:
		return in > 0 && 3*in >= 2*base
	case Consensus:
		return in > 0 && against == 0
	}
	return in > against
}

func value(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}

// Settled are details that a person typed, with what follows from them by the rule;
// a mean has two decimals, as one that is counted.
func (r Rule) Settled(d Details) Details {
	if r.Name == Choice && d.For != nil {
		d.Passed = new(choice(r).passes(d))
	}
	if r.ByMean() && d.Mean != nil {
		d.Mean = rounded(*d.Mean)
	}
	return d
}
