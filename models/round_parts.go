package models

import (
	"fmt"
	"slices"
)

// A round may be of some people only: a jury, those who speak for an office. The
// others see that they vote, and do not (docs/adr/0033).

// MayTakePart says whether a person who sits there votes in the round at all.
// Those who may not take part in its step may not either: Step.MayTakePart. Code
// `round-of-others`.
func (r Round) MayTakePart(sits Sits) error {
	here := func(part PartID) bool { return slices.Contains(sits.Parts, part) }
	if len(r.Parts) > 0 && !slices.ContainsFunc(r.Parts, here) {
		return Fail(KindForbidden, CodeRoundOfOthers)
	}
	return nil
}

// RoundPartField names the part of that index.
func RoundPartField(i int) string { return fmt.Sprintf("parts.%d", i) }

// roundParts wants parts that are each said once.
func (c *checker) roundParts(parts []PartID) {
	c.within("parts", len(parts), 0, MaxParts)
	seen := map[PartID]bool{}
	for i, part := range parts {
		c.id(RoundPartField(i), string(part))
		if seen[part] {
			c.add(Field{Name: RoundPartField(i), Reason: ReasonDuplicate})
		}
		seen[part] = true
	}
}

// PlacesOf are where parts stand among the divisions, as a record says it.
func PlacesOf(divisions []Division, parts []PartID) [][2]int {
	var places [][2]int
	for _, part := range parts {
		if at := PlaceOf(divisions, part); at != nil {
			places = append(places, *at)
		}
	}
	return places
}

// PartsAt are the parts that stand there; where none does there is none.
func PartsAt(divisions []Division, places [][2]int) []PartID {
	var parts []PartID
	for _, at := range places {
		if part := PartAt(divisions, &at); part != "" && !slices.Contains(parts, part) {
			parts = append(parts, part)
		}
	}
	return parts
}
