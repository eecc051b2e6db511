package live

import (
	"context"
	"sync"
	"time"

	"dilna/models"
)

// Follower is who wants to follow a workshop, and as what.
type Follower struct {
	Workshop models.WorkshopID
	Audience models.Audience
	Holder   string // the seat, or the sign-in, that gives the right to follow
	Token    string // hash of what the browser has shown for it
	Counts   bool   // whether this is somebody in the room
}

// stream is one connection of a follower. Closing ended ends it.
type stream struct {
	Follower
	ended chan struct{}
}

// topic is one workshop somebody follows. Lock the hub before it, never after.
type topic struct {
	hub      *Hub
	workshop models.WorkshopID

	mu    sync.Mutex
	now   *tick
	last  time.Time   // when now began
	timer *time.Timer // begins the next tick
	due   time.Time   // when it does; zero: nothing has happened
	stale bool        // something has changed since now began

	streams map[string][]*stream   // by holder, the oldest first
	present map[string]bool        // holders in the room
	absent  map[string]*time.Timer // of those, who has no stream just now
	editing map[string]*editor     // who is at a text, by window
}

func newTopic(h *Hub, w models.WorkshopID) *topic {
	return &topic{
		hub: h, workshop: w, now: newTick(),
		streams: map[string][]*stream{}, present: map[string]bool{}, absent: map[string]*time.Timer{},
		editing: map[string]*editor{},
	}
}

// changed begins the next tick, unless everybody has seen the revision.
func (t *topic) changed(at models.Revision) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.now.shows(at) {
		t.wake(changeEvery)
	}
}

func (t *topic) poke(every time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.wake(every)
}

// wake begins the next tick when the last is `every` old: at once, if it is.
func (t *topic) wake(every time.Duration) {
	t.stale = t.stale || every == changeEvery
	due := t.last.Add(every)
	wait := time.Until(due)
	switch {
	case wait <= 0:
		t.advance()
	case t.due.IsZero():
		t.due = due
		t.timer = time.AfterFunc(wait, t.ring)
	case due.Before(t.due):
		t.due = due
		t.timer.Reset(wait)
	}
}

func (t *topic) ring() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.due.IsZero() { // else: it has begun while the timer rang
		t.advance()
	}
}

// advance begins the next tick and lets everybody know who waits for it.
func (t *topic) advance() {
	if t.timer != nil {
		t.timer.Stop()
	}
	over := t.now.over
	t.now, t.last, t.due, t.stale = newTick(), time.Now(), time.Time{}, false
	close(over)
}

// current is the tick everybody sees now.
func (t *topic) current() *tick {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.now
}

// settled is the tick that shows everything there is when it is asked for: who
// gets one frame and no more must find in it what was acknowledged before.
func (t *topic) settled(ctx context.Context) *tick {
	t.mu.Lock()
	k, stale := t.now, t.stale
	t.mu.Unlock()
	if !stale {
		return k
	}
	select {
	case <-k.over:
	case <-t.hub.done.Done():
	case <-ctx.Done():
	}
	return t.current()
}
