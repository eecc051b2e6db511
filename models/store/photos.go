package store

import (
	"context"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"dilna/models"
)

// photoFile are the bytes of a photo, by their hash. They stay when the photo is
// removed: it may come back, and approved minutes go on having it. They go with
// their workshop.
type photoFile struct {
	WorkshopID models.WorkshopID `gorm:"primaryKey"`
	Hash       string            `gorm:"primaryKey"`
	JPEG       []byte            `gorm:"column:jpeg"`
}

// AddPhoto puts a photo beside a step, drawn anew. Facilitators only. Codes:
// `invalid`, those of models.DrawPhoto and models.MayBeKept, `workshop-full`.
func (s *Store) AddPhoto(ctx context.Context, by models.Actor, key models.Key, step models.StepID, in models.NewPhoto) (models.Photo, error) {
	if err := firstOf(by.MustFacilitate(), in.Check()); err != nil {
		return models.Photo{}, err
	}
	jpeg, err := models.DrawPhoto(in.File)
	if err != nil {
		return models.Photo{}, err
	}
	return command(ctx, s, by, key, "add photo "+string(step), in, func(t *tx) (models.Photo, error) {
		photo := models.PhotoMinutes{Text: in.Text, Shown: in.Shown, JPEG: jpeg}.Photo()
		photo.Row, photo.ID, photo.StepID = models.Row{WorkshopID: by.Workshop}, in.ID, step
		_, _, err := t.place(by.Workshop, step)
		if err == nil {
			photo.Position, err = t.nextPosition(models.PartPhotos, by.Workshop, step)
		}
		if err := firstOf(err, t.keepPhoto(by.Workshop, jpeg)); err != nil {
			return photo, err
		}
		return photo, firstOf(t.add(&photo), t.photosHold(by.Workshop))
	})
}

// keepPhoto writes the bytes down, once.
func (t *tx) keepPhoto(w models.WorkshopID, jpeg []byte) error {
	file := photoFile{WorkshopID: w, Hash: models.HashOf(jpeg), JPEG: jpeg}
	return t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&file).Error
}

// photosHold refuses more photos than there may be. Codes: those of models.MayBeKept.
func (t *tx) photosHold(w models.WorkshopID) error {
	var photos []models.Photo
	err := t.db.Where("workshop_id = ? AND NOT removed", w).Find(&photos).Error
	return firstOf(err, models.MayBeKept(photos))
}

// ChangePhoto rewords what is on a photo, and shows it to everybody or no more.
// Facilitators only. Codes: `invalid`, `changed-since`.
func (s *Store) ChangePhoto(ctx context.Context, by models.Actor, key models.Key, id models.PhotoID, change models.PhotoChange) (models.Photo, error) {
	if err := firstOf(by.MustFacilitate(), change.Check()); err != nil {
		return models.Photo{}, err
	}
	return command(ctx, s, by, key, "change photo "+string(id), change, func(t *tx) (models.Photo, error) {
		photo, err := find[models.Photo](t, by.Workshop, id)
		if err != nil {
			return photo, err
		}
		step, err := find[models.Step](t, by.Workshop, photo.StepID)
		photo.Vanished = photo.Vanished || photo.Shown && step.Shows(models.PartPhotos)
		if err := firstOf(err, photo.Apply(change)); err != nil {
			return photo, err
		}
		return photo, t.save(&photo)
	})
}

// removablePhoto: it goes alone.
func (t *tx) removablePhoto(by models.Actor, id models.PhotoID) (rows, error) {
	_, err := find[models.Photo](t, by.Workshop, id)
	return rows{models.PartPhotos: {string(id)}}, err
}

// PhotoFile are the bytes of a photo as JPEG. Who does not facilitate has those that
// are shown beside a step that she sees. Code `not-found`.
func (s *Store) PhotoFile(ctx context.Context, by models.Actor, hash string) ([]byte, error) {
	var file photoFile
	query := s.readers.WithContext(ctx).Where("workshop_id = ? AND hash = ?", by.Workshop, hash)
	photo := `EXISTS (SELECT 1 FROM photos p JOIN steps s ON s.workshop_id = p.workshop_id AND s.id = p.step_id
		WHERE p.workshop_id = photo_files.workshop_id AND p.hash = photo_files.hash AND NOT p.removed`
	if !by.Facilitates() {
		photo += " AND p.shown AND NOT s.removed AND s.state <> 'waiting'"
	}
	err := query.Where(photo + ")").Take(&file).Error
	return file.JPEG, translate(err)
}

// WithPhotos is the edition of a workshop with the bytes of its photos, for a format
// that needs them.
func (s *Store) WithPhotos(ctx context.Context, e models.Edition) (models.Edition, error) {
	db := s.readers.WithContext(ctx)
	minutes, err := withPhotos(db, e.Workshop, e.Minutes)
	if err == nil && e.Record != nil {
		var record models.Minutes
		record, err = withPhotos(db, e.Workshop, *e.Record)
		e.Record = &record
	}
	e.Minutes = minutes
	return e, translate(err)
}

// withPhotos reads the bytes of the photos of a record. Code `data-damaged` where
// some are gone, or are not those that were kept.
func withPhotos(db *gorm.DB, w models.WorkshopID, m models.Minutes) (models.Minutes, error) {
	hashes := m.Hashes()
	if len(hashes) == 0 {
		return m, nil
	}
	var files []photoFile
	if err := db.Where("workshop_id = ? AND hash IN ?", w, hashes).Find(&files).Error; err != nil {
		return m, err
	}
	bytes := map[string][]byte{}
	for _, file := range files {
		bytes[file.Hash] = file.JPEG
	}
	for _, hash := range hashes {
		if models.HashOf(bytes[hash]) != hash {
			return m, damaged()
		}
	}
	return m.WithPhotos(bytes), nil
}

// photosOf reads the bytes of the photos of whole steps, which another workshop or a
// template keeps as its own.
func (t *tx) photosOf(w models.WorkshopID, steps []models.FullStep) error {
	var m models.Minutes
	for _, full := range steps {
		m.Steps = append(m.Steps, full.Parts)
	}
	m, err := withPhotos(t.db, w, m)
	for i := range steps {
		for j := range m.Steps[i].Photos {
			m.Steps[i].Photos[j].Hash = ""
		}
		steps[i].Parts = m.Steps[i]
	}
	return err
}

// photos are those of a record; one left out of it says so and has no bytes.
func (a *adder) photos(m models.StepMinutes) {
	for i, said := range m.Photos {
		photo := said.Photo()
		photo.Row, photo.ID, photo.StepID = models.Row{WorkshopID: a.step.WorkshopID, Position: i + 1}, models.NewID[models.PhotoID](), a.step.ID
		if a.err == nil && photo.Hash != "" {
			a.err = a.tx.keepPhoto(a.step.WorkshopID, said.JPEG)
		}
		a.add(&photo)
	}
}
