package models

import (
	"cmp"
	"strings"

	"dilna/models/voting"
)

// Entry is what stands in a step, whatever its method: an idea, a cause, a
// decision, a task (docs/adr/0032). The method of the step says which of the
// members it has; the others are empty.
type Entry struct {
	Row
	ID       EntryID `json:"id" gorm:"primaryKey"`
	StepID   StepID  `json:"step"`
	Method   Method  `json:"-"` // whose entry it is: that of its step, but a file may put any into a step
	ParentID EntryID `json:"parent,omitempty" doc:"what it stands under: an idea under an idea, a part of a resolution, a task of a task"`
	Text     string  `json:"text"`
	Note     string  `json:"note,omitempty"`
	From     MadeOf  `json:"from,omitzero" gorm:"embedded;embeddedPrefix:from_" doc:"what it was made of, or goes on with"`
	SeatID   SeatID  `json:"-"` // who may change it; empty: entered by a facilitator

	// Ideas. Marked is the group's tick, Chosen is picked to be carried on; both
	// are independent of votes.
	TopicID  TopicID  `json:"topic,omitempty"`
	Marked   bool     `json:"marked,omitempty"`
	Chosen   bool     `json:"chosen,omitempty"`
	Author   string   `json:"author,omitempty" doc:"as printed in the minutes; never taken from a seat"`
	Merged   []string `json:"merged,omitempty" gorm:"-" doc:"wordings of the ideas merged into it"`
	Voted    []string `json:"voted,omitempty" gorm:"-" doc:"wordings that rounds were held on, where they can be read in it no more; the wall is told one empty wording in their place"`
	Hidden   bool     `json:"hidden,omitempty" doc:"its text is for facilitators and its writer alone: not on the wall, on other phones, in minutes, files, copies and searches; its votes stay"`
	Original string   `json:"original,omitempty" doc:"the wording of its writer, where a facilitator has changed it; facilitators"`
	Proposed bool     `json:"proposed,omitempty" doc:"it came while people voted in its step"`
	Agreed   *int     `json:"agreed,omitempty" doc:"how many others agreed with it, those merged into it included; absent: it was not asked, or not counted yet"`
	Reworded bool     `json:"reworded,omitempty" doc:"its wording is a facilitator's, not that of who wrote it"`

	MergedInto   EntryID  `json:"-"`                        // what a removed idea lives on in; empty: nothing
	MergedBefore []string `json:"-" gorm:"serializer:json"` // came merged from a file: the wordings are all that is known

	Decision
	Task

	First  Beginning `json:"-" gorm:"embedded;embeddedPrefix:first_"` // of a promise: its first row
	Passed int       `json:"passed,omitempty" doc:"of a task that goes on from another workshop: how many it has stood in, this one included"`
}

// Decision is what only decisions have. Counts that are absent were not taken.
type Decision struct {
	Mover   string    `json:"mover,omitempty" doc:"who moved it"`
	How     DecidedBy `json:"how,omitempty" enum:",votes,consensus" doc:"empty: not known"`
	For     *int      `json:"for,omitempty" gorm:"column:votes_for" doc:"0 to 100000"`
	Against *int      `json:"against,omitempty" gorm:"column:votes_against" doc:"0 to 100000"`
	Abstain *int      `json:"abstain,omitempty" gorm:"column:abstained" doc:"0 to 100000"`
	Result  string    `json:"result,omitempty" doc:"in words"`
}

// Task is what only tasks have. Due is as people say it, DueDate a day: a task
// may have both, or none.
type Task struct {
	Owners   []string  `json:"owners,omitempty" gorm:"serializer:json" doc:"none: not known yet"`
	Everyone bool      `json:"everyone,omitempty" doc:"all who are there, besides the owners by name"`
	Due      string    `json:"due,omitempty" doc:"in words"`
	DueDate  string    `json:"due_date,omitempty" doc:"YYYY-MM-DD"`
	State    TaskState `json:"state,omitempty" enum:",open,done,moved,dropped"`
	Reason   string    `json:"reason,omitempty" doc:"why it was moved or dropped"`
}

// MadeOf says what an entry was made of: a row of this workshop or of another,
// and how that was worded then.
type MadeOf struct {
	Workshop WorkshopID `json:"workshop,omitempty" doc:"empty: this one"`
	Entry    EntryID    `json:"entry"`
	Text     string     `json:"text,omitempty" doc:"its wording then; not for participants, it may have been hidden since"`
	Meeting             // the other workshop
	Due      string     `json:"due,omitempty" doc:"of a task that goes on: in words, when it was due then"`
	DueDate  string     `json:"due_date,omitempty" doc:"of a task that goes on: when it was due then, YYYY-MM-DD"`
}

// DecidedBy says how a group came to a decision.
type DecidedBy string

const (
	DecidedByVotes     DecidedBy = "votes"     // counted
	DecidedByConsensus DecidedBy = "consensus" // nobody objects
)

// TaskState is where a task stands; empty is open.
type TaskState string

const (
	TaskOpen    TaskState = "open"
	TaskDone    TaskState = "done"
	TaskMoved   TaskState = "moved"
	TaskDropped TaskState = "dropped"
)

// Count has the decision say how people voted on it; of one that nobody said
// anything of nothing is known.
func (d *Decision) Count(said voting.Details) {
	if said.For != nil && (said.Said == nil || *said.Said > 0) {
		d.How, d.For, d.Against, d.Abstain = DecidedByVotes, said.For, said.Against, said.Abstain
	}
}

// isEmpty says whether nothing is said.
func (d Decision) isEmpty() bool { return d == Decision{} }

func (t Task) isEmpty() bool {
	return len(t.Owners) == 0 && !t.Everyone && cmp.Or(t.Due, t.DueDate, string(t.State), t.Reason) == ""
}

// Texts are the texts of an entry.
func (e Entry) Texts() Texts {
	return Texts{
		"text": e.Text, "note": e.Note, "author": e.Author, "mover": e.Mover, "result": e.Result,
		"due": e.Due, "due_date": e.DueDate, "reason": e.Reason, "owners": strings.Join(e.Owners, "\n"),
	}
}

// NewEntry adds an entry to what it stands under, to a topic or to its step: at
// the end, or at the index, which only those who facilitate say.
type NewEntry struct {
	ID     EntryID `json:"id"`
	Topic  TopicID `json:"topic,omitempty" doc:"ideas"`
	Parent EntryID `json:"parent,omitempty"`
	Index  *int    `json:"index,omitempty" doc:"place among its siblings from 0; beyond the last is the last; facilitators"`
	Text   string  `json:"text" doc:"1 to 2000 characters"`
	Note   string  `json:"note,omitempty" doc:"facilitators"`
	From   *MadeOf `json:"from,omitempty" doc:"what it is made of; facilitators"`

	Decision
	Task
}

// Check tidies and checks the command.
func (n *NewEntry) Check() error {
	var c checker
	c.id("id", string(n.ID))
	c.optionalID("topic", string(n.Topic))
	c.optionalID("parent", string(n.Parent))
	if n.Index != nil {
		c.within("index", *n.Index, 0, MaxRows)
	}
	c.needed("text", &n.Text, MaxIdea)
	c.text("note", &n.Note, MaxIdea)
	if n.From != nil {
		c.optionalID("from.workshop", string(n.From.Workshop))
		c.id("from.entry", string(n.From.Entry))
	}
	n.Decision.check(&c)
	n.Task.check(&c)
	return c.result()
}

func (d *Decision) check(c *checker) {
	c.text("mover", &d.Mover, MaxHeading)
	oneOf(c, "how", d.How, "", DecidedByVotes, DecidedByConsensus)
	c.count("for", d.For)
	c.count("against", d.Against)
	c.count("abstain", d.Abstain)
	c.text("result", &d.Result, MaxHeading)
}

func (t *Task) check(c *checker) {
	checkOwners(c, t.Owners)
	c.text("due", &t.Due, MaxHeading)
	c.date("due_date", t.DueDate)
	oneOf(c, "state", t.State, "", TaskOpen, TaskDone, TaskMoved, TaskDropped)
	c.text("reason", &t.Reason, MaxIdea)
}

// MaxOwners is how many people a task has at most.
const MaxOwners = 50

func checkOwners(c *checker, owners []string) {
	c.within("owners", len(owners), 0, MaxOwners)
	c.lines("owners", owners)
}

// MayMake says whether the actor may add exactly this to a step of the method:
// participants a text and where it stands; nobody what the method has no room
// for. Codes: `facilitator-only`, `wrong-method`.
func (n NewEntry) MayMake(by Actor, method Method) error {
	if n.Index != nil || n.Note != "" || n.From != nil {
		if err := by.MustFacilitate(); err != nil {
			return err
		}
	}
	return method.mustHave(n.Topic != "", !n.Decision.isEmpty(), !n.Task.isEmpty())
}

// mustHave refuses, with `wrong-method`, what only ideas, only decisions or only
// tasks have where the method makes others.
func (m Method) mustHave(idea, decision, task bool) error {
	if idea && m != MethodCollect || decision && m != MethodDecisions || task && m != MethodTasks {
		return Fail(KindConflict, CodeWrongMethod)
	}
	return nil
}

// NewEntries adds several entries in one act, as when lines are pasted: they
// stand in their order, and are taken back together.
type NewEntries struct {
	Ideas []NewEntry `json:"ideas" doc:"1 to 500"`
}

// Check tidies and checks the command.
func (n *NewEntries) Check() error {
	return checkEach("ideas", n.Ideas, func(i int) error { return n.Ideas[i].Check() })
}

// EntryChange changes the members of an entry that are not nil. The order of its
// members stays: by it a command that was kept is known when it is sent again. Participants
// change the text of their own ideas and causes only. An empty topic moves an
// idea out of its topic, an empty parent moves an entry out from under the one
// above it. It comes to stand last there, or at the index.
type EntryChange struct {
	Text   *string  `json:"text,omitempty"`
	Topic  *TopicID `json:"topic,omitempty" doc:"ideas"`
	Parent *EntryID `json:"parent,omitempty"`
	Index  *int     `json:"index,omitempty" doc:"place among its siblings from 0; beyond the last is the last"`
	Marked *bool    `json:"marked,omitempty" doc:"ideas"`
	Chosen *bool    `json:"chosen,omitempty" doc:"ideas"`
	Note   *string  `json:"note,omitempty"`
	Author *string  `json:"author,omitempty" doc:"ideas"`
	Hidden *bool    `json:"hidden,omitempty" doc:"ideas: the text is for facilitators and its writer alone"`

	Mover   *string    `json:"mover,omitempty" doc:"decisions"`
	How     *DecidedBy `json:"how,omitempty" enum:",votes,consensus" doc:"decisions; anything but votes forgets what was counted"`
	For     *int       `json:"for,omitempty" doc:"decisions. Counts are given together: one that is left out where another is given was not taken"`
	Against *int       `json:"against,omitempty" doc:"decisions"`
	Abstain *int       `json:"abstain,omitempty" doc:"decisions"`
	Result  *string    `json:"result,omitempty" doc:"decisions"`

	Owners   *[]string  `json:"owners,omitempty" doc:"tasks"`
	Everyone *bool      `json:"everyone,omitempty" doc:"tasks"`
	Due      *string    `json:"due,omitempty" doc:"tasks"`
	DueDate  *string    `json:"due_date,omitempty" doc:"tasks; YYYY-MM-DD, empty: none"`
	State    *TaskState `json:"state,omitempty" enum:"open,done,moved,dropped" doc:"tasks; open and done forget the reason"`
	Reason   *string    `json:"reason,omitempty" doc:"tasks"`

	MadeFrom MadeFrom `json:"made_from,omitempty" doc:"the texts this change was made from, by member; one left out was empty. If another stands by now: changed-since"`
}

// Check tidies and checks the command.
func (ch *EntryChange) Check() error {
	var c checker
	c.optionalNeeded("text", ch.Text, MaxIdea)
	c.optional("note", ch.Note, MaxIdea)
	c.optional("author", ch.Author, MaxHeading)
	if ch.Topic != nil {
		c.optionalID("topic", string(*ch.Topic))
	}
	if ch.Parent != nil {
		c.optionalID("parent", string(*ch.Parent))
	}
	if ch.Index != nil {
		c.within("index", *ch.Index, 0, MaxRows)
	}
	c.optional("mover", ch.Mover, MaxHeading)
	if ch.How != nil {
		oneOf(&c, "how", *ch.How, "", DecidedByVotes, DecidedByConsensus)
	}
	c.count("for", ch.For)
	c.count("against", ch.Against)
	c.count("abstain", ch.Abstain)
	c.optional("result", ch.Result, MaxHeading)
	ch.checkTask(&c)
	return c.result()
}

func (ch *EntryChange) checkTask(c *checker) {
	if ch.Owners != nil {
		checkOwners(c, *ch.Owners)
	}
	c.optional("due", ch.Due, MaxHeading)
	if ch.DueDate != nil {
		c.date("due_date", *ch.DueDate)
	}
	if ch.State != nil {
		oneOf(c, "state", *ch.State, TaskOpen, TaskDone, TaskMoved, TaskDropped)
	}
	c.optional("reason", ch.Reason, MaxIdea)
}

// MayMake says whether the actor may make this very change to an entry of the
// method: participants change texts only, spokespersons also where it stands and
// how it is marked, nobody what the method has no room for. Codes: `facilitator-only`, `wrong-method`.
func (ch EntryChange) MayMake(by Actor, method Method) error {
	idea := ch.Topic != nil || ch.Marked != nil || ch.Chosen != nil || ch.Author != nil || ch.Hidden != nil
	decision := ch.Mover != nil || ch.How != nil || ch.Result != nil || ch.counts()
	task := ch.Owners != nil || ch.Everyone != nil || ch.Due != nil || ch.DueDate != nil || ch.State != nil || ch.Reason != nil
	if idea || decision || task || ch.Parent != nil || ch.Index != nil || ch.Note != nil {
		if err := by.MustFacilitate(); err != nil {
			return err
		}
	}
	if decision || task || ch.Note != nil || ch.Author != nil || ch.Hidden != nil {
		if err := by.MustRun(); err != nil {
			return err
		}
	}
	return method.mustHave(idea, decision, task)
}

// counts says whether the change says what was counted.
func (ch EntryChange) counts() bool { return ch.For != nil || ch.Against != nil || ch.Abstain != nil }

// TouchesBallots says whether the change would alter what people vote on, and
// so has to wait until an open round is closed.
func (ch EntryChange) TouchesBallots() bool {
	return ch.Text != nil || ch.Topic != nil || ch.Parent != nil || ch.Index != nil
}

// Apply writes the change into the entry; where it stands is the store's to say.
func (e *Entry) Apply(by Actor, change EntryChange) {
	switch {
	case change.Text == nil:
	case e.Method == MethodCollect:
		e.reword(by, *change.Text)
	default:
		e.Text = *change.Text
	}
	set(&e.Note, change.Note)
	set(&e.Marked, change.Marked)
	set(&e.Chosen, change.Chosen)
	set(&e.Author, change.Author)
	set(&e.Hidden, change.Hidden)
	e.Decision.apply(change)
	e.Task.apply(change)
}

func (d *Decision) apply(change EntryChange) {
	set(&d.Mover, change.Mover)
	set(&d.How, change.How)
	set(&d.Result, change.Result)
	if change.counts() {
		d.For, d.Against, d.Abstain = change.For, change.Against, change.Abstain
	}
	if change.How != nil && d.How != DecidedByVotes {
		d.For, d.Against, d.Abstain = nil, nil, nil
	}
}

func (t *Task) apply(change EntryChange) {
	set(&t.Owners, change.Owners)
	set(&t.Everyone, change.Everyone)
	set(&t.Due, change.Due)
	set(&t.DueDate, change.DueDate)
	set(&t.Reason, change.Reason)
	set(&t.State, change.State)
	if change.State != nil && (t.State == TaskOpen || t.State == TaskDone) && change.Reason == nil {
		t.Reason = ""
	}
}
