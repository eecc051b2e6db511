package voting

import (
	"cmp"
	"slices"
)

// budget: entries cost something, and a person names those she wants, as far as
// the money goes. The points of an entry are the people who named it; result by
// result, the most wanted first, each fits that the rest of the money pays for.
type budget Rule

func (m budget) limits() []Limit {
	limits := []Limit{
		{Member: "budget", Value: m.Budget, Least: 1, Most: 1_000_000_000},
		{Member: "costs", Value: len(m.Costs), Least: 1, Most: 1000},
	}
	for entry, cost := range m.Costs {
		limits = append(limits, Limit{Member: "costs." + string(entry), Value: cost, Least: 0, Most: 1_000_000_000})
	}
	return limits
}

func (m budget) check(b Ballot, _ Topics) error {
	if err := each(b, 1, 1); err != nil {
		return err
	}
	if cost := m.cost(b); cost > m.Budget {
		return &Refusal{Code: OverCost, Values: []int{cost, m.Budget}}
	}
	return nil
}

// cost is what all that the ballot names costs.
func (m budget) cost(b Ballot) int {
	cost := 0
	for _, vote := range b {
		cost += m.Costs[vote.Entry]
	}
	return cost
}

// measure holds the ballot to the money by its height: one that names only what
// costs nothing says something, too.
func (m budget) measure(b Ballot) Measure {
	return Measure{Used: len(b), Budget: NoEnd, Most: m.Budget, Highest: m.cost(b)}
}

func (m budget) tally(entries []EntryID, ballots []Ballot) []Result {
	results := points(entries, ballots)
	order := make([]*Result, len(results))
	for i := range results {
		results[i].Fits = new(bool)
		order[i] = &results[i]
	}
	slices.SortStableFunc(order, func(a, b *Result) int {
		return cmp.Or(cmp.Compare(b.Points, a.Points), cmp.Compare(m.Costs[a.Entry], m.Costs[b.Entry]))
	})
	left := m.Budget
	for len(order) > 0 && order[0].Points > 0 {
		alike := m.alike(order)
		if cost := len(alike) * m.Costs[alike[0].Entry]; cost <= left {
			left -= cost
			for _, r := range alike {
				*r.Fits = true
			}
		}
		order = order[len(alike):]
	}
	return results
}

// alike are the first of them that neither votes nor cost tell apart: they fit
// together or not at all, for no chance decides between them.
func (m budget) alike(order []*Result) []*Result {
	first := order[0]
	for n, r := range order {
		if r.Points != first.Points || m.Costs[r.Entry] != m.Costs[first.Entry] {
			return order[:n]
		}
	}
	return order
}
