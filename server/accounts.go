package server

import (
	"context"
	"net/http"
	"time"

	"dilna/models"
)

// accountStore is what the handlers of accounts and sign-ins need of the store.
type accountStore interface {
	Link(ctx context.Context, hash string) (models.Link, error)
	AddFirstAccount(ctx context.Context, linkHash string, a models.Account) error
	AccountByLogin(ctx context.Context, login string) (models.Account, error)
	SignIn(ctx context.Context, account models.AccountID, tokenHash string, expires int64) error
	SignInByLink(ctx context.Context, linkHash, tokenHash string, expires int64) (models.Account, error)
	SignOut(ctx context.Context, tokenHash string) error
}

type link struct {
	Link string `json:"link" doc:"the secret part of a one-time link"`
}

type linkPurpose struct {
	Purpose models.LinkPurpose `json:"purpose" enum:"first-account,sign-in"`
}

type firstAccount struct {
	Link string `json:"link" doc:"the secret part of a one-time link"`
	models.NewAccount
}

type signIn struct {
	Login    string `json:"login,omitempty"`
	Password string `json:"password,omitempty"`
	Link     string `json:"link,omitempty" doc:"in place of login and password"`
}

// SignedIn answers with an account and its cookie.
type SignedIn struct {
	SetCookie []http.Cookie `header:"Set-Cookie"`
	Body      models.Account
}

// SignedOut takes the cookie away.
type SignedOut struct {
	SetCookie []http.Cookie `header:"Set-Cookie"`
}

func (s *Server) accountRoutes() {
	public(s, op("peekLink", "POST /api/links", "What a one-time link is good for; does not use it up"), s.peekLink)
	public(s, created(op("addFirstAccount", "POST /api/first-account", "Make the first account, a coordinator's, and sign in")), s.addFirstAccount)
	public(s, op("signIn", "POST /api/sign-in", "Sign in with login and password, or with a one-time link"), s.signIn)
	public(s, op("signOut", "DELETE /api/sign-in", "Sign out"), s.signOut)
	signedIn(s, op("getMe", "GET /api/me", "Who is signed in"), s.me)
}

type peekLinkInput struct {
	Body link
}

func (s *Server) peekLink(ctx context.Context, in *peekLinkInput) (*Body[linkPurpose], error) {
	found, err := s.store.Link(ctx, models.HashSecret(in.Body.Link))
	return answer(linkPurpose{Purpose: found.Purpose}, err)
}

type addFirstAccountInput struct {
	Visit
	Body firstAccount
}

func (s *Server) addFirstAccount(ctx context.Context, in *addFirstAccountInput) (*SignedIn, error) {
	if err := mustBeSafe(in.Visit); err != nil {
		return nil, err
	}
	account, err := s.makeAccount(ctx, in.Body)
	if err != nil {
		return nil, err
	}
	return s.admit(ctx, in.Visit, func(tokenHash string, expires int64) (models.Account, error) {
		return account, s.store.SignIn(ctx, account.ID, tokenHash, expires)
	})
}

// makeAccount uses the link up for a new coordinator. The link is looked at
// first: who has none gets no password hashed.
func (s *Server) makeAccount(ctx context.Context, in firstAccount) (models.Account, error) {
	if err := in.NewAccount.Check(); err != nil {
		return models.Account{}, err
	}
	if _, err := s.store.Link(ctx, models.HashSecret(in.Link)); err != nil {
		return models.Account{}, err
	}
	hash, err := s.passwords.hash(ctx, in.Password)
	if err != nil {
		return models.Account{}, err
	}
	account := models.Account{
		ID: models.NewID[models.AccountID](), Name: in.Name, Login: fold(in.Login),
		Role: models.RoleCoordinator, PasswordHash: hash,
	}
	return account, s.store.AddFirstAccount(ctx, models.HashSecret(in.Link), account)
}

type signInInput struct {
	Visit
	Body signIn
}

func (s *Server) signIn(ctx context.Context, in *signInInput) (*SignedIn, error) {
	if err := mustBeSafe(in.Visit); err != nil {
		return nil, err
	}
	return s.admit(ctx, in.Visit, func(tokenHash string, expires int64) (models.Account, error) {
		if in.Body.Link != "" {
			return s.store.SignInByLink(ctx, models.HashSecret(in.Body.Link), tokenHash, expires)
		}
		account, err := s.accountByPassword(ctx, in.Visit, in.Body)
		if err != nil {
			return models.Account{}, err
		}
		return account, s.store.SignIn(ctx, account.ID, tokenHash, expires)
	})
}

// accountByPassword does the same work for a login nobody has as for a wrong
// password, so that time does not tell them apart (reliability.md, TM-18).
func (s *Server) accountByPassword(ctx context.Context, v Visit, in signIn) (models.Account, error) {
	var account models.Account
	err := s.passwords.guard(ctx, v.client, in.Login, func() error {
		found, err := s.store.AccountByLogin(ctx, in.Login)
		if err != nil && models.CodeOf(err) != models.CodeSignInFailed {
			return err
		}
		if !s.passwords.match(found.PasswordHash, in.Password) {
			return models.Fail(models.KindUnauthenticated, models.CodeSignInFailed)
		}
		account = found
		return nil
	})
	return account, err
}

// admit signs in with a token nobody has seen before, and out with the one
// the browser had (reliability.md, TM-07).
func (s *Server) admit(ctx context.Context, v Visit, by func(tokenHash string, expires int64) (models.Account, error)) (*SignedIn, error) {
	token := models.NewSecret()
	account, err := by(models.HashSecret(token), time.Now().Add(accountTime).UnixMilli())
	if err != nil {
		return nil, err
	}
	if err := s.forget(ctx, v); err != nil {
		return nil, err
	}
	cookie := bake(v, accountCookie(v.secure), token, accountTime, http.SameSiteStrictMode)
	return &SignedIn{SetCookie: []http.Cookie{cookie}, Body: account}, nil
}

type signOutInput struct {
	Visit
}

func (s *Server) signOut(ctx context.Context, in *signOutInput) (*SignedOut, error) {
	if err := s.forget(ctx, in.Visit); err != nil {
		return nil, err
	}
	cookie := bake(in.Visit, accountCookie(in.secure), "", 0, http.SameSiteStrictMode)
	return &SignedOut{SetCookie: []http.Cookie{cookie}}, nil
}

// forget ends the sign-in of a browser and the streams it has open.
func (s *Server) forget(ctx context.Context, v Visit) error {
	token := v.cookie(accountCookie(v.secure))
	if token == "" {
		return nil
	}
	if err := s.store.SignOut(ctx, models.HashSecret(token)); err != nil {
		return err
	}
	s.hub.Revoke(models.HashSecret(token))
	return nil
}

func (s *Server) me(_ context.Context, by models.Account, _ *struct{}) (*Body[models.Account], error) {
	return answer(by, nil)
}

// mustBeSafe lets secrets of accounts travel over TLS or not at all; on this
// very machine there is no network to listen on.
func mustBeSafe(v Visit) error {
	if v.secure || v.local {
		return nil
	}
	return models.Fail(models.KindForbidden, models.CodeInsecureOrigin)
}
