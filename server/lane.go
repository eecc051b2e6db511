package server

import (
	"context"
	"slices"
	"sync"
	"time"
)

// How many may wait in a lane, and how long, before they are told to come back.
const (
	laneRoom = 500
	laneWait = 10 * time.Second
)

// lane lets pass one at a time. Who fails closes it for a while, who succeeds
// does not: a hall of people with the right code pass as if it were not there,
// and guesses are as slow together as one guesser. Those who have not failed
// too often themselves go first.
type lane struct {
	gap time.Duration // after a failure

	mu     sync.Mutex
	closed bool            // somebody is in it, or has failed just now
	fresh  []chan struct{} // who waits, each told by its channel
	spent  []chan struct{} // who waits after them
}

func newLane(gap time.Duration) *lane { return &lane{gap: gap} }

// pass runs try in its turn; slow says that it failed. `slow-down` where the
// turn does not come.
func (l *lane) pass(ctx context.Context, fresh bool, try func() (slow bool, err error)) error {
	if err := l.enter(ctx, fresh); err != nil {
		return err
	}
	slow, err := try()
	if slow {
		time.AfterFunc(l.gap, l.open)
	} else {
		l.open()
	}
	return err
}

func (l *lane) enter(ctx context.Context, fresh bool) error {
	turn, err := l.queue(fresh)
	if turn == nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, laneWait)
	defer cancel()
	select {
	case <-turn:
		return nil
	case <-ctx.Done():
	}
	if !l.forget(turn) {
		l.open() // the turn came in the same moment
	}
	return slowDown().Because(context.Cause(ctx))
}

// queue is where to wait for one's turn; nowhere if it has come.
func (l *lane) queue(fresh bool) (chan struct{}, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case !l.closed:
		l.closed = true
		return nil, nil
	case len(l.fresh)+len(l.spent) >= laneRoom:
		return nil, slowDown()
	}
	turn := make(chan struct{})
	if fresh {
		l.fresh = append(l.fresh, turn)
	} else {
		l.spent = append(l.spent, turn)
	}
	return turn, nil
}

// forget takes somebody out of the queue; false where nobody waits there.
func (l *lane) forget(turn chan struct{}) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	waiting := len(l.fresh) + len(l.spent)
	is := func(other chan struct{}) bool { return other == turn }
	l.fresh, l.spent = slices.DeleteFunc(l.fresh, is), slices.DeleteFunc(l.spent, is)
	return len(l.fresh)+len(l.spent) < waiting
}

// open gives the turn to whoever is next.
func (l *lane) open() {
	l.mu.Lock()
	defer l.mu.Unlock()
	queue := &l.fresh
	if len(l.fresh) == 0 {
		queue = &l.spent
	}
	if len(*queue) == 0 {
		l.closed = false
		return
	}
	close((*queue)[0])
	*queue = (*queue)[1:]
}
