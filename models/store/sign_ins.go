package store

import (
	"context"

	"dilna/models"
)

// signIn is one browser of one account.
type signIn struct {
	TokenHash string `gorm:"primaryKey"`
	AccountID models.AccountID
	Expires   int64
	ByLink    bool // may set a new password without the old one
}

// SignIn remembers a browser until expires (Unix milliseconds). Expired ones
// of anybody go at the same time. Code `account-disabled`.
func (s *Store) SignIn(ctx context.Context, account models.AccountID, tokenHash string, expires int64) error {
	return s.writer.doLast(ctx, common, func(t *tx) error {
		_, err := s.signIn(t, signIn{TokenHash: tokenHash, AccountID: account, Expires: expires})
		return err
	})
}

// SignInByLink uses up a sign-in link; codes `link-used`, `account-disabled`.
func (s *Store) SignInByLink(ctx context.Context, linkHash, tokenHash string, expires int64) (models.Account, error) {
	var account models.Account
	err := s.writer.doLast(ctx, common, func(t *tx) error {
		link, err := s.useLink(t, linkHash, func(l models.Link) bool { return l.Purpose == models.LinkSignIn })
		if err != nil {
			return err
		}
		account, err = s.signIn(t, signIn{TokenHash: tokenHash, AccountID: link.AccountID, Expires: expires, ByLink: true})
		return err
	})
	return account, err
}

func (s *Store) signIn(t *tx, in signIn) (models.Account, error) {
	var account models.Account
	if err := t.db.Where("id = ?", in.AccountID).Take(&account).Error; err != nil {
		return account, err
	}
	if account.Disabled {
		return account, models.Fail(models.KindForbidden, models.CodeAccountDisabled)
	}
	if err := t.db.Where("expires < ?", s.now().UnixMilli()).Delete(&signIn{}).Error; err != nil {
		return account, err
	}
	return account, t.db.Create(&in).Error
}

// SignOut forgets a browser; one that is unknown is forgotten already.
func (s *Store) SignOut(ctx context.Context, tokenHash string) error {
	return s.writer.doLast(ctx, common, func(t *tx) error {
		_, err := t.signOut("token_hash = ?", tokenHash)
		return err
	})
}

// SignOutEverywhere forgets all browsers of an account; ended are their tokens.
func (s *Store) SignOutEverywhere(ctx context.Context, id models.AccountID) (ended []string, err error) {
	err = s.writer.doLast(ctx, common, func(t *tx) error {
		ended, err = t.signOut("account_id = ?", id)
		return err
	})
	return ended, err
}

// signOut forgets the browsers that fit, and returns their tokens.
func (t *tx) signOut(which string, values ...any) ([]string, error) {
	var ended []string
	if err := t.db.Model(&signIn{}).Where(which, values...).Pluck("token_hash", &ended).Error; err != nil {
		return nil, err
	}
	return ended, t.db.Where(which, values...).Delete(&signIn{}).Error
}

// devices are the tokens of the browsers an account is signed in with.
func (t *tx) devices(id models.AccountID) ([]string, error) {
	var tokens []string
	err := t.db.Model(&signIn{}).Where("account_id = ?", id).Pluck("token_hash", &tokens).Error
	return tokens, err
}

// AccountByToken is who is signed in with that token; code `sign-in-needed`.
func (s *Store) AccountByToken(ctx context.Context, tokenHash string) (models.Account, error) {
	var account models.Account
	err := s.readers.WithContext(ctx).
		Joins("JOIN sign_ins ON sign_ins.account_id = accounts.id").
		Where("sign_ins.token_hash = ? AND sign_ins.expires >= ? AND NOT accounts.disabled", tokenHash, s.now().UnixMilli()).
		Take(&account).Error
	if models.CodeOf(translate(err)) == models.CodeNotFound {
		return account, models.Fail(models.KindUnauthenticated, models.CodeSignInNeeded)
	}
	return account, translate(err)
}

// Me is the account as the device with that token knows it.
func (s *Store) Me(ctx context.Context, by models.Account, tokenHash string) (models.SignedInAs, error) {
	me := models.SignedInAs{Account: by}
	var all []signIn
	err := s.readers.WithContext(ctx).Where("account_id = ? AND expires >= ?", by.ID, s.now().UnixMilli()).Find(&all).Error
	me.Devices = len(all)
	for _, one := range all {
		me.ByLink = me.ByLink || one.TokenHash == tokenHash && one.ByLink
	}
	return me, translate(err)
}
