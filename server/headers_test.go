package server_test

import (
	"crypto/tls"
	"net/http"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"

	"dilna/server"
)

// protected asserts, on every answer of every test of this package, what must
// be true of all: the headers of TM-09, cookies as in TM-07, and nothing of
// huma's that we did not ask for.
func protected(t testing.TB, route string, a *http.Response) {
	t.Helper()
	for name, want := range map[string]string{
		"X-Content-Type-Options":       "nosniff",
		"Referrer-Policy":              "no-referrer",
		"Cross-Origin-Resource-Policy": "same-origin",
		"Link":                         "",
	} {
		if got := a.Header.Get(name); got != want {
			t.Errorf("%s: %s is %q, want %q", route, name, got, want)
		}
	}
	policy := a.Header.Get("Content-Security-Policy")
	if strings.Contains(policy, "style-src 'unsafe-inline'") {
		protectedDocument(t, route, policy)
		return
	}
	frames := "frame-ancestors 'none'"
	if route == "GET /wall" { // the console shows a small picture of it, and nobody else does
		frames = "frame-ancestors 'self'"
	}
	for _, rule := range []string{
		"default-src 'none'", "script-src 'self'", frames, "base-uri 'none'", "form-action 'self'",
		"require-trusted-types-for 'script'", "trusted-types svelte-trusted-html",
	} {
		if !strings.Contains(policy+";", rule+";") {
			t.Errorf("%s: the policy lacks %s", route, rule)
		}
	}
	if strings.Contains(policy, "unsafe") {
		t.Errorf("%s: the policy allows something unsafe: %s", route, policy)
	}
	if strings.Contains(route, " /api/") && a.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("%s: data may be stored: %q", route, a.Header.Get("Cache-Control"))
	}
	for _, cookie := range a.Cookies() {
		secure := strings.HasPrefix(cookie.Name, "__Host-")
		name := strings.TrimPrefix(cookie.Name, "__Host-")
		account := name == "s" || name == "k"
		site := map[bool]http.SameSite{true: http.SameSiteStrictMode, false: http.SameSiteLaxMode}[account]
		if !cookie.HttpOnly || cookie.Path != "/" || cookie.Domain != "" || cookie.Secure != secure || cookie.SameSite != site {
			t.Errorf("%s: the cookie is %s", route, cookie.Raw)
		}
	}
}

// protectedDocument asserts what must be true of documents, which bring their
// own style: no script, and nothing from anywhere.
func protectedDocument(t testing.TB, route, policy string) {
	t.Helper()
	if !strings.Contains(route, "/minutes/") || strings.Contains(policy, "script-src") {
		t.Errorf("%s: is not for the policy of documents: %s", route, policy)
	}
	for _, rule := range []string{"default-src 'none'", "img-src data:", "base-uri 'none'", "form-action 'none'"} {
		if !strings.Contains(policy+";", rule+";") {
			t.Errorf("%s: the policy lacks %s", route, rule)
		}
	}
}

func TestEveryRouteSendsTheHeadersTM09(t *testing.T) {
	w := newWorld(t)
	for _, route := range w.server.Handler().(*gin.Engine).Routes() {
		path := strings.NewReplacer(":code", "nothing", ":", "").Replace(route.Path)
		w.do(&caller{from: "192.0.2.7"}, route.Method+" "+path, "{}") // do asserts them
	}
	for _, request := range []string{"GET /", "GET /console", "GET /nothing", "PUT /api/health", "POST /", "GET /api/nothing"} {
		w.do(&caller{}, request, "")
	}
}

func TestPagesAreApartFromOthersOverTLSTM09(t *testing.T) {
	w := newWorld(t)
	if got := w.do(&caller{}, "GET /", "", overTLS).Header().Get("Cross-Origin-Opener-Policy"); got != "same-origin" {
		t.Errorf("over TLS the answer says %q", got)
	}
	if got := w.do(&caller{}, "GET /", "").Header().Get("Cross-Origin-Opener-Policy"); got != "" {
		t.Errorf("over plain HTTP, where browsers log an error for it, the answer says %q", got)
	}
}

func TestOnlyTLSIsRememberedByBrowsersTM09(t *testing.T) {
	w := newWorld(t)
	if got := w.do(&caller{}, "GET /api/health", "").Header().Get("Strict-Transport-Security"); got != "" {
		t.Errorf("over plain HTTP the answer says %q", got)
	}
	got := w.do(&caller{}, "GET /api/health", "", overTLS).Header().Get("Strict-Transport-Security")
	if got != "max-age=31536000" {
		t.Errorf("over TLS the answer says %q", got)
	}
}

func overTLS(r *http.Request) {
	r.TLS = &tls.ConnectionState{}
	if r.Header.Get("Origin") != "" {
		r.Header.Set("Origin", "https://localhost")
	}
}

func TestCookiesOverTLSAreOfThisHostOnlyTM07(t *testing.T) {
	r := newWorld(t).room("a")
	phone := &caller{from: "192.0.2.7"}
	r.do(phone, "POST /api/join", `{"code":"`+string(r.code())+`"}`, overTLS).want(200, "")
	if cookie := phone.cookies[0]; cookie.Name != "__Host-p-"+string(r.id) || cookie.MaxAge != 30*24*60*60 {
		t.Errorf("the seat's cookie is %s", cookie)
	}
	if cookie := r.facilitator.cookies[0]; cookie.Name != "s" || cookie.MaxAge != 14*24*60*60 {
		t.Errorf("the account's cookie over plain HTTP is %s", cookie)
	}
	r.do(phone, "GET "+r.path("/mine"), "", overTLS).want(200, "")
	r.do(phone, "GET "+r.path("/mine"), "").want(404, "not-found") // the names differ
}

func TestAProxyIsBelievedOnlyIfItIsTrustedTM02(t *testing.T) {
	forwarded := func(r *http.Request) {
		r.Header.Set("X-Forwarded-Proto", "https")
		r.Header.Set("X-Forwarded-For", "198.51.100.9")
	}
	stranger := newWorld(t)
	if got := stranger.do(&caller{}, "GET /api/health", "", forwarded).Header().Get("Strict-Transport-Security"); got != "" {
		t.Error("a stranger's X-Forwarded-Proto counts")
	}
	trusted := newWorld(t, func(cfg *server.Config) { cfg.TrustedProxies = []string{"127.0.0.0/8"} })
	if got := trusted.do(&caller{}, "GET /api/health", "", forwarded).Header().Get("Strict-Transport-Security"); got == "" {
		t.Error("a trusted proxy's X-Forwarded-Proto does not count")
	}
}
