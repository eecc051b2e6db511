package store

import (
	"context"
	"strings"

	"gorm.io/gorm"

	"dilna/models"
)

// signIn is one browser of one account.
type signIn struct {
	TokenHash string `gorm:"primaryKey"`
	AccountID models.AccountID
	Expires   int64
}

// grant makes an account a facilitator of one workshop.
type grant struct {
	WorkshopID models.WorkshopID `gorm:"primaryKey"`
	AccountID  models.AccountID  `gorm:"primaryKey"`
}

// AddLink stores a one-time link. Expired ones go at the same time.
func (s *Store) AddLink(ctx context.Context, link models.Link) error {
	return s.writer.do(ctx, func(t *tx) error {
		if err := t.db.Where("expires < ?", s.now().UnixMilli()).Delete(&models.Link{}).Error; err != nil {
			return err
		}
		return t.db.Create(&link).Error
	})
}

// Link is the unused, unexpired link of that hash; code `link-used`.
func (s *Store) Link(ctx context.Context, hash string) (models.Link, error) {
	return s.link(s.readers.WithContext(ctx), hash)
}

func (s *Store) link(db *gorm.DB, hash string) (models.Link, error) {
	var link models.Link
	err := db.Where("hash = ? AND expires >= ?", hash, s.now().UnixMilli()).Take(&link).Error
	if models.CodeOf(translate(err)) == models.CodeNotFound {
		return link, models.Fail(models.KindForbidden, models.CodeLinkUsed)
	}
	return link, translate(err)
}

// useLink takes the link out of use: of two who try at once one succeeds.
func (s *Store) useLink(t *tx, hash string, purpose models.LinkPurpose) (models.Link, error) {
	link, err := s.link(t.db, hash)
	if err != nil {
		return link, err
	}
	if link.Purpose != purpose {
		return link, models.Fail(models.KindForbidden, models.CodeLinkUsed)
	}
	return link, t.db.Delete(&link).Error
}

// AccountNeeded says whether nobody has an account yet.
func (s *Store) AccountNeeded(ctx context.Context) (bool, error) {
	var accounts int64
	err := s.readers.WithContext(ctx).Model(&models.Account{}).Count(&accounts).Error
	return accounts == 0, translate(err)
}

// AddFirstAccount uses up a first-account link. Codes: `link-used`, also when
// there is an account already.
func (s *Store) AddFirstAccount(ctx context.Context, linkHash string, a models.Account) error {
	return s.writer.do(ctx, func(t *tx) error {
		if _, err := s.useLink(t, linkHash, models.LinkFirstAccount); err != nil {
			return err
		}
		var accounts int64
		if err := t.db.Model(&models.Account{}).Count(&accounts).Error; err != nil {
			return err
		}
		if accounts > 0 {
			return models.Fail(models.KindForbidden, models.CodeLinkUsed)
		}
		a.Login = strings.ToLower(a.Login)
		return t.db.Create(&a).Error
	})
}

// AccountByLogin finds an account by what its owner types; code `sign-in-failed`.
func (s *Store) AccountByLogin(ctx context.Context, login string) (models.Account, error) {
	var account models.Account
	err := s.readers.WithContext(ctx).Where("login = ?", strings.ToLower(strings.TrimSpace(login))).Take(&account).Error
	if models.CodeOf(translate(err)) == models.CodeNotFound {
		return account, models.Fail(models.KindUnauthenticated, models.CodeSignInFailed)
	}
	return account, translate(err)
}

// Accounts are all accounts by login.
func (s *Store) Accounts(ctx context.Context) ([]models.Account, error) {
	var accounts []models.Account
	err := s.readers.WithContext(ctx).Order("login").Find(&accounts).Error
	return accounts, translate(err)
}

// SignIn remembers a browser until expires (Unix milliseconds). Expired ones
// of anybody go at the same time.
func (s *Store) SignIn(ctx context.Context, account models.AccountID, tokenHash string, expires int64) error {
	return s.writer.do(ctx, func(t *tx) error {
		return s.signIn(t, signIn{TokenHash: tokenHash, AccountID: account, Expires: expires})
	})
}

// SignInByLink uses up a sign-in link; code `link-used`.
func (s *Store) SignInByLink(ctx context.Context, linkHash, tokenHash string, expires int64) (models.Account, error) {
	var account models.Account
	err := s.writer.do(ctx, func(t *tx) error {
		link, err := s.useLink(t, linkHash, models.LinkSignIn)
		if err != nil {
			return err
		}
		if err := t.db.Where("id = ?", link.AccountID).Take(&account).Error; err != nil {
			return err
		}
		return s.signIn(t, signIn{TokenHash: tokenHash, AccountID: account.ID, Expires: expires})
	})
	return account, err
}

func (s *Store) signIn(t *tx, in signIn) error {
	if err := t.db.Where("expires < ?", s.now().UnixMilli()).Delete(&signIn{}).Error; err != nil {
		return err
	}
	return t.db.Create(&in).Error
}

// SignOut forgets a browser; one that is unknown is forgotten already.
func (s *Store) SignOut(ctx context.Context, tokenHash string) error {
	return s.writer.do(ctx, func(t *tx) error {
		return t.db.Where("token_hash = ?", tokenHash).Delete(&signIn{}).Error
	})
}

// AccountByToken is who is signed in with that token; code `sign-in-needed`.
func (s *Store) AccountByToken(ctx context.Context, tokenHash string) (models.Account, error) {
	var account models.Account
	err := s.readers.WithContext(ctx).
		Joins("JOIN sign_ins ON sign_ins.account_id = accounts.id").
		Where("sign_ins.token_hash = ? AND sign_ins.expires >= ?", tokenHash, s.now().UnixMilli()).
		Take(&account).Error
	if models.CodeOf(translate(err)) == models.CodeNotFound {
		return account, models.Fail(models.KindUnauthenticated, models.CodeSignInNeeded)
	}
	return account, translate(err)
}

// RoleOf is what the account may be in the workshop: coordinators run every
// workshop, facilitators those they were granted. Anything else, a missing
// workshop too, is `not-found`.
func (s *Store) RoleOf(ctx context.Context, a models.Account, w models.WorkshopID) (models.Role, error) {
	var found int64
	query := s.readers.WithContext(ctx)
	if a.Role == models.RoleCoordinator {
		query = query.Model(&models.Workshop{}).Where("id = ?", w)
	} else {
		query = query.Model(&grant{}).Where("workshop_id = ? AND account_id = ?", w, a.ID)
	}
	if err := query.Count(&found).Error; err != nil {
		return "", translate(err)
	}
	if found == 0 {
		return "", models.Fail(models.KindNotFound, models.CodeNotFound)
	}
	return a.Role, nil
}
