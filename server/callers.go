package server

import (
	"context"
	"strings"

	"dilna/models"
)

// callerStore is what telling who calls needs of the store.
type callerStore interface {
	AccountByToken(ctx context.Context, tokenHash string) (models.Account, error)
	RoleOf(ctx context.Context, account models.Account, w models.WorkshopID) (models.Role, error)
	SeatByToken(ctx context.Context, w models.WorkshopID, tokenHash string) (models.Seat, error)
}

// callers tells who calls from the cookies of a request, and nothing else does.
type callers struct {
	store callerStore
	halls *halls // is told who is where
}

// admission refuses an actor whom an operation is not for.
type admission func(models.Actor) error

// Whom an operation of a workshop is for. What they may do there in detail is
// decided by the rules in models.
var (
	facilitators admission = models.Actor.MustFacilitate
	coordinators admission = models.Actor.MustCoordinate
	contributors admission = models.Actor.MustContribute
	watchers     admission = func(models.Actor) error { return nil }
	participants admission = func(by models.Actor) error {
		if by.Role != models.RoleParticipant {
			return models.Fail(models.KindForbidden, models.CodeNotYours)
		}
		return nil
	}
	wallAndFacilitators admission = func(by models.Actor) error {
		if by.Role == models.RoleWall {
			return nil
		}
		return by.MustFacilitate()
	}
)

// account is who is signed in; `sign-in-needed` for nobody.
func (c callers) account(ctx context.Context, v Visit) (models.Account, error) {
	token := v.cookie(accountCookie(v.secure))
	if token == "" {
		return models.Account{}, models.Fail(models.KindUnauthenticated, models.CodeSignInNeeded)
	}
	return c.store.AccountByToken(ctx, models.HashSecret(token))
}

// actor is who calls within a workshop. as says which cookie is meant; without
// it the first that gives a place there is: the account's, the participant's,
// the wall's. Whoever we know has no place there learns as little as about a
// workshop that does not exist: `not-found`.
func (c callers) actor(ctx context.Context, v Visit, w models.WorkshopID, as models.Role, may admission) (models.Actor, error) {
	by, err := c.find(ctx, v, w, as)
	if err != nil {
		return models.Actor{}, err
	}
	c.halls.meet(v.client, w)
	return by, may(by)
}

func (c callers) find(ctx context.Context, v Visit, w models.WorkshopID, as models.Role) (models.Actor, error) {
	var refused error
	for _, role := range []models.Role{models.RoleFacilitator, models.RoleParticipant, models.RoleWall} {
		if as != "" && as != role {
			continue
		}
		by, err := c.as(ctx, v, w, role)
		if err == nil || !isRefusal(err) {
			return by, err
		}
		refused = graver(refused, err)
	}
	if refused == nil || models.CodeOf(refused) == models.CodeSeatMissing && seatedElsewhere(v) {
		return models.Actor{}, models.Fail(models.KindNotFound, models.CodeNotFound)
	}
	return models.Actor{}, refused
}

// as is the actor by the one cookie that role names.
func (c callers) as(ctx context.Context, v Visit, w models.WorkshopID, role models.Role) (models.Actor, error) {
	if role == models.RoleFacilitator {
		return c.facilitator(ctx, v, w)
	}
	token := v.cookie(seatCookie(v.secure, role, w))
	if token == "" {
		return models.Actor{}, models.Fail(models.KindUnauthenticated, models.CodeSeatMissing)
	}
	seat, err := c.store.SeatByToken(ctx, w, models.HashSecret(token))
	return models.Actor{Role: seat.Role, Workshop: w, Seat: seat.ID}, err
}

func (c callers) facilitator(ctx context.Context, v Visit, w models.WorkshopID) (models.Actor, error) {
	account, err := c.account(ctx, v)
	if err != nil {
		return models.Actor{}, err
	}
	role, err := c.store.RoleOf(ctx, account, w)
	return models.Actor{Role: role, Workshop: w, Account: account.ID}, err
}

// graver picks the refusal that tells more about the caller: that there is no
// place for an account we know, then that a seat is missing, then that nobody
// is signed in.
func graver(a, b error) error {
	weight := map[models.ErrorCode]int{models.CodeRightTaken: 3, models.CodeNotFound: 3, models.CodeSeatMissing: 2, models.CodeSeatWaiting: 4, models.CodeNotLetIn: 4, models.CodeDeviceOut: 4, models.CodeSignInNeeded: 1}
	if a == nil || weight[models.CodeOf(b)] > weight[models.CodeOf(a)] {
		return b
	}
	return a
}

// seatedElsewhere says whether the caller holds a seat of some other workshop.
func seatedElsewhere(v Visit) bool {
	for _, cookie := range v.cookies {
		name := strings.TrimPrefix(cookie.Name, securePrefix)
		if strings.HasPrefix(name, participantPrefix) || strings.HasPrefix(name, wallPrefix) {
			return true
		}
	}
	return false
}
