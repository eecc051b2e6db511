package store

import (
	"context"

	"gorm.io/gorm"

	"dilna/models"
)

// addOffice keeps what an office adds to the minutes of a new workshop.
func (t *tx) addOffice(w models.WorkshopID, office *models.Office) error {
	if office == nil {
		return nil
	}
	return t.saveDraft(w, models.Draft{Office: *office}.Filled())
}

// OfferedOffice is what the minutes may take over: of the meetings of the same
// programme that the actor may run, what the newest says of its office. A workshop
// without a programme is offered nothing. Facilitators only.
func (s *Store) OfferedOffice(ctx context.Context, by models.Actor) (models.OfficeOffer, error) {
	var offer models.OfficeOffer
	if err := by.MustFacilitate(); err != nil {
		return offer, err
	}
	err := s.read(ctx, func(db *gorm.DB) error {
		var w models.Workshop
		if err := db.Where("id = ?", by.Workshop).Take(&w).Error; err != nil || w.Head.Programme == "" {
			return err
		}
		var rows []draftRow
		others := visible(db.Model(&models.Workshop{}), models.Account{ID: by.Account, Role: by.Role}).Where(meetings).
			Where("id <> ? AND programme = ?", w.ID, w.Head.Programme)
		err := db.Table("drafts").Joins("JOIN workshops w ON w.id = drafts.workshop_id").
			Where("drafts.workshop_id IN (?)", others.Select("id")).Order("w.date DESC, w.id DESC").Select("drafts.*").Find(&rows).Error
		for _, row := range rows {
			if offer = row.Draft.Offer(); offer.Office != (models.Office{}) {
				break
			}
		}
		return err
	})
	return offer, err
}
