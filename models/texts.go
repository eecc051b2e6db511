package models

import (
	"maps"
	"math"
	"slices"
	"strings"
)

// Two people at one text: a change says what the text was when its writer
// began. If that is no longer what stands, nothing is changed and the answer
// holds both texts; the writer chooses (docs/adr/0021).

// Texts are the texts of a row by the names of the members that change them,
// dotted where nested: "text", "attendance.printed".
type Texts map[string]string

// MadeFrom are the texts that a change was made from. Whoever says it says it
// of every text the change touches: one left out was empty. Nil says nothing.
type MadeFrom Texts

// Collision is a text that somebody else has changed meanwhile.
type Collision struct {
	Name   string // as in the request body, dotted where nested
	Stands string // what somebody else made of it
	Yours  string // what the refused change would make of it
}

// MustStand refuses a change of texts from before to after if one of them is no
// longer what the change was made from, with `changed-since` and both texts.
// Two people who wrote the same do not collide.
func (m MadeFrom) MustStand(before, after Texts) error {
	if m == nil {
		return nil
	}
	var collisions []Collision
	for _, name := range slices.Sorted(maps.Keys(union(before, after))) {
		stands, yours := before[name], after[name]
		if stands != yours && tidied(m[name]) != stands {
			collisions = append(collisions, Collision{Name: name, Stands: stands, Yours: yours})
		}
	}
	if len(collisions) == 0 {
		return nil
	}
	err := Fail(KindConflict, CodeChangedSince)
	err.Collisions = collisions
	return err
}

func union(a, b Texts) Texts {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return all
}

// tidied is a text as every change has its texts tidied.
func tidied(text string) string {
	var c checker
	c.text("", &text, math.MaxInt)
	return text
}

// Texts are the texts of a step.
func (s Step) Texts() Texts {
	return Texts{
		"heading": s.Heading, "prompt": s.Prompt, "source": s.Source, "idea_label": s.IdeaLabel,
		"effect": s.Effect, "text": s.Text, "notes": s.Notes,
	}
}

// Texts are the texts of a topic.
func (t Topic) Texts() Texts { return Texts{"heading": t.Heading} }

// Texts are the texts of a round.
func (r Round) Texts() Texts { return Texts{"label": r.Label} }

// Texts are the texts of the head; names stand one a line.
func (h Head) Texts() Texts {
	texts := Texts{
		"language": h.Language, "programme": h.Programme, "group": h.Group, "title": h.Title, "date": h.Date,
		"start": h.Start, "end": h.End, "place": h.Place, "next_meeting": h.NextMeeting,
		"facilitators": strings.Join(h.Facilitators, "\n"),
	}
	if a := h.Attendance; a != nil {
		texts["attendance.printed"] = a.Printed
		texts["attendance.present"] = strings.Join(a.Present, "\n")
		texts["attendance.excused"] = strings.Join(a.Excused, "\n")
		texts["attendance.guests"] = strings.Join(a.Guests, "\n")
	}
	return texts
}

// Texts are the texts of a draft; a late input is one with its source, settled
// or not.
func (d Draft) Texts() Texts {
	texts := Texts{"introduction": d.Introduction, "note": d.Note}
	for name, text := range d.Office.members() {
		texts[draftOffice+name] = *text
	}
	for step, remark := range d.Remarks {
		texts["remarks."+string(step)] = remark
	}
	for row, edit := range d.Edits {
		texts["edits."+row+".text"] = edit.Text
		texts["edits."+row+".body"] = edit.Body
		texts["edits."+row+".left_out"] = edit.LeftOut
	}
	for _, in := range d.LateInputs {
		texts["late_inputs."+string(in.ID)+".text"] = in.Text
		texts["late_inputs."+string(in.ID)+".source"] = in.Source
		texts["late_inputs."+string(in.ID)+".reason"] = in.Reason
	}
	return texts
}
