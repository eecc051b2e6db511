package store

import (
	"context"
	"strings"

	"dilna/models"
)

// AccountNeeded says whether nobody has an account yet.
func (s *Store) AccountNeeded(ctx context.Context) (bool, error) {
	var accounts int64
	err := s.readers.WithContext(ctx).Model(&models.Account{}).Count(&accounts).Error
	return accounts == 0, translate(err)
}

// AddAccount uses up a link that makes an account. What the account may be is
// said by the link, never by its owner. Codes: `link-used`, `login-taken`.
func (s *Store) AddAccount(ctx context.Context, linkHash string, a models.Account) (models.Account, error) {
	err := s.writer.do(ctx, common, func(t *tx) error {
		link, err := s.useLink(t, linkHash, models.Link.Makes)
		if err != nil {
			return err
		}
		a.Login, a.Role = strings.ToLower(a.Login), models.RoleFacilitator
		switch link.Purpose {
		case models.LinkFirstAccount:
			a.Role, err = models.RoleCoordinator, t.mustBeFirst()
		case models.LinkInvitation:
			a.Role = link.Role
		}
		if err := firstOf(err, t.mustBeFree(a.Login)); err != nil {
			return err
		}
		if err := t.db.Create(&a).Error; err != nil || link.Purpose != models.LinkCoFacilitator {
			return err
		}
		return t.grant(link.WorkshopID, a.ID)
	})
	return a, err
}

// mustBeFirst refuses, with `link-used`, to make the first account a second time.
func (t *tx) mustBeFirst() error {
	var accounts int64
	err := t.db.Model(&models.Account{}).Count(&accounts).Error
	if err == nil && accounts > 0 {
		return models.Fail(models.KindForbidden, models.CodeLinkUsed)
	}
	return err
}

func (t *tx) mustBeFree(login string) error {
	var taken int64
	err := t.db.Model(&models.Account{}).Where("login = ?", login).Count(&taken).Error
	if err == nil && taken > 0 {
		return models.Fail(models.KindConflict, models.CodeLoginTaken)
	}
	return err
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

// Accounts are all accounts by name. Coordinators only.
func (s *Store) Accounts(ctx context.Context, by models.Account) ([]models.AccountListed, error) {
	if err := by.MustCoordinate(); err != nil {
		return nil, err
	}
	accounts := []models.AccountListed{}
	err := s.readers.WithContext(ctx).Table("accounts").Select(`accounts.*,
		(SELECT COUNT(*) FROM sign_ins s WHERE s.account_id = accounts.id AND s.expires >= ?) AS devices,
		(SELECT COUNT(*) FROM grants g JOIN workshops w ON w.id = g.workshop_id
			WHERE g.account_id = accounts.id AND w.removed_at = 0) AS workshops`, s.now().UnixMilli()).
		Order("name, login").Find(&accounts).Error
	return accounts, translate(err)
}

// ChangeAccount changes what an account may do. ended are the tokens of
// devices whose streams have to end: what they may see has changed. Disabling
// signs them out as well. Links it gave away as a coordinator go with the role:
// one of them might make it a coordinator again. Coordinators only. Codes: `last-coordinator`,
// `not-found`.
func (s *Store) ChangeAccount(ctx context.Context, by models.Account, id models.AccountID, change models.AccountChange) (account models.Account, ended []string, err error) {
	if err := firstOf(by.MustCoordinate(), change.Check()); err != nil {
		return account, nil, err
	}
	err = s.writer.do(ctx, common, func(t *tx) error {
		if err := t.db.Where("id = ?", id).Take(&account).Error; err != nil {
			return err
		}
		before := account.Role
		account.Apply(change)
		if err := t.db.Select("*").Updates(&account).Error; err != nil {
			return err
		}
		if account.Role != before {
			if err := t.db.Where("made_by = ?", id).Delete(&models.Link{}).Error; err != nil {
				return err
			}
		}
		if ended, err = t.devices(id); err != nil || !account.Disabled {
			return firstOf(err, t.mustHaveCoordinator())
		}
		return firstOf(t.shutOut(id), t.mustHaveCoordinator())
	})
	return account, ended, err
}

// RemoveAccount removes an account; one that is not there is removed already.
// Its workshops stay: coordinators run them. ended are the tokens of its
// devices. Coordinators only. Code `last-coordinator`.
func (s *Store) RemoveAccount(ctx context.Context, by models.Account, id models.AccountID) (ended []string, err error) {
	if err := by.MustCoordinate(); err != nil {
		return nil, err
	}
	err = s.writer.do(ctx, common, func(t *tx) error {
		if ended, err = t.devices(id); err != nil {
			return err
		}
		if err := t.shutOut(id); err != nil {
			return err
		}
		if err := t.db.Where("id = ?", id).Delete(&models.Account{}).Error; err != nil {
			return err
		}
		return t.mustHaveCoordinator()
	})
	return ended, err
}

// shutOut signs an account out everywhere, and takes back the links that would
// let it in and those it has given away.
func (t *tx) shutOut(id models.AccountID) error {
	return firstOf(
		t.db.Where("account_id = ?", id).Delete(&signIn{}).Error,
		t.db.Where("account_id = ? OR made_by = ?", id, id).Delete(&models.Link{}).Error,
	)
}

// mustHaveCoordinator refuses, with `last-coordinator`, what would leave nobody
// who runs every workshop (docs/reliability.md, INV-22).
func (t *tx) mustHaveCoordinator() error {
	var left int64
	err := t.db.Model(&models.Account{}).Where("role = ? AND NOT disabled", models.RoleCoordinator).Count(&left).Error
	if err == nil && left == 0 {
		return models.Fail(models.KindConflict, models.CodeLastCoordinator)
	}
	return err
}

// ChangeMe changes one's own account.
func (s *Store) ChangeMe(ctx context.Context, by models.Account, change models.MeChange) (models.Account, error) {
	if err := change.Check(); err != nil {
		return by, err
	}
	err := s.writer.do(ctx, common, func(t *tx) error {
		if err := t.db.Where("id = ?", by.ID).Take(&by).Error; err != nil || change.Name == nil {
			return err
		}
		by.Name = *change.Name
		return t.db.Select("name").Updates(&by).Error
	})
	return by, err
}

// SetPassword gives an account a new password and signs out all its devices
// but the one of keep, whose tokens are ended; a link that would sign in is
// taken back (docs/reliability.md, TM-06).
func (s *Store) SetPassword(ctx context.Context, id models.AccountID, passwordHash, keep string) (ended []string, err error) {
	err = s.writer.do(ctx, common, func(t *tx) error {
		if err := t.db.Model(&models.Account{}).Where("id = ?", id).Update("password_hash", passwordHash).Error; err != nil {
			return err
		}
		if err := t.db.Where("account_id = ?", id).Delete(&models.Link{}).Error; err != nil {
			return err
		}
		if err := t.db.Model(&signIn{}).Where("token_hash = ?", keep).Update("by_link", false).Error; err != nil {
			return err
		}
		ended, err = t.signOut("account_id = ? AND token_hash <> ?", id, keep)
		return err
	})
	return ended, err
}

// RenewHash replaces the hash of a password by one of the same password, made
// as hashes are made now; nothing happens where the password changed meanwhile.
// Nobody is signed out.
func (s *Store) RenewHash(ctx context.Context, id models.AccountID, old, renewed string) error {
	return s.writer.do(ctx, common, func(t *tx) error {
		return t.db.Model(&models.Account{}).Where("id = ? AND password_hash = ?", id, old).Update("password_hash", renewed).Error
	})
}
