package models

import (
	"slices"
	"strconv"
	"strings"
)

// A room is divided in ways that may cross: into tables, and by whom people
// speak for. Everybody sits in at most one part of each division, which she
// chooses or is dealt (docs/adr/0033).

// MaxParts is how many parts a division has at most.
const MaxParts = 60

// Division is one way the room is divided. Its parts are members of it: they
// are named, ordered and taken back together.
type Division struct {
	Row
	ID      DivisionID     `json:"id" gorm:"primaryKey"`
	Heading string         `json:"heading" doc:"what people are asked to choose: where they sit, for whom they speak"`
	Dealt   bool           `json:"dealt,omitempty" doc:"people are dealt to the parts evenly; they may choose another"`
	Parts   []DivisionPart `json:"parts" gorm:"serializer:json"`
}

// DivisionPart is one part of a division: a table, or who somebody speaks for.
type DivisionPart struct {
	ID      PartID `json:"id"`
	Heading string `json:"heading"`
	Guests  bool   `json:"guests,omitempty" doc:"who sits here sees all, and has no dots and writes nothing"`
	Seats   int    `json:"seats,omitempty" readOnly:"true" doc:"how many sat here, where the workshop is from a file"`
}

// Self names a division among the parts of a workshop.
func (d *Division) Self() (Part, string) { return PartDivisions, string(d.ID) }

// Part is one of the division's parts; false where it is not there.
func (d Division) Part(id PartID) (DivisionPart, bool) {
	i := slices.IndexFunc(d.Parts, func(p DivisionPart) bool { return p.ID == id })
	if i < 0 {
		return DivisionPart{}, false
	}
	return d.Parts[i], true
}

// Texts are the texts of a division; its parts stand one a line.
func (d Division) Texts() Texts {
	lines := make([]string, len(d.Parts))
	for i, part := range d.Parts {
		lines[i] = part.Heading
	}
	return Texts{"heading": d.Heading, "parts": strings.Join(lines, "\n")}
}

// PartOf finds a part in whichever division it is of; false where it is gone.
func PartOf(divisions []Division, id PartID) (DivisionPart, bool) {
	for _, d := range divisions {
		if part, found := d.Part(id); found {
			return part, true
		}
	}
	return DivisionPart{}, false
}

// Sits is where a person sits: in parts that are there, and whether any of them
// is one of guests.
type Sits struct {
	Parts []PartID
	Guest bool
}

// SitsIn is where somebody who chose these parts sits; what is gone counts for
// nothing.
func SitsIn(divisions []Division, chosen []PartID) Sits {
	var sits Sits
	for _, id := range chosen {
		if part, there := PartOf(divisions, id); there {
			sits.Parts = append(sits.Parts, id)
			sits.Guest = sits.Guest || part.Guests
		}
	}
	return sits
}

// GuestParts are the parts whose people only watch.
func GuestParts(divisions []Division) []PartID {
	var guests []PartID
	for _, d := range divisions {
		for _, part := range d.Parts {
			if part.Guests {
				guests = append(guests, part.ID)
			}
		}
	}
	return guests
}

// MayTakePart says whether a person who sits there writes and votes in the step
// at all: guests never do, and a step of a part is its people's. Everybody sees
// it. Codes: `guest-watches`, `other-part`.
func (s Step) MayTakePart(by Actor, sits Sits) error {
	switch {
	case by.Role != RoleParticipant:
		return nil
	case sits.Guest:
		return Fail(KindForbidden, CodeGuestWatches)
	case s.PartID != "" && !slices.Contains(sits.Parts, s.PartID):
		return Fail(KindForbidden, CodeOtherPart)
	}
	return nil
}

// Deal gives so many people parts, each the emptiest, so that all are as even as
// they can be. Guests are not dealt: they say that they are some. sitting is how
// many sit in a part already.
func (d Division) Deal(people int, sitting map[PartID]int) []PartID {
	var dealt []PartID
	takes := slices.DeleteFunc(slices.Clone(d.Parts), func(p DivisionPart) bool { return p.Guests })
	if len(takes) == 0 {
		return nil
	}
	for range people {
		emptiest := slices.MinFunc(takes, func(a, b DivisionPart) int { return sitting[a.ID] - sitting[b.ID] })
		sitting[emptiest.ID]++
		dealt = append(dealt, emptiest.ID)
	}
	return dealt
}

// NewDivision divides the room.
type NewDivision struct {
	ID      DivisionID     `json:"id"`
	Heading string         `json:"heading"`
	Dealt   bool           `json:"dealt,omitempty"`
	Parts   []DivisionPart `json:"parts" doc:"1 to 60"`
}

// Check tidies and checks the command.
func (n *NewDivision) Check() error {
	var c checker
	c.id("id", string(n.ID))
	c.needed("heading", &n.Heading, MaxHeading)
	c.parts(n.Parts)
	return c.result()
}

// DivisionChange changes the members of a division that are not nil. A part
// that is in the list no more is gone; who sat there sits in none.
type DivisionChange struct {
	Heading *string         `json:"heading,omitempty"`
	Dealt   *bool           `json:"dealt,omitempty"`
	Parts   *[]DivisionPart `json:"parts,omitempty" doc:"1 to 60: all that there are to be"`

	MadeFrom MadeFrom `json:"made_from,omitempty" doc:"the texts this change was made from, by member; those of parts one a line. If another stands by now: changed-since"`
}

// Check tidies and checks the command.
func (ch *DivisionChange) Check() error {
	var c checker
	c.optionalNeeded("heading", ch.Heading, MaxHeading)
	if ch.Parts != nil {
		c.parts(*ch.Parts)
	}
	return c.result()
}

// parts wants parts that can be told apart.
func (c *checker) parts(parts []DivisionPart) {
	c.within("parts", len(parts), 1, MaxParts)
	ids, headings := map[PartID]bool{}, map[string]bool{}
	for i := range parts {
		name := "parts." + strconv.Itoa(i)
		c.id(name+".id", string(parts[i].ID))
		c.needed(name+".heading", &parts[i].Heading, MaxHeading)
		if ids[parts[i].ID] || headings[parts[i].Heading] {
			c.add(Field{Name: name, Reason: ReasonDuplicate})
		}
		parts[i].Seats = 0 // nobody says it but a file
		ids[parts[i].ID], headings[parts[i].Heading] = true, true
	}
}

// Apply writes the change into the division.
func (d *Division) Apply(change DivisionChange) {
	set(&d.Heading, change.Heading)
	set(&d.Dealt, change.Dealt)
	before := *d
	set(&d.Parts, change.Parts)
	for i := range d.Parts {
		if was, there := before.Part(d.Parts[i].ID); there {
			d.Parts[i].Seats = was.Seats
		}
	}
}

// ChosenPart is the part of a division somebody sits in; empty: in none.
type ChosenPart struct {
	Part PartID `json:"part"`
}

// Check checks the command.
func (ch ChosenPart) Check() error {
	var c checker
	c.optionalID("part", string(ch.Part))
	return c.result()
}

// MyParts are the parts a seat sits in.
type MyParts struct {
	Parts []PartID `json:"parts"`
}

// PartCount is how many sit in a part. Who they are nobody is told.
type PartCount struct {
	Part   PartID `json:"part"`
	Seats  int    `json:"seats"`
	Done   int    `json:"done,omitempty" doc:"how many of them are done with the open step of the part; facilitators"`
	Speaks bool   `json:"speaks,omitempty" doc:"whether somebody speaks for the part; facilitators"`
}

// DivisionMinutes is a division as a record has it: how many sat where. Who, is
// nobody's business.
type DivisionMinutes struct {
	Heading string        `json:"heading"`
	Dealt   bool          `json:"dealt,omitempty"`
	Parts   []PartMinutes `json:"parts,omitempty"`
}

// PartMinutes is a part of a division as a record has it.
type PartMinutes struct {
	Heading string `json:"heading"`
	Guests  bool   `json:"guests,omitempty"`
	Seats   int    `json:"seats,omitempty" doc:"how many sat here; absent: nobody, or it is not known"`
}

// Minutes is the division as a record has it; counts are of who sits there now.
func (d Division) Minutes(counts []PartCount) DivisionMinutes {
	m := d.Agenda()
	for i, part := range d.Parts {
		m.Parts[i].Seats = part.Seats
		for _, count := range counts {
			if count.Part == part.ID {
				m.Parts[i].Seats = count.Seats
			}
		}
	}
	return m
}

// Agenda is the division as the next workshop starts from it: nobody sits anywhere.
func (d Division) Agenda() DivisionMinutes {
	m := DivisionMinutes{Heading: d.Heading, Dealt: d.Dealt}
	for _, part := range d.Parts {
		m.Parts = append(m.Parts, PartMinutes{Heading: part.Heading, Guests: part.Guests})
	}
	return m
}

// AgendaOf are the divisions of a workshop as the next one starts from them.
func AgendaOf(divisions []Division) []DivisionMinutes {
	agenda := make([]DivisionMinutes, len(divisions))
	for i, division := range divisions {
		agenda[i] = division.Agenda()
	}
	return agenda
}

// Division is a division of a record with ids of its own.
func (m DivisionMinutes) Division() Division {
	d := Division{ID: NewID[DivisionID](), Heading: m.Heading, Dealt: m.Dealt}
	for _, part := range m.Parts {
		d.Parts = append(d.Parts, DivisionPart{ID: NewID[PartID](), Heading: part.Heading, Guests: part.Guests, Seats: part.Seats})
	}
	return d
}

// PlaceOf says where a part stands, as records say it; nil where it is gone.
func PlaceOf(divisions []Division, id PartID) *[2]int {
	for i, d := range divisions {
		for j, part := range d.Parts {
			if part.ID == id {
				return &[2]int{i, j}
			}
		}
	}
	return nil
}

// PartAt is the part that stands there; empty where none does.
func PartAt(divisions []Division, at *[2]int) PartID {
	if at == nil || at[0] < 0 || at[0] >= len(divisions) || at[1] < 0 || at[1] >= len(divisions[at[0]].Parts) {
		return ""
	}
	return divisions[at[0]].Parts[at[1]].ID
}
