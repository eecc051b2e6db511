package server

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"runtime/debug"
	"sync"
	"time"

	"github.com/gin-gonic/gin"

	"dilna/models"
)

// printStore is what keeping the bytes of approved versions needs of the store.
type printStore interface {
	Print(ctx context.Context, p models.Print) ([]byte, error)
	KeepPrint(ctx context.Context, p models.Print, state models.MinutesState, bytes []byte) error
}

// maxPrinted bounds the bytes of versions that are held in memory.
const maxPrinted = 64 << 20

// prints are the versions that were asked for lately: however many people
// download one at a time, it is made once and held once.
type prints struct {
	mu   sync.Mutex
	made map[models.Print]*printed
	held int // bytes
}

// printed is a version in one format, once it is ready.
type printed struct {
	ready chan struct{} // closed: the other members may be read
	bytes []byte
	tag   string // of exactly these bytes
	err   error
}

// printed is the approved version in that format: as it was first made, or made
// now in one of the places. Who hangs up does not stop it for the others.
func (s *Server) printed(ctx context.Context, renderer Renderer, e models.Edition, places chan struct{}) (*printed, error) {
	p := e.Print(renderer.Ending)
	s.prints.mu.Lock()
	one := s.prints.made[p]
	if one == nil {
		one = &printed{ready: make(chan struct{})}
		s.prints.made[p] = one
		go s.print(context.WithoutCancel(ctx), p, one, renderer, e, places)
	}
	s.prints.mu.Unlock()
	select {
	case <-one.ready:
		return one, one.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (s *Server) print(ctx context.Context, p models.Print, one *printed, renderer Renderer, e models.Edition, places chan struct{}) {
	ctx, cancel := context.WithTimeout(ctx, minutesTime)
	defer cancel()
	defer func() {
		if thrown := recover(); thrown != nil { // no request of its own would catch it
			one.err = fmt.Errorf("panic while minutes were made: %v\n%s", thrown, debug.Stack())
		}
		s.prints.hold(p, one)
		close(one.ready)
	}()
	one.bytes, one.err = s.store.Print(ctx, p)
	if models.CodeOf(one.err) == models.CodeNotFound {
		if one.bytes, one.err = s.render(ctx, renderer, e, places); one.err == nil {
			one.bytes = s.keep(ctx, p, e.State, one.bytes)
		}
	}
	sum := sha256.Sum256(one.bytes)
	one.tag = `"` + hex.EncodeToString(sum[:16]) + `"`
}

// keep writes down what was made, and is what stands then: another instance may
// have been first. Where that fails it is made again another time; the reader
// has hers.
func (s *Server) keep(ctx context.Context, p models.Print, state models.MinutesState, made []byte) []byte {
	if err := s.store.KeepPrint(ctx, p, state, made); err != nil {
		s.log.WarnContext(ctx, "a version of minutes could not be kept", "format", p.Ending, "err", err)
		return made
	}
	if first, err := s.store.Print(ctx, p); err == nil {
		return first
	}
	return made // the version has another state by now, and nothing is kept of this one
}

// hold counts what was made; where that is too much, all else is forgotten.
func (s *prints) hold(p models.Print, one *printed) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if one.err != nil {
		delete(s.made, p)
		return
	}
	if s.held += len(one.bytes); s.held <= maxPrinted {
		return
	}
	s.held = len(one.bytes)
	for other, held := range s.made {
		if held.isReady() {
			delete(s.made, other)
		}
	}
	s.made[p] = one
}

func (p *printed) isReady() bool {
	select {
	case <-p.ready:
		return true
	default:
		return false
	}
}

// sendPrint sends an approved version as a download: whole, in part, or not at
// all to whoever has it already.
func (s *Server) sendPrint(c *gin.Context, renderer Renderer, edition models.Edition, places chan struct{}) error {
	writeWithin(c, minutesTime)
	one, err := s.printed(c.Request.Context(), renderer, edition, places)
	if err != nil {
		return err
	}
	c.Header("Content-Disposition", downloadOf(edition, renderer))
	c.Header("Content-Type", renderer.ContentType)
	c.Header("ETag", one.tag)
	http.ServeContent(c.Writer, c.Request, "", time.Time{}, bytes.NewReader(one.bytes))
	return nil
}

// downloadsAtOnce is how many downloads of published minutes one address may
// have under way: a whole office behind one address, and nobody's flood.
const downloadsAtOnce = 100

// crowding counts what is under way for each address.
type crowding struct {
	mu    sync.Mutex
	under map[string]int
}

// enter takes a place for the address, with `slow-down` where it has all it may
// have; leave gives it back.
func (w *crowding) enter(address string) (leave func(), err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.under[address] >= downloadsAtOnce {
		return nil, models.Fail(models.KindTooMany, models.CodeSlowDown)
	}
	w.under[address]++
	return func() { w.leave(address) }, nil
}

func (w *crowding) leave(address string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.under[address]--; w.under[address] == 0 {
		delete(w.under, address)
	}
}
