package store

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"dilna/models"
)

// Merge makes ideas of one step one: their texts stay readable in the one they
// are merged into, their marks, choice, notes and the ideas under them go over
// to it, and in closed rounds it has the points of all of them
// (docs/adr/0010). Facilitators only. Codes: `round-open` while people vote on
// the step, `marks-spent`, `idea-cycle`, `too-deep`, `invalid`.
func (s *Store) Merge(ctx context.Context, by models.Actor, key models.Key, into models.EntryID, in models.MergedIdeas) (models.Entry, error) {
	if err := firstOf(by.MustFacilitate(), in.Check(into)); err != nil {
		return models.Entry{}, err
	}
	return command(ctx, s, by, key, "merge "+string(into), in, func(t *tx) (models.Entry, error) {
		return t.merge(by, into, in.Ideas)
	})
}

func (t *tx) merge(by models.Actor, into models.EntryID, ideas []models.EntryID) (models.Entry, error) {
	idea, step, err := t.changeable(by, into)
	if err != nil {
		return idea, err
	}
	if err := firstOf(t.mustNotVote(by.Workshop, idea.StepID), t.rememberRow(&idea)); err != nil {
		return idea, err
	}
	for _, id := range ideas {
		if err := t.mergeOne(step, &idea, id); err != nil {
			return idea, err
		}
	}
	if err := t.restampMerged(idea); err != nil {
		return idea, err
	}
	return t.told(idea)
}

// mergeOne makes one idea part of another.
func (t *tx) mergeOne(step models.Step, into *models.Entry, id models.EntryID) error {
	merged, err := named[models.Entry](t, into.WorkshopID, "ideas", id)
	if err != nil || merged.StepID != into.StepID {
		return firstOf(err, unknown("ideas"))
	}
	under, err := t.under(merged)
	if err != nil {
		return err
	}
	before := *into
	into.Absorb(merged)
	if err := t.mergeInRounds(merged, into.ID); err != nil {
		return err
	}
	gone := rows{models.PartEntries: {string(merged.ID)}}
	if err := firstOf(t.flag(into.WorkshopID, gone), t.repoint(merged.ID, *into), t.save(into), t.marksLeft(step, before, *into)); err != nil {
		return err
	}
	for _, child := range under {
		if child.ParentID != merged.ID {
			continue
		}
		if err := t.putUnder(&child, into.TopicID, into.ID); err != nil {
			return err
		}
	}
	return nil
}

// mergeInRounds has rounds that are about the merged idea, and have not begun,
// be about the one it lives on in.
func (t *tx) mergeInRounds(merged models.Entry, into models.EntryID) error {
	var rounds []models.Round
	err := t.db.Where("workshop_id = ? AND step_id = ? AND state = ? AND NOT removed", merged.WorkshopID, merged.StepID, models.RoundPrepared).
		Find(&rounds).Error
	for _, round := range rounds {
		at := slices.Index(round.Ideas, merged.ID)
		switch {
		case err != nil || at < 0:
			continue
		case slices.Contains(round.Ideas, into):
			round.Ideas = slices.Delete(round.Ideas, at, at+1)
		default:
			round.Ideas[at] = into
		}
		err = t.save(&round)
	}
	return err
}

// repoint notes down what the merged idea, and all that was merged into it,
// live on in.
func (t *tx) repoint(merged models.EntryID, into models.Entry) error {
	var ids []string
	err := t.db.Model(&models.Entry{}).Where("workshop_id = ? AND (id = ? OR merged_into = ?)", into.WorkshopID, merged, merged).
		Pluck("id", &ids).Error
	if err := firstOf(err, t.remember(models.PartEntries, ids...)); err != nil {
		return err
	}
	return t.db.Table(string(models.PartEntries)).Where("workshop_id = ? AND id IN ?", into.WorkshopID, ids).
		Update("merged_into", into.ID).Error
}

// restampMerged has an idea told anew that others join or leave, with the
// results of its step.
func (t *tx) restampMerged(into models.Entry) error {
	return firstOf(t.touch(into.WorkshopID, models.PartEntries, string(into.ID)), t.restampResults(into.WorkshopID, into.StepID))
}

// restampResults has the results of a step told anew.
func (t *tx) restampResults(w models.WorkshopID, step models.StepID) error {
	at, err := t.stamp(w)
	if err != nil {
		return err
	}
	return t.db.Table(string(models.PartRounds)).
		Where("workshop_id = ? AND step_id = ? AND state = ? AND NOT removed", w, step, models.RoundClosed).
		Update("revision", at).Error
}

// Merged are the ideas that were merged into one here, in the order collected.
// Facilitators only.
func (s *Store) Merged(ctx context.Context, by models.Actor, into models.EntryID) (models.MergedOnes, error) {
	ones := models.MergedOnes{Ideas: []models.MergedOne{}}
	if err := by.MustFacilitate(); err != nil {
		return ones, err
	}
	err := s.read(ctx, func(db *gorm.DB) error {
		var idea models.Entry
		if err := db.Where("workshop_id = ? AND id = ? AND NOT removed", by.Workshop, into).Take(&idea).Error; err != nil {
			return err
		}
		return db.Model(&models.Entry{}).Where("workshop_id = ? AND merged_into = ?", by.Workshop, into).
			Order("position, id").Select("id", "text").Scan(&ones.Ideas).Error
	})
	return ones, err
}

// TakeOut makes a merged idea one by itself again, with its points: beside the
// one it was merged into, without what has gone over to that. Facilitators
// only. Codes: `round-open` while people vote on the step, `not-found`.
func (s *Store) TakeOut(ctx context.Context, by models.Actor, key models.Key, id models.EntryID) (models.Entry, error) {
	if err := by.MustFacilitate(); err != nil {
		return models.Entry{}, err
	}
	return command(ctx, s, by, key, "take out "+string(id), nil, func(t *tx) (models.Entry, error) {
		var idea models.Entry
		err := t.db.Where("workshop_id = ? AND id = ? AND merged_into <> ''", by.Workshop, id).Take(&idea).Error
		if err != nil {
			return idea, err
		}
		from, err := find[models.Entry](t, by.Workshop, idea.MergedInto)
		if err := firstOf(err, t.mustNotVote(by.Workshop, idea.StepID)); err != nil {
			return idea, err
		}
		from.Release(&idea)
		if err := firstOf(t.save(&idea), t.restampMerged(from)); err != nil {
			return idea, err
		}
		return t.told(idea)
	})
}
