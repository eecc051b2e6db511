package models

import (
	"slices"
	"strconv"
	"time"
)

// Input is what somebody sent to a letterbox, as she wrote it. What it became is a
// row of its own, worded as it is printed: an idea, or a late input of the minutes.
type Input struct {
	WorkshopID  WorkshopID  `json:"-" gorm:"primaryKey"`
	LetterboxID LetterboxID `json:"-" gorm:"primaryKey"`
	ID          InputID     `json:"id" gorm:"primaryKey"`
	Number      int         `json:"number" doc:"in the order they came, from 1"`
	TopicID     TopicID     `json:"topic,omitempty"`
	Text        string      `json:"text"`
	Name        string      `json:"name,omitempty" doc:"as its sender gave it"`
	Received    int64       `json:"received" doc:"Unix milliseconds"`
	State       InputState  `json:"state" enum:"waiting,accepted,noted,declined,merged,dropped"`
	Reason      string      `json:"reason,omitempty" doc:"why it was declined, or what came of it"`
	EntryID     EntryID     `json:"entry,omitempty" doc:"the idea it was merged into"`
}

// InputState is what became of an input.
type InputState string

const (
	InputWaiting  InputState = "waiting"
	InputAccepted InputState = "accepted"
	InputNoted    InputState = "noted"    // a late input; it is printed so
	InputDeclined InputState = "declined" // needs a reason; a late input is printed with it
	InputMerged   InputState = "merged"   // its wording is read in another idea
	InputDropped  InputState = "dropped"  // has no place anywhere: advertising, abuse, the same again
)

// inputStates are what an input of a harvest, and a late one, may become.
var (
	harvestStates = []InputState{InputAccepted, InputDeclined, InputMerged, InputDropped}
	lateStates    = []InputState{InputAccepted, InputNoted, InputDeclined, InputDropped}
)

// Open says whether the input may still be settled: what was turned away may be
// taken after all, what is in the step or in the minutes is changed there.
func (i Input) Open() bool {
	return i.State == InputWaiting || i.State == InputDropped || i.State == InputDeclined && i.EntryID == ""
}

// Day is the day the input came, YYYY-MM-DD.
func (i Input) Day() string { return time.UnixMilli(i.Received).Format(time.DateOnly) }

// NewInput is what somebody sends. The id is hers: the same thing sent again is
// there once.
type NewInput struct {
	ID    InputID `json:"id"`
	Topic TopicID `json:"topic,omitempty"`
	Text  string  `json:"text" doc:"1 to 2000 characters"`
	Name  string  `json:"name,omitempty" doc:"only if she wants; printed as where it comes from"`
}

// Check tidies and checks the command.
func (n *NewInput) Check() error {
	var c checker
	c.id("id", string(n.ID))
	c.optionalID("topic", string(n.Topic))
	c.needed("text", &n.Text, MaxIdea)
	c.text("name", &n.Name, MaxHeading)
	return c.result()
}

// IsThe says whether the stored input is this one, sent before.
func (n NewInput) IsThe(i Input) bool {
	return n.ID == i.ID && n.Text == i.Text && n.Name == i.Name && n.Topic == i.TopicID
}

// InputSent answers whoever sent something.
type InputSent struct {
	ID     InputID `json:"id"`
	Looked bool    `json:"looked" doc:"it waits for somebody to look at it"`
}

// Settling says what becomes of inputs of one letterbox, all or none.
type Settling struct {
	Inputs []InputID  `json:"inputs" doc:"1 to 500"`
	State  InputState `json:"state" enum:"accepted,noted,declined,merged,dropped"`
	Reason string     `json:"reason,omitempty" doc:"why it is declined, or what came of it"`
	Text   string     `json:"text,omitempty" doc:"worded otherwise, where it is one input; empty: as it was sent"`
	Into   EntryID    `json:"into,omitempty" doc:"the idea it is merged into"`
}

// Check tidies and checks the command.
func (s *Settling) Check() error {
	var c checker
	c.within("inputs", len(s.Inputs), 1, MaxTogether)
	for i, id := range s.Inputs {
		c.id("inputs."+strconv.Itoa(i), string(id))
	}
	c.text("reason", &s.Reason, MaxIdea)
	c.text("text", &s.Text, MaxIdea)
	c.optionalID("into", string(s.Into))
	oneOf(&c, "state", s.State, InputAccepted, InputNoted, InputDeclined, InputMerged, InputDropped)
	if s.State == InputDeclined && s.Reason == "" {
		c.add(Field{Name: "reason", Reason: ReasonEmpty})
	}
	if s.State == InputMerged && s.Into == "" {
		c.add(Field{Name: "into", Reason: ReasonEmpty})
	}
	if s.Text != "" && len(s.Inputs) != 1 {
		c.add(Field{Name: "text", Reason: ReasonUnexpected})
	}
	return c.result()
}

// MaySettle says whether the input of the letterbox may become that. Codes:
// `invalid` for what its kind cannot become, those of Moved where somebody has
// settled it meanwhile.
func (s Settling) MaySettle(l Letterbox, i Input) error {
	allowed := harvestStates
	if l.StepID == "" {
		allowed = lateStates
	}
	if !slices.Contains(allowed, s.State) {
		return Fail(KindInvalid, CodeInvalid).At("state", ReasonChoice)
	}
	return Moved(i.Open() && i.State != s.State, i.State == s.State)
}

// Late is the late input that an input becomes, worded and settled so.
func (s Settling) Late(i Input) LateInput {
	late := LateInput{
		ID: LateInputID(i.ID), Text: s.wording(i), Source: i.Name, Date: i.Day(), Settlement: Settlement(s.State), Reason: s.Reason,
	}
	return late
}

// Idea is the idea that an input becomes, worded so, in a step of a workshop.
func (s Settling) Idea(i Input, step StepID) Entry {
	idea := Entry{
		Row: Row{WorkshopID: i.WorkshopID}, ID: EntryID(i.ID), StepID: step, Method: MethodCollect, TopicID: i.TopicID, Text: s.wording(i), Author: i.Name,
	}
	if idea.Text != i.Text {
		idea.Original, idea.Reworded = i.Text, true
	}
	return idea
}

func (s Settling) wording(i Input) string {
	if s.Text != "" {
		return s.Text
	}
	return i.Text
}
