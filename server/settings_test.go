package server_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"dilna/server"
)

func TestTheServerOnTheOpenNetworkHasLimits(t *testing.T) {
	got := newWorld(t).server.HTTP("127.0.0.1:0")
	if got.ReadHeaderTimeout != 5*time.Second || got.IdleTimeout != 60*time.Second || got.MaxHeaderBytes != 16<<10 {
		t.Errorf("header %v, idle %v, header bytes %d", got.ReadHeaderTimeout, got.IdleTimeout, got.MaxHeaderBytes)
	}
	if got.WriteTimeout != 0 || got.ReadTimeout != 0 {
		t.Errorf("write %v, read %v for all: a stream would not live", got.WriteTimeout, got.ReadTimeout)
	}
	if got.Addr != "127.0.0.1:0" || got.Handler == nil {
		t.Errorf("listens on %q", got.Addr)
	}
}

// deadlines is an answer on a connection that remembers its deadlines.
type deadlines struct {
	*httptest.ResponseRecorder
	read, write []time.Time
}

func (d *deadlines) SetReadDeadline(at time.Time) error  { d.read = append(d.read, at); return nil }
func (d *deadlines) SetWriteDeadline(at time.Time) error { d.write = append(d.write, at); return nil }

func TestEachRouteHasItsTime(t *testing.T) {
	r := newWorld(t).room("a")
	for request, want := range map[string]time.Duration{
		"GET /api/health":                30 * time.Second,
		"GET " + r.path("/minutes.pdf"):  60 * time.Second,
		"GET " + r.path("/feed?wait=0s"): 5 * time.Second, // for its last frame
	} {
		answer := &deadlines{ResponseRecorder: httptest.NewRecorder()}
		start := time.Now()
		r.server.Handler().ServeHTTP(answer, newRequest(request, r.facilitator, ""))
		if off := answer.write[len(answer.write)-1].Sub(start) - want; off < 0 || off > time.Since(start) {
			t.Errorf("%s: the answer may take %v more than %v", request, off, want)
		}
	}
}

func TestABodyHasTenSecondsAndWhatFollowsHasMoreTM14(t *testing.T) {
	r := newWorld(t).room("a")
	answer := &deadlines{ResponseRecorder: httptest.NewRecorder()}
	start := time.Now()
	r.server.Handler().ServeHTTP(answer, newRequest("PATCH "+r.path("/head"), r.facilitator, `{"title":"Jednání"}`))
	if answer.Code != http.StatusOK || len(answer.read) < 2 {
		t.Fatalf("answered %d with %d deadlines", answer.Code, len(answer.read))
	}
	if off := answer.read[0].Sub(start) - 10*time.Second; off < 0 || off > time.Since(start) {
		t.Errorf("the body may take %v more than 10 s", off)
	}
	if last := answer.read[len(answer.read)-1]; !last.IsZero() {
		t.Errorf("although the body is there, the request ends at %v", last)
	}
}

func newRequest(request string, c *caller, body string) *http.Request {
	method, path, _ := strings.Cut(request, " ")
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.Header.Set("Origin", "http://example.com")
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Idempotency-Key", "0123456789abcdef")
	for _, cookie := range c.cookies {
		r.AddCookie(cookie)
	}
	return r
}

func TestAddressesThatCannotBeReadAreRefused(t *testing.T) {
	for name, cfg := range map[string]server.Config{
		"a proxy":         {TrustedProxies: []string{"proxy.example.cz"}},
		"a network":       {TrustedProxies: []string{"10.0.0.0/99"}},
		"a public URL":    {PublicURL: "://"},
		"a URL of a path": {PublicURL: "/dilna"},
	} {
		if _, err := server.New(cfg); err == nil {
			t.Errorf("%s that cannot be read is taken", name)
		}
	}
}
