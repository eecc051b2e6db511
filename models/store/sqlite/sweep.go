package sqlite

import (
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"

	"gorm.io/gorm"
)

// LeaveTraces notes down, in the transaction that removes something for good,
// that it is not swept out yet: a program that is killed sweeps when it starts.
// The number is another one each time.
func (Dialect) LeaveTraces(db *gorm.DB) error {
	//nolint:gosec // it need not be secret, only another one
	return db.Exec(fmt.Sprintf("PRAGMA user_version = %d", 1+rand.Int32N(1<<30))).Error
}

func traces(db *sql.DB) (mark int, err error) {
	err = db.QueryRow("PRAGMA user_version").Scan(&mark)
	return mark, err
}

// Sweep writes the database anew where something was removed for good, because
// SQLite leaves pieces of old rows between those it moves, and empties the log.
// It never waits for readers; false: one of them still needs the log.
//
// It takes the pool of one connection, not GORM: statements kept prepared would
// be in the way of VACUUM.
func (Dialect) Sweep(db *sql.DB) (bool, error) {
	mark, err := traces(db)
	if err == nil && mark != 0 {
		err = rewrite(db, mark)
	}
	full := IsFull(err) // then the log has grown, and is emptied all the more
	if err != nil && !full {
		return false, err
	}
	// Who empties the log has the writer wait while waiting for readers.
	if _, err := db.Exec("PRAGMA busy_timeout = 0"); err != nil {
		return false, err
	}
	var busy, log, moved int
	err = errors.Join(err, db.QueryRow("PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &log, &moved))
	return busy == 0 && !full, err
}

// rewrite makes the database of nothing but its rows. The mark goes only if it
// is still the same: something may have been removed meanwhile.
func rewrite(db *sql.DB, mark int) error {
	for _, statement := range []string{"PRAGMA busy_timeout = 5000", "PRAGMA temp_store = MEMORY", "VACUUM", "BEGIN IMMEDIATE"} {
		if _, err := db.Exec(statement); err != nil {
			return err
		}
	}
	now, err := traces(db)
	if err == nil && now == mark {
		_, err = db.Exec("PRAGMA user_version = 0")
	}
	end := "COMMIT"
	if err != nil {
		end = "ROLLBACK"
	}
	_, failed := db.Exec(end)
	return errors.Join(err, failed)
}
