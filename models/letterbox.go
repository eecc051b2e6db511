package models

import "time"

type (
	// LetterboxID names a letterbox among those of its workshop.
	LetterboxID string
	// InputID names what was sent, and what becomes of it.
	InputID string
)

// Letterbox is a link open to the world: whoever has it sends in texts, with no
// seat and no account, between two moments, and nobody in charge has to be there.
// They go to a step (a harvest), or to the minutes (late inputs). What was sent
// and not looked at is in no feed, no minutes and no file (docs/adr/0034).
type Letterbox struct {
	WorkshopID WorkshopID  `json:"-" gorm:"primaryKey"`
	ID         LetterboxID `json:"id" gorm:"primaryKey"`
	StepID     StepID      `json:"step,omitempty" doc:"the step its inputs are for; empty: the minutes, as late inputs"`
	Token      string      `json:"-"` // of its address: nobody can guess it
	Opens      int64       `json:"opens" doc:"Unix milliseconds"`
	Closes     int64       `json:"closes" doc:"Unix milliseconds; from then on nothing is taken"`
	Shut       bool        `json:"shut" doc:"closed at once, whatever the time"`
	Looked     bool        `json:"looked" doc:"somebody looks at each input before it is in the step; of late inputs always"`
	Most       int         `json:"most" doc:"how many inputs it takes in all"`
	Reader     string      `json:"reader" doc:"who reads what is sent, as its senders are told"`
}

// MostInputs is how many inputs any letterbox takes.
const MostInputs = 5_000

// LetterboxState says whether a letterbox takes anything now.
type LetterboxState string

const (
	LetterboxEarly  LetterboxState = "early"
	LetterboxOpen   LetterboxState = "open"
	LetterboxClosed LetterboxState = "closed"
	LetterboxFull   LetterboxState = "full"
)

// State is where the letterbox stands at a time, having taken so many inputs.
func (l Letterbox) State(now time.Time, taken int) LetterboxState {
	at := now.UnixMilli()
	switch {
	case l.Shut || at >= l.Closes:
		return LetterboxClosed
	case at < l.Opens:
		return LetterboxEarly
	case taken >= l.Most:
		return LetterboxFull
	}
	return LetterboxOpen
}

// MustTake refuses an input that comes too early, too late, or is one too many.
// Codes: `letterbox-early`, `letterbox-closed`, `letterbox-full`.
func (l Letterbox) MustTake(now time.Time, taken int) error {
	switch l.State(now, taken) {
	case LetterboxEarly:
		return Fail(KindClosed, CodeLetterboxEarly)
	case LetterboxClosed:
		return Fail(KindClosed, CodeLetterboxClosed)
	case LetterboxFull:
		return Fail(KindConflict, CodeLetterboxFull)
	}
	return nil
}

// Keeps says whether an input waits until somebody has looked at it.
func (l Letterbox) Keeps() bool { return l.Looked || l.StepID == "" }

// SetLetterbox makes a letterbox, or says anew all that may be said of it. What
// it is for stays what it was made for.
type SetLetterbox struct {
	Step   StepID `json:"step,omitempty" doc:"the step its inputs are for; empty: the minutes, as late inputs"`
	Opens  int64  `json:"opens" doc:"Unix milliseconds"`
	Closes int64  `json:"closes" doc:"Unix milliseconds; after it opens"`
	Shut   bool   `json:"shut,omitempty"`
	Looked bool   `json:"looked,omitempty" doc:"somebody looks at each input before it is in the step"`
	Most   int    `json:"most" doc:"1 to 5000"`
	Reader string `json:"reader,omitempty"`
}

// Check tidies and checks the command.
func (s *SetLetterbox) Check(id LetterboxID) error {
	var c checker
	c.id("letterbox", string(id))
	c.optionalID("step", string(s.Step))
	c.within("most", s.Most, 1, MostInputs)
	c.text("reader", &s.Reader, MaxHeading)
	if s.Opens < 0 {
		c.add(Field{Name: "opens", Reason: ReasonFormat})
	}
	if s.Closes <= s.Opens {
		c.add(Field{Name: "closes", Reason: ReasonOrder})
	}
	return c.result()
}

// Apply writes what was said into the letterbox.
func (l *Letterbox) Apply(s SetLetterbox) {
	l.Opens, l.Closes, l.Shut, l.Looked, l.Most, l.Reader = s.Opens, s.Closes, s.Shut, s.Looked, s.Most, s.Reader
}

// LetterboxListed is a letterbox as those see it who facilitate.
type LetterboxListed struct {
	Letterbox
	State   LetterboxState `json:"state" enum:"early,open,closed,full"`
	Taken   int            `json:"taken" doc:"how many inputs came"`
	Waiting int            `json:"waiting" doc:"how many of them nobody has settled"`
}

// LetterboxFace is what whoever has the link is told of the letterbox. What others
// sent is not among it.
type LetterboxFace struct {
	Late      bool           `json:"late" doc:"its inputs go to the minutes of a workshop that has been"`
	State     LetterboxState `json:"state" enum:"early,open,closed,full"`
	Opens     int64          `json:"opens" doc:"Unix milliseconds"`
	Closes    int64          `json:"closes" doc:"Unix milliseconds"`
	Looked    bool           `json:"looked" doc:"somebody looks at each input before others can read it"`
	Reader    string         `json:"reader"`
	Programme string         `json:"programme"`
	Group     string         `json:"group"`
	Number    int            `json:"number"`
	Title     string         `json:"title"`
	Date      string         `json:"date"`
	Heading   string         `json:"heading,omitempty" doc:"of the step; while it is open"`
	Prompt    string         `json:"prompt,omitempty" doc:"of the step; while it is open"`
	Topics    []FaceTopic    `json:"topics,omitempty" doc:"what one may write under; while it is open"`
}

// FaceTopic is a topic somebody may write under.
type FaceTopic struct {
	ID      TopicID `json:"id"`
	Heading string  `json:"heading"`
}

// Face is the letterbox of a workshop as the world sees it. The question is told
// while it may be answered.
func (l Letterbox) Face(w Workshop, step Step, topics []Topic, state LetterboxState) LetterboxFace {
	face := LetterboxFace{
		Late: l.StepID == "", State: state, Opens: l.Opens, Closes: l.Closes, Looked: l.Keeps(), Reader: l.Reader,
		Programme: w.Head.Programme, Group: w.Head.Group, Number: w.Head.Number, Title: w.Head.Title, Date: w.Head.Date,
	}
	if state != LetterboxOpen {
		return face
	}
	face.Heading, face.Prompt = step.Heading, step.Prompt
	for _, topic := range topics {
		face.Topics = append(face.Topics, FaceTopic{ID: topic.ID, Heading: topic.Heading})
	}
	return face
}

// LateLink is the way to the letterbox for late inputs, for phones that took part.
type LateLink struct {
	Path   string `json:"path" doc:"of the page; empty: nothing is taken now"`
	Closes int64  `json:"closes" doc:"Unix milliseconds"`
}
