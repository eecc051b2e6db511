package models

import (
	"cmp"
	"strings"
	"time"
)

// PerPage is how many workshops a page of the library has.
const PerPage = 20

// LibraryOrder is how the library is sorted by the date of the meeting.
type LibraryOrder string

const (
	NewestFirst LibraryOrder = "newest"
	OldestFirst LibraryOrder = "oldest"
)

// Shelved is what of a workshop the order of the library goes by.
type Shelved struct {
	ID      WorkshopID
	State   WorkshopState
	Date    string
	Created int64 // Unix milliseconds
}

// day is the day of the meeting; of one without, the day it was made.
func (s Shelved) day() string {
	if _, err := time.Parse(time.DateOnly, s.Date); err == nil {
		return s.Date
	}
	return time.UnixMilli(s.Created).Format(time.DateOnly)
}

// Compare puts what is running before everything else, then goes by the day.
func (o LibraryOrder) Compare(a, b Shelved) int {
	running := func(s Shelved) int { return map[bool]int{true: 0, false: 1}[s.State == WorkshopOpen] }
	if by := cmp.Compare(running(a), running(b)); by != 0 {
		return by
	}
	if o != OldestFirst {
		a, b = b, a
	}
	return cmp.Or(strings.Compare(a.day(), b.day()), cmp.Compare(a.Created, b.Created), strings.Compare(string(a.ID), string(b.ID)))
}

// LibraryQuery is which workshops are looked for: those that every member fits
// which is not empty.
type LibraryQuery struct {
	Text      string        `query:"text" doc:"words anywhere in the record, or a \"phrase\"; accents and case do not matter"`
	Programme string        `query:"programme"`
	Group     string        `query:"group"`
	State     WorkshopState `query:"state" enum:"prepared,open,ended"`
	Minutes   MinutesState  `query:"minutes" enum:"draft,approved,published" doc:"state of the newest version of the minutes"`
	Order     LibraryOrder  `query:"order" enum:"newest,oldest" default:"newest"`
	Page      int           `query:"page" minimum:"1" maximum:"1000000" default:"1"`
	Removed   bool          `query:"removed" doc:"only those that were removed and can be restored"`
}

// Check tidies and checks the query. The code is `invalid`.
func (q *LibraryQuery) Check() error {
	var c checker
	c.text("query:text", &q.Text, MaxHeading)
	q.Page = max(q.Page, 1)
	return c.result()
}

// Library is one page of what was looked for, and what there is to choose from.
type Library struct {
	Workshops  []LibraryEntry `json:"workshops"`
	Total      int            `json:"total"`
	Page       int            `json:"page" doc:"from 1"`
	Pages      int            `json:"pages"`
	Programmes []string       `json:"programmes" doc:"of all the account may see"`
	Groups     []string       `json:"groups" doc:"of all the account may see"`
}

// LibraryEntry is a workshop as the library shows it.
type LibraryEntry struct {
	Called
	State        WorkshopState `json:"state" enum:"prepared,open,ended"`
	Place        string        `json:"place"`
	Minutes      MinutesState  `json:"minutes" enum:"draft,approved,published" doc:"of the newest version; draft while none is approved"`
	Version      int           `json:"version" doc:"the newest approved version of the minutes; 0: none"`
	Rehearsal    bool          `json:"rehearsal,omitempty" doc:"whether it is a rehearsal of another"`
	Facilitators []string      `json:"facilitators" doc:"names of the accounts it was granted to"`
	RemovedAt    int64         `json:"removed_at,omitempty" doc:"Unix milliseconds"`
	Found        []Finding     `json:"found,omitempty" doc:"where the words are, three places at most"`
}
