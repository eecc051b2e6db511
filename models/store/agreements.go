package store

import (
	"context"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"dilna/models"
)

// agreement is what a seat says of an idea while its step is open.
type agreement struct {
	WorkshopID models.WorkshopID `gorm:"primaryKey"`
	SeatID     models.SeatID     `gorm:"primaryKey"`
	EntryID    models.EntryID    `gorm:"primaryKey"`
	Agrees     bool
	Seq        int64
}

// Agree says whether the actor agrees with an idea of somebody else, or takes it back.
// Participants only. Codes: `invalid`, `not-found`, those of Step.MayAgree and
// Step.MayTakePart.
func (s *Store) Agree(ctx context.Context, by models.Actor, idea models.EntryID, in models.SetAgreement) (models.Agreement, error) {
	told := models.Agreement{Idea: idea}
	if err := in.Check(); err != nil {
		return told, err
	}
	err := s.writer.do(ctx, by.Workshop, func(t *tx) error {
		entry, err := find[models.Entry](t, by.Workshop, idea)
		if err != nil {
			return err
		}
		w, step, err := t.place(by.Workshop, entry.StepID)
		if err := firstOf(err, step.MayAgree(by, w, entry), t.mustTakePart(by, step)); err != nil {
			return err
		}
		row := agreement{WorkshopID: by.Workshop, SeatID: by.Seat, EntryID: idea}
		if err := t.db.Where(&row).Limit(1).Find(&row).Error; err != nil {
			return err
		}
		if in.Seq > row.Seq {
			row.Agrees, row.Seq = in.Agrees, in.Seq
			err = t.db.Clauses(clause.OnConflict{UpdateAll: true}).Create(&row).Error
		}
		told.Agrees, told.Seq = row.Agrees, row.Seq
		return err
	})
	return told, err
}

// myAgreements are those of the seat with ideas of open steps.
func myAgreements(db *gorm.DB, by models.Actor) ([]models.Agreement, error) {
	mine := []models.Agreement{}
	err := db.Model(&agreement{}).Where("workshop_id = ? AND seat_id = ?", by.Workshop, by.Seat).Order("entry_id").Find(&mine).Error
	return mine, err
}

// countAgreements has only numbers be left of what people said of the ideas of a step:
// who agreed is known no more (docs/adr/0054). An idea is counted once; one that comes
// when the step has opened again is counted when it closes again.
func (t *tx) countAgreements(step models.Step) error {
	ideas := t.db.Model(&models.Entry{}).Where("workshop_id = ? AND step_id = ? AND method = ?", step.WorkshopID, step.ID, models.MethodCollect)
	if step.Agreeing {
		if err := t.writeAgreed(step, ideas.Session(&gorm.Session{})); err != nil {
			return err
		}
	}
	return t.db.Where("workshop_id = ? AND entry_id IN (?)", step.WorkshopID, ideas.Select("id")).Delete(&agreement{}).Error
}

func (t *tx) writeAgreed(step models.Step, ideas *gorm.DB) error {
	var said []models.AgreementOf
	err := t.db.Raw(`SELECT CASE WHEN q.ticket > 0 THEN 'ticket ' || q.ticket ELSE q.id END AS person, a.entry_id,
			CASE e.merged_into WHEN '' THEN e.id ELSE e.merged_into END AS lives_on
		FROM agreements a JOIN entries e ON e.workshop_id = a.workshop_id AND e.id = a.entry_id
		JOIN seats q ON q.workshop_id = a.workshop_id AND q.id = a.seat_id
		WHERE a.workshop_id = ? AND e.step_id = ? AND a.agrees AND `+atTable, step.WorkshopID, step.ID).Scan(&said).Error
	if err != nil {
		return err
	}
	at, err := t.stamp(step.WorkshopID)
	if err != nil {
		return err
	}
	counts := models.CountAgreements(said)
	var open []models.EntryID
	err = ideas.Where("agreed IS NULL").Pluck("id", &open).Error
	for i := 0; err == nil && i < len(open); i++ {
		err = t.db.Model(&models.Entry{}).Where("workshop_id = ? AND id = ?", step.WorkshopID, open[i]).
			Updates(map[string]any{"agreed": counts[open[i]], "revision": at}).Error
	}
	return err
}

// countAllAgreements counts those of all steps people still work on: the workshop ends.
func (t *tx) countAllAgreements(w models.WorkshopID) error {
	var open []models.Step
	err := t.db.Where("workshop_id = ? AND state = ? AND agreeing", w, models.StepOpen).Find(&open).Error
	for i := 0; err == nil && i < len(open); i++ {
		err = t.countAgreements(open[i])
	}
	return err
}
