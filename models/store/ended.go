package store

import (
	"context"

	"gorm.io/gorm"

	"dilna/models"
)

// EndedByDoor is the workshop that has ended, of which the token was the QR code:
// nobody can guess it. Code `code-unknown`.
func (s *Store) EndedByDoor(ctx context.Context, token string) (models.Workshop, error) {
	var w models.Workshop
	err := s.readers.WithContext(ctx).
		Where("door_token = ? AND state = ? AND removed_at = 0", token, models.WorkshopEnded).Take(&w).Error
	if models.CodeOf(translate(err)) == models.CodeNotFound {
		return w, models.Fail(models.KindNotFound, models.CodeCodeUnknown).At("code", models.ReasonUnknown)
	}
	return w, translate(err)
}

// endedMeeting is what is known of the meeting, where it has ended; nil where it has
// not.
func endedMeeting(db *gorm.DB, w models.WorkshopID) (*models.HeldMeeting, error) {
	var workshop models.Workshop
	if err := db.Where("id = ?", w).Take(&workshop).Error; err != nil || workshop.State != models.WorkshopEnded {
		return nil, err
	}
	came, err := joined(db, w)
	return &models.HeldMeeting{Joined: came.All(), Ended: workshop.Ended}, err
}
