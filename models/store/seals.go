package store

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"slices"

	"gorm.io/gorm"

	"dilna/models"
	"dilna/models/store/sqlite"
)

// seal is the checksum of all that a workshop says, while no program has the
// database (docs/adr/0022).
type seal struct {
	WorkshopID models.WorkshopID `gorm:"primaryKey"`
	Sum        string
	Damaged    bool
}

// sealedTable is a table a record is made of, what of it, and in which order.
type sealedTable struct{ table, columns, of, order string }

var sealed = []sealedTable{
	{"workshops", "*", "id", "1"},
	{"steps", "*", "workshop_id", "1, 2"}, {"topics", "*", "workshop_id", "1, 2"}, {"entries", "*", "workshop_id", "1, 2"},
	{"rounds", "*", "workshop_id", "1, 2"}, {"totals", "*", "workshop_id", "1, 2, 3"}, {"part_totals", "*", "workshop_id", "1, 2, 3, 4"},
	{"cast_ballots", "*", "workshop_id", "1, 2, 3"}, {"wordings", "*", "workshop_id", "1, 2, 3, 4"},
	{"drafts", "*", "workshop_id", "1"},
	// The text of a version has a checksum of its own: where one is damaged, the
	// others can be read.
	{"editions", "workshop_id, version, state, older, sum", "workshop_id", "1, 2"},
}

// sealedIn are the tables a record is made of in this database: before ideas and
// causes were entries, each had its own, and no round was told by parts.
func sealedIn(db *gorm.DB) []sealedTable {
	if db.Migrator().HasTable(&models.PartTotal{}) {
		return sealed
	}
	before := slices.DeleteFunc(slices.Clone(sealed), func(s sealedTable) bool { return s.table == "part_totals" })
	if db.Migrator().HasTable(&models.Entry{}) {
		return before
	}
	at := slices.IndexFunc(before, func(s sealedTable) bool { return s.table == "entries" })
	before[at].table = "ideas"
	return slices.Insert(before, at+1, sealedTable{"causes", "*", "workshop_id", "1, 2"})
}

// sealOf is the seal of a workshop as its rows are now; before schemas were
// summed it held the whole editions.
func sealOf(db *gorm.DB, w models.WorkshopID, whole bool) (string, error) {
	all := sha256.New()
	for _, s := range sealedIn(db) {
		if whole {
			s.columns = "*"
		}
		if err := addRows(all, db, "SELECT "+s.columns+" FROM "+s.table+" WHERE "+s.of+" = ? ORDER BY "+s.order, w); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(all.Sum(nil)), nil
}

func addRows(all hash.Hash, db *gorm.DB, query string, w models.WorkshopID) error {
	rows, err := db.Raw(query, w).Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	values, into := make([]any, len(columns)), make([]any, len(columns))
	for i := range values {
		into[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		fmt.Fprintf(all, "%q\n", fmt.Sprintf("%#v", values))
	}
	return rows.Err()
}

// sealAll writes a seal for each workshop that has none: nobody writes any more.
// One that is damaged keeps the seal it was damaged under.
func sealAll(db *gorm.DB) error {
	var open []models.WorkshopID
	if err := db.Raw("SELECT id FROM workshops WHERE id NOT IN (SELECT workshop_id FROM seals)").Scan(&open).Error; err != nil {
		return err
	}
	return db.Transaction(func(db *gorm.DB) error {
		for _, w := range open {
			sum, err := sealOf(db, w, false)
			if err == nil {
				err = db.Create(&seal{WorkshopID: w, Sum: sum}).Error
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// breakSeals compares what a program sealed that has ended, before anything is
// written, and remembers what is damaged.
func breakSeals(db *gorm.DB) error {
	if !db.Migrator().HasTable(&seal{}) {
		return nil
	}
	var seals []seal
	if err := db.Find(&seals).Error; err != nil {
		return err
	}
	whole := !sqlite.HasSchemaSum(db)
	return db.Transaction(func(db *gorm.DB) error {
		for _, s := range seals {
			sum, err := sealOf(db, s.WorkshopID, whole)
			if err == nil && sum != s.Sum {
				err = db.Model(&s).Update("damaged", true).Error
			}
			if err != nil {
				return err
			}
		}
		return db.Where("damaged = ?", false).Delete(&seal{}).Error
	})
}

// mustBeWhole refuses a workshop whose seal did not fit.
func mustBeWhole(db *gorm.DB, w models.WorkshopID) error {
	var broken int64
	err := db.Model(&seal{}).Where("workshop_id = ? AND damaged = ?", w, true).Count(&broken).Error
	if err == nil && broken > 0 {
		return damaged()
	}
	return err
}
