package voting_test

import (
	"testing"

	"pgregory.net/rapid"

	"dilna/models/voting"
)

// TestALimitThatHasRoomKeepsEveryBallotINV06: whatever has been said by a rule is
// still allowed after its limits have changed; where nothing has been said, any do.
func TestALimitThatHasRoomKeepsEveryBallotINV06(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		upTo := func(n int, name string) int { return rapid.IntRange(0, n).Draw(t, name) }
		name := rapid.SampledFrom([]voting.Name{voting.Dots, voting.PlusMinus, voting.Approval, voting.Budget}).Draw(t, "rule")
		costs := map[voting.EntryID]int{"a": 1, "b": 2, "c": 3}
		anyOf := func() voting.Rule {
			switch name {
			case voting.Dots:
				return voting.Rule{Name: name, Dots: 1 + upTo(4, "dots"), PerEntry: upTo(3, "per entry"), PerTopic: upTo(3, "per topic")}
			case voting.PlusMinus:
				return voting.Rule{Name: name, Dots: 1 + upTo(4, "dots"), PerEntry: upTo(3, "per entry"), Minus: new(2)}
			case voting.Approval:
				return voting.Rule{Name: name, Most: upTo(3, "most")}
			default:
				return voting.Rule{Name: name, Budget: 1 + upTo(6, "budget"), Costs: costs}
			}
		}
		before, after := anyOf(), anyOf()
		if !before.IsResized(after) {
			t.Fatalf("%+v is not %+v with other limits", after, before)
		}
		if !before.HasRoom(after, 0) {
			t.Fatalf("nobody has said anything, and %+v has no room", after)
		}
		topics := voting.Topics{"a": "x", "b": "x", "c": "y"}
		var ballot voting.Ballot
		for _, entry := range []voting.EntryID{"a", "b", "c"} {
			if value := upTo(4, "value") - upTo(1, "less"); value != 0 {
				ballot = append(ballot, voting.Vote{Entry: entry, Value: value})
			}
		}
		if before.Check(ballot, topics) != nil || len(ballot) == 0 {
			return
		}
		if before.HasRoom(after, before.Measure(ballot).Used) {
			if err := after.Check(ballot, topics); err != nil {
				t.Fatalf("%+v was allowed by %+v, and by %+v is not: %v", ballot, before, after, err)
			}
		}
	})
}

// TestARuleIsNotResizedToAnother: what changes the meaning of a ballot is no limit.
func TestARuleIsNotResizedToAnother(t *testing.T) {
	three := voting.Rule{Name: voting.Dots, Dots: 3}
	for _, to := range []voting.Rule{
		{Name: voting.Approval, Most: 3}, {Name: voting.Dots, Dots: 3, UseAll: true}, {Name: voting.PlusMinus, Dots: 3, Minus: new(1)},
	} {
		if three.IsResized(to) || to.IsResized(three) {
			t.Errorf("%+v and %+v are one rule", three, to)
		}
	}
	scale := voting.Rule{Name: voting.Scale, Steps: 5}
	if scale.IsResized(voting.Rule{Name: voting.Scale, Steps: 6}) {
		t.Error("another mark is a limit")
	}
}
