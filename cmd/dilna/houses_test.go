package main

import (
	"encoding/json"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"dilna/cmd/dilna/rehearsal"
	"dilna/models/modelstest/pgtest"
)

// TestARehearsalOnTwoHousesOfWhichOneStops: every request of a phone goes to the
// other of two instances on one PostgreSQL. In the middle of a round one is told
// to stop.
func TestARehearsalOnTwoHousesOfWhichOneStopsFM17(t *testing.T) {
	t.Parallel()
	serve := serveCommand{source: source{DatabaseURL: pgtest.Database(t)}, sharing: sharing{Secret: strings.Repeat("tajné ", 10)}}
	first, leaveFirst, err := openHouse(t.Context(), quiet(t), serve)
	if err != nil {
		t.Fatal(err)
	}
	second, leaveSecond, err := openHouse(t.Context(), quiet(t), serve)
	if err != nil {
		t.Fatal(err)
	}
	var dots atomic.Int32
	var leaving sync.WaitGroup
	stops := proxied(t, second.Servers[0], func(r *http.Request) {
		if strings.Contains(r.URL.Path, "/ballot/mine") && dots.Add(1) == 5 {
			leaving.Go(func() {
				if err := leaveSecond(); err != nil {
					t.Error(err)
				}
			})
		}
	})
	file := filepath.Join(t.TempDir(), "tiny.json")
	if err := os.WriteFile(file, []byte(tinyWorkshop), 0o600); err != nil {
		t.Fatal(err)
	}
	r := dilna(t, "rehearse", file, "--server", first.Servers[0], "--server", stops,
		"--link", first.Servers[0]+"/console#link="+first.Link, "--login", "petra", "--password", first.Password, "--json")
	leaving.Wait()
	if err := leaveFirst(); err != nil {
		t.Error(err)
	}
	var report rehearsal.Report
	if err := json.Unmarshal([]byte(r.out), &report); err != nil {
		t.Fatalf("%v: %s%s", err, r.out, r.err)
	}
	if r.code != 0 || report.ScreensAgree != 14 || dots.Load() < 5 || report.BrokenStreams == 0 {
		t.Errorf("%d of 14 screens agree, %d requests for dots at the house that stopped, %d streams ended there: %s",
			report.ScreensAgree, dots.Load(), report.BrokenStreams, r.err)
	}
}

// proxied is an address that leads to a server and is told of each request. Where
// the server is gone, connections break.
func proxied(t *testing.T, server string, told func(*http.Request)) (address string) {
	t.Helper()
	target, err := url.Parse(server)
	if err != nil {
		t.Fatal(err)
	}
	proxy := &httputil.ReverseProxy{
		Rewrite:       func(r *httputil.ProxyRequest) { r.SetURL(target); r.Out.Host = r.In.Host },
		FlushInterval: -1,
		ErrorLog:      log.New(io.Discard, "", 0),
		ErrorHandler:  func(http.ResponseWriter, *http.Request, error) { panic(http.ErrAbortHandler) },
	}
	front := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		told(r)
		proxy.ServeHTTP(w, r)
	}))
	t.Cleanup(func() {
		front.CloseClientConnections()
		front.Close()
	})
	return front.URL
}
