package models

import (
	"slices"
	"strings"
)

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

// namesIn gathers who is named in texts, place by place, in the order they are read. What
// is a name by itself (authors, owners, who signs) is no text: options say where those
// are printed.
type namesIn struct {
	names declinedNames
	at    Concern // where the next texts are
	found []Concern
}

// look looks at texts of one place; what reads the same twice is told once.
func (n *namesIn) look(at Concern, texts ...string) {
	for _, c := range n.names.in(at, texts...) {
		if !slices.Contains(n.found, c) {
			n.found = append(n.found, c)
		}
	}
}

// row looks at texts of a row of the step.
func (n *namesIn) row(id string, texts ...string) {
	at := n.at
	at.Row = id
	n.look(at, texts...)
}

// frame looks at what stands around the steps: the head, and who sat where.
func (n *namesIn) frame(e Edition) {
	for _, line := range e.Letterhead.Publicity {
		n.look(Concern{Part: PartOfLetterhead}, line)
	}
	if logo := e.Letterhead.Logo; logo != nil {
		n.look(Concern{Part: PartOfLetterhead}, logo.Alt)
	}
	head := map[string]string{"programme": e.Programme, "group": e.Group, "title": e.Title, "place": e.Place, "next_meeting": e.NextMeeting}
	if e.Attendance != nil && e.Options.Attendance == NamesEverywhere {
		head["attendance.printed"] = e.Attendance.Printed
	}
	for _, member := range []string{"programme", "group", "title", "place", "attendance.printed", "next_meeting"} {
		n.look(Concern{Row: member}, head[member])
	}
	for _, division := range e.Divisions {
		n.look(Concern{Part: PartOfPlan}, division.Heading)
		for _, part := range division.Parts {
			n.look(Concern{Part: PartOfPlan}, part.Heading)
		}
	}
	n.look(Concern{Part: PartOfHead}, e.Introduction)
	n.look(Concern{Part: PartOfNote}, e.Note)
}

// step looks at a step, at the remark to it and at all that stands in it. These are its
// topics, in their order.
func (n *namesIn) step(s StepMinutes, remark string, topics []TopicID) {
	plan := n.at
	plan.Part = PartOfPlan
	n.look(n.at, s.Heading)
	n.look(plan, s.Prompt, s.Source, s.IdeaLabel)
	n.look(n.at, s.Text, s.Effect, remark)
	n.votes(s)
	inTree(s.Topics, func(t *TopicMinutes) []TopicMinutes {
		n.row(next(&topics), t.Heading, t.From)
		return t.Topics
	})
	for _, i := range s.ReadingOrder() {
		n.row(string(i.Row), slices.Concat(i.Merged, []string{i.Text, i.Note, i.From}, wordings(i.Voted))...)
	}
	inTree(s.Causes, func(c *CauseMinutes) []CauseMinutes {
		n.row(string(c.Row), c.Text, c.Note, c.From)
		return c.Causes
	})
	for _, d := range s.DecisionsInOrder() {
		n.row(string(d.Row), slices.Concat([]string{d.Text, d.Result, d.Note, d.From}, wordings(d.Voted))...)
	}
	inTree(s.Tasks, func(t *TaskMinutes) []TaskMinutes {
		n.row(string(t.Row), t.Text, t.Due, t.Reason, t.Note, t.From)
		if p := t.Promise; p != nil {
			n.row(string(t.Row), p.First.Name, p.Last.Name, p.Due)
		}
		return t.Tasks
	})
	for _, photo := range s.Photos {
		n.row(string(photo.Row), photo.Text)
	}
}

// votes looks at what rounds are called, and what their rules say in words.
func (n *namesIn) votes(s StepMinutes) {
	at := n.at
	at.Part = PartOfVotes
	for _, r := range s.Rounds {
		n.look(at, r.Label)
		if r.Rule == nil {
			continue
		}
		n.look(at, append(slices.Clone(r.Rule.Labels), r.Rule.Axis, r.Rule.Unit)...)
		for _, criterion := range r.Rule.Criteria {
			n.look(at, criterion.Name)
		}
	}
	for _, c := range s.Combinations {
		n.look(at, c.Label)
	}
}

// after looks at what follows the steps: late inputs and feedback.
func (n *namesIn) after(e Edition) {
	for _, in := range e.LateInputs {
		n.look(Concern{Part: PartOfLate, Row: string(in.ID)}, in.Text, in.Source, in.Reason)
	}
	if e.Feedback == nil {
		return
	}
	for _, q := range e.Feedback.Questions {
		for _, text := range append([]string{q.Text, q.Low, q.High}, q.Texts...) {
			n.look(Concern{Part: PartOfFeedback, Heading: q.Text}, text)
		}
	}
}

func wordings(voted []VotedWording) []string {
	texts := make([]string, len(voted))
	for i, v := range voted {
		texts[i] = v.Text
	}
	return texts
}

// inTree visits rows, each before those under it, which the visit gives.
func inTree[T any](rows []T, visit func(*T) []T) {
	for i := range rows {
		inTree(visit(&rows[i]), visit)
	}
}
