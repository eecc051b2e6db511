package voting

import "slices"

// Name names a rule.
type Name string

const (
	Dots      Name = "dots"       // so many in all, so many on one entry
	Choice    Name = "choice"     // for, against, abstaining
	Approval  Name = "approval"   // those one agrees with
	Weights   Name = "weights"    // points of given sizes, each once, or freely up to a most
	PlusMinus Name = "plus-minus" // dots, and dots that take away
	Places    Name = "ranking"    // first, second, third
	Scale     Name = "scale"      // a mark from 1 for each
	Budget    Name = "budget"     // those that fit into the money there is
	Judging   Name = "judging"    // a mark from 1 for each criterion, each with its weight
)

// Rule is how a round is cast and counted, as one JSON value: which rule, and
// what that rule needs to know. A new rule is a file with its counting, a line in
// playable, and its members here.
type Rule struct {
	Name     Name  `json:"rule" enum:"dots,choice,approval,weights,plus-minus,ranking,scale,budget,judging"`
	Dots     int   `json:"dots,omitempty" doc:"dots, plus-minus: dots a person has, 1 to 100; 0: not known"`
	PerEntry int   `json:"per_entry,omitempty" doc:"dots, plus-minus: most dots of one person on one entry; 0: as many as she has"`
	PerTopic int   `json:"per_topic,omitempty" doc:"dots: most dots of one person in one topic; 0: as many as she has"`
	UseAll   bool  `json:"use_all,omitempty" doc:"dots: a ballot that does not use all of them is kept, but not counted"`
	Weights  []int `json:"weights,omitempty" doc:"weights: a person's points, each used once, 1 to 100"`
	Minus    *int  `json:"minus,omitempty" doc:"plus-minus: dots that take away which a person has, 1 to 100"`
	After    int   `json:"after,omitempty" doc:"plus-minus: minus dots only once so many others lie; 0: at once"`
	Most     int   `json:"most,omitempty" doc:"approval: entries one person may name; 0: all. weights: without sizes, 0 to so many points for each entry"`

	Majority Majority `json:"majority,omitempty" enum:",simple,absolute,two-thirds,consensus" doc:"choice"`
	Of       Base     `json:"of,omitempty" enum:",cast,present" doc:"choice: what the majority is counted from"`
	Present  int      `json:"present,omitempty" doc:"choice: people present, where it is counted from them"`

	Places  int   `json:"places,omitempty" doc:"ranking: places one person gives, 1 to 50"`
	Exactly bool  `json:"exactly,omitempty" doc:"ranking: a ballot without all places is kept, but not counted"`
	Scores  []int `json:"scores,omitempty" doc:"ranking: points for each place from the first; none: as many as there are places for the first, one less for each after it"`

	Steps  int      `json:"steps,omitempty" doc:"scale, judging: the highest mark, 2 to 10"`
	Labels []string `json:"labels,omitempty" doc:"scale: what the marks mean: none, of both ends, or of each"`
	Axis   string   `json:"name,omitempty" doc:"scale: what is marked"`

	Budget int             `json:"budget,omitempty" doc:"budget: what all that one ballot names may cost"`
	Unit   string          `json:"unit,omitempty" doc:"budget: of money, say"`
	Costs  map[EntryID]int `json:"costs,omitempty" doc:"budget: what each entry costs; one without costs nothing. In a workshop file by its index in reading order"`

	Criteria []Criterion `json:"criteria,omitempty" doc:"judging: what each entry is judged by, 1 to 10"`
}

// Criterion is what a jury judges entries by. The weight says how much it counts
// beside the others.
type Criterion struct {
	Name   string `json:"name"`
	Weight int    `json:"weight" doc:"1 to 100"`
}

// counting is what each rule can do.
type counting interface {
	// limits are the numbers of the rule and what each must be, so that people can vote by it.
	limits() []Limit
	// check refuses a ballot with a *Refusal.
	check(Ballot, Topics) error
	// measure is what the database holds the ballot to.
	measure(Ballot) Measure
	// tally counts ballots that check allows, one result an entry, in the order of the entries.
	tally([]EntryID, []Ballot) []Result
}

// wanting is a rule that counts only ballots which say all that it wants.
type wanting interface{ wants(Ballot) bool }

// Limit is a number a rule says, by its member, and from where to where it may go.
type Limit struct {
	Member             string
	Value, Least, Most int
}

// playable are the rules that phones know.
var playable = map[Name]func(Rule) counting{
	Dots:      func(r Rule) counting { return dots(r) },
	Choice:    func(r Rule) counting { return choice(r) },
	Approval:  func(r Rule) counting { return approval(r) },
	Weights:   func(r Rule) counting { return weights(r) },
	PlusMinus: func(r Rule) counting { return plusMinus(r) },
	Places:    func(r Rule) counting { return places(r) },
	Scale:     func(r Rule) counting { return scale(r) },
	Budget:    func(r Rule) counting { return budget(r) },
	Judging:   func(r Rule) counting { return judging(r) },
}

// IsPlayed says whether phones know the rule. Others come from files, are kept,
// and can be held on paper only.
func (r Rule) IsPlayed() bool { return playable[r.Name] != nil }

// IsComplete says whether all is known that people need to vote by the rule.
func (r Rule) IsComplete() bool {
	beyond := func(l Limit) bool { return l.Value < l.Least || l.Value > l.Most }
	return r.IsPlayed() && !slices.ContainsFunc(r.Limits(), beyond)
}

// Limits are the numbers the rule says, to be checked where a person says them.
func (r Rule) Limits() []Limit { return r.counting().limits() }

// Check says whether one person may cast the ballot; else a *Refusal. Topics are
// asked where the rule AsksTopics. Only for rules that are complete, as Measure
// and Tally.
func (r Rule) Check(b Ballot, topics Topics) error {
	for i, vote := range b {
		if asked := r.asks(); len(vote.Values) != asked {
			return &Refusal{Code: OutOfRange, Values: []int{asked, asked}, At: i, Member: "values"}
		}
	}
	return r.counting().check(b, topics)
}

// asks is how many values a vote has.
func (r Rule) asks() int {
	if r.Name == Judging {
		return len(r.Criteria)
	}
	return 0
}

// AsksTopics says whether a ballot can be checked only where it is known in which
// topics its entries stand.
func (r Rule) AsksTopics() bool { return r.PerTopic > 0 }

// Measure is what the database holds the ballot to.
func (r Rule) Measure(b Ballot) Measure { return r.counting().measure(b) }

// Counts says whether a ballot that Check allows is counted at closing, too.
func (r Rule) Counts(b Ballot) bool {
	rule, wants := r.counting().(wanting)
	return !wants || rule.wants(b)
}

// Tally counts ballots that Check allows, those that Counts: one result an entry,
// in their order.
func (r Rule) Tally(entries []EntryID, ballots []Ballot) []Result {
	whole := make([]Ballot, 0, len(ballots))
	for _, b := range ballots {
		if r.Counts(b) {
			whole = append(whole, b)
		}
	}
	return r.counting().tally(entries, whole)
}

// ByMean says whether entries are ranked by their mean, not by their points.
func (r Rule) ByMean() bool { return r.Name == Scale || r.Name == Judging }

func (r Rule) counting() counting { return playable[r.Name](r) }

// each refuses the first vote whose value is not from least to most.
func each(b Ballot, least, most int) error {
	for i, vote := range b {
		if vote.Value < least || vote.Value > most {
			return &Refusal{Code: OutOfRange, Values: []int{least, most}, At: i}
		}
	}
	return nil
}
