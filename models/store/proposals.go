package store

import "dilna/models"

// propose adds an idea to all that people vote on in the open rounds of a step.
// Codes: those of NewEntry.MayPropose, `proposals-spent`.
func (t *tx) propose(by models.Actor, step models.Step, in models.NewEntry, open []models.Round) (models.Entry, error) {
	sits, err := sitsOf(t.db, by)
	if err := firstOf(err, in.MayPropose(by, step, sits, open), t.mustHaveProposals(by, step.ID)); err != nil {
		return models.Entry{}, err
	}
	for i := range open {
		if len(open[i].Ideas) == 0 { // of all there are
			continue
		}
		open[i].Ideas = append(open[i].Ideas, in.ID)
		if err := t.save(&open[i]); err != nil {
			return models.Entry{}, err
		}
	}
	t.progressed[by.Workshop] = true
	return t.addEntry(by, step, in, true)
}

// mustHaveProposals refuses, with `proposals-spent`, who has proposed enough: what one
// person writes must not push what all wrote off the ballot.
func (t *tx) mustHaveProposals(by models.Actor, step models.StepID) error {
	if by.Facilitates() {
		return nil
	}
	var mine int64
	err := t.db.Model(&models.Entry{}).Where("workshop_id = ? AND step_id = ? AND seat_id = ? AND proposed AND NOT removed", by.Workshop, step, by.Seat).
		Count(&mine).Error
	if err == nil && mine >= models.MaxProposals {
		return models.Fail(models.KindConflict, models.CodeProposalsSpent, models.MaxProposals)
	}
	return err
}
