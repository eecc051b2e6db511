package server

import (
	"net/http"
	"time"

	"dilna/models"
)

// How long a device keeps its place, and an account its sign-in.
const (
	seatTime    = 30 * 24 * time.Hour
	accountTime = 14 * 24 * time.Hour
)

// Names of the cookies. Over TLS they carry the prefix that makes browsers
// refuse them from anybody but this very host (docs/reliability.md, section 9).
const (
	securePrefix      = "__Host-"
	accountName       = "s"
	knownName         = "k" // somebody has signed in here before
	participantPrefix = "p-"
	wallPrefix        = "w-"
)

func cookieName(secure bool, name string) string {
	if secure {
		return securePrefix + name
	}
	return name
}

func accountCookie(secure bool) string { return cookieName(secure, accountName) }

func seatCookie(secure bool, role models.Role, w models.WorkshopID) string {
	if role == models.RoleWall {
		return cookieName(secure, wallPrefix+string(w))
	}
	return cookieName(secure, participantPrefix+string(w))
}

// bake makes a cookie; one without a value takes the cookie of that name away.
func bake(v Visit, name, token string, keep time.Duration, site http.SameSite) http.Cookie {
	cookie := http.Cookie{ //nolint:gosec // Secure is left out where the visit itself came without TLS
		Name: name, Value: token, Path: "/", MaxAge: int(keep.Seconds()),
		HttpOnly: true, Secure: v.secure, SameSite: site,
	}
	if token == "" {
		cookie.MaxAge = -1
	}
	return cookie
}
