package voting

// plusMinus: dots, and so many more that take a point away each. On one entry one
// person lays either; per entry as many of the ones as of the others. The points
// of an entry are the ones less the others, and may be below 0.
type plusMinus Rule

func (p plusMinus) minus() int { return value(p.Minus) }

func (p plusMinus) limits() []Limit {
	return []Limit{
		{Member: "dots", Value: p.Dots, Least: 1, Most: 100},
		{Member: "per_entry", Value: p.PerEntry, Least: 0, Most: 100},
		{Member: "minus", Value: p.minus(), Least: 1, Most: 100},
		{Member: "after", Value: p.After, Least: 0, Most: p.Dots},
	}
}

// most is how many of so many dots of one person one entry takes.
func (p plusMinus) most(of int) int {
	if p.PerEntry == 0 {
		return of
	}
	return min(of, p.PerEntry)
}

func (p plusMinus) check(b Ballot, _ Topics) error {
	least, most := -p.most(p.minus()), p.most(p.Dots)
	for i, vote := range b {
		switch {
		case vote.Value == 0 || vote.Value < least:
			return &Refusal{Code: OutOfRange, Values: []int{least, most}, At: i}
		case vote.Value > most:
			return &Refusal{Code: PerEntry, Values: []int{most}, At: i}
		}
	}
	plus, minus := b.given()
	switch {
	case plus > p.Dots:
		return &Refusal{Code: OverBudget, Values: []int{plus, p.Dots}}
	case minus > p.minus():
		return &Refusal{Code: OverMinus, Values: []int{minus, p.minus()}}
	case minus > 0 && plus < p.After:
		return &Refusal{Code: MinusEarly, Values: []int{plus, p.After}}
	}
	return nil
}

// given is how many dots of either kind lie on the ballot.
func (b Ballot) given() (plus, minus int) {
	for _, vote := range b {
		plus += max(vote.Value, 0)
		minus += max(-vote.Value, 0)
	}
	return plus, minus
}

func (p plusMinus) measure(b Ballot) Measure {
	plus, minus := b.given()
	return Measure{Used: plus + minus, Budget: p.Dots + p.minus(), Most: max(p.most(p.Dots), p.most(p.minus())), Highest: b.highest()}
}

func (p plusMinus) tally(entries []EntryID, ballots []Ballot) []Result {
	return points(entries, ballots)
}
