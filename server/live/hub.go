// Package live is the revision feed: it tells everybody who follows a workshop
// how it looks now (docs/design.md, section 6). There is no queue and no history. A
// frame is the difference between what a follower has and what there is, so
// the stream, catching up after sleep and polling are one thing.
package live

import (
	"context"
	"log/slog"
	"maps"
	"slices"
	"sync"
	"time"

	"dilna/models"
)

// Source is what the hub needs of the store. Changes since a revision that the
// workshop has not reached are the whole picture.
type Source interface {
	Changes(ctx context.Context, w models.WorkshopID, since models.Revision) (models.Changes, error)
	Progress(ctx context.Context, w models.WorkshopID) (models.Progress, error)
	memory
}

// memory is what other instances tell the store by way of the hub, and what is
// looked up because of them.
type memory interface {
	Workshop(ctx context.Context, w models.WorkshopID) (models.Workshop, error)
	AccountByToken(ctx context.Context, tokenHash string) (models.Account, error)
	SeatLeft(w models.WorkshopID, seat models.SeatID, tokenHash string)
	LookSeatsUp(w models.WorkshopID)
	Wind()
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

// Hub knows who follows which workshop by way of this instance. It is told of
// changes by the store, and by the hubs of other instances.
type Hub struct {
	source Source
	log    *slog.Logger
	done   context.Context
	end    context.CancelFunc

	bus      Bus
	shared   bool // there may be other instances
	others   neighbours
	doubts   chan struct{} // it is not sure who may follow
	looks    chan struct{} // it is not sure that all see what there is
	crowd    Crowd         // nil: nobody is pretended
	draining chan struct{} // closed: all go elsewhere
	drain    sync.Once

	mu     sync.Mutex
	topics map[models.WorkshopID]*topic
}

// New makes a hub that reads from source. Close ends it.
func New(source Source, log *slog.Logger) *Hub {
	done, end := context.WithCancel(context.Background())
	return &Hub{
		source: source, log: log, done: done, end: end, bus: alone{}, others: neighbours{all: map[string]*neighbour{}},
		doubts: make(chan struct{}, 1), looks: make(chan struct{}, 1), draining: make(chan struct{}), topics: map[models.WorkshopID]*topic{},
	}
}

// Drain sends everybody to another instance: streams end with a hint to come
// back at once, who waits is answered, and nobody may begin a stream. Questions
// are answered as before.
func (h *Hub) Drain() { h.drain.Do(func() { close(h.draining) }) }

// Close ends all streams cleanly; browsers come back by themselves.
func (h *Hub) Close() { h.end() }

// Changed makes everybody who follows the workshop look again who has not seen
// that revision: at once, or when changeEvery has passed since they last did.
// It never blocks.
func (h *Hub) Changed(w models.WorkshopID, at models.Revision) {
	h.changed(w, at)
	h.bus.Send(Message{Kind: Changed, Workshop: w, Revision: at})
}

func (h *Hub) changed(w models.WorkshopID, at models.Revision) {
	if t := h.topic(w); t != nil {
		t.changed(at)
	}
}

// Progressed does the same, more slowly, for counts.
func (h *Hub) Progressed(w models.WorkshopID) {
	h.poke(w, progressEvery)
	h.bus.Send(Message{Kind: Progressed, Workshop: w})
}

func (h *Hub) poke(w models.WorkshopID, every time.Duration) {
	if t := h.topic(w); t != nil {
		t.poke(every)
	}
}

// topic is the workshop if somebody follows it here.
func (h *Hub) topic(w models.WorkshopID) *topic {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.topics[w]
}

func (h *Hub) allTopics() []*topic {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Collect(maps.Values(h.topics))
}

// Revoke ends all streams of a holder, before they get another frame
// (docs/reliability.md, INV-19).
func (h *Hub) Revoke(holder string) {
	h.revoke(holder)
	h.bus.Send(Message{Kind: Revoked, ID: holder})
}

// Left does the same for a seat that was given up; other instances let it in
// no more.
func (h *Hub) Left(w models.WorkshopID, seat models.SeatID, tokenHash string) {
	h.revoke(string(seat))
	h.bus.Send(Message{Kind: SeatLeft, Workshop: w, ID: string(seat), Token: tokenHash})
}

func (h *Hub) revoke(holder string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, t := range h.topics {
		t.revoke(holder)
	}
}

// Followers are those who follow now by way of this instance, once for each stream.
func (h *Hub) Followers() (all []Follower) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, t := range h.topics {
		all = append(all, t.followers()...)
	}
	return all
}

// Dismiss ends all streams of a workshop that is no more.
func (h *Hub) Dismiss(w models.WorkshopID) {
	h.dismiss(w)
	h.bus.Send(Message{Kind: Dismissed, Workshop: w})
}

func (h *Hub) dismiss(w models.WorkshopID) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if t := h.topics[w]; t != nil {
		t.dismiss()
	}
}

// Hide has other instances look up who may see a workshop that was taken out of
// sight.
func (h *Hub) Hide(w models.WorkshopID) { h.bus.Send(Message{Kind: Hidden, Workshop: w}) }

// Wound has other instances look when the next timer ends.
func (h *Hub) Wound() { h.bus.Send(Message{Kind: Wound}) }

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
