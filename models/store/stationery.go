package store

import (
	"context"
	"strings"

	"gorm.io/gorm/clause"

	"dilna/models"
)

// stationeryRow is the Word file that minutes of one programme stand on; of all
// others, where Programme is empty. What is seen of it is kept beside, so that
// nobody opens it to look.
type stationeryRow struct {
	Programme string `gorm:"primaryKey"`
	Name      string
	Look      models.StationeryLook `gorm:"serializer:json"`
	File      []byte
}

func (stationeryRow) TableName() string { return "stationery" }

// Stationery is what minutes of that programme and of no other stand on, without
// the file; for the empty programme that of all others. Nothing where there is none.
func (s *Store) Stationery(ctx context.Context, programme string) (models.Stationery, error) {
	var row stationeryRow
	err := s.readers.WithContext(ctx).Omit("file").Where("programme = ?", strings.TrimSpace(programme)).Limit(1).Find(&row).Error
	return models.Stationery{Name: row.Name, StationeryLook: row.Look}, translate(err)
}

// StationeryFile is the Word file that minutes of a programme stand on: its own, or
// the one for all others; nil where there is none.
func (s *Store) StationeryFile(ctx context.Context, programme string) ([]byte, error) {
	var row stationeryRow
	err := s.readers.WithContext(ctx).Where("programme IN (?, '')", strings.TrimSpace(programme)).Order("programme DESC").Limit(1).Find(&row).Error
	return row.File, translate(err)
}

// SetStationery keeps the Word file that minutes of a programme stand on; one
// without a file is none. Coordinators only, which who calls has seen to.
func (s *Store) SetStationery(ctx context.Context, programme string, stationery models.Stationery) error {
	row := stationeryRow{Programme: strings.TrimSpace(programme), Name: stationery.Name, Look: stationery.StationeryLook, File: stationery.File}
	return s.writer.do(ctx, common, func(t *tx) error {
		if row.File == nil {
			return t.db.Where("programme = ?", row.Programme).Delete(&stationeryRow{}).Error // by hand: the key may be empty
		}
		return t.db.Clauses(clause.OnConflict{UpdateAll: true}).Create(&row).Error
	})
}
