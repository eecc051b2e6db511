package live

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"time"

	"dilna/models"
)

// Serve answers a request for the feed: with a stream of frames, or with one
// frame where it says wait. An error is returned only while nothing has been
// sent yet.
func (h *Hub) Serve(w http.ResponseWriter, r *http.Request, f Follower) error {
	wait, once, err := waitOf(r)
	if err != nil {
		return err
	}
	if err := h.Health(); err != nil && !once {
		return err
	}
	t, s := h.join(f)
	defer h.leave(t, s)
	if h.shared { // others may have told of a change that is still on its way
		t.lookAtRevision(r.Context())
	}
	since := sinceOf(r)
	if once {
		return t.answer(w, r, s, since, wait)
	}
	return t.follow(w, r, s, since)
}

// Health says whether streams may begin here. Code `draining`.
func (h *Hub) Health() error {
	select {
	case <-h.draining:
		return models.Fail(models.KindUnavailable, models.CodeDraining)
	default:
		return nil
	}
}

// sinceOf is the revision the follower has: what the browser says when it
// comes back by itself, else what the address says. What is no revision, or
// says nothing, asks for the whole picture.
func sinceOf(r *http.Request) models.Revision {
	text := r.Header.Get("Last-Event-ID")
	if text == "" {
		text = r.URL.Query().Get("since")
	}
	since, err := strconv.ParseInt(text, 10, 64)
	if err != nil || since < 0 {
		return 0
	}
	return models.Revision(since)
}

// waitOf is how long the follower waits for news, who wants one frame at once.
func waitOf(r *http.Request) (wait time.Duration, once bool, err error) {
	text := r.URL.Query().Get("wait")
	if text == "" {
		return 0, false, nil
	}
	if wait, err = time.ParseDuration(text); err != nil || wait < 0 {
		return 0, false, models.Fail(models.KindInvalid, models.CodeInvalid).At("query:wait", models.ReasonFormat)
	}
	return min(wait, longestWait), true, nil
}

// answer sends one frame: as soon as there is news, or after wait without.
func (t *topic) answer(w http.ResponseWriter, r *http.Request, s *stream, since models.Revision, wait time.Duration) error {
	ctx := r.Context()
	k := t.settled(ctx)
	f, err := t.frame(ctx, k, s.Audience, since)
	if err != nil {
		return err
	}
	told, enough := f.progress, time.NewTimer(wait)
	defer enough.Stop()
	for waiting := since > 0; waiting && !f.news(since, told); {
		select {
		case <-k.over:
			k = t.current()
			if f, err = t.frame(ctx, k, s.Audience, since); err != nil {
				return err
			}
		case <-enough.C:
			waiting = false
		case <-s.ended:
			waiting = false
		case <-t.hub.draining:
			waiting = false
		case <-t.hub.done.Done():
			waiting = false
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	out := newWriter(w)
	defer out.finish()
	w.Header().Set("Content-Type", "application/json")
	_ = out.send(f.json) // who hung up asks again
	return nil
}

// follow streams frames until somebody ends it: the follower, one stream too
// many, a revocation, its age, or the end of the server.
func (t *topic) follow(w http.ResponseWriter, r *http.Request, s *stream, since models.Revision) error {
	ctx, cancel := context.WithTimeout(r.Context(), aged())
	defer cancel()
	k := t.current()
	f, err := t.frame(ctx, k, s.Audience, since)
	if err != nil {
		return err
	}
	out := newWriter(w)
	defer out.finish()
	if err := out.open(f); err != nil {
		return nil // hung up already
	}
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	at, told := f.revision, f.progress
	var again <-chan time.Time // when to look once more, while the store is away
	for {
		select {
		case <-k.over:
			k = t.current()
		case <-again:
		case <-beat.C:
			if out.send([]byte(":\n\n")) != nil {
				return nil // a phone that stopped reading, or hung up
			}
			continue
		case <-s.ended:
			return nil
		case <-t.hub.draining:
			_ = out.send(elsewhere()) // who hung up comes back anyway
			return nil
		case <-t.hub.done.Done():
			return nil
		case <-ctx.Done():
			return nil
		}
		f, again, err = t.next(ctx, k, s, at)
		if err != nil || s.over() {
			return nil // the follower comes back for it
		}
		if f == nil || !f.news(at, told) {
			continue
		}
		at, told = f.revision, f.progress
		if out.send(f.event) != nil {
			return nil
		}
	}
}

// next is the next frame of a stream. While the store is away there is none, and
// it is looked again: who follows need not come back for that.
func (t *topic) next(ctx context.Context, k *tick, s *stream, at models.Revision) (f *frame, again <-chan time.Time, err error) {
	f, err = t.frame(ctx, k, s.Audience, at)
	if e, ok := errors.AsType[*models.Error](err); ok && e.Kind == models.KindUnavailable {
		return nil, time.After(lookEvery), nil
	}
	return f, nil, err
}

// movingTime is within what time those come back who are sent elsewhere: not
// all of them in one moment.
const movingTime = 2 * time.Second

// elsewhere ends a stream with the hint to come back at once. Clients wait up to
// half as long again (docs/reliability.md, FM-17).
func elsewhere() []byte {
	return fmt.Appendf(nil, "retry: %d\n\n", rand.N(movingTime).Milliseconds())
}

// over says whether the stream has been ended meanwhile.
func (s *stream) over() bool {
	select {
	case <-s.ended:
		return true
	default:
		return false
	}
}

// aged is how long a stream lives: not all of a room come back in one moment.
func aged() time.Duration {
	return time.Duration(float64(lifetime) * (0.8 + 0.4*rand.Float64()))
}

// writer sends to one follower. Each piece has its time to leave: a phone that
// stops reading holds up nothing but itself (docs/reliability.md, TM-17).
type writer struct {
	http.ResponseWriter
	control *http.ResponseController
}

// Clock is the header that tells a follower the server's time, in Unix
// milliseconds, as the answer begins: screens count timers down by it. A frame
// could not tell it, because all get the same and some get it later.
const Clock = "Dilna-Time"

// newWriter lifts the limits the server has set for ordinary requests.
func newWriter(w http.ResponseWriter) writer {
	w.Header().Set(Clock, strconv.FormatInt(time.Now().UnixMilli(), 10))
	out := writer{ResponseWriter: w, control: http.NewResponseController(w)}
	out.limit(time.Time{})
	return out
}

// limit sets the deadlines. Only a test's recorder has none.
func (w writer) limit(write time.Time) {
	if err := w.control.SetReadDeadline(time.Time{}); errors.Is(err, http.ErrNotSupported) {
		return
	}
	_ = w.control.SetWriteDeadline(write)
}

// finish leaves time for the last bytes, which the server sends after us.
func (w writer) finish() { w.limit(time.Now().Add(writeTime)) }

// open begins a stream: 2 KiB of nothing, which some proxies want to see
// before they let anything pass, when to come back, and the first frame.
func (w writer) open(f *frame) error {
	h := w.Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Accel-Buffering", "no")
	padding := ":" + strings.Repeat(" ", 2048) + "\n"
	retry := fmt.Sprintf("retry: %d\n\n", 500+rand.IntN(2501))
	return w.send(append([]byte(padding+retry), f.event...))
}

// send sends all of it, or fails within writeTime. HTTP/2 would end a stream
// whose deadline passes while nothing is sent, so it is lifted in between.
func (w writer) send(piece []byte) error {
	w.limit(time.Now().Add(writeTime))
	if _, err := w.Write(piece); err != nil { //nolint:gosec // JSON in an event stream, never read as a page
		return err
	}
	if err := w.control.Flush(); err != nil {
		return err
	}
	w.limit(time.Time{})
	return nil
}
