package models

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// saidLine is one thing a version says. Rows of the record have their id as
// key, members of the head their name; text that has no rows is told apart by
// what it says, and is loose.
type saidLine struct {
	key, under string // under: what it stands in, whose order is compared
	step       string // key of the step; empty: in none
	text       string
	rest       string // what else is said of it: votes, marks, owners
	loose      bool
}

func (l saidLine) isLeftOut() bool { return isLeftOut(l.text) }

// said is the line as people read it.
func (l saidLine) said() string { return joined(" ", l.text, l.rest) }

// RowsSaid are the ids of the rows of one step, in the order the version says
// them: that is how two versions know each other's rows.
type RowsSaid struct {
	Step   StepID    `json:"step"`
	Topics []TopicID `json:"topics,omitempty"`
	Ideas  []EntryID `json:"ideas,omitempty"`
	Causes []EntryID `json:"causes,omitempty"`

	Decisions []EntryID `json:"decisions,omitempty"`
	Tasks     []EntryID `json:"tasks,omitempty"`
	Photos    []PhotoID `json:"photos,omitempty"`
}

// What lines of no step stand in.
const (
	inHead  = "head"
	inLate  = "late"
	inSteps = "steps"

	inFeedback = "feedback"
)

// linesOf is all a version says, a line each. Without its rows (a version
// approved when none were kept) its lines are loose, and its steps are known by
// their headings.
func linesOf(e Edition) []saidLine {
	l := liner{}
	l.head(e.Head)
	l.office(e.Office)
	l.loose(inHead, e.Introduction)
	for i, step := range e.Steps {
		rows := RowsSaid{Step: StepID(l.numbered(step.Heading))}
		if len(e.Rows) == len(e.Steps) {
			rows = e.Rows[i]
		}
		l.rows, l.in = rows, string(rows.Step)
		l.step(step)
		if i < len(e.Remarks) {
			l.loose(l.in+" remark", e.Remarks[i])
		}
	}
	l.in = ""
	for _, in := range e.LateInputs {
		l.add(saidLine{key: string(in.ID), under: inLate, text: in.Text, rest: joined(" · ", in.Source, in.Date, string(in.Settlement), in.Reason)})
	}
	l.feedback(e.Feedback)
	return l.lines
}

func (l *liner) feedback(said *FeedbackMinutes) {
	if said == nil {
		return
	}
	for i, q := range said.Questions {
		if q.IsSilent() {
			continue
		}
		key, scores := inFeedback+" "+strconv.Itoa(i), ""
		for _, count := range q.Scores {
			scores = joined(" ", scores, strconv.Itoa(count))
		}
		l.add(saidLine{key: key, under: inFeedback, text: q.Text, rest: scores})
		for _, text := range q.Texts {
			l.loose(key, text)
		}
	}
}

// liner gathers lines; empty ones say nothing.
type liner struct {
	in    string   // the step
	rows  RowsSaid // of it, those not said yet
	lines []saidLine
	seen  map[string]int // how often a loose line was said
}

func (l *liner) add(line saidLine) {
	if line.text = strings.TrimSpace(line.text); line.text == "" {
		return
	}
	if line.step = l.in; line.key == "" {
		line.loose = true
		line.key = l.numbered(line.under + " " + line.text)
	}
	l.lines = append(l.lines, line)
}

// numbered tells loose lines of the same text apart.
func (l *liner) numbered(key string) string {
	if l.seen == nil {
		l.seen = map[string]int{}
	}
	l.seen[key]++
	return key + " " + strconv.Itoa(l.seen[key])
}

func (l *liner) loose(under, text string) {
	for line := range strings.SplitSeq(text, "\n") {
		l.add(saidLine{under: under, text: line})
	}
}

func (l *liner) head(h Head) {
	number := ""
	if h.Number > 0 {
		number = strconv.Itoa(h.Number) + "."
	}
	came := Attendance{}
	if h.Attendance != nil {
		came = *h.Attendance
	}
	for _, member := range [][2]string{
		{"programme", h.Programme}, {"title", joined(" ", number, h.Title)}, {"group", h.Group},
		{"date", joined(" ", h.Date, joined("–", h.Start, h.End))}, {"place", h.Place},
		{"facilitators", joined(", ", h.Facilitators...)}, {"attendance", came.Printed},
		{"present", joined(", ", came.Present...)}, {"excused", joined(", ", came.Excused...)},
		{"guests", joined(", ", came.Guests...)}, {"next", h.NextMeeting},
	} {
		l.add(saidLine{key: "head " + member[0], under: inHead, text: member[1]})
	}
}

func (l *liner) office(o *Office) {
	if o == nil {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(o.members())) {
		l.add(saidLine{key: "office " + name, under: inHead, text: *o.members()[name]})
	}
}

func (l *liner) step(s StepMinutes) {
	l.add(saidLine{key: l.in, under: inSteps, text: cmp.Or(strings.TrimSpace(s.Heading), "–")})
	l.add(saidLine{key: l.in + " effect", under: l.in, text: s.Effect})
	l.loose(l.in+" text", s.Text)
	l.ideas(l.in, s.Ideas)
	l.topics(l.in, s.Topics)
	l.causes(l.in, s.Causes)
	l.decisions(l.in+" decisions", s.Decisions)
	l.tasks(l.in+" tasks", s.Tasks)
	for _, photo := range s.Photos {
		l.add(saidLine{key: next(&l.rows.Photos), under: l.in + " photos", text: photo.Text})
	}
}

// next takes the next id; empty where none was kept.
func next[ID ~string](ids *[]ID) string {
	if len(*ids) == 0 {
		return ""
	}
	id := (*ids)[0]
	*ids = (*ids)[1:]
	return string(id)
}

func (l *liner) topics(under string, topics []TopicMinutes) {
	for _, t := range topics {
		id := next(&l.rows.Topics)
		l.add(saidLine{key: id, under: under, text: cmp.Or(strings.TrimSpace(t.Heading), "–")})
		l.ideas(cmp.Or(id, under), t.Ideas)
		l.topics(cmp.Or(id, under), t.Topics)
	}
}

func (l *liner) ideas(under string, ideas []IdeaMinutes) {
	for _, i := range ideas {
		id, rest := next(&l.rows.Ideas), ""
		if i.Marked {
			rest = "⚫"
		}
		for _, votes := range append(slices.Clone(i.Votes), i.Agreed) {
			rest = joined(" ", rest, counted(votes))
		}
		l.add(saidLine{key: id, under: under, text: i.Text, rest: rest})
		below := cmp.Or(id, under)
		for _, part := range append([]string{i.Note, i.Author}, i.Merged...) {
			l.add(saidLine{under: below, text: part})
		}
		for _, voted := range i.Voted {
			l.add(saidLine{under: below, text: voted.Text})
		}
		l.ideas(below, i.Ideas)
	}
}

func (l *liner) causes(under string, causes []CauseMinutes) {
	for _, c := range causes {
		id := next(&l.rows.Causes)
		l.add(saidLine{key: id, under: under, text: c.Text})
		l.add(saidLine{under: cmp.Or(id, under), text: c.Note})
		l.causes(cmp.Or(id, under), c.Causes)
	}
}

func (l *liner) decisions(under string, decisions []DecisionMinutes) {
	for _, d := range decisions {
		id := next(&l.rows.Decisions)
		rest := joined(" ", d.Mover, string(d.How), counted(d.For), counted(d.Against), counted(d.Abstain), d.Result, d.Note)
		l.add(saidLine{key: id, under: under, text: d.Text, rest: rest})
		for _, voted := range d.Voted {
			l.add(saidLine{under: cmp.Or(id, under), text: voted.Text})
		}
		l.decisions(cmp.Or(id, under), d.Decisions)
	}
}

func (l *liner) tasks(under string, tasks []TaskMinutes) {
	for _, t := range tasks {
		id, everyone := next(&l.rows.Tasks), ""
		if t.Everyone {
			everyone = "✱"
		}
		rest := joined(" ", joined(", ", t.Owners...), everyone, t.Due, t.DueDate, string(t.State), t.Reason, t.Note)
		l.add(saidLine{key: id, under: under, text: t.Text, rest: rest})
		l.tasks(cmp.Or(id, under), t.Tasks)
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
