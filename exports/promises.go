package exports

import (
	"cmp"
	"strings"

	"dilna/models"
)

// promiseWords are what is said of tasks that go on from an earlier meeting.
type promiseWords struct {
	since   string // before how many of them are done, and how many are open
	newTerm string // with another term than the last time
	was     string // before the term of the last time
	first   string // before where and when it was first promised
	worded  string // before how it was worded the last time
	meeting string // the head of at how many meetings it was
}

// promises says in one line what has become of the tasks that go on from the last
// meeting, and what is still open; nothing where none does.
func (w words) promisesOf(tasks []plannedTask) string {
	states, newTerm := map[models.TaskState]int{}, 0
	for _, t := range tasks {
		if t.Promise == nil {
			continue
		}
		states[cmp.Or(t.State, models.TaskOpen)]++
		if !isOver(t.State) && w.term(t.TaskMinutes) != w.termThen(*t.Promise) {
			newTerm++
		}
	}
	var said []string
	for _, state := range []models.TaskState{models.TaskDone, models.TaskDropped, models.TaskMoved, models.TaskOpen} {
		if n := states[state]; n > 0 {
			said = append(said, w.stateWord(state)+" "+amount(w.tongue, n))
		}
	}
	if newTerm > 0 {
		said = append(said, w.promises.newTerm+" "+amount(w.tongue, newTerm))
	}
	return sentence(w.promises.since, said)
}

// termThen is when the task was due the last time.
func (w words) termThen(p models.PromiseMinutes) string {
	return w.term(models.TaskMinutes{Task: models.Task{Due: p.Due, DueDate: p.DueDate}})
}

// became says where a task stands, and when it was due the last time, where that is
// no longer so.
func (w words) became(m models.TaskMinutes) string {
	said := w.stateWord(m.State)
	if m.Promise == nil || isOver(m.State) {
		return said
	}
	if then := w.termThen(*m.Promise); then != "" && then != w.term(m) {
		said += ", " + w.promises.was + " " + then
	}
	return said
}

// promised are the remarks on a task that goes on: how it was worded, where wording
// changed, and since when it is promised.
func (w words) promised(m models.TaskMinutes) []string {
	var remarks []string
	if m.From != "" && m.From != m.Text {
		remarks = append(remarks, w.promises.worded+": "+w.agreed.quote(m.From))
	}
	if first := w.firstPromised(*m.Promise); first != "" {
		remarks = append(remarks, w.promises.first+": "+first)
	}
	return remarks
}

// firstPromised is the day, else the name, of the meeting a task was first promised at.
func (w words) firstPromised(p models.PromiseMinutes) string {
	return cmp.Or(w.when(p.First.Date, "", ""), strings.TrimSpace(p.First.Name))
}
