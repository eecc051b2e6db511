package server_test

import (
	"bufio"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"dilna/models"
)

// made is a link as its maker is told it.
type made struct {
	models.Link
	URL string
}

func (m made) secret() string {
	_, secret, _ := strings.Cut(m.URL, "#link=")
	return secret
}

// invite makes an invitation.
func (w *world) invite(by *caller, role models.Role) made {
	w.t.Helper()
	var link made
	w.do(by, "POST /api/invitations", `{"id":"`+models.NewID[string]()+`","role":"`+string(role)+`","label":"Jana"}`).want(201, "").into(&link)
	return link
}

func newAccount(link, login string) string {
	return `{"link":"` + link + `","name":"Jana","login":"` + login + `","password":"kolo strom řeka"}`
}

func TestAnInvitationMakesAnAccountOfItsRoleOnce(t *testing.T) {
	w := newWorld(t)
	petra := w.firstAccount()
	link := w.invite(petra, models.RoleFacilitator)
	var offer models.LinkOffer
	w.do(&caller{}, "POST /api/links", `{"link":"`+link.secret()+`"}`).want(200, "").into(&offer)
	if offer.Purpose != models.LinkInvitation || offer.Role != models.RoleFacilitator {
		t.Errorf("the link offers %+v", offer)
	}
	if list := w.do(petra, "GET /api/invitations", "").want(200, "").Body.String(); !strings.Contains(list, "Jana") || strings.Contains(list, link.secret()) {
		t.Errorf("the open invitations: %s", list)
	}
	jana := &caller{}
	var account models.Account
	w.do(jana, "POST /api/accounts", newAccount(link.secret(), "jana")).want(201, "").into(&account)
	if account.Role != models.RoleFacilitator {
		t.Errorf("invited as a facilitator, became %s", account.Role)
	}
	w.do(jana, "GET /api/accounts", "").want(403, models.CodeCoordinatorOnly)
	w.do(&caller{}, "POST /api/accounts", newAccount(link.secret(), "eva")).want(403, models.CodeLinkUsed)
	if list := w.do(petra, "GET /api/invitations", "").want(200, "").Body.String(); strings.TrimSpace(list) != "[]" {
		t.Errorf("a used invitation is still open: %s", list)
	}
}

func TestOfTwoWhoUseAnInvitationAtOnceOneGetsIn(t *testing.T) {
	w := newWorld(t)
	link := w.invite(w.firstAccount(), models.RoleCoordinator)
	answers := make([]int, 8)
	var wait sync.WaitGroup
	for i := range answers {
		wait.Go(func() {
			answers[i] = w.do(&caller{}, "POST /api/accounts", newAccount(link.secret(), models.NewID[string]())).Code
		})
	}
	wait.Wait()
	in := 0
	for _, status := range answers {
		switch status {
		case http.StatusCreated:
			in++
		case http.StatusForbidden:
		default:
			t.Errorf("answered %d", status)
		}
	}
	if in != 1 {
		t.Errorf("%d accounts were made of one invitation", in)
	}
}

func TestATakenLoginLeavesTheInvitationGood(t *testing.T) {
	w := newWorld(t)
	link := w.invite(w.firstAccount(), models.RoleFacilitator)
	w.do(&caller{}, "POST /api/accounts", newAccount(link.secret(), "Petra@EXAMPLE.cz")).want(409, models.CodeLoginTaken)
	w.do(&caller{}, "POST /api/accounts", newAccount(link.secret(), "jana")).want(201, "")
}

func TestAnInvitationTakenBackIsGoodNoLonger(t *testing.T) {
	w := newWorld(t)
	petra := w.firstAccount()
	link := w.invite(petra, models.RoleFacilitator)
	w.do(petra, "DELETE /api/invitations/"+string(link.ID), "").want(204, "")
	w.do(&caller{}, "POST /api/accounts", newAccount(link.secret(), "jana")).want(403, models.CodeLinkUsed)
	// So are those of a coordinator who is removed.
	jana := w.account("jana", models.RoleCoordinator)
	link = w.invite(jana, models.RoleCoordinator)
	w.do(petra, "DELETE /api/accounts/"+string(w.me(jana)), "").want(204, "")
	w.do(&caller{}, "POST /api/accounts", newAccount(link.secret(), "eva")).want(403, models.CodeLinkUsed)
}

func TestTheLastCoordinatorStaysINV22(t *testing.T) {
	w := newWorld(t)
	petra := w.firstAccount()
	me := "/api/accounts/" + string(w.me(petra))
	w.do(petra, "DELETE "+me, "").want(409, models.CodeLastCoordinator)
	w.do(petra, "PATCH "+me, `{"disabled":true}`).want(409, models.CodeLastCoordinator)
	w.do(petra, "PATCH "+me, `{"role":"facilitator"}`).want(409, models.CodeLastCoordinator)
	w.do(petra, "GET /api/accounts", "").want(200, "")
	w.account("jana", models.RoleCoordinator)
	w.do(petra, "DELETE "+me, "").want(204, "")
	w.do(petra, "GET /api/me", "").want(401, models.CodeSignInNeeded)
}

// ending follows the room's feed, lets something happen, and waits for the end
// of the stream; the test itself ends if it never comes.
func (r *room) ending(c *caller, happens func()) {
	r.t.Helper()
	served := httptest.NewServer(r.server.Handler())
	defer served.Close()
	request, err := http.NewRequestWithContext(r.t.Context(), http.MethodGet, served.URL+r.path("/feed?as=facilitator"), http.NoBody)
	must(r.t, err)
	for _, cookie := range c.cookies {
		request.AddCookie(cookie)
	}
	response, err := served.Client().Do(request)
	must(r.t, err)
	defer response.Body.Close()
	lines := bufio.NewScanner(response.Body)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() && !strings.HasPrefix(lines.Text(), "data:") {
	}
	happens()
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), "data:") {
			r.t.Errorf("after its right was gone the stream said %.80s", lines.Text())
		}
	}
}

func TestStreamsEndWithTheRightToThemINV19(t *testing.T) {
	for name, take := range map[string]func(r *room, coordinator *caller, id models.AccountID){
		"disabled": func(r *room, by *caller, id models.AccountID) {
			r.do(by, "PATCH /api/accounts/"+string(id), `{"disabled":true}`).want(200, "")
		},
		"removed": func(r *room, by *caller, id models.AccountID) {
			r.do(by, "DELETE /api/accounts/"+string(id), "").want(204, "")
		},
		"signed out everywhere": func(r *room, _ *caller, _ models.AccountID) {
			again := *r.facilitator
			r.do(&again, "DELETE /api/me/sign-ins", "").want(204, "")
		},
		"no longer granted": func(r *room, by *caller, id models.AccountID) {
			r.do(by, "DELETE "+r.path("/facilitation/"+string(id)), "").want(204, "")
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := newWorld(t).room("a")
			coordinator := r.account("coordinator", models.RoleCoordinator)
			token := *r.facilitator
			r.ending(&token, func() { take(r, coordinator, r.me(&token)) })
			if got := r.do(&token, "GET "+r.path(""), ""); got.Code < 400 {
				t.Errorf("the account still runs the workshop: %d", got.Code)
			}
		})
	}
}

func TestADisabledAccountIsToldSoOnlyWithItsPasswordAndComesBack(t *testing.T) {
	w := newWorld(t)
	w.firstAccount()
	boss := w.account("boss", models.RoleCoordinator)
	petra := &caller{}
	w.do(petra, "POST /api/sign-in", signIn("petra@example.cz", "tajné heslo")).want(200, "")
	account := "PATCH /api/accounts/" + string(w.me(petra))
	w.do(boss, account, `{"disabled":true}`).want(200, "")
	w.do(&caller{}, "POST /api/sign-in", signIn("petra@example.cz", "jiné heslo")).want(401, models.CodeSignInFailed)
	w.do(&caller{}, "POST /api/sign-in", signIn("petra@example.cz", "tajné heslo")).want(403, models.CodeAccountDisabled)
	w.do(boss, account, `{"disabled":false}`).want(200, "")
	w.do(&caller{}, "POST /api/sign-in", signIn("petra@example.cz", "tajné heslo")).want(200, "")
}

func TestANewPasswordWantsTheOldOneAndSignsOutAllOtherDevicesTM06(t *testing.T) {
	w := newWorld(t)
	petra, other := w.firstAccount(), &caller{}
	w.do(other, "POST /api/sign-in", signIn("petra@example.cz", "tajné heslo")).want(200, "")
	wrong := w.do(petra, "PUT /api/me/password", `{"old":"nevím","new":"kolo strom řeka"}`).want(422, models.CodeInvalid)
	if p := wrong.problem(); p.Errors[0].Pointer != "#/old" {
		t.Errorf("told about %+v", p.Errors)
	}
	w.do(petra, "PUT /api/me/password", `{"old":"tajné heslo","new":"krátké"}`).want(422, models.CodeInvalid)
	w.do(petra, "PUT /api/me/password", `{"old":"tajné heslo","new":"kolo strom řeka"}`).want(204, "")
	w.do(petra, "GET /api/me", "").want(200, "")
	w.do(other, "GET /api/me", "").want(401, models.CodeSignInNeeded)
	w.do(&caller{}, "POST /api/sign-in", signIn("petra@example.cz", "tajné heslo")).want(401, models.CodeSignInFailed)
	w.do(&caller{}, "POST /api/sign-in", signIn("petra@example.cz", "kolo strom řeka")).want(200, "")
}

func TestTheOldPasswordCannotBeGuessedTM18(t *testing.T) {
	t.Parallel() // it waits more than it works
	w := newWorld(t, stillTime)
	petra := w.firstAccount()
	tried := 0
	for range 30 {
		if w.do(petra, "PUT /api/me/password", `{"old":"guess","new":"kolo strom řeka"}`).Code == http.StatusUnprocessableEntity {
			tried++
		}
	}
	if tried != 10 {
		t.Errorf("%d guesses reached the password", tried)
	}
}

func TestTheLockedOutChooseANewPasswordAfterALink(t *testing.T) {
	w := newWorld(t)
	w.firstAccount()
	boss, petra := w.account("boss", models.RoleCoordinator), &caller{}
	w.do(petra, "POST /api/sign-in", signIn("petra@example.cz", "tajné heslo")).want(200, "")
	w.do(petra, "PUT /api/me/password", `{"new":"kolo strom řeka"}`).want(422, models.CodeInvalid) // not by a link
	var link made
	w.do(boss, "POST /api/accounts/"+string(w.me(petra))+"/links", "").want(201, "").into(&link)
	fresh := &caller{}
	w.do(fresh, "POST /api/sign-in", `{"link":"`+link.secret()+`"}`).want(200, "")
	w.do(fresh, "PUT /api/me/password", `{"new":"kolo strom řeka"}`).want(204, "")
	w.do(fresh, "PUT /api/me/password", `{"new":"jiné kolo strom"}`).want(422, models.CodeInvalid) // once
	w.do(&caller{}, "POST /api/sign-in", signIn("petra@example.cz", "kolo strom řeka")).want(200, "")
}
