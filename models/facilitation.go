package models

import (
	"slices"
	"time"
)

// Facilitation is who runs a workshop by a grant, and the links by which
// somebody still may. Coordinators run it without one.
type Facilitation struct {
	Accounts []Granted `json:"accounts"`
	Links    []Link    `json:"links"`
	Others   []Granted `json:"others,omitempty" doc:"accounts it can be granted to without a link; coordinators only"`
	Taken    []Taken   `json:"taken,omitempty" doc:"grants that were taken away and can still be given back"`
}

// Granted is an account to which a workshop is granted.
type Granted struct {
	ID       AccountID `json:"id"`
	Name     string    `json:"name"`
	Login    string    `json:"login"`
	Disabled bool      `json:"disabled,omitempty"`
	Founder  bool      `json:"founder,omitempty" doc:"started the workshop: only she or a coordinator takes her grant away"`
}

// Taken is a grant that was taken away.
type Taken struct {
	ID   AccountID `json:"id"`
	Name string    `json:"name"`
	By   string    `json:"by" doc:"name of who took it; empty where that account is gone"`
	At   int64     `json:"at" doc:"Unix milliseconds"`
}

// GivenBack is how long a grant that was taken away can be given back by those
// who run the workshop.
const GivenBack = 24 * time.Hour

// MayUngrant says whether the actor may take the grant of that account away:
// facilitators never that of the founder, unless it is their own
// (`founder-stays`), nor the last one of somebody who can sign in
// (`last-facilitator`); coordinators any, because they run the workshop without
// a grant. Code `not-found` where there is none, `already-done` where it has
// just been taken.
func (f Facilitation) MayUngrant(by Actor, account AccountID) error {
	if err := by.MustFacilitate(); err != nil {
		return err
	}
	at := f.indexOf(account)
	stays := func(g Granted) bool { return g.ID != account && !g.Disabled }
	switch {
	case at < 0 && f.hasTaken(account):
		return Fail(KindConflict, CodeAlreadyDone)
	case at < 0:
		return Fail(KindNotFound, CodeNotFound)
	case by.Role == RoleCoordinator:
		return nil
	case f.Accounts[at].Founder && account != by.Account:
		return Fail(KindForbidden, CodeFounderStays)
	case !slices.ContainsFunc(f.Accounts, stays):
		return Fail(KindConflict, CodeLastFacilitator)
	}
	return nil
}

func (f Facilitation) indexOf(account AccountID) int {
	return slices.IndexFunc(f.Accounts, func(g Granted) bool { return g.ID == account })
}

func (f Facilitation) hasTaken(account AccountID) bool {
	return slices.ContainsFunc(f.Taken, func(t Taken) bool { return t.ID == account })
}

// MayGiveBack says whether the actor may give the account the grant back that
// was taken from it. Facilitators. Code `already-done` where it has it, else
// `not-found` where there is none, or where it was taken too long ago.
func (f Facilitation) MayGiveBack(by Actor, account AccountID) error {
	if err := by.MustFacilitate(); err != nil {
		return err
	}
	switch {
	case f.hasTaken(account):
		return nil
	case f.indexOf(account) >= 0:
		return Fail(KindConflict, CodeAlreadyDone)
	}
	return Fail(KindNotFound, CodeNotFound)
}
