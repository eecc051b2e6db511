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
	closed  bool               // somebody is in it, or has failed just now
	waiting [ranks][]chan bool // each is told whether its turn has come: or it is refused
}

func newLane(gap time.Duration) *lane { return &lane{gap: gap} }

// pass runs try in its turn; slow says that it failed. `slow-down` where the
// turn does not come.
func (l *lane) pass(ctx context.Context, who rank, try func() (slow bool, err error)) error {
	if err := l.enter(ctx, who); err != nil {
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

func (l *lane) enter(ctx context.Context, who rank) error {
	turn := l.queue(who)
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
func (l *lane) queue(who rank) chan bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.closed {
		l.closed = true
		return nil
	}
	turn := make(chan bool, 1)
	l.waiting[who] = append(l.waiting[who], turn)
	l.makeRoom()
	return turn
}

// makeRoom refuses, where too many wait, who came last of the last rank.
func (l *lane) makeRoom() {
	if l.length() <= laneRoom {
		return
	}
	for who := ranks - 1; who >= 0; who-- {
		if last := len(l.waiting[who]) - 1; last >= 0 {
			l.waiting[who][last] <- false
			l.waiting[who] = l.waiting[who][:last]
			return
		}
	}
}

func (l *lane) length() (n int) {
	for _, queue := range l.waiting {
		n += len(queue)
	}
	return n
}

// forget takes somebody out of the queue; false where nobody waits there.
func (l *lane) forget(turn chan bool) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	before := l.length()
	for who, queue := range l.waiting {
		l.waiting[who] = slices.DeleteFunc(queue, func(other chan bool) bool { return other == turn })
	}
	return l.length() < before
}

// open gives the turn to whoever is next.
func (l *lane) open() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for who, queue := range l.waiting {
		if len(queue) > 0 {
			queue[0] <- true
			l.waiting[who] = queue[1:]
			return
		}
	}
	l.closed = false
}
