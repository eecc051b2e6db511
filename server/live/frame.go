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

// tick is a moment of a workshop as everybody sees it until the next one. Its
// frames are made when somebody needs them, once, and forgotten with it.
type tick struct {
	over chan struct{} // closed when the next tick begins

	mu     sync.Mutex
	frames map[span]*frame
}

// span names a frame within a tick.
type span struct {
	audience models.Audience
	since    models.Revision
}

// maxFrames bounds what a tick keeps. Nearly everybody is at one of a few
// revisions; a follower who asks for all of them must not fill the memory.
const maxFrames = 64

// frame is a Frame encoded, for all who need the same.
type frame struct {
	ready chan struct{} // closed when the rest is there

	since, revision models.Revision
	progress        models.Progress
	event           []byte // as a server-sent event
	json            []byte // the same without what makes it one
	err             error
}

func newTick() *tick {
	return &tick{over: make(chan struct{}), frames: map[span]*frame{}}
}

// frame is the frame of the tick for an audience at a revision. The first who
// asks makes it, the others wait.
func (t *topic) frame(ctx context.Context, k *tick, audience models.Audience, since models.Revision) (*frame, error) {
	f, mine := k.claim(span{audience, since})
	if mine {
		t.make(f, audience, since)
		if f.err != nil {
			k.drop(span{audience, since}, f)
		}
	}
	select {
	case <-f.ready:
		return f, f.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// claim finds a frame, or gives the caller an empty one to make.
func (k *tick) claim(s span) (f *frame, mine bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if f := k.frames[s]; f != nil {
		return f, false
	}
	if len(k.frames) >= maxFrames {
		clear(k.frames)
	}
	f = &frame{ready: make(chan struct{})}
	k.frames[s] = f
	return f, true
}

// drop forgets a frame that could not be made, so that the next may try.
func (k *tick) drop(s span, f *frame) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.frames[s] == f {
		delete(k.frames, s)
	}
}

// make reads and encodes a frame. It belongs to all who wait for it, so it
// goes on when the one who asked first hangs up.
func (t *topic) make(f *frame, audience models.Audience, since models.Revision) {
	defer close(f.ready)
	ctx, cancel := context.WithTimeout(t.hub.done, readTime)
	defer cancel()
	if f.err = t.read(ctx, f, audience, since); f.err != nil && t.hub.done.Err() == nil {
		t.hub.log.ErrorContext(ctx, "a frame of the feed failed", "err", f.err)
	}
}

func (t *topic) read(ctx context.Context, f *frame, audience models.Audience, since models.Revision) error {
	changes, err := t.hub.source.Changes(ctx, t.workshop, since)
	if err != nil {
		return err
	}
	progress, err := t.hub.source.Progress(ctx, t.workshop)
	if err != nil {
		return err
	}
	progress.Connected, progress.Editing = t.connected()+t.hub.pretended(t.workshop), t.editors()
	return f.encode(Frame{View: changes.For(audience), Progress: progress.For(audience)})
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
	p := f.progress
	return f.since != at || f.revision != at ||
		p.Seats != told.Seats || p.Connected != told.Connected || p.Done != told.Done || p.Hands != told.Hands ||
		!slices.Equal(p.Ballots, told.Ballots) || !slices.Equal(p.Editing, told.Editing)
}
