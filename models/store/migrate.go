package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
	"gorm.io/gorm"

	"dilna/models"
)

//go:embed migrations
var migrations embed.FS

// ErrNewer refuses a database that a newer version of the program has made.
var ErrNewer = errors.New("the database needs a newer version of the program")

// migrate brings the schema to the newest version. Never AutoMigrate: it was
// seen to delete children (docs/reliability.md, 0.1).
// Before that the database is copied into dir; where it cannot be copied, it is
// left as it is.
func (s *Store) migrate(ctx context.Context, db *gorm.DB, dir string) error {
	pool, err := db.DB()
	if err != nil {
		return err
	}
	provider, err := newMigrations(pool)
	if err != nil {
		return err
	}
	have, newest, err := provider.GetVersions(ctx)
	if err != nil {
		return fmt.Errorf("schema version: %w", err)
	}
	if have > newest {
		return fmt.Errorf("%w: it has schema %d, this program knows %d", ErrNewer, have, newest)
	}
	if have > 0 && have < newest {
		if err := firstOf(s.emptyOldTrash(db, have), keepCopy(db, dir, have)); err != nil {
			return fmt.Errorf("a copy before the upgrade: %w", err)
		}
	}
	if _, err := provider.Up(ctx); err != nil {
		return fmt.Errorf("migrations: %w", err)
	}
	return nil
}

func newMigrations(pool *sql.DB) (*goose.Provider, error) {
	files, err := fs.Sub(migrations, "migrations/sqlite")
	if err != nil {
		return nil, err
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, pool, files)
	if err != nil {
		return nil, fmt.Errorf("migrations: %w", err)
	}
	return provider, nil
}

// trashSince is the schema that first had a trash.
const trashSince = 6

// emptyOldTrash removes for good what was removed long ago, so that it is in no
// copy.
func (s *Store) emptyOldTrash(db *gorm.DB, schema int64) error {
	if schema < trashSince {
		return nil
	}
	before := s.now().Add(-models.TrashTime).UnixMilli()
	return firstOf(
		db.Exec("DELETE FROM workshops WHERE removed_at > 0 AND removed_at < ?", before).Error,
		leaveTraces(db),
	)
}
