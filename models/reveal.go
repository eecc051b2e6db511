package models

import "slices"

// A round that has closed is not revealed: who facilitates looks first, then shows
// it to everybody, at once or from the last place up (docs/adr/0039).

// AwaitsReveal says whether the round has a result that is not shown to everybody
// yet, or only from its last place up.
func (r Round) AwaitsReveal() bool {
	return r.State == RoundClosed && !r.Revealed && !r.NobodyVoted()
}

// Awaited says whether people know that the round has a result, and are told
// nothing of it yet.
func (r Round) Awaited() bool { return r.AwaitsReveal() && r.ShownFrom == 0 }

// Reveal shows the result: all of it, or of its standing the next place up.
func (r *Round) Reveal(move RoundState, standing []Place) {
	next := 1
	if move == RoundRevealing {
		next = r.nextShown(standing)
	}
	r.ShownFrom, r.Revealed = next, next == 1
}

// nextShown is the lowest place that is not shown yet. What shares it is shown
// together.
func (r Round) nextShown(standing []Place) int {
	next := 1
	for _, place := range standing {
		if place.Rank > next && (r.ShownFrom == 0 || place.Rank < r.ShownFrom) {
			next = place.Rank
		}
	}
	return next
}

// MayReveal says whether there is a result to be shown. Codes: `round-open`,
// `round-not-open` for a round that nobody has voted in yet.
func (r Round) MayReveal() error {
	switch r.State {
	case RoundOpen:
		return Fail(KindConflict, CodeRoundOpen)
	case RoundPrepared:
		return Fail(KindClosed, CodeRoundNotOpen)
	}
	return nil
}

// MustBeRevealed refuses, with `result-not-revealed`, what would tell everybody
// who is first while only facilitators know.
func (r Round) MustBeRevealed() error {
	if r.AwaitsReveal() {
		return Fail(KindConflict, CodeNotRevealed)
	}
	return nil
}

// AwaitsReveal says whether the record tells a result that is not shown to
// everybody yet.
func (m Minutes) AwaitsReveal() bool {
	return slices.ContainsFunc(m.Steps, func(s StepMinutes) bool {
		return slices.ContainsFunc(s.Rounds, func(r RoundMinutes) bool { return r.Unrevealed })
	})
}

// View is the round with its standing from the totals, as the audience may know
// it: before it is revealed facilitators only have all of it; whoever leads it
// without being one learns no more than that it is closed. What parts gave is told
// when all of it is.
func (r Round) View(a Audience, totals []Total, parts []PartTotal) RoundView {
	if r.State != RoundClosed || r.NobodyVoted() {
		return RoundView{Round: r}
	}
	view := RoundView{Round: r, Standing: r.Standing(totals)}
	view.Draws = r.DrawsIn(view.Standing)
	if r.TellsAll(a) {
		view.PartResults = r.PartResults(parts)
		return view
	}
	if r.ShownFrom == 0 {
		view.Voters, view.Paper, view.Partial = nil, 0, 0
	}
	view.Standing = slices.DeleteFunc(view.Standing, func(p Place) bool { return !r.shows(p) })
	view.Draws = r.DrawsIn(view.Standing) // places that are shared come together
	return view
}

// TellsAll says whether the audience is told all of the result, single ballots too.
func (r Round) TellsAll(a Audience) bool {
	return a == Facilitators || r.State != RoundClosed || r.Revealed
}

// shows says whether a place is among those that are shown from the last one up.
// What was not counted has none, and comes with the first.
func (r Round) shows(p Place) bool { return r.ShownFrom > 0 && (p.Rank == 0 || p.Rank >= r.ShownFrom) }
