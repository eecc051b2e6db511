package store

import (
	"context"
	"strconv"

	"gorm.io/gorm"

	"dilna/models"
)

// Harvested are the harvested steps of all workshops of the same programme that the
// actor may run, newest first, with what may be brought from them. What is hidden is
// not among it. Facilitators only.
func (s *Store) Harvested(ctx context.Context, by models.Actor) ([]models.Harvested, error) {
	all := []models.Harvested{}
	if err := by.MustFacilitate(); err != nil {
		return all, err
	}
	err := s.read(ctx, func(db *gorm.DB) error {
		var workshops []models.Called
		err := visible(db.Model(&models.Workshop{}), models.Account{ID: by.Account, Role: by.Role}).
			Where("removed_at = 0 AND (rehearsal_of = '' OR id = ?)", by.Workshop).
			Where("programme = (SELECT programme FROM workshops WHERE id = ?)", by.Workshop).
			Order("date DESC, created DESC, id").Find(&workshops).Error
		for _, w := range workshops {
			if err != nil {
				return err
			}
			err = harvestedIn(db, w, &all)
		}
		return err
	})
	return all, err
}

func harvestedIn(db *gorm.DB, w models.Called, all *[]models.Harvested) error {
	var steps []models.Step
	err := db.Where("workshop_id = ? AND NOT removed AND method = ? AND origin = ?", w.ID, models.MethodCollect, models.OriginHarvest).
		Order("position, id").Find(&steps).Error
	for _, step := range steps {
		if err != nil {
			return err
		}
		harvested := models.Harvested{Workshop: w, Step: step.ID, Heading: step.Heading, Source: step.Source}
		if harvested.Ideas, err = harvestedOf(db, step); len(harvested.Ideas) > 0 {
			*all = append(*all, harvested)
		}
	}
	return err
}

// harvestedOf are the ideas of a step, each with its topic and the day it was sent.
func harvestedOf(db *gorm.DB, step models.Step) (ideas []models.HarvestedIdea, err error) {
	var rows []models.Entry
	var topics []models.Topic
	var inputs []models.Input
	in := db.Where("workshop_id = ?", step.WorkshopID).Session(&gorm.Session{})
	here := in.Where("step_id = ? AND NOT removed", step.ID).Session(&gorm.Session{})
	err = firstOf(
		here.Order("position, id").Find(&rows).Error, here.Find(&topics).Error,
		in.Where("letterbox_id IN (SELECT id FROM letterboxes WHERE workshop_id = ? AND step_id = ?)", step.WorkshopID, step.ID).Find(&inputs).Error,
	)
	headings, days := map[models.TopicID]string{}, map[models.EntryID]string{}
	for _, topic := range topics {
		headings[topic.ID] = topic.Heading
	}
	for _, input := range inputs {
		days[models.EntryID(input.ID)] = input.Day()
	}
	for _, row := range rows {
		if !row.Hidden {
			ideas = append(ideas, models.HarvestedIdea{ID: row.ID, Text: row.Text, Topic: headings[row.TopicID], Author: row.Author, Day: days[row.ID]})
		}
	}
	return ideas, err
}

// Bring adds what stands in another workshop to a step, as one entry of the
// history. Facilitators of both only. Codes: those of AddEntry, `text-full` where a
// text has no room for all of it.
func (s *Store) Bring(ctx context.Context, by models.Actor, key models.Key, step models.StepID, in models.Bringing) error {
	if err := firstOf(by.MustFacilitate(), in.Check()); err != nil {
		return err
	}
	_, err := command(ctx, s, by, key, "bring into "+string(step), in, func(t *tx) (none, error) {
		row, err := t.takesFrom(by, step, in.Workshop)
		for i := 0; err == nil && i < len(in.Entries); i++ {
			err = models.Within("entries."+strconv.Itoa(i), t.carryIn(by, &row, in.Workshop, in.Entries[i]))
		}
		if err == nil && row.Method == models.MethodText {
			err = t.save(&row)
		}
		return none{}, err
	})
	return err
}

// takesFrom is a step that entries of the workshop may be brought into.
func (t *tx) takesFrom(by models.Actor, step models.StepID, w models.WorkshopID) (models.Step, error) {
	row, err := find[models.Step](t, by.Workshop, step)
	_, forbidden := t.toRun(by, w)
	if err := firstOf(err, forbidden); err != nil {
		return row, err
	}
	if row.Method == models.MethodText {
		return row, nil
	}
	return t.contributing(by, row.Method, step)
}

// carryIn adds one to the step, or to the text of it.
func (t *tx) carryIn(by models.Actor, step *models.Step, w models.WorkshopID, one models.Brought) error {
	of, err := named[models.Entry](t, w, "entry", one.Entry)
	if err == nil && of.Hidden {
		err = unknown("entry")
	}
	if err != nil {
		return err
	}
	if step.Method == models.MethodText {
		return step.WriteDown(one, of.Text)
	}
	in := models.NewEntry{ID: one.ID, Text: of.Text, Note: one.Note, From: &models.MadeOf{Workshop: w, Entry: of.ID}}
	if err := in.MayMake(by, step.Method); err != nil {
		return err
	}
	_, err = t.addEntry(by, *step, in, false)
	return err
}
