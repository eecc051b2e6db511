package store_test

import (
	"fmt"
	"testing"

	"dilna/models"
)

// BenchmarkSearch looks for two words in a thousand workshops of a hundred
// ideas each: for the first time since the program started, and later.
func BenchmarkSearch(b *testing.B) {
	dir := b.TempDir()
	s := open(b, dir)
	for i := range 1_000 {
		if _, err := s.Import(b.Context(), largeRecord(i)); err != nil {
			b.Fatal(err)
		}
	}
	query := models.LibraryQuery{Text: "pricina doprava"}
	search := func(b *testing.B) {
		l, err := s.Library(b.Context(), models.Operator, query)
		if err != nil || l.Total != 100 || len(l.Workshops[0].Found) == 0 {
			b.Fatalf("found %d: %v", l.Total, err)
		}
	}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			if err := s.Close(); err != nil {
				b.Fatal(err)
			}
			s = open(b, dir)
			b.StartTimer()
			search(b)
		}
	})
	b.Run("later", func(b *testing.B) {
		for b.Loop() {
			search(b)
		}
	})
	b.Run("page", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.Library(b.Context(), models.Operator, models.LibraryQuery{Page: 30}); err != nil {
				b.Fatal(err)
			}
		}
	})
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
}

// largeRecord is a record with a hundred ideas; every tenth speaks of traffic.
func largeRecord(n int) models.Minutes {
	m := models.Minutes{Head: models.Head{Language: "cs", Group: fmt.Sprint("Skupina ", n%12), Number: n, Date: "2026-01-01"}}
	step := models.StepMinutes{Method: models.MethodCollect, Heading: "PROBLÉMOVÉ OBLASTI"}
	for i := range 100 {
		step.Ideas = append(step.Ideas, models.IdeaMinutes{Text: fmt.Sprintf("Podnět %d jednání %d: nízká informovanost lidí o službách v obci", i, n)})
	}
	step.Ideas[50].Text = "Hlavní příčina je nekomunikace"
	if n%10 == 0 {
		step.Ideas[70].Text = "Doprava do menších obcí"
	}
	m.Steps = []models.StepMinutes{step}
	return m
}
