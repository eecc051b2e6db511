// Package crowd is the people who are not there: in a rehearsal they take
// seats, sit down where the room is divided, write, agree, vote and look for causes
// wherever the facilitator goes. They come in by the same use cases as everybody else and
// may do no more.
package crowd

import (
	"context"
	"log/slog"
	"maps"
	"slices"
	"sync"
	"time"

	"dilna/models"
)

// Store is what people do to a workshop, real or pretended.
type Store interface {
	Changes(ctx context.Context, w models.WorkshopID, since models.Revision) (models.Changes, error)
	JoinPretending(ctx context.Context, w models.WorkshopID, tokenHash string) (models.Seat, error)
	AddEntry(ctx context.Context, by models.Actor, key models.Key, method models.Method, step models.StepID, in models.NewEntry) (models.Entry, error)
	ChoosePart(ctx context.Context, by models.Actor, id models.DivisionID, in models.ChosenPart) (models.MyParts, error)
	Agree(ctx context.Context, by models.Actor, idea models.EntryID, in models.SetAgreement) (models.Agreement, error)
	CastBallot(ctx context.Context, by models.Actor, round models.RoundID, in models.CastBallot) (models.Ballot, error)
}

// Pace of a crowd.
const (
	// Usual is the time between two beats, in each of which a few people do
	// something: slow enough to watch, fast enough not to wait.
	Usual = 700 * time.Millisecond
	// MostPeople is how many come at most: more than fit into a meeting.
	MostPeople = 40
	// lifetime is how long a crowd stays, should nobody send it away.
	lifetime = 3 * time.Hour
)

// Crowds are all rehearsals that have people just now.
type Crowds struct {
	store Store
	log   *slog.Logger
	pace  time.Duration
	done  context.Context
	end   context.CancelFunc
	gone  sync.WaitGroup
	tell  func(models.WorkshopID) // a crowd stands differently

	mu     sync.Mutex
	crowds map[models.WorkshopID]*crowd
}

// New is no people yet. Close sends all of them away.
func New(store Store, log *slog.Logger, pace time.Duration) *Crowds {
	done, end := context.WithCancel(context.Background())
	return &Crowds{store: store, log: log, pace: pace, done: done, end: end, tell: func(models.WorkshopID) {}, crowds: map[models.WorkshopID]*crowd{}}
}

// Tell says who is told when a crowd stands differently, before there is one.
func (c *Crowds) Tell(tell func(models.WorkshopID)) { c.tell = tell }

// Set says how many people play in a workshop from now on; 0 sends all away.
// Who has a seat keeps it: when there are people again, the same ones come.
func (c *Crowds) Set(w models.WorkshopID, people int) {
	c.set(w, people)
	c.tell(w)
}

func (c *Crowds) set(w models.WorkshopID, people int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.done.Err() != nil {
		return
	}
	next := &crowd{store: c.store, tell: c.tell, workshop: w, people: people, company: newCompany(w), left: make(chan struct{})}
	before := c.crowds[w]
	if before != nil {
		before.leave()
		next.company = before.company
	}
	c.crowds[w] = next
	ctx, leave := context.WithTimeout(c.done, lifetime)
	next.leave = leave
	c.gone.Go(func() {
		defer close(next.left)
		if before != nil {
			<-before.left // they have put their pens down
		}
		if people > 0 {
			c.play(ctx, next)
		}
	})
}

// Leave sends all away for good: somebody else plays them.
func (c *Crowds) Leave(w models.WorkshopID) {
	c.mu.Lock()
	playing := c.crowds[w]
	c.mu.Unlock()
	if playing != nil {
		c.forget(playing)
	}
}

// Stands is how many play in a workshop now, and how many of them are in the
// room: they count as people who follow on their phones. False where nobody
// has played.
func (c *Crowds) Stands(w models.WorkshopID) (people, came int, found bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	playing := c.crowds[w]
	if playing == nil {
		return 0, 0, false
	}
	return playing.people, min(playing.people, int(playing.came.Load())), true
}

// Playing are the workshops that have, or had, people.
func (c *Crowds) Playing() []models.WorkshopID {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Collect(maps.Keys(c.crowds))
}

// Close sends everybody away and waits until they are gone.
func (c *Crowds) Close() {
	c.end()
	c.gone.Wait()
}

// play lets a crowd play until it is sent away, has stayed its lifetime, the
// workshop ends, or something fails.
func (c *Crowds) play(ctx context.Context, crowd *crowd) {
	defer c.forget(crowd)
	beat := time.NewTicker(c.pace)
	defer beat.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-beat.C:
		}
		over, err := crowd.beat(ctx)
		if ctx.Err() != nil {
			return
		}
		if err != nil {
			c.log.WarnContext(ctx, "the people of a rehearsal stopped", "err", err)
		}
		if over || err != nil {
			return
		}
	}
}

func (c *Crowds) forget(crowd *crowd) {
	crowd.leave()
	c.mu.Lock()
	last := c.crowds[crowd.workshop] == crowd
	if last {
		delete(c.crowds, crowd.workshop)
	}
	c.mu.Unlock()
	if last {
		c.tell(crowd.workshop)
	}
}
