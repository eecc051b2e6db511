package exports

import (
	"slices"
	"strings"

	"dilna/models"
)

// listWords are the words of lists of promises, which are for those who run
// workshops: in the languages they are spoken to in.
type listWords struct {
	name, task, owners, everyone, dueDate, due, late, state, reason string
	meeting, day, group, programme, first, stood, yes               string
	states                                                          map[models.TaskState]string
}

var wordsOfLists = map[string]listWords{
	"cs": {
		name: "Slíbené úkoly", task: "Úkol", owners: "Zodpovídá", everyone: "všichni", dueDate: "Do dne", due: "Termín slovy", late: "Po termínu",
		state: "Stav", reason: "Důvod", meeting: "Jednání", day: "Datum jednání", group: "Skupina", programme: "Program",
		first: "Poprvé slíbeno", stood: "Prošel jednáními", yes: "ano",
		states: map[models.TaskState]string{models.TaskOpen: "otevřený", models.TaskDone: "splněný", models.TaskMoved: "odložený", models.TaskDropped: "zrušený"},
	},
	"en": {
		name: "Promised tasks", task: "Task", owners: "Owner", everyone: "everyone", dueDate: "Due on", due: "Due, in words", late: "Late",
		state: "State", reason: "Reason", meeting: "Workshop", day: "Day of the workshop", group: "Group", programme: "Programme",
		first: "First promised", stood: "Workshops passed", yes: "yes",
		states: map[models.TaskState]string{models.TaskOpen: "open", models.TaskDone: "done", models.TaskMoved: "put off", models.TaskDropped: "dropped"},
	},
}

// listWordsIn are those of the language, English where there are none of it.
func listWordsIn(language string) listWords {
	if words, ok := wordsOfLists[language]; ok {
		return words
	}
	return wordsOfLists["en"]
}

// PromiseSheet is a list of promises in their order.
func PromiseSheet(l models.PromiseList) Sheet {
	w := listWordsIn(l.Language)
	s := Sheet{Name: w.name, Heads: []string{
		w.late, w.task, w.owners, w.dueDate, w.due, w.state, w.reason, w.meeting, w.day, w.group, w.programme, w.first, w.stood,
	}}
	for _, p := range l.Promises {
		late := Cell{}
		if p.Late {
			late = text(w.yes)
		}
		s.Rows = append(s.Rows, []Cell{
			late, text(p.Text), text(w.whose(p)), text(p.DueDate), text(p.Due), text(w.states[p.State]), text(p.Reason),
			text(p.Workshop.Name(l.Language)), text(p.Workshop.Date), text(p.Workshop.Group), text(p.Workshop.Programme), text(p.First.Name(l.Language)), count(p.Passed),
		})
	}
	return s
}

func (w listWords) whose(p models.Promise) string {
	owners := slices.Clone(p.Owners)
	if p.Everyone {
		owners = append(owners, w.everyone)
	}
	return strings.Join(named(owners), ", ")
}

// Due is a promise as a calendar has it, on one day.
type Due struct {
	Day     string // YYYY-MM-DD
	Summary string // one line
	Details string
}

// mostSummary is how many letters the line in a calendar has at most.
const mostSummary = 120

// DueOf is a promise for a calendar; nothing where it has no day, or nothing is
// left to be done.
func DueOf(p models.Promise, language string) (due Due, is bool) {
	if p.DueDate == "" || !p.IsOpen() {
		return due, false
	}
	w := listWordsIn(language)
	due.Day, due.Summary = p.DueDate, OneLine(p.Text)
	if letters := []rune(due.Summary); len(letters) > mostSummary {
		due.Summary = string(letters[:mostSummary-1]) + "…"
	}
	lines := []string{Clean(p.Text)}
	for _, said := range [][2]string{
		{w.owners, w.whose(p)}, {w.due, p.Due}, {w.reason, p.Reason}, {w.meeting, p.Workshop.Name(language)}, {w.group, p.Workshop.Group}, {w.programme, p.Workshop.Programme},
	} {
		if value := OneLine(said[1]); value != "" {
			lines = append(lines, said[0]+": "+value)
		}
	}
	due.Details = strings.Join(lines, "\n")
	return due, true
}
