package models

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"dilna/models/voting"
)

// Several rounds on the same entries may be told as one standing: two halves of the
// room, before and after a discussion, a forum and a later survey (docs/adr/0046).

// CombinationID names a combination.
type CombinationID string

// Combination is a standing of several closed rounds of a step, each with its
// weight. It is worked out from their totals whenever it is told.
type Combination struct {
	Row
	ID     CombinationID  `json:"id" gorm:"primaryKey"`
	StepID StepID         `json:"step"`
	Label  string         `json:"label"`
	Rounds []WeighedRound `json:"rounds" gorm:"serializer:json" doc:"which rounds, and how much each counts"`
}

// WeighedRound is a round of a combination. Weights count beside each other: 50 and
// 50 are the same as 1 and 1.
type WeighedRound struct {
	Round  RoundID `json:"round"`
	Weight int     `json:"weight" doc:"1 to 100"`
}

// Has says whether the round is one of those it combines.
func (c Combination) Has(round RoundID) bool {
	return slices.ContainsFunc(c.Rounds, func(r WeighedRound) bool { return r.Round == round })
}

// Self names a combination among the parts of a workshop.
func (c *Combination) Self() (Part, string) { return PartCombinations, string(c.ID) }

// CombinedPlace is one line of a combination. Shares are parts of 1; one that is
// below 0 had more votes against it.
type CombinedPlace struct {
	Idea   EntryID    `json:"idea"`
	Share  *float64   `json:"share" doc:"of all rounds by their weights; null: not counted in each of them"`
	Shares []*float64 `json:"shares" doc:"of each round, in the order of the combination"`
	Rank   int        `json:"rank" doc:"from 1, shared where shares are the same; 0: not counted in each of the rounds"`
}

// CombinationView is a combination with its standing.
type CombinationView struct {
	Combination
	Standing []CombinedPlace `json:"standing" doc:"in the order of the ideas' ids"`
}

// Combined is one round that is combined: its totals, and how much it counts.
type Combined struct {
	Round  Round
	Totals []Total
	Weight int
}

// Combine ranks entries by the shares they have in several rounds. One that was not
// counted in each of them has no rank: nobody knows what it would have had.
func Combine(rounds []Combined) []CombinedPlace {
	shares := make([]map[EntryID]float64, len(rounds))
	known := map[EntryID]bool{}
	for i, r := range rounds {
		shares[i] = r.Round.shares(r.Totals)
		for _, total := range r.Totals {
			known[total.EntryID] = true
		}
	}
	var places []CombinedPlace
	for entry := range known {
		place := CombinedPlace{Idea: entry, Shares: make([]*float64, len(rounds))}
		sum, weights, in := 0.0, 0, 0
		for i := range rounds {
			if share, counted := shares[i][entry]; counted {
				place.Shares[i] = fine(share)
				sum, in = sum+share*float64(rounds[i].Weight), in+1
			}
			weights += rounds[i].Weight
		}
		if in == len(rounds) {
			place.Share = fine(sum / float64(weights))
		}
		places = append(places, place)
	}
	slices.SortFunc(places, func(a, b CombinedPlace) int { return cmp.Compare(a.Idea, b.Idea) })
	for i := range places {
		places[i].Rank = rankOf(places[i], places)
	}
	return places
}

// rankOf is 1 for the largest share, and one more for each that is larger.
func rankOf(place CombinedPlace, among []CombinedPlace) int {
	if place.Share == nil {
		return 0
	}
	rank := 1
	for _, other := range among {
		if other.Share != nil && *other.Share > *place.Share {
			rank++
		}
	}
	return rank
}

// fine is a share to the millionth: what is even by hand is even here.
func fine(share float64) *float64 {
	return new(math.Round(share*1e6) / 1e6)
}

// shares bring a round to a scale on which it can stand beside rounds by other
// rules: what was marked, how far the mean is along the scale; what people were for
// or against, the part of those who were for it; else the part of all points that
// were given in the round. Entries that were not counted have none.
func (r Round) shares(totals []Total) map[EntryID]float64 {
	given := 0.0
	for _, total := range totals {
		if total.Points != nil {
			given += math.Abs(float64(*total.Points))
		}
	}
	shares := map[EntryID]float64{}
	for _, total := range totals {
		d := r.Worth(total.Details)
		switch {
		case r.Rule != nil && r.Rule.ByMean():
			if d.Mean != nil {
				shares[total.EntryID] = (*d.Mean - 1) / float64(max(1, r.Rule.Steps-1))
			}
		case r.Rule != nil && r.Rule.Name == voting.Choice && d.For != nil:
			if said := countOf(d.For) + countOf(d.Against) + countOf(d.Abstain); said > 0 {
				shares[total.EntryID] = float64(*d.For) / float64(said)
			}
		case total.Points != nil:
			shares[total.EntryID] = float64(*total.Points) / max(1, given)
		}
	}
	return shares
}

func countOf(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}

// MayBeCombined says whether the round has a result that everybody knows. Codes:
// `no-result`, `result-not-revealed`.
func (r Round) MayBeCombined() error {
	if r.State != RoundClosed || r.NobodyVoted() {
		return Fail(KindConflict, CodeNoResult)
	}
	return r.MustBeRevealed()
}

// MustRank refuses, with `nothing-in-common`, rounds of which no entry was counted
// in each.
func MustRank(places []CombinedPlace) error {
	if !slices.ContainsFunc(places, func(p CombinedPlace) bool { return p.Rank > 0 }) {
		return Fail(KindConflict, CodeNothingInCommon)
	}
	return nil
}

// MaxCombined is how many rounds one combination has at most.
const MaxCombined = 10

// NewCombination combines rounds of a step.
type NewCombination struct {
	ID     CombinationID  `json:"id"`
	Label  string         `json:"label,omitempty"`
	Rounds []WeighedRound `json:"rounds" doc:"2 to 10, each once, closed and revealed"`
}

// Check tidies and checks the command.
func (n *NewCombination) Check() error {
	var c checker
	c.id("id", string(n.ID))
	c.text("label", &n.Label, MaxHeading)
	c.within("rounds", len(n.Rounds), 2, MaxCombined)
	seen := map[RoundID]bool{}
	for i, r := range n.Rounds {
		c.id(CombinedField(i, "round"), string(r.Round))
		c.within(CombinedField(i, "weight"), r.Weight, 1, 100)
		if seen[r.Round] {
			c.add(Field{Name: CombinedField(i, "round"), Reason: ReasonDuplicate})
		}
		seen[r.Round] = true
	}
	return c.result()
}

// CombinedField names a member of the combined round of that index.
func CombinedField(i int, member string) string { return fmt.Sprintf("rounds.%d.%s", i, member) }

// CombinationMinutes is a combination as a record has it. Rounds are named by their
// index in the step, entries by theirs in reading order.
type CombinationMinutes struct {
	Label   string            `json:"label,omitempty"`
	Rounds  []WeighedIndex    `json:"rounds"`
	Results []CombinedMinutes `json:"results,omitempty" doc:"a line for each entry that was counted in any of the rounds"`
}

// WeighedIndex is a round of a combination in a record.
type WeighedIndex struct {
	Round  int `json:"round" doc:"its index in the step, from 0"`
	Weight int `json:"weight" doc:"1 to 100"`
}

// CombinedMinutes is one line of a combination in a record.
type CombinedMinutes struct {
	Entry  int        `json:"entry" doc:"its index in reading order from 0"`
	Share  *float64   `json:"share" doc:"a part of 1; null: not counted in each of the rounds"`
	Shares []*float64 `json:"shares" doc:"of each round"`
	Rank   int        `json:"rank" doc:"0: none"`
}

// CombinationOf is the last combination of the step that a round is in; nil: none.
func (s *StepMinutes) CombinationOf(round int) *CombinationMinutes {
	for i := len(s.Combinations) - 1; i >= 0; i-- {
		c := &s.Combinations[i]
		if slices.ContainsFunc(c.Rounds, func(r WeighedIndex) bool { return r.Round == round }) {
			return c
		}
	}
	return nil
}
