package server_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"dilna/models"
	"dilna/server"
)

func TestTheMinutesAreADownloadWithANameOfOursTM11(t *testing.T) {
	for _, row := range []struct{ head, file string }{
		{`{"group":"SOCIÁLNÍ SLUŽBY 2","number":1}`, "zapis-1-socialni-sluzby-2-v1-navrh"},
		{`{"group":"Příliš žluťoučký kůň","number":12}`, "zapis-12-prilis-zlutoucky-kun-v1-navrh"},
		{`{"group":"","number":0,"title":"../../etc/passwd\" ; x=\"y"}`, "zapis-etc-passwd-x-y-v1-navrh"},
		{`{"group":"","number":0,"title":"会議 🌱"}`, "zapis-v1-navrh"},
		{`{"group":"Social services","number":3,"language":"en"}`, "minutes-3-social-services-v1-draft"},
	} {
		r := newWorld(t).room("a")
		r.do(r.facilitator, "PATCH "+r.path("/head"), row.head).want(200, "")
		for format, kind := range map[string]string{"pdf": "application/pdf", "json": "application/json"} {
			got := r.do(r.facilitator, "GET "+r.path("/minutes."+format), "").want(200, "").Header()
			want := fmt.Sprintf(`attachment; filename="%s.%s"`, row.file, format)
			if got.Get("Content-Disposition") != want || got.Get("Content-Type") != kind {
				t.Errorf("sent %s %s, want %s %s", got.Get("Content-Type"), got.Get("Content-Disposition"), kind, want)
			}
		}
	}
}

func TestALongNameOfAGroupIsCut(t *testing.T) {
	r := newWorld(t).room("a")
	r.do(r.facilitator, "PATCH "+r.path("/head"), `{"group":"`+strings.Repeat("ř ", 150)+`"}`).want(200, "")
	got := r.do(r.facilitator, "GET "+r.path("/minutes.pdf"), "").want(200, "").Header().Get("Content-Disposition")
	if len(got) > 120 || strings.Contains(got, "-.pdf") {
		t.Errorf("the name is %s", got)
	}
}

func TestMinutesThatCannotBeMadeAreAProblemAndNotHalfAFile(t *testing.T) {
	broken := server.Renderer{Ending: "pdf", ContentType: "application/pdf", Render: func(_ context.Context, _ models.Edition, w io.Writer) error {
		_, _ = io.WriteString(w, "%PDF-1.7 half")
		return errors.New("no font")
	}}
	r := newWorld(t, func(cfg *server.Config) { cfg.Minutes = []server.Renderer{broken} }).room("a")
	got := r.do(r.facilitator, "GET "+r.path("/minutes.pdf"), "").want(500, models.CodeInternal)
	if strings.Contains(got.Body.String(), "half") || strings.Contains(got.Body.String(), "font") {
		t.Errorf("sent %s", got.Body)
	}
}

func TestTwoMinutesAreMadeAtOnceAndNoMoreTM12(t *testing.T) {
	var now, most atomic.Int32
	var wait sync.WaitGroup
	started, release := make(chan struct{}, 8), make(chan struct{})
	slow := server.Renderer{Ending: "pdf", ContentType: "application/pdf", Render: func(context.Context, models.Edition, io.Writer) error {
		if n := now.Add(1); n > most.Load() {
			most.Store(n)
		}
		started <- struct{}{}
		<-release
		now.Add(-1)
		return nil
	}}
	r := newWorld(t, func(cfg *server.Config) { cfg.Minutes = []server.Renderer{slow} }).room("a")
	cookies := r.facilitator.cookies
	for range 8 {
		wait.Go(func() { r.do(&caller{cookies: cookies}, "GET "+r.path("/minutes.pdf"), "") })
	}
	<-started
	<-started
	close(release)
	wait.Wait()
	if most.Load() != 2 {
		t.Errorf("%d were made at once", most.Load())
	}
}

func TestTheFormatsAreListedInTheOrderTheyAreOffered(t *testing.T) {
	got := newWorld(t).do(&caller{}, "GET /api/formats", "").want(200, "").Body.String()
	want := `[{"ending":"pdf","cs":"PDF","en":"PDF"},{"ending":"json","cs":"Soubor jednání","en":"Workshop file"},{"ending":"html","cs":"Stránka","en":"Page"}]`
	if strings.TrimSpace(got) != want {
		t.Errorf("got %s", got)
	}
}
