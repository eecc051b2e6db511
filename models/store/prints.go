package store

import (
	"context"
	"errors"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"dilna/models"
)

// printRow is an approved version in one format.
type printRow struct {
	WorkshopID models.WorkshopID `gorm:"primaryKey"`
	Version    int               `gorm:"primaryKey"`
	Sum        string            `gorm:"primaryKey"`
	Ending     string            `gorm:"primaryKey"`
	Bytes      []byte
	Digest     string // SHA-256 of the bytes
}

func (printRow) TableName() string { return "prints" }

// Print is a version as it was made when it was first asked for; code
// `not-found` where it was not yet, or where the bytes are others by now.
func (s *Store) Print(ctx context.Context, p models.Print) ([]byte, error) {
	bytes, err := printed(s.readers.WithContext(ctx), p)
	return bytes, translate(err)
}

func printed(db *gorm.DB, p models.Print) ([]byte, error) {
	var row printRow
	err := db.Where("workshop_id = ? AND version = ? AND sum = ? AND ending = ?", p.Workshop, p.Version, p.Sum, p.Ending).Take(&row).Error
	if err == nil && row.Digest != sumOf(row.Bytes) {
		err = gorm.ErrRecordNotFound
	}
	return row.Bytes, err
}

// KeepPrint keeps a version as it was made; the first one made stays, unless it
// is damaged. Of a version that went or was withdrawn meanwhile nothing is kept, nor
// of one that a photo was erased from.
func (s *Store) KeepPrint(ctx context.Context, p models.Print, state models.MinutesState, bytes []byte) error {
	return s.writer.do(ctx, p.Workshop, func(t *tx) error {
		var same int64
		err := t.db.Model(&editionRow{}).Where("workshop_id = ? AND version = ? AND state = ? AND sum = ?", p.Workshop, p.Version, state, p.Of).Count(&same).Error
		if err != nil || same == 0 {
			return err
		}
		if _, err := printed(t.db, p); !errors.Is(err, gorm.ErrRecordNotFound) {
			return err
		}
		row := printRow{WorkshopID: p.Workshop, Version: p.Version, Sum: p.Sum, Ending: p.Ending, Bytes: bytes, Digest: sumOf(bytes)}
		return t.db.Clauses(clause.OnConflict{UpdateAll: true}).Create(&row).Error
	})
}
