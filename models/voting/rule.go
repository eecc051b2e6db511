package voting

// Name names a rule.
type Name string

const (
	Dots      Name = "dots"       // so many in all, so many on one entry
	Weights   Name = "weights"    // points of given sizes, each once
	PlusMinus Name = "plus-minus" // dots, and dots that take away
)

// Rule is how a round is cast and counted, as one JSON value: which rule, and
// what that rule needs to know. A new rule is a file with its counting, a line in
// playable, and its members here.
type Rule struct {
	Name     Name  `json:"rule" enum:"dots,weights,plus-minus"`
	Dots     int   `json:"dots,omitempty" doc:"dots a person has, 1 to 100; 0: not known"`
	PerEntry int   `json:"per_entry,omitempty" doc:"most dots of one person on one entry; 0: as many as she has"`
	Weights  []int `json:"weights,omitempty" doc:"a rule from a file that is played on paper only"`
	Minus    *int  `json:"minus,omitempty" doc:"minus dots a person has; above 0 it is played on paper only"`
}

// counting is what each rule can do.
type counting interface {
	// complete says whether all is known that people need to vote by it.
	complete() bool
	// limits are the numbers of the rule and what each may be.
	limits() []Limit
	// check refuses a ballot with a *Refusal.
	check(Ballot) error
	// measure is what the database holds the ballot to.
	measure(Ballot) Measure
	// tally counts ballots that check allows, one result an entry, in the order of the entries.
	tally([]EntryID, []Ballot) []Result
}

// Limit is a number a rule says, by its member, and from where to where it may go.
type Limit struct {
	Member             string
	Value, Least, Most int
}

// playable are the rules that phones know.
var playable = map[Name]func(Rule) counting{
	Dots: func(r Rule) counting { return dots(r) },
}

// IsPlayed says whether phones know the rule. Others come from files, are kept,
// and can be held on paper only.
func (r Rule) IsPlayed() bool { return playable[r.Name] != nil }

// IsComplete says whether all is known that people need to vote by the rule.
func (r Rule) IsComplete() bool { return r.IsPlayed() && r.counting().complete() }

// Limits are the numbers the rule says, to be checked where a person says them.
func (r Rule) Limits() []Limit { return r.counting().limits() }

// Check says whether one person may cast the ballot; else a *Refusal. Only for
// rules that are complete, as Measure and Tally.
func (r Rule) Check(b Ballot) error { return r.counting().check(b) }

// Measure is what the database holds the ballot to.
func (r Rule) Measure(b Ballot) Measure { return r.counting().measure(b) }

// Tally counts ballots that Check allows: one result an entry, in their order.
func (r Rule) Tally(entries []EntryID, ballots []Ballot) []Result {
	return r.counting().tally(entries, ballots)
}

func (r Rule) counting() counting { return playable[r.Name](r) }
