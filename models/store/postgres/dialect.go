package postgres

import (
	"database/sql"
	"strings"

	"gorm.io/gorm"
)

// Dialect is what the store asks of its database, on PostgreSQL.
type Dialect struct{}

// Begin begins a transaction that stays on its connection: where that is lost,
// everything after it fails, too.
func (Dialect) Begin(writing *gorm.DB) (*gorm.DB, error) {
	tx := writing.Begin(&sql.TxOptions{Isolation: sql.LevelReadCommitted})
	return tx, tx.Error
}

// Commit ends the transaction.
func (Dialect) Commit(tx *gorm.DB) error { return tx.Commit().Error }

// Rollback gives the transaction up.
func (Dialect) Rollback(tx *gorm.DB) error { return tx.Rollback().Error }

// Lock takes the locks in the order of their numbers, so that two instances
// never wait for each other. They are locks of ids, not of rows: what an id
// names may be about to be made. Each statement after this one sees what those
// committed who had a lock before.
func (Dialect) Lock(tx *gorm.DB, ids []string) error {
	return tx.Exec(`SELECT pg_advisory_xact_lock(number) FROM (
		SELECT DISTINCT hashtextextended('dilna ' || id, 0) AS number FROM string_to_table(?, ' ') AS id ORDER BY 1) AS ordered`,
		strings.Join(ids, " ")).Error
}

// Savepoint asks the server once: the way there and back is most of what a dot
// takes.
func (Dialect) Savepoint(tx *gorm.DB, first bool) error {
	if first {
		return tx.Exec("SAVEPOINT unit").Error
	}
	return tx.Exec("RELEASE SAVEPOINT unit; SAVEPOINT unit").Error
}

// Snapshot reads everything as of its first statement.
func (Dialect) Snapshot() *sql.TxOptions {
	return &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}
}

// WrittenElsewhere changes with everything that anybody writes.
func (Dialect) WrittenElsewhere(writing *gorm.DB) (number int64, err error) {
	err = writing.Raw("SELECT CAST(CAST(pg_snapshot_xmax(pg_current_snapshot()) AS TEXT) AS BIGINT)").Scan(&number).Error // Row() is nil where ctx has ended
	return number, err
}

// LeaveTraces: PostgreSQL knows itself what is not swept out.
func (Dialect) LeaveTraces(*gorm.DB) error { return nil }

// forgetful are the tables something is removed from for good.
const forgetful = "ballots, round_keys, entries, history, commands, drafts, photos, photo_files, editions, prints"

// Sweep frees what removed and former rows took. How much of them the disk and
// the log of the server keep nevertheless is told in docs/adr/0005.
func (Dialect) Sweep(pool *sql.DB) (bool, error) {
	_, err := pool.Exec("VACUUM (SKIP_LOCKED) " + forgetful)
	return err == nil, err
}
