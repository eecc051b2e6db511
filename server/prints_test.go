package server_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"dilna/models"
	"dilna/server"
)

// press counts how often each state of minutes was made, and holds what it is
// told to hold.
type press struct {
	drafts, approved atomic.Int32
	hold             chan struct{} // drafts wait for it; nil: nothing waits
	holding          chan struct{} // told of each draft that waits
	approvedHold     chan struct{} // likewise for what is approved
}

func (p *press) renderer() server.Renderer {
	return server.Renderer{Ending: "pdf", ContentType: "application/pdf", Render: func(_ context.Context, e models.Edition, w io.Writer) error {
		if e.State == models.MinutesDraft {
			p.drafts.Add(1)
			wait(p.hold, p.holding)
		} else {
			p.approved.Add(1)
			wait(p.approvedHold, p.holding)
		}
		_, err := fmt.Fprintf(w, "%%PDF version %d of %s, %d steps", e.Version, e.State, len(e.Steps))
		return err
	}}
}

func wait(hold, holding chan struct{}) {
	if hold != nil {
		holding <- struct{}{}
		<-hold
	}
}

// pressed is a room with published minutes that the press makes, and their
// public address of the PDF.
func pressed(t *testing.T, p *press) (*room, string) {
	t.Helper()
	r := newWorld(t, func(cfg *server.Config) { cfg.Minutes = []server.Renderer{p.renderer()} }).room("a")
	hasEnded(r)
	r.coordinator = r.account("coordinator", models.RoleCoordinator)
	r.approve()
	r.publish(1, "published")
	return r, "GET /minutes/" + r.work().Link + "/1/minutes.pdf"
}

// answered runs n at once and says how many were answered so.
func (r *room) answered(n int, status int, by func() answered) int {
	var good atomic.Int32
	var all sync.WaitGroup
	for range n {
		all.Go(func() {
			if by().Code == status {
				good.Add(1)
			}
		})
	}
	all.Wait()
	return int(good.Load())
}

// Forty who download take no place from those who work: with both places of
// drafts taken, all forty get their file, and it was made once.
func TestFortyDownloadsTakeNoPlaceOfThoseWhoWorkTM12(t *testing.T) {
	p := &press{}
	r, public := pressed(t, p)
	p.hold, p.holding = make(chan struct{}), make(chan struct{}, 2)
	var working sync.WaitGroup
	cookies := r.facilitator.cookies
	for range 2 {
		working.Go(func() { r.do(&caller{cookies: cookies}, "GET "+r.path("/minutes.pdf"), "") })
		<-p.holding
	}
	if got := r.answered(40, http.StatusOK, func() answered { return r.do(&caller{}, public, "") }); got != 40 {
		t.Errorf("%d of 40 got the minutes", got)
	}
	if made := p.approved.Load(); made != 1 {
		t.Errorf("they were made %d times", made)
	}
	close(p.hold)
	working.Wait()
}

// While what the public asked for is still being made, who works gets hers.
func TestADraftIsMadeWhileThePublicWaitsTM12(t *testing.T) {
	p := &press{approvedHold: make(chan struct{}), holding: make(chan struct{}, 1)}
	r, public := pressed(t, p)
	var reading sync.WaitGroup
	for range 40 {
		reading.Go(func() { r.do(&caller{}, public, "") })
	}
	<-p.holding
	r.do(r.facilitator, "GET "+r.path("/minutes.pdf"), "").want(200, "")
	close(p.approvedHold)
	reading.Wait()
	if made := p.approved.Load(); made != 1 {
		t.Errorf("made %d times for forty", made)
	}
}

func TestWhatWasMadeOnceIsKeptOverARestartAndGoesWhenItIsWithdrawn(t *testing.T) {
	p := &press{}
	r, public := pressed(t, p)
	first := r.do(&caller{}, public, "").want(200, "")
	again := r.again(p.renderer())
	second := again.do(&caller{}, public, "").want(200, "")
	if p.approved.Load() != 1 || first.Body.String() != second.Body.String() || first.Header().Get("ETag") != second.Header().Get("ETag") {
		t.Errorf("made %d times, %s then %s", p.approved.Load(), first.Header().Get("ETag"), second.Header().Get("ETag"))
	}
	if got := r.count("SELECT COUNT(*) FROM prints"); got != 1 {
		t.Errorf("%d prints are kept", got)
	}
	r.publish(1, "approved")
	if got := r.count("SELECT COUNT(*) FROM prints"); got != 0 {
		t.Errorf("withdrawn, %d prints are still kept", got)
	}
	again.do(&caller{}, public, "").want(404, "")
}

// A print goes with its workshop, whoever takes that out of the database.
func TestAPrintGoesWithItsWorkshop(t *testing.T) {
	r, public := pressed(t, &press{})
	r.do(&caller{}, public, "").want(200, "")
	r.exec("PRAGMA foreign_keys = ON; DELETE FROM workshops WHERE id = ?", r.id)
	if got := r.count("SELECT COUNT(*) FROM prints"); got != 0 {
		t.Errorf("the workshop is gone, %d prints are not", got)
	}
}

func TestDownloadsAreServedInPartAndNotTwice(t *testing.T) {
	r, public := pressed(t, &press{})
	whole := r.do(&caller{}, public, "").want(200, "")
	tag, all := whole.Header().Get("ETag"), whole.Body.String()
	if tag == "" || whole.Header().Get("Cache-Control") != "no-cache" || whole.Header().Get("Accept-Ranges") != "bytes" {
		t.Errorf("sent with %v", whole.Header())
	}
	for name, c := range map[string]struct {
		headers [2]string
		and     [2]string
		status  int
		body    string
	}{
		"the same again":       {[2]string{"If-None-Match", tag}, [2]string{}, 304, ""},
		"another again":        {[2]string{"If-None-Match", `"another"`}, [2]string{}, 200, all},
		"the rest":             {[2]string{"Range", "bytes=5-"}, [2]string{}, 206, all[5:]},
		"the rest of the same": {[2]string{"Range", "bytes=5-"}, [2]string{"If-Range", tag}, 206, all[5:]},
		"the rest of another":  {[2]string{"Range", "bytes=5-"}, [2]string{"If-Range", `"another"`}, 200, all},
		"beyond its end":       {[2]string{"Range", "bytes=100000-"}, [2]string{}, 416, ""},
		"the end":              {[2]string{"Range", "bytes=-3"}, [2]string{}, 206, all[len(all)-3:]},
	} {
		var with []func(*http.Request)
		for _, h := range [][2]string{c.headers, c.and} {
			if h[0] != "" {
				with = append(with, header(h[0], h[1]))
			}
		}
		got := r.do(&caller{}, public, "", with...)
		if got.Code != c.status || c.status != 416 && got.Body.String() != c.body {
			t.Errorf("%s: %d %q, want %d %q", name, got.Code, got.Body, c.status, c.body)
		}
	}
}

// One address may have a hundred downloads under way, others are not hindered.
func TestOneAddressDoesNotTakeAllDownloadsTM12(t *testing.T) {
	p := &press{approvedHold: make(chan struct{}), holding: make(chan struct{}, 1)}
	r, public := pressed(t, p)
	var flood sync.WaitGroup
	var refused atomic.Int32
	done := make(chan struct{}, 150)
	for range 150 {
		flood.Go(func() {
			if got := r.do(&caller{from: "203.0.113.7"}, public, ""); got.Code == http.StatusTooManyRequests {
				refused.Add(1)
				done <- struct{}{}
			}
		})
	}
	for range 50 {
		<-done
	}
	var others sync.WaitGroup
	others.Go(func() { r.do(&caller{from: "203.0.113.8"}, public, "").want(200, "") })
	close(p.approvedHold)
	flood.Wait()
	others.Wait()
	if refused.Load() != 50 {
		t.Errorf("%d of 150 were refused", refused.Load())
	}
	r.do(&caller{from: "203.0.113.7"}, public, "").want(200, "")
}

func TestMinutesThatCannotBeMadeAreTriedAgain(t *testing.T) {
	fails := true
	broken := server.Renderer{Ending: "pdf", ContentType: "application/pdf", Render: func(_ context.Context, _ models.Edition, w io.Writer) error {
		if fails {
			panic("no font")
		}
		_, err := io.WriteString(w, "whole")
		return err
	}}
	r := newWorld(t, func(cfg *server.Config) { cfg.Minutes = []server.Renderer{broken} }).room("a")
	approved(r)
	got := r.do(r.coordinator, "GET "+r.path("/editions/1/minutes.pdf"), "").want(500, models.CodeInternal)
	if strings.Contains(got.Body.String(), "font") {
		t.Errorf("told %s", got.Body)
	}
	fails = false
	r.do(r.coordinator, "GET "+r.path("/editions/1/minutes.pdf"), "").want(200, "")
}
