package server

import (
	"context"

	"dilna/models"
)

// accountStore is what the handlers of accounts need of the store.
type accountStore interface {
	AddAccount(ctx context.Context, linkHash string, a models.Account) (models.Account, error)
	Accounts(ctx context.Context, by models.Account) ([]models.AccountListed, error)
	ChangeAccount(ctx context.Context, by models.Account, id models.AccountID, change models.AccountChange) (account models.Account, ended []string, err error)
	RemoveAccount(ctx context.Context, by models.Account, id models.AccountID) (ended []string, err error)
}

func (s *Server) accountRoutes() {
	public(s, created(op("addAccount", "POST /api/accounts", "Make an account with a one-time link, and sign in; what it may do is said by the link")), s.addAccount)
	signedIn(s, op("listAccounts", "GET /api/accounts", "All accounts; coordinators only"), s.listAccounts)
	signedIn(s, op("changeAccount", "PATCH /api/accounts/{account}", "Change what an account may do, or disable it; coordinators only"), s.changeAccount)
	signedIn(s, op("removeAccount", "DELETE /api/accounts/{account}", "Remove an account, its workshops stay; coordinators only"), s.removeAccount)
}

type accountByLink struct {
	Link string `json:"link" doc:"the secret part of a one-time link"`
	models.NewAccount
}

type addAccountInput struct {
	Visit
	Body accountByLink
}

func (s *Server) addAccount(ctx context.Context, in *addAccountInput) (*SignedIn, error) {
	if err := mustBeSafe(in.Visit); err != nil {
		return nil, err
	}
	account, err := s.makeAccount(ctx, in.Body.Link, in.Body.NewAccount)
	if err != nil {
		return nil, err
	}
	return s.admit(ctx, in.Visit, func(tokenHash string, expires int64) (models.Account, error) {
		return account, s.store.SignIn(ctx, account.ID, tokenHash, expires)
	})
}

// makeAccount uses the link up. The link is looked at first: who has none gets
// no password hashed.
func (s *Server) makeAccount(ctx context.Context, link string, in models.NewAccount) (models.Account, error) {
	if _, err := s.store.Offer(ctx, models.HashSecret(link)); err != nil {
		return models.Account{}, err
	}
	if err := in.Check(); err != nil {
		return models.Account{}, err
	}
	hash, err := s.passwords.hash(ctx, models.Opaque(in.Password))
	if err != nil {
		return models.Account{}, err
	}
	return s.store.AddAccount(ctx, models.HashSecret(link), models.Account{
		ID: models.NewID[models.AccountID](), Name: in.Name, Login: fold(in.Login), PasswordHash: hash,
	})
}

func (s *Server) listAccounts(ctx context.Context, by models.Account, _ *struct{}) (*Body[[]models.AccountListed], error) {
	return answer(s.store.Accounts(ctx, by))
}

// OneAccount names an account.
type OneAccount struct {
	Account models.AccountID `path:"account" doc:"id of the account"`
}

type changeAccountInput struct {
	OneAccount
	Body models.AccountChange
}

func (s *Server) changeAccount(ctx context.Context, by models.Account, in *changeAccountInput) (*Body[models.Account], error) {
	account, ended, err := s.store.ChangeAccount(ctx, by, in.Account, in.Body)
	return answer(account, s.end(ended, err))
}

func (s *Server) removeAccount(ctx context.Context, by models.Account, in *OneAccount) (*Nothing, error) {
	return done(s.end(s.store.RemoveAccount(ctx, by, in.Account)))
}
