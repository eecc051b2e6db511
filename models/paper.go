package models

import "dilna/models/voting"

// PaperBallot is a whole ballot of a person without a phone, as the facilitator
// entered it. It is known to those who run the workshop, so that it can be
// corrected, until its round closes: then it is nobody's, like every other.
type PaperBallot struct {
	ID     BallotID      `json:"id"`
	Number int           `json:"number" doc:"from 1, in the order they were entered; stays when others are taken back"`
	Votes  voting.Ballot `json:"votes" doc:"empty: taken back"`
	Dots   []IdeaDots    `json:"dots" deprecated:"true" doc:"votes, for consoles loaded before there were rules"`
	Seq    int64         `json:"seq"`

	Receipt Receipt `json:"receipt,omitempty" doc:"what may be written on the paper: by it the person finds her ballot in the list of all"`
}

// SetPaperBallot says what a paper ballot holds: all of it, never a part, under
// the rule that phones are under. Without votes it is taken back. Seq orders the
// corrections as in CastBallot.
type SetPaperBallot struct {
	Votes voting.Ballot `json:"votes,omitempty"`
	Dots  []IdeaDots    `json:"dots,omitempty" deprecated:"true" doc:"instead of votes, for the rule dots"`
	Seq   int64         `json:"seq" doc:"grows with each correction, from 1"`

	Receipt Receipt `json:"receipt,omitempty" doc:"as in CastBallot: the facilitator's device makes it"`
}

// IdeaDots is how many dots of one ballot lie on one idea.
type IdeaDots struct {
	Idea  EntryID `json:"idea"`
	Count int     `json:"count" doc:"1 to the round's most per idea"`
}

// Check checks the command; what a ballot may say is the round's rule to say.
func (s *SetPaperBallot) Check(id BallotID) error {
	for _, dots := range s.Dots {
		s.Votes = append(s.Votes, voting.Vote{Entry: dots.Idea, Value: dots.Count})
	}
	s.Dots = nil
	var c checker
	c.id("ballot", string(id))
	c.ballot(CastBallot{Votes: s.Votes, Seq: s.Seq, Receipt: s.Receipt})
	return c.result()
}
