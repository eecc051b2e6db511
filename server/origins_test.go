package server_test

import (
	"net/http"
	"testing"

	"github.com/gin-gonic/gin"

	"dilna/models"
	"dilna/server"
)

func TestChangesComeFromOurPagesOnlyTM08(t *testing.T) {
	r := newWorld(t, func(cfg *server.Config) { cfg.PublicURL = "https://dilna.example.cz" }).room("a")
	nothing := header("Origin", "")
	both := func(fns ...func(*http.Request)) func(*http.Request) {
		return func(r *http.Request) {
			for _, fn := range fns {
				fn(r)
			}
		}
	}
	for _, row := range []struct {
		name   string
		by     *caller
		change func(*http.Request)
		status int
		code   models.ErrorCode
	}{
		{"our own page", r.participant, header("Sec-Fetch-Site", "same-origin"), 201, ""},
		{"our own page over plain HTTP, which says only Origin", r.participant, header("Origin", "http://localhost"), 201, ""},
		{"our public address", r.participant, header("Origin", "https://dilna.example.cz"), 201, ""},
		{"typed by hand", r.participant, both(nothing, header("Sec-Fetch-Site", "none")), 201, ""},
		{"another site", r.participant, both(nothing, header("Sec-Fetch-Site", "cross-site")), 403, models.CodeCrossOrigin},
		{"another page of our domain", r.participant, both(nothing, header("Sec-Fetch-Site", "same-site")), 403, models.CodeCrossOrigin},
		{"another origin", r.participant, header("Origin", "http://evil.example"), 403, models.CodeCrossOrigin},
		{"another port", r.participant, header("Origin", "http://localhost:8081"), 403, models.CodeCrossOrigin},
		{"a sandboxed frame", r.participant, header("Origin", "null"), 403, models.CodeCrossOrigin},
		{"no word of its origin, with a cookie", r.participant, nothing, 403, models.CodeCrossOrigin},
		{"no word of its origin, without a cookie", &caller{}, nothing, 401, models.CodeSeatMissing},
		{"a form", r.participant, header("Content-Type", "application/x-www-form-urlencoded"), 400, models.CodeJSONExpected},
		{"a form of plain text", r.participant, header("Content-Type", "text/plain"), 400, models.CodeJSONExpected},
		{"a form with files", r.participant, header("Content-Type", "multipart/form-data; boundary=x"), 400, models.CodeJSONExpected},
		{"no type at all", r.participant, header("Content-Type", ""), 400, models.CodeJSONExpected},
		{"a type nobody has", r.participant, header("Content-Type", "application/vnd.x+json"), 400, models.CodeJSONExpected},
		{"JSON that names its letters", r.participant, header("Content-Type", "application/json; charset=utf-8"), 201, ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			r := *r
			r.t = t
			r.do(row.by, r.fill("REQUEST POST /steps/{open}/ideas"), r.fill(`{"id":"{new}","text":"podnět"}`), row.change).want(row.status, row.code)
		})
	}
}

func TestEveryChangingRouteRefusesOtherOriginsTM08(t *testing.T) {
	r := newWorld(t).room("a")
	for _, route := range r.server.Handler().(*gin.Engine).Routes() {
		if route.Method != http.MethodGet {
			r.call(r.facilitator, route.Method+" "+route.Path, routeTable[route.Method+" "+route.Path], false)
			path := route.Method + " " + route.Path
			r.do(r.facilitator, path, "{}", header("Origin", "http://evil.example")).want(403, models.CodeCrossOrigin)
			r.do(r.facilitator, path, "{}", header("Origin", "")).want(403, models.CodeCrossOrigin)
		}
	}
}

func TestReadingNeverChangesAnythingTM08(t *testing.T) {
	r := newWorld(t).room("a")
	before := r.revision()
	for _, route := range r.server.Handler().(*gin.Engine).Routes() {
		if route.Method == http.MethodGet {
			r.call(r.facilitator, "GET "+route.Path, access{}, false)
		}
	}
	if after := r.revision(); after != before {
		t.Errorf("reading moved the workshop from revision %d to %d", before, after)
	}
}
