package store

import (
	"context"
	"errors"
	"fmt"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"dilna/models"
)

// given says that somebody has answered, and which change of hers counts.
type given struct {
	WorkshopID models.WorkshopID `gorm:"primaryKey"`
	Pseudonym  string            `gorm:"primaryKey"`
	Seq        int64
	Removed    bool
}

func (given) TableName() string { return "feedback_given" }

// answerRow is one answer to one question. One that is removed says nothing any
// more; its row stays, so that copies of the database learn of it.
type answerRow struct {
	WorkshopID models.WorkshopID `gorm:"primaryKey"`
	models.SaidAnswer
	Removed bool
}

func (answerRow) TableName() string { return "feedback_answers" }

// AnswerFeedback sets all that the actor says of the workshop. It is absolute
// and ordered by seq, as dots are, and like them leaves no record in the
// commands. Participants only. Codes: those of MyFeedback.Check and Fit, and of
// Workshop.MayAnswer.
func (s *Store) AnswerFeedback(ctx context.Context, by models.Actor, secret models.SeatSecret, in models.MyFeedback) (models.MyFeedback, error) {
	if err := in.Check(); err != nil {
		return models.MyFeedback{}, err
	}
	var mine models.MyFeedback
	err := s.writer.do(ctx, by.Workshop, func(t *tx) error {
		w, err := t.workshop(by.Workshop)
		if err != nil {
			return err
		}
		if err := firstOf(w.MayAnswer(by, s.now()), in.Fit(w.Questions())); err != nil {
			return err
		}
		if mine, err = feedbackBy(t.db, w, secret); err != nil || in.Seq <= mine.Seq {
			return err
		}
		mine = in
		if _, err := t.stamp(w.ID); err != nil { // those who run the workshop look at the sums anew
			return err
		}
		return t.writeFeedback(w, secret, in)
	})
	return mine, err
}

// writeFeedback puts the answers in the place of those there were.
func (t *tx) writeFeedback(w models.Workshop, secret models.SeatSecret, in models.MyFeedback) error {
	if err := firstOf(t.clearFeedback(w, secret), t.db.Clauses(clause.OnConflict{UpdateAll: true}).Create(&given{
		WorkshopID: w.ID, Pseudonym: secret.Pseudonym(w.ID, ""), Seq: in.Seq,
	}).Error); err != nil {
		return err
	}
	for _, a := range in.Answers {
		row := answerRow{WorkshopID: w.ID, SaidAnswer: models.SaidAnswer{
			QuestionID: a.Question, Pseudonym: secret.Pseudonym(w.ID, a.Question), Score: a.Score, Text: a.Text,
		}}
		if err := t.db.Create(&row).Error; err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) clearFeedback(w models.Workshop, secret models.SeatSecret) error {
	for _, q := range w.Questions() {
		if err := answersOf(t.db, w.ID, q.ID, secret).Delete(&answerRow{}).Error; err != nil {
			return err
		}
	}
	return nil
}

// answersOf is the device's answer to a question.
func answersOf(db *gorm.DB, w models.WorkshopID, q models.QuestionID, secret models.SeatSecret) *gorm.DB {
	return db.Model(&answerRow{}).Where("workshop_id = ? AND question_id = ? AND pseudonym = ?", w, q, secret.Pseudonym(w, q))
}

// MyFeedback is what the actor has said of the workshop. Participants only.
func (s *Store) MyFeedback(ctx context.Context, by models.Actor, secret models.SeatSecret) (models.MyFeedback, error) {
	var mine models.MyFeedback
	err := s.read(ctx, func(db *gorm.DB) error {
		var w models.Workshop
		err := db.Where("id = ?", by.Workshop).Take(&w).Error
		if err == nil {
			mine, err = feedbackBy(db, w, secret)
		}
		return err
	})
	return mine, err
}

func feedbackBy(db *gorm.DB, w models.Workshop, secret models.SeatSecret) (models.MyFeedback, error) {
	mine := models.MyFeedback{Answers: []models.Answer{}}
	var slip given
	err := db.Where("workshop_id = ? AND pseudonym = ?", w.ID, secret.Pseudonym(w.ID, "")).Take(&slip).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return mine, nil
	}
	mine.Seq = slip.Seq
	for _, q := range w.Questions() {
		var rows []answerRow
		if err == nil {
			err = answersOf(db, w.ID, q.ID, secret).Where("NOT removed").Find(&rows).Error
		}
		for _, row := range rows {
			mine.Answers = append(mine.Answers, models.Answer{Question: q.ID, Score: row.Score, Text: row.Text})
		}
	}
	return mine, err
}

// SetQuestions has the workshop ask other questions, or the same in another
// order, on or off. Facilitators only. Codes: those of Workshop.Ask, `invalid`.
func (s *Store) SetQuestions(ctx context.Context, by models.Actor, key models.Key, in models.NewQuestions) (models.FeedbackView, error) {
	if err := firstOf(by.MustFacilitate(), in.Check()); err != nil {
		return models.FeedbackView{}, err
	}
	return command(ctx, s, by, key, "set questions", in, func(t *tx) (models.FeedbackView, error) {
		w, err := t.ask(by.Workshop, in)
		return w.FeedbackFor(), err
	})
}

// ask has the workshop ask these questions from now on.
func (t *tx) ask(id models.WorkshopID, in models.NewQuestions) (models.Workshop, error) {
	w, err := t.workshop(id)
	if err != nil {
		return w, err
	}
	t.rememberQuestions(w)
	answered, err := answeredIn(t.db, w.ID)
	if err := firstOf(err, w.Ask(in, answered > 0)); err != nil {
		return w, err
	}
	return w, t.saveHead(&w)
}

// MoveFeedback opens the feedback for another day, or closes it at once.
// Facilitators only. Codes: those of Workshop.Move.
func (s *Store) MoveFeedback(ctx context.Context, by models.Actor, key models.Key, in models.FeedbackMove) (models.FeedbackView, error) {
	if err := by.MustFacilitate(); err != nil {
		return models.FeedbackView{}, err
	}
	return command(ctx, s, by, key, "move feedback", in, func(t *tx) (models.FeedbackView, error) {
		w, err := t.workshop(by.Workshop)
		if err != nil {
			return models.FeedbackView{}, err
		}
		if err := w.Move(in, s.now()); err != nil {
			return models.FeedbackView{}, err
		}
		return w.FeedbackFor(), firstOf(t.saveHead(&w), s.sweepAfter(t))
	})
}

// HideAnswer hides a text from the minutes and from all but those who run the
// workshop, or shows it again. Facilitators only. Code `not-found`.
func (s *Store) HideAnswer(ctx context.Context, by models.Actor, key models.Key, id string, hidden bool) error {
	return s.changeAnswer(ctx, by, key, fmt.Sprintf("hide answer %s %t", id, hidden), id, map[string]any{"hidden": hidden})
}

// RemoveAnswer takes a text out for good, from everything but approved minutes.
// Facilitators only. Code `not-found`.
func (s *Store) RemoveAnswer(ctx context.Context, by models.Actor, key models.Key, id string) error {
	return s.changeAnswer(ctx, by, key, "remove answer "+id, id, goneAnswer)
}

func (s *Store) changeAnswer(ctx context.Context, by models.Actor, key models.Key, name, id string, values map[string]any) error {
	if err := by.MustFacilitate(); err != nil {
		return err
	}
	_, err := command(ctx, s, by, key, name, nil, func(t *tx) (none, error) {
		changed := t.db.Model(&answerRow{}).
			Where("workshop_id = ? AND pseudonym = ? AND text <> '' AND NOT removed", by.Workshop, id).Updates(values)
		if changed.Error == nil && changed.RowsAffected == 0 {
			return none{}, gorm.ErrRecordNotFound
		}
		_, err := t.stamp(by.Workshop)
		return none{}, firstOf(changed.Error, err, s.eraseAfter(t))
	})
	return err
}
