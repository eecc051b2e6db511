package server

import (
	"context"

	"dilna/models"
)

// causeStore is what the cause handlers need of the store.
type causeStore interface {
	AddCause(ctx context.Context, by models.Actor, key models.Key, step models.StepID, in models.NewCause) (models.Cause, error)
	ChangeCause(ctx context.Context, by models.Actor, key models.Key, id models.EntryID, change models.CauseChange) (models.Cause, error)
}

func (s *Server) causeRoutes() {
	within(s, created(op("addCause", "POST /api/workshops/{w}/steps/{step}/causes", "Add a cause to a fishbone")), contributors, s.addCause)
	within(s, op("changeCause", "PATCH /api/workshops/{w}/causes/{cause}", "Reword or move a cause; participants reword their own"), contributors, s.changeCause)
}

type addCauseInput struct {
	InWorkshop
	OfStep
	Keyed
	Body models.NewCause
}

func (s *Server) addCause(ctx context.Context, by models.Actor, in *addCauseInput) (*Body[models.Cause], error) {
	return answer(s.store.AddCause(ctx, by, in.Key, in.Step, in.Body))
}

type changeCauseInput struct {
	InWorkshop
	Cause models.EntryID `path:"cause"`
	Keyed
	Body models.CauseChange
}

func (s *Server) changeCause(ctx context.Context, by models.Actor, in *changeCauseInput) (*Body[models.Cause], error) {
	return answer(s.store.ChangeCause(ctx, by, in.Key, in.Cause, in.Body))
}
