package store

import (
	"context"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"dilna/models"
)

// grant makes an account a facilitator of one workshop.
type grant struct {
	WorkshopID models.WorkshopID `gorm:"primaryKey"`
	AccountID  models.AccountID  `gorm:"primaryKey"`
	Founder    bool              // it started the workshop
}

// takenGrant is a grant that was taken away. It stays until it is granted
// again: whoever lost it is told by whom.
type takenGrant struct {
	WorkshopID models.WorkshopID `gorm:"primaryKey"`
	AccountID  models.AccountID  `gorm:"primaryKey"`
	Founder    bool
	TakenBy    models.AccountID
	TakenAt    int64 // Unix milliseconds
}

// RoleOf is what the account may be in the workshop: coordinators run every
// workshop, facilitators those they were granted. Anything else, a missing or
// removed workshop too, is `not-found`; `right-taken`, with the name of who did
// it, where somebody else took the grant away.
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
		return "", s.noRole(ctx, a, w)
	}
	return a.Role, nil
}

// noRole is why the account is nothing in the workshop.
func (s *Store) noRole(ctx context.Context, a models.Account, w models.WorkshopID) error {
	var by string
	err := s.readers.WithContext(ctx).Raw(`SELECT COALESCE(b.name, '') FROM taken_grants t
		JOIN workshops w ON w.id = t.workshop_id AND w.removed_at = 0
		LEFT JOIN accounts b ON b.id = t.taken_by
		WHERE t.workshop_id = ? AND t.account_id = ? AND t.taken_by <> t.account_id`, w, a.ID).Row().Scan(&by)
	if err != nil {
		return notFound(err)
	}
	return models.Fail(models.KindForbidden, models.CodeRightTaken, by)
}

// Facilitation is who runs the workshop, and how others can join them.
// Facilitators only.
func (s *Store) Facilitation(ctx context.Context, by models.Actor) (models.Facilitation, error) {
	if err := by.MustFacilitate(); err != nil {
		return models.Facilitation{}, err
	}
	db := s.readers.WithContext(ctx)
	f, err := s.granted(db, by.Workshop)
	if err == nil && by.Role == models.RoleCoordinator {
		err = db.Model(&models.Account{}).Where("id NOT IN (SELECT account_id FROM grants WHERE workshop_id = ?)", by.Workshop).
			Where("NOT disabled").Order("name, login").Select("id, name, login, disabled").Find(&f.Others).Error
	}
	if err != nil {
		return f, translate(err)
	}
	f.Links, err = s.openLinks(s.readers.WithContext(ctx).Where("purpose = ? AND workshop_id = ?", models.LinkCoFacilitator, by.Workshop))
	return f, err
}

// granted is who has a grant of the workshop, and whose was taken a while ago.
func (s *Store) granted(db *gorm.DB, w models.WorkshopID) (models.Facilitation, error) {
	f := models.Facilitation{Accounts: []models.Granted{}}
	err := db.Table("grants g").Joins("JOIN accounts a ON a.id = g.account_id").Where("g.workshop_id = ?", w).
		Select("a.id, a.name, a.login, a.disabled, g.founder").Order("a.name, a.login").Find(&f.Accounts).Error
	if err != nil {
		return f, err
	}
	err = db.Table("taken_grants t").Joins("JOIN accounts a ON a.id = t.account_id LEFT JOIN accounts b ON b.id = t.taken_by").
		Where("t.workshop_id = ? AND t.taken_at > ?", w, s.now().Add(-models.GivenBack).UnixMilli()).
		Select("a.id, a.name, COALESCE(b.name, '') AS by, t.taken_at AS at").Order("t.taken_at DESC, a.id").Find(&f.Taken).Error
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
	return link.WorkshopID, s.writer.do(ctx, link.WorkshopID, func(t *tx) error {
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
	var taken takenGrant
	err = t.db.Where("workshop_id = ? AND account_id = ?", w, account).Limit(1).Find(&taken).Error
	if err != nil {
		return err
	}
	return firstOf(
		t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&grant{WorkshopID: w, AccountID: account, Founder: taken.Founder}).Error,
		t.db.Where("workshop_id = ? AND account_id = ?", w, account).Delete(&takenGrant{}).Error,
	)
}

// GiveBack gives the account the grant back that was taken from it, with what
// it was; links that went with it do not come back. Codes: those of
// Facilitation.MayGiveBack.
func (s *Store) GiveBack(ctx context.Context, by models.Actor, key models.Key, account models.AccountID) error {
	_, err := command(ctx, s, by, key, "give back", account, func(t *tx) (none, error) {
		f, err := s.granted(t.db, by.Workshop)
		if err := firstOf(err, f.MayGiveBack(by, account)); err != nil {
			return none{}, err
		}
		return none{}, t.grant(by.Workshop, account)
	})
	return err
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
// itself in again; ended are the tokens of its devices, whose streams have to
// end. It can be given back for a while. Codes: those of Facilitation.MayUngrant.
func (s *Store) Ungrant(ctx context.Context, by models.Actor, key models.Key, account models.AccountID) (ended []string, err error) {
	_, err = command(ctx, s, by, key, "ungrant", account, func(t *tx) (none, error) {
		f, err := s.granted(t.db, by.Workshop)
		if err := firstOf(err, f.MayUngrant(by, account)); err != nil {
			return none{}, err
		}
		if err := t.takeGrant(by, account, s.now()); err != nil {
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

// takeGrant takes the grant away and keeps who did it, and when.
func (t *tx) takeGrant(by models.Actor, account models.AccountID, now time.Time) error {
	var was grant
	err := t.db.Where("workshop_id = ? AND account_id = ?", by.Workshop, account).Take(&was).Error
	if err != nil {
		return err
	}
	taken := takenGrant{WorkshopID: by.Workshop, AccountID: account, Founder: was.Founder, TakenBy: by.Account, TakenAt: now.UnixMilli()}
	return firstOf(t.db.Save(&taken).Error, t.db.Delete(&was).Error)
}
