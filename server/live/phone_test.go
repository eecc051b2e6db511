package live_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/store"
	"dilna/server/live"
)

// GORM starts one goroutine for each database and never ends it.
func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("gorm.io/gorm/internal/lru.NewLRU[...].func1"))
}

// hall is a hub on a real store with an open workshop in it.
type hall struct {
	*modelstest.Scene
	t    testing.TB
	hub  *live.Hub
	step models.Step

	mu      sync.Mutex
	commits []func() // what the store has told and the hub has not heard yet
	work    chan func()
	worked  chan struct{}
}

func newHall(t testing.TB, participants int) *hall {
	t.Helper()
	s, err := store.Open(context.Background(), t.TempDir(), store.Options{})
	must(t, err)
	h := &hall{t: t, work: make(chan func()), worked: make(chan struct{})}
	h.Scene = modelstest.NewScene(t, s, participants)
	h.step = h.Scene.Step(t, models.MethodCollect)
	s.SetPublisher(h)
	h.hub = live.New(s, slog.New(slog.DiscardHandler))
	go func() {
		for job := range h.work {
			go func() {
				defer func() { h.worked <- struct{}{} }()
				job()
			}()
		}
	}()
	t.Cleanup(func() {
		h.hub.Close()
		close(h.work)
		must(t, s.Close())
	})
	return h
}

// bubble runs a test with a hub whose time is synctest's. The store lives
// outside, where its goroutines came from.
func bubble(t *testing.T, participants int, test func(t *testing.T, h *hall)) {
	t.Helper()
	h := newHall(t, participants)
	synctest.Test(t, func(t *testing.T) {
		h.hub = live.New(h.Store, slog.New(slog.DiscardHandler))
		defer h.hub.Close()
		test(t, h)
	})
}

// do runs a command on the store and tells the hub what it committed.
func (h *hall) do(command func()) {
	h.work <- command
	<-h.worked
	h.mu.Lock()
	commits := h.commits
	h.commits = nil
	h.mu.Unlock()
	for _, tell := range commits {
		tell()
	}
}

// Changed and Progressed make the hall the store's publisher.
func (h *hall) Changed(w models.WorkshopID, at models.Revision) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.commits = append(h.commits, func() { h.hub.Changed(w, at) })
}

func (h *hall) Progressed(w models.WorkshopID) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.commits = append(h.commits, func() { h.hub.Progressed(w) })
}

// idea adds an idea.
func (h *hall) idea(text string) (idea models.Entry) {
	h.do(func() { idea = h.Scene.Idea(h.t, h.step.ID, text) })
	return idea
}

// round opens a round of three dots.
func (h *hall) round() (round models.Round) {
	h.do(func() { round = h.Scene.Round(h.t, h.step.ID, 3, 3) })
	return round
}

// place places dots of a seat.
func (h *hall) place(by models.Actor, round models.Round, idea models.Entry, count int, seq int64) {
	h.do(func() {
		_, err := h.Store.PlaceDots(context.Background(), by, round.ID, idea.ID, models.SetDots{Count: count, Seq: seq})
		must(h.t, err)
	})
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// phone is a connection that reads whatever it is sent. It notes down when.
type phone struct {
	header http.Header
	hangUp context.CancelFunc
	ended  chan struct{} // closed when the hub has ended the connection
	err    error

	mu     sync.Mutex
	unsent bytes.Buffer
	pieces []piece
}

type piece struct {
	at   time.Time
	text string
}

func (p *phone) Header() http.Header              { return p.header }
func (p *phone) WriteHeader(int)                  {}
func (p *phone) SetReadDeadline(time.Time) error  { return nil }
func (p *phone) SetWriteDeadline(time.Time) error { return nil }

func (p *phone) Write(text []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.unsent.Write(text)
}

func (p *phone) Flush() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.pieces = append(p.pieces, piece{time.Now(), p.unsent.String()})
	p.unsent.Reset()
}

// follow connects a phone. Query is what its address says: "since=3".
func (h *hall) follow(f live.Follower, query string, header ...string) *phone {
	ctx, hangUp := context.WithCancel(context.Background())
	p := &phone{header: http.Header{}, hangUp: hangUp, ended: make(chan struct{})}
	r := httptest.NewRequestWithContext(ctx, http.MethodGet, "/feed?"+query, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	go func() {
		defer close(p.ended)
		p.err = h.hub.Serve(p, r, f)
	}()
	return p
}

// seat is the follower with the n-th seat, wall and desk those of the others.
func (h *hall) seat(n int) live.Follower {
	return live.Follower{Workshop: h.ID, Audience: models.Participants, Holder: string(h.Seats[n].Seat), Counts: true}
}

func (h *hall) wall() live.Follower {
	return live.Follower{Workshop: h.ID, Audience: models.Wall, Holder: "wall"}
}

func (h *hall) desk() live.Follower {
	return live.Follower{Workshop: h.ID, Audience: models.Facilitators, Holder: "desk"}
}

// got is everything the phone was sent.
func (p *phone) got() []piece {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]piece{}, p.pieces...)
}

// frames are the frames among it.
func (p *phone) frames(t testing.TB) []live.Frame {
	t.Helper()
	var frames []live.Frame
	for _, piece := range p.got() {
		if _, data, found := strings.Cut(piece.text, "\ndata: "); found {
			var f live.Frame
			must(t, json.Unmarshal([]byte(data), &f))
			if !strings.Contains(piece.text, fmt.Sprintf("id: %d\n", f.Revision)) {
				t.Errorf("the id of the event is not the revision %d: %.80s", f.Revision, piece.text)
			}
			frames = append(frames, f)
		}
	}
	return frames
}

// last is the newest frame.
func (p *phone) last(t testing.TB) live.Frame {
	t.Helper()
	frames := p.frames(t)
	if len(frames) == 0 {
		t.Fatal("the phone was sent no frame")
	}
	return frames[len(frames)-1]
}

// hasEnded says whether the hub has ended the connection.
func (p *phone) hasEnded() bool {
	select {
	case <-p.ended:
		return true
	default:
		return false
	}
}
