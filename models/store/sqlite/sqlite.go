// Package sqlite is what of the store only SQLite does: one file in a folder of
// one program (docs/adr/0027).
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"

	sqlite3 "github.com/mattn/go-sqlite3"
	driver "gorm.io/driver/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"
	"gorm.io/gorm/logger"
)

// oldestSQLite is the first version without the WAL-reset bug that loses pages
// (docs/reliability.md, 0.6).
const oldestSQLite = "3.51.3"

// pragmas are set on every connection and read back: a mistyped one is
// silently ignored by SQLite (docs/reliability.md, section 9).
var pragmas = []struct{ name, value, reads string }{
	{"busy_timeout", "5000", "5000"},
	{"journal_mode", "WAL", "wal"},
	{"synchronous", "FULL", "2"}, // NORMAL loses acknowledged votes at a power cut (0.5)
	{"foreign_keys", "ON", "1"},
	{"trusted_schema", "OFF", "0"},
	{"secure_delete", "ON", "1"}, // ballots of a closed round leave no trace in the file
}

// Pool says how one of the pools connects.
type Pool struct {
	driver      string
	lock        string // how a transaction begins
	connections int
	readOnly    bool
}

var (
	// The writer takes the lock when a transaction begins: taking it at the
	// first write would ignore busy_timeout (FM-10).
	Writer  = Pool{driver: "dilna-writer", lock: "immediate", connections: 1}
	Reader  = Pool{driver: "dilna-reader", lock: "deferred", connections: max(4, runtime.NumCPU()), readOnly: true}
	Sweeper = Pool{driver: "dilna-sweeper", lock: "immediate", connections: 1}
)

var registerDrivers = sync.OnceFunc(func() {
	for _, d := range []Pool{Writer, Reader, Sweeper} {
		sql.Register(d.driver, &sqlite3.SQLiteDriver{ConnectHook: func(c *sqlite3.SQLiteConn) error {
			for _, p := range pragmas {
				if _, err := c.Exec("PRAGMA "+p.name+" = "+p.value, nil); err != nil {
					return fmt.Errorf("pragma %s: %w", p.name, err)
				}
			}
			if d.readOnly {
				_, err := c.Exec("PRAGMA query_only = ON", nil)
				return err
			}
			return nil
		}})
	}
})

// Open opens one of the pools of the database at path, and makes the file if
// there is none. It refuses settings that would break promises and, where it is
// to check, a file that SQLite finds damaged: ErrDamaged.
func Open(ctx context.Context, path string, d Pool, check bool) (*gorm.DB, error) {
	registerDrivers()
	if err := keepPrivate(path); err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	db, err := gorm.Open(steady{&driver.Dialector{
		DriverName: d.driver,
		DSN:        Address(path) + "?_stmt_cache_size=200&_txlock=" + d.lock, // more than there are
	}}, &gorm.Config{
		SkipDefaultTransaction: true,
		PrepareStmt:            !d.readOnly, // readers ask in transactions, which would each prepare anew: the driver keeps theirs
		TranslateError:         true,
		Logger:                 logger.Discard, // errors are returned, and statements hold what people wrote
	})
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	pool, err := db.DB()
	if err != nil {
		return nil, err
	}
	pool.SetMaxOpenConns(d.connections)
	pool.SetMaxIdleConns(d.connections)
	if err := verify(ctx, pool, check); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", path, err), pool.Close())
	}
	return db, nil
}

// steady puts a plus, which does nothing, before each value of a statement. Where a
// value stands alone SQLite plans the statement anew each time it is run, in the
// hope of a better plan for just this value: half of the work of a ballot.
type steady struct{ *driver.Dialector }

// BindVarTo writes what stands for a value.
func (steady) BindVarTo(to clause.Writer, _ *gorm.Statement, _ any) { _, _ = to.WriteString("+?") }

// Address is the path as SQLite's addresses have it: a folder may be called
// anything, `akce#1` and `co?` too.
func Address(path string) string {
	path = filepath.ToSlash(path)
	if strings.HasPrefix(path, "//") {
		path = "//" + path // a share of Windows, not the name of a computer
	}
	return "file:" + strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(path)
}

// keepPrivate makes the database, if there is none, and what belongs to it
// nobody else's to read: SQLite would make the files as the system likes.
// The file is not opened where it is there: closing it again would take
// SQLite's locks away.
func keepPrivate(path string) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err == nil {
		return file.Close()
	}
	if !errors.Is(err, fs.ErrExist) {
		return err
	}
	for _, file := range []string{path, path + "-wal", path + "-shm"} {
		if err := os.Chmod(file, 0o600); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

func verify(ctx context.Context, pool *sql.DB, check bool) error {
	var version string
	if err := pool.QueryRowContext(ctx, "SELECT sqlite_version()").Scan(&version); err != nil {
		return err
	}
	if olderThan(version, oldestSQLite) {
		return fmt.Errorf("SQLite %s can lose data; %s or newer is needed", version, oldestSQLite)
	}
	for _, p := range pragmas {
		var got string
		if err := pool.QueryRowContext(ctx, "PRAGMA "+p.name).Scan(&got); err != nil {
			return err
		}
		if got != p.reads {
			return fmt.Errorf("SQLite keeps %s at %s instead of %s", p.name, got, p.reads)
		}
	}
	if !check {
		return nil
	}
	var verdict string
	if err := pool.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return fmt.Errorf("%w: %s", ErrDamaged, verdict)
	}
	return nil
}

// olderThan compares dotted version numbers.
func olderThan(version, least string) bool {
	have, want := strings.Split(version, "."), strings.Split(least, ".")
	for i := range min(len(have), len(want)) {
		h, _ := strconv.Atoi(have[i])
		w, _ := strconv.Atoi(want[i])
		if h != w {
			return h < w
		}
	}
	return len(have) < len(want)
}

// IsBusy says whether somebody else held the database longer than we wait, or
// the disk refused: the command was not done and may be tried again.
func IsBusy(err error) bool {
	return says(err, sqlite3.ErrBusy, sqlite3.ErrLocked, sqlite3.ErrIoErr, sqlite3.ErrReadonly)
}

// ErrDamaged refuses a database that is not what was written.
var ErrDamaged = errors.New("the database is damaged; restore a backup")

// IsFull says whether there was no room for what was written.
func IsFull(err error) bool { return says(err, sqlite3.ErrFull) }

// IsDamaged says whether the file is not what SQLite has written.
func IsDamaged(err error) bool { return says(err, sqlite3.ErrCorrupt, sqlite3.ErrNotADB) }

func says(err error, codes ...sqlite3.ErrNo) bool {
	e, ok := errors.AsType[sqlite3.Error](err)
	return ok && slices.Contains(codes, e.Code)
}

// NoRoom says whether a database could not be opened because the disk is full.
func NoRoom(err error) bool {
	return IsFull(err) || errors.Is(err, syscall.ENOSPC) || says(err, sqlite3.ErrIoErr)
}
