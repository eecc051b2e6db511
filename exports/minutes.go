package exports

import (
	"strings"

	"dilna/models"
)

// FromMinutes writes the document of a record, its frame in the language of
// the record (English where it is not one of ours). It takes any record, empty
// or half filled: minutes are ready at any moment.
func FromMinutes(m models.Minutes) Document {
	if m.Language == "" {
		m.Language = defaultLanguage
	}
	w := wordsIn(m.Language)
	d := draft{words: w}
	d.head(m.Head)
	for i, step := range m.Steps {
		d.step(i+1, step)
	}
	day, _ := dayOf(m.Date)
	return Document{
		Language: m.Language,
		Title:    titleOf(w, m.Head),
		Author:   strings.Join(named(m.Facilitators), ", "),
		Date:     day,
		Foot:     strings.Join(named([]string{titleOf(w, m.Head), m.Group}), " · "),
		Page:     w.page,
		Of:       w.of,
		Blocks:   d.blocks,
	}
}

// draft gathers the blocks of a document.
type draft struct {
	words  words
	blocks []Block
	legend string // the legend of marks the reader has seen last
}

func (d *draft) add(b Block) { d.blocks = append(d.blocks, b) }

func titleOf(w words, h models.Head) string {
	if title := strings.TrimSpace(h.Title); title != "" {
		return title
	}
	return w.title(h.Number)
}

func (d *draft) head(h models.Head) {
	d.add(Masthead{Programme: h.Programme, Title: titleOf(d.words, h), GroupWord: d.words.group, Group: h.Group})
	if fields := d.fields(h); len(fields) > 0 {
		d.add(fields)
	}
}

// fields are the fields of the head that have a value.
func (d *draft) fields(h models.Head) Fields {
	w, came := d.words, models.Attendance{}
	if h.Attendance != nil {
		came = *h.Attendance
	}
	if strings.TrimSpace(came.Printed) == "" {
		came.Printed = w.attended(came.Participants, came.Observers)
	}
	facilitators := named(h.Facilitators)
	var fields Fields
	for _, f := range []Field{
		{w.date, w.when(h.Date, h.Start, h.End)},
		{w.place, h.Place},
		{w.count, came.Printed},
		{w.facilitators(len(facilitators)), strings.Join(facilitators, ", ")},
		{w.present, strings.Join(named(came.Present), ", ")},
		{w.excused, strings.Join(named(came.Excused), ", ")},
		{w.guests, strings.Join(named(came.Guests), ", ")},
		{w.nextMeeting, h.NextMeeting},
	} {
		if strings.TrimSpace(f.Value) != "" {
			fields = append(fields, f)
		}
	}
	return fields
}

// named leaves out names nobody filled in.
func named(names []string) []string {
	var kept []string
	for _, name := range names {
		if strings.TrimSpace(name) != "" {
			kept = append(kept, name)
		}
	}
	return kept
}
