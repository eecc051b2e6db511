package store

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"dilna/models"
)

// errSum is what is wrong with data whose checksum is another.
var errSum = errors.New("the checksum differs")

func damaged() error {
	return models.Fail(models.KindInternal, models.CodeDamaged).Because(errSum)
}

func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// roundSum tells whether the totals and the ballots of a round are those that
// were written (docs/adr/0022). Merging changes neither.
type roundSum struct {
	WorkshopID models.WorkshopID `gorm:"primaryKey"`
	RoundID    models.RoundID    `gorm:"primaryKey"`
	Totals     string
	Ballots    string
}

// countedSum is the checksum of a round's totals as they are stored now, with those
// of parts where it has any.
func countedSum(db *gorm.DB, w models.WorkshopID, round models.RoundID) (string, error) {
	var totals []models.Total
	err := db.Where("workshop_id = ? AND round_id = ?", w, round).Order("entry_id").Find(&totals).Error
	if err != nil {
		return "", err
	}
	text, err := json.Marshal(totals)
	if err != nil {
		return "", err
	}
	var parts []models.PartTotal
	err = db.Where("workshop_id = ? AND round_id = ?", w, round).Order("part_id, entry_id").Find(&parts).Error
	if err != nil || len(parts) == 0 {
		return sumOf(text), err
	}
	told, err := json.Marshal(parts)
	return sumOf(append(text, told...)), err
}

func ballotsSum(cast []castBallot) (string, error) {
	choices := make([]string, len(cast))
	for i, c := range cast {
		choices[i] = string(c.Receipt) + c.Choices
	}
	text, err := json.Marshal(choices)
	return sumOf(text), err
}

func castIn(db *gorm.DB, w models.WorkshopID, round models.RoundID) ([]castBallot, error) {
	var cast []castBallot
	err := db.Where("workshop_id = ? AND round_id = ?", w, round).Order("number").Find(&cast).Error
	return cast, err
}

// keepSum keeps the checksums of a round whose totals or ballots were written.
func keepSum(db *gorm.DB, w models.WorkshopID, round models.RoundID) error {
	row := roundSum{WorkshopID: w, RoundID: round}
	var err error
	if row.Totals, err = countedSum(db, w, round); err != nil {
		return err
	}
	cast, err := castIn(db, w, round)
	if err != nil {
		return err
	}
	if row.Ballots, err = ballotsSum(cast); err != nil {
		return err
	}
	return db.Clauses(clause.OnConflict{UpdateAll: true}).Create(&row).Error
}

// mustCount refuses totals, and a turnout, that are not those that were counted.
func mustCount(db *gorm.DB, round models.Round) error {
	kept, err := sumKept(db, round)
	if err != nil || kept == nil {
		return err
	}
	now, err := countedSum(db, round.WorkshopID, round.ID)
	if err == nil && now != kept.Totals {
		return damaged()
	}
	return firstOf(err, mustTurnOut(db, round))
}

// mustTurnOut refuses a number of voters that is not that of the ballots they
// cast. Where a person typed it, or a file brought it, there is nothing to
// compare it with.
func mustTurnOut(db *gorm.DB, round models.Round) error {
	if round.State != models.RoundClosed || round.CastBy == models.CastTyped || round.Imported || round.Voters == nil {
		return nil
	}
	var cast int64
	err := db.Model(&castBallot{}).Where("workshop_id = ? AND round_id = ?", round.WorkshopID, round.ID).Count(&cast).Error
	if err == nil && int(cast) != *round.Voters {
		return damaged()
	}
	return err
}

// mustBeCast refuses ballots that are not those that were cast.
func mustBeCast(db *gorm.DB, round models.Round, cast []castBallot) error {
	kept, err := sumKept(db, round)
	if err != nil || kept == nil {
		return err
	}
	now, err := ballotsSum(cast)
	if err == nil && now != kept.Ballots {
		return damaged()
	}
	return err
}

// sumKept is nil for a round that was never closed. Code `data-damaged` where
// one that was has none.
func sumKept(db *gorm.DB, round models.Round) (*roundSum, error) {
	var kept []roundSum
	err := db.Where("workshop_id = ? AND round_id = ?", round.WorkshopID, round.ID).Find(&kept).Error
	switch {
	case err != nil:
		return nil, err
	case len(kept) > 0:
		return &kept[0], nil
	case round.State == models.RoundClosed:
		return nil, damaged()
	}
	return nil, nil
}

// sumWhatHasNone gives checksums to what an earlier program has written: from
// now on it stays what it is.
func sumWhatHasNone(db *gorm.DB) error {
	var rounds []models.Round
	err := db.Where(`state = ? AND NOT EXISTS (SELECT 1 FROM round_sums s
		WHERE s.workshop_id = rounds.workshop_id AND s.round_id = rounds.id)`, models.RoundClosed).Find(&rounds).Error
	if err != nil {
		return err
	}
	for _, round := range rounds {
		if err := keepSum(db, round.WorkshopID, round.ID); err != nil {
			return err
		}
	}
	var editions []editionRow
	if err := db.Where("sum = ''").Find(&editions).Error; err != nil {
		return err
	}
	for _, row := range editions {
		if err := db.Model(&row).Update("sum", sumOf([]byte(row.Text))).Error; err != nil {
			return err
		}
	}
	return nil
}
