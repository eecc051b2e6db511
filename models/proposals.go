package models

import "slices"

// An idea of one's own in a round that people vote in (docs/adr/0045).

// MaxProposals is how many ideas one person may propose while people vote in a step.
const MaxProposals = 3

// takesProposals says whether ideas can come while people vote in the round at all:
// not where they vote on paper only.
func (r Round) takesProposals() bool {
	return r.CastBy != CastTyped && r.Rule != nil && r.Rule.TakesProposals()
}

// MayTakeProposals says whether the round may say that it takes proposals. Code
// `no-proposals`.
func (r Round) MayTakeProposals() error {
	if r.Proposals && !r.takesProposals() {
		return Fail(KindConflict, CodeNoProposals)
	}
	return nil
}

// MayPropose says whether the actor may add the entry though people vote in these
// rounds of its step: an idea, where each of them takes proposals, and the actor may
// vote in one of them or facilitates. It stands in no topic and under no idea, behind
// all others: so no number changes on a ballot that lies under somebody's finger or is
// printed. Codes: `round-open`, `round-of-others`.
func (n NewEntry) MayPropose(by Actor, step Step, sits Sits, open []Round) error {
	takes := func(r Round) bool { return r.Proposals }
	if step.Method != MethodCollect || n.Topic != "" || n.Parent != "" || n.Index != nil || !every(open, takes) {
		return Fail(KindConflict, CodeRoundOpen)
	}
	votes := func(r Round) bool { return r.MayTakePart(sits) == nil }
	if by.Role == RoleParticipant && !slices.ContainsFunc(open, votes) {
		return Fail(KindForbidden, CodeRoundOfOthers)
	}
	return nil
}

func every(rounds []Round, is func(Round) bool) bool {
	return !slices.ContainsFunc(rounds, func(r Round) bool { return !is(r) })
}
