package models

// Account is somebody who signs in: a facilitator (own workshops and those
// granted) or a coordinator (all of them). A disabled one cannot sign in; its
// workshops stay.
type Account struct {
	ID           AccountID `json:"id" gorm:"primaryKey"`
	Name         string    `json:"name" doc:"as the minutes print it"`
	Login        string    `json:"login"`
	Role         Role      `json:"role" enum:"facilitator,coordinator"`
	Disabled     bool      `json:"disabled,omitempty"`
	PasswordHash string    `json:"-"`
}

// AccountListed is an account as coordinators see it: with how many devices
// are signed in, and how many workshops were granted to it.
type AccountListed struct {
	Account   `gorm:"embedded"`
	Devices   int `json:"devices"`
	Workshops int `json:"workshops"`
}

// Operator stands for whoever may run commands on the server's own computer.
var Operator = Account{Role: RoleCoordinator}

// MustCoordinate refuses everyone but coordinators, with `coordinator-only`.
func (a Account) MustCoordinate() error {
	if a.Role != RoleCoordinator {
		return Fail(KindForbidden, CodeCoordinatorOnly)
	}
	return nil
}

// ActiveCoordinator says whether the account can run every workshop now. One
// such account there must always be (docs/reliability.md, INV-22).
func (a Account) ActiveCoordinator() bool {
	return a.Role == RoleCoordinator && !a.Disabled
}

// NewAccount is what an account is made of by whoever has a one-time link.
type NewAccount struct {
	Name     string `json:"name"`
	Login    string `json:"login" doc:"e-mail address or any word; not case-sensitive"`
	Password string `json:"password" doc:"10 to 200 characters"`
}

// Check tidies and checks the account's fields.
func (n *NewAccount) Check() error {
	var c checker
	c.needed("name", &n.Name, MaxHeading)
	c.needed("login", &n.Login, MaxHeading)
	c.password("password", n.Password)
	return c.result()
}

// AccountChange is what a coordinator changes of an account: the members that
// are not nil.
type AccountChange struct {
	Role     *Role `json:"role,omitempty" enum:"facilitator,coordinator"`
	Disabled *bool `json:"disabled,omitempty"`
}

// Check checks the change. The code is `invalid`.
func (a *AccountChange) Check() error {
	var c checker
	if a.Role != nil {
		oneOf(&c, "role", *a.Role, RoleFacilitator, RoleCoordinator)
	}
	return c.result()
}

// Apply writes the change into the account.
func (a *Account) Apply(change AccountChange) {
	set(&a.Role, change.Role)
	set(&a.Disabled, change.Disabled)
}

// MeChange changes the members of one's own account that are not nil.
type MeChange struct {
	Name *string `json:"name,omitempty"`
}

// Check tidies and checks the change. The code is `invalid`.
func (m *MeChange) Check() error {
	var c checker
	c.optionalNeeded("name", m.Name, MaxHeading)
	return c.result()
}

// NewPassword is a new password for oneself. Who signed in by a one-time link
// has forgotten the old one and leaves it empty.
type NewPassword struct {
	Old string `json:"old,omitempty" doc:"not needed where this device signed in by a one-time link"`
	New string `json:"new" doc:"10 to 200 characters"`
}

// Check checks the new password. The code is `invalid`.
func (n *NewPassword) Check() error {
	var c checker
	c.password("new", n.New)
	return c.result()
}

// SignedInAs is an account as one of its devices knows it.
type SignedInAs struct {
	Account
	Devices int  `json:"devices" doc:"how many are signed in, this one included"`
	ByLink  bool `json:"by_link" doc:"this device signed in by a one-time link: it may set a new password without the old one"`
}
