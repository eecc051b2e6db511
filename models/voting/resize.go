package voting

import (
	"math"
	"reflect"
)

// caps are the numbers that say how far one person may go, and that may change
// while people vote. Others change what a ballot means: the marks of a scale, the
// points of a place.
func (r *Rule) caps() []*int {
	switch r.Name {
	case Dots:
		return []*int{&r.Dots, &r.PerEntry, &r.PerTopic}
	case PlusMinus:
		return []*int{&r.Dots, &r.PerEntry}
	case Approval:
		return []*int{&r.Most}
	case Budget:
		return []*int{&r.Budget}
	}
	return nil
}

// IsResized says whether the other rule is this one with other limits. Where all
// dots must be used more of them would make whole ballots partial behind people's
// backs, so that has none.
func (r Rule) IsResized(to Rule) bool {
	if r.Name != to.Name || r.UseAll {
		return false
	}
	mine := r.caps()
	for i, limit := range to.caps() {
		*limit = *mine[i]
	}
	return reflect.DeepEqual(r, to)
}

// HasRoom says whether the limits may become those of the other rule, where the
// fullest ballot so far uses so much; 0: nobody has said anything yet. They may
// always be raised. Lowered they may be where how much is used tells nothing of
// what for: the dots, and the entries named, of one person in all.
func (r Rule) HasRoom(to Rule, fullest int) bool {
	if fullest == 0 || r.isWithin(to) {
		return true
	}
	if r.Name != Dots && r.Name != Approval {
		return false
	}
	if to.Measure(nil).Budget < fullest {
		return false
	}
	r.Dots, r.Most = to.Dots, to.Most
	return r.isWithin(to)
}

// isWithin says whether no limit is higher than that of the other rule.
func (r Rule) isWithin(to Rule) bool {
	theirs := to.caps()
	for i, limit := range r.caps() {
		if end(*limit) > end(*theirs[i]) {
			return false
		}
	}
	return true
}

// end is how far a limit lets people go; 0 is none.
func end(limit int) int {
	if limit == 0 {
		return math.MaxInt
	}
	return limit
}
