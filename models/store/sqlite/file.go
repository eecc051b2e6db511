package sqlite

import (
	"database/sql"
	"errors"
	"os"
	"runtime"

	sqlite3 "github.com/mattn/go-sqlite3"
	driver "gorm.io/driver/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"
)

// Changing opens a backup that is being made; nobody else has it yet.
const Changing = "_journal_mode=MEMORY&_secure_delete=true&_foreign_keys=true"

// Reading opens a file without changing anything, on a disk that cannot be
// written, too. Somebody may give us a database with its log beside it.
func Reading(file string) string {
	if _, err := os.Stat(file + "-wal"); err == nil {
		return "mode=ro"
	}
	return "mode=ro&immutable=1"
}

// OpenFile opens a database of one file, on one connection; it makes none.
func OpenFile(file, options string) (*gorm.DB, error) {
	if _, err := os.Stat(file); err != nil {
		return nil, err
	}
	pool, err := sql.Open("sqlite3", Address(file)+"?"+options)
	if err != nil {
		return nil, err
	}
	pool.SetMaxOpenConns(1)
	db, err := gorm.Open(driver.New(driver.Config{Conn: pool}), &gorm.Config{
		SkipDefaultTransaction: true, TranslateError: true, Logger: logger.Discard,
	})
	if err != nil {
		return nil, errors.Join(err, pool.Close())
	}
	return db, nil
}

// IsNone says whether the file is no database at all.
func IsNone(err error) bool { return says(err, sqlite3.ErrNotADB) }

// HasTables says whether all of these tables are there.
func HasTables(db *gorm.DB, names ...string) (bool, error) {
	var found int
	err := db.Raw("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name IN ?", names).Scan(&found).Error
	return found == len(names), err
}

// CopyInto writes all rows of a database, as it is at one moment, to an empty
// file. Readers may not do it: SQLite takes it for writing.
func CopyInto(db *gorm.DB, file string) error {
	return db.Exec("VACUUM INTO ?", Address(file)).Error
}

// Rewrite leaves nothing of rows that were removed.
func Rewrite(db *gorm.DB) error { return db.Exec("VACUUM").Error }

// SyncFolder has the names of a folder's files on disk. Windows cannot be asked.
func SyncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	folder, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}
