// Package live is the revision feed: it tells everybody who follows a workshop
// how it looks now (docs/design.md, section 6). There is no queue and no history. A
// frame is the difference between what a follower has and what there is, so
// the stream, catching up after sleep and polling are one thing.
package live

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"dilna/models"
)

// Source is what the hub needs of the store. Changes since a revision that the
// workshop has not reached are the whole picture.
type Source interface {
	Changes(ctx context.Context, w models.WorkshopID, since models.Revision) (models.Changes, error)
	Progress(ctx context.Context, w models.WorkshopID) (models.Progress, error)
}

// Pace of a hub (docs/reliability.md, TM-04, TM-17 and section 9).
const (
	changeEvery   = 200 * time.Millisecond // at most one frame, of changes
	progressEvery = time.Second            // at most one frame, of counts alone
	heartbeat     = 15 * time.Second       // between signs of life
	lifetime      = 30 * time.Minute       // of a stream, give or take a fifth
	writeTime     = 5 * time.Second        // for a frame to leave
	readTime      = 10 * time.Second       // for a frame to be computed
	longestWait   = 25 * time.Second       // of a poll
	absence       = 10 * time.Second       // until somebody who hung up counts as gone
	attention     = 30 * time.Second       // until somebody who says nothing more has left a text
)

// mostStreams is how many streams one holder may have of one workshop; one
// more ends the oldest. The facilitator has windows open.
var mostStreams = map[models.Audience]int{models.Participants: 3, models.Wall: 3, models.Facilitators: 12}

// Hub knows who follows which workshop. It is told of changes by the store.
type Hub struct {
	source Source
	log    *slog.Logger
	done   context.Context
	end    context.CancelFunc

	mu     sync.Mutex
	topics map[models.WorkshopID]*topic
	also   func(models.WorkshopID) int // who is there without a stream; nil: nobody
}

// New makes a hub that reads from source. Close ends it.
func New(source Source, log *slog.Logger) *Hub {
	done, end := context.WithCancel(context.Background())
	return &Hub{source: source, log: log, done: done, end: end, topics: map[models.WorkshopID]*topic{}}
}

// CountAlso has the pretend people of rehearsals count as connected: they are in
// the room without following anything.
func (h *Hub) CountAlso(connected func(models.WorkshopID) int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.also = connected
}

func (h *Hub) pretended(w models.WorkshopID) int {
	h.mu.Lock()
	also := h.also
	h.mu.Unlock()
	if also == nil {
		return 0
	}
	return also(w)
}

// Close ends all streams cleanly; browsers come back by themselves.
func (h *Hub) Close() { h.end() }

// Changed makes everybody who follows the workshop look again: at once, or
// when changeEvery has passed since they last did. It never blocks.
func (h *Hub) Changed(w models.WorkshopID, _ models.Revision) { h.poke(w, changeEvery) }

// Progressed does the same, more slowly, for counts.
func (h *Hub) Progressed(w models.WorkshopID) { h.poke(w, progressEvery) }

func (h *Hub) poke(w models.WorkshopID, every time.Duration) {
	h.mu.Lock()
	t := h.topics[w]
	h.mu.Unlock()
	if t != nil {
		t.poke(every)
	}
}

// Revoke ends all streams of a holder, before they get another frame
// (docs/reliability.md, INV-19).
func (h *Hub) Revoke(holder string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, t := range h.topics {
		t.revoke(holder)
	}
}

// Followers are those who follow now as this audience, once for each stream.
func (h *Hub) Followers(as models.Audience) (all []Follower) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, t := range h.topics {
		all = append(all, t.followers(as)...)
	}
	return all
}

// Dismiss ends all streams of a workshop that is no more.
func (h *Hub) Dismiss(w models.WorkshopID) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if t := h.topics[w]; t != nil {
		t.dismiss()
	}
}

// join adds a stream to the topic of its workshop.
func (h *Hub) join(f Follower) (*topic, *stream) {
	h.mu.Lock()
	defer h.mu.Unlock()
	t := h.topics[f.Workshop]
	if t == nil {
		t = newTopic(h, f.Workshop)
		h.topics[f.Workshop] = t
	}
	return t, t.add(f)
}

// leave takes a stream away again, and the topic when nobody needs it.
func (h *Hub) leave(t *topic, s *stream) {
	h.mu.Lock()
	defer h.mu.Unlock()
	t.remove(s)
	h.tidy(t)
}

// depart counts a holder out who has been away for long.
func (h *Hub) depart(t *topic, holder string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	t.depart(holder)
	h.tidy(t)
}

func (h *Hub) tidy(t *topic) {
	if t.empty() {
		delete(h.topics, t.workshop)
	}
}
