package models

import (
	"fmt"
	"math"
)

// PaperBallot is a whole ballot of a person without a phone, as the facilitator
// entered it. It is known to those who run the workshop, so that it can be
// corrected, until its round closes: then it is nobody's, like every other.
type PaperBallot struct {
	ID     BallotID   `json:"id"`
	Number int        `json:"number" doc:"from 1, in the order they were entered; stays when others are taken back"`
	Dots   []IdeaDots `json:"dots" doc:"empty: taken back"`
	Seq    int64      `json:"seq"`
}

// IdeaDots is how many dots of one ballot lie on one idea.
type IdeaDots struct {
	Idea  EntryID `json:"idea"`
	Count int     `json:"count" doc:"1 to the round's most per idea"`
}

// SetPaperBallot says what a paper ballot holds: all of it, never a part.
// Without dots it is taken back. Seq orders the corrections as in SetDots.
type SetPaperBallot struct {
	Dots []IdeaDots `json:"dots"`
	Seq  int64      `json:"seq" doc:"grows with each correction, from 1"`
}

// Check checks the command; how many dots there may be is the round's to say.
func (s SetPaperBallot) Check(id BallotID) error {
	var c checker
	c.id("ballot", string(id))
	if s.Seq < 1 {
		c.add(Field{Name: "seq", Reason: ReasonRange, Least: 1, Limit: math.MaxInt})
	}
	seen := map[EntryID]bool{}
	for i, dots := range s.Dots {
		c.id(PaperField(i), string(dots.Idea))
		if seen[dots.Idea] {
			c.add(Field{Name: PaperField(i), Reason: ReasonDuplicate})
		}
		seen[dots.Idea] = true
		c.within(fmt.Sprintf("dots.%d.count", i), dots.Count, 1, 100)
	}
	return c.result()
}

// PaperField names the idea of the dots of that index.
func PaperField(i int) string { return fmt.Sprintf("dots.%d.idea", i) }

// AllowWhole says whether one person may have these dots: the rule for phones,
// asked of a ballot at once. Codes: `ballot-over-budget`, `dots-per-idea`.
func (r DotRule) AllowWhole(ballot []IdeaDots) error {
	used := 0
	for _, dots := range ballot {
		used += dots.Count
		if dots.Count > r.PerIdea {
			return Fail(KindConflict, CodeDotsPerIdea, r.PerIdea)
		}
	}
	if used > r.Dots {
		return Fail(KindConflict, CodeBallotOverBudget, used, r.Dots)
	}
	return nil
}
