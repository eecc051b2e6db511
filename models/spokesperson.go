package models

import "time"

// A table may have its own spokesperson: while a step of her part is open she
// sorts, marks, words and counts votes in it. She got that by a one-time link,
// and it is a grant like any other (docs/adr/0040).

// RoleSpokesperson is what a participant becomes for one command in an open step
// of the part she speaks for. No seat is stored with it.
const RoleSpokesperson Role = "spokesperson"

// SpokespersonLinkLasts is how long such a link works, unless it is used, taken
// back or the workshop ends.
const SpokespersonLinkLasts = 24 * time.Hour

// LedBy is the actor as she stands to the step, where she speaks for that part:
// its spokesperson while people work on it and see what stands there, else whoever
// she is.
func (s Step) LedBy(by Actor, w Workshop, speaksFor PartID) Actor {
	if by.Role == RoleParticipant && speaksFor != "" && s.PartID == speaksFor && !s.Blind && s.mustBeOpen(w) == nil {
		by.Role = RoleSpokesperson
	}
	return by
}

// MustRun refuses, with `facilitator-only`, everyone who does not run the whole
// workshop: also whoever leads one of its steps.
func (a Actor) MustRun() error {
	if a.Role == RoleSpokesperson {
		return Fail(KindForbidden, CodeFacilitatorOnly)
	}
	return a.MustFacilitate()
}

// ToldTo is the entry as who changed it is answered: a spokesperson knows of it
// what everybody does.
func (e Entry) ToldTo(by Actor) Entry {
	if by.Role == RoleSpokesperson {
		return e.seenBy(Participants)
	}
	return e
}

// SpokespersonSecret is the secret part of a spokesperson's link.
type SpokespersonSecret struct {
	Link string `json:"link" doc:"the secret part of the link"`
}
