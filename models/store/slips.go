package store

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"dilna/models"
)

// Slips are what is printed for one step of the workshop, for people to fill in
// by hand; the workshop need not have begun. Facilitators only. Codes:
// `not-found`, those of SlipKind.MayPrint and of Step.RoundOnPaper.
func (s *Store) Slips(ctx context.Context, by models.Actor, step models.StepID, kind models.SlipKind) (models.Slips, error) {
	slips := models.Slips{Kind: kind}
	if err := by.MustFacilitate(); err != nil {
		return slips, err
	}
	err := s.read(ctx, func(db *gorm.DB) error {
		t := &tx{db: db}
		w, row, err := t.place(by.Workshop, step)
		if err != nil {
			return err
		}
		slips.Head, slips.Step = w.Head, row
		if err := kind.MayPrint(row); err != nil {
			return err
		}
		if kind == models.SlipBallots {
			err = t.ballotSlips(&slips)
		} else {
			err = db.Model(&models.Topic{}).Where("workshop_id = ? AND step_id = ? AND removed = ?", w.ID, step, false).
				Order("position, id").Pluck("heading", &slips.Topics).Error
		}
		if err != nil {
			return err
		}
		divisions, err := divisionsOf(db, w.ID)
		slips.IsFor(divisions)
		return err
	})
	return slips, err
}

// ballotSlips adds the round that is voted in, and how many ideas it is about.
func (t *tx) ballotSlips(slips *models.Slips) error {
	var rounds []models.Round
	err := t.db.Where("workshop_id = ? AND step_id = ? AND removed = ?", slips.Step.WorkshopID, slips.Step.ID, false).
		Order("position, id").Find(&rounds).Error
	if err != nil {
		return err
	}
	round, err := slips.Step.RoundOnPaper(rounds)
	if err != nil {
		return err
	}
	ideas, err := t.ideasOf(round)
	slips.Round, slips.Options = &round, len(ideas)
	if len(rounds) > 1 {
		slips.Number = 1 + slices.IndexFunc(rounds, func(r models.Round) bool { return r.ID == round.ID })
	}
	return err
}
