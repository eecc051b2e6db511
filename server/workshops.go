package server

import (
	"context"

	"dilna/models"
)

// workshopStore is what the workshop handlers need of the store.
type workshopStore interface {
	CreateWorkshop(ctx context.Context, by models.Account, key models.Key, in models.NewWorkshop) (models.Workshop, error)
	Workshop(ctx context.Context, w models.WorkshopID) (models.Workshop, error)
	ChangeHead(ctx context.Context, by models.Actor, key models.Key, change models.HeadChange) (models.Workshop, error)
	SetWorkshopState(ctx context.Context, by models.Actor, key models.Key, in models.WorkshopMove) (models.Workshop, error)
}

func (s *Server) workshopRoutes() {
	signedIn(s, created(large(op("createWorkshop", "POST /api/workshops", "Start a workshop from a template"))), s.createWorkshop)
	within(s, op("getWorkshop", "GET /api/workshops/{w}", "The workshop itself"), facilitators, s.getWorkshop)
	within(s, large(op("changeHead", "PATCH /api/workshops/{w}/head", "Change the head of the minutes")), facilitators, s.changeHead)
	within(s, op("setWorkshopState", "PUT /api/workshops/{w}/state", "Open or end the workshop"), facilitators, s.setWorkshopState)
}

type createWorkshopInput struct {
	Keyed
	Body models.NewWorkshop
}

func (s *Server) createWorkshop(ctx context.Context, by models.Account, in *createWorkshopInput) (*Body[models.Workshop], error) {
	return answer(s.store.CreateWorkshop(ctx, by, in.Key, in.Body))
}

func (s *Server) getWorkshop(ctx context.Context, by models.Actor, _ *InWorkshop) (*Body[models.Workshop], error) {
	return answer(s.store.Workshop(ctx, by.Workshop))
}

type changeHeadInput struct {
	InWorkshop
	Keyed
	Body models.HeadChange
}

func (s *Server) changeHead(ctx context.Context, by models.Actor, in *changeHeadInput) (*Body[models.Workshop], error) {
	return answer(s.store.ChangeHead(ctx, by, in.Key, in.Body))
}

type setWorkshopStateInput struct {
	InWorkshop
	Keyed
	Body models.WorkshopMove
}

func (s *Server) setWorkshopState(ctx context.Context, by models.Actor, in *setWorkshopStateInput) (*Body[models.Workshop], error) {
	return answer(s.store.SetWorkshopState(ctx, by, in.Key, in.Body))
}
