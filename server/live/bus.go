package live

import (
	"context"

	"dilna/models"
)

// Bus is the line between the instances that serve the same database.
type Bus interface {
	// Send tells all other instances, soon, and never blocks. A message that
	// waits to be sent is replaced by a later one about the same.
	Send(Message)
	// Self is the name of this instance.
	Self() string
	// Run carries messages, and lets ear hear those of others, until ctx ends.
	Run(ctx context.Context, ear Ear)
}

// Message is what one instance tells the others. It carries ids and revisions,
// never what people wrote or how they voted: whoever hears it reads the rows.
type Message struct {
	Kind     Kind              `json:"k"`
	Workshop models.WorkshopID `json:"w,omitempty"`
	ID       string            `json:"i,omitempty"` // of whom or what it is about
	Revision models.Revision   `json:"r,omitempty"`
	Token    string            `json:"t,omitempty"` // hash of what gave the right: of a sign-in, of a seat
	Path     string            `json:"p,omitempty"` // of a text: ideas/{id}/text
	On       bool              `json:"o,omitempty"` // it stands from now on, or no longer
	People   int               `json:"n,omitempty"` // of a crowd: who are to play
	Came     int               `json:"c,omitempty"` // of them: who are in the room
}

// Kind is what a message says.
type Kind string

// Kinds of messages.
const (
	Changed    Kind = "changed"    // the workshop is at the revision
	Progressed Kind = "progressed" // a count of the workshop
	Revoked    Kind = "revoked"    // a holder may follow no longer
	Dismissed  Kind = "dismissed"  // the workshop is no more
	Hidden     Kind = "hidden"     // the workshop is out of sight: its seats are to be looked up anew
	SeatLeft   Kind = "left"       // a seat was given up
	Wound      Kind = "wound"      // a timer was set
	Here       Kind = "here"       // a holder is in the room, by way of this instance
	Edited     Kind = "edited"     // somebody is at a text
	Played     Kind = "played"     // this instance plays the pretend people of the workshop
	Play       Kind = "play"       // whoever plays them is to let so many play
	Asked      Kind = "asked"      // all are to say what stands
	Anew       Kind = "anew"       // what this instance said to stand is to be forgotten: it says all again
)

// Subject names what a message is about: of two about the same the later counts.
type Subject struct {
	Kind     Kind
	Workshop models.WorkshopID
	ID       string
}

// Subject is what the message is about.
func (m Message) Subject() Subject { return Subject{m.Kind, m.Workshop, m.ID} }

// Ear is what hears the others.
type Ear interface {
	// Hear is told what another instance says.
	Hear(from string, m Message)
	// Missed is told that something others said may have been lost.
	Missed()
	// Gone is told that an instance has fallen silent.
	Gone(instance string)
}

// alone is the bus of an instance without others: nothing leaves.
type alone struct{}

func (alone) Send(Message)             {}
func (alone) Self() string             { return "" }
func (alone) Run(context.Context, Ear) {}
