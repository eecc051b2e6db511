package recount

import (
	"slices"
	"strconv"

	"dilna/models"
)

// Broken is a ballot that its rule does not allow.
type Broken struct {
	Path   string `json:"path"`
	Ballot int    `json:"ballot"` // from 1
	Why    Why    `json:"why"`
}

// Why is what is wrong with a ballot.
type Why string

// What may be wrong with a ballot.
const (
	Twice   Why = "twice"    // it names an entry twice
	NoValue Why = "value"    // it says what the rule does not have
	TooMuch Why = "too-much" // it gives more than one person has
	Places  Why = "places"   // its places do not follow each other from the first
)

// allowed looks at each ballot by the rule. One that names an entry which was made
// of several after the vote cannot be told from outside: it may say all that it
// said of each. Nor can what it gives one topic in all, for entries may have been
// moved since; only that no entry alone has more than a topic may.
func (c *counter) allowed(step *models.StepMinutes) {
	merged := map[int]bool{}
	for i, idea := range step.ReadingOrder() {
		merged[i] = len(idea.Merged) > 0
	}
	for i, ballot := range c.round.Ballots {
		if slices.ContainsFunc(ballot, func(vote models.CastVote) bool { return merged[vote.Entry] }) {
			continue
		}
		if why := c.rule.forbids(ballot); why != "" {
			c.report.Broken = append(c.report.Broken, Broken{c.path, i + 1, why})
		}
	}
}

// forbids is why one person could not cast the ballot; empty: she could.
func (r rule) forbids(ballot []models.CastVote) Why {
	named := map[int]bool{}
	least, most, _ := r.span()
	plus, minus, cost := 0, 0, 0
	for _, vote := range ballot {
		switch {
		case named[vote.Entry]:
			return Twice
		case r.Name == "weights" && len(r.Weights) > 0 && !slices.Contains(r.Weights, vote.Value),
			vote.Value < least, vote.Value > most,
			(r.Name == "plus-minus" || r.Name == "dots") && vote.Value == 0,
			!r.knows(vote.Values):
			return NoValue
		}
		named[vote.Entry] = true
		plus, minus = plus+max(0, vote.Value), minus-min(0, vote.Value)
		cost += r.Costs[strconv.Itoa(vote.Entry)]
	}
	switch r.Name {
	case "dots":
		if plus > r.Dots {
			return TooMuch
		}
	case "plus-minus":
		if plus > r.Dots || minus > r.Minus || minus > 0 && plus < r.After {
			return TooMuch
		}
	case "approval":
		if r.Most > 0 && len(ballot) > r.Most {
			return TooMuch
		}
	case "budget":
		if cost > r.Budget {
			return TooMuch
		}
	case "weights":
		if len(r.Weights) > 0 && !isWithin(valuesOf(ballot), r.Weights) {
			return TooMuch
		}
	case "ranking":
		for place, value := range slices.Sorted(slices.Values(valuesOf(ballot))) {
			if value != place+1 {
				return Places
			}
		}
	}
	return ""
}

// knows says whether these are marks of a jury, one for each criterion and at least
// one of them given; none where there is no jury.
func (r rule) knows(marks []int) bool {
	if _, _, known := r.span(); !known || r.Name != judging {
		return !known || len(marks) == 0
	}
	beyond := func(mark int) bool { return mark < 0 || mark > r.Steps }
	return len(marks) == len(r.Criteria) && slices.Max(append([]int{0}, marks...)) > 0 && !slices.ContainsFunc(marks, beyond)
}

// span is from where to where one vote may go; known: by a rule we count.
func (r rule) span() (least, most int, known bool) {
	few := func(limit, of int) int {
		if limit > 0 && limit < of {
			return limit
		}
		return of
	}
	switch r.Name {
	case "dots":
		return 1, few(r.PerTopic, few(r.PerEntry, r.Dots)), true
	case "plus-minus":
		return -few(r.PerEntry, r.Minus), few(r.PerEntry, r.Dots), true
	case "choice":
		return -1, 1, true
	case "approval", "budget":
		return 1, 1, true
	case "weights":
		if len(r.Weights) > 0 {
			return slices.Min(r.Weights), slices.Max(r.Weights), true
		}
		return 0, r.Most, true
	case "ranking":
		return 1, r.Places, true
	case "scale":
		return 1, r.Steps, true
	case judging:
		return 0, 0, true
	}
	return -1 << 30, 1 << 30, false
}

func valuesOf(ballot []models.CastVote) []int {
	values := make([]int, len(ballot))
	for i, vote := range ballot {
		values[i] = vote.Value
	}
	return values
}

// isWithin says whether each value is among those there are, as often as it is given.
func isWithin(values, there []int) bool {
	left := slices.Clone(there)
	for _, value := range values {
		at := slices.Index(left, value)
		if at < 0 {
			return false
		}
		left = slices.Delete(left, at, at+1)
	}
	return true
}
