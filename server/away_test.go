package server_test

import (
	"net/http"
	"testing"
	"time"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/modelstest/pgtest"
	"dilna/server/live"
)

// A database that is away says nothing of who asks: nobody is told that she has
// no place here, no stream ends, and all that was refused goes through afterwards.
func TestWhileTheDatabaseIsAwayEverybodyIsToldSoAndNobodyIsSentAwayFM16(t *testing.T) {
	server := pgtest.Start(t)
	must(t, server.Exec("CREATE DATABASE dilna"))
	a := newInstance(t, server.URL("dilna"))
	a.room = a.world.room("a")
	a.address, a.http = a.listening()
	desk, phone := a.stream(a.address, a.facilitator), a.stream(a.address, a.participant)
	if !desk.until(whole) || !phone.until(whole) {
		t.Fatal("the streams did not begin")
	}
	must(t, server.Kill())

	away := func(c *caller, route, body string) {
		t.Helper()
		a.do(c, route, body).want(503, models.CodeDatabaseAway)
	}
	for _, c := range []*caller{a.facilitator, {as: "facilitator", cookies: a.facilitator.cookies}} {
		away(c, "GET "+a.path("/history"), "")
		away(c, "GET "+a.path("/feed?wait=0s"), "")
		away(c, "PATCH "+a.path("/steps/"+string(a.open)), `{"prompt":"Co chybí?"}`)
	}
	away(a.facilitator, "GET /api/me", "")
	away(&caller{}, "GET /api/health", "")
	id, key := models.NewID[models.EntryID](), header("Idempotency-Key", string(modelstest.Key()))
	tap := func() answered {
		body := `{"id":"` + string(id) + `","text":"napsáno bez databáze"}`
		return a.do(a.participant, "POST "+a.path("/steps/"+string(a.open)+"/ideas"), body, key)
	}
	tap().want(503, models.CodeDatabaseAway)
	a.hub.Missed() // as the bus says when its line breaks: it is looked who may still follow

	must(t, server.Up())
	again := time.NewTicker(50 * time.Millisecond)
	defer again.Stop()
	for tap().Code == http.StatusServiceUnavailable {
		<-again.C
	}
	seen := func(f live.Frame) bool { return has(string(id))(f) }
	if !desk.until(seen) || !phone.until(seen) {
		t.Error("a stream ended while the database was away")
	}
	for a.do(&caller{}, "GET /api/health", "").Code == http.StatusServiceUnavailable {
		<-again.C
	}
}
