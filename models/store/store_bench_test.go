package store_test

import (
	"fmt"
	"sync/atomic"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/modelstest/pgtest"
	"dilna/models/store"
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
	ideas := make([]models.IdeaID, 30)
	for i := range ideas {
		ideas[i] = r.Idea(b, step.ID, fmt.Sprint("podnět ", i)).ID
	}
	round := r.Round(b, step.ID, 100, 100)
	var next atomic.Int64
	b.SetParallelism(500)
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			n := next.Add(1)
			seat := r.Seats[n%1000]
			in := models.SetDots{Count: int(n / 1000 % 3), Seq: n}
			if _, err := s.PlaceDots(b.Context(), seat, round.ID, ideas[n/1000%30], in); err != nil {
				b.Error(err)
				return
			}
		}
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "dots/s")
}

// BenchmarkIdeas is a room writing ideas at once, each on disk when acknowledged.
func BenchmarkIdeas(b *testing.B) { onBoth(b, benchmarkIdeas) }

func benchmarkIdeas(b *testing.B, s *store.Store) {
	r := modelstest.NewScene(b, s, 100)
	step := r.Step(b, models.MethodCollect)
	var next atomic.Int64
	b.SetParallelism(50)
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if next.Add(1)%(models.MaxRows-1) == 0 {
				return
			}
			in := models.NewIdea{ID: models.NewID[models.IdeaID](), Text: "Nekomunikace (kraje, města, občané)"}
			if _, err := s.AddIdea(b.Context(), r.Seats[int(next.Load())%100], modelstest.Key(), step.ID, in); err != nil {
				b.Error(err)
				return
			}
		}
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
