package store

import (
	"context"

	"dilna/models"
)

// TypeTotals enters the result of a round counted on paper and closes it; typed
// again it corrects the result. Facilitators only. Codes: `wrong-method` for a
// round cast on phones, `invalid` for an idea that is not of the step.
func (s *Store) TypeTotals(ctx context.Context, by models.Actor, key models.Key, id models.RoundID, in models.TypedTotals) (models.RoundView, error) {
	if err := firstOf(by.MustFacilitate(), in.Check()); err != nil {
		return models.RoundView{}, err
	}
	return command(ctx, s, by, key, "type totals "+string(id), in, func(t *tx) (models.RoundView, error) {
		round, err := find[models.Round](t, by.Workshop, id)
		if err != nil {
			return models.RoundView{}, err
		}
		if round.CastBy != models.CastTyped {
			return models.RoundView{}, models.Fail(models.KindConflict, models.CodeWrongMethod)
		}
		if round.State == models.RoundPrepared {
			err = t.settleOn(&round, in.Totals...)
		}
		if err := firstOf(err, round.Settle(in.Totals)); err != nil {
			return models.RoundView{}, err
		}
		if err := firstOf(t.replaceTotals(round, in.Totals), t.forgetWordings(round), t.keepWordings(round)); err != nil {
			return models.RoundView{}, err
		}
		if round.Revealed {
			err = t.decide(round, in.Totals)
		}
		if round.Close(in); err != nil {
			return models.RoundView{}, err
		}
		if err := firstOf(t.save(&round), t.touch(by.Workshop, models.PartRounds, string(id))); err != nil {
			return models.RoundView{}, err
		}
		return t.roundView(by, round)
	})
}

func (t *tx) replaceTotals(round models.Round, totals []models.Total) error {
	of, err := t.ideasOf(round)
	if err != nil {
		return err
	}
	for i := range totals {
		if !of[totals[i].EntryID] {
			return unknown(models.TotalField(i))
		}
		totals[i].WorkshopID, totals[i].RoundID = round.WorkshopID, round.ID
	}
	for _, counted := range []any{&models.Total{}, &models.PartTotal{}} {
		err = firstOf(err, t.db.Where("workshop_id = ? AND round_id = ?", round.WorkshopID, round.ID).Delete(counted).Error)
	}
	if err == nil && len(totals) > 0 {
		err = t.db.CreateInBatches(totals, 500).Error
	}
	return firstOf(err, keepSum(t.db, round.WorkshopID, round.ID))
}

// totalsOf are the totals of a closed round.
func (t *tx) totalsOf(round models.Round) ([]models.Total, error) {
	totals := map[models.RoundID][]models.Total{}
	err := readTotals(t.db, []models.Round{round}, totals)
	return totals[round.ID], err
}
