package store

import (
	"context"
	"crypto/rand"
	"errors"

	"gorm.io/gorm"

	"dilna/models"
)

// SetLetterbox makes a letterbox, or says anew what may be said of it. Facilitators
// only, before, between and after workshops. A step has one at most, the minutes
// have one. Codes: `invalid`, `wrong-method` for a step that takes no ideas,
// `id-taken`.
func (s *Store) SetLetterbox(ctx context.Context, by models.Actor, key models.Key, id models.LetterboxID, in models.SetLetterbox) (models.LetterboxListed, error) {
	if err := firstOf(by.MustFacilitate(), in.Check(id)); err != nil {
		return models.LetterboxListed{}, err
	}
	return command(ctx, s, by, key, "set letterbox "+string(id), in, func(t *tx) (models.LetterboxListed, error) {
		box, err := t.letterboxFor(by.Workshop, id, in.Step)
		if err != nil {
			return models.LetterboxListed{}, err
		}
		box.Apply(in)
		if err := firstOf(t.db.Save(&box).Error, t.tellOfLetterboxes(by.Workshop)); err != nil {
			return models.LetterboxListed{}, err
		}
		return s.listed(t.db, box)
	})
}

// letterboxFor is the letterbox of that id, or a new one for the step.
func (t *tx) letterboxFor(w models.WorkshopID, id models.LetterboxID, step models.StepID) (models.Letterbox, error) {
	var box models.Letterbox
	err := t.db.Where("workshop_id = ? AND id = ?", w, id).Take(&box).Error
	if !errors.Is(err, gorm.ErrRecordNotFound) {
		return box, err
	}
	box = models.Letterbox{WorkshopID: w, ID: id, StepID: step, Token: rand.Text()}
	if step == "" {
		return box, nil
	}
	row, err := named[models.Step](t, w, "step", step)
	if err == nil && row.Method != models.MethodCollect {
		err = models.Fail(models.KindConflict, models.CodeWrongMethod)
	}
	return box, err
}

// tellOfLetterboxes has the workshop's own row told anew: consoles ask for its
// letterboxes again, phones for the way to send something in.
func (t *tx) tellOfLetterboxes(w models.WorkshopID) error {
	at, err := t.stamp(w)
	if err != nil {
		return err
	}
	return t.db.Model(&models.Workshop{}).Where("id = ?", w).Update("head_revision", at).Error
}

// Letterboxes are those of a workshop whose step is not removed. Facilitators only.
func (s *Store) Letterboxes(ctx context.Context, by models.Actor) ([]models.LetterboxListed, error) {
	all := []models.LetterboxListed{}
	if err := by.MustFacilitate(); err != nil {
		return all, err
	}
	err := s.read(ctx, func(db *gorm.DB) error {
		var boxes []models.Letterbox
		err := db.Where("workshop_id = ? AND "+inAgenda, by.Workshop).Order("step_id, id").Find(&boxes).Error
		for _, box := range boxes {
			listed, err := s.listed(db, box)
			if err != nil {
				return err
			}
			all = append(all, listed)
		}
		return err
	})
	return all, err
}

// inAgenda are, in SQL, the letterboxes of no step, and of steps that are not removed.
const inAgenda = `(step_id = '' OR step_id IN
	(SELECT id FROM steps WHERE workshop_id = letterboxes.workshop_id AND NOT removed))`

// listed is a letterbox with how much has come.
func (s *Store) listed(db *gorm.DB, box models.Letterbox) (models.LetterboxListed, error) {
	inputs, err := inputsOf(db, box, "id", "state")
	listed := models.LetterboxListed{Letterbox: box, Taken: len(inputs), State: box.State(s.now(), len(inputs))}
	for _, in := range inputs {
		if in.State == models.InputWaiting {
			listed.Waiting++
		}
	}
	return listed, err
}

// unsettled is how many late inputs wait for somebody to settle them.
func (s *Store) unsettled(db *gorm.DB, w models.WorkshopID) (int, error) {
	box, err := lateBox(db, w)
	if err != nil || box.ID == "" {
		return 0, err
	}
	listed, err := s.listed(db, box)
	return listed.Waiting, err
}

// lateBox is the letterbox for late inputs; one nobody has made has no id.
func lateBox(db *gorm.DB, w models.WorkshopID) (models.Letterbox, error) {
	var box models.Letterbox
	err := db.Where("workshop_id = ? AND step_id = ''", w).Take(&box).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = nil
	}
	return box, err
}

// LateToken is the token of the workshop's letterbox for late inputs while it
// takes any, and when it closes; empty otherwise.
func (s *Store) LateToken(ctx context.Context, w models.WorkshopID) (token string, closes int64, err error) {
	err = s.read(ctx, func(db *gorm.DB) error {
		box, err := lateBox(db, w)
		if err != nil || box.ID == "" {
			return err
		}
		listed, err := s.listed(db, box)
		if listed.State == models.LetterboxOpen {
			token, closes = box.Token, box.Closes
		}
		return err
	})
	return token, closes, err
}

// Letterbox is what whoever has the link is told. Code `letterbox-unknown`.
func (s *Store) Letterbox(ctx context.Context, token string) (models.LetterboxFace, error) {
	var face models.LetterboxFace
	err := s.read(ctx, func(db *gorm.DB) error {
		box, err := byToken(db, token)
		if err != nil {
			return err
		}
		var w models.Workshop
		if err := db.Where("id = ?", box.WorkshopID).Take(&w).Error; err != nil {
			return err
		}
		step, topics, err := asked(db, box)
		if err != nil {
			return err
		}
		listed, err := s.listed(db, box)
		face = box.Face(w, step, topics, listed.State)
		return err
	})
	return face, err
}

// asked is the step of a letterbox with its topics, in their order; none for one of the minutes.
func asked(db *gorm.DB, box models.Letterbox) (step models.Step, topics []models.Topic, err error) {
	if box.StepID == "" {
		return step, nil, nil
	}
	here := db.Where("workshop_id = ? AND NOT removed", box.WorkshopID)
	if err := here.Session(&gorm.Session{}).Where("id = ?", box.StepID).Take(&step).Error; err != nil {
		return step, nil, err
	}
	err = here.Session(&gorm.Session{}).Where("step_id = ?", box.StepID).Order("position, id").Find(&topics).Error
	return step, topics, err
}

// byToken is the letterbox with that address. One of a removed workshop or step is
// as unknown as one that never was.
func byToken(db *gorm.DB, token string) (models.Letterbox, error) {
	var box models.Letterbox
	err := db.Where("token = ? AND token <> '' AND "+inAgenda, token).
		Where("workshop_id IN (SELECT id FROM workshops WHERE removed_at = 0)").Take(&box).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = models.Fail(models.KindNotFound, models.CodeLetterboxUnknown)
	}
	return box, err
}
