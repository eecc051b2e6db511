package live_test

import (
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net"
	"net/http"
	"sync/atomic"
	"testing"
	"time"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/server/live"
)

// counting is a source that counts how often it is read.
type counting struct {
	live.Source
	changes, progress atomic.Int32
}

func (c *counting) Changes(ctx context.Context, w models.WorkshopID, since models.Revision) (models.Changes, error) {
	c.changes.Add(1)
	return c.Source.Changes(ctx, w, since)
}

func (c *counting) Progress(ctx context.Context, w models.WorkshopID) (models.Progress, error) {
	c.progress.Add(1)
	return c.Source.Progress(ctx, w)
}

func TestWhatChangedIsReadOnceForEverybody(t *testing.T) {
	bubble(t, 40, func(t *testing.T, h *hall) {
		source := &counting{Source: h.Store}
		h.hub = live.New(source, slog.New(slog.DiscardHandler))
		defer h.hub.Close()
		var phones []*phone
		for n := range h.Seats {
			phones = append(phones, h.follow(h.seat(n), ""))
		}
		for range 3 {
			phones = append(phones, h.follow(h.wall(), ""), h.follow(h.desk(), ""))
		}
		later(5 * time.Second)
		source.changes.Store(0)
		idea := h.idea("podnět")
		later(time.Second)
		for _, p := range phones {
			if f := p.last(t); len(f.Ideas) != 1 || f.Ideas[0].ID != idea.ID {
				t.Fatalf("somebody was told %+v", f)
			}
		}
		if n := source.changes.Load(); n != 1 {
			t.Errorf("the store was read %d times for 46 followers of 3 audiences", n)
		}
	})
}

func TestNobodyLooksAgainForWhatAllHaveSeen(t *testing.T) {
	bubble(t, 1, func(t *testing.T, h *hall) {
		source := &counting{Source: h.Store}
		h.hub = live.New(source, slog.New(slog.DiscardHandler))
		defer h.hub.Close()
		p := h.follow(h.seat(0), "")
		h.follow(h.desk(), "")
		later(5 * time.Second)
		h.idea("podnět")
		later(5 * time.Second)
		at := p.last(t).Revision
		source.changes.Store(0)
		h.hub.Changed(h.ID, at)
		h.hub.Changed(h.ID, at-1)
		later(5 * time.Second)
		if n := source.changes.Load(); n != 0 {
			t.Errorf("the store was read %d times for a revision everybody has", n)
		}
		h.hub.Changed(h.ID, at+1)
		later(5 * time.Second)
		if n := source.changes.Load(); n != 1 {
			t.Errorf("the store was read %d times for a revision nobody has", n)
		}
	})
}

// failing is a source that is out of order for a while.
type failing struct {
	live.Source
	broken atomic.Bool
}

func (f *failing) Changes(ctx context.Context, w models.WorkshopID, since models.Revision) (models.Changes, error) {
	if f.broken.Load() {
		return models.Changes{}, models.Fail(models.KindUnavailable, models.CodeBusy)
	}
	return f.Source.Changes(ctx, w, since)
}

func TestWhileTheStoreIsAwayStreamsStayAndNobodyMissesAnythingFM16(t *testing.T) {
	bubble(t, 1, func(t *testing.T, h *hall) {
		source := &failing{Source: h.Store}
		h.hub = live.New(source, slog.New(slog.DiscardHandler))
		defer h.hub.Close()
		stays := h.follow(h.wall(), "")
		later(time.Second)
		source.broken.Store(true)
		h.idea("podnět")
		late := h.follow(h.seat(0), "")
		later(0)
		if stays.hasEnded() || models.CodeOf(late.err) != models.CodeBusy {
			t.Errorf("a stream ended %v with %v, a new one got %v", stays.hasEnded(), stays.err, late.err)
		}
		later(time.Minute)
		source.broken.Store(false)
		back := h.follow(h.seat(0), "")
		later(5 * time.Second)
		for _, p := range []*phone{stays, back} {
			if f := p.last(t); len(f.Ideas) != 1 {
				t.Errorf("afterwards: %+v", f)
			}
		}
	})
}

// pipes is a listener of connections without any buffer.
type pipes chan net.Conn

func (p pipes) Accept() (net.Conn, error) {
	conn, ok := <-p
	if !ok {
		return nil, net.ErrClosed
	}
	return conn, nil
}
func (p pipes) Close() error   { return nil }
func (p pipes) Addr() net.Addr { return &net.IPAddr{} }

func TestAPhoneThatStopsReadingHoldsUpNobodyTM17(t *testing.T) {
	bubble(t, 200, func(t *testing.T, h *hall) {
		ended := make(chan time.Time, 1)
		listener := make(pipes)
		server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			_ = h.hub.Serve(w, r, h.seat(0))
			ended <- time.Now()
		})}
		go server.Serve(listener) //nolint:errcheck // ends with the listener
		deaf, conn := net.Pipe()
		listener <- conn
		_, err := deaf.Write([]byte("GET / HTTP/1.1\r\nHost: dilna\r\n\r\n"))
		must(t, err)
		_, err = deaf.Read(make([]byte, 1)) // and not one byte more
		must(t, err)
		start := time.Now()

		var phones []*phone
		for n := 1; n < len(h.Seats); n++ {
			phones = append(phones, h.follow(h.seat(n), ""))
		}
		for i := range 20 {
			idea := h.idea(fmt.Sprint("podnět ", i))
			later(250 * time.Millisecond)
			for n, p := range phones {
				if ideas := p.last(t).Ideas; len(ideas) == 0 || ideas[len(ideas)-1].ID != idea.ID {
					t.Fatalf("phone %d waits for one that does not read", n)
				}
			}
		}
		if took := (<-ended).Sub(start); took > 5*time.Second {
			t.Errorf("a phone that does not read was kept for %v", took)
		}
		close(listener)
		must(t, deaf.Close())
		must(t, server.Close())
	})
}

// onlooker is somebody who follows with interruptions, and what she sees.
type onlooker struct {
	live.Follower
	screen modelstest.Screen
	phone  *phone
	seen   int // frames of the phone
}

func (o *onlooker) look(t *testing.T) {
	if o.phone == nil {
		return
	}
	frames := o.phone.frames(t)
	for _, f := range frames[o.seen:] {
		o.screen.Apply(t, f.View)
	}
	o.seen = len(frames)
}

func (o *onlooker) connect(t *testing.T, h *hall) {
	o.look(t)
	if o.phone != nil {
		o.phone.hangUp()
		o.phone, o.seen = nil, 0
		return
	}
	o.phone = h.follow(o.Follower, "", "Last-Event-ID", fmt.Sprint(o.screen.Revision))
}

// TestInTheEndEverybodySeesTheSameINV13 changes a workshop at random while
// people come and go; at rest each sees what her audience may, however she
// came to see it.
func TestInTheEndEverybodySeesTheSameINV13(t *testing.T) {
	bubble(t, 3, func(t *testing.T, h *hall) {
		seed := rand.Uint64()
		t.Logf("seed %d", seed)
		random := rand.New(rand.NewPCG(seed, 0))
		lookers := []*onlooker{
			{Follower: h.seat(0)}, {Follower: h.seat(1)}, {Follower: h.seat(2)}, {Follower: h.wall()}, {Follower: h.desk()},
		}
		ideas := []models.Entry{h.idea("první")}
		for i := range 300 {
			idea := ideas[random.IntN(len(ideas))]
			switch random.IntN(8) {
			case 0, 1:
				ideas = append(ideas, h.idea(fmt.Sprint("podnět ", i)))
			case 2:
				h.try(func(ctx context.Context) error {
					return h.Store.Remove(ctx, h.Facilitator, modelstest.Key(), models.PartIdeas, string(idea.ID))
				})
			case 3:
				h.try(func(ctx context.Context) error {
					return h.Store.Restore(ctx, h.Facilitator, modelstest.Key(), models.PartIdeas, string(idea.ID))
				})
			case 4:
				state := []models.StepState{models.StepOpen, models.StepClosed, models.StepWaiting}[random.IntN(3)]
				h.try(func(ctx context.Context) error {
					_, err := h.Store.SetStepState(ctx, h.Facilitator, modelstest.Key(), h.step.ID, models.StepMove{State: state})
					return err
				})
			case 5, 6:
				lookers[random.IntN(len(lookers))].connect(t, h)
			}
			later(time.Duration(random.IntN(120)) * time.Millisecond)
			for _, o := range lookers {
				o.look(t)
			}
		}
		for _, o := range lookers {
			if o.phone == nil {
				o.connect(t, h)
			}
		}
		later(2 * time.Second)
		for n, o := range lookers {
			o.look(t)
			if got, want := o.screen.Digest(t), h.Look(t, o.Audience).Digest(t); got != want {
				t.Errorf("onlooker %d sees\n%s\nand should see\n%s", n, got, want)
			}
		}
	})
}

// try runs a command that may be refused.
func (h *hall) try(command func(context.Context) error) {
	h.do(func() {
		if err := command(context.Background()); err != nil && models.CodeOf(err) == models.CodeInternal {
			h.t.Error(err)
		}
	})
}
