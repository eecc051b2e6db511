package server

import (
	"context"
	"net/http"

	"dilna/models"
)

// signalStore is what the handlers of signals need of the store: what the
// facilitator tells all screens, and what people tell her.
type signalStore interface {
	StartTimer(ctx context.Context, by models.Actor, key models.Key, in models.NewTimer) (models.Timer, error)
	ChangeTimer(ctx context.Context, by models.Actor, key models.Key, change models.TimerChange) (models.Timer, error)
	StopTimer(ctx context.Context, by models.Actor, key models.Key) error
	ChangeRoom(ctx context.Context, by models.Actor, key models.Key, change models.RoomChange) (models.Workshop, error)
	LowerHands(ctx context.Context, by models.Actor, key models.Key) error
	RaiseHand(ctx context.Context, by models.Actor, raised bool) (models.MySignals, error)
	SetDone(ctx context.Context, by models.Actor, step models.StepID, done bool) (models.MySignals, error)
	Leave(ctx context.Context, by models.Actor, secret models.SeatSecret, how models.Leaving) (models.Left, error)
}

func (s *Server) signalRoutes() {
	within(s, op("startTimer", "PUT /api/workshops/{w}/timer", "Start a timer on all screens"), facilitators, s.startTimer)
	within(s, op("changeTimer", "PATCH /api/workshops/{w}/timer", "Extend the timer, hold it, let it go on"), facilitators, s.changeTimer)
	within(s, op("stopTimer", "DELETE /api/workshops/{w}/timer", "Take the timer off all screens"), facilitators, s.stopTimer)
	within(s, op("changeRoom", "PATCH /api/workshops/{w}/room", "Tell all screens a message, lock the door, blank the wall"), facilitators, s.changeRoom)
	within(s, op("lowerHands", "DELETE /api/workshops/{w}/hands", "Lower all hands"), facilitators, s.lowerHands)
	within(s, op("raiseHand", "PUT /api/workshops/{w}/hands/mine", "Raise my hand or lower it"), participants, s.raiseHand)
	within(s, op("setDone", "PUT /api/workshops/{w}/steps/{step}/done/mine", "Say that I am done with the open step, or take it back"), participants, s.setDone)
	within(s, op("leave", "POST /api/workshops/{w}/leave", "Give up my seat on this device; my dots in open rounds are taken back"), participants, s.leave)
}

type startTimerInput struct {
	InWorkshop
	Keyed
	Body models.NewTimer
}

func (s *Server) startTimer(ctx context.Context, by models.Actor, in *startTimerInput) (*Body[models.Timer], error) {
	return answer(s.wound(s.store.StartTimer(ctx, by, in.Key, in.Body)))
}

type changeTimerInput struct {
	InWorkshop
	Keyed
	Body models.TimerChange
}

func (s *Server) changeTimer(ctx context.Context, by models.Actor, in *changeTimerInput) (*Body[models.Timer], error) {
	return answer(s.wound(s.store.ChangeTimer(ctx, by, in.Key, in.Body)))
}

// wound has other instances close what the timer closes, should this one be
// gone by then.
func (s *Server) wound(t models.Timer, err error) (models.Timer, error) {
	if err == nil {
		s.hub.Wound()
	}
	return t, err
}

type commandInput struct {
	InWorkshop
	Keyed
}

func (s *Server) stopTimer(ctx context.Context, by models.Actor, in *commandInput) (*Nothing, error) {
	return done(s.store.StopTimer(ctx, by, in.Key))
}

type changeRoomInput struct {
	InWorkshop
	Keyed
	Body models.RoomChange
}

func (s *Server) changeRoom(ctx context.Context, by models.Actor, in *changeRoomInput) (*Body[models.Workshop], error) {
	return answer(s.store.ChangeRoom(ctx, by, in.Key, in.Body))
}

func (s *Server) lowerHands(ctx context.Context, by models.Actor, in *commandInput) (*Nothing, error) {
	return done(s.store.LowerHands(ctx, by, in.Key))
}

type raiseHandInput struct {
	InWorkshop
	Body struct {
		Raised bool `json:"raised"`
	}
}

func (s *Server) raiseHand(ctx context.Context, by models.Actor, in *raiseHandInput) (*Body[models.MySignals], error) {
	return answer(s.store.RaiseHand(ctx, by, in.Body.Raised))
}

type setDoneInput struct {
	InWorkshop
	OfStep
	Body struct {
		Done bool `json:"done"`
	}
}

func (s *Server) setDone(ctx context.Context, by models.Actor, in *setDoneInput) (*Body[models.MySignals], error) {
	return answer(s.store.SetDone(ctx, by, in.Step, in.Body.Done))
}

type leaveInput struct {
	Visit
	InWorkshop
	Body models.Leaving
}

// leftSeat takes the cookie of the seat away.
type leftSeat struct {
	SetCookie []http.Cookie `header:"Set-Cookie"`
	Body      models.Left
}

func (s *Server) leave(ctx context.Context, by models.Actor, in *leaveInput) (*leftSeat, error) {
	name := seatCookie(in.secure, by.Role, by.Workshop)
	secret := in.seatSecret(by)
	left, err := s.store.Leave(ctx, by, secret, in.Body)
	if err != nil {
		return nil, err
	}
	s.hub.Left(by.Workshop, by.Seat, secret.Hash())
	return &leftSeat{SetCookie: []http.Cookie{bake(in.Visit, name, "", 0, http.SameSiteLaxMode)}, Body: left}, nil
}
