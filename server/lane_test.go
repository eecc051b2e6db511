package server

import (
	"context"
	"errors"
	"net/netip"
	"slices"
	"strings"
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

// pranks are the ways to try without end from one address: how many at once, and
// whether each over a connection of its own or over a new one each time.
var pranks = []struct {
	name   string
	atOnce int
	anew   bool
}{
	{"one at a time", 1, false}, {"six at once, as a browser", 6, false}, {"fifty at once", 50, false},
	{"six at once, each over a new connection", 6, true}, {"fifty at once, each over a new connection", 50, true},
}

// venue is a hall with one address for all: phones and a prankster. Somebody of the
// workshop is there already.
type venue struct {
	guard *guard
	halls *halls
}

func newVenue() venue {
	v := venue{newCodeGuard(time.Now), newHalls(time.Now)}
	v.halls.meet(prankster, "workshop")
	return v
}

// join types a code as Server.workshopByCode looks it up.
func (v venue) join(ctx context.Context, lookup func() error) error {
	found, err := v.halls.try(ctx, prankster, func([]models.WorkshopID) error { return lookup() })
	if found {
		return err
	}
	return v.guard.try(ctx, prankster, "", lookup)
}

// prank spends the allowance of the address and goes on until ctx ends. None of
// the connections has failed yet.
func (v venue) prank(ctx context.Context, all *sync.WaitGroup, atOnce int, anew bool) {
	for range 20 {
		_ = v.join(withConn(ctx), wrongCode)
	}
	for range atOnce {
		all.Go(func() {
			over := withConn(ctx)
			for ctx.Err() == nil {
				if anew {
					over = withConn(ctx)
				}
				_ = v.join(over, wrongCode)
				<-time.After(10 * time.Millisecond)
			}
		})
	}
}

// hundredPhones come within five seconds from behind the prankster's address with
// the right code; how long each waited, the shortest first, and how many were told
// to slow down.
func (v venue) hundredPhones(ctx context.Context) ([]time.Duration, int) {
	var phones sync.WaitGroup
	var refused atomic.Int32
	waits := make([]time.Duration, 100)
	for i := range waits {
		phones.Go(func() {
			<-time.After(time.Duration(i) * 50 * time.Millisecond)
			began := time.Now()
			if v.join(withConn(ctx), rightCode) != nil {
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
// to slow down, and p99 is below a second: from the first moment and after a minute.
func TestHundredPhonesGetInBehindAPranksterTM02(t *testing.T) {
	for _, p := range pranks {
		t.Run(p.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				v := newVenue()
				ctx, cancel := context.WithCancel(t.Context())
				var all sync.WaitGroup
				v.prank(ctx, &all, p.atOnce, p.anew)
				for _, moment := range []string{"at first", "after a minute"} {
					waits, refused := v.hundredPhones(ctx)
					t.Logf("%s: p50 %v, p99 %v", moment, waits[49], waits[98])
					if waits[98] >= time.Second || refused > 0 {
						t.Errorf("%s p99 is %v, %d were refused", moment, waits[98], refused)
					}
					<-time.After(time.Minute)
				}
				cancel()
				all.Wait()
			})
		})
	}
}

// BenchmarkHundredPhonesBehindAPrankster measures the same by the real clock.
func BenchmarkHundredPhonesBehindAPrankster(b *testing.B) {
	for _, p := range pranks {
		b.Run(p.name, func(b *testing.B) {
			for b.Loop() {
				v := newVenue()
				ctx, cancel := context.WithCancel(b.Context())
				var all sync.WaitGroup
				v.prank(ctx, &all, p.atOnce, p.anew)
				waits, refused := v.hundredPhones(ctx)
				b.ReportMetric(float64(refused), "refused")
				b.ReportMetric(float64(waits[49].Microseconds())/1000, "p50-ms")
				b.ReportMetric(float64(waits[98].Microseconds())/1000, "p99-ms")
				cancel()
				all.Wait()
			}
		})
	}
}

// TestTheCodesOfAHallAreGuessedAtNoFasterThanItsLaneLetsTM02: a hundred at once for
// a minute.
func TestTheCodesOfAHallAreGuessedAtNoFasterThanItsLaneLetsTM02(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHalls(time.Now)
		h.meet(prankster, "workshop")
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		var looked atomic.Int32
		var guessers sync.WaitGroup
		for range 100 {
			guessers.Go(func() {
				for ctx.Err() == nil {
					_, _ = h.try(ctx, prankster, func([]models.WorkshopID) error {
						looked.Add(1)
						return wrongCode()
					})
				}
			})
		}
		guessers.Wait()
		if most := int32(time.Minute/hallGap) + 1; looked.Load() > most {
			t.Errorf("%d guesses in a minute, at most %d may be", looked.Load(), most)
		}
	})
}

func TestAHallIsForgottenAnHourAfterItsPeopleWereHeardFrom(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHalls(time.Now)
		for i := range maxInOneHall + 3 {
			h.meet(prankster, models.WorkshopID(rune('a'+i)))
			<-time.After(time.Minute)
		}
		own, _ := h.behind(prankster)
		if len(own) != maxInOneHall || slices.Contains(own, "a") {
			t.Errorf("behind the address sit %v", own)
		}
		if own, _ := h.behind(elsewhere); len(own) > 0 {
			t.Errorf("elsewhere sit %v", own)
		}
		<-time.After(hallTime)
		if own, _ := h.behind(prankster); len(own) > 0 {
			t.Errorf("after an hour sit %v", own)
		}
	})
}

// TestWhoSignsInWaitsForNoGuessesAtAnotherTM18: fifty guess at one login, each over
// a new connection; ten others sign in from behind the same address.
func TestWhoSignsInWaitsForNoGuessesAtAnotherTM18(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPasswords(time.Now, cheap)
		ctx, cancel := context.WithCancel(t.Context())
		var all sync.WaitGroup
		try := func(login string, answer error) error {
			return p.try(withConn(ctx), prankster, login, false, func() error {
				<-time.After(100 * time.Millisecond) // a hash
				return answer
			})
		}
		for range 50 {
			all.Go(func() {
				for ctx.Err() == nil {
					_ = try("petra", models.Fail(models.KindUnauthenticated, models.CodeSignInFailed))
				}
			})
		}
		for i := range 10 {
			<-time.After(7*time.Second + 90*time.Millisecond)
			began := time.Now()
			if err := try(string(rune('a'+i)), nil); err != nil || time.Since(began) >= time.Second {
				t.Errorf("%v after %v", err, time.Since(began))
			}
		}
		cancel()
		all.Wait()
	})
}

func TestWhoeverHasNotFailedGoesFirst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLane(time.Second)
		slow := func() (bool, error) { return true, slowDown() }
		_ = l.pass(t.Context(), failedBefore, "", slow)
		var order []string
		var all sync.WaitGroup
		enter := func(name string, who rank) {
			all.Go(func() {
				_ = l.pass(t.Context(), who, "", func() (bool, error) { order = append(order, name); return false, nil })
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

func TestThoseWhoGuessAtDifferentThingsTakeTurns(t *testing.T) {
	var l line
	turns := map[chan bool]string{}
	for _, one := range []string{"petra 1", "petra 2", "petra 3", "jana 1", "petra 4", "jana 2"} {
		turn := make(chan bool, 1)
		turns[turn] = one
		target, _, _ := strings.Cut(one, " ")
		l.add(target, turn)
	}
	if last := l.last(); turns[last] != "petra 4" || l.forget(last) {
		t.Errorf("refused is %s", turns[last])
	}
	var order []string
	for turn := l.next(); turn != nil; turn = l.next() {
		order = append(order, turns[turn])
	}
	if !slices.Equal(order, []string{"petra 1", "jana 1", "petra 2", "jana 2", "petra 3"}) || l.length() != 0 {
		t.Errorf("they take turns as %v", order)
	}
}

func TestWhoGivesUpWaitingHoldsNobodyUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLane(time.Minute)
		_ = l.pass(t.Context(), failedBefore, "", func() (bool, error) { return true, slowDown() })
		began := time.Now()
		err := l.pass(t.Context(), failedBefore, "", func() (bool, error) { return false, nil })
		if models.CodeOf(err) != models.CodeSlowDown || time.Since(began) != laneWait {
			t.Errorf("told %v after %v", err, time.Since(began))
		}
		<-time.After(time.Minute)
		if err := l.pass(t.Context(), failedBefore, "", func() (bool, error) { return false, nil }); err != nil {
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
