package models

import (
	"fmt"

	"dilna/models/voting"
)

// What clients send about rounds of voting.

// NewRound prepares a round of voting on a step's ideas, or on some of them:
// a second round is among those that are even.
type NewRound struct {
	ID      RoundID      `json:"id"`
	Label   string       `json:"label,omitempty"`
	CastBy  CastBy       `json:"entry,omitempty" enum:",phones,typed"`
	Rule    *voting.Rule `json:"rule,omitempty" doc:"how people vote; for typed totals it may be left out: not known"`
	Dots    int          `json:"dots,omitempty" deprecated:"true" doc:"instead of rule, for the rule dots: 1 to 100"`
	PerIdea int          `json:"per_idea,omitempty" deprecated:"true" doc:"instead of rule, for the rule dots: 1 to 100"`
	Ideas   []EntryID    `json:"ideas,omitempty" doc:"what is voted on, at least two, for a choice at least one; without: all of the step"`
	Parts   []PartID     `json:"parts,omitempty" doc:"who votes, by parts of divisions: one of them is enough; without: everybody whose step it is"`
	ByPart  DivisionID   `json:"by_part,omitempty" doc:"a division: the result is told by its parts, too, where at least five of a part voted; not for typed totals"`
	Open    bool         `json:"open,omitempty" doc:"opens the round at once"`

	Nested    bool `json:"nested,omitempty" doc:"ideas that stand under others are voted on, too"`
	Proposals bool `json:"proposals,omitempty" doc:"who votes in it may add an idea while it is open"`
}

// Check tidies and checks the command.
func (n *NewRound) Check() error {
	var c checker
	c.id("id", string(n.ID))
	c.text("label", &n.Label, MaxHeading)
	oneOf(&c, "entry", n.CastBy, "", CastByPhones, CastTyped)
	n.checkRule(&c)
	c.roundParts(n.Parts)
	c.optionalID("by_part", string(n.ByPart))
	if len(n.Ideas) > 0 {
		c.within("ideas", len(n.Ideas), n.fewest(), MaxRows)
	}
	seen := map[EntryID]bool{}
	for i, idea := range n.Ideas {
		c.id(RoundIdeaField(i), string(idea))
		if seen[idea] {
			c.add(Field{Name: RoundIdeaField(i), Reason: ReasonDuplicate})
		}
		seen[idea] = true
	}
	return c.result()
}

// fewest is how many entries there must be to vote on: one may be for it or
// against it; by any other rule they are weighed against each other.
func (n *NewRound) fewest() int {
	if n.Rule != nil && n.Rule.Name == voting.Choice {
		return 1
	}
	return 2
}

func (n *NewRound) checkRule(c *checker) {
	if n.Rule != nil {
		c.rule("rule", n.Rule)
		return
	}
	least := 1
	if n.CastBy == CastTyped {
		least = 0 // nobody need know by which rule people voted on paper
	}
	c.within("dots", n.Dots, least, 100)
	c.within("per_idea", n.PerIdea, least, 100)
	n.Rule = dotsRule(n.Dots, n.PerIdea)
}

// RoundIdeaField names the idea of that index.
func RoundIdeaField(i int) string { return fmt.Sprintf("ideas.%d", i) }

// RoundChange changes a round: its label at any time; its rule, how its votes
// come in, who votes and by whose parts it is told while it is prepared, the limits of its rule and whether it
// takes proposals while it is open, too.
type RoundChange struct {
	Label   *string      `json:"label,omitempty"`
	CastBy  *CastBy      `json:"entry,omitempty" enum:"phones,typed" doc:"typed: people vote on paper, the totals are typed in"`
	Rule    *voting.Rule `json:"rule,omitempty"`
	Parts   *[]PartID    `json:"parts,omitempty" doc:"who votes; empty: everybody whose step it is"`
	ByPart  *DivisionID  `json:"by_part,omitempty" doc:"a division by whose parts the result is told, too; empty: none"`
	Dots    *int         `json:"dots,omitempty" deprecated:"true" doc:"instead of rule, for the rule dots: 1 to 100"`
	PerIdea *int         `json:"per_idea,omitempty" deprecated:"true" doc:"instead of rule, for the rule dots: 1 to 100"`

	Nested    *bool `json:"nested,omitempty" doc:"whether ideas that stand under others are voted on, too"`
	Proposals *bool `json:"proposals,omitempty" doc:"whether who votes in it may add an idea while it is open; until it closes"`

	MadeFrom MadeFrom `json:"made_from,omitempty" doc:"the texts this change was made from, by member; one left out was empty. If another stands by now: changed-since"`
}

// Check tidies and checks the command.
func (r *RoundChange) Check() error {
	var c checker
	c.optional("label", r.Label, MaxHeading)
	if r.CastBy != nil {
		oneOf(&c, "entry", *r.CastBy, CastByPhones, CastTyped)
	}
	if r.Rule != nil {
		c.rule("rule", r.Rule)
	}
	if r.Parts != nil {
		c.roundParts(*r.Parts)
	}
	if r.ByPart != nil {
		c.optionalID("by_part", string(*r.ByPart))
	}
	if r.Dots != nil {
		c.within("dots", *r.Dots, 1, 100)
	}
	if r.PerIdea != nil {
		c.within("per_idea", *r.PerIdea, 1, 100)
	}
	return c.result()
}

// Apply writes the change into the round.
func (r *Round) Apply(change RoundChange) {
	if set(&r.Parts, change.Parts); len(r.Parts) == 0 {
		r.Parts = nil
	}
	set(&r.Label, change.Label)
	set(&r.Nested, change.Nested)
	set(&r.CastBy, change.CastBy)
	if set(&r.ByPart, change.ByPart); change.ByPart == nil && r.CastBy == CastTyped {
		r.ByPart = ""
	}
	switch {
	case change.Rule != nil:
		r.Follow(change.Rule)
	case change.Dots != nil || change.PerIdea != nil:
		r.Follow(withDots(r.Rule, change.Dots, change.PerIdea))
	}
	if set(&r.Proposals, change.Proposals); change.Proposals == nil {
		r.Proposals = r.Proposals && r.takesProposals() // another rule may not
	}
}

// changesRule says whether the change is of more than the label.
func (r RoundChange) changesRule() bool {
	return r.Parts != nil || r.ByPart != nil || r.Nested != nil || r.Rule != nil || r.Dots != nil || r.PerIdea != nil || r.CastBy != nil
}

// TypedTotals is the result of a round counted on paper. It closes the round;
// typing it again corrects it. By which rule people voted nobody need know: a
// rule that is not said stays as it was.
type TypedTotals struct {
	Totals  []Total `json:"totals" doc:"null points: not counted"`
	Voters  *int    `json:"voters,omitempty" doc:"0 to 100000"`
	Dots    *int    `json:"dots,omitempty" doc:"how many dots a person had, 1 to 100; 0: not known"`
	PerIdea *int    `json:"per_idea,omitempty" doc:"most of them on one idea, 1 to 100; 0: not known"`
}

// Check checks the command.
func (t *TypedTotals) Check() error {
	var c checker
	seen := map[EntryID]bool{}
	for i, total := range t.Totals {
		c.id(TotalField(i), string(total.EntryID))
		if seen[total.EntryID] {
			c.add(Field{Name: TotalField(i), Reason: ReasonDuplicate})
		}
		seen[total.EntryID] = true
		if total.Points != nil {
			c.within(fmt.Sprintf("totals.%d.points", i), *total.Points, -1_000_000, 1_000_000)
		}
		t.Totals[i].checkDetails(&c, fmt.Sprintf("totals.%d.details.", i))
	}
	c.count("voters", t.Voters)
	if t.Dots != nil {
		c.within("dots", *t.Dots, 0, 100)
	}
	if t.PerIdea != nil {
		c.within("per_idea", *t.PerIdea, 0, 100)
	}
	return c.result()
}

// checkDetails checks what people may count on paper besides points: for, against
// and abstaining, and a mean. The rest of what a total says follows from it, or
// only ballots tell it.
func (t *Total) checkDetails(c *checker, name string) {
	d := voting.Details{For: t.Details.For, Against: t.Details.Against, Abstain: t.Details.Abstain, Mean: t.Details.Mean}
	c.count(name+"for", d.For)
	c.count(name+"against", d.Against)
	c.count(name+"abstain", d.Abstain)
	if d.Mean != nil {
		c.between(name+"mean", *d.Mean, 0, 100)
	}
	t.Details = d
}

// Settle has the typed totals say what follows from them by the round's rule. Code
// `invalid` for a mean that no marks of the scale have.
func (r Round) Settle(totals []Total) error {
	if r.Rule == nil {
		return nil
	}
	var c checker
	for i := range totals {
		total := &totals[i]
		if mean := total.Details.Mean; mean != nil && r.Rule.ByMean() {
			c.between(fmt.Sprintf("totals.%d.details.mean", i), *mean, 1, r.Rule.Steps)
		}
		total.Details = r.Rule.Settled(total.Details)
		if total.Points == nil && r.Decides() {
			total.Points = total.Details.For
		}
	}
	return c.result()
}

// Close closes the round with what was typed besides its totals.
func (r *Round) Close(typed TypedTotals) {
	r.State, r.Voters = RoundClosed, typed.Voters
	if typed.Dots != nil || typed.PerIdea != nil {
		r.Follow(withDots(r.Rule, typed.Dots, typed.PerIdea))
	}
}

// TotalField names the idea of the total of that index.
func TotalField(i int) string { return fmt.Sprintf("totals.%d.idea", i) }
