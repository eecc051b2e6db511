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
	ID            StepID    `json:"id" gorm:"primaryKey"`
	State         StepState `json:"state" enum:"waiting,open,closed"`
	PartID        PartID    `json:"part,omitempty" doc:"the part of a division whose step it is; empty: everybody's. All see it"`
	Opened        Revision  `json:"opened,omitempty" doc:"the revision at which it opened last: of several open steps the newest has the highest"`
	Method        Method    `json:"method" enum:"collect,fishbone,text,decisions,tasks"`
	Heading       string    `json:"heading"`
	Prompt        string    `json:"prompt" doc:"the question on phones and wall; the heading where empty"`
	Origin        Origin    `json:"origin"`
	Source        string    `json:"source"`
	Layout        Layout    `json:"layout"`
	Order         Order     `json:"order" gorm:"column:idea_order"`
	IdeaLabel     string    `json:"idea_label"`
	MarksPerTopic int       `json:"marks_per_topic" doc:"0: no marks in this step"`
	Blind         bool      `json:"blind" doc:"people write on their own first: what others wrote is hidden until it is revealed"`
	Agreeing      bool      `json:"agreeing,omitempty" doc:"people can agree with ideas of others; how many did is told when the step has closed"`
	Effect        string    `json:"effect"`
	Text          string    `json:"text"`

	PlannedMinutes int    `json:"planned_minutes,omitempty" doc:"how long it should take; 0: not planned; facilitators"`
	Notes          string `json:"notes,omitempty" doc:"what who facilitates has noted for herself; facilitators"`
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

// Stamp marks the row as changed at the revision.
func (r *Row) Stamp(at Revision) { r.Revision = at }

// Stamped is the revision of the row's last change.
func (r *Row) Stamped() Revision { return r.Revision }

// Of is the workshop the row belongs to.
func (r *Row) Of() WorkshopID { return r.WorkshopID }
