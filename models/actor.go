package models

// Role is what an actor is in one workshop. Roles are grants, never presence
// (design.md, promise 5).
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

// Facilitates says whether the actor may run the workshop.
func (a Actor) Facilitates() bool {
	return a.Role == RoleFacilitator || a.Role == RoleCoordinator
}

// Audience is the public the actor sees the workshop with.
func (a Actor) Audience() Audience {
	switch {
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

// Account is somebody who signs in: a facilitator (own workshops) or a
// coordinator (all of them).
type Account struct {
	ID           AccountID `json:"id" gorm:"primaryKey"`
	Name         string    `json:"name" doc:"as the minutes print it"`
	Login        string    `json:"login"`
	Role         Role      `json:"role" enum:"facilitator,coordinator"`
	PasswordHash string    `json:"-"`
}

// Seat is one device's place in one workshop. It has no name and no time.
type Seat struct {
	ID         SeatID     `json:"id" gorm:"primaryKey"`
	WorkshopID WorkshopID `json:"workshop" gorm:"primaryKey"`
	Role       Role       `json:"role" enum:"participant,observer,wall"`
	TokenHash  string     `json:"-"`
	Removed    bool       `json:"-"`
}

// NewAccount is what the first account, or an invited one, is made of.
type NewAccount struct {
	Name     string `json:"name"`
	Login    string `json:"login" doc:"e-mail address or any word; not case-sensitive"`
	Password string `json:"password" doc:"10 to 200 characters"`
}

// Least and most characters of a password.
const (
	MinPassword = 10
	MaxPassword = 200
)

// Check tidies and checks the account's fields.
func (n *NewAccount) Check() error {
	var c checker
	c.needed("name", &n.Name, MaxHeading)
	c.needed("login", &n.Login, MaxHeading)
	switch length := len([]rune(n.Password)); {
	case length < MinPassword:
		c.add(Field{Name: "password", Reason: ReasonTooShort, Least: MinPassword})
	case length > MaxPassword:
		c.add(Field{Name: "password", Reason: ReasonTooLong, Limit: MaxPassword})
	}
	return c.result()
}

// LinkPurpose is what a one-time link is good for.
type LinkPurpose string

const (
	LinkFirstAccount LinkPurpose = "first-account" // makes the first account, a coordinator
	LinkSignIn       LinkPurpose = "sign-in"       // signs AccountID in: the way back for the locked out
)

// Link is a one-time link. The secret itself is never stored, only its hash.
type Link struct {
	Hash      string `gorm:"primaryKey"`
	Purpose   LinkPurpose
	AccountID AccountID
	Expires   int64 // Unix milliseconds
}
