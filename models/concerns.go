package models

// Concern is something to look at before minutes are approved, and where it is.
// None forbids approval: who approves decides. Late inputs nobody has settled are
// counted beside it (MinutesWork.Unsettled).
type Concern struct {
	Kind    ConcernKind `json:"kind" enum:"people-missing,end-missing,empty-step,votes-beyond,name,large"`
	Step    StepID      `json:"step,omitempty" doc:"where it is"`
	Part    ChangedPart `json:"part,omitempty" enum:",head,late,feedback,layout,letterhead,note,plan,votes" doc:"where it is if not in the contents of a step: head, the introduction; plan, what the step (without one, the room) is prepared with; votes, the rounds of the step; layout, the options; note, why there is this version. Without part and step: in the head"`
	Row     string      `json:"row,omitempty" doc:"likewise: the id of the entry, topic, photo or late input, the member of the head; empty: in the step, in the part itself"`
	Heading string      `json:"heading,omitempty" doc:"of the step; of feedback, the question"`
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
	ConcernLarge  ConcernKind = "large"          // the PDF would have over 20 MB
)

// Parts of the minutes where a concern may be and no change is told.
const (
	PartOfLetterhead ChangedPart = "letterhead"
	PartOfNote       ChangedPart = "note"
	PartOfPlan       ChangedPart = "plan"
	PartOfVotes      ChangedPart = "votes"
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
	people, names := e.came(), namesIn{names: declined(e.unpublished())}
	names.frame(e)
	concerns := append(e.tooLarge(), names.found...)
	for i, s := range e.Steps {
		at, topics := Concern{Heading: s.Heading}, []TopicID(nil)
		if i < len(e.Rows) {
			at.Step, topics = e.Rows[i].Step, e.Rows[i].Topics
		}
		remark := ""
		if i < len(e.Remarks) {
			remark = e.Remarks[i]
		}
		if s.IsEmpty() && !e.Options.HideEmpty && remark == "" {
			concerns = append(concerns, at.of(ConcernEmpty))
		}
		concerns = append(concerns, at.beyond(people, s.Rounds)...)
		names.at, names.found = at, nil
		names.step(s, remark, topics)
		concerns = append(concerns, names.found...)
	}
	names.found = nil
	names.after(e)
	return append(concerns, names.found...)
}

// tooLarge says that the PDF would have over 20 MB, as it does where it has more photos
// than a workshop may have today, on its pages and in the file inside.
func (e Edition) tooLarge() []Concern {
	size := 0
	for _, s := range e.Steps {
		for _, photo := range s.Photos {
			size += max(photo.Kept, len(photo.JPEG))
		}
	}
	if !e.Options.AttachFile || size <= MaxPhotosSize {
		return nil
	}
	return []Concern{{Kind: ConcernLarge, Part: PartOfLayout}}
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
