package server

import (
	"context"
	"net/http"

	"dilna/models"
)

// seatStore is what the handlers of joining need of the store.
type seatStore interface {
	WorkshopByCode(ctx context.Context, code models.Code) (models.Workshop, error)
	WorkshopByDoor(ctx context.Context, token string) (models.Workshop, error)
	EndedByDoor(ctx context.Context, token string) (models.Workshop, error)
	Join(ctx context.Context, w models.WorkshopID, tokenHash string) (models.Seat, error)
	OpenWall(ctx context.Context, w models.WorkshopID, wallToken, tokenHash string) (models.Seat, error)
	WallOpened(ctx context.Context, w models.WorkshopID) (bool, error)
	Mine(ctx context.Context, by models.Actor) (models.Mine, error)
}

type join struct {
	Code string `json:"code" doc:"as people type it, small letters, spaces and hyphens forgiven; or what follows # in the address of the QR code"`
}

type wallToken struct {
	Token string `json:"token" doc:"from the link of the wall"`
}

type joined struct {
	Workshop models.WorkshopID `json:"workshop"`
	Seat     models.SeatID     `json:"seat"`
}

// Seated answers with a seat and its cookie.
type Seated struct {
	SetCookie []http.Cookie `header:"Set-Cookie"`
	Body      joined
}

func (s *Server) seatRoutes() {
	public(s, op("join", "POST /api/join", "Take a seat with the code; a device that has one keeps it"), s.join)
	public(s, op("openWall", "POST /api/workshops/{w}/wall", "Make this screen a wall"), s.openWall)
	within(s, op("getMine", "GET /api/workshops/{w}/mine", "What belongs to my seat"), participants, s.mine)
}

type joinInput struct {
	Visit
	Body join
}

func (s *Server) join(ctx context.Context, in *joinInput) (*Seated, error) {
	workshop, err := s.workshopByCode(ctx, in.Visit, in.Body.Code)
	if err != nil {
		return nil, err
	}
	return s.seat(ctx, in.Visit, workshop.ID, models.RoleParticipant, func(tokenHash string) (models.Seat, error) {
		seat, err := s.store.Join(ctx, workshop.ID, tokenHash)
		return seat, sameAnswer(err)
	})
}

// sameAnswer keeps from telling a code that never was from one whose doors are
// shut, or fall shut just now (docs/reliability.md, TM-02). That a workshop has
// ended is told to whoever scanned its QR code, and in its hall: to nobody who
// guesses.
func sameAnswer(err error) error {
	switch models.CodeOf(err) {
	case models.CodeCodeUnknown, models.CodeWorkshopNotOpen:
		return models.Fail(models.KindNotFound, models.CodeCodeUnknown).At("code", models.ReasonCode)
	}
	return err
}

// workshopByCode looks a code up past the guard against guessing: the right one
// gets in, however many others try, and the hall's own waits for none of them. The
// token of a QR code cannot be guessed and needs no guard. Beside open workshops it
// finds, by token and in the hall, those that have ended.
func (s *Server) workshopByCode(ctx context.Context, v Visit, typed string) (models.Workshop, error) {
	if models.CheckID("code", typed) == nil {
		workshop, err := s.store.WorkshopByDoor(ctx, typed)
		if models.CodeOf(err) == models.CodeCodeUnknown {
			workshop, err = s.store.EndedByDoor(ctx, typed)
		}
		return workshop, sameAnswer(err)
	}
	var workshop models.Workshop
	found, err := s.halls.try(ctx, v.client, func(own []models.WorkshopID) (err error) {
		workshop, err = s.amongOwn(ctx, own, typed)
		return err
	})
	if found || err != nil {
		return workshop, err
	}
	err = s.codes.try(ctx, v.client, "", func() error {
		code, err := models.ParseCode(typed)
		if err != nil {
			return err
		}
		workshop, err = s.store.WorkshopByCode(ctx, code)
		return err
	})
	return workshop, sameAnswer(err)
}

// amongOwn is the workshop whose code that is, of those of a hall: open, or ended.
// Code `code-unknown`.
func (s *Server) amongOwn(ctx context.Context, own []models.WorkshopID, typed string) (models.Workshop, error) {
	code, err := models.ParseCode(typed)
	if err != nil {
		return models.Workshop{}, err
	}
	for _, id := range own {
		workshop, err := s.store.Workshop(ctx, id)
		switch {
		case models.CodeOf(err) == models.CodeNotFound:
		case err != nil:
			return models.Workshop{}, err
		case workshop.Code == code && workshop.RemovedAt == 0 && workshop.State != models.WorkshopPrepared:
			return workshop, nil
		}
	}
	return models.Workshop{}, models.Fail(models.KindNotFound, models.CodeCodeUnknown)
}

type openWallInput struct {
	Visit
	W    models.WorkshopID `path:"w" doc:"id of the workshop"`
	Body wallToken
}

func (s *Server) openWall(ctx context.Context, in *openWallInput) (*Seated, error) {
	return s.seat(ctx, in.Visit, in.W, models.RoleWall, func(tokenHash string) (models.Seat, error) {
		return s.store.OpenWall(ctx, in.W, in.Body.Token, tokenHash)
	})
}

// seat gives the device the seat it has already, or the one that take makes.
func (s *Server) seat(ctx context.Context, v Visit, w models.WorkshopID, role models.Role, take func(tokenHash string) (models.Seat, error)) (*Seated, error) {
	name := seatCookie(v.secure, role, w)
	token := v.cookie(name)
	seat, err := s.store.SeatByToken(ctx, w, models.HashSecret(token))
	if models.CodeOf(err) == models.CodeSeatMissing {
		token = models.NewSecret()
		seat, err = take(models.HashSecret(token))
	}
	if err != nil {
		return nil, err
	}
	s.halls.meet(v.client, w)
	return &Seated{
		SetCookie: []http.Cookie{bake(v, name, token, seatTime, http.SameSiteLaxMode)},
		Body:      joined{Workshop: w, Seat: seat.ID},
	}, nil
}

func (s *Server) mine(ctx context.Context, by models.Actor, _ *InWorkshop) (*Body[models.Mine], error) {
	return answer(s.store.Mine(ctx, by))
}
