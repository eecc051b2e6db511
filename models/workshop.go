package models

import (
	"slices"
	"strconv"
	"time"
)

// WorkshopState is where a workshop stands.
type WorkshopState string

const (
	WorkshopPrepared WorkshopState = "prepared" // doors shut: the code lets nobody in yet
	WorkshopOpen     WorkshopState = "open"
	WorkshopEnded    WorkshopState = "ended" // facilitators still complete the record
)

// Workshop is one meeting. Revision is the newest change of anything in it,
// HeadRevision the newest of this row.
type Workshop struct {
	ID           WorkshopID    `json:"id" gorm:"primaryKey"`
	State        WorkshopState `json:"state" enum:"prepared,open,ended"`
	Code         Code          `json:"code"`
	CurrentStep  StepID        `json:"current_step" doc:"where screens are; empty before the first step"`
	Head         Head          `json:"head" gorm:"embedded"`
	Timer        Timer         `json:"timer" gorm:"embedded;embeddedPrefix:timer_"`
	Message      string        `json:"message" doc:"to all screens"`
	Locked       bool          `json:"locked" doc:"nobody new comes in"`
	Blank        bool          `json:"blank" doc:"the wall shows nothing"`
	WallPart     PartID        `json:"wall_part,omitempty" doc:"the part whose step the wall shows; empty: those that are open in turn"`
	Hands        int           `json:"hands" doc:"number of the call for hands, from 1"`
	Revision     Revision      `json:"revision"`
	HeadRevision Revision      `json:"-"`
	DoorToken    string        `json:"-"` // what the QR code says in place of the code: nobody can guess it
	WallToken    string        `json:"-"`
	Created      int64         `json:"created" gorm:"autoCreateTime:milli" doc:"Unix milliseconds"`

	RehearsalOf WorkshopID       `json:"rehearsal_of,omitempty" doc:"the workshop this one is a rehearsal of"`
	Checklist   []ChecklistPoint `json:"-" gorm:"serializer:json"`
	RemovedAt   int64            `json:"-"` // Unix milliseconds; 0: not removed
	Ended       int64            `json:"-"` // Unix milliseconds; 0: it has not, or nobody knows when, as of one from a file
	Feedback    Feedback         `json:"-" gorm:"embedded;embeddedPrefix:feedback_"`
	Admission   Admission        `json:"admission" gorm:"embedded;embeddedPrefix:admission_"`
	Came        *Came            `json:"-" gorm:"serializer:json"` // of a workshop from a file: how many came in each way
	Published   string           `json:"-" gorm:"-"`               // secret part of the public address of its minutes; empty while none are published
}

// TrashTime is how long a removed workshop can be restored.
const TrashTime = 30 * 24 * time.Hour

// workshopTransitions are the only ways a workshop changes its state
// (docs/reliability.md, INV-23). Ending can be taken back: a mis-tap must not lock
// a room out.
var workshopTransitions = map[WorkshopState][]WorkshopState{
	WorkshopPrepared: {WorkshopOpen},
	WorkshopOpen:     {WorkshopEnded, WorkshopPrepared},
	WorkshopEnded:    {WorkshopOpen},
}

// MayBecome refuses a transition that is not declared, with
// `transition-not-allowed`. To become what it is already is always allowed.
func (w Workshop) MayBecome(next WorkshopState) error {
	if next == w.State || slices.Contains(workshopTransitions[w.State], next) {
		return nil
	}
	return Fail(KindConflict, CodeTransition)
}

// MustBeOpen refuses, with `workshop-not-open`, a workshop nobody is in.
func (w Workshop) MustBeOpen() error {
	if w.State != WorkshopOpen {
		return Fail(KindClosed, CodeWorkshopNotOpen)
	}
	return nil
}

// MustBeRehearsal refuses a workshop that is a real one, with
// `not-a-rehearsal`.
func (w Workshop) MustBeRehearsal() error {
	if w.RehearsalOf == "" {
		return Fail(KindConflict, CodeNotRehearsal)
	}
	return nil
}

// Check tidies and checks the head of the minutes.
func (h *Head) Check() error {
	change := HeadChange{
		Language: &h.Language, Programme: &h.Programme, Group: &h.Group, Number: &h.Number, Title: &h.Title,
		Date: &h.Date, Start: &h.Start, End: &h.End, Place: &h.Place, Facilitators: &h.Facilitators,
		Attendance: h.Attendance, NextMeeting: &h.NextMeeting,
	}
	return change.Check()
}

// HeadChange changes the members of the head that are not nil.
type HeadChange struct {
	Language     *string     `json:"language,omitempty"`
	Programme    *string     `json:"programme,omitempty"`
	Group        *string     `json:"group,omitempty"`
	Number       *int        `json:"number,omitempty" doc:"0 to 10000; 0: not numbered"`
	Title        *string     `json:"title,omitempty"`
	Date         *string     `json:"date,omitempty" doc:"YYYY-MM-DD or empty"`
	Start        *string     `json:"start,omitempty" doc:"HH:MM or empty"`
	End          *string     `json:"end,omitempty" doc:"HH:MM or empty"`
	Place        *string     `json:"place,omitempty"`
	Facilitators *[]string   `json:"facilitators,omitempty"`
	Attendance   *Attendance `json:"attendance,omitempty"`
	NextMeeting  *string     `json:"next_meeting,omitempty"`

	MadeFrom MadeFrom `json:"made_from,omitempty" doc:"the texts this change was made from, by member; one left out was empty. If another stands by now: changed-since"`
}

// Check tidies and checks the change. The code is `invalid`.
func (h *HeadChange) Check() error {
	var c checker
	c.optional("language", h.Language, MaxHeading)
	c.optional("programme", h.Programme, MaxHeading)
	c.optional("group", h.Group, MaxHeading)
	if h.Number != nil {
		c.within("number", *h.Number, 0, 10_000)
	}
	c.optional("title", h.Title, MaxHeading)
	c.layout("date", h.Date, time.DateOnly)
	c.layout("start", h.Start, "15:04")
	c.layout("end", h.End, "15:04")
	c.optional("place", h.Place, MaxHeading)
	if h.Facilitators != nil {
		c.lines("facilitators", *h.Facilitators)
	}
	if h.Attendance != nil {
		c.attendance(h.Attendance)
	}
	c.optional("next_meeting", h.NextMeeting, MaxHeading)
	return c.result()
}

func (c *checker) attendance(a *Attendance) {
	c.text("attendance.printed", &a.Printed, MaxHeading)
	c.count("attendance.participants", a.Participants)
	c.count("attendance.observers", a.Observers)
	c.lines("attendance.present", a.Present)
	c.lines("attendance.excused", a.Excused)
	c.lines("attendance.guests", a.Guests)
}

// count wants a number of people, or none.
func (c *checker) count(name string, n *int) {
	if n != nil {
		c.within(name, *n, 0, 100_000)
	}
}

// date wants a day, YYYY-MM-DD, or nothing.
func (c *checker) date(name, day string) { c.layout(name, &day, time.DateOnly) }

// layout wants a date or time written as the format says, or nothing.
func (c *checker) layout(name string, s *string, format string) {
	if s == nil || *s == "" {
		return
	}
	if _, err := time.Parse(format, *s); err != nil {
		c.add(Field{Name: name, Reason: ReasonFormat})
	}
}

func (c *checker) lines(name string, lines []string) {
	for i := range lines {
		c.needed(name+"."+strconv.Itoa(i), &lines[i], MaxHeading)
	}
}

// Apply writes the change into the head.
func (h *Head) Apply(change HeadChange) {
	set(&h.Language, change.Language)
	set(&h.Programme, change.Programme)
	set(&h.Group, change.Group)
	set(&h.Number, change.Number)
	set(&h.Title, change.Title)
	set(&h.Date, change.Date)
	set(&h.Start, change.Start)
	set(&h.End, change.End)
	set(&h.Place, change.Place)
	set(&h.Facilitators, change.Facilitators)
	set(&h.NextMeeting, change.NextMeeting)
	if change.Attendance != nil {
		h.Attendance = change.Attendance
	}
}

// set overwrites *field where the change says something.
func set[T any](field *T, change *T) {
	if change != nil {
		*field = *change
	}
}
