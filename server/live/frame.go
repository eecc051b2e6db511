package live

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"dilna/models"
)

// Frame is what followers are sent: the change from revision Since to Revision
// as they may see it, and the counts of the moment.
type Frame struct {
	models.View
	Progress models.Progress `json:"progress"`
}

// tick is a moment of a workshop as everybody sees it until the next one. What
// has changed is read when somebody needs it, once, and forgotten with it.
type tick struct {
	over chan struct{} // closed when the next tick begins

	mu       sync.Mutex
	pictures map[models.Revision]*picture
	reading  int             // pictures on their way
	oldest   models.Revision // of those that were read; 0: none was
}

// maxPictures bounds what a tick keeps. Nearly everybody is at one of a few
// revisions; a follower who asks for all of them must not fill the memory.
const maxPictures = 32

// picture is what changed since one revision, and the frames made of it.
type picture struct {
	ready chan struct{} // closed when the rest is there

	changes  models.Changes
	progress models.Progress
	err      error
	frames   [models.Facilitators + 1]struct {
		once sync.Once
		frame
	}
}

// frame is a Frame encoded, for all who need the same.
type frame struct {
	since, revision models.Revision
	progress        models.Progress
	event           []byte // as a server-sent event
	json            []byte // the same without what makes it one
	err             error
}

func newTick() *tick {
	return &tick{over: make(chan struct{}), pictures: map[models.Revision]*picture{}}
}

// frame is the frame of the tick for an audience at a revision. The first who
// asks for the revision reads what changed since, for all audiences; the others wait.
func (t *topic) frame(ctx context.Context, k *tick, audience models.Audience, since models.Revision) (*frame, error) {
	p, mine := k.claim(since)
	if mine {
		t.read(p, since)
		k.keep(since, p)
	}
	select {
	case <-p.ready:
		return p.frame(audience)
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// claim finds a picture, or gives the caller an empty one to read.
func (k *tick) claim(since models.Revision) (p *picture, mine bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if p := k.pictures[since]; p != nil {
		return p, false
	}
	if len(k.pictures) >= maxPictures {
		clear(k.pictures)
	}
	p = &picture{ready: make(chan struct{})}
	k.pictures[since] = p
	k.reading++
	return p, true
}

// keep lets those have a picture who wait for it. One that could not be read is
// forgotten, so that the next may try.
func (k *tick) keep(since models.Revision, p *picture) {
	k.mu.Lock()
	defer k.mu.Unlock()
	defer close(p.ready)
	k.reading--
	at := p.changes.Workshop.Revision
	switch {
	case p.err != nil && k.pictures[since] == p:
		delete(k.pictures, since)
	case p.err == nil && (k.oldest == 0 || at < k.oldest):
		k.oldest = at
	}
}

// shows says whether nobody has seen, in this tick, less than the revision:
// who looks only now sees at least that.
func (k *tick) shows(at models.Revision) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.reading == 0 && (k.oldest == 0 || k.oldest >= at)
}

// counts says whether nobody has seen, in this tick, other counts than these.
func (k *tick) counts(now models.Progress) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, p := range k.pictures {
		select {
		case <-p.ready:
			if !same(p.progress, now) {
				return false
			}
		default: // it is being read
		}
	}
	return true
}

// read reads a picture. It belongs to all who wait for it, so it goes on when
// the one who asked first hangs up.
func (t *topic) read(p *picture, since models.Revision) {
	ctx, cancel := context.WithTimeout(t.hub.done, readTime)
	defer cancel()
	if p.changes, p.err = t.hub.source.Changes(ctx, t.workshop, since); p.err == nil {
		p.progress, p.err = t.progress(ctx)
	}
	if p.err != nil && t.hub.done.Err() == nil {
		t.hub.log.ErrorContext(ctx, "a frame of the feed failed", "err", p.err)
	}
}

// progress is the counts of the moment, on all instances.
func (t *topic) progress(ctx context.Context) (models.Progress, error) {
	p, err := t.hub.source.Progress(ctx, t.workshop)
	p.Connected, p.Editing = t.connected()+t.hub.pretended(t.workshop), t.editors()
	return p, err
}

// frame is what an audience may see of the picture.
func (p *picture) frame(audience models.Audience) (*frame, error) {
	if p.err != nil {
		return nil, p.err
	}
	f := &p.frames[audience]
	f.once.Do(func() {
		f.err = f.encode(Frame{View: p.changes.For(audience), Progress: p.progress.For(audience)})
	})
	return &f.frame, f.err
}

func (f *frame) encode(full Frame) error {
	body, err := json.Marshal(full)
	if err != nil {
		return err
	}
	head := fmt.Sprintf("id: %d\ndata: ", full.Revision)
	f.since, f.revision, f.progress = full.Since, full.Revision, full.Progress
	f.event = slices.Concat([]byte(head), body, []byte("\n\n"))
	f.json = f.event[len(head) : len(head)+len(body)]
	return nil
}

// news says whether the frame tells more than a follower at a revision knows,
// who has been told the counts. Frames that tell nothing are not sent: they
// would tell that somebody did something (docs/reliability.md, TM-04).
func (f *frame) news(at models.Revision, told models.Progress) bool {
	return f.since != at || f.revision != at || !same(f.progress, told)
}

func same(a, b models.Progress) bool {
	return a.Seats == b.Seats && a.Connected == b.Connected && a.Done == b.Done && a.Hands == b.Hands && a.Waiting == b.Waiting &&
		slices.Equal(a.Ballots, b.Ballots) && slices.Equal(a.Awaited, b.Awaited) && slices.Equal(a.Parts, b.Parts) &&
		slices.Equal(a.Editing, b.Editing)
}
