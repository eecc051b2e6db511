package models

import (
	"slices"
	"strings"
)

// Concern is something to look at before minutes are approved, and where it is.
// None forbids approval: who approves decides. Late inputs nobody has settled are
// counted beside it (MinutesWork.Unsettled).
type Concern struct {
	Kind    ConcernKind `json:"kind" enum:"people-missing,end-missing,empty-step,votes-beyond,name"`
	Step    StepID      `json:"step,omitempty" doc:"where it is"`
	Part    ChangedPart `json:"part,omitempty" enum:",head,late" doc:"where it is if in no step: in the introduction, in a late input"`
	Row     string      `json:"row,omitempty" doc:"likewise: the id of the entry or late input; empty: in the step or the introduction itself"`
	Heading string      `json:"heading,omitempty" doc:"of the step"`
	Said    string      `json:"said,omitempty" doc:"whose name stands in a text, as the list of people has it"`
	Around  string      `json:"around,omitempty" doc:"the name as the text has it, with the words around it; a long text is shortened"`
	Round   int         `json:"round,omitempty" doc:"which round had too many voters, from 1; 0: the only one"`
	Count   int         `json:"count,omitempty" doc:"how many voters; where nobody said how many people came: how many devices joined, 0 for none"`
	Of      int         `json:"of,omitempty" doc:"how many people came"`
	At      int64       `json:"at,omitempty" doc:"where the end is missing: when the workshop was ended, in Unix milliseconds; 0: not known"`
}

// ConcernKind is what there is to look at.
type ConcernKind string

const (
	ConcernPeople ConcernKind = "people-missing" // the head does not say how many came
	ConcernEnd    ConcernKind = "end-missing"    // nor when the meeting ended
	ConcernEmpty  ConcernKind = "empty-step"     // nothing was recorded in it, and it is printed
	ConcernVotes  ConcernKind = "votes-beyond"   // more voters than people
	ConcernName   ConcernKind = "name"           // somebody who came is named in a text that will be public
)

// HeldMeeting is what Dílna knows by itself of a meeting that has ended: minutes that do
// not say it are offered it.
type HeldMeeting struct {
	Joined int   // how many devices came in
	Ended  int64 // Unix milliseconds; 0: not known, as of one that comes from a file
}

// Missing is what the head of the version should say of the meeting and does not.
func (e Edition) Missing(m HeldMeeting) []Concern {
	var concerns []Concern
	if a := e.Attendance; e.PeopleCounted() == nil && (a == nil || a.Printed == "" && len(a.Present)+len(a.Guests) == 0) {
		concerns = append(concerns, Concern{Kind: ConcernPeople, Count: m.Joined})
	}
	if e.End == "" {
		concerns = append(concerns, Concern{Kind: ConcernEnd, At: m.Ended})
	}
	return concerns
}

// Concerns are what there is to look at in the version before it is approved, in the
// order it is read.
func (e Edition) Concerns() []Concern {
	people, names := e.came(), declined(e.unpublished())
	concerns := names.in(Concern{Part: PartOfHead}, e.Introduction)
	for i, s := range e.Steps {
		at := Concern{Heading: s.Heading}
		if i < len(e.Rows) {
			at.Step = e.Rows[i].Step
		}
		remark := ""
		if i < len(e.Remarks) {
			remark = e.Remarks[i]
		}
		if s.IsEmpty() && !e.Options.HideEmpty && remark == "" {
			concerns = append(concerns, at.of(ConcernEmpty))
		}
		concerns = append(concerns, at.beyond(people, s.Rounds)...)
		concerns = append(concerns, at.named(s, remark, names)...)
	}
	for _, in := range e.LateInputs {
		concerns = append(concerns, names.in(Concern{Part: PartOfLate, Row: string(in.ID)}, in.Text, in.Source, in.Reason)...)
	}
	return concerns
}

// beyond are the rounds in which more voted than people came.
func (c Concern) beyond(people int, rounds []RoundMinutes) []Concern {
	var found []Concern
	for i, r := range rounds {
		if people > 0 && r.Voters != nil && *r.Voters > people {
			one := c.of(ConcernVotes)
			if one.Count, one.Of = *r.Voters, people; len(rounds) > 1 {
				one.Round = i + 1
			}
			found = append(found, one)
		}
	}
	return found
}

func (c Concern) of(kind ConcernKind) Concern {
	c.Kind = kind
	return c
}

// came is how many people came; 0: nobody knows.
func (e Edition) came() int {
	counted := e.PeopleCounted()
	switch {
	case counted != nil:
		return *counted
	case e.Attendance == nil:
		return 0
	}
	return len(e.Attendance.Present) + len(e.Attendance.Guests)
}

// unpublished are the names of people who are not to be named in public: those of one
// word are words, too.
func (e Edition) unpublished() []string {
	if e.Attendance == nil || e.Options.Names == NamesEverywhere {
		return nil
	}
	var names []string
	for _, listed := range slices.Concat(e.Attendance.Present, e.Attendance.Excused, e.Attendance.Guests) {
		name, _, _ := strings.Cut(listed, ",") // the organisation follows
		if name = strings.TrimSpace(name); strings.Contains(name, " ") && !slices.Contains(e.Facilitators, name) {
			names = append(names, name)
		}
	}
	return names
}

// named are the texts of a step, and the remark at it, that name one of these people.
func (c Concern) named(s StepMinutes, remark string, names declinedNames) []Concern {
	var found []Concern
	look := func(row string, texts ...string) {
		c.Row = row
		found = append(found, names.in(c, texts...)...)
	}
	look("", s.Text, s.Effect, remark)
	for _, idea := range s.ReadingOrder() {
		look(string(idea.Row), append(slices.Clone(idea.Merged), idea.Text, idea.Note)...)
	}
	inTree(s.Causes, func(c *CauseMinutes) []CauseMinutes {
		look(string(c.Row), c.Text, c.Note)
		return c.Causes
	})
	for _, d := range s.DecisionsInOrder() {
		look(string(d.Row), d.Text, d.Note)
	}
	inTree(s.Tasks, func(t *TaskMinutes) []TaskMinutes {
		look(string(t.Row), t.Text, t.Note, t.Reason)
		return t.Tasks
	})
	for _, photo := range s.Photos {
		look(string(photo.Row), photo.Text)
	}
	return found
}

// inTree visits rows, each before those under it, which the visit gives.
func inTree[T any](rows []T, visit func(*T) []T) {
	for i := range rows {
		inTree(visit(&rows[i]), visit)
	}
}
