package store

import (
	"gorm.io/gorm"

	"dilna/models"
)

// lateFeedback is what of a workshop's feedback has been taken out since a copy
// of the database was made: whole, by those who left, or a text by whoever runs
// the workshop.
type lateFeedback struct {
	given   []given
	answers []answerRow
}

// eraseFeedback takes out what the device has said of the workshop.
func (t *tx) eraseFeedback(w models.WorkshopID, secret models.SeatSecret) error {
	workshop, err := t.workshop(w)
	if err != nil {
		return err
	}
	for _, q := range workshop.Questions() {
		err = firstOf(err, answersOf(t.db, w, q.ID, secret).Updates(goneAnswer).Error)
	}
	return firstOf(err, t.db.Model(&given{}).
		Where("workshop_id = ? AND pseudonym = ?", w, secret.Pseudonym(w, "")).Update("removed", true).Error)
}

// goneAnswer is what is left of an answer that was taken out.
var goneAnswer = map[string]any{"score": 0, "text": "", "removed": true}

// feedbackErasedSince are the answers of a copy that have been taken out of the
// database since, by workshop.
func feedbackErasedSince(copied, now *gorm.DB) (map[models.WorkshopID]lateFeedback, error) {
	late := map[models.WorkshopID]lateFeedback{}

	if !copied.Migrator().HasTable(&answerRow{}) {
		return late, nil // it was made before people were asked
	}
	var gone []answerRow
	if err := now.Where("removed").Find(&gone).Error; err != nil {
		return nil, err
	}
	for _, row := range gone {
		var still []answerRow
		if err := oneAnswer(copied, row).Where("NOT removed").Find(&still).Error; err != nil {
			return nil, err
		}
		l := late[row.WorkshopID]
		l.answers = append(l.answers, still...)
		late[row.WorkshopID] = l
	}
	var left []given
	err := now.Where("removed").Find(&left).Error
	for _, row := range left {
		var still []given
		if err == nil {
			err = copied.Where("workshop_id = ? AND pseudonym = ? AND NOT removed", row.WorkshopID, row.Pseudonym).Find(&still).Error
		}
		l := late[row.WorkshopID]
		l.given = append(l.given, still...)
		late[row.WorkshopID] = l
	}
	return late, err
}

func oneAnswer(db *gorm.DB, row answerRow) *gorm.DB {
	return db.Model(&answerRow{}).Where("workshop_id = ? AND question_id = ? AND pseudonym = ?", row.WorkshopID, row.QuestionID, row.Pseudonym)
}

// eraseAgain takes them out of the copy, too, and says how many those are.
func (l lateFeedback) eraseAgain(db *gorm.DB) (rows int, err error) {
	for _, row := range l.answers {
		err = firstOf(err, oneAnswer(db, row).Updates(goneAnswer).Error)
	}
	for _, row := range l.given {
		err = firstOf(err, db.Model(&given{}).Where("workshop_id = ? AND pseudonym = ?", row.WorkshopID, row.Pseudonym).Update("removed", true).Error)
	}
	return len(l.answers), err
}
