package server

import (
	"context"
	"net/http"
	"time"

	"dilna/models"
)

// signInStore is what signing in and out needs of the store.
type signInStore interface {
	AccountByLogin(ctx context.Context, login string) (models.Account, error)
	RenewHash(ctx context.Context, account models.AccountID, old, renewed string) error
	SignIn(ctx context.Context, account models.AccountID, tokenHash string, expires int64) error
	SignInByLink(ctx context.Context, linkHash, tokenHash string, expires int64) (models.Account, error)
	SignOut(ctx context.Context, tokenHash string) error
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

func (s *Server) signInRoutes() {
	public(s, op("signIn", "POST /api/sign-in", "Sign in with login and password, or with a one-time link"), s.signIn)
	public(s, op("signOut", "DELETE /api/sign-in", "Sign out"), s.signOut)
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
// password, so that time does not tell them apart (docs/reliability.md, TM-18).
func (s *Server) accountByPassword(ctx context.Context, v Visit, in signIn) (models.Account, error) {
	var account models.Account
	err := s.passwords.try(ctx, v.client, in.Login, s.knows(ctx, v, in.Login), func() error {
		found, err := s.store.AccountByLogin(ctx, in.Login)
		if err != nil && models.CodeOf(err) != models.CodeSignInFailed {
			return err
		}
		ok, renewed := s.passwords.match(found.PasswordHash, in.Password)
		if !ok {
			return models.Fail(models.KindUnauthenticated, models.CodeSignInFailed)
		}
		account = found
		if renewed == "" {
			return nil
		}
		account.PasswordHash = renewed
		return s.store.RenewHash(ctx, found.ID, found.PasswordHash, renewed)
	})
	return account, err
}

// admit signs in with a token nobody has seen before, and out with the one
// the browser had (docs/reliability.md, TM-07).
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
	cookies := []http.Cookie{cookie}
	if account.PasswordHash != "" {
		cookies = append(cookies, knownCookie(v, account))
	}
	return &SignedIn{SetCookie: cookies, Body: account}, nil
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

// mustBeSafe lets secrets of accounts travel over TLS or not at all; on this
// very machine there is no network to listen on.
func mustBeSafe(v Visit) error {
	if v.secure || v.local {
		return nil
	}
	return models.Fail(models.KindForbidden, models.CodeInsecureOrigin)
}
