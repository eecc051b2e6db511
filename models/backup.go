package models

import (
	"slices"
	"time"
)

// Backup is what one copy of a whole database holds.
type Backup struct {
	Workshops int // those in the trash, too
	Accounts  int
	Open      int   // rounds that were open: restored, they are closed
	Bytes     int64 // of the file
	Older     bool  // an older version of the program made the database
	Ailments  []Ailment
}

// Restored is what became of a backup that was put in place.
type Restored struct {
	Workshops int
	Closed    int    // rounds that were open when the backup was made
	Erased    int    // rows that people have erased since
	Aside     string // folder that holds the data that were there before; empty: none were
}

// Automatic copies are kept for each of the last days there is one of, and the
// last one of each of the weeks before. None is kept as long as a removed
// workshop can be brought back, so that no copy outlives the trash.
const (
	KeptDays  = 7
	KeptWeeks = 4
	KeptTime  = 28 * 24 * time.Hour
)

// CopiesToKeep are those of the days copies were made on that are kept today.
// The newest always is.
func CopiesToKeep(made []time.Time, today time.Time) []time.Time {
	newestFirst := slices.SortedFunc(slices.Values(made), func(a, b time.Time) int { return b.Compare(a) })
	weeks, older := map[[2]int]bool{}, 0
	var keep []time.Time
	for i, day := range newestFirst {
		year, number := day.ISOWeek()
		week := [2]int{year, number}
		switch {
		case i > 0 && today.Sub(day) > KeptTime:
			return keep
		case i < KeptDays:
		case weeks[week] || older == KeptWeeks:
			continue
		default:
			older++
		}
		weeks[week] = true
		keep = append(keep, day)
	}
	return keep
}

// Carried is what came from one database into another.
type Carried struct {
	Workshops int
	Rows      int
	Closed    int // rounds that were open
}
