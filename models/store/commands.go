package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"

	"gorm.io/gorm"

	"dilna/models"
)

// answered is what one command of one actor was answered with.
type answered struct {
	WorkshopID models.WorkshopID `gorm:"primaryKey"`
	Actor      string            `gorm:"primaryKey"`
	Key        models.Key        `gorm:"primaryKey"`
	Digest     []byte
	Answer     []byte
}

func (answered) TableName() string { return "commands" }

// command runs fn once for the key: the same command again gets the first
// answer and changes nothing, the same key with another command is refused
// with `idempotency-key-reused`. A refusal is not kept: the command may
// succeed later, and then has one effect. name and in tell commands apart.
func command[T any](ctx context.Context, s *Store, by models.Actor, key models.Key, name string, in any, fn func(*tx) (T, error)) (T, error) {
	return send(ctx, s.writer.do, by, key, name, in, fn)
}

// ending is command for what ends or removes something: on a full disk it uses
// the last room.
func ending[T any](ctx context.Context, s *Store, by models.Actor, key models.Key, name string, in any, fn func(*tx) (T, error)) (T, error) {
	return send(ctx, s.writer.doLast, by, key, name, in, fn)
}

func send[T any](ctx context.Context, do func(context.Context, models.WorkshopID, func(*tx) error) error, by models.Actor, key models.Key, name string, in any, fn func(*tx) (T, error)) (T, error) {
	var answer T
	if err := key.Check(); err != nil {
		return answer, err
	}
	digest, err := digestOf(name, in)
	if err != nil {
		return answer, err
	}
	err = do(ctx, by.Workshop, func(t *tx) error {
		known, err := t.firstAnswer(by, key, digest, &answer)
		if known || err != nil {
			return err
		}
		if by.Facilitates() {
			t.past = &past{workshop: by.Workshop, rows: map[rowKey]members{}}
		}
		if answer, err = fn(t); err != nil {
			return err
		}
		if err := t.keepHistory(by); err != nil {
			return err
		}
		return t.keepAnswer(by, key, digest, answer)
	})
	return answer, err
}

func digestOf(name string, in any) ([]byte, error) {
	body, err := json.Marshal(in)
	if err != nil {
		return nil, fmt.Errorf("command %s: %w", name, err)
	}
	sum := sha256.Sum256(append([]byte(name+"\n"), body...))
	return sum[:], nil
}

func (t *tx) firstAnswer(by models.Actor, key models.Key, digest []byte, answer any) (bool, error) {
	var first answered
	err := t.db.Where("workshop_id = ? AND actor = ? AND key = ?", by.Workshop, by.Name(), key).Take(&first).Error
	switch {
	case errors.Is(err, gorm.ErrRecordNotFound):
		return false, nil
	case err != nil:
		return false, err
	case len(first.Digest) == 0:
		return true, models.Fail(models.KindConflict, models.CodeErased)
	case !bytes.Equal(first.Digest, digest):
		return true, models.Fail(models.KindInvalid, models.CodeKeyReused)
	}
	return true, json.Unmarshal(first.Answer, answer)
}

func (t *tx) keepAnswer(by models.Actor, key models.Key, digest []byte, answer any) error {
	body, err := json.Marshal(answer)
	if err != nil {
		return err
	}
	return t.db.Create(&answered{WorkshopID: by.Workshop, Actor: by.Name(), Key: key, Digest: digest, Answer: body}).Error
}

// stamped is a row that carries the revision of its last change.
type stamped interface {
	Stamp(at models.Revision)
	Stamped() models.Revision
	Of() models.WorkshopID
}

// add writes a new row, stamped.
func (t *tx) add(row stamped) error {
	at, err := t.stamp(row.Of())
	if err != nil {
		return err
	}
	row.Stamp(at)
	if err := t.rememberRow(row); err != nil {
		return err
	}
	return t.db.Create(row).Error
}

// save writes a changed row, stamped. One that is as it is stored is not
// changed: nobody is told of it, and there is nothing to undo.
func (t *tx) save(row stamped) error {
	stored, err := t.asStored(row)
	if err != nil || reflect.DeepEqual(stored, row) {
		return err
	}
	at, err := t.stamp(row.Of())
	if err != nil {
		return err
	}
	row.Stamp(at)
	if err := t.rememberRow(row); err != nil {
		return err
	}
	return t.db.Select("*").Updates(row).Error
}

// asStored is what is stored of a row; its stamp, and what is not stored, are
// the row's own.
func (t *tx) asStored(row stamped) (stamped, error) {
	stored := reflect.New(reflect.TypeOf(row).Elem())
	stored.Elem().Set(reflect.ValueOf(row).Elem())
	err := t.db.Take(stored.Interface()).Error
	was, _ := stored.Interface().(stamped)
	was.Stamp(row.Stamped())
	return was, err
}

// touch stamps rows that are seen otherwise although they hold the same.
func (t *tx) touch(w models.WorkshopID, part models.Part, ids ...string) error {
	at, err := t.stamp(w)
	if err != nil {
		return err
	}
	return t.db.Table(string(part)).Where("workshop_id = ? AND id IN ?", w, ids).Update("revision", at).Error
}

// find reads one row of the workshop that has not been removed; another
// workshop's is not found.
func find[T any, ID ~string](t *tx, w models.WorkshopID, id ID) (T, error) {
	var row T
	err := t.db.Where("workshop_id = ? AND id = ? AND NOT removed", w, id).Take(&row).Error
	return row, err
}

// named reads a row that a member of a command names; `invalid`, with that
// member, where it is not there.
func named[T any, ID ~string](t *tx, w models.WorkshopID, member string, id ID) (T, error) {
	row, err := find[T](t, w, id)
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, unknown(member)
	}
	return row, err
}

// unknown refuses a member that names something which is not there.
func unknown(member string) error {
	return models.Fail(models.KindInvalid, models.CodeInvalid).At(member, models.ReasonUnknown)
}

func (t *tx) workshop(w models.WorkshopID) (models.Workshop, error) {
	var workshop models.Workshop
	err := t.db.Where("id = ?", w).Take(&workshop).Error
	return workshop, err
}

// saveHead writes the workshop's own row, stamped, if anything of it has changed.
func (t *tx) saveHead(w *models.Workshop) error {
	stored, err := t.workshop(w.ID)
	stored.Revision, stored.HeadRevision = w.Revision, w.HeadRevision
	if err != nil || reflect.DeepEqual(stored, *w) {
		return err
	}
	return t.writeHead(w)
}

func (t *tx) writeHead(w *models.Workshop) error {
	at, err := t.stamp(w.ID)
	if err != nil {
		return err
	}
	w.Revision, w.HeadRevision = at, at
	if err := t.remember(models.PartWorkshop, string(w.ID)); err != nil {
		return err
	}
	return t.db.Select("*").Updates(w).Error
}

// place reads the workshop and one of its steps.
func (t *tx) place(w models.WorkshopID, step models.StepID) (models.Workshop, models.Step, error) {
	workshop, err := t.workshop(w)
	if err != nil {
		return models.Workshop{}, models.Step{}, err
	}
	row, err := find[models.Step](t, w, step)
	return workshop, row, err
}

// nextPosition is the place after the last row of a part in the step (after
// the last step, for steps). Code `workshop-full`.
func (t *tx) nextPosition(part models.Part, w models.WorkshopID, step models.StepID) (int, error) {
	query := t.db.Table(string(part)).Where("workshop_id = ?", w)
	if part != models.PartSteps && part != models.PartDivisions {
		query = query.Where("step_id = ?", step)
	}
	var next int
	err := query.Select("COALESCE(MAX(position), 0) + 1").Row().Scan(&next)
	if err == nil && next > models.MaxRows {
		return 0, models.Fail(models.KindConflict, models.CodeWorkshopFull)
	}
	return next, err
}

// mustNotBeDeep refuses, with `too-deep`, a row whose parent stands so low
// that height more levels under it would be too many.
func (t *tx) mustNotBeDeep(part models.Part, w models.WorkshopID, parent string, height int) error {
	var above int
	err := t.db.Raw(`WITH RECURSIVE above (id, parent_id, level) AS (
			SELECT id, parent_id, 1 FROM `+string(part)+` WHERE workshop_id = ? AND id = ?
			UNION ALL
			SELECT p.id, p.parent_id, level + 1 FROM `+string(part)+` p JOIN above ON p.id = above.parent_id
			WHERE p.workshop_id = ? AND level < ?)
		SELECT COALESCE(MAX(level), 0) FROM above`, w, parent, w, models.MaxDepth).Row().Scan(&above)
	if err == nil && above+height > models.MaxDepth {
		return models.Fail(models.KindConflict, models.CodeTooDeep)
	}
	return err
}

// roundOpen says whether people are voting on the step's ideas right now.
func (t *tx) roundOpen(w models.WorkshopID, step models.StepID) (bool, error) {
	open, err := t.roundsOpen(w, step)
	return len(open) > 0, err
}

// roundsOpen are the rounds in which people vote on the step's ideas right now.
func (t *tx) roundsOpen(w models.WorkshopID, step models.StepID) ([]models.Round, error) {
	var open []models.Round
	err := t.db.Where("workshop_id = ? AND step_id = ? AND state = ? AND NOT removed", w, step, models.RoundOpen).Order("position, id").Find(&open).Error
	return open, err
}

// mustNotVote refuses with `round-open` while people vote on the step's ideas.
func (t *tx) mustNotVote(w models.WorkshopID, step models.StepID) error {
	open, err := t.roundOpen(w, step)
	if err == nil && open {
		return models.Fail(models.KindConflict, models.CodeRoundOpen)
	}
	return err
}
