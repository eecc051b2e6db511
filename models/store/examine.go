package store

import (
	"cmp"
	"context"
	"errors"
	"path/filepath"
	"strconv"

	"gorm.io/gorm"

	"dilna/models"
	"dilna/models/store/postgres"
	"dilna/models/store/sqlite"
)

// Examine compares everything in dir that has a checksum with it, and has SQLite
// check its own file and keys. It changes nothing, and may be used while a
// program of the same version serves dir. ErrNewer and ErrOlder: the database is
// of another version.
func Examine(ctx context.Context, dir string) (found models.Examination, err error) {
	x := examiner{}
	db, err := sqlite.Open(ctx, filepath.Join(dir, "dilna.db"), sqlite.Reader, false)
	if err != nil {
		return x.found, x.unreadable(err)
	}
	defer func() { err = errors.Join(err, closeDB(db)) }()
	x.db = db.WithContext(ctx)
	if err := x.mustBeOurs(ctx); err != nil {
		return x.found, x.unreadable(err)
	}
	for _, look := range []func() error{x.file, x.schema, x.keys, x.workshops} {
		if err := x.unreadable(look()); err != nil {
			return x.found, err
		}
	}
	return x.found, nil
}

// ExamineShared does the same for a database on a server, as far as we sum what
// is in it: its files are the server's to check.
func ExamineShared(ctx context.Context, url string) (found models.Examination, err error) {
	x := examiner{}
	db, err := postgres.Open(ctx, url, postgres.Reader)
	if err != nil {
		return x.found, err
	}
	defer func() { err = errors.Join(err, closeDB(db)) }()
	x.db = db.WithContext(ctx)
	provider, err := postgresMigrations(db)
	if err != nil {
		return x.found, err
	}
	if err := mustBeNewest(ctx, provider); err != nil {
		return x.found, err
	}
	return x.found, x.workshops()
}

// ErrOlder: the program upgrades the database when it starts.
var ErrOlder = errors.New("the database is of an older version of the program")

// examiner looks at one database and notes down what it finds.
type examiner struct {
	db    *gorm.DB
	found models.Examination
}

func (x *examiner) note(w models.WorkshopID, part models.AilingPart, which string) {
	x.found.Ailments = append(x.found.Ailments, models.Ailment{Workshop: w, Part: part, Which: which})
}

// unreadable notes down an error that says that the file is damaged; others are
// the caller's.
func (x *examiner) unreadable(err error) error {
	if !isDamaged(err) {
		return err
	}
	x.note("", models.AilingFile, err.Error())
	return nil
}

func (x *examiner) mustBeOurs(ctx context.Context) error {
	provider, err := sqliteMigrations(x.db)
	if err != nil {
		return err
	}
	return mustBeNewest(ctx, provider)
}

func (x *examiner) file() error {
	lines, err := sqlite.Ailments(x.db)
	for _, line := range lines {
		x.note("", models.AilingFile, line)
	}
	return err
}

func (x *examiner) schema() error {
	err := sqlite.SchemaMustBeWhole(x.db)
	if errors.Is(err, ErrDamaged) {
		x.note("", models.AilingSchema, "")
		return nil
	}
	return err
}

func (x *examiner) keys() error {
	found, err := sqlite.DanglingKeys(x.db)
	if err != nil {
		return err
	}
	for _, d := range found {
		ids, err := d.Workshops(x.db)
		if err != nil {
			return err
		}
		for _, id := range ids {
			x.note(models.WorkshopID(id), models.AilingKeys, d.Table)
		}
	}
	return nil
}

// workshops looks at one after the other: what cannot be read of one is no
// reason not to look at the next.
func (x *examiner) workshops() error {
	var all []models.Workshop
	if err := x.db.Order("date, created, id").Find(&all).Error; err != nil {
		return err
	}
	x.found.Workshops = map[models.WorkshopID]string{}
	for _, w := range all {
		x.found.Workshops[w.ID] = w.Head.Name()
		for _, look := range []func(models.WorkshopID) error{x.seal, x.editions, x.prints, x.rounds} {
			err := look(w.ID)
			if isDamaged(err) {
				x.note(w.ID, models.AilingFile, err.Error())
			} else if err != nil {
				return err
			}
		}
	}
	return nil
}

func (x *examiner) seal(w models.WorkshopID) error {
	var seals []seal
	if err := x.db.Where("workshop_id = ?", w).Find(&seals).Error; err != nil || len(seals) == 0 {
		return err
	}
	now, err := sealOf(x.db, w, false)
	if err == nil && (seals[0].Damaged || seals[0].Sum != now) {
		x.note(w, models.AilingRows, "")
	}
	return err
}

func (x *examiner) editions(w models.WorkshopID) error {
	rows, err := editionRows(x.db, w)
	for _, row := range rows {
		if row.Damaged {
			x.note(w, models.AilingEdition, strconv.Itoa(row.Version))
		}
	}
	return err
}

func (x *examiner) prints(w models.WorkshopID) error {
	var rows []printRow
	err := x.db.Where("workshop_id = ?", w).Order("version, ending").Find(&rows).Error
	for _, row := range rows {
		if row.Digest != sumOf(row.Bytes) {
			x.note(w, models.AilingPrint, strconv.Itoa(row.Version)+", "+row.Ending)
		}
	}
	return err
}

// rounds looks at removed ones, too: they may be brought back.
func (x *examiner) rounds(w models.WorkshopID) error {
	var rounds []models.Round
	if err := x.db.Where("workshop_id = ?", w).Order("position, id").Find(&rounds).Error; err != nil {
		return err
	}
	for _, round := range rounds {
		which := cmp.Or(round.Label, string(round.ID))
		if err := x.ailing(w, models.AilingTotals, which, mustCount(x.db, round)); err != nil {
			return err
		}
		cast, err := castIn(x.db, w, round.ID)
		if err == nil {
			err = mustBeCast(x.db, round, cast)
		}
		if err := x.ailing(w, models.AilingBallots, which, err); err != nil {
			return err
		}
	}
	return nil
}

// ailing notes down that a checksum differs; other errors are the caller's.
func (x *examiner) ailing(w models.WorkshopID, part models.AilingPart, which string, err error) error {
	if !errors.Is(err, errSum) {
		return err
	}
	x.note(w, part, which)
	return nil
}
