package store

import (
	"context"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"dilna/models"
)

// grant makes an account a facilitator of one workshop.
type grant struct {
	WorkshopID models.WorkshopID `gorm:"primaryKey"`
	AccountID  models.AccountID  `gorm:"primaryKey"`
}

// RoleOf is what the account may be in the workshop: coordinators run every
// workshop, facilitators those they were granted. Anything else, a missing or
// removed workshop too, is `not-found`.
func (s *Store) RoleOf(ctx context.Context, a models.Account, w models.WorkshopID) (models.Role, error) {
	var found int64
	query := s.readers.WithContext(ctx).Model(&models.Workshop{}).Where("id = ? AND removed_at = 0", w)
	if a.Role != models.RoleCoordinator {
		query = query.Where("EXISTS (SELECT 1 FROM grants WHERE workshop_id = workshops.id AND account_id = ?)", a.ID)
	}
	if err := query.Count(&found).Error; err != nil {
		return "", translate(err)
	}
	if found == 0 {
		return "", models.Fail(models.KindNotFound, models.CodeNotFound)
	}
	return a.Role, nil
}

// Facilitation is who runs the workshop, and how others can join them.
// Facilitators only.
func (s *Store) Facilitation(ctx context.Context, by models.Actor) (models.Facilitation, error) {
	f := models.Facilitation{Accounts: []models.Granted{}}
	if err := by.MustFacilitate(); err != nil {
		return f, err
	}
	accounts := func(in string) *gorm.DB {
		return s.readers.WithContext(ctx).Model(&models.Account{}).
			Where("id "+in+" (SELECT account_id FROM grants WHERE workshop_id = ?)", by.Workshop).Order("name, login")
	}
	err := accounts("IN").Find(&f.Accounts).Error
	if err == nil && by.Role == models.RoleCoordinator {
		err = accounts("NOT IN").Where("disabled = 0").Find(&f.Others).Error
	}
	if err != nil {
		return f, translate(err)
	}
	f.Links, err = s.openLinks(s.readers.WithContext(ctx).Where("purpose = ? AND workshop_id = ?", models.LinkCoFacilitator, by.Workshop))
	return f, err
}

// AddCoFacilitatorLink stores a link that grants the workshop. Facilitators only.
func (s *Store) AddCoFacilitatorLink(ctx context.Context, by models.Actor, secretHash string, in models.NewLink) (models.Link, error) {
	if err := firstOf(by.MustFacilitate(), in.Check()); err != nil {
		return models.Link{}, err
	}
	link := models.Link{
		ID: in.ID, Hash: secretHash, Purpose: models.LinkCoFacilitator, Role: models.RoleFacilitator, Label: in.Label,
		WorkshopID: by.Workshop, MadeBy: by.Account, Expires: s.now().Add(models.LinkCoFacilitator.Lasts()).UnixMilli(),
	}
	return link, s.AddLink(ctx, link)
}

// TakeBackCoFacilitatorLink makes such a link good no longer. Facilitators
// only. Code `not-found`, also when it is used up.
func (s *Store) TakeBackCoFacilitatorLink(ctx context.Context, by models.Actor, key models.Key, id models.LinkID) error {
	if err := by.MustFacilitate(); err != nil {
		return err
	}
	_, err := command(ctx, s, by, key, "take back link", id, func(t *tx) (none, error) {
		return none{}, mustBeSome(t.db.Where("id = ? AND workshop_id = ?", id, by.Workshop).Delete(&models.Link{}))
	})
	return err
}

// mustBeSome is `not-found` where a deletion found nothing.
func mustBeSome(gone *gorm.DB) error {
	if gone.Error == nil && gone.RowsAffected == 0 {
		return models.Fail(models.KindNotFound, models.CodeNotFound)
	}
	return gone.Error
}

// AcceptLink uses up a co-facilitator link for somebody who has an account. Who
// runs the workshop already leaves the link for whom it is meant. Code
// `link-used`.
func (s *Store) AcceptLink(ctx context.Context, by models.Account, linkHash string) (models.WorkshopID, error) {
	link, err := s.link(s.readers.WithContext(ctx), linkHash)
	if err != nil {
		return "", err
	}
	if _, err := s.RoleOf(ctx, by, link.WorkshopID); err == nil {
		return link.WorkshopID, nil
	}
	return link.WorkshopID, s.writer.do(ctx, func(t *tx) error {
		_, err := s.useLink(t, linkHash, func(l models.Link) bool { return l.Purpose == models.LinkCoFacilitator })
		if err != nil {
			return err
		}
		return t.grant(link.WorkshopID, by.ID)
	})
}

// grant makes the account a facilitator of the workshop; code `link-used` where
// that has been removed meanwhile.
func (t *tx) grant(w models.WorkshopID, account models.AccountID) error {
	workshop, err := t.workshop(w)
	if err := noLink(translate(err)); err != nil {
		return err
	}
	if workshop.RemovedAt != 0 {
		return models.Fail(models.KindForbidden, models.CodeLinkUsed)
	}
	return t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&grant{WorkshopID: w, AccountID: account}).Error
}

// Grant makes an account a facilitator of the workshop without a link.
// Coordinators only. Code `not-found`.
func (s *Store) Grant(ctx context.Context, by models.Actor, key models.Key, account models.AccountID) error {
	if err := by.MustCoordinate(); err != nil {
		return err
	}
	_, err := command(ctx, s, by, key, "grant", account, func(t *tx) (none, error) {
		if err := t.db.Where("id = ?", account).Take(&models.Account{}).Error; err != nil {
			return none{}, err
		}
		return none{}, t.grant(by.Workshop, account)
	})
	return err
}

// Ungrant takes a grant away, and the links by which the account would let
// itself in again; ended are the tokens of its devices, whose streams have to end. Codes: those of Facilitation.MayUngrant,
// `not-found`.
func (s *Store) Ungrant(ctx context.Context, by models.Actor, key models.Key, account models.AccountID) (ended []string, err error) {
	_, err = command(ctx, s, by, key, "ungrant", account, func(t *tx) (none, error) {
		var f models.Facilitation
		err := t.db.Model(&models.Account{}).Where("id IN (SELECT account_id FROM grants WHERE workshop_id = ?)", by.Workshop).
			Find(&f.Accounts).Error
		if err := firstOf(err, f.MayUngrant(by, account)); err != nil {
			return none{}, err
		}
		if err := t.db.Where("workshop_id = ? AND account_id = ?", by.Workshop, account).Delete(&grant{}).Error; err != nil {
			return none{}, err
		}
		if err := t.db.Where("workshop_id = ? AND made_by = ?", by.Workshop, account).Delete(&models.Link{}).Error; err != nil {
			return none{}, err
		}
		ended, err = t.devices(account)
		return none{}, err
	})
	return ended, err
}
