package server_test

import (
	"strings"
	"testing"

	"dilna/models"
)

func (r *room) share() made {
	r.t.Helper()
	var link made
	r.do(r.facilitator, "POST "+r.path("/facilitation/links"), `{"id":"`+models.NewID[string]()+`"}`).want(201, "").into(&link)
	return link
}

func TestACoFacilitatorsLinkGrantsOneWorkshopToOneAccount(t *testing.T) {
	w := newWorld(t)
	a, b := w.room("a"), w.room("b")
	link := a.share()
	jana := w.account("jana", models.RoleFacilitator)
	w.do(jana, "GET "+a.path(""), "").want(404, models.CodeNotFound)
	var offer models.LinkOffer
	w.do(&caller{}, "POST /api/links", `{"link":"`+link.secret()+`"}`).want(200, "").into(&offer)
	if offer.Workshop == nil || offer.Workshop.Group != "a" {
		t.Errorf("the link offers %+v", offer)
	}
	w.do(jana, "GET "+a.path(""), "").want(404, models.CodeNotFound) // looking at a link grants nothing
	w.do(jana, "POST /api/links/accept", `{"link":"`+link.secret()+`"}`).want(200, "")
	w.do(jana, "GET "+a.path(""), "").want(200, "")
	w.do(jana, "GET "+b.path(""), "").want(404, models.CodeNotFound)
	eva := w.account("eva", models.RoleFacilitator)
	w.do(eva, "POST /api/links/accept", `{"link":"`+link.secret()+`"}`).want(403, models.CodeLinkUsed)
	w.do(eva, "GET "+a.path(""), "").want(404, models.CodeNotFound)
}

func TestWhoHasNoAccountMakesOneFromTheLinkAndRunsThatWorkshopOnly(t *testing.T) {
	w := newWorld(t)
	a, b := w.room("a"), w.room("b")
	jana := &caller{}
	var account models.Account
	w.do(jana, "POST /api/accounts", newAccount(a.share().secret(), "jana")).want(201, "").into(&account)
	if account.Role != models.RoleFacilitator {
		t.Errorf("became %s", account.Role)
	}
	w.do(jana, "GET "+a.path(""), "").want(200, "")
	w.do(jana, "GET "+b.path(""), "").want(404, models.CodeNotFound)
}

func TestWhoRunsTheWorkshopAlreadyLeavesTheLinkForAnother(t *testing.T) {
	w := newWorld(t)
	a := w.room("a")
	link := a.share()
	for _, already := range []*caller{a.facilitator, w.account("coordinator", models.RoleCoordinator)} {
		w.do(already, "POST /api/links/accept", `{"link":"`+link.secret()+`"}`).want(200, "")
	}
	w.do(w.account("jana", models.RoleFacilitator), "POST /api/links/accept", `{"link":"`+link.secret()+`"}`).want(200, "")
}

func TestNobodyIsTheLastFacilitatorToGo(t *testing.T) {
	w := newWorld(t)
	a := w.room("a")
	me := "DELETE " + a.path("/facilitation/"+string(w.me(a.facilitator)))
	w.do(a.facilitator, me, "").want(409, models.CodeLastFacilitator)
	shared(a)
	coordinator, colleague := w.account("coordinator", models.RoleCoordinator), "PATCH /api/accounts/"+string(a.helper())
	w.do(coordinator, colleague, `{"disabled":true}`).want(200, "")
	w.do(a.facilitator, me, "").want(409, models.CodeLastFacilitator) // who would be left cannot sign in
	w.do(coordinator, colleague, `{"disabled":false}`).want(200, "")
	w.do(a.facilitator, me, "").want(204, "")
	w.do(a.facilitator, "GET "+a.path(""), "").want(404, models.CodeNotFound)
}

// Design.md, promise 5: roles are grants. Whatever a participant does, and
// whoever leaves, nobody else comes to run the workshop.
func TestNobodyBecomesFacilitatorBySomebodysLeaving(t *testing.T) {
	w := newWorld(t)
	a := w.room("a")
	coordinator := w.account("coordinator", models.RoleCoordinator)
	w.do(coordinator, "DELETE /api/accounts/"+string(w.me(a.facilitator)), "").want(204, "")
	for _, c := range []*caller{a.participant, a.screen, a.join("newcomer"), w.account("bystander", models.RoleFacilitator)} {
		if got := w.do(c, "PUT "+a.path("/state"), `{"state":"ended"}`); got.Code < 400 {
			t.Errorf("%s ended the workshop", c.name)
		}
	}
	w.do(coordinator, "PUT "+a.path("/state"), `{"state":"ended"}`).want(200, "")
}

func TestTheWallsLinkGivesAWallAndNoMore(t *testing.T) {
	a := newWorld(t).room("a")
	screen := a.wall()
	screen.as = ""
	for _, route := range []string{"GET " + a.path("/facilitation"), "GET /api/library", "GET /api/me"} {
		if got := a.do(screen, route, ""); got.Code < 400 {
			t.Errorf("%s: a wall was answered %.100s", route, got.Body)
		}
	}
}

func TestLinksAreToldOnceAndKeptAsHashesTM06(t *testing.T) {
	w := newWorld(t)
	a := w.room("a")
	secret := a.share().secret()
	if list := w.do(a.facilitator, "GET "+a.path("/facilitation"), "").want(200, "").Body.String(); strings.Contains(list, secret) {
		t.Error("the secret of a link is told again")
	}
	if strings.Contains(w.log.String(), secret) {
		t.Error("the secret of a link is in the log")
	}
}

// Whoever loses a right loses the links that would give it back.
func TestNobodyComesBackByALinkTheyMadeThemselves(t *testing.T) {
	w := newWorld(t)
	a := w.room("a")
	boss, second := w.account("boss", models.RoleCoordinator), w.account("second", models.RoleCoordinator)
	mine, others := a.share(), w.invite(boss, models.RoleCoordinator)
	w.do(boss, "DELETE "+a.path("/facilitation/"+string(w.me(a.facilitator))), "").want(204, "")
	w.do(a.facilitator, "POST /api/links/accept", `{"link":"`+mine.secret()+`"}`).want(403, models.CodeLinkUsed)

	invitation := w.invite(second, models.RoleCoordinator)
	w.do(boss, "PATCH /api/accounts/"+string(w.me(second)), `{"role":"facilitator"}`).want(200, "")
	w.do(&caller{}, "POST /api/accounts", newAccount(invitation.secret(), "again")).want(403, models.CodeLinkUsed)
	w.do(&caller{}, "POST /api/accounts", newAccount(others.secret(), "jana")).want(201, "")
}

// An invited helper must not be able to take the workshop from who invited her.
func TestTheFounderIsRemovedOnlyByHerselfOrACoordinator(t *testing.T) {
	w := newWorld(t)
	a := w.room("a")
	coordinator, jana := w.account("coordinator", models.RoleCoordinator), w.account("jana", models.RoleFacilitator)
	w.do(jana, "POST /api/links/accept", `{"link":"`+a.share().secret()+`"}`).want(200, "")
	founder := "DELETE " + a.path("/facilitation/"+string(w.me(a.facilitator)))
	var f models.Facilitation
	w.do(jana, "GET "+a.path("/facilitation"), "").want(200, "").into(&f)
	for _, account := range f.Accounts {
		if account.Founder != (account.ID == w.me(a.facilitator)) {
			t.Errorf("who started the workshop: %+v", account)
		}
	}

	w.do(jana, founder, "").want(403, models.CodeFounderStays)
	w.do(a.facilitator, "GET "+a.path(""), "").want(200, "")
	w.do(coordinator, founder, "").want(204, "")
	w.do(jana, founder, "").want(409, models.CodeAlreadyDone)
	w.do(jana, "POST "+a.path("/facilitation/"+string(w.me(a.facilitator))+"/restore"), "").want(204, "")
	w.do(jana, founder, "").want(403, models.CodeFounderStays) // she came back as what she was
	w.do(a.facilitator, founder, "").want(204, "")
}

func TestWhoLosesTheRightReadsByWhomAndGetsItBack(t *testing.T) {
	w := newWorld(t)
	a := w.room("a")
	jana := w.account("jana", models.RoleFacilitator)
	w.do(jana, "POST /api/links/accept", `{"link":"`+a.share().secret()+`"}`).want(200, "")
	hers := a.path("/facilitation/" + string(w.me(jana)))
	w.do(a.facilitator, "DELETE "+hers, "").want(204, "")
	for _, route := range []string{"GET " + a.path(""), "GET " + a.path("/feed?wait=0s"), "PUT " + a.path("/state")} {
		got := w.do(jana, route, `{"state":"ended"}`).want(403, models.CodeRightTaken)
		if !strings.Contains(got.Body.String(), a.facilitator.name) {
			t.Errorf("%s: she is not told who did it: %s", route, got.Body)
		}
	}
	w.do(jana, "POST "+hers+"/restore", "").want(403, models.CodeRightTaken) // not by herself
	w.do(w.account("eva", models.RoleFacilitator), "GET "+a.path(""), "").want(404, models.CodeNotFound)

	w.do(a.facilitator, "POST "+hers+"/restore", "").want(204, "")
	w.do(a.facilitator, "POST "+hers+"/restore", "").want(409, models.CodeAlreadyDone)
	w.do(jana, "GET "+a.path(""), "").want(200, "")
	w.do(a.facilitator, "DELETE "+hers, "").want(204, "")
	w.exec("UPDATE taken_grants SET taken_at = taken_at - ?", models.GivenBack.Milliseconds())
	w.do(a.facilitator, "POST "+hers+"/restore", "").want(404, models.CodeNotFound) // too late
}
