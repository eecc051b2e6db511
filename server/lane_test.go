package server

import (
	"context"
	"errors"
	"net/netip"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"dilna/models"
)

var (
	prankster = netip.MustParseAddr("198.51.100.7")
	elsewhere = netip.MustParseAddr("203.0.113.5")
	wrongCode = func() error { return models.Fail(models.KindNotFound, models.CodeCodeUnknown) }
	rightCode = func() error { return nil }
)

// TestGuessesStayWithinTheirBudgetTM02 lets sixty guessers at six addresses try
// for ten minutes, as fast as they are let.
func TestGuessesStayWithinTheirBudgetTM02(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := newCodeGuard(time.Now)
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Minute)
		defer cancel()
		looked := 0
		var guessers sync.WaitGroup
		for i := range 60 {
			guessers.Go(func() {
				for ctx.Err() == nil {
					_ = g.try(ctx, netip.AddrFrom4([4]byte{10, 0, 0, byte(i % 6)}), "", func() error {
						g.mu.Lock()
						defer g.mu.Unlock()
						looked++
						return wrongCode()
					})
					<-time.After(50 * time.Millisecond)
				}
			})
		}
		guessers.Wait()
		if most := 300 + 10*300 + 5; looked > most {
			t.Errorf("%d guesses were looked up in ten minutes, at most %d may be", looked, most)
		}
	})
}

func TestTheRightCodePassesBetweenGuessesTM02(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := newCodeGuard(time.Now)
		ctx, cancel := context.WithCancel(t.Context())
		var prank, phones sync.WaitGroup
		prank.Go(func() {
			for ctx.Err() == nil {
				_ = g.try(ctx, prankster, "", wrongCode)
				<-time.After(10 * time.Millisecond)
			}
		})
		<-time.After(time.Minute)
		for _, from := range []netip.Addr{prankster, elsewhere} {
			for range 100 {
				phones.Go(func() {
					began := time.Now()
					if err := g.try(ctx, from, "", rightCode); err != nil || time.Since(began) > time.Second {
						t.Errorf("%v after %v", err, time.Since(began))
					}
				})
			}
		}
		phones.Wait()
		cancel()
		prank.Wait()
	})
}

// pranks are the ways to try without end from one address: how many at once,
// whether each over a connection of its own or over a new one each time, and how
// long 99 of 100 others may have to wait then.
var pranks = []struct {
	name   string
	atOnce int
	anew   bool
	most   time.Duration
}{
	{"one at a time", 1, false, time.Second}, {"six at once, as a browser", 6, false, time.Second},
	{"fifty at once", 50, false, time.Second}, {"six at once, each over a new connection", 6, true, 3 * time.Second},
}

// prank spends the allowance of the address and goes on until ctx ends.
func prank(ctx context.Context, g *guard, all *sync.WaitGroup, atOnce int, anew bool) {
	for range 20 {
		_ = g.try(withConn(ctx), prankster, "", wrongCode)
	}
	for range atOnce {
		all.Go(func() {
			over := withConn(ctx)
			for ctx.Err() == nil {
				if anew {
					over = withConn(ctx)
				}
				_ = g.try(over, prankster, "", wrongCode)
				<-time.After(10 * time.Millisecond)
			}
		})
	}
}

// hundredPhones come within five seconds from behind the prankster's address with
// the right code; how long each waited, the shortest first, and how many were told
// to slow down.
func hundredPhones(ctx context.Context, g *guard) ([]time.Duration, int) {
	var phones sync.WaitGroup
	var refused atomic.Int32
	waits := make([]time.Duration, 100)
	for i := range waits {
		phones.Go(func() {
			<-time.After(time.Duration(i) * 50 * time.Millisecond)
			began := time.Now()
			if g.try(withConn(ctx), prankster, "", rightCode) != nil {
				refused.Add(1)
			}
			waits[i] = time.Since(began)
		})
	}
	phones.Wait()
	slices.Sort(waits)
	return waits, int(refused.Load())
}

// TestHundredPhonesGetInBehindAPranksterTM02: nobody with the right code is told
// to slow down, and p99 is below a second unless each guess has its own connection.
func TestHundredPhonesGetInBehindAPranksterTM02(t *testing.T) {
	for _, p := range pranks {
		t.Run(p.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				g := newCodeGuard(time.Now)
				ctx, cancel := context.WithCancel(t.Context())
				var all sync.WaitGroup
				prank(ctx, g, &all, p.atOnce, p.anew)
				<-time.After(time.Minute)
				waits, refused := hundredPhones(ctx, g)
				t.Logf("p50 %v, p99 %v", waits[49], waits[98])
				if waits[98] > p.most || refused > 0 {
					t.Errorf("p99 is %v, %d were refused", waits[98], refused)
				}
				cancel()
				all.Wait()
			})
		})
	}
}

// BenchmarkHundredPhonesBehindAPrankster measures the same by the real clock, and
// from the prankster's first moment: none of his connections has failed yet.
func BenchmarkHundredPhonesBehindAPrankster(b *testing.B) {
	for _, p := range pranks {
		b.Run(p.name, func(b *testing.B) {
			for b.Loop() {
				g := newCodeGuard(time.Now)
				ctx, cancel := context.WithCancel(b.Context())
				var all sync.WaitGroup
				prank(ctx, g, &all, p.atOnce, p.anew)
				waits, refused := hundredPhones(ctx, g)
				b.ReportMetric(float64(refused), "refused")
				b.ReportMetric(float64(waits[49].Microseconds())/1000, "p50-ms")
				b.ReportMetric(float64(waits[98].Microseconds())/1000, "p99-ms")
				cancel()
				all.Wait()
			}
		})
	}
}

func TestWhoeverHasNotFailedGoesFirst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLane(time.Second)
		slow := func() (bool, error) { return true, slowDown() }
		_ = l.pass(t.Context(), failedBefore, slow)
		var order []string
		var all sync.WaitGroup
		enter := func(name string, who rank) {
			all.Go(func() {
				_ = l.pass(t.Context(), who, func() (bool, error) { order = append(order, name); return false, nil })
			})
			synctest.Wait()
		}
		enter("failed before", failedBefore)
		enter("on a new connection", freshConnection)
		enter("new", freshAddress)
		all.Wait()
		if !slices.Equal(order, []string{"new", "on a new connection", "failed before"}) {
			t.Errorf("they passed in the order %v", order)
		}
	})
}

func TestWhoGivesUpWaitingHoldsNobodyUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLane(time.Minute)
		_ = l.pass(t.Context(), failedBefore, func() (bool, error) { return true, slowDown() })
		began := time.Now()
		err := l.pass(t.Context(), failedBefore, func() (bool, error) { return false, nil })
		if models.CodeOf(err) != models.CodeSlowDown || time.Since(began) != laneWait {
			t.Errorf("told %v after %v", err, time.Since(began))
		}
		<-time.After(time.Minute)
		if err := l.pass(t.Context(), failedBefore, func() (bool, error) { return false, nil }); err != nil {
			t.Error(err)
		}
	})
}

func TestFailuresOfAnotherKindCostNothing(t *testing.T) {
	g := newCodeGuard(time.Now)
	broken := errors.New("the database is away")
	for range 1000 {
		if err := g.try(t.Context(), prankster, "", func() error { return broken }); !errors.Is(err, broken) {
			t.Fatalf("told %v", err)
		}
	}
}

func TestWhoIsKnownWaitsForNoFailuresOfStrangersTM18(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPasswords(time.Now, cheap)
		ctx, cancel := context.WithCancel(t.Context())
		var all sync.WaitGroup
		for i := range 50 {
			all.Go(func() {
				for ctx.Err() == nil {
					_ = p.try(ctx, netip.AddrFrom4([4]byte{10, 0, 0, byte(i)}), "petra", false, func() error {
						<-time.After(100 * time.Millisecond)
						return models.Fail(models.KindUnauthenticated, models.CodeSignInFailed)
					})
				}
			})
		}
		<-time.After(time.Minute)
		began := time.Now()
		if err := p.try(ctx, elsewhere, "petra", true, func() error { return nil }); err != nil || time.Since(began) > 0 {
			t.Errorf("%v after %v", err, time.Since(began))
		}
		cancel()
		all.Wait()
	})
}
