package models

// Role is what an actor is in one workshop. Roles are grants, never presence
// (docs/design.md, promise 5).
type Role string

const (
	RoleParticipant Role = "participant"
	RoleObserver    Role = "observer" // sees what participants see, has no dots
	RoleWall        Role = "wall"
	RoleFacilitator Role = "facilitator"
	RoleCoordinator Role = "coordinator" // facilitates every workshop
)

// Actor is who does something: an account (facilitators, coordinators) or a
// seat (everyone else) in Workshop. Workshop is empty outside one.
type Actor struct {
	Role     Role
	Workshop WorkshopID
	Account  AccountID
	Seat     SeatID
}

// Name identifies the actor among all of a workshop, for the record of commands.
func (a Actor) Name() string {
	if a.Account != "" {
		return string(a.Account)
	}
	return string(a.Seat)
}

// Facilitates says whether the actor may run the workshop, or leads the step that
// a command is about.
func (a Actor) Facilitates() bool {
	return a.Role == RoleFacilitator || a.Role == RoleCoordinator || a.Role == RoleSpokesperson
}

// Audience is the public the actor sees the workshop with.
func (a Actor) Audience() Audience {
	switch {
	case a.Role == RoleSpokesperson:
		return Participants
	case a.Facilitates():
		return Facilitators
	case a.Role == RoleWall:
		return Wall
	}
	return Participants
}

// MustFacilitate refuses everyone who does not run the workshop, with
// `facilitator-only`.
func (a Actor) MustFacilitate() error {
	if !a.Facilitates() {
		return Fail(KindForbidden, CodeFacilitatorOnly)
	}
	return nil
}

// MustCoordinate refuses everyone but coordinators, with `coordinator-only`:
// they approve and publish minutes.
func (a Actor) MustCoordinate() error {
	if a.Role != RoleCoordinator {
		return Fail(KindForbidden, CodeCoordinatorOnly)
	}
	return nil
}

// MustContribute refuses who may only watch, with `facilitator-only`.
func (a Actor) MustContribute() error {
	if a.Role == RoleParticipant {
		return nil
	}
	return a.MustFacilitate()
}

// Seat is one device's place in one workshop. It has no name. Removed: it has no
// place, for the reason that State says.
type Seat struct {
	ID         SeatID     `json:"id" gorm:"primaryKey"`
	WorkshopID WorkshopID `json:"workshop" gorm:"primaryKey"`
	Role       Role       `json:"role" enum:"participant,observer,wall"`
	TokenHash  string     `json:"-"`
	Removed    bool       `json:"-"`

	Number int       `json:"-"` // among the devices of the workshop, in the order in which they came; 0: of a wall
	Came   Way       `json:"-"`
	Ticket int       `json:"-"` // number of the ticket it came in with; 0: none
	State  SeatState `json:"-"`
	Joined int64     `json:"-"` // Unix milliseconds, of a whole minute; 0: it never came in, or before this was kept
}
