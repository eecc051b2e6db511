package sqlite

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"gorm.io/gorm"
)

// schemaSum is the checksum of the schema. A column that a flipped bit gave
// another name would be read as empty, with rows that are what they were.
type schemaSum struct{ Sum string }

// errSchema is what is wrong with tables that are not those we made.
var errSchema = fmt.Errorf("%w: the schema differs", ErrDamaged)

// schemaNow is the checksum of the schema as it is. Statistics of SQLite are no
// part of it.
func schemaNow(db *gorm.DB) (string, error) {
	var lines []string
	err := db.Raw(`SELECT type || ' ' || name || ' ' || tbl_name || ' ' || COALESCE(sql, '') FROM sqlite_master
		WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name`).Scan(&lines).Error
	sum := sha256.Sum256([]byte(strings.Join(lines, "\n")))
	return hex.EncodeToString(sum[:]), err
}

// HasSchemaSum says whether the database is of a version that sums its schema.
func HasSchemaSum(db *gorm.DB) bool { return db.Migrator().HasTable(&schemaSum{}) }

// SchemaMustBeWhole refuses a schema that is not what it was when it was made;
// one from before schemas were summed is taken for right.
func SchemaMustBeWhole(db *gorm.DB) error {
	if !HasSchemaSum(db) {
		return nil
	}
	var kept []schemaSum
	if err := db.Find(&kept).Error; err != nil || len(kept) == 0 {
		return err
	}
	now, err := schemaNow(db)
	if err == nil && (len(kept) > 1 || now != kept[0].Sum) {
		return errSchema
	}
	return err
}

// SumSchema keeps the checksum of a schema that was made or migrated.
func SumSchema(db *gorm.DB) error {
	now, err := schemaNow(db)
	if err != nil {
		return err
	}
	return db.Transaction(func(db *gorm.DB) error {
		var kept []schemaSum
		if err := db.Find(&kept).Error; err != nil || len(kept) == 1 && kept[0].Sum == now {
			return err
		}
		if err := db.Exec("DELETE FROM schema_sums").Error; err != nil {
			return err
		}
		return db.Create(&schemaSum{Sum: now}).Error
	})
}

// Ailments is what SQLite finds wrong with its file, line by line.
func Ailments(db *gorm.DB) ([]string, error) {
	var lines []string
	err := db.Raw("PRAGMA integrity_check").Scan(&lines).Error
	if err == nil && len(lines) == 1 && lines[0] == "ok" {
		return nil, nil
	}
	return lines, err
}

// Dangling is a foreign key of some table whose rows name what is not there.
type Dangling struct {
	Table  string
	Parent string
	FKID   int `gorm:"column:fkid"`
}

// DanglingKeys are all of them.
func DanglingKeys(db *gorm.DB) ([]Dangling, error) {
	var found []Dangling
	err := db.Raw(`SELECT DISTINCT "table", parent, fkid FROM pragma_foreign_key_check`).Scan(&found).Error
	return found, err
}

// Workshops are those whose rows dangle; "" where the table knows no workshop.
func (d Dangling) Workshops(db *gorm.DB) (ids []string, err error) {
	var columns []struct{ From, To string }
	err = db.Raw(`SELECT "from", "to" FROM pragma_foreign_key_list(?) WHERE id = ?`, d.Table, d.FKID).Scan(&columns).Error
	if err != nil || !db.Migrator().HasColumn(d.Table, "workshop_id") {
		return []string{""}, err
	}
	var joined, named []string
	for _, c := range columns {
		joined = append(joined, fmt.Sprintf("p.%q = c.%q", c.To, c.From))
		named = append(named, fmt.Sprintf("c.%q IS NOT NULL", c.From))
	}
	err = db.Raw(fmt.Sprintf("SELECT DISTINCT c.workshop_id FROM %q c WHERE %s AND NOT EXISTS (SELECT 1 FROM %q p WHERE %s)",
		d.Table, strings.Join(named, " AND "), d.Parent, strings.Join(joined, " AND "))).Scan(&ids).Error
	return ids, err
}
