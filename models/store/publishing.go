package store

import (
	"context"
	"crypto/rand"
	"slices"

	"gorm.io/gorm"

	"dilna/models"
)

// publication is the public address of a workshop's minutes. It stays when the
// last version is withdrawn: published again, they are found where they were.
type publication struct {
	WorkshopID models.WorkshopID `gorm:"primaryKey"`
	Token      string
}

// publicOf are the versions that are published, and are what was approved.
func publicOf(rows []editionRow) []models.Edition {
	var public []models.Edition
	for _, row := range rows {
		if edition, err := row.edition(); err == nil && row.State == models.MinutesPublished {
			public = append(public, edition)
		}
	}
	return public
}

// SetEditionState publishes a version, or takes its publication back; older
// public versions are withdrawn with it where the move says so. A damaged one
// can only be taken back. Coordinators only. Codes: those of Edition.MayMove,
// `not-found`, `data-damaged`.
func (s *Store) SetEditionState(ctx context.Context, by models.Actor, key models.Key, version int, move models.EditionMove) error {
	if err := by.MustCoordinate(); err != nil {
		return err
	}
	in := struct {
		Version int
		models.EditionMove
	}{version, move}
	run := command[none]
	if move.State == models.MinutesApproved {
		run = ending
	}
	_, err := run(ctx, s, by, key, "set edition state", in, func(t *tx) (none, error) {
		rows, err := editionRows(t.db, by.Workshop)
		if err != nil {
			return none{}, err
		}
		at := slices.IndexFunc(rows, func(r editionRow) bool { return r.Version == version })
		if at < 0 {
			return none{}, gorm.ErrRecordNotFound
		}
		edition, err := rows[at].edition()
		if err != nil && move.State == models.MinutesPublished {
			return none{}, err
		}
		edition.State = rows[at].State
		if err := edition.MayMove(move, publicOf(rows[at+1:])); err != nil {
			return none{}, err
		}
		return none{}, t.moveEdition(rows[at], move)
	})
	return err
}

func (t *tx) moveEdition(row editionRow, move models.EditionMove) error {
	if move.Older != models.OlderUnasked {
		row.Older = move.Older
	}
	err := t.db.Model(&row).Updates(map[string]any{"state": move.State, "older": row.Older}).Error
	if err == nil && move.Older == models.OlderWithdraw {
		err = t.db.Model(&editionRow{}).Where("workshop_id = ? AND version < ?", row.WorkshopID, row.Version).
			Update("state", models.MinutesApproved).Error
	}
	if err == nil {
		err = t.db.Where(`workshop_id = ? AND version IN (SELECT version FROM editions WHERE workshop_id = ? AND state = ?)`,
			row.WorkshopID, row.WorkshopID, models.MinutesApproved).Delete(&printRow{}).Error
	}
	if err == nil && move.State == models.MinutesPublished {
		err = t.address(row.WorkshopID)
	}
	return firstOf(err, t.tellPublished(row.WorkshopID))
}

// tellPublished has all screens learn where the minutes are read now, or that
// they are read no more.
func (t *tx) tellPublished(w models.WorkshopID) error {
	workshop, err := t.workshop(w)
	return firstOf(err, t.writeHead(&workshop))
}

// publishedAt is the secret part of the public address; empty while nothing is
// published.
func publishedAt(db *gorm.DB, w models.WorkshopID) (string, error) {
	var public int64
	err := db.Model(&editionRow{}).Where("workshop_id = ? AND state = ?", w, models.MinutesPublished).Count(&public).Error
	if err != nil || public == 0 {
		return "", err
	}
	return tokenOf(db, w)
}

// address gives minutes a public address where they have none yet. It has 130
// random bits.
func (t *tx) address(w models.WorkshopID) error {
	token, err := tokenOf(t.db, w)
	if err == nil && token == "" {
		err = t.db.Create(&publication{WorkshopID: w, Token: rand.Text()}).Error
	}
	return err
}

// MinutesAddress is the secret part of the public address of a workshop's
// minutes. Code `not-found` while none are published.
func (s *Store) MinutesAddress(ctx context.Context, w models.WorkshopID) (string, error) {
	token, err := publishedAt(s.readers.WithContext(ctx), w)
	if err == nil && token == "" {
		err = gorm.ErrRecordNotFound
	}
	return token, translate(err)
}

// ChangeAddress gives the published minutes another public address in place of
// from, which the caller saw: nobody reads them at the old one any more.
// Coordinators only. Code `already-done` where the address is another by now.
func (s *Store) ChangeAddress(ctx context.Context, by models.Actor, key models.Key, from string) error {
	if err := by.MustCoordinate(); err != nil {
		return err
	}
	_, err := command(ctx, s, by, key, "change address", from, func(t *tx) (none, error) {
		changed := t.db.Model(&publication{}).Where("workshop_id = ? AND token = ?", by.Workshop, from).Update("token", rand.Text())
		if changed.Error == nil && changed.RowsAffected == 0 {
			return none{}, models.Moved(false, true)
		}
		return none{}, firstOf(changed.Error, t.tellPublished(by.Workshop))
	})
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
// newest first, as everybody may see them. Codes `not-found`, `data-damaged`
// where nothing can be known to be what was approved.
func (s *Store) PublishedMinutes(ctx context.Context, token string) (models.Published, error) {
	var rows []editionRow
	var published models.Published
	err := s.readers.WithContext(ctx).
		Where(`workshop_id = (SELECT workshop_id FROM publications p JOIN workshops w ON w.id = p.workshop_id
			WHERE token = ? AND w.removed_at = 0) AND state = ?`, token, models.MinutesPublished).
		Order("version DESC").Find(&rows).Error
	if err != nil {
		return published, translate(err)
	}
	if len(rows) == 0 {
		return published, models.Fail(models.KindNotFound, models.CodeNotFound)
	}
	if err := translate(mustBeWhole(s.readers.WithContext(ctx), rows[0].WorkshopID)); err != nil {
		return published, err
	}
	for _, row := range rows {
		if edition, err := row.edition(); err == nil {
			published.Editions = append(published.Editions, edition.Public())
		} else {
			published.Damaged = append(published.Damaged, row.Version)
		}
	}
	if len(published.Damaged) > 0 {
		err = s.health.note(damaged())
	}
	if len(published.Editions) > 0 {
		err = nil
	}
	return published, err
}
