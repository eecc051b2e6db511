package server_test

import (
	"cmp"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"

	"dilna/models"
	"dilna/models/modelstest"
)

func TestRouteMatrixTM05(t *testing.T) {
	elsewhere := newWorld(t).room("c")
	for _, route := range elsewhere.server.Handler().(*gin.Engine).Routes() {
		name := route.Method + " " + route.Path
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			row, listed := routeTable[name]
			if !listed {
				t.Fatal("FIG-11: this route is not listed in routeTable")
			}
			walkRoute(t, name, row, *elsewhere)
		})
	}
}

// walkRoute calls one route as everybody, on the workshop A: with its own ids,
// with ids of B; on the workshop B; and on one that does not exist: missing, of
// another world.
func walkRoute(t *testing.T, route string, row access, missing room) {
	w := newWorld(t)
	a, b := w.room("a"), w.room("b")
	speaks := a.spokesperson()
	mixed := *b
	mixed.id = a.id
	for _, r := range []*room{a, b} {
		if row.given != nil {
			row.given(r)
		}
	}
	missing.world = w
	mixed.division, mixed.part = b.division, b.part
	visitors := []visitor{
		{&caller{}, "nobody", nil},
		{a.participant, "participant", a}, {b.participant, "participant", b}, {a.screen, "wall", a},
		{a.facilitator, "facilitator", a}, {b.facilitator, "facilitator", b},
		{w.account("coordinator", models.RoleCoordinator), "coordinator", nil},
		{w.disabled(), "nobody", nil},
	}
	if row.who != "contributors" && row.who != "participants" {
		visitors = append(visitors, visitor{speaks, "participant", a})
	}
	for _, v := range visitors {
		for _, target := range []struct {
			name  string
			room  *room
			home  *room // whose workshop it is
			alien bool  // whose ids are of another
		}{
			{"A", a, a, false}, {"A with ids of B", &mixed, a, true}, {"B", b, b, false}, {"none", &missing, nil, false},
		} {
			if !strings.Contains(route, "/:w") && target.name != "A" {
				continue // such a route knows no workshop
			}
			_, parts, _ := strings.Cut(route, "/:w")
			parts = strings.TrimSuffix(parts, "/:point") // is of no other workshop: it is made where it is not
			status, code := expected(row, v, target.home, target.alien && !row.common && strings.Contains(strings.ReplaceAll(parts, "/:version", ""), "/:"))
			v.as = "" // the cookies alone say who calls
			got := target.room.call(v.caller, route, row, status < 300)
			if got.Code != status || code != "" && got.problem().Code != string(code) {
				t.Errorf("%s of %s on %s: %d %s, want %d %s: %.200s", v.is, nameOf(v.home), target.name, got.Code, got.problem().Code, status, code, got.Body)
			}
		}
	}
}

// expected is the whole of who may do what, in one place.
func expected(row access, v visitor, home *room, alien bool) (int, models.ErrorCode) {
	inWorkshop := home != nil && (v.is == "coordinator" || v.home == home)
	signedIn := v.is == "facilitator" || v.is == "coordinator"
	switch {
	case row.who == "public":
		return row.status, ""
	case strings.HasSuffix(row.who, "accounts") && !signedIn:
		return http.StatusUnauthorized, models.CodeSignInNeeded
	case row.who == "coordinating accounts" && v.is != "coordinator":
		return http.StatusForbidden, models.CodeCoordinatorOnly
	case strings.HasSuffix(row.who, "accounts"):
		return row.status, ""
	case row.who == "owners" && !signedIn:
		return http.StatusUnauthorized, models.CodeSignInNeeded
	case row.who == "walls" && (v.is != "wall" || home != v.home):
		return http.StatusNotFound, models.CodeNotFound // to become one takes the token
	case row.who == "walls":
		return row.status, ""
	case v.is == "nobody":
		return http.StatusUnauthorized, models.CodeSeatMissing
	case !inWorkshop:
		return http.StatusNotFound, models.CodeNotFound
	case row.who == "participants" && v.is != "participant":
		return http.StatusForbidden, models.CodeNotYours
	case row.who == "contributors" && v.is == "wall",
		row.who == "wall+facilitators" && v.is == "participant",
		row.who == "leaders" && (v.is == "wall" || v.is == "participant" && !alien),
		row.who == "facilitators" && !signedIn:
		return http.StatusForbidden, models.CodeFacilitatorOnly
	case row.who == "coordinators" && v.is != "coordinator":
		return http.StatusForbidden, models.CodeCoordinatorOnly
	case alien:
		return http.StatusNotFound, models.CodeNotFound
	}
	return row.status, ""
}

// call fills the route with the room's ids and calls it. What can happen only
// once is given something fresh to happen to.
func (r *room) call(c *caller, route string, to access, succeeds bool) answered {
	if (strings.HasSuffix(route, "/leave") || strings.HasSuffix(route, "/hand-on")) && succeeds {
		c = r.join("somebody who leaves")
	}
	idea := r.mine
	if strings.HasPrefix(route, "DELETE") && strings.HasSuffix(route, "/:id") && succeeds {
		idea = models.EntryID(r.post(r.participant, "/steps/"+string(r.open)+"/ideas", `"text":"podnět"`))
	}
	if strings.HasSuffix(route, "/editions") && succeeds {
		r.do(c, "PATCH "+r.path("/minutes"), `{"introduction":"`+models.NewID[string]()+`"}`).want(204, "")
	}
	mine, another, entry := r.mine, models.EntryID(models.NewID[string]()), "1"
	if succeeds && strings.Contains(to.body, "{another}") {
		another = models.EntryID(r.post(r.participant, "/steps/"+string(r.open)+"/ideas", `"text":"podnět"`))
	}
	if succeeds && strings.HasSuffix(route, "/agreement/mine") { // nobody agrees with her own
		mine = models.EntryID(r.post(r.facilitator, "/steps/"+string(r.open)+"/ideas", `"text":"podnět"`))
	}
	if succeeds && strings.HasSuffix(route, "/take-out") {
		mine = r.merged()
	}
	if succeeds && strings.Contains(route, ":entry") {
		r.post(r.facilitator, "/steps/"+string(r.open)+"/topics", `"heading":"okruh"`)
		entry = fmt.Sprint(r.revision())
	}
	said := "nothing"
	if succeeds && strings.Contains(route, ":answer") {
		said = r.spoke(route)
	}
	row := string(cmp.Or(r.agreed, mine))
	if strings.Contains(route, "/causes/") {
		row = string(r.cause)
	}
	round := r.prepared
	if strings.HasSuffix(route, "/totals") {
		round = r.typed
	}
	account, link := models.AccountID("nobody"), models.LinkID("nothing")
	if strings.Contains(route, "/:account") {
		account = r.helper()
	}
	if succeeds && strings.HasSuffix(route, "/facilitation/links/:link") {
		link = models.LinkID(r.post(r.facilitator, "/facilitation/links", `"label":"kolegyně"`))
	}
	if succeeds && route == "DELETE /api/workshops/:w/facilitation/:account" {
		shared(r)
	}
	if succeeds && strings.HasSuffix(route, ":account/restore") {
		shutOut(r)
	}
	if succeeds && route == "DELETE /api/workshops/:w" {
		defer func() { must(r.t, r.store.RestoreWorkshop(r.t.Context(), models.Operator, modelstest.Key(), r.id)) }()
	}
	path := strings.NewReplacer(
		":account", string(account), ":link", string(link),
		":table", cmp.Or(string(r.part), models.NewID[string]()), ":division", cmp.Or(string(r.division), models.NewID[string]()), ":w", string(r.id), ":step", string(r.open), ":topic", string(r.topic), ":task", cmp.Or(string(r.agreed), models.NewID[string]()), ":idea", string(mine), ":row", row,
		":round", string(round), ":part", "ideas", ":id", string(idea), ":code", "nothing", ":ballot", models.NewID[string](), ":entry", entry, ":ticket", "1",
		":point", models.NewID[string](), ":letterbox", cmp.Or(string(r.box), models.NewID[string]()), ":screen", models.NewID[string](), ":version", "1", ":token", "nothing",
		":answer", said, ":photo", cmp.Or(string(r.photo.ID), models.NewID[string]()), ":hash", cmp.Or(r.photo.Hash, "nothing"),
	).Replace(route)
	switch {
	case strings.HasSuffix(route, "/feed"):
		path += "?wait=0s"
	case strings.HasSuffix(route, "/workshops/file"):
		path += "?id=" + models.NewID[string]()
	}
	body := strings.NewReplacer("{another}", string(another), "{newest}", r.newest(to), "{link}", r.address(to), "{good}", string(good())).Replace(r.fill(to.body))
	return r.do(c, path, body)
}

// newest is the newest version of the minutes, where the body names it.
func (r *room) newest(row access) string {
	if !strings.Contains(row.body, "{newest}") {
		return ""
	}
	work, err := r.store.MinutesWork(r.t.Context(), r.id)
	if err != nil {
		return "0" // there is no such workshop
	}
	return fmt.Sprint(work.Next - 1)
}

// address is the public address of the minutes, where the body names it.
func (r *room) address(row access) string {
	if !strings.Contains(row.body, "{link}") {
		return ""
	}
	work, err := r.store.MinutesWork(r.t.Context(), r.id)
	if err != nil {
		return "nothing"
	}
	return work.Link
}
