package live_test

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"dilna/models"
	"dilna/server/live"
)

// line joins the hubs of a test as a bus does: what one says the others hear,
// a little later, in order. A line that is cut loses everything.
type line struct {
	mu   sync.Mutex
	ends []*end
	cut  bool
	said []live.Message
}

// end is one hub's end of the line.
type end struct {
	*line
	self  string
	inbox chan letter
}

type letter struct {
	live.Message
	from string
	at   time.Time
}

func (l *line) end(self string) *end {
	e := &end{line: l, self: self, inbox: make(chan letter, 10_000)}
	l.ends = append(l.ends, e)
	return e
}

func (e *end) Self() string { return e.self }

func (e *end) Send(m live.Message) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.said = append(e.said, m)
	for _, other := range e.ends {
		if other != e && !e.cut {
			other.inbox <- letter{m, e.self, time.Now().Add(50 * time.Millisecond)}
		}
	}
}

func (e *end) Run(ctx context.Context, ear live.Ear) {
	for {
		select {
		case l := <-e.inbox:
			<-time.After(time.Until(l.at))
			ear.Hear(l.from, l.Message)
		case <-ctx.Done():
			return
		}
	}
}

// together runs a test with two hubs on one store that are joined.
func together(t *testing.T, participants int, test func(t *testing.T, a, b *hall, l *line)) {
	t.Helper()
	bubble(t, participants, func(t *testing.T, a *hall) {
		b := &hall{Scene: a.Scene, t: a.t, step: a.step, work: a.work, worked: a.worked}
		b.hub = live.New(a.Store, slog.New(slog.DiscardHandler))
		ctx, stop := context.WithCancel(context.Background())
		var keeping sync.WaitGroup
		l := &line{}
		a.hub.Join(l.end("a"))
		b.hub.Join(l.end("b"))
		keeping.Go(func() { a.hub.KeepTogether(ctx) })
		keeping.Go(func() { b.hub.KeepTogether(ctx) })
		test(t, a, b, l)
		stop()
		b.hub.Close()
		keeping.Wait()
	})
}

func TestWhatHappensAtOneInstanceIsSeenAtTheOthers(t *testing.T) {
	together(t, 2, func(t *testing.T, a, b *hall, _ *line) {
		here, there := a.follow(a.seat(0), ""), b.follow(b.seat(1), "")
		later(5 * time.Second)
		start := time.Now()
		idea := a.idea("podnět od prvního")
		later(time.Second)
		for _, p := range []*phone{here, there} {
			if f := p.last(t); len(f.Ideas) != 1 || f.Ideas[0].ID != idea.ID {
				t.Errorf("somebody is told %+v", f)
			}
		}
		if at := there.got()[len(there.got())-1].at.Sub(start); at > 500*time.Millisecond {
			t.Errorf("it was seen at the other after %v", at)
		}
	})
}

func TestWhatNobodyToldIsSeenAtTheNextLookFM16(t *testing.T) {
	together(t, 2, func(t *testing.T, a, b *hall, l *line) {
		there := b.follow(b.wall(), "")
		later(5 * time.Second)
		l.mu.Lock()
		l.cut = true
		l.mu.Unlock()
		idea := a.idea("nikdo to neřekl")
		late := b.follow(b.wall(), "wait=0s&since=1")
		<-late.ended
		if f := late.frame(t); len(f.Ideas) != 1 {
			t.Errorf("who joins is told %+v", f)
		}
		later(3 * time.Second)
		if f := there.last(t); len(f.Ideas) != 1 || f.Ideas[0].ID != idea.ID {
			t.Errorf("who was there is told %+v", f)
		}
		round := a.round()
		later(3 * time.Second)
		a.place(a.Seats[0], round, idea, 1, 1)
		later(3 * time.Second)
		if got := there.last(t).Progress.Ballots; len(got) != 1 || got[0].Count != 1 {
			t.Errorf("the ballots are %+v", got)
		}
	})
}

func TestThoseInTheRoomCountOnceOnAllInstances(t *testing.T) {
	together(t, 5, func(t *testing.T, a, b *hall, _ *line) {
		desk := b.follow(b.desk(), "")
		connected := func(want int, when string) {
			t.Helper()
			later(2 * time.Second)
			if got := desk.last(t).Progress.Connected; got != want {
				t.Errorf("%s: %d are connected, want %d", when, got, want)
			}
		}
		first, second := a.follow(a.seat(0), ""), a.follow(a.seat(1), "")
		b.follow(b.seat(2), "")
		b.follow(b.seat(1), "") // the same phone by way of both
		connected(3, "three phones, one of them twice")
		first.hangUp()
		b.follow(b.seat(0), "")
		connected(3, "one has changed over")
		second.hangUp()
		later(15 * time.Second)
		connected(3, "one of two streams has ended")
		a.follow(a.seat(3), "")
		a.follow(a.seat(4), "")
		connected(5, "two more")
		b.hub.Gone("a")
		connected(3, "an instance has died")
		a.hub.Hear("b", live.Message{Kind: live.Asked})
		connected(5, "it was asked, and says all again")
	})
}

func TestWhoMayNotFollowIsEndedEverywhereINV19(t *testing.T) {
	together(t, 3, func(t *testing.T, a, b *hall, _ *line) {
		out, left, stays := b.follow(b.desk(), ""), b.follow(b.seat(0), ""), b.follow(b.seat(1), "")
		later(5 * time.Second)
		a.hub.Revoke(a.desk().Holder)
		a.hub.Left(a.ID, a.Seats[0].Seat, "hash")
		later(time.Second)
		if !out.hasEnded() || !left.hasEnded() || stays.hasEnded() {
			t.Errorf("ended: signed out %v, gave up the seat %v, another %v", out.hasEnded(), left.hasEnded(), stays.hasEnded())
		}
		a.hub.Dismiss(a.ID)
		later(time.Second)
		if !stays.hasEnded() {
			t.Error("a workshop that is no more is still followed")
		}
	})
}

func TestWhatInstancesTellEachOtherSaysNothingOfVotesOrTextsTM04(t *testing.T) {
	together(t, 2, func(t *testing.T, a, _ *hall, l *line) {
		a.follow(a.seat(0), "")
		idea := a.idea("tajný text")
		round := a.round()
		a.place(a.Seats[0], round, idea, 2, 1)
		a.hub.Edit(a.ID, models.Editing{Screen: "okno", By: "Petra", Text: "ideas/x/text"}, "hash")
		later(5 * time.Second)
		l.mu.Lock()
		defer l.mu.Unlock()
		for _, m := range l.said {
			if text := fmt.Sprintf("%+v", m); strings.Contains(text, "tajný") || strings.Contains(text, "Petra") || strings.Contains(text, string(idea.ID)) {
				t.Errorf("said: %s", text)
			}
		}
	})
}

func TestAnInstanceThatDrainsSendsPeopleElsewhereFM17(t *testing.T) {
	bubble(t, 40, func(t *testing.T, h *hall) {
		var phones []*phone
		for n := range h.Seats {
			phones = append(phones, h.follow(h.seat(n), ""))
		}
		at := h.Look(t, models.Participants).Revision
		asking := h.follow(h.seat(0), fmt.Sprint("wait=25s&since=", at))
		later(5 * time.Second)
		h.hub.Drain()
		later(0)
		hints := map[string]bool{}
		for _, p := range phones {
			got := p.got()
			hint := got[len(got)-1].text
			var after int
			if _, err := fmt.Sscanf(hint, "retry: %d\n\n", &after); err != nil || after > 2000 || !p.hasEnded() || p.err != nil {
				t.Fatalf("a stream ended: %v, with %q", p.hasEnded(), hint)
			}
			hints[hint] = true
		}
		if len(hints) < 20 {
			t.Errorf("forty phones come back at %d moments", len(hints))
		}
		if !asking.hasEnded() || asking.err != nil {
			t.Errorf("who asks has an answer: %v, %v", asking.hasEnded(), asking.err)
		}
		late := h.follow(h.seat(0), "")
		idea := h.idea("ještě přijatý")
		once := h.follow(h.seat(0), fmt.Sprint("wait=25s&since=", at))
		later(time.Second)
		if models.CodeOf(late.err) != models.CodeDraining {
			t.Errorf("a new stream gets %v", late.err)
		}
		if f := once.frame(t); len(f.Ideas) != 1 || f.Ideas[0].ID != idea.ID {
			t.Errorf("who asks is told %+v", f)
		}
	})
}
