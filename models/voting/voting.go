// Package voting is how a round is cast and counted: a Rule checks one ballot and
// tallies many. It is pure, knows nothing of workshops, and imports nothing of
// ours; one file a rule. The client mirrors it in frontend/src/voting; both are
// held against testdata/cases.json.
package voting

import (
	"cmp"
	"fmt"
	"slices"
)

// EntryID names what is voted on.
type EntryID string

// Vote is what one ballot says of one entry; what Value means the rule says:
// under dots, how many lie on it. A rule that asks several things of one entry
// has them in Values, in their order, and Value is 0.
type Vote struct {
	Entry  EntryID `json:"entry"`
	Value  int     `json:"value"`
	Values []int   `json:"values,omitempty" doc:"judging: a mark for each criterion, 0 where it is not judged yet"`
}

// MostCriteria is the most that one rule asks of one entry.
const MostCriteria = 10

// Equal says whether both say the same of the same entry.
func (v Vote) Equal(other Vote) bool {
	return v.Entry == other.Entry && v.Value == other.Value && slices.Equal(v.Values, other.Values)
}

// Ballot is all that one person says in a round, of each entry at most once. An
// entry it does not name it says nothing of.
type Ballot []Vote

// Sorted is the ballot in an order that does not tell in which order it was made.
func (b Ballot) Sorted() Ballot {
	sorted := append(Ballot{}, b...)
	slices.SortFunc(sorted, func(a, b Vote) int { return cmp.Compare(a.Entry, b.Entry) })
	return sorted
}

// Entries are the entries the ballot names.
func (b Ballot) Entries() []EntryID {
	entries := make([]EntryID, len(b))
	for i, vote := range b {
		entries[i] = vote.Entry
	}
	return entries
}

// Sum adds up what the ballot says.
func (b Ballot) Sum() int {
	sum := 0
	for _, vote := range b {
		sum += vote.Value
	}
	return sum
}

// highest is the value furthest from nothing.
func (b Ballot) highest() int {
	highest := 0
	for _, vote := range b {
		highest = max(highest, vote.Value, -vote.Value)
		for _, value := range vote.Values {
			highest = max(highest, value)
		}
	}
	return highest
}

// Topics say in which topic an entry stands. Rules that have a limit for a topic
// ask it; entries that stand in none are together.
type Topics map[EntryID]string

// Measure is what the database holds a ballot to, besides the rule in Go: how
// much of what a person has it uses, and how high it goes. Using all of the
// budget is having voted to the end.
type Measure struct {
	Used, Budget  int
	Highest, Most int
}

// NoEnd is the budget of a rule under which a person may say something of every
// entry there is.
const NoEnd = 1_000_000

// Left is how much of what a person has she still may give; 0 where there is no end.
func (m Measure) Left() int {
	if m.Budget == NoEnd {
		return 0
	}
	return m.Budget - m.Used
}

// Code says why a rule refuses a ballot; each is a code of the API, too.
type Code string

const (
	OutOfRange Code = "invalid"            // a value the rule does not know; least and most
	OverBudget Code = "ballot-over-budget" // more than a person has; used, budget
	OverCost   Code = "cost-over-budget"   // what costs more than there is; cost, budget
	PerEntry   Code = "dots-per-idea"      // more than one entry takes; most
	PerTopic   Code = "dots-per-topic"     // more than one topic takes; used, most
	OverMinus  Code = "minus-over-budget"  // more minus dots than a person has; used, has
	MinusEarly Code = "minus-too-early"    // minus dots before enough plus dots; plus dots, needed
	Twice      Code = "value-twice"        // a value that each may give once only; the value
	Gap        Code = "place-missing"      // a place left out before another; the place
)

// Refusal is the error of a ballot that the rule does not allow. At is the vote
// it is about, where it is about one, and Member what of it: its value, if empty.
type Refusal struct {
	Code   Code
	Values []int
	At     int
	Member string
}

func (r *Refusal) Error() string { return fmt.Sprint(r.Code, r.Values) }
