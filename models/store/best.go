package store

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"dilna/models"
)

// BringBest brings the best ideas of steps into another, all or none, as one
// entry of the history: under a topic called what the part is whose step they
// come from, or the step where it is nobody's. What was brought before stays as
// it is. Facilitators only. Codes: those of AddEntry, AddTopic and newestResult.
func (s *Store) BringBest(ctx context.Context, by models.Actor, key models.Key, into models.StepID, in models.NewBest) error {
	if err := firstOf(by.MustFacilitate(), in.Check()); err != nil {
		return err
	}
	_, err := command(ctx, s, by, key, "bring best "+string(into), in, func(t *tx) (none, error) {
		target, err := t.contributing(by, models.MethodCollect, into)
		if err != nil {
			return none{}, err
		}
		for _, id := range in.Steps {
			from, err := named[models.Step](t, by.Workshop, "steps", id)
			if err := firstOf(err, t.bringFrom(by, target, from, in)); err != nil {
				return none{}, err
			}
		}
		return none{}, nil
	})
	return err
}

func (t *tx) bringFrom(by models.Actor, into, from models.Step, in models.NewBest) error {
	if into.ID == from.ID {
		return unknown("steps")
	}
	best, err := t.bestOf(from, in)
	if err != nil || len(best) == 0 {
		return err
	}
	topic, err := t.topicFrom(by, into, from)
	for i := 0; err == nil && i < len(best); i++ {
		err = t.bring(by, into, topic, models.NewID[models.EntryID](), best[i])
	}
	return err
}

// bestOf are the best ideas of a step.
func (t *tx) bestOf(from models.Step, in models.NewBest) ([]models.Entry, error) {
	var ideas []models.Entry
	if err := t.db.Where("workshop_id = ? AND step_id = ? AND method = ? AND NOT removed", from.WorkshopID, from.ID, models.MethodCollect).Order("position, id").Find(&ideas).Error; err != nil {
		return nil, err
	}
	places, err := newestResult(t.db, from)
	return in.Of(ideas, places), err
}

// bring adds what is not there yet, with a link back.
func (t *tx) bring(by models.Actor, into models.Step, topic models.TopicID, id models.EntryID, of models.Entry) error {
	var there int64
	err := t.db.Model(&models.Entry{}).
		Where("workshop_id = ? AND step_id = ? AND from_entry = ? AND NOT removed", by.Workshop, into.ID, of.ID).
		Count(&there).Error
	if err != nil || there > 0 {
		return err
	}
	in := models.NewEntry{ID: id, Topic: topic, Text: of.Text, From: &models.MadeOf{Workshop: of.WorkshopID, Entry: of.ID}}
	if err := in.MayMake(by, into.Method); err != nil {
		return err
	}
	_, err = t.addEntry(by, into, in, false)
	return err
}

// topicFrom is the topic for what comes from a step, made where there is none.
func (t *tx) topicFrom(by models.Actor, into, from models.Step) (models.TopicID, error) {
	divisions, err := divisionsOf(t.db, by.Workshop)
	if err != nil {
		return "", err
	}
	heading := from.Heading
	if part, there := models.PartOf(divisions, from.PartID); there {
		heading = part.Heading
	}
	var topic models.Topic
	err = t.db.Where("workshop_id = ? AND step_id = ? AND parent_id = '' AND heading = ? AND NOT removed", by.Workshop, into.ID, heading).
		Limit(1).Find(&topic).Error
	if err != nil || topic.ID != "" {
		return topic.ID, err
	}
	topic, err = t.addTopic(by, into.ID, models.NewTopic{ID: models.NewID[models.TopicID](), Heading: heading})
	return topic.ID, err
}

// newestResult is where ideas stand in the last round of a step that was counted, or in
// the combination it is in; a lot tells those apart that share a place in the round.
// Code `result-not-revealed` where not everybody knows it.
func newestResult(db *gorm.DB, step models.Step) (map[models.EntryID]models.Place, error) {
	var rounds []models.Round
	err := db.Where("workshop_id = ? AND step_id = ? AND state = ? AND NOT removed", step.WorkshopID, step.ID, models.RoundClosed).
		Order("position DESC").Limit(1).Find(&rounds).Error
	if err != nil || len(rounds) == 0 {
		return nil, err
	}
	if err := rounds[0].MustBeRevealed(); err != nil {
		return nil, err
	}
	places, err := combinedResult(db, rounds[0])
	if err != nil || places != nil {
		return places, err
	}
	totals := map[models.RoundID][]models.Total{}
	err = readTotals(db, rounds, totals)
	places = map[models.EntryID]models.Place{}
	for _, place := range rounds[0].ByLot(rounds[0].Standing(totals[rounds[0].ID])) {
		places[place.Idea] = place
	}
	return places, err
}

// combinedResult is where ideas stand in the last combination that a round is in; nil
// where it is in none. What has no share of it was wanted by nobody.
func combinedResult(db *gorm.DB, newest models.Round) (map[models.EntryID]models.Place, error) {
	var combined []models.Combination
	err := db.Where("workshop_id = ? AND step_id = ? AND NOT removed", newest.WorkshopID, newest.StepID).
		Order("position DESC").Find(&combined).Error
	at := slices.IndexFunc(combined, func(c models.Combination) bool { return c.Has(newest.ID) })
	if err != nil || at < 0 {
		return nil, err
	}
	view, err := combinationView(db, combined[at])
	places := map[models.EntryID]models.Place{}
	for _, place := range view.Standing {
		if place.Share != nil && *place.Share > 0 {
			places[place.Idea] = models.Place{Idea: place.Idea, Rank: place.Rank}
		}
	}
	return places, err
}
