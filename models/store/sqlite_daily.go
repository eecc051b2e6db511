package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"dilna/models"
	"dilna/models/store/sqlite"
)

const (
	dailyName = "dilna-2006-01-02.db" // of the copy of a day
	dailyLook = 15 * time.Minute      // between two looks whether the day's copy is made
	dailyWait = 48 * time.Hour        // from the day of the last copy: after that no vote is waited for
	dailyRoom = 64 << 20              // bytes that a copy leaves free for what people send
)

// DailyCopy is the copy of one day.
type DailyCopy struct {
	Day  time.Time
	Path string
}

// DailyCopies are those in a folder, the newest first; none where it is not there.
func DailyCopies(folder string) ([]DailyCopy, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	var found []DailyCopy
	for _, entry := range slices.Backward(entries) { // they come by name
		if day, err := time.Parse(dailyName, entry.Name()); err == nil {
			found = append(found, DailyCopy{Day: day, Path: filepath.Join(folder, entry.Name())})
		}
	}
	return found, err
}

// KeepCopies makes a copy of the database each day, in a folder of its own,
// until ctx ends, and takes those away that are not kept (models.CopiesToKeep).
// What people erase goes from all of them. Where a copy cannot be made, the log
// is told, Copying says so, and it is tried again; no older one is taken away
// meanwhile.
func (s *Store) KeepCopies(ctx context.Context, folder string) {
	look := time.NewTicker(dailyLook)
	defer look.Stop()
	for erased := true; ctx.Err() == nil; {
		err := s.copyToday(ctx, folder)
		if erased {
			err = errors.Join(err, s.eraseFromCopies(ctx, folder))
		}
		if ctx.Err() != nil {
			return
		}
		s.copying.note(s.health.log, err)
		select {
		case <-ctx.Done():
		case <-s.copying.erased:
			erased = true
		case <-look.C:
			erased = err != nil
		}
	}
}

// copyToday makes the copy of this day, unless there is one.
func (s *Store) copyToday(ctx context.Context, folder string) error {
	day := s.now().Format(dailyName)
	path := filepath.Join(folder, day)
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	if later, err := s.mayWait(folder); later || err != nil {
		return err
	}
	if err := s.Health(ctx); err != nil {
		return err // what is damaged is not copied over what may be whole, and the last room is for people
	}
	if err := firstOf(os.MkdirAll(folder, 0o700), dropUnfinished(folder), s.mustHaveRoom(folder)); err != nil {
		return err
	}
	made, err := Backup(ctx, s.folder.dir, path)
	if err != nil {
		return err
	}
	if len(made.Ailments) > 0 {
		return fmt.Errorf("%w: the copy of today is made, and older ones are kept: `dilna doctor` says what is damaged", ErrDamaged)
	}
	return rotate(folder, s.now())
}

// mayWait puts the copy of the day off while people vote: making it takes a part
// of the processor. It does not wait for a round that is open for days.
func (s *Store) mayWait(folder string) (bool, error) {
	copies, err := DailyCopies(folder)
	if err != nil || len(copies) == 0 || s.now().Sub(copies[0].Day) > dailyWait {
		return false, err
	}
	var open int64
	err = s.readers.Model(&models.Round{}).Where("state = ?", models.RoundOpen).Count(&open).Error
	return open > 0, err
}

// mustHaveRoom refuses, with `disk-full`, a copy that would take the room of
// what people send. A copy is at most as large as the database, twice while it
// is being written anew.
func (s *Store) mustHaveRoom(folder string) error {
	info, err := os.Stat(filepath.Join(s.folder.dir, "dilna.db"))
	if err != nil {
		return err
	}
	free, err := freeBytes(folder)
	if err == nil && free < 2*info.Size()+dailyRoom {
		err = models.Fail(models.KindUnavailable, models.CodeDiskFull)
	}
	return err
}

// dropUnfinished removes what a program left behind that was killed.
func dropUnfinished(folder string) error {
	entries, err := os.ReadDir(folder)
	for _, entry := range entries {
		day, _, _ := strings.Cut(strings.TrimPrefix(entry.Name(), "."), ".db-")
		if _, wrong := time.Parse(dailyName, day+".db"); wrong == nil && strings.HasPrefix(entry.Name(), ".") {
			err = errors.Join(err, os.Remove(filepath.Join(folder, entry.Name())))
		}
	}
	return err
}

// rotate takes away the copies that are not kept today.
func rotate(folder string, today time.Time) error {
	copies, err := DailyCopies(folder)
	if err != nil {
		return err
	}
	days := make([]time.Time, len(copies))
	for i, c := range copies {
		days[i] = c.Day
	}
	keep := models.CopiesToKeep(days, today)
	for _, c := range copies {
		if !slices.ContainsFunc(keep, c.Day.Equal) {
			err = errors.Join(err, os.Remove(c.Path))
		}
	}
	return err
}

// eraseFromCopies has all copies forget what was erased since they were made.
func (s *Store) eraseFromCopies(ctx context.Context, folder string) error {
	copies, err := DailyCopies(folder)
	for _, c := range copies {
		if wrong := s.eraseFromCopy(ctx, c.Path); wrong != nil {
			err = errors.Join(err, fmt.Errorf("what was erased is still in %s: %w", c.Path, wrong))
		}
	}
	return err
}

// eraseFromCopy writes a copy anew, without what was erased since. One of an
// older version of the program, whose tables are others, is taken away.
func (s *Store) eraseFromCopy(ctx context.Context, path string) (err error) {
	db, err := sqlite.OpenFile(path, sqlite.Reading(path))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, closeDB(db)) }() // again, where it was written anew
	late, err := erasedSince(db.WithContext(ctx), s.readers.WithContext(ctx))
	if err != nil {
		return err
	}
	trash, err := s.trashIn(db.WithContext(ctx))
	if err != nil || len(late) == 0 && len(trash) == 0 {
		return err
	}
	x := examiner{db: db}
	if err := x.mustBeOurs(ctx); errors.Is(err, ErrOlder) {
		return os.Remove(path)
	}
	if err := s.mustHaveRoom(filepath.Dir(path)); err != nil {
		return errors.Join(err, os.Remove(path)) // what is erased is gone, with or without room
	}
	_, err = copyInto(ctx, db, path, func(db *gorm.DB) error {
		t := &tx{db: db, dialect: s.dialect, stamps: map[models.WorkshopID]models.Revision{}, progressed: map[models.WorkshopID]bool{}}
		_, err := t.eraseAgain(late)
		changed := slices.Clone(trash)
		for _, l := range late {
			changed = append(changed, l.by.Workshop)
		}
		return firstOf(err,
			db.Where("id IN ?", trash).Delete(&models.Workshop{}).Error,
			db.Where("workshop_id IN ?", changed).Delete(&seal{}).Error)
	})
	return err
}

// trashIn are the workshops of a copy that have been removed for good: those in
// its trash whose time is over, and rehearsals that are no more.
func (s *Store) trashIn(db *gorm.DB) (gone []models.WorkshopID, err error) {
	before := s.now().Add(-models.TrashTime).UnixMilli()
	if err := db.Table("workshops").Where("removed_at > 0 AND removed_at < ?", before).Pluck("id", &gone).Error; err != nil {
		return nil, err
	}
	var rehearsals []models.WorkshopID
	if err := db.Table("workshops").Where("rehearsal_of <> ''").Pluck("id", &rehearsals).Error; err != nil {
		return nil, err
	}
	var left []models.WorkshopID
	err = s.readers.Table("workshops").Where("id IN ?", rehearsals).Pluck("id", &left).Error
	for _, w := range rehearsals {
		if !slices.Contains(left, w) {
			gone = append(gone, w)
		}
	}
	return gone, err
}
