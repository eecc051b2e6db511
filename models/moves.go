package models

// Moves take the room from where it is to somewhere else: doors open, a step
// begins, a vote ends. Two people press at once, or one presses twice; so
// whoever moves says what she saw, and nothing happens where that no longer
// stands (docs/adr/0020).

// WorkshopMove opens or shuts the doors, or ends the workshop.
type WorkshopMove struct {
	State WorkshopState `json:"state" enum:"prepared,open,ended"`
	From  WorkshopState `json:"from,omitempty" enum:",prepared,open,ended" doc:"the state the caller saw; without it, whatever it is"`
}

// StepMove opens a step, closes it, or takes it back behind the curtain.
type StepMove struct {
	State StepState `json:"state" enum:"waiting,open,closed" doc:"an open step becomes the current one; the one open before closes"`
	From  *StepSeen `json:"from,omitempty" doc:"what the caller saw; without it, whatever it is"`
}

// StepSeen is a step as somebody saw it, and where the screens were.
type StepSeen struct {
	State   StepState `json:"state" enum:"waiting,open,closed"`
	Current StepID    `json:"current_step" doc:"where the screens were; empty before the first step"`
}

// RoundMove opens a round, closes it, or shows the result of one that has closed.
type RoundMove struct {
	State RoundState `json:"state" enum:"open,closed,revealed,revealing" doc:"revealed: everybody is told the result; revealing: of the next place, from the last one up"`
	From  *RoundSeen `json:"from,omitempty" doc:"what the caller saw; without it, whatever it is"`

	Beside bool `json:"beside,omitempty" doc:"opens it beside those that are open in its step, where all are on the same entries; without: round-open"`
}

// RoundSeen is a round as somebody saw it. Whether there were ballots at all
// matters, not how many: they come in while she presses.
type RoundSeen struct {
	State     RoundState `json:"state" enum:"prepared,open,closed"`
	Ballots   *int       `json:"ballots,omitempty" doc:"how many there were; only whether there were any is looked at"`
	ShownFrom *int       `json:"shown_from,omitempty" doc:"what was shown of the result, as the round says it"`
}

// Refuse says what becomes of the move where the workshop stands so; nil: it
// may be made. Codes: those of Moved.
func (m WorkshopMove) Refuse(w Workshop) error {
	if m.From == "" {
		return nil
	}
	return Moved(m.From == w.State, m.State == w.State)
}

// Refuse says what becomes of the move of a step of the workshop; nil: it may
// be made. Codes: those of Moved.
func (m StepMove) Refuse(s Step, w Workshop) error {
	if m.From == nil {
		return nil
	}
	reached := m.State == s.State && (m.State != StepOpen || s.PartID != "" || w.CurrentStep == s.ID)
	return Moved(*m.From == StepSeen{State: s.State, Current: w.CurrentStep}, reached)
}

// Refuse says what becomes of the move of a round that has so many ballots;
// nil: it may be made. Codes: those of Moved.
func (m RoundMove) Refuse(r Round, ballots int) error {
	if m.From == nil {
		return nil
	}
	seen := m.From.State == r.State && (m.From.Ballots == nil || (*m.From.Ballots > 0) == (ballots > 0)) &&
		(m.From.ShownFrom == nil || *m.From.ShownFrom == r.ShownFrom)
	return Moved(seen, m.reached(r))
}

// Shows says whether the move shows a result.
func (m RoundMove) Shows() bool { return m.State == RoundRevealed || m.State == RoundRevealing }

// reached says whether the round is where the move would bring it.
func (m RoundMove) reached(r Round) bool {
	switch m.State {
	case RoundRevealed:
		return r.Revealed
	case RoundRevealing:
		return r.ShownFrom > 0
	}
	return m.State == r.State
}

// Moved is the one rule of moves: what the caller saw still stands, or somebody
// else has made the same move (`already-done`: nothing is left to do), or
// another one (`moved-on`: look and decide again).
func Moved(seen, reached bool) error {
	switch {
	case seen:
		return nil
	case reached:
		return Fail(KindConflict, CodeAlreadyDone)
	}
	return Fail(KindConflict, CodeMovedOn)
}
