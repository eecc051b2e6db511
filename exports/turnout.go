package exports

import (
	"dilna/models"
	"dilna/models/voting"
)

// turnout is what can be said of how a round was voted: no two parts of it
// contradict each other, nor the totals and ballots it stands with.
type turnout struct {
	label   string // which round, where there are several
	unknown bool   // it was held, its totals are not known
	voters  *int
	ballots bool // voters are ballots: more than the people who were counted
	paper   int  // how many of them on paper
	dots    int  // 0: not known
	perIdea int  // 0: as many as she has
	minus   int
	weights []int
	points  bool // given are points of some weight
	votes   bool // given are votes, none of them a dot
	given   *int // dots, votes, or points where they have weights
}

// turnoutOf is the turnout of the round where so many people were counted; nil
// is not known. What cannot be true beside the totals is left out.
func turnoutOf(s models.StepMinutes, r heldRound, people *int) turnout {
	t := turnout{
		unknown: !r.counted && len(r.Results) == 0, voters: votersOf(s, r), paper: r.Paper, dots: r.Dots, perIdea: r.PerIdea, weights: r.Weights,
		points: len(r.Weights) > 0 || r.Rule != nil && r.Rule.Name == voting.Weights, given: givenIn(s, r),
	}
	t.votes = r.Rule != nil && r.Rule.Name == voting.Approval
	if r.Minus != nil {
		t.minus = *r.Minus
	}
	if r.Rule != nil && !printedRules[r.Rule.Name].summed {
		t.given = nil
	}
	if t.voters == nil || t.paper > *t.voters {
		t.paper = 0
	}
	t.ballots = t.voters != nil && people != nil && *t.voters > *people
	if !t.allows(s, r) {
		t.perIdea = 0
	}
	if !t.allows(s, r) {
		t.dots, t.minus, t.weights = 0, 0, nil
	}
	return t
}

// votersOf is how many voted; nil where more ballots or votes are known than
// that many people can have cast.
func votersOf(s models.StepMinutes, r heldRound) *int {
	cast := len(r.Ballots)
	switch {
	case r.Voters == nil && cast == 0:
		return nil
	case r.Voters == nil:
		return &cast
	case cast > *r.Voters:
		return nil
	case *r.Voters == 0 && anyIdea(s, func(i models.IdeaMinutes) bool { return r.total(i) != nil && *r.total(i) != 0 }):
		return nil
	}
	return r.Voters
}

// reach is the least and the most that points can come to.
type reach struct{ least, most int }

func (r reach) holds(points int) bool { return r.least <= points && points <= r.most }

func (r reach) times(n int) reach { return reach{r.least * n, r.most * n} }

// reaches are what one person can give one idea, and all of them together.
func (t turnout) reaches() (one, all reach) {
	all = reach{-t.minus, t.dots}
	one = all
	if t.perIdea > 0 {
		one.most = min(t.perIdea, t.dots)
	}
	if len(t.weights) == 0 {
		return one, all
	}
	one, all = reach{-t.minus, 0}, reach{-t.minus, 0}
	for _, points := range t.weights {
		one.least, one.most = min(one.least, points), max(one.most, points)
		all.least, all.most = all.least+min(0, points), all.most+max(0, points)
	}
	return one, all
}

// allows says whether by the rule the round can have come out as it did.
func (t turnout) allows(s models.StepMinutes, r heldRound) bool {
	one, all := t.reaches()
	if t.dots == 0 && len(t.weights) == 0 {
		return t.minus == 0 // no rule is known
	}
	for _, ballot := range r.Ballots {
		if !allowsBallot(one, all, ballot) {
			return false
		}
	}
	sum := 0
	for _, idea := range s.ReadingOrder() {
		total := r.total(*idea)
		if total == nil {
			continue
		}
		sum += *total
		if t.voters != nil && !one.times(*t.voters).holds(*total) || *total < 0 && one.least == 0 {
			return false
		}
	}
	return t.voters == nil || all.times(*t.voters).holds(sum)
}

func allowsBallot(one, all reach, ballot []models.CastVote) bool {
	given, taken := 0, 0
	for _, dots := range ballot {
		given, taken = given+max(0, dots.Value), taken+min(0, dots.Value)
		if !one.holds(dots.Value) {
			return false
		}
	}
	return all.holds(given) && all.holds(taken)
}

// givenIn is how many dots were given: counted on the ballots where they are
// known and give the totals, else the sum of the totals, which tells it only
// where no dot could take another away.
func givenIn(s models.StepMinutes, r heldRound) *int {
	ideas, given := s.ReadingOrder(), 0
	if len(r.Ballots) > 0 {
		sums := make([]int, len(votedTexts(s)))
		for _, ballot := range r.Ballots {
			for _, dots := range ballot {
				given += max(dots.Value, -dots.Value)
				sums[dots.Entry] += dots.Value
			}
		}
		for i, idea := range ideas {
			if total := r.total(*idea); total != nil && *total != sums[i] {
				return nil
			}
		}
		return &given
	}
	if !r.counted || r.cancels(s) {
		return nil
	}
	for _, idea := range ideas {
		if total := r.total(*idea); total != nil {
			given += *total
		}
	}
	return &given
}
