package store

import (
	"slices"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"dilna/models"
)

// vanishing notes down of rows that disappear whether those who do not
// facilitate had them on their screens: only then have they to be told. seen
// says, in SQL, whether they see the step; a prepared round they never see,
// nor a photo that is not shown.
func vanishing(part models.Part, seen string) clause.Expr {
	if part == models.PartRounds {
		seen += " AND state <> 'prepared'"
	}
	if part == models.PartPhotos {
		seen += " AND shown"
	}
	return gorm.Expr("vanished OR (" + seen + ")")
}

// stepSeen says, in SQL, whether they see the step that a row is, or stands in.
// Divisions stand in none: all see them.
func stepSeen(part models.Part) string {
	switch part {
	case models.PartSteps:
		return "state <> 'waiting'"
	case models.PartDivisions:
		return "TRUE"
	}
	seen := "s.state <> 'waiting'"
	if slices.Contains(blindParts, part) {
		seen += " AND NOT s.blind"
	}
	return "EXISTS (SELECT 1 FROM steps s WHERE s.workshop_id = " + string(part) + ".workshop_id AND s.id = step_id AND " + seen + ")"
}
