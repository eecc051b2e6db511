package models_test

import (
	"slices"
	"testing"
	"time"

	"dilna/models"
)

// TestCopiesOfAWeekAndTheLastOfEachWeekBeforeAreKept keeps copies of a year, of
// which some days had none.
func TestCopiesOfAWeekAndTheLastOfEachWeekBeforeAreKept(t *testing.T) {
	first := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	var kept []time.Time
	for n := range 365 {
		today := first.AddDate(0, 0, n)
		if n%10 == 3 {
			continue // the program did not run
		}
		kept = models.CopiesToKeep(append(kept, today), today)
		if !slices.Contains(kept, today) || len(kept) > models.KeptDays+models.KeptWeeks {
			t.Fatalf("on %s these are kept: %v", today, kept)
		}
		if oldest := today.Sub(kept[len(kept)-1]); oldest > models.KeptTime || models.KeptTime >= models.TrashTime {
			t.Fatalf("on %s the oldest copy is %s old", today, oldest)
		}
		if n > 40 && today.Sub(kept[len(kept)-1]) < 15*24*time.Hour {
			t.Errorf("on %s the oldest copy is of %s", today, kept[len(kept)-1])
		}
	}
	later := first.AddDate(2, 0, 0)
	if kept := models.CopiesToKeep(kept, later); len(kept) != 1 {
		t.Errorf("after a long time these are kept: %v", kept)
	}
}
