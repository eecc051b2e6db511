package models

// SetAgreement says whether I agree with an idea of somebody else: absolute, so that
// sending it again is harmless. Seq orders what one device says of one idea: at or
// below the newest that was counted it changes nothing (docs/reliability.md, INV-02).
type SetAgreement struct {
	Agrees bool  `json:"agrees"`
	Seq    int64 `json:"seq" doc:"grows with each change on this device, from 1"`
}

// Check checks the command. The code is `invalid`.
func (s SetAgreement) Check() error {
	var c checker
	c.seq(s.Seq)
	return c.result()
}

// Agreement is what a person says of one idea while its step is open. How many agree
// nobody is told before it closes; then only the number is left (docs/adr/0054).
type Agreement struct {
	Idea   EntryID `json:"idea" gorm:"column:entry_id"`
	Agrees bool    `json:"agrees"`
	Seq    int64   `json:"seq" doc:"of the newest change that counted"`
}

// MayAgree says whether the actor may agree with the idea, or take it back: who has a
// seat, with ideas of others that she sees, while people work on the step. Codes:
// `not-yours` for who is no participant, `workshop-not-open`, `step-not-open`,
// `step-blind`, `agreeing-off`, `own-idea`, `agreements-counted`, and `not-found` for
// what is no idea that she sees.
func (s Step) MayAgree(by Actor, w Workshop, idea Entry) error {
	if by.Role != RoleParticipant {
		return Fail(KindForbidden, CodeNotYours)
	}
	if err := s.mustBeOpen(w); err != nil {
		return err
	}
	switch {
	case s.Blind:
		return Fail(KindConflict, CodeStepBlind)
	case idea.Method != MethodCollect || idea.Removed || idea.Hidden:
		return Fail(KindNotFound, CodeNotFound)
	case !s.Agreeing:
		return Fail(KindConflict, CodeAgreeingOff)
	case idea.SeatID == by.Seat:
		return Fail(KindConflict, CodeOwnIdea)
	case idea.Agreed != nil:
		return Fail(KindClosed, CodeAgreementsCounted)
	}
	return nil
}

// AgreementOf is what one person says of one idea, as it is counted: of one that was
// merged, for the idea it lives on in.
type AgreementOf struct {
	Person  string
	EntryID EntryID
	LivesOn EntryID
}

// CountAgreements are how many agree with each idea. Who agreed with several that are
// one by now counts once, with the one they live on in where she agreed with that: so
// that together they have as many as there are people.
func CountAgreements(all []AgreementOf) map[EntryID]int {
	type who struct {
		person  string
		livesOn EntryID
	}
	counted := map[who]EntryID{}
	for _, a := range all {
		at, known := counted[who{a.Person, a.LivesOn}]
		if !known || at != a.LivesOn && (a.EntryID == a.LivesOn || a.EntryID < at) {
			counted[who{a.Person, a.LivesOn}] = a.EntryID
		}
	}
	counts := map[EntryID]int{}
	for _, entry := range counted {
		counts[entry]++
	}
	return counts
}
