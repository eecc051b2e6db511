package store

import (
	"context"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"dilna/models"
)

// differentPair is two ideas that a facilitator said are not the same. One is
// the lesser id.
type differentPair struct {
	WorkshopID models.WorkshopID `gorm:"primaryKey"`
	One        models.EntryID    `gorm:"primaryKey"`
	Other      models.EntryID    `gorm:"primaryKey"`
}

func (differentPair) TableName() string { return "different" }

func pairOf(w models.WorkshopID, one, other models.EntryID) differentPair {
	return differentPair{WorkshopID: w, One: min(one, other), Other: max(one, other)}
}

// Alike are the pairs of a step's ideas that may say the same, in one topic or
// across them, without those a facilitator said are different. Facilitators only.
func (s *Store) Alike(ctx context.Context, by models.Actor, step models.StepID, across bool) (models.AlikePairs, error) {
	var alike models.AlikePairs
	if err := by.MustFacilitate(); err != nil {
		return alike, err
	}
	var ideas []models.Entry
	var different []differentPair
	err := s.read(ctx, func(db *gorm.DB) error {
		if err := db.Where("workshop_id = ? AND id = ? AND NOT removed", by.Workshop, step).Take(&models.Step{}).Error; err != nil {
			return err
		}
		if err := db.Where("workshop_id = ? AND step_id = ? AND NOT removed", by.Workshop, step).Order("position, id").Find(&ideas).Error; err != nil {
			return err
		}
		return db.Where("workshop_id = ?", by.Workshop).Find(&different).Error
	})
	said := make(map[differentPair]bool, len(different))
	for _, pair := range different {
		said[pair] = true
	}
	alike.Pairs = models.Alike(ideas, across, func(one, other models.EntryID) bool { return said[pairOf(by.Workshop, one, other)] })
	return alike, err
}

// SetDifferent notes down that two ideas are not the same: the pair is not
// suggested again. Facilitators only. Code `not-found` for the idea, `invalid`
// for the other.
func (s *Store) SetDifferent(ctx context.Context, by models.Actor, key models.Key, id models.EntryID, from models.DifferentIdea) error {
	if err := firstOf(by.MustFacilitate(), from.Check()); err != nil {
		return err
	}
	_, err := command(ctx, s, by, key, "set different "+string(id), from, func(t *tx) (none, error) {
		if _, err := find[models.Entry](t, by.Workshop, id); err != nil {
			return none{}, err
		}
		if _, err := named[models.Entry](t, by.Workshop, "from", from.From); err != nil {
			return none{}, err
		}
		pair := pairOf(by.Workshop, id, from.From)
		return none{}, t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&pair).Error
	})
	return err
}
