package store

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"dilna/models"
)

// AddCombination tells several closed and revealed rounds of a step as one standing
// (docs/adr/0046). Facilitators only. Codes: `no-result`, `result-not-revealed`,
// `nothing-in-common`, `wrong-method`, `workshop-full`, `invalid` for a round that is not of the step.
func (s *Store) AddCombination(ctx context.Context, by models.Actor, key models.Key, step models.StepID, in models.NewCombination) (models.CombinationView, error) {
	if err := firstOf(by.MustFacilitate(), in.Check()); err != nil {
		return models.CombinationView{}, err
	}
	return command(ctx, s, by, key, "add combination "+string(step), in, func(t *tx) (models.CombinationView, error) {
		row := models.Combination{
			Row: models.Row{WorkshopID: by.Workshop}, ID: in.ID, StepID: step, Label: in.Label, Rounds: in.Rounds,
		}
		in, err := find[models.Step](t, by.Workshop, step)
		if err == nil && in.Method != models.MethodCollect {
			err = models.Fail(models.KindConflict, models.CodeWrongMethod)
		}
		if err := firstOf(err, t.mayCombine(row)); err != nil {
			return models.CombinationView{}, err
		}
		view, err := combinationView(t.db, row)
		if err := firstOf(err, models.MustRank(view.Standing)); err != nil {
			return view, err
		}
		if row.Position, err = t.nextPosition(models.PartCombinations, by.Workshop, step); err != nil {
			return view, err
		}
		err = t.add(&row)
		view.Combination = row
		return view, err
	})
}

// mayCombine refuses a round that is not of the step, or whose result not everybody knows.
func (t *tx) mayCombine(c models.Combination) error {
	for i, weighed := range c.Rounds {
		field := models.CombinedField(i, "round")
		round, err := named[models.Round](t, c.WorkshopID, field, weighed.Round)
		if err == nil && round.StepID != c.StepID {
			err = unknown(field)
		}
		if err := firstOf(err, round.MayBeCombined()); err != nil {
			return err
		}
	}
	return nil
}

// removableCombination: it goes alone; its rounds stay.
func (t *tx) removableCombination(by models.Actor, id models.CombinationID) (rows, error) {
	_, err := find[models.Combination](t, by.Workshop, id)
	return rows{models.PartCombinations: {string(id)}}, err
}

// combinationsSince are the combinations that have changed since a revision, or a
// round of whose step has.
func combinationsSince(db *gorm.DB, w models.WorkshopID, since models.Revision) ([]models.CombinationView, error) {
	var changed []models.Combination
	err := db.Where("workshop_id = ?", w).
		Where(`revision > ? OR NOT removed AND step_id IN (SELECT step_id FROM rounds WHERE workshop_id = ? AND revision > ?)`, since, w, since).
		Order("position, id").Find(&changed).Error
	views := make([]models.CombinationView, 0, len(changed))
	for _, row := range changed {
		if err != nil {
			return nil, err
		}
		view := models.CombinationView{Combination: row}
		if !row.Removed {
			view, err = combinationView(db, row)
		}
		views = append(views, view)
	}
	return views, err
}

// combinationView is a combination with what its rounds give together.
func combinationView(db *gorm.DB, c models.Combination) (models.CombinationView, error) {
	var ids []models.RoundID
	for _, weighed := range c.Rounds {
		ids = append(ids, weighed.Round)
	}
	var rounds []models.Round
	totals := map[models.RoundID][]models.Total{}
	err := db.Where("workshop_id = ? AND id IN ?", c.WorkshopID, ids).Find(&rounds).Error
	err = firstOf(err, readTotals(db, rounds, totals))
	return models.CombinationView{Combination: c, Standing: models.Combine(combinedOf(c, rounds, totals))}, err
}

// combinedOf are the rounds of a combination in its order.
func combinedOf(c models.Combination, rounds []models.Round, totals map[models.RoundID][]models.Total) []models.Combined {
	combined := make([]models.Combined, len(c.Rounds))
	for i, weighed := range c.Rounds {
		at := slices.IndexFunc(rounds, func(r models.Round) bool { return r.ID == weighed.Round })
		if combined[i].Weight = weighed.Weight; at >= 0 {
			combined[i].Round, combined[i].Totals = rounds[at], totals[weighed.Round]
		}
	}
	return combined
}

// combinations is what the record says of a step's combinations; rounds and entries
// are named by their index.
func (r *record) combinations(step models.StepID, order []models.EntryID) []models.CombinationMinutes {
	var said []models.CombinationMinutes
	rounds := r.rounds[step]
	totals := map[models.RoundID][]models.Total{}
	for _, entry := range order {
		for round, total := range r.totals[entry] {
			totals[round] = append(totals[round], total)
		}
	}
	for _, c := range r.combined[step] {
		m := models.CombinationMinutes{Label: c.Label}
		for _, weighed := range c.Rounds {
			at := slices.IndexFunc(rounds, func(round models.Round) bool { return round.ID == weighed.Round })
			m.Rounds = append(m.Rounds, models.WeighedIndex{Round: at, Weight: weighed.Weight})
		}
		for _, place := range models.Combine(combinedOf(c, rounds, totals)) {
			m.Results = append(m.Results, models.CombinedMinutes{
				Entry: slices.Index(order, place.Idea), Share: place.Share, Shares: place.Shares, Rank: place.Rank,
			})
		}
		slices.SortFunc(m.Results, func(a, b models.CombinedMinutes) int { return a.Entry - b.Entry })
		said = append(said, m)
	}
	return said
}

// combinations are those of a step whose rounds were all held, and shown: a copy
// that is still to be voted in has none.
func (a *adder) combinations(m models.StepMinutes) {
	for i, c := range m.Combinations {
		row := models.Combination{
			Row: models.Row{WorkshopID: a.step.WorkshopID, Position: i + 1}, ID: models.NewID[models.CombinationID](), StepID: a.step.ID, Label: c.Label,
		}
		held := true
		for _, weighed := range c.Rounds {
			held = held && m.WasVoted(weighed.Round) && !m.Rounds[weighed.Round].Unrevealed
			row.Rounds = append(row.Rounds, models.WeighedRound{Round: a.roundIDs[weighed.Round], Weight: weighed.Weight})
		}
		if held {
			a.add(&row)
		}
	}
}
