package store

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"dilna/models/store/postgres"
)

// OpenShared opens the database at a postgres:// url, which other instances may
// have open, too, makes or migrates it, and starts the writer. The secret seals
// the keys of open rounds: all instances have the same. It refuses a database
// that a newer program has made (ErrNewer) and another secret than the one in
// use (ErrSecret).
func OpenShared(ctx context.Context, url string, secret []byte, opts Options) (*Store, error) {
	s, opts := newStore(postgres.Dialect{}, opts)
	sweeping, err := s.openServer(ctx, url, secret)
	if err == nil {
		err = s.start(sweeping, &ballast{log: opts.Log}, opts)
	}
	if err != nil {
		return nil, errors.Join(err, s.disconnect())
	}
	if err := s.writer.doLast(ctx, house, s.emptyTrash); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	s.sweeper.ask()
	return s, nil
}

// openServer opens the database's pools, the one for sweeping among them.
func (s *Store) openServer(ctx context.Context, url string, secret []byte) (sweeping *gorm.DB, err error) {
	keys, err := openKeyRows(secret)
	if err != nil {
		return nil, err
	}
	s.keys = keys
	if s.writing, err = postgres.Open(ctx, url, postgres.Writer); err != nil {
		return nil, err
	}
	if err := migrateShared(ctx, s.writing); err != nil {
		return nil, err
	}
	if err := keys.mustFit(s.writing); err != nil {
		return nil, err
	}
	if s.readers, err = postgres.Open(ctx, url, postgres.Reader); err != nil {
		return nil, err
	}
	return postgres.Open(ctx, url, postgres.Sweeper)
}
