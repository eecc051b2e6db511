package store

import (
	"context"
	"strings"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"dilna/models"
)

// letterheadRow is what stands above the minutes of one programme; of all
// others, where Programme is empty.
type letterheadRow struct {
	Programme  string            `gorm:"primaryKey"`
	Letterhead models.Letterhead `gorm:"serializer:json"`
}

func (letterheadRow) TableName() string { return "letterheads" }

// letterheadFor is the letterhead of a programme, or the one for all others.
func letterheadFor(db *gorm.DB, programme string) (models.Letterhead, error) {
	var rows []letterheadRow
	err := db.Where("programme IN (?, '')", strings.TrimSpace(programme)).Order("programme DESC").Limit(1).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return models.Letterhead{}, err
	}
	return rows[0].Letterhead, nil
}

// Letterhead is what stands above the minutes of that programme and of no
// other; empty for the one of all others.
func (s *Store) Letterhead(ctx context.Context, programme string) (models.Letterhead, error) {
	var rows []letterheadRow
	err := s.readers.WithContext(ctx).Where("programme = ?", strings.TrimSpace(programme)).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return models.Letterhead{}, translate(err)
	}
	return rows[0].Letterhead, nil
}

// SetLetterhead keeps what stands above the minutes of a programme. An empty
// one is none: the one for all others stands there again. Coordinators only,
// which who calls has seen to.
func (s *Store) SetLetterhead(ctx context.Context, programme string, letterhead models.Letterhead) error {
	row := letterheadRow{Programme: strings.TrimSpace(programme), Letterhead: letterhead}
	return s.writer.do(ctx, common, func(t *tx) error {
		if letterhead.Logo == nil && len(letterhead.Publicity) == 0 {
			return t.db.Where("programme = ?", row.Programme).Delete(&letterheadRow{}).Error // by hand: the key may be empty
		}
		return t.db.Clauses(clause.OnConflict{UpdateAll: true}).Create(&row).Error
	})
}
