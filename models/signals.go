package models

import "time"

// MaxMessage is the longest message to all screens, in characters: read from
// ten metres in one look.
const MaxMessage = 300

// Longest time of a timer, in seconds, and most that one change adds to it.
const MaxTimer = 6 * 60 * 60

// Timer is what all screens count down. It is state, not ticks: a running one
// has its end, a paused one what is left, none has neither. After its end it
// stays, over, until it is stopped. Closes: the server closes the open round of
// the current step, or its writing where there is no round, when the time is
// over, once.
type Timer struct {
	Ends   int64 `json:"ends" doc:"Unix milliseconds; 0 while paused"`
	Left   int64 `json:"left" doc:"milliseconds, while paused; else 0"`
	Closes bool  `json:"closes" doc:"the open round or the step closes by itself at the end"`
}

// None says whether there is no timer.
func (t Timer) None() bool { return t == Timer{} }

// IsDue says whether the time of a timer that closes something is over.
func (t Timer) IsDue(now time.Time) bool {
	return t.Closes && t.Ends > 0 && t.Ends <= now.UnixMilli()
}

// NewTimer starts a timer, instead of one that may be there.
type NewTimer struct {
	Seconds int  `json:"seconds" doc:"1 to 21600"`
	Closes  bool `json:"closes,omitempty" doc:"close the open round, or else the step, when the time is over"`
	First   bool `json:"first,omitempty" doc:"only where no timer is there: the caller saw none"`
}

// Check checks the command.
func (n NewTimer) Check() error {
	var c checker
	c.within("seconds", n.Seconds, 1, MaxTimer)
	return c.result()
}

// Refuse says what becomes of a timer that was to be the first one, where one is
// there; nil: it may start. Code `already-done`.
func (n NewTimer) Refuse(there Timer) error { return Moved(!n.First || there.None(), true) }

// From is the timer that starts now.
func (n NewTimer) From(now time.Time) Timer {
	return Timer{Ends: now.Add(time.Duration(n.Seconds) * time.Second).UnixMilli(), Closes: n.Closes}
}

// TimerChange extends a timer, or holds it and lets it go on.
type TimerChange struct {
	Add    int   `json:"add,omitempty" doc:"seconds, 0 to 21600; from now on where the time was over"`
	Paused *bool `json:"paused,omitempty"`
}

// Check checks the command.
func (t TimerChange) Check() error {
	var c checker
	c.within("add", t.Add, 0, MaxTimer)
	return c.result()
}

// Apply writes the change into the timer. Code `timer-missing`.
func (t *Timer) Apply(change TimerChange, now time.Time) error {
	if t.None() {
		return Fail(KindConflict, CodeTimerMissing)
	}
	paused, left := t.Ends == 0, t.Left
	if !paused {
		left = max(0, t.Ends-now.UnixMilli())
	}
	left = min(left+int64(change.Add)*1000, MaxTimer*1000)
	set(&paused, change.Paused)
	switch {
	case paused:
		t.Ends, t.Left = 0, max(1, left)
	case change != TimerChange{}:
		t.Ends, t.Left = now.UnixMilli()+left, 0
	}
	return nil
}

// RoomChange changes what a facilitator tells the whole room: the members that
// are not nil. An empty message takes it back.
type RoomChange struct {
	Message  *string `json:"message,omitempty" doc:"at most 300 characters; empty takes it back"`
	Locked   *bool   `json:"locked,omitempty" doc:"nobody new comes in; who has a seat comes back freely"`
	Blank    *bool   `json:"blank,omitempty" doc:"the wall shows nothing"`
	WallPart *PartID `json:"wall_part,omitempty" doc:"the part whose step the wall shows; empty: those that are open in turn"`
}

// Check tidies and checks the command.
func (r *RoomChange) Check() error {
	var c checker
	c.optional("message", r.Message, MaxMessage)
	if r.WallPart != nil {
		c.optionalID("wall_part", string(*r.WallPart))
	}
	return c.result()
}

// Apply writes the change into the workshop.
func (w *Workshop) Apply(change RoomChange) {
	set(&w.Message, change.Message)
	set(&w.Locked, change.Locked)
	set(&w.Blank, change.Blank)
	set(&w.WallPart, change.WallPart)
}

// MayBeDone says whether a person can be done with the step, or take that
// back: while people work on it. Codes: those of Step.MayContribute.
func (s Step) MayBeDone(w Workshop) error { return s.mustBeOpen(w) }

// Shows says whether those who do not facilitate see rows of that part in the
// step. While people write on their own first (blind), nobody is told what the
// others wrote, and nothing that is about it; the author's own rows come from
// her own requests (Mine).
func (s Step) Shows(part Part) bool {
	if s.Blind && part != PartTopics && part != PartPhotos {
		return false
	}
	return s.State != StepWaiting
}

// Answer is a row as its author is answered: while people write on their own,
// its place would tell how much the others have written.
func (s Step) Answer(by Actor, row *Row) {
	if s.Blind && !by.Facilitates() {
		row.Position = 0
	}
}

// MySignals is what one seat tells the facilitator. Hand is the call it raised
// its hand in: it is up while that is the workshop's.
type MySignals struct {
	Hand int    `json:"hand" doc:"up while it equals the workshop's hands; 0: not raised"`
	Done StepID `json:"done,omitempty" doc:"the step I am done with"`
}

// Leaving is how a person leaves with this device.
type Leaving struct {
	Remove bool `json:"remove,omitempty" doc:"also remove what I wrote, where its step is still open"`
}

// Left is what leaving left behind.
type Left struct {
	Kept int `json:"kept" doc:"how many of my contributions stay"`
}
