package models

import "time"

// LinkPurpose is what a one-time link is good for.
type LinkPurpose string

const (
	LinkFirstAccount  LinkPurpose = "first-account"  // makes the first account, a coordinator
	LinkSignIn        LinkPurpose = "sign-in"        // signs AccountID in: the way back for the locked out
	LinkInvitation    LinkPurpose = "invitation"     // makes an account with Role
	LinkCoFacilitator LinkPurpose = "co-facilitator" // grants WorkshopID, to a new account or to one there is
)

// Lasts is how long such a link works, unless it is used or taken back.
func (p LinkPurpose) Lasts() time.Duration {
	switch p {
	case LinkSignIn:
		return time.Hour
	case LinkInvitation:
		return 7 * 24 * time.Hour
	}
	return 24 * time.Hour
}

// Link is a one-time link. The secret itself is never stored, only its hash;
// ID is what the link is called by those who may take it back.
type Link struct {
	ID         LinkID      `json:"id"`
	Hash       string      `json:"-" gorm:"primaryKey"`
	Purpose    LinkPurpose `json:"purpose" enum:"first-account,sign-in,invitation,co-facilitator"`
	Role       Role        `json:"role,omitempty" doc:"of the account it makes"`
	Label      string      `json:"label" doc:"whom it is for, as its maker noted it down"`
	AccountID  AccountID   `json:"-"` // whom it signs in
	WorkshopID WorkshopID  `json:"-"` // what it grants
	MadeBy     AccountID   `json:"-"`
	Expires    int64       `json:"expires" doc:"Unix milliseconds"`
}

// Makes says whether an account can be made of the link.
func (l Link) Makes() bool { return l.Purpose != LinkSignIn }

// NewLink invites somebody. The id is the client's; the same id again, by the
// same maker, gives a new secret in place of the one that was never seen.
type NewLink struct {
	ID    LinkID `json:"id"`
	Role  Role   `json:"role,omitempty" enum:",facilitator,coordinator" doc:"of the account to be made; facilitator unless said"`
	Label string `json:"label,omitempty" doc:"whom it is for"`
}

// Check tidies and checks the command.
func (n *NewLink) Check() error {
	var c checker
	c.id("id", string(n.ID))
	if n.Role == "" {
		n.Role = RoleFacilitator
	}
	oneOf(&c, "role", n.Role, RoleFacilitator, RoleCoordinator)
	c.text("label", &n.Label, MaxHeading)
	return c.result()
}

// LinkOffer is what whoever has a link is told before using it up.
type LinkOffer struct {
	Purpose  LinkPurpose `json:"purpose" enum:"first-account,sign-in,invitation,co-facilitator"`
	Role     Role        `json:"role,omitempty"`
	Workshop *Called     `json:"workshop,omitempty" doc:"which workshop it grants"`
}

// Called is what a workshop is called.
type Called struct {
	ID        WorkshopID `json:"id"`
	Programme string     `json:"programme"`
	Group     string     `json:"group" gorm:"column:group_name"`
	Number    int        `json:"number"`
	Title     string     `json:"title"`
	Date      string     `json:"date"`
}

// Name is what people of a language call it.
func (c Called) Name(language string) string {
	return Head{Language: language, Title: c.Title, Number: c.Number, Date: c.Date}.Name()
}
