package server_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"dilna/models"
	"dilna/server"
)

var built = fstest.MapFS{
	"index.html":               {Data: []byte("<!doctype html>phone")},
	"console.html":             {Data: []byte("<!doctype html>console")},
	"wall.html":                {Data: []byte("<!doctype html>wall")},
	"help.html":                {Data: []byte("<!doctype html>help")},
	"licences.txt":             {Data: []byte("licences")},
	"manifest.webmanifest":     {Data: []byte("{}")},
	"assets/phone-Ab12.js":     {Data: []byte("plain")},
	"assets/phone-Ab12.js.br":  {Data: []byte("brotli")},
	"assets/phone-Ab12.js.gz":  {Data: []byte("gzip")},
	"assets/phone-Ab12.css":    {Data: []byte("body{}")},
	"assets/phone-Ab12.css.gz": {Data: []byte("gzip")},
}

func withClient(cfg *server.Config) { cfg.Client = built }

func TestThePagesOfTheClient(t *testing.T) {
	w := newWorld(t, withClient)
	for address, want := range map[string]string{"/": "phone", "/console": "console", "/wall": "wall", "/help": "help", "/accessibility": "help", "/index.html": "phone"} {
		got := w.do(&caller{}, "GET "+address, "").want(200, "")
		if !strings.HasSuffix(got.Body.String(), want) || got.Header().Get("Content-Type") != "text/html; charset=utf-8" ||
			got.Header().Get("Cache-Control") != "no-cache" {
			t.Errorf("%s is %s, kept %s", address, got.Body, got.Header().Get("Cache-Control"))
		}
		tag := got.Header().Get("ETag")
		if again := w.do(&caller{}, "GET "+address, "", header("If-None-Match", tag)); again.Code != 304 || again.Body.Len() > 0 {
			t.Errorf("%s is sent again although it is known: %d", address, again.Code)
		}
	}
	if got := w.do(&caller{}, "HEAD /", "").want(200, ""); got.Body.Len() > 0 {
		t.Errorf("HEAD sends %s", got.Body)
	}
}

func TestTheLicencesAreReadAsText(t *testing.T) {
	w := newWorld(t, withClient)
	got := w.do(&caller{}, "GET /licences", "").want(200, "")
	if got.Body.String() != "licences" || got.Header().Get("Content-Type") != "text/plain; charset=utf-8" {
		t.Errorf("%s as %s", got.Body, got.Header().Get("Content-Type"))
	}
}

func TestAssetsAreKeptForEverAndSentSmall(t *testing.T) {
	w := newWorld(t, withClient)
	for _, row := range []struct{ file, accept, body, encoding string }{
		{"phone-Ab12.js", "gzip, deflate, br", "brotli", "br"},
		{"phone-Ab12.js", "gzip", "gzip", "gzip"},
		{"phone-Ab12.js", "br;q=0, gzip", "gzip", "gzip"},
		{"phone-Ab12.js", "", "plain", ""},
		{"phone-Ab12.css", "br, gzip;q=0.8", "gzip", "gzip"},
	} {
		got := w.do(&caller{}, "GET /assets/"+row.file, "", header("Accept-Encoding", row.accept)).want(200, "")
		h := got.Header()
		if got.Body.String() != row.body || h.Get("Content-Encoding") != row.encoding || h.Get("Vary") != "Accept-Encoding" {
			t.Errorf("%s for %q: %s %s", row.file, row.accept, h.Get("Content-Encoding"), got.Body)
		}
		if !strings.Contains(h.Get("Cache-Control"), "immutable") || strings.Contains(h.Get("Content-Type"), "html") {
			t.Errorf("%s: %s, kept %s", row.file, h.Get("Content-Type"), h.Get("Cache-Control"))
		}
	}
}

func TestNothingElseIsAFile(t *testing.T) {
	w := newWorld(t, withClient)
	for _, address := range []string{"/nothing", "/assets/", "/assets/../../go.mod", "/api", "/api/", "/api/index.html", "//evil.example", "/console/"} {
		w.do(&caller{}, "GET http://example.com"+address, "").want(404, models.CodeNotFound)
	}
}

func TestAClientThatIsNotBuiltSaysSo(t *testing.T) {
	for name, cfg := range map[string]func(*server.Config){
		"no files": func(*server.Config) {},
		"an empty folder, as in a fresh checkout": func(cfg *server.Config) {
			cfg.Client = fstest.MapFS{".gitkeep": {}}
		},
	} {
		t.Run(name, func(t *testing.T) {
			got := newWorld(t, cfg).do(&caller{}, "GET /", "").want(503, "")
			if !strings.Contains(got.Body.String(), "make build") {
				t.Errorf("says %s", got.Body)
			}
		})
	}
}
