package store

import (
	"context"

	"gorm.io/gorm"

	"dilna/models"
)

// Workshops are those the account may run, the newest first.
func (s *Store) Workshops(ctx context.Context, by models.Account) ([]models.Workshop, error) {
	var all []models.Workshop
	err := visible(s.readers.WithContext(ctx), by).Where("removed_at = 0").Order("created DESC, id").Find(&all).Error
	return all, translate(err)
}

// visible are the workshops the account may run, removed ones too.
func visible(db *gorm.DB, by models.Account) *gorm.DB {
	if by.Role == models.RoleCoordinator {
		return db
	}
	return db.Where("id IN (SELECT workshop_id FROM grants WHERE account_id = ?)", by.ID)
}

// CreateWorkshop starts a workshop from a template; its maker becomes its
// facilitator. Codes: `invalid`, `id-taken`.
func (s *Store) CreateWorkshop(ctx context.Context, by models.Account, key models.Key, in models.NewWorkshop) (models.Workshop, error) {
	if err := in.Check(); err != nil {
		return models.Workshop{}, err
	}
	template, err := s.template(ctx, by, in.Template, in.Head.Language)
	if err != nil {
		return models.Workshop{}, err
	}
	if in.Head.Language == "" {
		in.Head.Language = template.Language
	}
	made := models.Workshop{
		ID: in.ID, State: models.WorkshopPrepared, Head: in.Head, Checklist: models.NewChecklist(template.Points),
		Feedback: models.Feedback{Questions: template.Feedback}, Admission: template.AdmissionOr(),
	}
	actor := models.Actor{Role: by.Role, Account: by.ID, Workshop: in.ID}
	return command(ctx, s, actor, key, "create workshop", in, func(t *tx) (models.Workshop, error) {
		w, err := t.addWorkshop(made, template.Divisions, template.Agenda)
		if err != nil {
			return w, err
		}
		return w, t.db.Create(&grant{WorkshopID: in.ID, AccountID: by.ID, Founder: true}).Error
	})
}

// Workshop is the workshop's own row.
func (s *Store) Workshop(ctx context.Context, w models.WorkshopID) (models.Workshop, error) {
	var workshop models.Workshop
	err := s.readers.WithContext(ctx).Where("id = ?", w).Take(&workshop).Error
	return workshop, translate(err)
}

// ChangeHead changes the head of the minutes, at any time. Facilitators only.
// Code `changed-since`.
func (s *Store) ChangeHead(ctx context.Context, by models.Actor, key models.Key, change models.HeadChange) (models.Workshop, error) {
	if err := firstOf(by.MustFacilitate(), change.Check()); err != nil {
		return models.Workshop{}, err
	}
	return command(ctx, s, by, key, "change head", change, func(t *tx) (models.Workshop, error) {
		w, err := t.workshop(by.Workshop)
		if err != nil {
			return w, err
		}
		before := w.Head.Texts()
		w.Head.Apply(change)
		if err := change.MadeFrom.MustStand(before, w.Head.Texts()); err != nil {
			return w, err
		}
		return w, t.saveHead(&w)
	})
}

// SetWorkshopState opens and shuts the doors and ends the workshop.
// Facilitators only. Codes: those of WorkshopMove.Refuse, `transition-not-allowed`,
// and `round-open` while people vote.
func (s *Store) SetWorkshopState(ctx context.Context, by models.Actor, key models.Key, in models.WorkshopMove) (models.Workshop, error) {
	if err := by.MustFacilitate(); err != nil {
		return models.Workshop{}, err
	}
	run := command[models.Workshop]
	if in.State == models.WorkshopEnded {
		run = ending
	}
	return run(ctx, s, by, key, "set workshop state", in, func(t *tx) (models.Workshop, error) {
		w, err := t.workshop(by.Workshop)
		if err != nil {
			return w, err
		}
		if err := in.Refuse(w); err != nil || w.State == in.State {
			return w, err
		}
		if err := w.MayBecome(in.State); err != nil {
			return w, err
		}
		if err := t.mustNotVoteAnywhere(w.ID); err != nil {
			return w, err
		}
		w.State, w.Ended = in.State, 0
		if w.State == models.WorkshopEnded {
			w.Ended = s.now().UnixMilli()
			w.OpenFeedback(s.now())
			if err := firstOf(t.countAllAgreements(w.ID), t.silence(w.ID, "part_id <> ''")); err != nil {
				return w, err
			}
		}
		return w, t.saveHead(&w)
	})
}

func (t *tx) mustNotVoteAnywhere(w models.WorkshopID) error {
	var open int64
	err := t.db.Model(&models.Round{}).Where("workshop_id = ? AND state = ? AND NOT removed", w, models.RoundOpen).Count(&open).Error
	if err == nil && open > 0 {
		return models.Fail(models.KindConflict, models.CodeRoundOpen)
	}
	return err
}

// Changes is everything above the revision since, read in one snapshot. A
// since that is not of this workshop's history gives the whole picture.
func (s *Store) Changes(ctx context.Context, w models.WorkshopID, since models.Revision) (models.Changes, error) {
	c := models.Changes{Since: since, Totals: map[models.RoundID][]models.Total{}, PartTotals: map[models.RoundID][]models.PartTotal{}}
	err := s.read(ctx, func(db *gorm.DB) error {
		err := db.Where("id = ? AND removed_at = 0", w).Take(&c.Workshop).Error
		if err != nil {
			return err
		}
		if err := mustBeWhole(db, w); err != nil {
			return err
		}
		if since < 0 || since > c.Workshop.Revision {
			c.Since = 0
		}
		if err := db.Where("workshop_id = ?", w).Order("position, id").Find(&c.Steps).Error; err != nil {
			return err
		}
		var entries []models.Entry
		for _, rows := range []any{&c.Divisions, &c.Topics, &entries, &c.Rounds, &c.Photos} {
			if err := db.Where("workshop_id = ? AND revision > ?", w, c.Since).Order("position, id").Find(rows).Error; err != nil {
				return err
			}
		}
		c.EntriesByMethod = models.ByMethod(entries)
		if c.Workshop.Published, err = publishedAt(db, w); err != nil {
			return err
		}
		if c.Combinations, err = combinationsSince(db, w, c.Since); err != nil {
			return err
		}
		return firstOf(tellWordings(db, w, c.Ideas), tellWordings(db, w, c.Decisions), readTotals(db, c.Rounds, c.Totals), readPartTotals(db, c.Rounds, c.PartTotals))
	})
	return c, err
}

// mergedTotals gives the totals of ideas that were merged to what they live on
// in (docs/adr/0010), one beside the other.
const mergedTotals = `SELECT t.workshop_id, t.round_id, CASE i.merged_into WHEN '' THEN i.id ELSE i.merged_into END AS entry_id,
		t.points, t.details
	FROM totals t JOIN entries i ON i.workshop_id = t.workshop_id AND i.id = t.entry_id
	WHERE t.workshop_id = ?`

// readTotals reads the totals of the closed rounds, by idea so that their
// order tells nothing.
func readTotals(db *gorm.DB, rounds []models.Round, totals map[models.RoundID][]models.Total) error {
	for _, round := range rounds {
		if round.State != models.RoundClosed {
			continue
		}
		if err := mustCount(db, round); err != nil {
			return err
		}
		var of []models.Total
		if err := db.Raw(mergedTotals+" AND t.round_id = ? ORDER BY 3", round.WorkshopID, round.ID).Scan(&of).Error; err != nil {
			return err
		}
		totals[round.ID] = models.Together(of)
	}
	return nil
}

// firstOf is the first error that is one.
func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
