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
	JoinByTicket(ctx context.Context, shown models.Ticket, tokenHash, waited string) (models.Seat, error)
	TicketByCode(ctx context.Context, code models.TicketCode) (models.Ticket, error)
	TicketByToken(ctx context.Context, token string) (models.Ticket, error)
	MyPlace(ctx context.Context, w models.WorkshopID, tokenHash string) (models.MyPlace, error)
	OpenWall(ctx context.Context, w models.WorkshopID, wallToken, tokenHash string) (models.Seat, error)
	WallOpened(ctx context.Context, w models.WorkshopID) (bool, error)
	Mine(ctx context.Context, by models.Actor) (models.Mine, error)
}

type join struct {
	Code string `json:"code" doc:"of the door or of a ticket, as people type it, small letters, spaces and hyphens forgiven; or what follows # in the address of the QR code"`
}

type wallToken struct {
	Token string `json:"token" doc:"from the link of the wall"`
}

type joined struct {
	Workshop models.WorkshopID `json:"workshop"`
	Seat     models.SeatID     `json:"seat"`
	Waiting  int               `json:"waiting,omitempty" doc:"number of the device in the lobby: it is not in yet; GET …/place says when it is"`
}

// Seated answers with a seat and its cookie.
type Seated struct {
	SetCookie []http.Cookie `header:"Set-Cookie"`
	Body      joined
}

func (s *Server) seatRoutes() {
	public(s, op("join", "POST /api/join", "Take a seat with the code; a device that has one keeps it"), s.join)
	public(s, op("openWall", "POST /api/workshops/{w}/wall", "Make this screen a wall"), s.openWall)
	public(s, op("getPlace", "GET /api/workshops/{w}/place", "How this device stands: in, in the lobby, taken out"), s.place)
	within(s, op("getMine", "GET /api/workshops/{w}/mine", "What belongs to my seat"), participants, s.mine)
}

type joinInput struct {
	Visit
	Body join
}

func (s *Server) join(ctx context.Context, in *joinInput) (*Seated, error) {
	workshop, ticket, err := s.wayIn(ctx, in.Visit, in.Body.Code)
	if err != nil {
		return nil, err
	}
	return s.seat(ctx, in.Visit, workshop, models.RoleParticipant, ticket.Number, func(tokenHash string) (models.Seat, error) {
		if ticket.Number > 0 {
			before := in.cookie(seatCookie(in.secure, models.RoleParticipant, workshop))
			seat, err := s.store.JoinByTicket(ctx, ticket, tokenHash, models.HashSecret(before))
			return seat, sameAnswer(err)
		}
		seat, err := s.store.Join(ctx, workshop, tokenHash)
		return seat, sameAnswer(err)
	})
}

// wayIn is the workshop that a code leads to, and the ticket if it is of one.
func (s *Server) wayIn(ctx context.Context, v Visit, typed string) (models.WorkshopID, models.Ticket, error) {
	if code, is := models.ParseTicketCode(typed); is {
		var ticket models.Ticket
		err := s.codes.try(ctx, v.client, "", func() (err error) {
			ticket, err = s.store.TicketByCode(ctx, code)
			return err
		})
		return ticket.WorkshopID, ticket, sameAnswer(err)
	}
	workshop, err := s.workshopByCode(ctx, v, typed)
	if models.CodeOf(err) == models.CodeCodeUnknown && models.CheckID("code", typed) == nil {
		ticket, err := s.store.TicketByToken(ctx, typed)
		return ticket.WorkshopID, ticket, sameAnswer(err)
	}
	return workshop.ID, models.Ticket{}, err
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
	return s.seat(ctx, in.Visit, in.W, models.RoleWall, 0, func(tokenHash string) (models.Seat, error) {
		return s.store.OpenWall(ctx, in.W, in.Body.Token, tokenHash)
	})
}

// seat gives the device the seat it has already, or the one that take makes; who
// waits in the lobby has one. Who shows the ticket of somebody else than sits at the
// device is refused with `device-taken`: she would go on in the other's place.
func (s *Server) seat(ctx context.Context, v Visit, w models.WorkshopID, role models.Role, ticket int, take func(tokenHash string) (models.Seat, error)) (*Seated, error) {
	name := seatCookie(v.secure, role, w)
	token := v.cookie(name)
	seat, err := s.store.SeatByToken(ctx, w, models.HashSecret(token))
	switch models.CodeOf(err) {
	case models.CodeSeatMissing:
		token = models.NewSecret()
		seat, err = take(models.HashSecret(token))
	case models.CodeSeatWaiting, models.CodeNotLetIn:
		if ticket > 0 { // better than waiting
			token = models.NewSecret()
			seat, err = take(models.HashSecret(token))
		} else if seat.State == models.SeatWaiting {
			err = nil
		}
	case "":
		if ticket > 0 && seat.Ticket > 0 && seat.Ticket != ticket {
			err = models.Fail(models.KindConflict, models.CodeDeviceTaken)
		}
	}
	if err != nil {
		return nil, err
	}
	s.halls.meet(v.client, w)
	body := joined{Workshop: w, Seat: seat.ID}
	if seat.State == models.SeatWaiting {
		body.Waiting = seat.Number
	}
	return &Seated{SetCookie: []http.Cookie{bake(v, name, token, seatTime, http.SameSiteLaxMode)}, Body: body}, nil
}

type placeInput struct {
	Visit
	W models.WorkshopID `path:"w" doc:"id of the workshop"`
}

func (s *Server) place(ctx context.Context, in *placeInput) (*Body[models.MyPlace], error) {
	return answer(s.store.MyPlace(ctx, in.W, models.HashSecret(in.cookie(seatCookie(in.secure, models.RoleParticipant, in.W)))))
}

func (s *Server) mine(ctx context.Context, by models.Actor, _ *InWorkshop) (*Body[models.Mine], error) {
	return answer(s.store.Mine(ctx, by))
}
