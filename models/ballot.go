package models

import (
	"math"

	"dilna/models/voting"
)

// CastBallot says all that a person says in a round: absolute, never a part, so
// that sending it again is harmless. Seq orders what one person sends: a ballot at
// or below the newest that was counted changes nothing and is answered with what
// counts (docs/reliability.md, INV-10).
type CastBallot struct {
	Votes voting.Ballot `json:"votes" doc:"what is not in it the ballot says nothing of; empty: nothing of anything"`
	Seq   int64         `json:"seq" doc:"grows with each change on this device, from 1"`

	Receipt Receipt `json:"receipt,omitempty" doc:"twelve random digits that this device makes for the round: by them it finds the ballot in the list of all once the round is closed. Left out: stays as it was"`
}

// Check checks the command; what a ballot may say is the round's rule to say.
func (b CastBallot) Check() error {
	var c checker
	c.ballot(b)
	return c.result()
}

func (c *checker) ballot(b CastBallot) {
	c.seq(b.Seq)
	c.receipt(b.Receipt)
	c.within("votes", len(b.Votes), 0, MaxRows)
	seen := map[EntryID]bool{}
	for i, vote := range b.Votes {
		c.id(VoteField(i, "entry"), string(vote.Entry))
		if seen[vote.Entry] {
			c.add(Field{Name: VoteField(i, "entry"), Reason: ReasonDuplicate})
		}
		seen[vote.Entry] = true
		c.within(VoteField(i, "value"), vote.Value, -MaxVote, MaxVote)
		c.within(VoteField(i, "values"), len(vote.Values), 0, voting.MostCriteria)
	}
}

// MaxVote is more than any rule lets one ballot say of one entry.
const MaxVote = 100

func (c *checker) seq(seq int64) {
	if seq < 1 {
		c.add(Field{Name: "seq", Reason: ReasonRange, Least: 1, Limit: math.MaxInt})
	}
}

// Ballot is all that one person says in one open round, and what counts of it.
type Ballot struct {
	Round RoundID       `json:"round"`
	Votes voting.Ballot `json:"votes"`
	Seq   int64         `json:"seq" doc:"of the newest change that counted; 0: there is none"`
	Left  int           `json:"left" doc:"how much of what a person has is still to be given; 0 where the rule sets no end"`
	Dots  []Dots        `json:"dots" deprecated:"true" doc:"votes, for phones loaded before there were rules"`
}

// Dots is how many dots of a person lie on one idea. Seq is the newest change
// that counted.
type Dots struct {
	Idea  EntryID `json:"idea"`
	Count int     `json:"count"`
	Seq   int64   `json:"seq"`
}

// SetDots says how many dots of mine lie on one idea: a CastBallot as phones send
// it that were loaded before there were rules. Seq orders the changes of one idea.
type SetDots struct {
	Count int   `json:"count" doc:"0 to the round's most per idea"`
	Seq   int64 `json:"seq" doc:"grows with each change on this device, from 1"`
}

// Check checks the order of the change; how many dots there may be is the
// round's to say.
func (s SetDots) Check() error {
	var c checker
	c.seq(s.Seq)
	return c.result()
}

// DotsPlaced answers SetDots: what counts now, and how many dots are left.
type DotsPlaced struct {
	Dots
	Left int `json:"left"`
}

// JudgeDots says of a ballot that SetDots has made whether a person may cast it.
// Codes: those of Judge, but `dots-spent` where it was one dot too many.
func (r Round) JudgeDots(b voting.Ballot, topics voting.Topics, set SetDots) error {
	if r.Rule.Name != voting.Dots {
		return Fail(KindConflict, CodeRuleNotPlayed)
	}
	err := r.Judge(b, topics)
	switch CodeOf(err) {
	case CodeBallotOverBudget:
		return Fail(KindConflict, CodeDotsSpent, r.Rule.Dots, b.Sum()-set.Count)
	case CodeInvalid:
		return Fail(KindInvalid, CodeInvalid).AtField(Field{Name: "count", Reason: ReasonRange, Limit: r.Rule.Measure(nil).Most})
	}
	return err
}
