package store

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"

	"dilna/models"
)

// Feedback is what people said of the workshop, and of others of its group that
// the actor may run. Facilitators only.
func (s *Store) Feedback(ctx context.Context, by models.Actor) (models.FeedbackSummary, error) {
	var summary models.FeedbackSummary
	if err := by.MustFacilitate(); err != nil {
		return summary, err
	}
	err := s.read(ctx, func(db *gorm.DB) error {
		var w models.Workshop
		err := db.Where("id = ?", by.Workshop).Take(&w).Error
		if err != nil {
			return err
		}
		if summary, err = summarise(db, w, s.now()); err != nil {
			return err
		}
		return groupFeedback(db, by, w, s.now(), &summary)
	})
	return summary, err
}

func summarise(db *gorm.DB, w models.Workshop, now time.Time) (models.FeedbackSummary, error) {
	answered, err := answeredIn(db, w.ID)
	if err != nil {
		return models.FeedbackSummary{}, err
	}
	var rows []answerRow
	err = db.Where("workshop_id = ? AND NOT removed", w.ID).Order("question_id, pseudonym").Find(&rows).Error
	said := make([]models.SaidAnswer, len(rows))
	for i, row := range rows {
		said[i] = row.SaidAnswer
	}
	return models.Summarised(w.Questions(), answered, said, w.FeedbackOpen(now)), err
}

// answeredIn is how many people have said anything.
func answeredIn(db *gorm.DB, w models.WorkshopID) (int, error) {
	var answered int64
	err := db.Model(&given{}).Where("workshop_id = ? AND NOT removed", w).Count(&answered).Error
	return int(answered), err
}

// groupFeedback adds how the group found its workshops, one after the other.
func groupFeedback(db *gorm.DB, by models.Actor, w models.Workshop, now time.Time, summary *models.FeedbackSummary) error {
	if w.Head.Group == "" {
		return nil
	}
	var all []models.Workshop
	err := visible(db, models.Account{ID: by.Account, Role: by.Role}).
		Where("programme = ? AND group_name = ? AND removed_at = 0 AND rehearsal_of = ?", w.Head.Programme, w.Head.Group, "").
		Where("id IN (SELECT workshop_id FROM feedback_given WHERE NOT removed)").Order("date, number, id").Find(&all).Error
	for i := 0; err == nil && i < len(all); i++ {
		var of models.FeedbackSummary
		of, err = summarise(db, all[i], now)
		summary.Group = append(summary.Group, of.OfGroup(all[i])...)
	}
	return err
}

// feedback is what the record says of the feedback: nothing where nobody has
// prepared questions or answered any.
func (r *record) feedback(w models.Workshop) (*models.FeedbackMinutes, error) {
	summary, err := summarise(r.db, w, r.now)
	if err != nil || summary.Answered == 0 && w.OwnQuestions() == nil {
		return nil, err
	}
	return summary.Minutes(), nil
}

// addFeedback writes what a record says of the feedback. Its answers get
// pseudonyms that nobody has, in their order.
func (t *tx) addFeedback(w models.Workshop, said *models.FeedbackMinutes) error {
	if said == nil {
		return nil
	}
	var people []given
	var rows []answerRow
	for i := range said.Answered {
		people = append(people, given{WorkshopID: w.ID, Pseudonym: nobodys(i)})
	}
	for i, q := range said.Questions {
		add := func(score int, text string) {
			rows = append(rows, answerRow{WorkshopID: w.ID, SaidAnswer: models.SaidAnswer{
				QuestionID: w.Feedback.Questions[i].ID, Pseudonym: nobodys(len(rows)), Score: score, Text: text,
			}})
		}
		for score, count := range q.Scores {
			for range count {
				add(score+1, "")
			}
		}
		for _, text := range q.Texts {
			add(0, text)
		}
	}
	var err error
	if len(people) > 0 {
		err = t.db.CreateInBatches(people, 500).Error
	}
	if len(rows) > 0 {
		err = firstOf(err, t.db.CreateInBatches(rows, 500).Error)
	}
	return err
}

func nobodys(i int) string { return fmt.Sprintf("imported-%08d", i) }
