package models

import (
	"slices"

	"dilna/models/voting"
)

// Rules that need to know the state of the workshop. Each is a pure method, so
// that it can be read as a table and tested as one.

// MayContribute says whether the actor may add to the step: participants while
// the workshop and the step are open, facilitators always (they type for
// people without a phone, bring ideas from before and add late ones). Codes:
// `facilitator-only`, `workshop-not-open`, `step-not-open`, `wrong-method`.
func (s Step) MayContribute(by Actor, w Workshop, method Method) error {
	if err := by.MustContribute(); err != nil {
		return err
	}
	if s.Method != method {
		return Fail(KindConflict, CodeWrongMethod)
	}
	if by.Facilitates() {
		return nil
	}
	if !method.isForAll() {
		return Fail(KindForbidden, CodeFacilitatorOnly)
	}
	return s.mustBeOpen(w)
}

// MayBeVotedOn says whether the actor may add the round to the step: on ideas by
// any rule, on decisions by a choice. Codes: those of MayContribute.
func (s Step) MayBeVotedOn(by Actor, w Workshop, r Round) error {
	if s.Method == MethodDecisions && r.Decides() {
		return s.MayContribute(by, w, MethodDecisions)
	}
	return s.MayContribute(by, w, MethodCollect)
}

// Decides says whether what the round counts is a decision: for, against, abstaining.
func (r Round) Decides() bool { return r.Rule != nil && r.Rule.Name == voting.Choice }

// MayGoTo says whether the step may become that of other people: while it waits.
// Code `step-begun`.
func (s Step) MayGoTo() error {
	if s.State != StepWaiting {
		return Fail(KindConflict, CodeStepBegun)
	}
	return nil
}

// isForAll says whether participants write in steps of the method themselves:
// what was decided and who does what the facilitator writes down before them.
func (m Method) isForAll() bool { return m == MethodCollect || m == MethodFishbone }

func (s Step) mustBeOpen(w Workshop) error {
	if err := w.MustBeOpen(); err != nil {
		return err
	}
	if s.State != StepOpen {
		return Fail(KindClosed, CodeStepNotOpen)
	}
	return nil
}

// MayChange says whether the actor may reword or remove what owner wrote in
// the step: participants their own while it is open, facilitators everything.
// Codes: those of MayContribute and `not-yours`.
func (s Step) MayChange(by Actor, w Workshop, owner SeatID) error {
	if by.Facilitates() {
		return nil
	}
	if by.Role != RoleParticipant || owner == "" || owner != by.Seat {
		return Fail(KindForbidden, CodeNotYours)
	}
	return s.mustBeOpen(w)
}

// MayVote says whether the actor may place dots in the round. Codes:
// `facilitator-only` for who has no dots, `round-not-open`, `round-closed`,
// `workshop-not-open`, `step-not-open`.
func (r Round) MayVote(by Actor, w Workshop, s Step) error {
	switch {
	case by.Role != RoleParticipant:
		return Fail(KindForbidden, CodeNotYours)
	case r.State == RoundClosed:
		return Fail(KindClosed, CodeRoundClosed)
	case r.State != RoundOpen:
		return Fail(KindClosed, CodeRoundNotOpen)
	}
	return s.mustBeOpen(w)
}

// MayEnterPaper says whether the actor may enter, correct or take back a paper
// ballot: who runs the workshop, while the round is open. Codes:
// `facilitator-only`, `round-not-open`, `round-closed`.
func (r Round) MayEnterPaper(by Actor) error {
	switch {
	case !by.Facilitates():
		return Fail(KindForbidden, CodeFacilitatorOnly)
	case r.State == RoundClosed:
		return Fail(KindClosed, CodeRoundClosed)
	case r.State != RoundOpen:
		return Fail(KindClosed, CodeRoundNotOpen)
	}
	return nil
}

// MayOpen says whether dots can be placed from now on: the step must be open,
// have ideas, and no other round of it may be running, unless this one is to stand
// beside it on the same entries. A round that has counted
// a ballot never opens again: its key is gone. Codes:
// `workshop-not-open`, `step-not-open`, `nothing-to-vote-on`, `round-closed`,
// `round-open`, `wrong-method`, `step-blind` while people do not see the ideas,
// `rule-not-played` for a rule that phones do not know, `rule-missing` where
// nobody said by which rule people vote.
func (r Round) MayOpen(w Workshop, s Step, ideas int, open []Round, beside bool) error {
	switch {
	case r.State == RoundClosed && !r.NobodyVoted():
		return Fail(KindClosed, CodeRoundClosed)
	case r.CastBy == CastTyped:
		return Fail(KindConflict, CodeWrongMethod)
	case !r.IsPlayed():
		return Fail(KindConflict, CodeRuleNotPlayed)
	case r.Rule == nil || !r.Rule.IsComplete():
		return Fail(KindConflict, CodeRuleMissing)
	case s.Method == MethodDecisions && !r.Decides():
		return Fail(KindConflict, CodeWrongMethod)
	case ideas == 0:
		return Fail(KindConflict, CodeNothingToVoteOn)
	case slices.ContainsFunc(open, func(other Round) bool { return !beside || !r.isOnSame(other) }):
		return Fail(KindConflict, CodeRoundOpen)
	case s.Blind:
		return Fail(KindConflict, CodeStepBlind)
	}
	return s.mustBeOpen(w)
}

// isOnSame says whether two rounds of a step are on the same entries: only then have
// these the same numbers on both ballots and on the wall.
func (r Round) isOnSame(other Round) bool {
	return slices.Equal(slices.Sorted(slices.Values(r.Ideas)), slices.Sorted(slices.Values(other.Ideas)))
}

// MayApply says whether the rule of the round may still change, how its votes
// come in, or who votes: only while nobody votes by it (docs/reliability.md, INV-06).
// Its label always may, and of an open round its limits, as MayResize says, and
// whether it takes proposals. Code `no-proposals` besides.
func (r Round) MayApply(change RoundChange) error {
	changed := r
	changed.Apply(change)
	if err := changed.MayTakeProposals(); err != nil {
		return err
	}
	if err := changed.MayTellByPart(); err != nil {
		return err
	}
	if r.State == RoundClosed && change.Proposals != nil {
		return Fail(KindClosed, CodeRoundClosed)
	}
	if !change.changesRule() || r.State == RoundPrepared || r.Resizes(change) {
		return nil
	}
	if r.State == RoundOpen {
		return Fail(KindConflict, CodeRoundOpen)
	}
	return Fail(KindClosed, CodeRoundClosed)
}
