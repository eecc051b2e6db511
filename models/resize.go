package models

import "reflect"

// Resizes says whether the change is of the limits of an open round, and of
// nothing else of its rule.
func (r Round) Resizes(change RoundChange) bool {
	if r.State != RoundOpen || r.Rule == nil || !change.changesRule() {
		return false
	}
	changed := r
	changed.Apply(change)
	rule := changed.Rule
	r.Follow(r.Rule)
	changed.Follow(r.Rule)
	changed.Label = r.Label
	return rule != nil && reflect.DeepEqual(changed, r) && r.Rule.IsResized(*rule)
}

// MayResize says whether the limits of an open round, which the change Resizes, may
// be so, where the fullest of its ballots uses so much. Code `limit-in-use`:
// somebody has spent more than would be left (docs/reliability.md, INV-06).
//
// What the refusal tells: that one ballot at least uses more than the new limit,
// not whose it is; by asking again and again, how much the fullest one uses. How
// many have used all they have, whoever facilitates is told anyway while people
// vote. It tells nothing of what anybody votes for: the answer is the same whatever
// the dots lie on (INV-24). A limit for one entry or one topic would tell that
// somebody put so much on one thing, money what it went to, and of plus and minus
// dots which they are: so these are only raised once anybody has voted.
func (r Round) MayResize(change RoundChange, fullest int) error {
	changed := r
	changed.Apply(change)
	if !r.Rule.HasRoom(*changed.Rule, fullest) {
		return Fail(KindConflict, CodeLimitInUse)
	}
	return nil
}
