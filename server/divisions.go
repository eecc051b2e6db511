package server

import (
	"context"

	"dilna/models"
)

// divisionStore is what dividing the room needs of the store.
type divisionStore interface {
	AddDivision(ctx context.Context, by models.Actor, key models.Key, in models.NewDivision) (models.Division, error)
	ChangeDivision(ctx context.Context, by models.Actor, key models.Key, id models.DivisionID, change models.DivisionChange) (models.Division, error)
	ChoosePart(ctx context.Context, by models.Actor, id models.DivisionID, in models.ChosenPart) (models.MyParts, error)
	AddSteps(ctx context.Context, by models.Actor, key models.Key, in models.NewSteps) error
	SetStepStates(ctx context.Context, by models.Actor, key models.Key, in models.StepsMove) error
	BringBest(ctx context.Context, by models.Actor, key models.Key, into models.StepID, in models.NewBest) error
}

// OfDivision says which division a request is about.
type OfDivision struct {
	Division models.DivisionID `path:"division"`
}

func (s *Server) divisionRoutes() {
	within(s, created(op("addDivision", "POST /api/workshops/{w}/divisions", "Divide the room: tables, or who speaks for whom")), facilitators, s.addDivision)
	within(s, op("changeDivision", "PATCH /api/workshops/{w}/divisions/{division}", "Rename a division or its parts, add parts, take them out"), facilitators, s.changeDivision)
	within(s, op("choosePart", "PUT /api/workshops/{w}/divisions/{division}/mine", "Sit down in a part of a division"), participants, s.choosePart)
	within(s, large(op("addSteps", "POST /api/workshops/{w}/steps/together", "Add several steps, all or none, as one entry of the history")), facilitators, s.addSteps)
	within(s, op("setStepStates", "PUT /api/workshops/{w}/steps/together/state", "Open or close several steps, all or none"), facilitators, s.setStepStates)
	within(s, op("bringBest", "POST /api/workshops/{w}/steps/{step}/best", "Bring the best ideas of other steps into this one, under what their parts are called"), facilitators, s.bringBest)
}

type addDivisionInput struct {
	InWorkshop
	Keyed
	Body models.NewDivision
}

func (s *Server) addDivision(ctx context.Context, by models.Actor, in *addDivisionInput) (*Body[models.Division], error) {
	return answer(s.store.AddDivision(ctx, by, in.Key, in.Body))
}

type changeDivisionInput struct {
	InWorkshop
	OfDivision
	Keyed
	Body models.DivisionChange
}

func (s *Server) changeDivision(ctx context.Context, by models.Actor, in *changeDivisionInput) (*Body[models.Division], error) {
	return answer(s.store.ChangeDivision(ctx, by, in.Key, in.Division, in.Body))
}

type choosePartInput struct {
	InWorkshop
	OfDivision
	Body models.ChosenPart
}

func (s *Server) choosePart(ctx context.Context, by models.Actor, in *choosePartInput) (*Body[models.MyParts], error) {
	return answer(s.store.ChoosePart(ctx, by, in.Division, in.Body))
}

type addStepsInput struct {
	InWorkshop
	Keyed
	Body models.NewSteps
}

func (s *Server) addSteps(ctx context.Context, by models.Actor, in *addStepsInput) (*Nothing, error) {
	return done(s.store.AddSteps(ctx, by, in.Key, in.Body))
}

type setStepStatesInput struct {
	InWorkshop
	Keyed
	Body models.StepsMove
}

func (s *Server) setStepStates(ctx context.Context, by models.Actor, in *setStepStatesInput) (*Nothing, error) {
	return done(s.store.SetStepStates(ctx, by, in.Key, in.Body))
}

type bringBestInput struct {
	InWorkshop
	OfStep
	Keyed
	Body models.NewBest
}

func (s *Server) bringBest(ctx context.Context, by models.Actor, in *bringBestInput) (*Nothing, error) {
	return done(s.store.BringBest(ctx, by, in.Key, in.Step, in.Body))
}
