package models

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
)

// Draft is what an editor lays over the record of a workshop for the next
// version of its minutes. The record itself is never touched: every edit can
// be taken back, and what people wrote stays what they wrote.
type Draft struct {
	Options      MinutesOptions    `json:"options"`
	Introduction string            `json:"introduction" doc:"text with bullets and tables, as in a step"`
	Remarks      map[StepID]string `json:"remarks" doc:"likewise, by step"`
	Edits        map[string]Edit   `json:"edits" doc:"by id of the step, topic or entry"`
	LateInputs   []LateInput       `json:"late_inputs"`
	Note         string            `json:"note" doc:"why there is a new version; printed with the list of changes"`
	Office       Office            `json:"office" doc:"what an office adds"`
}

// Filled is the draft with maps and lists where there are none.
func (d Draft) Filled() Draft {
	if d.Remarks == nil {
		d.Remarks = map[StepID]string{}
	}
	if d.Edits == nil {
		d.Edits = map[string]Edit{}
	}
	if d.LateInputs == nil {
		d.LateInputs = []LateInput{}
	}
	return d
}

// Unsettled is how many of its late inputs nobody has settled yet.
func (d Draft) Unsettled() (n int) {
	for _, in := range d.LateInputs {
		if in.Settlement == SettlementOpen {
			n++
		}
	}
	return n
}

// Edit is what the minutes print in place of one row of the record. The zero
// Edit is none.
type Edit struct {
	Text    string `json:"text,omitempty" doc:"in place of the text or heading; empty: as it is"`
	Body    string `json:"body,omitempty" doc:"in place of the running text of a step, or of its effect; empty: as it is"`
	LeftOut string `json:"left_out,omitempty" doc:"why it is left out: the reason is printed in its place; of a step or topic it stands for all in it"`
	Hidden  bool   `json:"hidden,omitempty" doc:"a step that is not part of the minutes; leaves no trace"`
	Unvoted bool   `json:"unvoted,omitempty" doc:"of an idea worded otherwise than it was voted on: say so, without the wording"`
	Place   int    `json:"place,omitempty" doc:"among its siblings, from 1; 0: where it is"`
}

// Most edits of one draft, and late inputs.
const (
	MaxEdits      = 2_000
	MaxLateInputs = 500
)

// DraftChange changes the members of a draft that are not nil. Of the maps and
// lists it changes only what it names: an empty remark and a zero edit take
// back what was there.
type DraftChange struct {
	Options      *MinutesOptions   `json:"options,omitempty"`
	Introduction *string           `json:"introduction,omitempty"`
	Remarks      map[StepID]string `json:"remarks,omitempty"`
	Edits        map[string]Edit   `json:"edits,omitempty"`
	LateInputs   []LateInput       `json:"late_inputs,omitempty" doc:"new ones are added at the end"`
	Removed      []LateInputID     `json:"removed,omitempty" doc:"late inputs to be taken out"`
	Note         *string           `json:"note,omitempty"`
	Office       *OfficeChange     `json:"office,omitempty"`

	MadeFrom MadeFrom `json:"made_from,omitempty" doc:"the texts this change was made from, by member; one left out was empty. If another stands by now: changed-since"`
}

// Check tidies and checks the change. The code is `invalid`.
func (d *DraftChange) Check() error {
	var c checker
	if d.Options != nil {
		c.options(*d.Options)
	}
	c.optional("introduction", d.Introduction, MaxText)
	c.optional("note", d.Note, MaxText)
	c.office(d.Office)
	for _, step := range slices.Sorted(maps.Keys(d.Remarks)) {
		remark := d.Remarks[step]
		c.id("remarks."+string(step), string(step))
		c.text("remarks."+string(step), &remark, MaxText)
		d.Remarks[step] = remark
	}
	for _, row := range slices.Sorted(maps.Keys(d.Edits)) {
		edit := d.Edits[row]
		c.id("edits."+row, row)
		c.edit("edits."+row+".", &edit)
		d.Edits[row] = edit
	}
	for i := range d.LateInputs {
		c.lateInput("late_inputs."+strconv.Itoa(i)+".", &d.LateInputs[i])
	}
	return c.result()
}

func (c *checker) edit(at string, e *Edit) {
	c.text(at+"text", &e.Text, MaxIdea)
	c.text(at+"body", &e.Body, MaxText)
	c.text(at+"left_out", &e.LeftOut, MaxHeading)
	c.within(at+"place", e.Place, 0, MaxRows)
}

func (c *checker) lateInput(at string, l *LateInput) {
	c.id(at+"id", string(l.ID))
	c.needed(at+"text", &l.Text, MaxIdea)
	c.text(at+"source", &l.Source, MaxHeading)
	c.text(at+"reason", &l.Reason, MaxIdea)
	c.date(at+"date", l.Date)
	oneOf(c, at+"settlement", l.Settlement, SettlementOpen, SettlementAccepted, SettlementNoted, SettlementDeclined)
	if l.Settlement == SettlementDeclined && l.Reason == "" {
		c.add(Field{Name: at + "reason", Reason: ReasonEmpty})
	}
}

// Apply writes the change into the draft. Codes: `workshop-full`, `changed-since`.
func (d *Draft) Apply(change DraftChange) error {
	d.LateInputs = slices.DeleteFunc(d.LateInputs, func(l LateInput) bool { return slices.Contains(change.Removed, l.ID) })
	before := d.Texts()
	set(&d.Options, change.Options)
	set(&d.Introduction, change.Introduction)
	set(&d.Note, change.Note)
	d.Office.change(change.Office)
	merge(&d.Remarks, change.Remarks)
	merge(&d.Edits, change.Edits)
	for _, in := range change.LateInputs {
		d.settle(in)
	}
	if len(d.Edits) > MaxEdits || len(d.LateInputs) > MaxLateInputs {
		return Fail(KindConflict, CodeWorkshopFull)
	}
	return change.MadeFrom.MustStand(before, d.Texts())
}

// merge writes what change names into *into; a zero value takes it out.
func merge[K ~string, V comparable](into *map[K]V, change map[K]V) {
	merged := map[K]V{}
	maps.Copy(merged, *into)
	var none V
	for key, value := range change {
		if value == none {
			delete(merged, key)
		} else {
			merged[key] = value
		}
	}
	*into = merged
}

func (d *Draft) settle(in LateInput) {
	at := slices.IndexFunc(d.LateInputs, func(l LateInput) bool { return l.ID == in.ID })
	if at < 0 {
		d.LateInputs = append(d.LateInputs, in)
		return
	}
	d.LateInputs[at] = in
}

// Said is what the minutes print of a row whose text this is.
func (e Edit) Said(text string) string {
	switch {
	case e.LeftOut != "":
		return LeftOut(e.LeftOut)
	case e.Text != "":
		return e.Text
	}
	return text
}

// Headed is what the minutes print of the heading of a step or topic; left
// out, it keeps its name.
func (e Edit) Headed(heading string) string { return cmp.Or(e.Text, heading) }

// Ordered has the rows that an edit gives a place at their places, the others
// in the order they had.
func Ordered[Row any](edits map[string]Edit, rows []Row, id func(Row) string) []Row {
	type placed struct {
		row   Row
		place int
	}
	moved := false
	all := make([]placed, len(rows))
	for i, row := range rows {
		all[i] = placed{row, i + 1}
		if place := edits[id(row)].Place; place > 0 {
			all[i].place, moved = place, true
		}
	}
	if !moved {
		return rows
	}
	slices.SortStableFunc(all, func(a, b placed) int { return a.place - b.place })
	ordered := make([]Row, len(rows))
	for i, p := range all {
		ordered[i] = p.row
	}
	return ordered
}
