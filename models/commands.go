package models

import (
	"regexp"
	"strconv"
)

// What clients send. Check tidies the texts in place and tells everything that
// is wrong at once, with code `invalid`; rules that need the state of the
// workshop are in permit.go.

// Key is a command's idempotency key: 16 to 64 letters, digits, - or _ of the
// client's making. The same key again gets the first answer.
type Key string

var keyPattern = regexp.MustCompile(`^[A-Za-z0-9_-]{16,64}$`)

// Check refuses what is no key, with code `invalid`.
func (k Key) Check() error {
	if !keyPattern.MatchString(string(k)) {
		return Fail(KindInvalid, CodeInvalid).At("header:Idempotency-Key", ReasonFormat)
	}
	return nil
}

// NewWorkshop starts a workshop from a template.
type NewWorkshop struct {
	ID       WorkshopID `json:"id"`
	Template TemplateID `json:"template" doc:"id of a built-in template, or of one's own"`
	Head     Head       `json:"head,omitempty"`
}

// Check tidies and checks the command.
func (n *NewWorkshop) Check() error {
	var c checker
	c.id("id", string(n.ID))
	if err := c.result(); err != nil {
		return err
	}
	return n.Head.Check()
}

// NewStep adds a step to the agenda.
type NewStep struct {
	ID      StepID `json:"id"`
	Method  Method `json:"method" enum:"collect,fishbone,text,decisions,tasks"`
	Heading string `json:"heading"`
	Prompt  string `json:"prompt,omitempty"`
	Origin  Origin `json:"origin,omitempty" enum:",meeting,harvest,late"`
	Source  string `json:"source,omitempty"`
	Part    PartID `json:"part,omitempty" doc:"the part of a division whose step it is"`
	After   StepID `json:"after,omitempty" doc:"the step behind which it comes to stand; empty: at the end"`
}

// Check tidies and checks the command.
func (n *NewStep) Check() error {
	var c checker
	c.id("id", string(n.ID))
	oneOf(&c, "method", n.Method, MethodCollect, MethodFishbone, MethodText, MethodDecisions, MethodTasks)
	oneOf(&c, "origin", n.Origin, "", OriginMeeting, OriginHarvest, OriginLate)
	c.needed("heading", &n.Heading, MaxHeading)
	c.text("prompt", &n.Prompt, MaxPrompt)
	c.text("source", &n.Source, MaxHeading)
	c.optionalID("part", string(n.Part))
	c.optionalID("after", string(n.After))
	return c.result()
}

// NewSteps adds several steps in one act, as when each table gets its own: they
// stand in their order, and are taken back together.
type NewSteps struct {
	Steps []NewStep `json:"steps" doc:"1 to 500"`
}

// Check tidies and checks the command.
func (n *NewSteps) Check() error {
	return checkEach("steps", n.Steps, func(i int) error { return n.Steps[i].Check() })
}

// StepsMove opens or closes several steps in one act.
type StepsMove struct {
	Steps []StepID  `json:"steps" doc:"1 to 500"`
	State StepState `json:"state" enum:"open,closed"`
}

// Check checks the command.
func (m StepsMove) Check() error {
	var c checker
	c.within("steps", len(m.Steps), 1, MaxTogether)
	oneOf(&c, "state", m.State, StepOpen, StepClosed)
	for i, step := range m.Steps {
		c.id("steps."+strconv.Itoa(i), string(step))
	}
	return c.result()
}

// StepsPlan says how long several steps should take, in one act: the day is
// late, and what is left of it is shortened.
type StepsPlan struct {
	Steps []StepPlan `json:"steps" doc:"1 to 500"`
}

// MaxPlannedMinutes is how long a step may be planned to take.
const MaxPlannedMinutes = 600

// StepPlan is how long one step should take.
type StepPlan struct {
	Step           StepID `json:"step"`
	PlannedMinutes int    `json:"planned_minutes" doc:"0 to 600; 0: not planned"`
}

// Check checks the command.
func (p *StepsPlan) Check() error {
	return checkEach("steps", p.Steps, func(i int) error {
		var c checker
		c.id("step", string(p.Steps[i].Step))
		c.within("planned_minutes", p.Steps[i].PlannedMinutes, 0, MaxPlannedMinutes)
		return c.result()
	})
}

// StepChange changes the members of a step that are not nil.
type StepChange struct {
	Heading       *string `json:"heading,omitempty"`
	Prompt        *string `json:"prompt,omitempty"`
	Origin        *Origin `json:"origin,omitempty" enum:",meeting,harvest,late"`
	Source        *string `json:"source,omitempty"`
	Layout        *Layout `json:"layout,omitempty" enum:",list,columns,quadrants"`
	Order         *Order  `json:"order,omitempty" enum:",collected,votes,manual"`
	IdeaLabel     *string `json:"idea_label,omitempty"`
	MarksPerTopic *int    `json:"marks_per_topic,omitempty" doc:"0 to 100"`
	Part          *PartID `json:"part,omitempty" doc:"the part of a division whose step it is; empty: everybody's. While the step waits"`
	Blind         *bool   `json:"blind,omitempty" doc:"false reveals what everybody wrote"`
	Agreeing      *bool   `json:"agreeing,omitempty" doc:"whether people can agree with ideas of others"`
	Effect        *string `json:"effect,omitempty"`
	Text          *string `json:"text,omitempty"`

	PlannedMinutes *int    `json:"planned_minutes,omitempty" doc:"0 to 600; 0: not planned"`
	Notes          *string `json:"notes,omitempty" doc:"for who facilitates only: no phone, wall or minutes tell it"`

	MadeFrom MadeFrom `json:"made_from,omitempty" doc:"the texts this change was made from, by member; one left out was empty. If another stands by now: changed-since"`
}

// Check tidies and checks the command.
func (s *StepChange) Check() error {
	var c checker
	c.optionalNeeded("heading", s.Heading, MaxHeading)
	c.optional("prompt", s.Prompt, MaxPrompt)
	c.optional("source", s.Source, MaxHeading)
	c.optional("idea_label", s.IdeaLabel, MaxHeading)
	c.optional("effect", s.Effect, MaxIdea)
	c.optional("text", s.Text, MaxText)
	c.optional("notes", s.Notes, MaxText)
	if s.MarksPerTopic != nil {
		c.within("marks_per_topic", *s.MarksPerTopic, 0, 100)
	}
	if s.PlannedMinutes != nil {
		c.within("planned_minutes", *s.PlannedMinutes, 0, MaxPlannedMinutes)
	}
	if s.Part != nil {
		c.optionalID("part", string(*s.Part))
	}
	if s.Origin != nil {
		oneOf(&c, "origin", *s.Origin, "", OriginMeeting, OriginHarvest, OriginLate)
	}
	if s.Layout != nil {
		oneOf(&c, "layout", *s.Layout, "", LayoutList, LayoutColumns, LayoutQuadrants)
	}
	if s.Order != nil {
		oneOf(&c, "order", *s.Order, "", OrderCollected, OrderVotes, OrderManual)
	}
	return c.result()
}

// Apply writes the change into the step.
func (s *Step) Apply(change StepChange) {
	set(&s.Heading, change.Heading)
	set(&s.Prompt, change.Prompt)
	set(&s.Origin, change.Origin)
	set(&s.Source, change.Source)
	set(&s.Layout, change.Layout)
	set(&s.Order, change.Order)
	set(&s.IdeaLabel, change.IdeaLabel)
	set(&s.MarksPerTopic, change.MarksPerTopic)
	set(&s.Blind, change.Blind)
	set(&s.Agreeing, change.Agreeing)
	set(&s.PlannedMinutes, change.PlannedMinutes)
	set(&s.Notes, change.Notes)
	set(&s.PartID, change.Part)
	set(&s.Effect, change.Effect)
	set(&s.Text, change.Text)
}

// NewTopic adds a topic at the end of its step, or of its parent. With
// FromIdea it is taken over from an idea of another step; an empty heading
// then keeps that idea's wording.
type NewTopic struct {
	ID       TopicID `json:"id"`
	Parent   TopicID `json:"parent,omitempty"`
	Heading  string  `json:"heading"`
	FromIdea EntryID `json:"from_idea,omitempty"`
}

// Check tidies and checks the command.
func (n *NewTopic) Check() error {
	var c checker
	c.id("id", string(n.ID))
	c.optionalID("parent", string(n.Parent))
	c.optionalID("from_idea", string(n.FromIdea))
	c.text("heading", &n.Heading, MaxHeading)
	if n.Heading == "" && n.FromIdea == "" {
		c.add(Field{Name: "heading", Reason: ReasonEmpty})
	}
	return c.result()
}

// TopicChange rewords a topic.
type TopicChange struct {
	Heading  string   `json:"heading"`
	MadeFrom MadeFrom `json:"made_from,omitempty" doc:"the texts this change was made from, by member; one left out was empty. If another stands by now: changed-since"`
}

// Check tidies and checks the command.
func (t *TopicChange) Check() error {
	var c checker
	c.needed("heading", &t.Heading, MaxHeading)
	return c.result()
}

// MaxTogether is how many rows one command adds at most.
const MaxTogether = 500

// NewTopics adds several topics in one act, as when a selection of ideas is
// taken over: they stand in their order, and are taken back together.
type NewTopics struct {
	Topics []NewTopic `json:"topics" doc:"1 to 500"`
}

// Check tidies and checks the command.
func (n *NewTopics) Check() error {
	return checkEach("topics", n.Topics, func(i int) error { return n.Topics[i].Check() })
}

// checkEach checks a list of commands that are carried out together. The first
// that is wrong says what is wrong.
func checkEach[T any](name string, all []T, check func(i int) error) error {
	var c checker
	c.within(name, len(all), 1, MaxTogether)
	for i := 0; c.err == nil && i < len(all); i++ {
		c.nested(name+"."+strconv.Itoa(i), check(i))
	}
	return c.result()
}

// Placement moves something among its siblings.
type Placement struct {
	Index int `json:"index" doc:"place among its siblings from 0; beyond the last is the last"`
}

// Check checks the command.
func (p Placement) Check() error {
	var c checker
	c.within("index", p.Index, 0, MaxRows)
	return c.result()
}
