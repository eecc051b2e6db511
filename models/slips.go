package models

import "slices"

// SlipKind says what slips are for.
type SlipKind string

const (
	SlipBallots SlipKind = "ballots" // numbers to mark
	SlipIdeas   SlipKind = "ideas"   // room to write
)

// Slips are quarters of an A4 sheet that people fill in by hand, for one step.
// They can be printed before anybody has said anything.
type Slips struct {
	Kind    SlipKind
	Head    Head
	Step    Step
	Topics  []string
	Round   *Round   // of ballots
	Options int      // how many ideas are voted on; 0: none are there yet
	Number  int      // of the round, from 1, where the step has several
	For     []string // the parts of the room whose slips they are; empty: everybody's
}

// IsFor has the slips say whose they are: of the parts that vote in the round, else of
// the part that works in the step.
func (s *Slips) IsFor(divisions []Division) {
	parts := []PartID{s.Step.PartID}
	if s.Round != nil && len(s.Round.Parts) > 0 {
		parts = s.Round.Parts
	}
	for _, id := range parts {
		if part, found := PartOf(divisions, id); found {
			s.For = append(s.For, part.Heading)
		}
	}
}

// Numbers of a ballot.
const (
	// BlankNumbers are as many as a ballot has before there are ideas.
	BlankNumbers = 20
	// MaxNumbers are as many as can be marked on a quarter of a sheet.
	MaxNumbers = 72
)

// RoundOnPaper is the round that ballots of the step are printed for: the last
// one that has not been closed. Codes: `wrong-method`, `no-vote`.
func (s Step) RoundOnPaper(rounds []Round) (Round, error) {
	if s.Method != MethodCollect {
		return Round{}, Fail(KindConflict, CodeWrongMethod)
	}
	for _, round := range slices.Backward(rounds) {
		if round.State != RoundClosed {
			return round, nil
		}
	}
	return Round{}, Fail(KindConflict, CodeNoVote)
}

// MayPrint says whether there are slips of that kind for the step. Codes:
// `not-found` for a kind there is not, `wrong-method` where nobody writes ideas.
func (k SlipKind) MayPrint(s Step) error {
	switch {
	case k != SlipBallots && k != SlipIdeas:
		return Fail(KindNotFound, CodeNotFound)
	case s.Method != MethodCollect:
		return Fail(KindConflict, CodeWrongMethod)
	}
	return nil
}

// FileName is the name of the file of the slips, without its ending.
func (s Slips) FileName() string {
	name := s.Head.called().slips
	if s.Kind == SlipBallots {
		name = s.Head.called().ballots
	}
	if about := PlainName(s.Step.Heading); about != "" {
		name += "-" + about
	}
	return name
}
