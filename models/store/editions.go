package store

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"gorm.io/gorm"

	"dilna/models"
)

// editionRow is an approved version of the minutes.
type editionRow struct {
	WorkshopID models.WorkshopID `gorm:"primaryKey"`
	Version    int               `gorm:"primaryKey"`
	State      models.MinutesState
	Older      models.OlderPublic
	Text       string         `gorm:"column:edition"` // the edition in JSON
	Sum        string         // SHA-256 of the text
	Edition    models.Edition `gorm:"-"`
	Damaged    bool           `gorm:"-"` // it is not what was approved, and is not shown
}

// BeforeCreate writes the edition down, with its checksum.
func (r *editionRow) BeforeCreate(*gorm.DB) error {
	text, err := json.Marshal(r.Edition)
	r.Text, r.Sum = string(text), sumOf(text)
	return err
}

// AfterFind reads the edition, and finds out whether it is what was approved;
// one from before there were checksums has none yet. A damaged one is told from
// the others: they are still there to be read.
func (r *editionRow) AfterFind(*gorm.DB) error {
	known := r.State == models.MinutesApproved || r.State == models.MinutesPublished
	r.Damaged = !known || r.Sum != "" && r.Sum != sumOf([]byte(r.Text)) ||
		json.Unmarshal([]byte(r.Text), &r.Edition) != nil || r.Edition.Version != r.Version
	if r.Damaged {
		r.Edition = models.Edition{}
	}
	return nil
}

func (editionRow) TableName() string { return "editions" }

// edition is what was frozen, in the state it is in now. Code `data-damaged`.
func (r editionRow) edition() (models.Edition, error) {
	if r.Damaged {
		return models.Edition{}, damaged()
	}
	r.Edition.Workshop, r.Edition.Kept = r.WorkshopID, r.Sum
	return r.Edition.In(r.State), nil
}

// listed is the version as lists show it, beside the older versions.
func (r editionRow) listed(older []editionRow) models.EditionListed {
	if r.Damaged {
		return models.EditionListed{Version: r.Version, State: r.State, Older: r.Older, Damaged: true}
	}
	return models.EditionListed{
		Version: r.Version, State: r.State, Approval: *r.Edition.Approval, Older: r.Older,
		Drops: r.Edition.Drops(publicOf(older)),
	}
}

// editionRows are the versions of a workshop, the newest first.
func editionRows(db *gorm.DB, w models.WorkshopID) ([]editionRow, error) {
	var rows []editionRow
	err := db.Where("workshop_id = ?", w).Order("version DESC").Find(&rows).Error
	return rows, err
}

// MinutesWork is where the minutes of the workshop stand. What is damaged is
// said to be so, beside what is not.
func (s *Store) MinutesWork(ctx context.Context, w models.WorkshopID) (models.MinutesWork, error) {
	work := models.MinutesWork{Changes: []models.Change{}, Editions: []models.EditionListed{}, Concerns: []models.Concern{}}
	err := s.read(ctx, func(db *gorm.DB) (err error) {
		if err := mustBeWhole(db, w); err != nil {
			return err
		}
		if work.Draft, err = draftOf(db, w); err != nil {
			return err
		}
		rows, err := editionRows(db, w)
		if err != nil {
			return err
		}
		public := false
		for i, row := range rows {
			work.Editions = append(work.Editions, row.listed(rows[i+1:]))
			public = public || row.State == models.MinutesPublished
		}
		if public {
			if work.Link, err = tokenOf(db, w); err != nil {
				return err
			}
		}
		if work.Unsettled, err = s.unsettled(db, w); err != nil {
			return err
		}
		work.Unsettled += work.Draft.Unsettled()
		return compareDraft(db, w, s.now(), rows, &work)
	})
	if work.Damaged || slices.ContainsFunc(work.Editions, func(e models.EditionListed) bool { return e.Damaged }) {
		_ = s.health.note(damaged()) // the answer tells it itself
	}
	return work, err
}

// compareDraft says what the draft says otherwise than the newest version; where
// either is damaged, that it cannot be said.
func compareDraft(db *gorm.DB, w models.WorkshopID, now time.Time, rows []editionRow, work *models.MinutesWork) error {
	work.Next = 1
	if len(rows) > 0 {
		work.Next = rows[0].Version + 1
	}
	next, before, err := nextEdition(db, w, now)
	if models.CodeOf(err) == models.CodeDamaged {
		work.Damaged = true
		return nil
	}
	work.Changed, work.Sum = before == nil || !next.SaysTheSame(*before), next.Sum()
	work.Changes = append(work.Changes, next.Changes...)
	if err != nil {
		return err
	}
	meeting, err := endedMeeting(db, w)
	if meeting != nil {
		work.Concerns = append(work.Concerns, next.Missing(*meeting)...)
	}
	work.Concerns = append(work.Concerns, next.Concerns()...)
	return err
}

// DraftEdition is what the next version of the minutes says now.
func (s *Store) DraftEdition(ctx context.Context, w models.WorkshopID) (models.Edition, error) {
	var edition models.Edition
	err := s.read(ctx, func(db *gorm.DB) (err error) {
		edition, err = draftEdition(db, w, s.now())
		return err
	})
	return edition, err
}

// draftEdition is what the next version says, and the record as it was made,
// which its workshop file holds.
func draftEdition(db *gorm.DB, w models.WorkshopID, now time.Time) (models.Edition, error) {
	edition, _, err := nextEdition(db, w, now)
	if err != nil {
		return edition, err
	}
	r := record{w: w, db: db, now: now}
	whole, err := r.minutes()
	edition.Record = &whole
	return edition, err
}

// Edition is an approved version; codes `not-found`, `data-damaged`.
func (s *Store) Edition(ctx context.Context, w models.WorkshopID, version int) (models.Edition, error) {
	var edition models.Edition
	err := s.read(ctx, func(db *gorm.DB) (err error) {
		var row editionRow
		if err := firstOf(mustBeWhole(db, w), db.Where("workshop_id = ? AND version = ?", w, version).Take(&row).Error); err != nil {
			return err
		}
		edition, err = row.edition()
		return err
	})
	return edition, err
}

// NewestEdition is the newest approved version of the minutes; what the first
// one would say now where there is none.
func (s *Store) NewestEdition(ctx context.Context, w models.WorkshopID) (models.Edition, error) {
	var edition models.Edition
	err := s.read(ctx, func(db *gorm.DB) error {
		if err := mustBeWhole(db, w); err != nil {
			return err
		}
		newest, err := newestEdition(db, w)
		if newest != nil {
			edition = *newest
		}
		if err == nil && newest == nil {
			edition, err = draftEdition(db, w, s.now())
		}
		return err
	})
	return edition, err
}

// nextEdition is the record with the draft laid over it, and the version
// before, nil for none.
func nextEdition(db *gorm.DB, w models.WorkshopID, now time.Time) (models.Edition, *models.Edition, error) {
	draft, err := draftOf(db, w)
	if err != nil {
		return models.Edition{}, nil, err
	}
	r := record{w: w, db: db, now: now, edits: draft.Edits}
	minutes, err := r.minutes()
	if err != nil {
		return models.Edition{}, nil, err
	}
	edition := models.Edition{
		Minutes: minutes, Options: draft.Options, Version: 1, State: models.MinutesDraft, Workshop: w,
		Introduction: draft.Introduction, LateInputs: draft.LateInputs,
	}
	if !draft.Options.Feedback {
		edition.Feedback = nil
	}
	for _, step := range r.steps {
		edition.Remarks = append(edition.Remarks, draft.Remarks[step.ID])
		edition.Rows = append(edition.Rows, r.rowsSaid(step.ID))
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
	if err != nil {
		return nil, err
	}
	edition, err := row.edition()
	return &edition, err
}

// ApproveMinutes freezes what the draft says as the next version, where it is
// what its sender has seen. Coordinators only. Codes: those of
// Edition.MayApprove.
func (s *Store) ApproveMinutes(ctx context.Context, by models.Actor, key models.Key, seen models.DraftSeen) (models.EditionListed, error) {
	if err := by.MustCoordinate(); err != nil {
		return models.EditionListed{}, err
	}
	return command(ctx, s, by, key, "approve minutes", seen, func(t *tx) (models.EditionListed, error) {
		edition, before, err := nextEdition(t.db, by.Workshop, s.now())
		if err != nil {
			return models.EditionListed{}, err
		}
		w, err := t.workshop(by.Workshop)
		if err != nil {
			return models.EditionListed{}, err
		}
		if err := edition.MayApprove(by, w, before, seen); err != nil {
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
