package models

import "slices"

// editionTransitions are the only ways a version changes its state
// (docs/reliability.md, INV-23). Approved, it never changes again; to take back its
// publication is to make it approved only.
var editionTransitions = map[MinutesState][]MinutesState{
	MinutesDraft:     {MinutesApproved},
	MinutesApproved:  {MinutesPublished},
	MinutesPublished: {MinutesApproved},
}

// MayBecome refuses a transition that is not declared, with
// `transition-not-allowed`. To become what it is already is always allowed.
func (s MinutesState) MayBecome(next MinutesState) error {
	if next == s || slices.Contains(editionTransitions[s], next) {
		return nil
	}
	return Fail(KindConflict, CodeTransition)
}

// EditionMove moves a version from the state its sender sees to another.
type EditionMove struct {
	From  MinutesState `json:"from,omitempty" enum:",approved,published" doc:"the state the caller saw; without it, whatever it is"`
	State MinutesState `json:"state" enum:"approved,published" doc:"approved: its publication is taken back"`
	Older OlderPublic  `json:"older,omitempty" enum:",stay,withdraw" doc:"what becomes of older public versions; has to be said where the version no longer says something that one of them says"`
}

// OlderPublic is what a coordinator decided of the older public versions when
// she published one that says less.
type OlderPublic string

const (
	OlderUnasked  OlderPublic = "" // the version drops nothing that was public
	OlderStay     OlderPublic = "stay"
	OlderWithdraw OlderPublic = "withdraw"
)

// MayMove says whether the version may be moved so beside the public versions
// older than it. Codes: those of Moved, `transition-not-allowed`,
// `older-versions` where publishing it asks for a decision of them.
func (e Edition) MayMove(move EditionMove, older []Edition) error {
	if move.From != "" && move.From != e.State {
		return Moved(false, move.State == e.State)
	}
	if err := e.State.MayBecome(move.State); err != nil {
		return err
	}
	if e.State != MinutesPublished && move.Older == OlderUnasked && e.Drops(older) {
		return Fail(KindConflict, CodeOlderVersions)
	}
	return nil
}

// Published is what is behind a public address, the newest version first.
type Published struct {
	Editions []Edition
	Damaged  []int // versions that are no longer what was approved, and are not shown
}

// Drops says whether one of the older versions says in public what this one
// does not: left out, removed or worded otherwise, it is still read there.
func (e Edition) Drops(older []Edition) bool {
	said := map[string]bool{}
	for _, line := range linesOf(e.Public()) {
		said[line.text] = true
	}
	return slices.ContainsFunc(older, func(o Edition) bool {
		return slices.ContainsFunc(linesOf(o.Public()), func(line saidLine) bool { return !said[line.text] })
	})
}
