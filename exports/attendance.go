package exports

import (
	"slices"
	"strings"

	"dilna/models"
)

// namesInField is how many names stand in one field of the head at most.
const namesInField = 8

// attendance lists who was present, excused or a guest, each with the organisation
// people wrote after the name, in columns where they fit. Few bare names stand in the
// fields of the head: there are no lists then.
func (d *draft) attendance(h models.Head) []Block {
	if h.Attendance == nil {
		return nil
	}
	came := *h.Attendance
	groups := []struct {
		label string
		names []string
	}{{d.words.present, named(came.Present)}, {d.words.excused, named(came.Excused)}, {d.words.guests, named(came.Guests)}}
	var blocks []Block
	isLong := false
	for _, group := range groups {
		isLong = isLong || len(group.names) > namesInField || slices.ContainsFunc(group.names, hasOrganisation)
		if len(group.names) > 0 {
			blocks = append(blocks, Paragraph{Text: group.label, Tone: Strong, Heads: true}, d.names(group.names))
		}
	}
	if !isLong {
		return nil
	}
	return blocks
}

// hasOrganisation says whether somebody wrote where a person is from: "Jana Nová, Charita".
func hasOrganisation(name string) bool { return strings.Contains(name, ", ") }

func (d *draft) names(names []string) List {
	var list List
	for _, name := range names {
		list.Bullets = append(list.Bullets, Bullet{Line: Line{Text: heldNames(strings.TrimSpace(name)), Lang: d.written}})
	}
	return list
}

// inOneLine joins names; where an organisation stands after a comma, by semicolons.
func inOneLine(names []string) string {
	names, by := named(names), ", "
	if slices.ContainsFunc(names, hasOrganisation) {
		by = "; "
	}
	return strings.Join(names, by)
}
