// Package store keeps workshops in a database. It is the only package that
// knows GORM and SQL. Everything that changes a workshop goes through one
// writer (writer.go); everything that reads takes a snapshot.
package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"log/slog"
	"sync"
	"time"

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
	Ballast   int64            // of a folder: bytes of a file that is given up on a full disk; 0: none
	Guest     bool             // another program of the same version has the data: migrate and tidy nothing
}

// Store is one database: in a data folder of this program alone, or on a server
// that several instances share.
type Store struct {
	dialect dialect
	readers *gorm.DB // many connections that cannot write
	writing *gorm.DB // the writer's
	writer  *writer  // the one that can
	sweeper *sweeper // leaves nothing behind of what was removed
	keys    keyring  // the secrets of open rounds
	seats   sync.Map // seatKey → models.Seat: every request of a phone asks for its seat
	finder  finder   // the texts of workshops, for searching
	health  health
	folder  *folder // nil: the database is on a server
	now     func() time.Time
	wound   chan struct{} // a timer has changed
	copying copying       // how the automatic copies are
}

func newStore(d dialect, opts Options) (*Store, Options) {
	if opts.Log == nil {
		opts.Log = slog.New(slog.DiscardHandler)
	}
	if opts.Now == nil {
		opts.Now = time.Now
	}
	return &Store{dialect: d, health: health{log: opts.Log}, now: opts.Now, wound: make(chan struct{}, 1), copying: newCopying()}, opts
}

// start starts what works on its own once the database is open.
func (s *Store) start(sweeping *gorm.DB, room *ballast, opts Options) error {
	pool, err := sweeping.DB()
	if err != nil {
		return err
	}
	s.writer = startWriter(s.writing, s.dialect, room, opts)
	s.sweeper = newSweeper(pool, s.dialect, opts.Log)
	s.sweeper.start()
	return nil
}

// SetPublisher says who listens, before the first command comes.
func (s *Store) SetPublisher(p Publisher) { s.writer.publisher = p }

// Close waits for the commands that are under way, leaves nothing behind of
// what was removed, and closes the database.
func (s *Store) Close() error {
	s.writer.stop()
	err := closeDB(s.readers)
	s.sweeper.stop()
	if s.folder != nil && !s.folder.guest {
		err = errors.Join(err, s.seal())
	}
	return errors.Join(err, s.disconnect())
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
	err := s.readers.WithContext(ctx).Transaction(fn, s.dialect.Snapshot())
	if errors.Is(err, sql.ErrTxDone) {
		err = cmp.Or(ctx.Err(), err) // the time ran out, or who asked hung up, between two questions
	}
	return s.health.note(translate(err))
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
	case isAway(err):
		return models.Fail(models.KindUnavailable, models.CodeDatabaseAway).Because(err)
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

func isRefusal(err error) bool {
	_, ok := errors.AsType[*models.Error](err)
	return ok
}
