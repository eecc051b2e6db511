package models

// Method is how a step is worked.
type Method string

const (
	MethodCollect   Method = "collect"
	MethodFishbone  Method = "fishbone"
	MethodText      Method = "text"
	MethodDecisions Method = "decisions"
	MethodTasks     Method = "tasks"
)

// Origin says where the content of a step comes from; empty is the meeting.
type Origin string

const (
	OriginMeeting Origin = "meeting"
	OriginHarvest Origin = "harvest" // brought in from an earlier event
	OriginLate    Origin = "late"    // sent in after the meeting
)

// Layout is how the topics of a step stand on the wall; empty is a list.
type Layout string

const (
	LayoutList      Layout = "list"
	LayoutColumns   Layout = "columns"
	LayoutQuadrants Layout = "quadrants"
)

// Order is how the ideas of a step are printed; empty is as collected.
type Order string

const (
	OrderCollected Order = "collected"
	OrderVotes     Order = "votes"
	OrderManual    Order = "manual"
)

// TaskState is where a task stands; empty is open.
type TaskState string

const (
	TaskOpen    TaskState = "open"
	TaskDone    TaskState = "done"
	TaskMoved   TaskState = "moved"
	TaskDropped TaskState = "dropped"
)

// StepState says whether people work on a step. A step that is waiting is seen
// by facilitators only.
type StepState string

const (
	StepWaiting StepState = "waiting"
	StepOpen    StepState = "open"
	StepClosed  StepState = "closed"
)

// Row is what every part of a workshop carries for the feed and for undo: a
// changed row is stamped with the workshop's next revision, a removed one stays.
type Row struct {
	WorkshopID WorkshopID `json:"-" gorm:"primaryKey"`
	Revision   Revision   `json:"-"`
	Removed    bool       `json:"-"`
	Vanished   bool       `json:"-"` // was taken out of the sight of those who do not facilitate
	Position   int        `json:"position" doc:"order among its siblings, ascending, not dense"`
}

// Step is one block of the agenda.
type Step struct {
	Row
	ID            StepID            `json:"id" gorm:"primaryKey"`
	State         StepState         `json:"state" enum:"waiting,open,closed"`
	PartID        PartID            `json:"part,omitempty" doc:"the part of a division whose step it is; empty: everybody's. All see it"`
	Opened        Revision          `json:"opened,omitempty" doc:"the revision at which it opened last: of several open steps the newest has the highest"`
	Method        Method            `json:"method" enum:"collect,fishbone,text,decisions,tasks"`
	Heading       string            `json:"heading"`
	Prompt        string            `json:"prompt" doc:"the question on phones and wall; the heading where empty"`
	Origin        Origin            `json:"origin"`
	Source        string            `json:"source"`
	Layout        Layout            `json:"layout"`
	Order         Order             `json:"order" gorm:"column:idea_order"`
	IdeaLabel     string            `json:"idea_label"`
	MarksPerTopic int               `json:"marks_per_topic" doc:"0: no marks in this step"`
	Blind         bool              `json:"blind" doc:"people write on their own first: what others wrote is hidden until it is revealed"`
	Effect        string            `json:"effect"`
	Text          string            `json:"text"`
	Decisions     []DecisionMinutes `json:"-" gorm:"serializer:json"`
	Tasks         []TaskMinutes     `json:"-" gorm:"serializer:json"`

	PlannedMinutes int `json:"planned_minutes,omitempty" doc:"how long it should take; 0: not planned; facilitators"`
}

// Topic is a named part of a step. From is the wording of the idea it was
// taken over from, FromIdea that idea where it is in this workshop.
type Topic struct {
	Row
	ID       TopicID `json:"id" gorm:"primaryKey"`
	StepID   StepID  `json:"step"`
	ParentID TopicID `json:"parent,omitempty"`
	Heading  string  `json:"heading"`
	From     string  `json:"from,omitempty" gorm:"column:from_text"`
	FromIdea EntryID `json:"from_idea,omitempty"`
}

// Idea is one contribution. Marked is the group's tick, Chosen is picked to be
// carried on; both are independent of votes.
type Idea struct {
	Row
	ID       EntryID  `json:"id" gorm:"primaryKey"`
	StepID   StepID   `json:"step"`
	TopicID  TopicID  `json:"topic,omitempty"`
	ParentID EntryID  `json:"parent,omitempty"`
	Text     string   `json:"text"`
	Marked   bool     `json:"marked,omitempty"`
	Chosen   bool     `json:"chosen,omitempty"`
	Note     string   `json:"note,omitempty"`
	Author   string   `json:"author,omitempty" doc:"as printed in the minutes; never taken from a seat"`
	Merged   []string `json:"merged,omitempty" gorm:"-" doc:"wordings of the ideas merged into it"`
	Voted    []string `json:"voted,omitempty" gorm:"-" doc:"wordings that rounds were held on, where they can be read in it no more; the wall is told one empty wording in their place"`
	Hidden   bool     `json:"hidden,omitempty" doc:"its text is for facilitators and its writer alone: not on the wall, on other phones, in minutes, files, copies and searches; its votes stay"`
	Original string   `json:"original,omitempty" doc:"the wording of its writer, where a facilitator has changed it; facilitators"`
	Reworded bool     `json:"reworded,omitempty" doc:"its wording is a facilitator's, not that of who wrote it"`
	SeatID   SeatID   `json:"-"` // who may change it; empty: entered by a facilitator

	MergedInto   EntryID  `json:"-"`                        // what a removed idea lives on in; empty: nothing
	MergedBefore []string `json:"-" gorm:"serializer:json"` // came merged from a file: the wordings are all that is known
}

// Cause is one bone of a fishbone or a cause under another; main bones have no
// parent.
type Cause struct {
	Row
	ID       EntryID `json:"id" gorm:"primaryKey"`
	StepID   StepID  `json:"step"`
	ParentID EntryID `json:"parent,omitempty"`
	Text     string  `json:"text"`
	SeatID   SeatID  `json:"-"`
}

// Stamp marks the row as changed at the revision.
func (r *Row) Stamp(at Revision) { r.Revision = at }

// Stamped is the revision of the row's last change.
func (r *Row) Stamped() Revision { return r.Revision }

// Of is the workshop the row belongs to.
func (r *Row) Of() WorkshopID { return r.WorkshopID }
