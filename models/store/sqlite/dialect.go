package sqlite

import (
	"database/sql"

	"gorm.io/gorm"
)

// Dialect is what the store asks of its database, on SQLite.
type Dialect struct{}

// Begin takes the lock of the whole database. It is begun and ended by hand:
// the writer's pool is one connection, and statements prepared outside a sql.Tx
// stay prepared, which is a third of the work of a dot.
func (Dialect) Begin(writing *gorm.DB) (*gorm.DB, error) {
	return writing, writing.Exec("BEGIN IMMEDIATE").Error
}

// Commit ends the transaction.
func (Dialect) Commit(tx *gorm.DB) error { return tx.Exec("COMMIT").Error }

// Rollback gives the transaction up. Some failures of Commit leave it open,
// others end it: then there is nothing to do, and SQLite says so.
func (Dialect) Rollback(tx *gorm.DB) error { return tx.Exec("ROLLBACK").Error }

// Lock has nothing to do: whoever writes has the whole database.
func (Dialect) Lock(*gorm.DB, []string) error { return nil }

// Savepoint begins a savepoint; each statement stays prepared by itself.
func (Dialect) Savepoint(tx *gorm.DB, first bool) error {
	if !first {
		if err := tx.Exec("RELEASE SAVEPOINT unit").Error; err != nil {
			return err
		}
	}
	return tx.Exec("SAVEPOINT unit").Error
}

// Snapshot: every transaction that reads is one.
func (Dialect) Snapshot() *sql.TxOptions { return nil }

// WrittenElsewhere changes, on the writer's connection, when any other has written.
func (Dialect) WrittenElsewhere(writing *gorm.DB) (version int64, err error) {
	err = writing.Raw("PRAGMA data_version").Scan(&version).Error // Row() is nil where ctx has ended
	return version, err
}
