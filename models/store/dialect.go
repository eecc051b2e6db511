package store

import (
	"database/sql"
	"errors"

	"gorm.io/gorm"

	"dilna/models/store/postgres"
	"dilna/models/store/sqlite"
)

// dialect is what the databases do each in their own way while the store is
// open. Everything else is SQL that both understand (docs/adr/0027).
type dialect interface {
	// Begin begins a transaction of the writer; Commit or Rollback ends it.
	Begin(writing *gorm.DB) (tx *gorm.DB, err error)
	Commit(tx *gorm.DB) error
	Rollback(tx *gorm.DB) error
	// Lock keeps all other instances from changing what these ids (without
	// blanks) name, and waits for those that are changing it, until the
	// transaction ends.
	Lock(tx *gorm.DB, ids []string) error
	// Savepoint begins the savepoint `unit`, and ends the one before unless this
	// is the first of the transaction.
	Savepoint(tx *gorm.DB, first bool) error
	// Snapshot is how a transaction begins that reads everything as of one moment.
	Snapshot() *sql.TxOptions
	// WrittenElsewhere is a number that changes when another program has written.
	WrittenElsewhere(writing *gorm.DB) (int64, error)
	// LeaveTraces notes down, in the transaction that removes something for
	// good, that it is not swept out yet.
	LeaveTraces(tx *gorm.DB) error
	// Sweep leaves nothing behind of what was removed; false: it is in use, try again.
	Sweep(pool *sql.DB) (clean bool, err error)
}

// ErrDamaged refuses a database that is not what was written.
var ErrDamaged = sqlite.ErrDamaged

// isFull says whether there was no room for what was written.
func isFull(err error) bool { return sqlite.IsFull(err) || postgres.IsFull(err) }

// isDamaged says whether what is read is not what was written.
func isDamaged(err error) bool { return sqlite.IsDamaged(err) || postgres.IsDamaged(err) }

// isBusy says whether the database cannot be reached or others held it for too
// long: the command may be sent again, with the same key.
func isBusy(err error) bool { return sqlite.IsBusy(err) || postgres.IsBusy(err) }

// isAway says whether the database cannot be reached, or takes no command for as
// long as it starts, stops or follows another.
func isAway(err error) bool { return postgres.IsAway(err) }

// isToRepeat says whether the whole transaction was given up for the sake of
// another instance's, and goes through when it is run again.
func isToRepeat(err error) bool { return postgres.IsToRepeat(err) }

// noRoom says whether the database could not be opened because the disk is full.
func noRoom(err error) bool { return err != nil && sqlite.NoRoom(errors.Join(err)) }
