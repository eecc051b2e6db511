package store

import (
	"context"
	"errors"
	"path/filepath"

	"gorm.io/gorm"

	"dilna/models/store/sqlite"
)

// folder is the data folder of a program, with its database, its keys and its
// copies.
type folder struct {
	dir   string
	guest bool // another program has it
}

// Open opens the database in dir, makes or migrates it, and starts the writer.
// It refuses a database that a newer program has made, one that fails SQLite's
// own check, and settings that would break promises.
func Open(ctx context.Context, dir string, opts Options) (*Store, error) {
	s, opts := newStore(sqlite.Dialect{}, opts)
	s.folder = &folder{dir: dir, guest: opts.Guest}
	room := newBallast(dir, opts)
	sweeping, err := s.openFolder(ctx)
	if noRoom(err) && room.release() {
		if err = s.disconnect(); err == nil {
			sweeping, err = s.openFolder(ctx)
		}
	}
	if err != nil {
		return nil, errors.Join(err, s.disconnect())
	}
	if !room.gone {
		room.load()
	}
	if err := s.start(sweeping, room, opts); err != nil || opts.Guest {
		return s, err
	}
	if err := s.writer.doLast(ctx, common, s.emptyTrash); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	s.sweeper.ask()
	return s, nil
}

// openFolder opens the database's pools, the one for sweeping among them, and
// what is kept beside it.
func (s *Store) openFolder(ctx context.Context) (sweeping *gorm.DB, err error) {
	path := filepath.Join(s.folder.dir, "dilna.db")
	if s.writing, err = sqlite.Open(ctx, path, sqlite.Writer, !s.folder.guest); err != nil {
		return nil, err
	}
	if !s.folder.guest {
		if err := s.makeNewest(ctx); err != nil {
			return nil, err
		}
	}
	if s.readers, err = sqlite.Open(ctx, path, sqlite.Reader, false); err != nil {
		return nil, err
	}
	keys, err := openKeyFiles(filepath.Join(s.folder.dir, "keys"))
	if err != nil {
		return nil, err
	}
	s.keys = keys
	if !s.folder.guest {
		if err := keys.forgetOld(s.readers); err != nil {
			return nil, err
		}
	}
	return sqlite.Open(ctx, path, sqlite.Sweeper, false)
}

// makeNewest compares the database with its checksums, and makes it one of this
// version.
func (s *Store) makeNewest(ctx context.Context) error {
	db := s.writing
	for _, step := range []func() error{
		func() error { return sqlite.SchemaMustBeWhole(db) },
		func() error { return breakSeals(db) },
		func() error { return s.migrateFolder(ctx, db) },
		func() error { return sqlite.SumSchema(db) },
		func() error { return sumWhatHasNone(db) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
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
