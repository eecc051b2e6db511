package models

import (
	"cmp"
	"strconv"
)

// A task that goes on in another workshop is one promise with the task it was
// made of (docs/adr/0037): all its rows say where it was first promised, and each
// how many workshops it has stood in by then.

// Beginning is the first row of a promise, and what its workshop was called then.
type Beginning struct {
	Workshop WorkshopID
	Entry    EntryID
	Meeting
}

// Meeting is a workshop as another one's minutes speak of it.
type Meeting struct {
	Name string `json:"name,omitempty" doc:"what it was called then"`
	Date string `json:"date,omitempty" doc:"YYYY-MM-DD"`
}

// Meeting is what the minutes of others call this one.
func (h Head) Meeting() Meeting { return Meeting{Name: h.Name(), Date: h.Date} }

// Promise is where the promise begins that a task of its workshop belongs to.
func (e Entry) Promise() Beginning {
	if e.First.Entry == "" {
		return Beginning{Workshop: e.WorkshopID, Entry: e.ID, Meeting: e.First.Meeting}
	}
	return e.First
}

// IsOnePromiseWith says whether two tasks are rows of one promise.
func (e Entry) IsOnePromiseWith(other Entry) bool {
	p, o := e.Promise(), other.Promise()
	return p.Workshop == o.Workshop && p.Entry == o.Entry
}

// GoingOn is the task as another workshop goes on with it: as it is worded and
// owned and due, open, under the parent.
func (e Entry) GoingOn(id, parent EntryID) NewEntry {
	return NewEntry{
		ID: id, Parent: parent, Text: e.Text, From: &MadeOf{Workshop: e.WorkshopID, Entry: e.ID},
		Task: Task{Owners: e.Owners, Everyone: e.Everyone, Due: e.Due, DueDate: e.DueDate, State: TaskOpen},
	}
}

// Stood is how many workshops the promise has stood in up to this row.
func (e Entry) Stood() int { return max(e.Passed, 1) }

// GoOnWith makes the task one promise with another, of the workshop of that head.
func (e *Entry) GoOnWith(last Entry, in Head) {
	e.From.Due, e.From.DueDate = last.Due, last.DueDate
	if e.First = last.Promise(); e.First.Meeting == (Meeting{}) {
		e.First.Meeting = in.Meeting()
	}
	e.Passed = last.Stood() + 1
}

// PromiseMinutes is what the minutes say of what the task was before; nil of one
// that does not go on.
func (e Entry) PromiseMinutes() *PromiseMinutes {
	if e.Passed == 0 {
		return nil
	}
	return &PromiseMinutes{First: e.First.Meeting, Last: e.From.Meeting, Due: e.From.Due, DueDate: e.From.DueDate, Passed: e.Passed}
}

// TakeUp is what the minutes of another workshop, or of another Dílna, say of a
// task before: without a link, it begins anew here.
func (e *Entry) TakeUp(before *PromiseMinutes) {
	if before == nil {
		return
	}
	e.First.Meeting, e.From.Meeting, e.Passed = before.First, before.Last, before.Passed
	e.From.Due, e.From.DueDate = before.Due, before.DueDate
}

// IsOpen says whether something is still to be done: a task that was put off is
// open.
func (t Task) IsOpen() bool { return t.State.isOpen() }

// IsOpen says whether something is still to be done.
func (t Told) IsOpen() bool { return t.State.isOpen() }

func (s TaskState) isOpen() bool { return s != TaskDone && s != TaskDropped }

// IsLate says whether the task should have been done before the day.
func (t Task) IsLate(today string) bool { return t.IsOpen() && t.DueDate != "" && t.DueDate < today }

// Promise is a task as it stands in the newest of the workshops it has stood in.
type Promise struct {
	Workshop Called  `json:"workshop" doc:"where it stands now"`
	Task     EntryID `json:"task"`
	Told
	First  Called `json:"first" doc:"where it was first promised; without an id where that workshop is gone, or not the caller's to see"`
	Passed int    `json:"passed" doc:"how many workshops it has stood in, the first included"`
	Late   bool   `json:"late" doc:"open, and due before today"`

	Begun Beginning `json:"-"` // which promise it is, through all workshops
}

// Compare puts late ones first, then by the day they are due, then those without;
// of one day, those promised in earlier workshops first.
func (p Promise) Compare(other Promise) int {
	rank := func(p Promise) int {
		switch {
		case p.Late:
			return 0
		case p.DueDate != "":
			return 1
		}
		return 2
	}
	return cmp.Or(cmp.Compare(rank(p), rank(other)), cmp.Compare(p.DueDate, other.DueDate), cmp.Compare(p.Workshop.Date, other.Workshop.Date))
}

// Told is what a task says in one of the workshops it has stood in.
type Told struct {
	Text     string    `json:"text"`
	Owners   []string  `json:"owners" doc:"none: not known yet"`
	Everyone bool      `json:"everyone"`
	Due      string    `json:"due" doc:"in words"`
	DueDate  string    `json:"due_date" doc:"YYYY-MM-DD or empty"`
	State    TaskState `json:"state" enum:"open,done,moved,dropped"`
	Reason   string    `json:"reason"`
}

// Told is what the task says.
func (e Entry) Told() Told {
	told := Told{Text: e.Text, Owners: e.Owners, Everyone: e.Everyone, Due: e.Due, DueDate: e.DueDate, State: e.State, Reason: e.Reason}
	if told.Owners == nil {
		told.Owners = []string{}
	}
	if told.State == "" {
		told.State = TaskOpen
	}
	return told
}

// Chapter is a promise as one of its workshops left it.
type Chapter struct {
	Workshop Called `json:"workshop"`
	Told
}

// Promises are those a workshop may go on with.
type Promises struct {
	Promises []Promise `json:"promises"`
}

// Story is what became of a promise, the oldest first.
type Story struct {
	Story []Chapter `json:"story"`
}

// NewPromises begins a workshop with what was promised before: a step of tasks at
// the beginning of the agenda. All are those that are offered; tasks that are
// named get ids of the client's making.
type NewPromises struct {
	Step    StepID    `json:"step" doc:"id of the new step, of the client's making"`
	Heading string    `json:"heading"`
	Prompt  string    `json:"prompt,omitempty"`
	All     bool      `json:"all,omitempty" doc:"all that are offered, instead of naming them"`
	Tasks   []GoingOn `json:"tasks,omitempty" doc:"1 to 500, unless all are meant"`
}

// GoingOn is one task that goes on.
type GoingOn struct {
	ID       EntryID    `json:"id" doc:"of the task it becomes, of the client's making"`
	Workshop WorkshopID `json:"workshop" doc:"where it stands now"`
	Entry    EntryID    `json:"entry"`
}

// Check tidies and checks the command.
func (n *NewPromises) Check() error {
	var c checker
	c.id("step", string(n.Step))
	c.needed("heading", &n.Heading, MaxHeading)
	c.text("prompt", &n.Prompt, MaxPrompt)
	if n.All {
		c.within("tasks", len(n.Tasks), 0, 0)
		return c.result()
	}
	c.within("tasks", len(n.Tasks), 1, MaxTogether)
	for i, task := range n.Tasks {
		at := "tasks." + strconv.Itoa(i) + "."
		c.id(at+"id", string(task.ID))
		c.id(at+"workshop", string(task.Workshop))
		c.id(at+"entry", string(task.Entry))
	}
	return c.result()
}
