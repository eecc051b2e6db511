package store

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"dilna/models/store/postgres"
)

// ErrAddress: what was given is no address of a database.
var ErrAddress = postgres.ErrAddress

// OpenShared opens the database at a postgres:// url, which other instances may
// have open, too, makes or migrates it, and starts the writer. The secret seals
// the keys of open rounds: all instances have the same. It refuses a database
// that a newer program has made (ErrNewer), one that is empty or older to a
// guest (ErrOlder), and another secret than the one in use (ErrSecret); a guest
// needs none, and cannot open, close or follow a round.
func OpenShared(ctx context.Context, url string, secret []byte, opts Options) (*Store, error) {
	s, opts := newStore(postgres.Dialect{}, opts)
	sweeping, err := s.openServer(ctx, url, secret, opts.Guest)
	if err == nil {
		err = s.start(sweeping, &ballast{log: opts.Log}, opts)
	}
	if err != nil {
		return nil, errors.Join(err, s.disconnect())
	}
	if opts.Guest {
		return s, nil
	}
	if err := s.writer.doLast(ctx, common, s.emptyTrash); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	s.sweeper.ask()
	return s, nil
}

// openServer opens the database's pools, the one for sweeping among them.
func (s *Store) openServer(ctx context.Context, url string, secret []byte, guest bool) (sweeping *gorm.DB, err error) {
	if s.writing, err = postgres.Open(ctx, url, postgres.Writer); err != nil {
		return nil, err
	}
	if guest {
		s.keys, err = noKeys{}, s.mustBeNewest(ctx)
	} else {
		err = s.makeShared(ctx, secret)
	}
	if err != nil {
		return nil, err
	}
	if s.readers, err = postgres.Open(ctx, url, postgres.Reader); err != nil {
		return nil, err
	}
	return postgres.Open(ctx, url, postgres.Sweeper)
}

// makeShared makes the database one of this version, and holds the secret
// against that of the other instances.
func (s *Store) makeShared(ctx context.Context, secret []byte) error {
	keys, err := openKeyRows(secret)
	if err != nil {
		return err
	}
	s.keys = keys
	if err := migrateShared(ctx, s.writing); err != nil {
		return err
	}
	return keys.mustFit(s.writing)
}

func (s *Store) mustBeNewest(ctx context.Context) error {
	provider, err := postgresMigrations(s.writing)
	if err != nil {
		return err
	}
	return mustBeNewest(ctx, provider)
}

// servedAt is where the instances serve the console.
type servedAt struct {
	Console string `gorm:"primaryKey"`
}

func (servedAt) TableName() string { return "served_at" }

// ServeAt notes down where the instances of a shared database serve the console,
// for those who have nothing but the database.
func (s *Store) ServeAt(ctx context.Context, console string) error {
	return s.writer.doLast(ctx, common, func(t *tx) error {
		var known []servedAt
		if err := t.db.Find(&known).Error; err != nil || len(known) == 1 && known[0].Console == console {
			return err
		}
		if err := t.db.Exec("DELETE FROM served_at").Error; err != nil {
			return err
		}
		return t.db.Create(&servedAt{console}).Error
	})
}

// Console is where it was served last; "" before the first time.
func (s *Store) Console(ctx context.Context) (string, error) {
	var known []servedAt
	if err := s.readers.WithContext(ctx).Find(&known).Error; err != nil || len(known) == 0 {
		return "", translate(err)
	}
	return known[0].Console, nil
}

// OpenElsewhere says how many programs have the database at url open: while any
// has, nobody has it alone.
func OpenElsewhere(ctx context.Context, url string) (int, error) { return postgres.Others(ctx, url) }
