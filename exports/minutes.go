package exports

import (
	"slices"
	"strings"

	"dilna/models"
)

// FromMinutes writes the document of a record that is no version of anything:
// no watermark, no version in the foot.
func FromMinutes(m models.Minutes, o models.MinutesOptions) Document {
	return FromEdition(models.Edition{Minutes: m, Options: o})
}

// FromEdition writes the document of a version of the minutes, its frame in
// the language of the record (English where it is not one of ours). It takes
// any record, empty or half filled: minutes are ready at any moment.
func FromEdition(e models.Edition) Document {
	if e.Language == "" {
		e.Language = defaultLanguage
	}
	w := wordsIn(e.Language)
	frame, written := tongues(e.Language)
	d := draft{words: w, options: e.Options, written: written}
	d.edition(e)
	day, _ := dayOf(e.Date)
	doc := Document{
		Language: frame,
		Written:  written,
		Title:    titleOf(w, e.Head),
		Author:   strings.Join(named(e.Facilitators), ", "),
		Date:     day, // an approval's, where there is one
		Foot:     strings.Join(named([]string{titleOf(w, e.Head), e.Group}), " · "),
		Page:     w.page,
		Of:       w.of,
		Marked:   w.marked,
		Blocks:   scaled(d.blocks),
	}
	doc.Number, doc.Filed = officeOf(e).FileNumber, w.filed(officeOf(e))
	w.stamp(&doc, e)
	at, essence := d.headed, d.essence.blocks(w)
	if doc.Pages() >= essenceFrom {
		doc.Blocks = slices.Insert(doc.Blocks, at, essence...)
		at, essence = at+len(essence), nil
	}
	doc.Blocks = withContents(doc, at, Contents{Title: w.contents, Essence: essence})
	return doc
}

// draft gathers the blocks of a document.
type draft struct {
	words   words
	written string // the language of what people wrote, where it is not the document's
	options models.MinutesOptions
	blocks  []Block
	people  *int   // who were counted; nil: not known
	legend  string // the legend of marks the reader has seen last
	leftOut bool   // the reader knows the sign of something left out
	steps   int    // numbered so far
	meeting int    // its number; 0: none
	decided int    // decisions so far

	divisions []models.DivisionMinutes
	essence   essence
	outcomes  map[*models.DecisionMinutes]string // of the step being printed
	headed    int                                // blocks of the head
}

func (d *draft) add(b Block) { d.blocks = append(d.blocks, b) }

// orFrame is the language of a text that people may have written: where they
// have not, words of the frame stand in for it.
func (d *draft) orFrame(text string) string {
	if strings.TrimSpace(text) == "" {
		return ""
	}
	return d.written
}

func titleOf(w words, h models.Head) string {
	if title := strings.TrimSpace(h.Title); title != "" {
		return title
	}
	return w.title(h.Number)
}

func (d *draft) head(e models.Edition) {
	h, paper, approval := e.Head, e.Letterhead, e.Approval
	d.add(Masthead{Logo: paper.Logo, Publicity: named(append(strings.Split(officeOf(e).Address, "\n"), paper.Publicity...)), Programme: h.Programme, Title: titleOf(d.words, h), GroupWord: d.words.group, Group: h.Group, Lang: d.written, TitleLang: d.orFrame(h.Title)})
	lists := d.attendance(h)
	fields := d.headFields(e.Minutes, len(lists) > 0)
	if number := officeOf(e).FileNumber; number != "" {
		fields = slices.Insert(fields, 0, Field{Label: officeSaid[d.words.tongue].fileNumber, Value: number, Lang: d.written})
	}
	if approval != nil {
		fields = append(fields, Field{Label: d.words.approved, Value: d.words.approvedBy(approval)})
	}
	if len(fields) > 0 {
		d.add(fields)
	}
	d.blocks = append(d.blocks, lists...)
}

// headFields are what the head says of the meeting besides what it is called; who was
// there may be listed elsewhere.
func (d *draft) headFields(m models.Minutes, listed bool) Fields {
	return slices.Concat(d.fields(m.Head, listed), d.divided(m), d.admitted(m))
}

// fields are the fields of the head that have a value.
func (d *draft) fields(h models.Head, listed bool) Fields {
	w, came := d.words, models.Attendance{}
	if h.Attendance != nil {
		came = *h.Attendance
	}
	if listed {
		came.Present, came.Excused, came.Guests = nil, nil, nil
	}
	said := d.orFrame(came.Printed)
	if strings.TrimSpace(came.Printed) == "" {
		came.Printed = w.attended(came.Participants, came.Observers)
	}
	facilitators, day := named(h.Facilitators), w.date
	if strings.TrimSpace(h.Date) == "" {
		day = w.time
	}
	var fields Fields
	for _, f := range []Field{
		{day, w.when(h.Date, h.Start, h.End), "", false},
		{w.place, h.Place, d.written, false},
		{w.count, came.Printed, said, false},
		{w.facilitators(len(facilitators)), strings.Join(facilitators, ", "), d.written, true},
		{w.present, inOneLine(came.Present), d.written, true},
		{w.excused, inOneLine(came.Excused), d.written, true},
		{w.guests, inOneLine(came.Guests), d.written, true},
		{w.nextMeeting, h.NextMeeting, d.written, false},
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
