package store

import (
	"context"
	"errors"
	"slices"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"dilna/models"
)

// draftRow is the draft of one workshop.
type draftRow struct {
	WorkshopID models.WorkshopID `gorm:"primaryKey"`
	Draft      models.Draft      `gorm:"serializer:json"`
}

func (draftRow) TableName() string { return "drafts" }

// draftOf is the draft of a workshop; one nobody has begun is empty.
func draftOf(db *gorm.DB, w models.WorkshopID) (models.Draft, error) {
	var row draftRow
	err := db.Where("workshop_id = ?", w).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = nil
	}
	return row.Draft.Filled(), err
}

// ChangeDraft changes what the next version of the minutes will say.
// Facilitators only; it stands in the history, member by member, and can be
// undone. What it names must be of this workshop. Codes: `invalid`,
// `workshop-full`, `changed-since`.
func (s *Store) ChangeDraft(ctx context.Context, by models.Actor, key models.Key, change models.DraftChange) error {
	if err := firstOf(by.MustFacilitate(), change.Check()); err != nil {
		return err
	}
	_, err := command(ctx, s, by, key, "change draft", change, func(t *tx) (struct{}, error) {
		if err := t.mustKnow(by.Workshop, change); err != nil {
			return struct{}{}, err
		}
		draft, err := t.rememberDraft(by.Workshop)
		if err != nil {
			return struct{}{}, err
		}
		if err := draft.Apply(change); err != nil {
			return struct{}{}, err
		}
		return struct{}{}, t.saveDraft(by.Workshop, draft)
	})
	return err
}

// saveDraft writes the draft; the stamp brings it to the others who look on.
func (t *tx) saveDraft(w models.WorkshopID, draft models.Draft) error {
	if _, err := t.stamp(w); err != nil {
		return err
	}
	return t.db.Clauses(clause.OnConflict{UpdateAll: true}).Create(&draftRow{WorkshopID: w, Draft: draft}).Error
}

// mustKnow refuses edits of rows that are not in the workshop: a removed one
// may be edited, it may come back.
func (t *tx) mustKnow(w models.WorkshopID, change models.DraftChange) error {
	for row := range change.Edits {
		found := slices.ContainsFunc(editable, func(part models.Part) bool { return t.has(part, w, row) })
		if !found {
			return unknown("edits")
		}
	}
	for step := range change.Remarks {
		if !t.has(models.PartSteps, w, string(step)) {
			return unknown("remarks")
		}
	}
	return nil
}

// editable are the parts that have a text to be edited.
var editable = []models.Part{models.PartEntries, models.PartTopics, models.PartSteps, models.PartPhotos}

func (t *tx) has(part models.Part, w models.WorkshopID, id string) bool {
	var found int64
	err := t.db.Table(string(part)).Where("workshop_id = ? AND id = ?", w, id).Count(&found).Error
	return err == nil && found > 0
}
