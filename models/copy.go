package models

import (
	"slices"
	"strconv"
)

// NewCopy makes another workshop out of one: the next meeting with the same
// agenda, or a rehearsal of this one.
type NewCopy struct {
	ID        WorkshopID `json:"id"`
	Bring     Luggage    `json:"bring,omitzero" doc:"what comes along to the next meeting; nothing of it to a rehearsal"`
	Rehearsal bool       `json:"rehearsal,omitempty" doc:"a rehearsal: its doors are open, and what was prepared in steps still waiting comes along"`
}

// Luggage is what the next meeting takes along. Each thing says which row of which
// workshop it comes from.
type Luggage struct {
	Promises   *NewPromises   `json:"promises,omitempty" doc:"a step of what is still to be done, at the beginning: tasks of this workshop, and what it would be offered itself"`
	Best       *NewBest       `json:"best,omitempty" doc:"the best ideas of steps, into the same steps"`
	Entries    []BroughtAlong `json:"entries,omitempty" doc:"chosen entries, at most 500"`
	Steps      []StepID       `json:"steps,omitempty" doc:"steps whose whole content comes along"`
	Attendance bool           `json:"attendance,omitempty" doc:"the names of those who were present or excused, as present, and the guests"`
	Date       string         `json:"date,omitempty" doc:"YYYY-MM-DD: the day of the next meeting"`
}

// BroughtAlong is one entry of this workshop that comes along. The id is that of
// the new entry, and the client's.
type BroughtAlong struct {
	ID    EntryID `json:"id"`
	Step  StepID  `json:"step,omitempty" doc:"the step of this workshop in whose copy it stands; empty: its own"`
	Entry EntryID `json:"entry" doc:"which one"`
}

// Check tidies and checks the command. The code is `invalid`: a rehearsal takes
// nothing along.
func (n *NewCopy) Check() error {
	var c checker
	c.id("id", string(n.ID))
	if n.Rehearsal && !n.Bring.isEmpty() {
		c.add(Field{Name: "bring", Reason: ReasonUnexpected})
	}
	n.Bring.check(&c)
	return c.result()
}

func (l *Luggage) isEmpty() bool {
	return l.Promises == nil && l.Best == nil && len(l.Entries)+len(l.Steps) == 0 && !l.Attendance && l.Date == ""
}

func (l *Luggage) check(c *checker) {
	if l.Promises != nil {
		c.nested("bring.promises", l.Promises.Check())
	}
	if l.Best != nil {
		c.nested("bring.best", l.Best.Check())
	}
	c.within("bring.entries", len(l.Entries), 0, MaxTogether)
	for i, entry := range l.Entries {
		at := "bring.entries." + strconv.Itoa(i) + "."
		c.id(at+"id", string(entry.ID))
		c.optionalID(at+"step", string(entry.Step))
		c.id(at+"entry", string(entry.Entry))
	}
	for i, step := range l.Steps {
		c.id("bring.steps."+strconv.Itoa(i), string(step))
	}
	c.date("bring.date", l.Date)
}

// Brings says whether the whole step comes along.
func (l Luggage) Brings(step StepID) bool { return slices.Contains(l.Steps, step) }

// Expected is who is to come to the next meeting: whoever was there or excused
// themselves, by name. Numbers are of the meeting that counted them.
func (a *Attendance) Expected() *Attendance {
	if a == nil || len(a.Present)+len(a.Excused)+len(a.Guests) == 0 {
		return nil
	}
	return &Attendance{Present: slices.Concat(a.Present, a.Excused), Guests: slices.Clone(a.Guests)}
}
