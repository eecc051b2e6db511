package server

import (
	"context"
	"hash/maphash"
	"net/netip"
	"sync"
	"time"

	"dilna/models"
)

// maxTold bounds how many addresses or logins a guard remembers. Whoever is
// forgotten starts with a full allowance, so it must not be small.
const maxTold = 100_000

// allowance is how many failures one sort of caller has.
type allowance struct {
	every time.Duration // one more failure each
	burst int           // at once
}

// allowances keeps an allowance for each of many callers. It keeps them under
// a hash whose key lives and dies with the process: no address, no login.
type allowances struct {
	allowance
	now  clock
	seed maphash.Seed
	left map[uint64]*left
}

// clock tells the time.
type clock func() time.Time

// left is what is left of an allowance, as it stood at a time.
type left struct {
	failures float64
	at       time.Time
}

func newAllowances(now clock, a allowance) *allowances {
	return &allowances{allowance: a, now: now, seed: maphash.MakeSeed(), left: map[uint64]*left{}}
}

// of is what is left of the allowance of one.
func (a *allowances) of(name string) *left {
	key, now := maphash.String(a.seed, name), a.now()
	one := a.left[key]
	if one == nil {
		if len(a.left) >= maxTold {
			clear(a.left)
		}
		one = &left{failures: float64(a.burst), at: now}
		a.left[key] = one
	}
	one.failures = min(float64(a.burst), one.failures+float64(now.Sub(one.at))/float64(a.every))
	one.at = now
	return one
}

// guard keeps secrets that people can type, and so others can guess, from being
// guessed: failures cost, successes never do (docs/adr/0019). A secret of 128
// bits, as in links and QR codes, needs no guard.
type guard struct {
	failure models.ErrorCode // what a wrong guess is told; all else costs nothing

	mu      sync.Mutex
	clients *allowances // by network address
	targets *allowances // by what is guessed at
	lane    *lane       // for those whose allowance is spent
}

// newCodeGuard guards join codes, all of them as one target: with what its lane
// lets pass 300 failures a minute (docs/reliability.md, TM-02).
func newCodeGuard(now clock) *guard {
	return &guard{
		failure: models.CodeCodeUnknown,
		clients: newAllowances(now, allowance{every: 3 * time.Second, burst: 20}),
		targets: newAllowances(now, allowance{every: 400 * time.Millisecond, burst: 300}),
		lane:    newLane(400 * time.Millisecond),
	}
}

// newPasswordGuard guards the password of each login (docs/reliability.md, TM-18).
func newPasswordGuard(now clock) *guard {
	return &guard{
		failure: models.CodeSignInFailed,
		clients: newAllowances(now, allowance{every: 6 * time.Second, burst: 20}),
		targets: newAllowances(now, allowance{every: 20 * time.Second, burst: 10}),
		lane:    newLane(700 * time.Millisecond),
	}
}

// try runs lookup. A failure takes one off the allowances of the client and of
// the target. Once one of them is spent, lookups take their turn in the lane,
// and what fails there is told `slow-down` and not whether it was wrong.
func (g *guard) try(ctx context.Context, client netip.Addr, target string, lookup func() error) error {
	name := network(client)
	taken := g.take(name, target)
	var err error
	if taken.target {
		err = lookup()
	} else {
		err = g.lane.pass(ctx, rankOf(ctx, taken.fresh), target, func() (slow bool, err error) {
			err = lookup()
			return g.failed(err), err
		})
	}
	switch {
	case !g.failed(err):
		g.giveBack(name, target, taken)
		return err
	}
	if failed := failedOn(ctx); failed != nil {
		failed.Store(true)
	}
	if taken.target {
		return err
	}
	return slowDown()
}

// taken says which allowances a failure was taken off; with that of the target
// the lookup is free. fresh says that the client had half of its own left: one who
// never stops is not fresh again with each failure that is granted anew.
type taken struct{ client, target, fresh bool }

// rankOf is who goes first; fresh says that the address has not failed too often.
func rankOf(ctx context.Context, fresh bool) rank {
	failed := failedOn(ctx)
	switch {
	case fresh:
		return freshAddress
	case failed != nil && !failed.Load():
		return freshConnection
	}
	return failedBefore
}

func (g *guard) failed(err error) bool { return models.CodeOf(err) == g.failure }

// take takes a failure off both allowances before it is known whether there is
// one, so that many at once do not get more. Where the target's is spent it costs
// the client alone, who does not stay fresh for ever.
func (g *guard) take(client, target string) (t taken) {
	g.mu.Lock()
	defer g.mu.Unlock()
	mine, its := g.clients.of(client), g.targets.of(target)
	t.fresh = mine.failures >= float64(g.clients.burst)/2
	t.client = mine.failures >= 1
	t.target = t.client && its.failures >= 1
	if t.client {
		mine.failures--
	}
	if t.target {
		its.failures--
	}
	return t
}

// giveBack returns what take has taken.
func (g *guard) giveBack(client, target string, t taken) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if t.client {
		g.clients.of(client).failures++
	}
	if t.target {
		g.targets.of(target).failures++
	}
}

// slowDown refuses who has failed too often.
func slowDown() *models.Error { return models.Fail(models.KindTooMany, models.CodeSlowDown) }

// network is what one client can be expected to have: an IPv4 address, or 64
// bits of an IPv6 one.
func network(client netip.Addr) string {
	if client.Is6() {
		prefix, err := client.Prefix(64)
		if err == nil {
			return prefix.String()
		}
	}
	return client.String()
}
