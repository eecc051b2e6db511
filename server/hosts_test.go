package server_test

import (
	"net/http"
	"strings"
	"testing"

	"dilna/models"
	"dilna/server"
)

// TestAnUnknownHostIsRefusedWhereAPublicURLIsSet walks doors and names.
func TestAnUnknownHostIsRefusedWhereAPublicURLIsSet(t *testing.T) {
	w := newWorld(t, func(cfg *server.Config) { cfg.PublicURL = "https://dilna.example.cz" })
	ours := map[string]bool{
		"dilna.example.cz": true, "DILNA.example.cz:8443": true, "dilna.example.cz.": true, "localhost:8080": true,
		"127.0.0.1:8080": true, "[::1]:8080": true,
		"evil.example": false, "dilna.example.cz.evil.example": false, "192.168.1.20:8080": false, "": false, "xdilna.example.cz": false,
	}
	for host, known := range ours {
		by := func(r *http.Request) { r.Host = host }
		for route, refused := range map[string]int{
			"GET /": 421, "GET /console": 421, "GET /api/about": 421, "POST /api/join": 421, "POST /api/sign-in": 421,
			"GET /minutes/abc": 421, "GET /problems/busy": 421, "GET /api/health": 200,
		} {
			got := w.do(&caller{}, route, `{}`, by)
			if (got.Code == http.StatusMisdirectedRequest) != (!known && refused == 421) {
				t.Errorf("%s of %q is answered %d", route, host, got.Code)
			}
		}
	}
	by := func(r *http.Request) { r.Host = "evil.example" }
	w.do(&caller{}, "GET /api/about", "", by).want(421, models.CodeHostUnknown)
	for language, words := range map[string]string{"cs": "Pod touto adresou Dílna není", "en": "Dílna is not at this address"} {
		page := w.do(&caller{}, "GET /console", "", by, header("Accept-Language", language))
		if !strings.HasPrefix(page.Header().Get("Content-Type"), "text/html") || !strings.Contains(page.Body.String(), words) {
			t.Errorf("in %s the page says %s", language, page.Body)
		}
	}
}

func TestWithoutAPublicURLAnyHostIsAnswered(t *testing.T) {
	w := newWorld(t)
	w.do(&caller{}, "GET /api/about", "", func(r *http.Request) { r.Host = "192.168.1.20:8080" }).want(200, "")
}

// TestAProxyIsNeverTakenForThisComputer: over plain HTTP accounts are for this
// computer only. Doors of accounts × how a request came from 127.0.0.1.
func TestAProxyIsNeverTakenForThisComputer(t *testing.T) {
	proxied := func(cfg *server.Config) { cfg.TrustedProxies = []string{"127.0.0.1"} }
	public := func(cfg *server.Config) { cfg.PublicURL = "https://dilna.example.cz" }
	none := func(*server.Config) {}
	host := func(name string) func(*http.Request) { return func(r *http.Request) { r.Host = name } }
	for name, c := range map[string]struct {
		adjust func(*server.Config)
		came   func(*http.Request)
		local  bool
	}{
		"a browser on it":                              {none, host("localhost:8080"), true},
		"a browser on it, by number":                   {none, host("127.0.0.1:8080"), true},
		"a tunnel with another name":                   {none, host("dilna.example.cz"), false},
		"a proxy nobody trusts that names the client":  {none, header("X-Forwarded-For", "192.168.1.20"), false},
		"a proxy nobody trusts that lies":              {none, header("X-Forwarded-For", "127.0.0.1"), false},
		"a proxy nobody trusts that says only https":   {none, header("X-Forwarded-Proto", "https"), false},
		"a proxy nobody trusts that says only Via":     {none, header("Via", "1.1 proxy"), false},
		"a proxy nobody trusts that says X-Real-IP":    {none, header("X-Real-IP", "192.168.1.20"), false},
		"a trusted proxy that says nothing":            {proxied, host("localhost:8080"), false},
		"a trusted proxy that names another client":    {proxied, header("X-Forwarded-For", "192.168.1.20"), false},
		"a trusted proxy that names this computer":     {proxied, header("X-Forwarded-For", "127.0.0.1"), true},
		"a proxy of the public address, by its number": {public, host("127.0.0.1:8080"), false},
		"a proxy of the public address, by its name":   {public, host("dilna.example.cz"), false},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, c.adjust)
			for _, door := range []struct{ route, body string }{
				{"POST /api/sign-in", `{"login":"petra","password":"aaaaaaaaaa"}`},
				{"POST /api/sign-in", `{"link":"aaaaaaaaaaaaaaaaaaaaaaaaaa"}`},
				{"POST /api/accounts", `{"link":"a","name":"a","login":"a","password":"aaaaaaaaaa"}`},
			} {
				r := func(r *http.Request) {
					c.came(r)
					r.Header.Set("Origin", "http://"+r.Host)
				}
				got := w.do(&caller{}, door.route, door.body, r)
				if refused := got.problem().Code == string(models.CodeInsecureOrigin); refused == c.local {
					t.Errorf("%s %s is answered %d %s", door.route, door.body, got.Code, got.problem().Code)
				}
			}
		})
	}
}
