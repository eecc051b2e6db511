package exports

import (
	"cmp"
	"fmt"
	"strings"

	"dilna/models"
)

// edition adds the whole of a version: its head, what its editor has to say,
// what changed, the steps, what was sent in later, the ballots.
func (d *draft) edition(e models.Edition) {
	d.meeting, d.divisions = e.Number, e.Divisions
	d.head(e)
	d.headed = len(d.blocks)
	d.people = e.PeopleCounted()
	if strings.TrimSpace(e.Introduction) != "" {
		d.add(Heading{Level: 1, Text: d.words.introduction})
		d.text(e.Introduction)
	}
	d.changes(e)
	for i, step := range e.Steps {
		if printsStep(e, i) {
			d.step(i+1, step, remarkOn(e, i))
		}
	}
	d.lateInputs(e.LateInputs)
	d.feedback(e.Feedback)
	d.office(e)
	d.tasksByOwner(e.Steps)
	d.ballots(e.Steps)
}

// printsStep says whether the step of that index is printed.
func printsStep(e models.Edition, i int) bool {
	return !e.Options.HideEmpty || !e.Steps[i].IsEmpty() || remarkOn(e, i) != ""
}

// stamp says in the document which version it is and who stands behind it.
func (w words) stamp(doc *Document, e models.Edition) {
	if e.Version == 0 {
		return
	}
	doc.Version = w.version(e.Version)
	if e.Approval != nil {
		doc.Approval = w.approval(w.when(e.Approval.On, "", ""), e.Approval.By)
		if day, ok := dayOf(e.Approval.On); ok {
			doc.Date = day
		}
	}
	if e.State == models.MinutesDraft {
		doc.Draft = w.draft
	}
}

// approvedBy says when a version was approved and who did.
func (w words) approvedBy(a *models.Approval) string {
	return strings.Join(named([]string{w.when(a.On, "", ""), a.By}), ", ")
}

// changes lists what changed since the version before. What is gone is counted,
// never told.
func (d *draft) changes(e models.Edition) {
	changes := e.Changes
	if d.options.HideChanges {
		changes = nil
	}
	if len(changes) == 0 && strings.TrimSpace(e.Note) == "" {
		return
	}
	d.add(Heading{Level: 1, Text: d.words.changes(e.Version - 1)})
	d.text(e.Note)
	t := tableOf(d.words.where, len(changes), func(i int) (int, Line) { return 0, Line{Text: d.words.changedIn(changes[i]), Lang: mixed(d.written)} })
	t.addTexts(d.words.what, func(i int) string { return d.words.changed(changes[i]) })
	t.addWritten(d.words.now, mixed(d.written), func(i int) string {
		if changes[i].Kind == models.ChangeLayout {
			return d.words.members[changes[i].Now]
		}
		return changes[i].Now
	})
	d.addTable(t.Table)
}

// changedIn says where a change is.
func (w words) changedIn(c models.Change) string {
	switch {
	case c.Part == models.PartOfLate:
		return w.lateInputs
	case c.Part == models.PartOfFeedback:
		return w.feedback.title
	case c.Part == models.PartOfLayout:
		return w.layout
	case c.Kind == models.ChangeSteps:
		return w.whole
	}
	return cmp.Or(c.Where, w.frame)
}

// changed says what became of it; of what is gone, how many: "odebráno: 3".
func (w words) changed(c models.Change) string {
	if c.Count > 0 {
		return w.kinds[c.Kind] + ": " + amount(w.tongue, c.Count)
	}
	return w.kinds[c.Kind]
}

func remarkOn(e models.Edition, step int) string {
	if step >= len(e.Remarks) {
		return ""
	}
	return strings.TrimSpace(e.Remarks[step])
}

// remark adds what the editor says about a step, told apart from the record.
func (d *draft) remark(text string) {
	if text == "" {
		return
	}
	d.add(Paragraph{Text: d.words.remark + ":", Tone: Quiet, Heads: true})
	d.text(text)
}

// lateInputs adds what was sent in after the meeting, each under where it came
// from, with what came of it: people send in whole pages, which no table holds.
func (d *draft) lateInputs(inputs []models.LateInput) {
	if len(inputs) == 0 {
		return
	}
	d.add(Heading{Level: 1, Text: d.numbered(d.words.lateInputs)})
	for i, in := range inputs {
		d.add(Heading{Level: 2, Text: d.lateFrom(i, in), Lang: mixed(d.written)})
		d.text(in.Text)
		d.add(Paragraph{Text: d.words.settlement + ": " + d.settled(in), Tone: Quiet, Tied: true, Lang: mixed(d.written)})
	}
}

// lateNumbered is what an input is called of which nothing else is known.
var lateNumbered = in{"cs": "%s. podnět", "en": "Idea %s", "sk": "%s. podnet", "de": "Beitrag %s", "uk": "Пропозиція %s"}

// lateFrom says who sent something in and when; which one it is where nobody knows.
func (d *draft) lateFrom(i int, in models.LateInput) string {
	known := named([]string{strings.TrimSpace(in.Source), d.words.when(in.Date, "", "")})
	if len(known) == 0 {
		return fmt.Sprintf(lateNumbered[d.words.tongue], number(i+1))
	}
	return strings.Join(known, ", ")
}

func (d *draft) settled(in models.LateInput) string {
	return strings.Join(named([]string{d.words.settlements[in.Settlement], in.Reason}), ": ")
}
