package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"dilna/models"
	"dilna/models/store/sqlite"
)

// restoring is the folder, in a data folder, in which a backup is made ready.
const restoring = "restoring"

// Unfinished says whether restoring was broken off in dir after the data that
// were there had been set aside: a program must not begin anew there.
func Unfinished(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, restoring, "dilna.db"))
	return err == nil && !HasData(dir)
}

// HasData says whether there is a database in dir.
func HasData(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "dilna.db"))
	return err == nil
}

// Restore makes the database in dir the one the backup holds. What was there is
// set aside in a folder of dir, not destroyed. The caller has the folder for
// itself. The backup is examined before, and what is made of it, of the newest
// schema, after; only then anything in dir changes. ErrNoBackup, ErrNewer,
// ErrDamaged: nothing was changed.
func Restore(ctx context.Context, file, dir string, opts Options) (models.Restored, error) {
	if opts.Now == nil {
		opts.Now = time.Now
	}
	ready := filepath.Join(dir, restoring)
	if _, err := ReadBackup(ctx, file); err != nil {
		return models.Restored{}, err
	}
	if err := firstOf(os.RemoveAll(ready), os.Mkdir(ready, 0o700)); err != nil {
		return models.Restored{}, err
	}
	done, err := makeReady(ctx, file, dir, opts)
	if err != nil {
		return done, errors.Join(err, os.RemoveAll(ready))
	}
	if done.Aside, err = setAside(dir, opts); err != nil {
		return done, err
	}
	err = firstOf(os.Rename(filepath.Join(ready, "dilna.db"), filepath.Join(dir, "dilna.db")), os.RemoveAll(ready))
	return done, firstOf(err, sqlite.SyncFolder(dir))
}

// makeReady makes of the backup, beside the data that are there, a database that
// can take their place.
func makeReady(ctx context.Context, file, dir string, opts Options) (done models.Restored, err error) {
	ready := filepath.Join(dir, restoring)
	if err := thaw(ctx, file, filepath.Join(ready, "dilna.db")); err != nil {
		return done, err
	}
	opts.Ballast, opts.Publisher = 0, nil
	s, err := Open(ctx, ready, opts)
	if err != nil {
		return done, err
	}
	late, err := erasedIn(ctx, s, dir)
	if err == nil {
		done.Closed, done.Erased, err = s.settle(ctx, late)
	}
	if err := errors.Join(err, s.Close()); err != nil {
		return done, err
	}
	held, err := ReadBackup(ctx, filepath.Join(ready, "dilna.db"))
	done.Workshops = held.Workshops
	return done, err
}

// thaw copies a backup as it is.
func thaw(ctx context.Context, file, to string) error {
	from, err := sqlite.OpenFile(file, sqlite.Reading(file))
	if err != nil {
		return err
	}
	_, err = copyInto(ctx, from, to, nil)
	return err
}

// erasedIn are the rows that people have erased from the data in dir since the
// backup was made. Data that cannot be read have nothing to say.
func erasedIn(ctx context.Context, s *Store, dir string) ([]lateErasure, error) {
	if !HasData(dir) {
		return nil, nil
	}
	now, err := sqlite.Open(ctx, filepath.Join(dir, "dilna.db"), sqlite.Reader, false)
	if err != nil {
		return nil, nil //nolint:nilerr // they are being replaced because of that
	}
	defer func() { _ = closeDB(now) }()
	late, err := erasedSince(s.readers.WithContext(ctx), now.WithContext(ctx))
	if err != nil {
		return nil, ctx.Err()
	}
	return late, nil
}

// setAside moves the data in dir, if there are any, into a folder of their own.
// The database goes first: without it no program takes what is left for whole.
func setAside(dir string, opts Options) (string, error) {
	names, err := copiesIn(dir)
	if err != nil {
		return "", err
	}
	for _, name := range []string{"keys", "dilna.db-shm", "dilna.db-wal", "dilna.db"} {
		if _, err := os.Lstat(filepath.Join(dir, name)); err == nil {
			names = append(names, filepath.Join(dir, name))
		}
	}
	if len(names) == 0 {
		return "", nil
	}
	aside := filepath.Join(dir, "replaced-"+opts.Now().Format("2006-01-02-150405"))
	if err := os.Mkdir(aside, 0o700); err != nil {
		return "", err
	}
	for _, path := range slices.Backward(names) {
		if err := os.Rename(path, filepath.Join(aside, filepath.Base(path))); err != nil {
			return aside, fmt.Errorf("set aside: %w", err)
		}
	}
	return aside, firstOf(sqlite.SyncFolder(aside), sqlite.SyncFolder(dir))
}
