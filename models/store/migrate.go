package store

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
	"gorm.io/gorm"

	"dilna/models"
)

//go:embed migrations
var migrations embed.FS

// ErrNewer refuses a database that a newer version of the program has made.
var ErrNewer = errors.New("the database needs a newer version of the program")

// migrateFolder brings the schema to the newest version. Never AutoMigrate: it
// was seen to delete children (docs/reliability.md, 0.1).
// Before that the database is copied into the folder; where it cannot be copied,
// it is left as it is.
func (s *Store) migrateFolder(ctx context.Context, db *gorm.DB) error {
	provider, err := sqliteMigrations(db)
	if err != nil {
		return err
	}
	have, newest, err := versions(ctx, provider)
	if err != nil {
		return err
	}
	if have > 0 && have < newest {
		if err := firstOf(s.emptyOldTrash(db, have), keepCopy(db, s.folder.dir, have)); err != nil {
			return fmt.Errorf("a copy before the upgrade: %w", err)
		}
	}
	return up(ctx, provider)
}

// migrateShared brings the schema to the newest version, one instance at a time:
// ten may start at once.
func migrateShared(ctx context.Context, db *gorm.DB) error {
	provider, err := postgresMigrations(db)
	if err != nil {
		return err
	}
	if _, _, err := versions(ctx, provider); err != nil {
		return err
	}
	return up(ctx, provider)
}

func postgresMigrations(db *gorm.DB) (*goose.Provider, error) {
	locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 300), lock.WithUnlockTimeout(1, 60)) // looks each second
	if err != nil {
		return nil, err
	}
	return newMigrations(db, "postgres", goose.DialectPostgres, goose.WithSessionLocker(locker))
}

func sqliteMigrations(db *gorm.DB) (*goose.Provider, error) {
	return newMigrations(db, "sqlite", goose.DialectSQLite3)
}

func newMigrations(db *gorm.DB, folder string, of goose.Dialect, opts ...goose.ProviderOption) (*goose.Provider, error) {
	files, err := fs.Sub(migrations, "migrations/"+folder)
	if err != nil {
		return nil, err
	}
	pool, err := db.DB()
	if err != nil {
		return nil, err
	}
	provider, err := goose.NewProvider(of, pool, files, opts...)
	if err != nil {
		return nil, fmt.Errorf("migrations: %w", err)
	}
	return provider, nil
}

// versions are the schema's and the newest; ErrNewer where it is newer than that.
func versions(ctx context.Context, provider *goose.Provider) (have, newest int64, err error) {
	if have, newest, err = provider.GetVersions(ctx); err != nil {
		return 0, 0, fmt.Errorf("schema version: %w", err)
	}
	if have > newest {
		return 0, 0, fmt.Errorf("%w: it has schema %d, this program knows %d", ErrNewer, have, newest)
	}
	return have, newest, nil
}

// mustBeNewest refuses every schema but this program's: ErrNewer, ErrOlder.
func mustBeNewest(ctx context.Context, provider *goose.Provider) error {
	have, newest, err := versions(ctx, provider)
	if err == nil && have < newest {
		return ErrOlder
	}
	return err
}

func up(ctx context.Context, provider *goose.Provider) error {
	if _, err := provider.Up(ctx); err != nil {
		return fmt.Errorf("migrations: %w", err)
	}
	return nil
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
		s.dialect.LeaveTraces(db),
	)
}
