package server

import (
	"hash/maphash"
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"

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

func newAllowances(now clock, a allowance) *allowances {
	return &allowances{allowance: a, now: now, seed: maphash.MakeSeed(), left: map[uint64]*left{}}
}

func (a *allowances) of(name string) *left {
	key := maphash.String(a.seed, name)
	limiter := a.left[key]
	if limiter == nil {
		if len(a.left) >= maxTold {
			clear(a.left)
		}
		limiter = a.full(a.now)
		a.left[key] = limiter
	}
	return limiter
}

// clock tells the time.
type clock func() time.Time

// left is what is left of an allowance.
type left struct {
	*rate.Limiter
	now clock
}

func (a allowance) full(now clock) *left {
	return &left{rate.NewLimiter(rate.Every(a.every), a.burst), now}
}

// spend takes one failure off.
func (l *left) spend() { l.AllowN(l.now(), 1) }

// guesses guards the lookup of join codes: 20 failures a minute of one client,
// 300 of all together. Successes are free and cost nobody anything: a thousand
// phones behind one address get in (docs/reliability.md, TM-02).
type guesses struct {
	mu      sync.Mutex // held during a lookup, so that no more of them fail than may
	clients *allowances
	all     *left
}

func newGuesses(now clock) *guesses {
	return &guesses{
		clients: newAllowances(now, allowance{every: 3 * time.Second, burst: 20}),
		all:     allowance{every: 200 * time.Millisecond, burst: 300}.full(now),
	}
}

// try runs lookup if the client has failures left, with `slow-down` if not. A
// lookup that finds nothing costs one.
func (g *guesses) try(client netip.Addr, lookup func() error) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	mine := g.clients.of(network(client))
	if err := mustHaveLeft(mine, g.all); err != nil {
		return err
	}
	err := lookup()
	if models.CodeOf(err) == models.CodeCodeUnknown {
		mine.spend()
		g.all.spend()
	}
	return err
}

// mustHaveLeft refuses, with `slow-down`, who has failed too often.
func mustHaveLeft(allowances ...*left) error {
	for _, one := range allowances {
		if one.TokensAt(one.now()) < 1 {
			return models.Fail(models.KindTooMany, models.CodeSlowDown)
		}
	}
	return nil
}

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
