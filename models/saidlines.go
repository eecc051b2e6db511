package models

import (
	"strconv"
	"strings"
)

// saidLine is one line of a version and where it stands.
type saidLine struct{ where, text string }

func (l saidLine) isLeftOut() bool { return isLeftOut(l.text) }

// linesOf is all a version says, a line each.
func linesOf(e Edition) []saidLine {
	var l liner
	l.head(e.Head)
	l.text(e.Introduction)
	for i, step := range e.Steps {
		l.where = step.Heading
		l.step(step)
		if i < len(e.Remarks) {
			l.text(e.Remarks[i])
		}
	}
	l.where = ""
	for _, in := range e.LateInputs {
		l.add(joined(" · ", in.Text, in.Source, in.Date, in.Reason))
	}
	return l.lines
}

// liner gathers lines; empty ones say nothing.
type liner struct {
	where string
	lines []saidLine
}

func (l *liner) add(texts ...string) {
	for _, text := range texts {
		if text = strings.TrimSpace(text); text != "" {
			l.lines = append(l.lines, saidLine{l.where, text})
		}
	}
}

func (l *liner) text(text string) { l.add(strings.Split(text, "\n")...) }

func (l *liner) head(h Head) {
	number := ""
	if h.Number > 0 {
		number = strconv.Itoa(h.Number) + "."
	}
	l.add(h.Programme, joined(" ", number, h.Title), h.Group, joined(" ", h.Date, joined("–", h.Start, h.End)),
		h.Place, joined(", ", h.Facilitators...))
	if a := h.Attendance; a != nil {
		l.add(a.Printed, joined(", ", a.Present...), joined(", ", a.Excused...), joined(", ", a.Guests...))
	}
	l.add(h.NextMeeting)
}

func (l *liner) step(s StepMinutes) {
	l.add(s.Heading, s.Effect)
	l.text(s.Text)
	l.ideas(s.Ideas)
	l.topics(s.Topics)
	l.causes(s.Causes)
	for _, d := range s.Decisions {
		l.add(joined(" ", d.Text, counted(d.For), counted(d.Against), counted(d.Abstain), d.Result))
	}
	l.tasks(s.Tasks)
}

func (l *liner) topics(topics []TopicMinutes) {
	for _, t := range topics {
		l.add(t.Heading)
		l.ideas(t.Ideas)
		l.topics(t.Topics)
	}
}

func (l *liner) ideas(ideas []IdeaMinutes) {
	for _, i := range ideas {
		said := []string{i.Text}
		if i.Marked {
			said = append(said, "⚫")
		}
		for _, votes := range i.Votes {
			said = append(said, counted(votes))
		}
		l.add(joined(" ", said...), i.Note, i.Author)
		l.ideas(i.Ideas)
	}
}

func (l *liner) causes(causes []CauseMinutes) {
	for _, c := range causes {
		l.add(c.Text)
		l.causes(c.Causes)
	}
}

func (l *liner) tasks(tasks []TaskMinutes) {
	for _, t := range tasks {
		l.add(joined(" ", t.Text, joined(", ", t.Owners...), t.Due, string(t.State)))
		l.tasks(t.Tasks)
	}
}

// counted says a count after what was counted: "(4)".
func counted(n *int) string {
	if n == nil {
		return ""
	}
	return "(" + strconv.Itoa(*n) + ")"
}

// joined joins what is not empty.
func joined(by string, texts ...string) string {
	said := ""
	for _, text := range texts {
		if text != "" && said != "" {
			said += by
		}
		said += text
	}
	return said
}
