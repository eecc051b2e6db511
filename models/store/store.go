// Package store keeps workshops in a database. It is the only package that
// knows GORM and SQL. Everything that changes a workshop goes through one
// writer (writer.go); everything that reads takes a snapshot.
package store

import (
	"context"
	"database/sql"
	"errors"
	"log/slog"
	"path/filepath"
	"sync"
	"syscall"
	"time"

	sqlite3 "github.com/mattn/go-sqlite3"
	"gorm.io/gorm"

	"dilna/models"
)

// Publisher is told what has been committed, never what might be.
type Publisher interface {
	// Changed says that the workshop is at this revision now.
	Changed(w models.WorkshopID, at models.Revision)
	// Progressed says that a count changed which is no state: seats, ballots.
	Progressed(w models.WorkshopID)
}

// Options are what a Store may be given from outside.
type Options struct {
	Publisher Publisher        // nil: nobody listens
	Log       *slog.Logger     // nil: nothing is told
	Now       func() time.Time // nil: time.Now
	Ballast   int64            // bytes of a file that is given up on a full disk; 0: none
	Guest     bool             // another program of the same version runs on dir: migrate and tidy nothing
}

// Store is one database in one data folder.
type Store struct {
	readers *gorm.DB // many connections that cannot write
	writing *gorm.DB // the writer's
	writer  *writer  // the one that can
	sweeper *sweeper // leaves nothing behind of what was removed
	keys    *keyring // the secrets of open rounds
	seats   sync.Map // seatKey → models.Seat: every request of a phone asks for its seat
	finder  finder   // the texts of workshops, for searching
	health  health
	guest   bool   // another program has the folder
	dir     string // the data folder
	now     func() time.Time
	wound   chan struct{} // a timer has changed
}

// Open opens the database in dir, makes or migrates it, and starts the writer.
// It refuses a database that a newer program has made, one that fails SQLite's
// own check, and settings that would break promises.
func Open(ctx context.Context, dir string, opts Options) (*Store, error) {
	if opts.Log == nil {
		opts.Log = slog.New(slog.DiscardHandler)
	}
	if opts.Now == nil {
		opts.Now = time.Now
	}
	s := &Store{guest: opts.Guest, dir: dir, now: opts.Now, wound: make(chan struct{}, 1)}
	room := newBallast(dir, opts)
	err := s.connect(ctx, dir, opts)
	if noRoom(err) && room.release() {
		if err = s.disconnect(); err == nil {
			err = s.connect(ctx, dir, opts)
		}
	}
	if err != nil {
		return nil, errors.Join(err, s.disconnect())
	}
	if !room.gone {
		room.load()
	}
	s.writer, s.sweeper.log, s.health.log = startWriter(s.writing, room, opts), opts.Log, opts.Log
	s.sweeper.start()
	if opts.Guest {
		return s, nil
	}
	if err := firstOf(s.forgetOldKeys(), s.writer.doLast(ctx, s.emptyTrash)); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	s.sweeper.ask()
	return s, nil
}

// connect opens the database's pools, and what is kept beside it.
func (s *Store) connect(ctx context.Context, dir string, opts Options) (err error) {
	path := filepath.Join(dir, "dilna.db")
	if s.writing, err = openSQLite(ctx, path, dialSQLiteWriter, !opts.Guest); err != nil {
		return err
	}
	if !opts.Guest {
		if err := firstOf(schemaMustBeWhole(s.writing), breakSeals(s.writing)); err != nil {
			return err
		}
		if err := s.migrate(ctx, s.writing, dir); err != nil {
			return err
		}
		if err := firstOf(sumSchema(s.writing), sumWhatHasNone(s.writing)); err != nil {
			return err
		}
	}
	if s.readers, err = openSQLite(ctx, path, dialSQLiteReader, false); err != nil {
		return err
	}
	sweeping, err := openSQLite(ctx, path, dialSQLiteSweeper, false)
	if err != nil {
		return err
	}
	pool, err := sweeping.DB()
	if err != nil {
		return err
	}
	s.sweeper = newSweeper(pool)
	s.keys, err = openKeyring(filepath.Join(dir, "keys"))
	return err
}

// SetPublisher says who listens, before the first command comes.
func (s *Store) SetPublisher(p Publisher) { s.writer.publisher = p }

// Close waits for the commands that are under way, leaves nothing behind of
// what was removed, and closes the database.
func (s *Store) Close() error {
	s.writer.stop()
	err := closeDB(s.readers)
	s.sweeper.stop()
	if !s.guest {
		err = errors.Join(err, s.seal())
	}
	return errors.Join(err, s.disconnect())
}

// seal writes the seals. What a full disk leaves without one is compared with
// none at the next start.
func (s *Store) seal() error {
	err := sealAll(s.writing)
	if isFull(err) {
		s.writer.log.Warn("the disk is full: it is not written down what the data are now", "err", err)
		return nil
	}
	return err
}

// disconnect closes the pools that are open.
func (s *Store) disconnect() error {
	err := errors.Join(closeDB(s.readers), closeDB(s.writing))
	if s.sweeper != nil {
		err = errors.Join(err, s.sweeper.db.Close())
	}
	return err
}

// closeDB closes a pool; one that was never opened or is closed stays so.
func closeDB(db *gorm.DB) error {
	if db == nil {
		return nil
	}
	pool, err := db.DB()
	if err != nil {
		return err
	}
	return pool.Close()
}

// read runs fn on a snapshot: whatever is written meanwhile, fn does not see it.
func (s *Store) read(ctx context.Context, fn func(db *gorm.DB) error) error {
	return s.health.note(translate(s.readers.WithContext(ctx).Transaction(fn)))
}

// translate makes a refusal of the database one of ours; a models.Error and
// nil stay what they are.
func translate(err error) error {
	switch {
	case err == nil || isRefusal(err):
		return err
	case errors.Is(err, gorm.ErrRecordNotFound):
		return models.Fail(models.KindNotFound, models.CodeNotFound)
	case errors.Is(err, gorm.ErrDuplicatedKey):
		return models.Fail(models.KindConflict, models.CodeIDTaken)
	case isFull(err):
		return models.Fail(models.KindUnavailable, models.CodeDiskFull).Because(err)
	case isDamaged(err):
		return models.Fail(models.KindInternal, models.CodeDamaged).Because(err)
	case isBusy(err):
		return models.Fail(models.KindUnavailable, models.CodeBusy).Because(err)
	}
	return err
}

// notFound translates what a single row says when there is none.
func notFound(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return models.Fail(models.KindNotFound, models.CodeNotFound)
	}
	return err
}

// noRoom says whether the database could not be opened because the disk is full.
func noRoom(err error) bool {
	return isFull(err) || errors.Is(err, syscall.ENOSPC) || isSQLite(err, sqlite3.ErrIoErr)
}

func isRefusal(err error) bool {
	_, ok := errors.AsType[*models.Error](err)
	return ok
}
