package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"gorm.io/gorm"

	"dilna/models"
	"dilna/models/store/sqlite"
)

// ErrNoBackup refuses a file that is no database of ours.
var ErrNoBackup = errors.New("the file is no backup of Dílna")

// Backup copies the database in dir, as it is at one moment, into a file that
// is a database itself, and examines it. It may be used while a program serves
// dir: no command waits for it. The file is private; it gets its name once it
// is whole, on disk and examined, and replaces one of that name. The keys of
// open rounds are not in it (docs/design.md, section 7). ErrDamaged: the
// database cannot be copied whole. What is damaged of single workshops is told
// in the answer: the file holds all others.
func Backup(ctx context.Context, dir, file string) (made models.Backup, err error) {
	from, err := sqlite.Open(ctx, filepath.Join(dir, "dilna.db"), sqlite.Sweeper, false)
	if err != nil {
		return made, err
	}
	return copyInto(ctx, from, file, nil)
}

// ReadBackup examines a file and says what it holds; it changes nothing.
// ErrNoBackup, ErrNewer: it cannot be restored. ErrDamaged: it is not what was
// written.
func ReadBackup(ctx context.Context, file string) (held models.Backup, err error) {
	db, err := sqlite.OpenFile(file, sqlite.Reading(file))
	if err == nil {
		defer func() { err = errors.Join(err, closeDB(db)) }()
		err = mustBeDilna(db)
	}
	if err == nil {
		held, err = examineBackup(ctx, db, file)
	}
	if sqlite.IsNone(err) {
		return held, fmt.Errorf("%w: %w", ErrNoBackup, err)
	}
	return held, damagedIfSo(err)
}

// copyInto writes all rows of a database, which it closes, to a file, changed by
// change, which may be nil. The file may be the database's own.
func copyInto(ctx context.Context, from *gorm.DB, file string, change func(*gorm.DB) error) (made models.Backup, err error) {
	temp, err := os.CreateTemp(filepath.Dir(file), unfinished(file)+"*") // nobody else may read it
	if err != nil {
		return made, errors.Join(err, closeDB(from))
	}
	defer func() {
		if err != nil {
			_ = os.Remove(temp.Name())
		}
	}()
	err = temp.Close()
	if err == nil {
		err = damagedIfSo(sqlite.CopyInto(from.WithContext(ctx), temp.Name()))
	}
	if err := errors.Join(err, closeDB(from)); err != nil {
		return made, err
	}
	if err := finish(ctx, temp.Name(), change); err != nil {
		return made, err
	}
	if made, err = ReadBackup(ctx, temp.Name()); err != nil {
		return made, err
	}
	if err := os.Rename(temp.Name(), file); err != nil {
		return made, err
	}
	return made, sqlite.SyncFolder(filepath.Dir(file))
}

// unfinished is how files begin that are to be called file.
func unfinished(file string) string { return "." + filepath.Base(file) + "-" }

// finish changes a copy, seals it, so that each row can be compared when it is
// read again, and has it on disk.
func finish(ctx context.Context, file string, change func(*gorm.DB) error) error {
	db, err := sqlite.OpenFile(file, sqlite.Changing)
	if err != nil {
		return err
	}
	if err := finishRows(ctx, db.WithContext(ctx), change); err != nil {
		return errors.Join(err, closeDB(db))
	}
	if err := closeDB(db); err != nil {
		return err
	}
	written, err := os.OpenFile(file, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(written.Sync(), written.Close())
}

func finishRows(ctx context.Context, db *gorm.DB, change func(*gorm.DB) error) error {
	if change != nil {
		if err := change(db); err != nil {
			return err
		}
		if err := sqlite.Rewrite(db); err != nil {
			return err
		}
	}
	x := examiner{db: db}
	if err := x.mustBeOurs(ctx); err != nil {
		return exceptOlder(err)
	}
	return damagedIfSo(sealAll(db))
}

// exceptOlder: what an older version made is copied as it is.
func exceptOlder(err error) error {
	if errors.Is(err, ErrOlder) {
		return nil
	}
	return err
}

// mustBeDilna refuses what is no database, or somebody else's.
func mustBeDilna(db *gorm.DB) error {
	ours, err := sqlite.HasTables(db, "goose_db_version", "workshops", "steps", "rounds")
	if err == nil && !ours {
		return ErrNoBackup
	}
	return err
}

// examineBackup compares what a file holds with its checksums, and counts.
func examineBackup(ctx context.Context, db *gorm.DB, file string) (models.Backup, error) {
	x, held := examiner{db: db.WithContext(ctx)}, models.Backup{}
	looks := []func() error{x.file, x.schema, x.keys, x.workshops}
	if err := x.mustBeOurs(ctx); err != nil {
		if err := exceptOlder(err); err != nil {
			return held, err
		}
		held.Older, looks = true, looks[:1] // it has other tables than those we know how to compare
	}
	for _, look := range looks {
		if err := look(); err != nil {
			return held, err
		}
	}
	for _, a := range x.found.Ailments {
		if a.Workshop == "" {
			return held, fmt.Errorf("%w: %s %s", ErrDamaged, a.Part, a.Which)
		}
	}
	held.Ailments = x.found.Ailments
	return held, countHeld(x.db, file, &held)
}

func countHeld(db *gorm.DB, file string, held *models.Backup) error {
	info, err := os.Stat(file)
	if err != nil {
		return err
	}
	held.Bytes = info.Size()
	count := func(into *int, table, where string, values ...any) error {
		var n int64
		err := db.Table(table).Where(where, values...).Count(&n).Error
		*into = int(n)
		return err
	}
	return firstOf(
		count(&held.Workshops, "workshops", ""), count(&held.Accounts, "accounts", ""),
		count(&held.Open, "rounds", "state = ?", models.RoundOpen),
	)
}

// damagedIfSo makes SQLite's word for a damaged file ours.
func damagedIfSo(err error) error {
	if isDamaged(err) || errors.Is(err, errSum) {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return err
}
