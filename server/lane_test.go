package server

import (
	"context"
	"errors"
	"net/netip"
	"sync"
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

func TestWhoeverHasNotFailedGoesFirst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLane(time.Second)
		slow := func() (bool, error) { return true, slowDown() }
		_ = l.pass(t.Context(), false, slow)
		var order []string
		var all sync.WaitGroup
		enter := func(name string, fresh bool) {
			all.Go(func() {
				_ = l.pass(t.Context(), fresh, func() (bool, error) { order = append(order, name); return false, nil })
			})
			synctest.Wait()
		}
		enter("failed before", false)
		enter("new", true)
		all.Wait()
		if order[0] != "new" {
			t.Errorf("they passed in the order %v", order)
		}
	})
}

func TestWhoGivesUpWaitingHoldsNobodyUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLane(time.Minute)
		_ = l.pass(t.Context(), false, func() (bool, error) { return true, slowDown() })
		began := time.Now()
		err := l.pass(t.Context(), false, func() (bool, error) { return false, nil })
		if models.CodeOf(err) != models.CodeSlowDown || time.Since(began) != laneWait {
			t.Errorf("told %v after %v", err, time.Since(began))
		}
		<-time.After(time.Minute)
		if err := l.pass(t.Context(), false, func() (bool, error) { return false, nil }); err != nil {
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
