package server

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"net/http"
	"sync/atomic"
	"time"

	"dilna/models"
)

// knownTime is how long a browser is known in which somebody has signed in.
const knownTime = 400 * 24 * time.Hour

// knownMark is what such a browser keeps: made of the account and of the hash of
// its password, which nobody but us has. Nothing of it is stored, and a new
// password makes all marks worthless.
func knownMark(account models.Account) string {
	mac := hmac.New(sha256.New, []byte(account.PasswordHash))
	mac.Write([]byte("known browser of " + string(account.ID)))
	return hex.EncodeToString(mac.Sum(nil))
}

// knownCookie has the browser be known from now on.
func knownCookie(v Visit, account models.Account) http.Cookie {
	return bake(v, cookieName(v.secure, knownName), knownMark(account), knownTime, http.SameSiteStrictMode)
}

// knows says whether somebody has signed in to the account of that login in the
// visitor's browser before.
func (s *Server) knows(ctx context.Context, v Visit, login string) bool {
	mark := v.cookie(cookieName(v.secure, knownName))
	if mark == "" {
		return false
	}
	account, err := s.store.AccountByLogin(ctx, login)
	return err == nil && account.PasswordHash != "" && subtle.ConstantTimeCompare([]byte(mark), []byte(knownMark(account))) == 1
}

// connKey finds, in the context of a request, whether its connection has failed
// to guess something.
type connKey struct{}

func withConn(ctx context.Context) context.Context {
	return context.WithValue(ctx, connKey{}, new(atomic.Bool))
}

// failedOn is whether the connection of a request has failed; nil where it is not
// known.
func failedOn(ctx context.Context) *atomic.Bool {
	failed, _ := ctx.Value(connKey{}).(*atomic.Bool)
	return failed
}
