package server

import (
	"context"
	"net/http"

	"dilna/models"
)

// meStore is what one's own account needs of the store.
type meStore interface {
	Me(ctx context.Context, by models.Account, tokenHash string) (models.SignedInAs, error)
	ChangeMe(ctx context.Context, by models.Account, change models.MeChange) (models.Account, error)
	SetPassword(ctx context.Context, id models.AccountID, passwordHash, keep string) (ended []string, err error)
	SignOutEverywhere(ctx context.Context, id models.AccountID) (ended []string, err error)
}

func (s *Server) meRoutes() {
	signedIn(s, op("getMe", "GET /api/me", "Who is signed in"), s.me)
	signedIn(s, op("changeMe", "PATCH /api/me", "Change one's own name"), s.changeMe)
	signedIn(s, op("setPassword", "PUT /api/me/password", "Change one's own password; all other devices are signed out"), s.setPassword)
	signedIn(s, op("signOutEverywhere", "DELETE /api/me/sign-ins", "Sign out on all devices, this one included"), s.signOutEverywhere)
}

type meInput struct {
	Visit
}

func (s *Server) me(ctx context.Context, by models.Account, in *meInput) (*Body[models.SignedInAs], error) {
	return answer(s.store.Me(ctx, by, in.tokenHash()))
}

// tokenHash is what the store knows of the device's sign-in.
func (v Visit) tokenHash() string { return models.HashSecret(v.cookie(accountCookie(v.secure))) }

type changeMeInput struct {
	Body models.MeChange
}

func (s *Server) changeMe(ctx context.Context, by models.Account, in *changeMeInput) (*Body[models.Account], error) {
	return answer(s.store.ChangeMe(ctx, by, in.Body))
}

type setPasswordInput struct {
	Visit
	Body models.NewPassword
}

func (s *Server) setPassword(ctx context.Context, by models.Account, in *setPasswordInput) (*Nothing, error) {
	if err := firstOf(mustBeSafe(in.Visit), in.Body.Check()); err != nil {
		return nil, err
	}
	if err := s.mustKnowPassword(ctx, by, in); err != nil {
		return nil, err
	}
	hash, err := s.passwords.hash(ctx, models.Opaque(in.Body.New))
	if err != nil {
		return nil, err
	}
	return done(s.end(s.store.SetPassword(ctx, by.ID, hash, in.tokenHash())))
}

// mustKnowPassword wants the old password, unless this device signed in by a
// link because it is forgotten. Guessing it is limited as at the door.
func (s *Server) mustKnowPassword(ctx context.Context, by models.Account, in *setPasswordInput) error {
	me, err := s.store.Me(ctx, by, in.tokenHash())
	if err != nil || me.ByLink {
		return err
	}
	err = s.passwords.try(ctx, in.client, by.Login, true, func() error {
		if ok, _ := s.passwords.match(by.PasswordHash, in.Body.Old); !ok {
			return models.Fail(models.KindUnauthenticated, models.CodeSignInFailed)
		}
		return nil
	})
	if models.CodeOf(err) == models.CodeSignInFailed {
		return models.Fail(models.KindInvalid, models.CodeInvalid).At("old", models.ReasonWrong)
	}
	return err
}

type signOutEverywhereInput struct {
	Visit
}

func (s *Server) signOutEverywhere(ctx context.Context, by models.Account, in *signOutEverywhereInput) (*SignedOut, error) {
	if err := s.end(s.store.SignOutEverywhere(ctx, by.ID)); err != nil {
		return nil, err
	}
	cookie := bake(in.Visit, accountCookie(in.secure), "", 0, http.SameSiteStrictMode)
	return &SignedOut{SetCookie: []http.Cookie{cookie}}, nil
}

// end ends the streams of devices that may see them no longer.
func (s *Server) end(tokens []string, err error) error {
	for _, token := range tokens {
		s.hub.Revoke(token)
	}
	return err
}

// firstOf is the first error that is one.
func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
