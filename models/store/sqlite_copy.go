package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"gorm.io/gorm"

	"dilna/models/store/sqlite"
)

// keptCopies is how many copies made before an upgrade are kept.
const keptCopies = 3

// beforeUpgrade is how such copies are called.
const beforeUpgrade = "before-upgrade-"

// copiesIn are the copies in a data folder, the oldest schema first.
func copiesIn(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	var copies []string
	for _, entry := range entries {
		if strings.HasPrefix(entry.Name(), beforeUpgrade) {
			copies = append(copies, filepath.Join(dir, entry.Name()))
		}
	}
	return copies, err
}

// keepCopy copies the database before it is made one of a newer schema. Only
// whoever runs the program may read the copy.
func keepCopy(db *gorm.DB, dir string, schema int64) error {
	path := filepath.Join(dir, fmt.Sprintf("%s%04d.db", beforeUpgrade, schema))
	if err := os.RemoveAll(path); err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	if err := db.Exec("VACUUM INTO ?", sqlite.Address(path)).Error; err != nil {
		return errors.Join(err, os.Remove(path))
	}
	copies, err := copiesIn(dir)
	for i := 0; err == nil && i < len(copies)-keptCopies; i++ {
		err = os.Remove(copies[i])
	}
	return err
}

// dropCopies removes all copies made before upgrades.
func dropCopies(dir string) error {
	copies, err := copiesIn(dir)
	for _, path := range copies {
		err = errors.Join(err, os.Remove(path))
	}
	return err
}
