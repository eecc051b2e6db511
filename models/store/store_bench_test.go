package store_test

import (
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/modelstest/pgtest"
	"dilna/models/store"
	"dilna/models/voting"
)

// BenchmarkDots is a full room voting at once: each operation is one dot of
// one of 1,000 people, acknowledged when it is on disk (FIG-07).
func BenchmarkDots(b *testing.B) { onBoth(b, benchmarkDots) }

// onBoth is a benchmark on either database, both writing to the disk.
func onBoth(b *testing.B, bench func(*testing.B, *store.Store)) {
	b.Run("SQLite", func(b *testing.B) {
		s := open(b, b.TempDir())
		bench(b, s)
		must(b, s.Close())
	})
	b.Run("PostgreSQL", func(b *testing.B) {
		server := pgtest.Start(b, "fsync=on", "full_page_writes=on", "autovacuum=on")
		must(b, server.Exec("CREATE DATABASE dilna"))
		s := openShared(b, server.URL("dilna"))
		bench(b, s)
		must(b, s.Close())
	})
}

func benchmarkDots(b *testing.B, s *store.Store) {
	r := modelstest.NewScene(b, s, 1000)
	step := r.Step(b, models.MethodCollect)
	ideas := make([]models.EntryID, 30)
	for i := range ideas {
		ideas[i] = r.Idea(b, step.ID, fmt.Sprint("podnět ", i)).ID
	}
	round := r.Round(b, step.ID, 100, 100)
	closedLoop(b, func(n int) error {
		in := models.SetDots{Count: n / 1000 % 3, Seq: int64(n)}
		_, err := s.PlaceDots(b.Context(), r.Seats[n%1000], round.ID, ideas[n/1000%30], in)
		return err
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "dots/s")
}

// BenchmarkWholeBallots is the same room with phones that send whole ballots.
func BenchmarkWholeBallots(b *testing.B) { onBoth(b, benchmarkWholeBallots) }

func benchmarkWholeBallots(b *testing.B, s *store.Store) {
	r := modelstest.NewScene(b, s, 1000)
	step := r.Step(b, models.MethodCollect)
	ideas := make([]models.EntryID, 30)
	for i := range ideas {
		ideas[i] = r.Idea(b, step.ID, fmt.Sprint("podnět ", i)).ID
	}
	round := r.Round(b, step.ID, 100, 100)
	receipts := make([]models.Receipt, 1000)
	for i := range receipts {
		receipts[i] = models.NewReceipt()
	}
	closedLoop(b, func(n int) error {
		var votes voting.Ballot
		for i := range n/1000%5 + 1 { // as people give out five dots, tap by tap
			votes = append(votes, voting.Vote{Entry: ideas[(n+i)%30], Value: 1})
		}
		_, err := s.CastBallot(b.Context(), r.Seats[n%1000], round.ID, models.CastBallot{Votes: votes, Seq: int64(n), Receipt: receipts[n%1000]})
		return err
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "dots/s")
}

// BenchmarkClosing closes a round of 5,000 ballots of five dots on thirty ideas.
func BenchmarkClosing(b *testing.B) { onBoth(b, benchmarkClosing) }

func benchmarkClosing(b *testing.B, s *store.Store) {
	r := modelstest.NewScene(b, s, 0)
	step := r.Step(b, models.MethodCollect)
	ideas := make([]models.EntryID, 30)
	for i := range ideas {
		ideas[i] = r.Idea(b, step.ID, fmt.Sprint("podnět ", i)).ID
	}
	for b.Loop() {
		b.StopTimer()
		round := r.Round(b, step.ID, 5, 1)
		var cast sync.WaitGroup
		for worker := range 50 {
			cast.Go(func() {
				for n := range 100 {
					var votes voting.Ballot
					for i := range 5 {
						votes = append(votes, voting.Vote{Entry: ideas[(worker*7+n+i*5)%30], Value: 1})
					}
					_, err := s.SetPaperBallot(b.Context(), r.Facilitator, round.ID, models.NewID[models.BallotID](), models.SetPaperBallot{Votes: votes, Seq: 1})
					if err != nil {
						b.Error(err)
					}
				}
			})
		}
		cast.Wait()
		b.StartTimer()
		view, err := s.SetRoundState(b.Context(), r.Facilitator, modelstest.Key(), round.ID, models.RoundMove{State: models.RoundClosed})
		must(b, err)
		if *view.Voters != 5000 {
			b.Fatalf("%d ballots were counted", *view.Voters)
		}
	}
}

// closedLoop has 64 workers send a command each as soon as their last is
// acknowledged, and reports how long that took.
func closedLoop(b *testing.B, send func(n int) error) {
	var next atomic.Int64
	var mu sync.Mutex
	var waits []time.Duration
	b.SetParallelism(64 / runtime.GOMAXPROCS(0))
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		var own []time.Duration
		for pb.Next() {
			start := time.Now()
			if err := send(int(next.Add(1))); err != nil {
				b.Error(err)
				return
			}
			own = append(own, time.Since(start))
		}
		mu.Lock()
		defer mu.Unlock()
		waits = append(waits, own...)
	})
	slices.Sort(waits)
	for name, share := range map[string]float64{"p50-ms": 0.5, "p99-ms": 0.99} {
		b.ReportMetric(float64(waits[int(share*float64(len(waits)-1))].Microseconds())/1000, name)
	}
}

// BenchmarkIdeas is a room writing ideas at once, each on disk when acknowledged.
func BenchmarkIdeas(b *testing.B) { onBoth(b, benchmarkIdeas) }

func benchmarkIdeas(b *testing.B, s *store.Store) {
	r := modelstest.NewScene(b, s, 100)
	step := r.Step(b, models.MethodCollect)
	closedLoop(b, func(n int) error {
		if n >= models.MaxRows {
			return nil
		}
		in := models.NewEntry{ID: models.NewID[models.EntryID](), Text: "Nekomunikace (kraje, města, občané)"}
		_, err := s.AddEntry(b.Context(), r.Seats[n%100], modelstest.Key(), models.MethodCollect, step.ID, in)
		return err
	})
}

// BenchmarkWholePicture reads the model record for somebody who has just come.
func BenchmarkWholePicture(b *testing.B) {
	s := open(b, b.TempDir())
	id, err := s.Import(b.Context(), modelstest.ModelRecord())
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		changes, err := s.Changes(b.Context(), id, 0)
		if err != nil {
			b.Fatal(err)
		}
		changes.For(models.Facilitators)
	}
}

// BenchmarkSmallChange reads what one idea changed, as every tick does.
func BenchmarkSmallChange(b *testing.B) {
	s := open(b, b.TempDir())
	r := modelstest.NewScene(b, s, 0)
	step := r.Step(b, models.MethodCollect)
	for i := range 500 {
		r.Idea(b, step.ID, fmt.Sprint(i))
	}
	at := r.Look(b, models.Facilitators).Revision
	for b.Loop() {
		if _, err := s.Changes(b.Context(), r.ID, at-1); err != nil {
			b.Fatal(err)
		}
	}
}
