package store

import (
	"cmp"
	"context"

	"gorm.io/gorm"

	"dilna/models"
)

// AddLink stores a one-time link. Expired ones go at the same time.
func (s *Store) AddLink(ctx context.Context, link models.Link) error {
	link.ID = cmp.Or(link.ID, models.NewID[models.LinkID]())
	return s.writer.do(ctx, common, func(t *tx) error {
		if err := t.db.Where("expires < ?", s.now().UnixMilli()).Delete(&models.Link{}).Error; err != nil {
			return err
		}
		// Asked for again, after an answer that was lost: the secret nobody saw is replaced.
		again := t.db.Where("id = ? AND made_by = ? AND made_by <> ''", link.ID, link.MadeBy)
		if err := again.Delete(&models.Link{}).Error; err != nil {
			return err
		}
		return t.db.Create(&link).Error
	})
}

// Invite stores a link that makes an account. Coordinators only.
func (s *Store) Invite(ctx context.Context, by models.Account, secretHash string, in models.NewLink) (models.Link, error) {
	if err := firstOf(by.MustCoordinate(), in.Check()); err != nil {
		return models.Link{}, err
	}
	link := models.Link{
		ID: in.ID, Hash: secretHash, Purpose: models.LinkInvitation, Role: in.Role, Label: in.Label, MadeBy: by.ID,
		Expires: s.now().Add(models.LinkInvitation.Lasts()).UnixMilli(),
	}
	return link, s.AddLink(ctx, link)
}

// LetIn stores a link that signs a locked-out account in; links of it that
// were made before are good no longer. Coordinators only. Codes: `not-found`,
// `account-disabled`.
func (s *Store) LetIn(ctx context.Context, by models.Account, secretHash string, id models.AccountID) (models.Link, error) {
	link := models.Link{
		ID: models.NewID[models.LinkID](), Hash: secretHash, Purpose: models.LinkSignIn, AccountID: id, MadeBy: by.ID,
		Expires: s.now().Add(models.LinkSignIn.Lasts()).UnixMilli(),
	}
	if err := by.MustCoordinate(); err != nil {
		return link, err
	}
	return link, s.writer.do(ctx, common, func(t *tx) error {
		var account models.Account
		if err := t.db.Where("id = ?", id).Take(&account).Error; err != nil {
			return err
		}
		if account.Disabled {
			return models.Fail(models.KindForbidden, models.CodeAccountDisabled)
		}
		if err := t.db.Where("account_id = ?", id).Delete(&models.Link{}).Error; err != nil {
			return err
		}
		return t.db.Create(&link).Error
	})
}

// Invitations are the open ones, the newest first. Coordinators only.
func (s *Store) Invitations(ctx context.Context, by models.Account) ([]models.Link, error) {
	if err := by.MustCoordinate(); err != nil {
		return nil, err
	}
	return s.openLinks(s.readers.WithContext(ctx).Where("purpose = ?", models.LinkInvitation))
}

func (s *Store) openLinks(query *gorm.DB) ([]models.Link, error) {
	links := []models.Link{}
	err := query.Where("expires >= ?", s.now().UnixMilli()).Order("expires DESC, id").Find(&links).Error
	return links, translate(err)
}

// TakeBack makes an invitation good no longer; one that is used or gone is
// taken back already. Coordinators only.
func (s *Store) TakeBack(ctx context.Context, by models.Account, id models.LinkID) error {
	if err := by.MustCoordinate(); err != nil {
		return err
	}
	return s.writer.do(ctx, common, func(t *tx) error {
		return t.db.Where("id = ? AND purpose = ?", id, models.LinkInvitation).Delete(&models.Link{}).Error
	})
}

// Offer is what a link is good for; it is not used up. Code `link-used`.
func (s *Store) Offer(ctx context.Context, hash string) (models.LinkOffer, error) {
	link, err := s.link(s.readers.WithContext(ctx), hash)
	if err != nil {
		return models.LinkOffer{}, err
	}
	offer := models.LinkOffer{Purpose: link.Purpose, Role: link.Role}
	if link.Purpose != models.LinkCoFacilitator {
		return offer, nil
	}
	offer.Workshop = &models.Called{}
	err = s.readers.WithContext(ctx).Model(&models.Workshop{}).Where("id = ? AND removed_at = 0", link.WorkshopID).Take(offer.Workshop).Error
	return offer, noLink(translate(err))
}

// link is the unused, unexpired link of that hash; code `link-used`.
func (s *Store) link(db *gorm.DB, hash string) (models.Link, error) {
	var link models.Link
	err := db.Where("hash = ? AND expires >= ?", hash, s.now().UnixMilli()).Take(&link).Error
	return link, noLink(translate(err))
}

// noLink tells of anything missing as of a link that is used up.
func noLink(err error) error {
	if models.CodeOf(err) == models.CodeNotFound {
		return models.Fail(models.KindForbidden, models.CodeLinkUsed)
	}
	return err
}

// useLink takes the link out of use: of two who try at once one succeeds.
func (s *Store) useLink(t *tx, hash string, fits func(models.Link) bool) (models.Link, error) {
	link, err := s.link(t.db, hash)
	if err != nil {
		return link, err
	}
	if !fits(link) {
		return link, models.Fail(models.KindForbidden, models.CodeLinkUsed)
	}
	return link, noLink(translate(mustBeSome(t.db.Delete(&link))))
}
