package store

import (
	"context"

	"gorm.io/gorm"

	"dilna/models"
)

// ErasePhoto takes a photo out for good, removed or not, with the same photo beside
// other steps of the workshop: its bytes and its words go from the rows, the history
// and all versions of the minutes (docs/adr/0052). One that is erased already stays
// so. Facilitators only. Codes: `not-found`, `data-damaged` where a version of the
// minutes cannot be read, which might have it: then nothing is erased.
func (s *Store) ErasePhoto(ctx context.Context, by models.Actor, key models.Key, id models.PhotoID) error {
	if err := by.MustFacilitate(); err != nil {
		return err
	}
	_, err := ending(ctx, s, by, key, "erase photo "+string(id), nil, func(t *tx) (none, error) {
		var photo models.Photo
		if err := t.db.Where("workshop_id = ? AND id = ?", by.Workshop, id).Take(&photo).Error; err != nil || photo.IsErased() {
			return none{}, err
		}
		gone, err := t.erasePhoto(by, photo)
		return none{}, firstOf(err, t.tellErased(by, gone), s.eraseAfter(t))
	})
	return err
}

// erasePhoto empties the rows that are this photo, and whatever repeats them. It says
// which those were.
func (t *tx) erasePhoto(by models.Actor, photo models.Photo) ([]models.Photo, error) {
	var same []models.Photo
	err := t.db.Where("workshop_id = ? AND text <> '' AND (id = ? OR hash <> '' AND hash = ?)", by.Workshop, photo.ID, photo.Hash).Find(&same).Error
	e := erasure{tx: t, by: by}
	for _, p := range same {
		e.ids = append(e.ids, string(p.ID))
	}
	if err := firstOf(err, e.emptyPhotos(), e.editions(same)); err != nil {
		return nil, err
	}
	err = t.db.Where("workshop_id = ? AND hash = ?", by.Workshop, photo.Hash).Delete(&photoFile{}).Error
	// Unlike entries, photos give their words to no other row: who has typed the same
	// of another photo keeps it.
	return same, firstOf(err, e.history(), e.answers(), e.draft())
}

// emptyPhotos leaves of the rows that they are gone. One that was removed before keeps
// its revision: its screens know.
func (e *erasure) emptyPhotos() error {
	at, err := e.stamp(e.by.Workshop)
	if err != nil {
		return err
	}
	rows := func() *gorm.DB {
		return e.db.Table(string(models.PartPhotos)).Where("workshop_id = ? AND id IN ?", e.by.Workshop, e.ids)
	}
	return firstOf(
		rows().Where("NOT removed").Updates(map[string]any{
			"removed": true, "revision": at, "vanished": vanishing(models.PartPhotos, stepSeen(models.PartPhotos)),
		}).Error,
		rows().Updates(map[string]any{"text": "", "hash": "", "width": 0, "height": 0, "size": 0}).Error,
	)
}

// editions writes the versions that have the photos anew, without them. What was
// printed of such a version goes with the row it was printed from. No row is updated:
// the database refuses that, so that nothing else ever changes a version.
func (e *erasure) editions(gone []models.Photo) error {
	rows, err := editionRows(e.db, e.by.Workshop)
	if err != nil {
		return err
	}
	for _, row := range rows {
		if row.Damaged {
			return damaged()
		}
		if !row.Edition.ErasePhotos(gone) {
			continue
		}
		if err := firstOf(e.db.Delete(&row).Error, e.db.Create(&row).Error); err != nil {
			return err
		}
	}
	return nil
}

// tellErased has the history say who erased, and nothing of what.
func (t *tx) tellErased(by models.Actor, gone []models.Photo) error {
	entry := historyRow{
		WorkshopID: by.Workshop, Revision: t.stamps[by.Workshop], AccountID: by.Account,
		Kind: models.HistoryDone, Done: models.DoneErased, Part: models.PartPhotos,
	}
	for _, photo := range gone {
		entry.Changes = append(entry.Changes, models.RowChange{Part: models.PartPhotos, ID: string(photo.ID)}.Erase())
	}
	return t.db.Create(&entry).Error
}

// photosErasedSince are the photos of a copy that have been erased from the database
// since, by workshop.
func photosErasedSince(copied, now *gorm.DB) (map[models.WorkshopID][]models.Photo, error) {
	for _, db := range []*gorm.DB{copied, now} {
		if !db.Migrator().HasTable(&models.Photo{}) {
			return nil, nil // it was made before there were photos
		}
	}
	var gone []models.Photo
	if err := now.Where("text = ''").Find(&gone).Error; err != nil {
		return nil, err
	}
	late := map[models.WorkshopID][]models.Photo{}
	for _, photo := range gone {
		var still []models.Photo
		err := copied.Where("workshop_id = ? AND id = ? AND text <> ''", photo.WorkshopID, photo.ID).Find(&still).Error
		if err != nil {
			return nil, err
		}
		if len(still) > 0 {
			late[photo.WorkshopID] = append(late[photo.WorkshopID], still...)
		}
	}
	return late, nil
}
