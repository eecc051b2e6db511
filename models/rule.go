package models

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"

	"dilna/models/voting"
)

// Follow gives the round its rule; nil: nobody said by which people vote.
func (r *Round) Follow(rule *voting.Rule) {
	r.Rule, r.Dots, r.PerIdea, r.Weights, r.Minus = rule, 0, 0, nil, nil
	if rule != nil {
		r.Dots, r.PerIdea, r.Weights, r.Minus = rule.Dots, rule.PerEntry, rule.Weights, rule.Minus
	}
}

// IsPlayed says whether the program plays the round's rule. What a file says of
// others is kept, but can be held on paper only.
func (r Round) IsPlayed() bool { return r.Rule == nil || r.Rule.IsPlayed() }

// Judge says whether one person may cast the ballot: the same for phones and for
// paper. Topics are where its entries stand, if the rule asks. Codes: `invalid`
// for a value that the rule does not know, `ballot-over-budget`, `dots-per-idea`,
// `dots-per-topic`, `cost-over-budget`, `minus-over-budget`, `minus-too-early`,
// `value-twice`, `place-missing`.
func (r Round) Judge(b voting.Ballot, topics voting.Topics) error {
	refusal, refused := errors.AsType[*voting.Refusal](r.Rule.Check(b, topics))
	switch {
	case !refused:
		return nil
	case refusal.Code == voting.OutOfRange:
		return Fail(KindInvalid, CodeInvalid).AtField(Field{
			Name: VoteField(refusal.At, cmp.Or(refusal.Member, "value")), Reason: ReasonRange, Least: refusal.Values[0], Limit: refusal.Values[1],
		})
	}
	refused409 := Fail(KindConflict, ErrorCode(refusal.Code))
	for _, value := range refusal.Values {
		refused409.Values = append(refused409.Values, value)
	}
	return refused409
}

// NotCounted is how many of the ballots the rule keeps and does not count.
func (r Round) NotCounted(cast []voting.Ballot) int {
	partial := 0
	for _, b := range cast {
		if !r.Rule.Counts(b) {
			partial++
		}
	}
	return partial
}

// AddsUp says whether what one ballot says of two entries is, once they are one,
// the sum of both: of dots and points. Else both are kept.
func (r Round) AddsUp() bool {
	if r.Rule == nil {
		return true
	}
	return r.Rule.Name == voting.Dots || r.Rule.Name == voting.Weights || r.Rule.Name == voting.PlusMinus
}

// VoteField names a member of the vote of that index.
func VoteField(i int, member string) string { return fmt.Sprintf("votes.%d.%s", i, member) }

// dotsRule is the rule of so many dots; nil where nothing of it is known.
func dotsRule(dots, perEntry int) *voting.Rule {
	if dots == 0 && perEntry == 0 {
		return nil
	}
	return &voting.Rule{Name: voting.Dots, Dots: dots, PerEntry: perEntry}
}

// withDots is the rule with other numbers of dots; nil leaves one as it is.
func withDots(rule *voting.Rule, dots, perEntry *int) *voting.Rule {
	changed := voting.Rule{Name: voting.Dots}
	if rule != nil {
		changed = *rule
	}
	set(&changed.Dots, dots)
	set(&changed.PerEntry, perEntry)
	if changed.Name == voting.Dots && changed.Minus == nil {
		return dotsRule(changed.Dots, changed.PerEntry)
	}
	return &changed
}

// rule checks what a rule says of itself. One that phones do not know is brought
// by files only.
func (c *checker) rule(name string, rule *voting.Rule) {
	if !rule.IsPlayed() {
		c.add(Field{Name: name + ".rule", Reason: ReasonChoice})
		return
	}
	for _, limit := range rule.Limits() {
		c.within(name+"."+limit.Member, limit.Value, limit.Least, limit.Most)
	}
	oneOf(c, name+".majority", rule.Majority, "", voting.Simple, voting.Absolute, voting.TwoThirds, voting.Consensus)
	oneOf(c, name+".of", rule.Of, "", voting.Cast, voting.Present)
	c.text(name+".name", &rule.Axis, MaxHeading)
	c.text(name+".unit", &rule.Unit, MaxHeading)
	for i := range rule.Criteria {
		c.needed(fmt.Sprintf("%s.criteria.%d.name", name, i), &rule.Criteria[i].Name, MaxHeading)
	}
	for i := range rule.Labels {
		c.text(fmt.Sprintf("%s.labels.%d", name, i), &rule.Labels[i], MaxHeading)
	}
}

// Followed is the rule that the record says people voted by; nil: none.
func (m RoundMinutes) Followed() *voting.Rule {
	if m.Rule != nil {
		return m.Rule
	}
	rule := voting.Rule{Name: voting.Dots, Dots: m.Dots, PerEntry: m.PerIdea, Weights: m.Weights, Minus: m.Minus}
	switch {
	case len(m.Weights) > 0:
		rule.Name = voting.Weights
	case m.Minus != nil && *m.Minus > 0:
		rule.Name = voting.PlusMinus
	case m.Dots == 0 && m.PerIdea == 0 && m.Minus == nil:
		return nil
	}
	return &rule
}

// Say has the record say the rule: in the members that every version of the
// workshop file has, where they say all of it.
func (m *RoundMinutes) Say(rule *voting.Rule) {
	if rule == nil {
		return
	}
	m.Dots, m.PerIdea, m.Weights, m.Minus = rule.Dots, rule.PerEntry, rule.Weights, rule.Minus
	if !reflect.DeepEqual(m.Followed(), rule) {
		m.Dots, m.PerIdea, m.Weights, m.Minus, m.Rule = 0, 0, nil, nil, rule
	}
}
