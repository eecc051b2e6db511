package store

import (
	"database/sql"
	"log/slog"
	"sync"
	"time"
)

// Between two attempts to sweep the time doubles, from the least to the most.
const (
	leastSweepPause = 50 * time.Millisecond
	mostSweepPause  = 5 * time.Second
)

// sweeper sees to it that nothing is left behind of what was removed: neither
// in the log of the database nor between its rows. It works on its own time and
// its own connection, so that no command waits for whoever is reading, and tries
// again until it is done; also when the program starts, and once more when it
// stops.
type sweeper struct {
	db      *sql.DB
	sweep   func(*sql.DB) (clean bool, err error)
	log     *slog.Logger
	mu      sync.Mutex
	swept   *sync.Cond    // done has changed
	asked   int           // how often it was asked
	done    int           // the last asking that was done
	wake    chan struct{} // somebody asked
	stopped chan struct{} // closed: one more attempt, and it ends
	working sync.WaitGroup
}

func newSweeper(db *sql.DB, d dialect, log *slog.Logger) *sweeper {
	s := &sweeper{db: db, sweep: d.Sweep, log: log, wake: make(chan struct{}, 1), stopped: make(chan struct{})}
	s.swept = sync.NewCond(&s.mu)
	return s
}

func (s *sweeper) start() { s.working.Go(s.loop) }

// ask has it sweep soon.
func (s *sweeper) ask() {
	s.mu.Lock()
	s.asked++
	s.mu.Unlock()
	select {
	case s.wake <- struct{}{}:
	default: // it is awake, and will see
	}
}

// stop makes a last attempt and ends it.
func (s *sweeper) stop() {
	close(s.stopped)
	s.working.Wait()
}

func (s *sweeper) loop() {
	var pause time.Duration
	var again <-chan time.Time // nil: there is nothing to try again
	for stopping := false; !stopping; {
		select {
		case <-s.wake:
		case <-again:
		case <-s.stopped:
			stopping = true
		}
		pause, again = s.try(pause), nil
		if pause > 0 {
			again = time.After(pause)
		}
	}
}

// try sweeps, if anybody asked, and says how long to wait before the next
// attempt: 0 where there need be none.
func (s *sweeper) try(last time.Duration) time.Duration {
	s.mu.Lock()
	asked, done := s.asked, s.done
	s.mu.Unlock()
	if asked == done {
		return 0
	}
	clean, err := s.sweep(s.db)
	if err != nil {
		s.log.Warn("what was removed is not yet swept out; it is tried again", "err", err)
	}
	if err != nil || !clean {
		return min(max(2*last, leastSweepPause), mostSweepPause)
	}
	s.mu.Lock()
	s.done = asked
	s.swept.Broadcast()
	s.mu.Unlock()
	return 0
}

// sweepAfter has what this unit removes swept out once that is on disk.
func (s *Store) sweepAfter(t *tx) error {
	t.after = append(t.after, func() error { s.sweeper.ask(); return nil })
	return t.dialect.LeaveTraces(t.db)
}

// eraseAfter has what this unit erases swept out. Copies made before an upgrade
// hold it still: they go. From those of each day it is erased.
func (s *Store) eraseAfter(t *tx) error {
	if s.folder != nil {
		t.after = append(t.after, func() error { s.copying.forget(); return dropCopies(s.folder.dir) })
	}
	return s.sweepAfter(t)
}
