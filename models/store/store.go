// Package store keeps workshops in a database. It is the only package that
// knows GORM and SQL. Everything that changes a workshop goes through one
// writer (writer.go); everything that reads takes a snapshot.
package store

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
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
	Now       func() time.Time // nil: time.Now
	Guest     bool             // another program of the same version runs on dir: migrate and tidy nothing
}

// Store is one database in one data folder.
type Store struct {
	readers *gorm.DB // many connections that cannot write
	writer  *writer  // the one that can
	keys    *keyring // the secrets of open rounds
	seats   sync.Map // seatKey → models.Seat: every request of a phone asks for its seat
	finder  finder   // the texts of workshops, for searching
	health  health
	now     func() time.Time
	wound   chan struct{} // a timer has changed
}

// Open opens the database in dir, makes or migrates it, and starts the writer.
// It refuses a database that a newer program has made, one that fails SQLite's
// own check after an unclean stop, and settings that would break promises.
func Open(ctx context.Context, dir string, opts Options) (*Store, error) {
	path := filepath.Join(dir, "dilna.db")
	writing, err := openSQLite(ctx, path, dialSQLiteWriter, !opts.Guest && uncleanStop(path))
	if err != nil {
		return nil, err
	}
	if !opts.Guest {
		if err := migrate(ctx, writing); err != nil {
			return nil, errors.Join(err, closeDB(writing))
		}
	}
	reading, err := openSQLite(ctx, path, dialSQLiteReader, false)
	if err != nil {
		return nil, errors.Join(err, closeDB(writing))
	}
	keys, err := openKeyring(filepath.Join(dir, "keys"))
	if err != nil {
		return nil, errors.Join(err, closeDB(reading), closeDB(writing))
	}
	s := &Store{readers: reading, keys: keys, now: opts.Now, wound: make(chan struct{}, 1)}
	if s.now == nil {
		s.now = time.Now
	}
	if !opts.Guest {
		if err := s.forgetOldKeys(); err != nil {
			return nil, errors.Join(err, closeDB(reading), closeDB(writing))
		}
	}
	s.writer = startWriter(writing, opts.Publisher)
	if !opts.Guest {
		if err := s.writer.do(ctx, s.emptyTrash); err != nil {
			return nil, errors.Join(err, s.Close())
		}
	}
	return s, nil
}

// SetPublisher says who listens, before the first command comes.
func (s *Store) SetPublisher(p Publisher) { s.writer.publisher = p }

// Close waits for the commands that are under way and closes the database.
func (s *Store) Close() error {
	s.writer.stop()
	return errors.Join(closeDB(s.readers), closeDB(s.writer.db))
}

func closeDB(db *gorm.DB) error {
	pool, err := db.DB()
	if err != nil {
		return err
	}
	return pool.Close()
}

// read runs fn on a snapshot: whatever is written meanwhile, fn does not see it.
func (s *Store) read(ctx context.Context, fn func(db *gorm.DB) error) error {
	return translate(s.readers.WithContext(ctx).Transaction(fn))
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

func isRefusal(err error) bool {
	_, ok := errors.AsType[*models.Error](err)
	return ok
}
