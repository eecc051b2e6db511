package models_test

import (
	"slices"
	"testing"
	"time"

	"dilna/models"
)

// What is running comes first whatever its day; a workshop without a day
// stands where it was made.
func TestTheLibraryBeginsWithWhatIsRunning(t *testing.T) {
	t.Parallel()
	made := func(day string) int64 {
		at, err := time.ParseInLocation(time.DateOnly, day, time.Local)
		if err != nil {
			t.Fatal(err)
		}
		return at.Add(12 * time.Hour).UnixMilli()
	}
	shelf := []models.Shelved{
		{ID: "old", State: models.WorkshopEnded, Date: "2024-01-10", Created: made("2026-05-01")},
		{ID: "undated", State: models.WorkshopPrepared, Created: made("2026-03-01")},
		{ID: "to come", State: models.WorkshopPrepared, Date: "2026-12-01", Created: made("2026-01-01")},
		{ID: "running", State: models.WorkshopOpen, Date: "2023-01-01", Created: made("2023-01-01")},
		{ID: "in words", State: models.WorkshopEnded, Date: "konec listopadu", Created: made("2025-11-30")},
	}
	for order, want := range map[models.LibraryOrder][]models.WorkshopID{
		models.NewestFirst: {"running", "to come", "undated", "in words", "old"},
		models.OldestFirst: {"running", "old", "in words", "undated", "to come"},
	} {
		slices.SortFunc(shelf, order.Compare)
		for i, one := range shelf {
			if one.ID != want[i] {
				t.Errorf("%s: %s stands where %s should", order, one.ID, want[i])
			}
		}
	}
}
