package exports

import (
	"cmp"
	"slices"
	"strings"

	"dilna/models"
)

// divided are the ways the room was divided, where steps belong to their parts or
// people are known to have sat in them: a field each, unless nobody named any part.
func (d *draft) divided(m models.Minutes) Fields {
	var fields Fields
	for i, division := range m.Divisions {
		worked := slices.ContainsFunc(m.Steps, func(s models.StepMinutes) bool { return s.Part != nil && s.Part[0] == i })
		sat := slices.ContainsFunc(division.Parts, func(p models.PartMinutes) bool { return p.Seats > 0 })
		if parts := strings.Join(d.words.partsOf(division), ", "); (worked || sat) && parts != "" {
			label := cmp.Or(dividedBy(division), d.words.divided)
			fields = append(fields, Field{Label: label, Value: parts, Lang: d.written})
		}
	}
	return fields
}

// partsOf are the parts of a division as they are listed, with how many sat there;
// those of guests say so, unless they are called so.
func (w words) partsOf(division models.DivisionMinutes) []string {
	var parts []string
	for _, part := range division.Parts {
		var notes []string
		if part.Guests && !saidIn(part.Heading, w.guests) {
			notes = append(notes, strings.ToLower(w.guests))
		}
		if part.Seats > 0 {
			notes = append(notes, amount(w.tongue, part.Seats))
		}
		heading := strings.TrimSpace(part.Heading)
		if heading != "" && len(notes) > 0 {
			heading += " (" + strings.Join(notes, ", ") + ")"
		}
		if heading != "" {
			parts = append(parts, heading)
		}
	}
	return parts
}

// withPart is the heading of a step with the part of a division that worked in it:
// steps of several parts have often one heading.
func withPart(s models.StepMinutes, divisions []models.DivisionMinutes) string {
	part := partIn(s, divisions)
	if part == "" || strings.Contains(strings.ToLower(s.Heading), strings.ToLower(part)) {
		return s.Heading
	}
	return s.Heading + " – " + part
}

// among has rounds say which parts of the room voted in them.
func among(held []heldRound, divisions []models.DivisionMinutes) []heldRound {
	for i, r := range held {
		for _, at := range r.Parts {
			held[i].voting = append(held[i].voting, partAt(at, divisions))
		}
		held[i].voting = named(held[i].voting)
	}
	return held
}

// partIn is the part of a division that worked in the step; empty: everybody, or
// nobody knows.
func partIn(s models.StepMinutes, divisions []models.DivisionMinutes) string {
	if s.Part == nil {
		return ""
	}
	return partAt(*s.Part, divisions)
}

// partAt is what the part that stands there is called; empty where none does.
func partAt(at [2]int, divisions []models.DivisionMinutes) string {
	if at[0] < 0 || at[0] >= len(divisions) {
		return ""
	}
	parts, i := divisions[at[0]].Parts, at[1]
	if i < 0 || i >= len(parts) {
		return ""
	}
	return strings.TrimSpace(parts[i].Heading)
}

// dividedBy is what a division is called among words of ours.
func dividedBy(division models.DivisionMinutes) string {
	return strings.TrimRight(strings.TrimSpace(division.Heading), ":?")
}
