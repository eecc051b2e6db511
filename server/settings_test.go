package server_test

import (
	"net/http"
	"net/http/httptest"
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
	for _, row := range []struct {
		request     string
		read, write time.Duration // of the last deadline; 0: none
	}{
		{"GET /api/health", 10 * time.Second, 30 * time.Second},
		{"POST " + r.path("/steps"), 10 * time.Second, 30 * time.Second},
		{"GET " + r.path("/minutes.pdf"), 10 * time.Second, 60 * time.Second},
		{"GET " + r.path("/feed?wait=0s"), 0, 5 * time.Second},
	} {
		answer := &deadlines{ResponseRecorder: httptest.NewRecorder()}
		request := newRequest(row.request, r.facilitator)
		start := time.Now()
		r.server.Handler().ServeHTTP(answer, request)
		for what, pair := range map[string]struct {
			set  []time.Time
			want time.Duration
		}{"reading": {answer.read, row.read}, "writing": {answer.write, row.write}} {
			last := pair.set[len(pair.set)-1]
			if pair.want == 0 {
				if !last.IsZero() {
					t.Errorf("%s: %s ends at %v, want no end", row.request, what, last)
				}
				continue
			}
			if off := last.Sub(start) - pair.want; off < 0 || off > time.Second {
				t.Errorf("%s: %s may take %v, want %v", row.request, what, last.Sub(start), pair.want)
			}
		}
	}
}

func newRequest(request string, c *caller) *http.Request {
	var method, path string
	for i, r := range request {
		if r == ' ' {
			method, path = request[:i], request[i+1:]
		}
	}
	r := httptest.NewRequest(method, path, nil)
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
