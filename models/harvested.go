package models

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Harvested is a step of a workshop that was collected through a letterbox, as
// something for another workshop of the same programme.
type Harvested struct {
	Workshop Called          `json:"workshop"`
	Step     StepID          `json:"step"`
	Heading  string          `json:"heading"`
	Source   string          `json:"source"`
	Ideas    []HarvestedIdea `json:"ideas"`
}

// HarvestedIdea is an idea that may be brought along.
type HarvestedIdea struct {
	ID     EntryID `json:"id"`
	Text   string  `json:"text"`
	Topic  string  `json:"topic,omitempty" doc:"heading of its topic"`
	Author string  `json:"author,omitempty"`
	Day    string  `json:"day,omitempty" doc:"when it was sent, YYYY-MM-DD; empty: it was not sent"`
}

// Bringing brings entries of another workshop, or of this one, into a step, all or
// none: worded as they are there, each with a note that says where it is from. A step
// of text has no entries: they are written down at its end.
type Bringing struct {
	Workshop WorkshopID `json:"workshop" doc:"where they are"`
	Entries  []Brought  `json:"entries" doc:"1 to 500"`
}

// Brought is one of them. The id is that of the new entry, and the client's.
type Brought struct {
	ID    EntryID `json:"id"`
	Entry EntryID `json:"entry" doc:"which one"`
	Note  string  `json:"note,omitempty" doc:"its source and date, in words"`
}

// point is what is brought as a point of a text: one line, with its source and date.
func (b Brought) point(wording string) string {
	said := pointSign + strings.Join(strings.Fields(wording), " ")
	if b.Note != "" {
		said += " (" + strings.Join(strings.Fields(b.Note), " ") + ")"
	}
	return said
}

// pointSign begins a line of a text that is a point of a list.
const pointSign = "- "

// WriteDown adds what is brought to the end of a step's text, once. The code is
// `text-full`: it has no room for it.
func (s *Step) WriteDown(b Brought, wording string) error {
	point, text := b.point(wording), strings.TrimRight(s.Text, "\n")
	lines := strings.Split(text, "\n")
	switch last := lines[len(lines)-1]; {
	case slices.Contains(lines, point):
		return nil
	case strings.HasPrefix(last, pointSign):
		text += "\n"
	case text != "":
		text += "\n\n"
	}
	if text += point; utf8.RuneCountInString(text) > MaxText {
		return Fail(KindConflict, CodeTextFull, MaxText)
	}
	s.Text = text
	return nil
}

// Check tidies and checks the command.
func (b *Bringing) Check() error {
	var c checker
	c.id("workshop", string(b.Workshop))
	c.within("entries", len(b.Entries), 1, MaxTogether)
	for i := range b.Entries {
		at := "entries." + strconv.Itoa(i) + "."
		c.id(at+"id", string(b.Entries[i].ID))
		c.id(at+"entry", string(b.Entries[i].Entry))
		c.text(at+"note", &b.Entries[i].Note, MaxIdea)
	}
	return c.result()
}
