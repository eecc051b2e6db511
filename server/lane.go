package server

import (
	"context"
	"sync"
	"time"
)

// How many may wait in a lane, and how long, before they are told to come back.
const (
	laneRoom = 500
	laneWait = 10 * time.Second
)

// rank is who goes first in a lane.
type rank int

// Whose address has not failed too often goes first, then whose connection has
// not failed yet: behind the address of a prankster, everybody but him.
const (
	freshAddress rank = iota
	freshConnection
	failedBefore
	ranks
)

// lane lets pass one at a time. Who fails closes it for a while, who succeeds
// does not: a hall of people with the right code pass as if it were not there,
// and guesses are as slow together as one guesser. Where too many wait, those of
// the last rank are refused.
type lane struct {
	gap time.Duration // after a failure

	mu      sync.Mutex
	closed  bool        // somebody is in it, or has failed just now
	waiting [ranks]line // each is told whether its turn has come: or it is refused
}

func newLane(gap time.Duration) *lane { return &lane{gap: gap} }

// pass runs try in its turn; slow says that it failed. `slow-down` where the
// turn does not come.
func (l *lane) pass(ctx context.Context, who rank, target string, try func() (slow bool, err error)) error {
	if err := l.enter(ctx, who, target); err != nil {
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

func (l *lane) enter(ctx context.Context, who rank, target string) error {
	turn := l.queue(who, target)
	if turn == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, laneWait)
	defer cancel()
	select {
	case mine := <-turn:
		if mine {
			return nil
		}
		return slowDown()
	case <-ctx.Done():
	}
	if !l.forget(turn) && <-turn {
		l.open() // the turn came in the same moment
	}
	return slowDown().Because(context.Cause(ctx))
}

// queue is where to wait for one's turn; nowhere if it has come.
func (l *lane) queue(who rank, target string) chan bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.closed {
		l.closed = true
		return nil
	}
	turn := make(chan bool, 1)
	l.waiting[who].add(target, turn)
	l.makeRoom()
	return turn
}

// makeRoom refuses, where too many wait, who came last of the last rank.
func (l *lane) makeRoom() {
	if l.length() <= laneRoom {
		return
	}
	for who := ranks - 1; who >= 0; who-- {
		if last := l.waiting[who].last(); last != nil {
			last <- false
			return
		}
	}
}

func (l *lane) length() (n int) {
	for who := range l.waiting {
		n += l.waiting[who].length()
	}
	return n
}

// forget takes somebody out of the lane; false where nobody waits there.
func (l *lane) forget(turn chan bool) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	for who := range l.waiting {
		if l.waiting[who].forget(turn) {
			return true
		}
	}
	return false
}

// open gives the turn to whoever is next.
func (l *lane) open() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for who := range l.waiting {
		if next := l.waiting[who].next(); next != nil {
			next <- true
			return
		}
	}
	l.closed = false
}
