package store

import (
	"context"
	"crypto/rand"
	"errors"
	"time"

	"gorm.io/gorm"

	"dilna/models"
)

// editionRow is an approved version of the minutes.
type editionRow struct {
	WorkshopID models.WorkshopID `gorm:"primaryKey"`
	Version    int               `gorm:"primaryKey"`
	State      models.MinutesState
	Edition    models.Edition `gorm:"serializer:json"`
}

func (editionRow) TableName() string { return "editions" }

// edition is what was frozen, in the state it is in now.
func (r editionRow) edition() models.Edition {
	r.Edition.State = r.State
	return r.Edition
}

// publication is the public address of a workshop's minutes.
type publication struct {
	WorkshopID models.WorkshopID `gorm:"primaryKey"`
	Token      string
}

// editionRows are the versions of a workshop, the newest first.
func editionRows(db *gorm.DB, w models.WorkshopID) ([]editionRow, error) {
	var rows []editionRow
	err := db.Where("workshop_id = ?", w).Order("version DESC").Find(&rows).Error
	return rows, err
}

// MinutesWork is where the minutes of the workshop stand.
func (s *Store) MinutesWork(ctx context.Context, w models.WorkshopID) (models.MinutesWork, error) {
	work := models.MinutesWork{Changes: []models.Change{}, Editions: []models.EditionListed{}}
	err := s.read(ctx, func(db *gorm.DB) error {
		next, before, err := nextEdition(db, w)
		if err != nil {
			return err
		}
		work.Next, work.Changed = next.Version, before == nil || !next.SaysTheSame(*before)
		work.Changes = append(work.Changes, next.Changes...)
		if work.Draft, err = draftOf(db, w); err != nil {
			return err
		}
		rows, err := editionRows(db, w)
		for _, row := range rows {
			work.Editions = append(work.Editions, models.EditionListed{Version: row.Version, State: row.State, Approval: *row.Edition.Approval})
		}
		if err != nil {
			return err
		}
		work.Link, err = tokenOf(db, w)
		return err
	})
	return work, err
}

// DraftEdition is what the next version of the minutes says now.
func (s *Store) DraftEdition(ctx context.Context, w models.WorkshopID) (models.Edition, error) {
	var edition models.Edition
	err := s.read(ctx, func(db *gorm.DB) (err error) {
		edition, _, err = nextEdition(db, w)
		return err
	})
	return edition, err
}

// Edition is an approved version; code `not-found`.
func (s *Store) Edition(ctx context.Context, w models.WorkshopID, version int) (models.Edition, error) {
	var row editionRow
	err := s.readers.WithContext(ctx).Where("workshop_id = ? AND version = ?", w, version).Take(&row).Error
	return row.edition(), translate(err)
}

// NewestEdition is the newest approved version of the minutes; what the first
// one would say now where there is none.
func (s *Store) NewestEdition(ctx context.Context, w models.WorkshopID) (models.Edition, error) {
	var edition models.Edition
	err := s.read(ctx, func(db *gorm.DB) error {
		newest, err := newestEdition(db, w)
		if newest != nil {
			edition = *newest
		}
		if err == nil && newest == nil {
			edition, _, err = nextEdition(db, w)
		}
		return err
	})
	return edition, err
}

// nextEdition is the record with the draft laid over it, and the version
// before, nil for none.
func nextEdition(db *gorm.DB, w models.WorkshopID) (models.Edition, *models.Edition, error) {
	draft, err := draftOf(db, w)
	if err != nil {
		return models.Edition{}, nil, err
	}
	r := record{w: w, db: db, edits: draft.Edits}
	minutes, err := r.minutes()
	if err != nil {
		return models.Edition{}, nil, err
	}
	edition := models.Edition{
		Minutes: minutes, Options: draft.Options, Version: 1, State: models.MinutesDraft,
		Introduction: draft.Introduction, LateInputs: draft.LateInputs,
	}
	for _, step := range r.steps {
		edition.Remarks = append(edition.Remarks, draft.Remarks[step.ID])
	}
	if edition.Letterhead, err = letterheadFor(db, minutes.Programme); err != nil {
		return edition, nil, err
	}
	before, err := newestEdition(db, w)
	if before != nil {
		edition.Version = before.Version + 1
		edition.Note = draft.Note
		edition.Changes = edition.ChangesSince(*before)
	}
	return edition, before, err
}

func newestEdition(db *gorm.DB, w models.WorkshopID) (*models.Edition, error) {
	var row editionRow
	err := db.Where("workshop_id = ?", w).Order("version DESC").Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, nil
	}
	edition := row.edition()
	return &edition, err
}

// ApproveMinutes freezes what the draft says as the next version. Coordinators
// only. Codes: those of Edition.MayApprove.
func (s *Store) ApproveMinutes(ctx context.Context, by models.Actor, key models.Key) (models.EditionListed, error) {
	if err := by.MustCoordinate(); err != nil {
		return models.EditionListed{}, err
	}
	return command(ctx, s, by, key, "approve minutes", nil, func(t *tx) (models.EditionListed, error) {
		edition, before, err := nextEdition(t.db, by.Workshop)
		if err != nil {
			return models.EditionListed{}, err
		}
		w, err := t.workshop(by.Workshop)
		if err != nil {
			return models.EditionListed{}, err
		}
		if err := edition.MayApprove(by, w, before); err != nil {
			return models.EditionListed{}, err
		}
		return s.freeze(t, by, edition)
	})
}

// freeze keeps the edition as approved. The note of the draft was about this
// version: the next one gets its own.
func (s *Store) freeze(t *tx, by models.Actor, edition models.Edition) (models.EditionListed, error) {
	var account models.Account
	if err := t.db.Where("id = ?", by.Account).Take(&account).Error; err != nil {
		return models.EditionListed{}, err
	}
	edition.State = models.MinutesApproved
	edition.Approval = &models.Approval{By: account.Name, On: s.now().Format(time.DateOnly)}
	row := editionRow{WorkshopID: by.Workshop, Version: edition.Version, State: edition.State, Edition: edition}
	if err := t.db.Create(&row).Error; err != nil {
		return models.EditionListed{}, err
	}
	draft, err := draftOf(t.db, by.Workshop)
	if err != nil {
		return models.EditionListed{}, err
	}
	draft.Note = ""
	listed := models.EditionListed{Version: edition.Version, State: edition.State, Approval: *edition.Approval}
	return listed, t.saveDraft(by.Workshop, draft)
}

// SetEditionState publishes a version, or takes its publication back. When none
// is left the public address dies for good: the next publication has another.
// Coordinators only. Codes: `transition-not-allowed`, `not-found`.
func (s *Store) SetEditionState(ctx context.Context, by models.Actor, key models.Key, version int, state models.MinutesState) error {
	if err := by.MustCoordinate(); err != nil {
		return err
	}
	in := models.EditionListed{Version: version, State: state}
	_, err := command(ctx, s, by, key, "set edition state", in, func(t *tx) (struct{}, error) {
		var row editionRow
		if err := t.db.Where("workshop_id = ? AND version = ?", by.Workshop, version).Take(&row).Error; err != nil {
			return struct{}{}, err
		}
		if err := row.State.MayBecome(state); err != nil {
			return struct{}{}, err
		}
		if err := t.db.Model(&row).Update("state", state).Error; err != nil {
			return struct{}{}, err
		}
		if _, err := t.stamp(by.Workshop); err != nil {
			return struct{}{}, err
		}
		return struct{}{}, t.address(by.Workshop)
	})
	return err
}

// address gives published minutes a public address, and takes it from those
// that are not. It has 130 random bits.
func (t *tx) address(w models.WorkshopID) error {
	var published int64
	err := t.db.Model(&editionRow{}).Where("workshop_id = ? AND state = ?", w, models.MinutesPublished).Count(&published).Error
	if err != nil {
		return err
	}
	if published == 0 {
		return t.db.Where("workshop_id = ?", w).Delete(&publication{}).Error
	}
	token, err := tokenOf(t.db, w)
	if err == nil && token == "" {
		err = t.db.Create(&publication{WorkshopID: w, Token: rand.Text()}).Error
	}
	return err
}

func tokenOf(db *gorm.DB, w models.WorkshopID) (string, error) {
	var tokens []string
	err := db.Model(&publication{}).Where("workshop_id = ?", w).Pluck("token", &tokens).Error
	if err != nil || len(tokens) == 0 {
		return "", err
	}
	return tokens[0], nil
}

// PublishedMinutes are the published versions behind a public address, the
// newest first, as everybody may see them; code `not-found`.
func (s *Store) PublishedMinutes(ctx context.Context, token string) ([]models.Edition, error) {
	var rows []editionRow
	err := s.readers.WithContext(ctx).
		Where(`workshop_id = (SELECT workshop_id FROM publications p JOIN workshops w ON w.id = p.workshop_id
			WHERE token = ? AND w.removed_at = 0) AND state = ?`, token, models.MinutesPublished).
		Order("version DESC").Find(&rows).Error
	if err != nil {
		return nil, translate(err)
	}
	if len(rows) == 0 {
		return nil, models.Fail(models.KindNotFound, models.CodeNotFound)
	}
	editions := make([]models.Edition, len(rows))
	for i, row := range rows {
		editions[i] = row.edition().Public()
	}
	return editions, nil
}
