package server

import (
	"context"

	"dilna/models"
)

// combinationStore is what the handlers of combinations need of the store.
type combinationStore interface {
	AddCombination(ctx context.Context, by models.Actor, key models.Key, step models.StepID, in models.NewCombination) (models.CombinationView, error)
}

func (s *Server) combinationRoutes() {
	within(s, created(op("addCombination", "POST /api/workshops/{w}/steps/{step}/combinations", "Tell several closed and revealed rounds as one standing")), facilitators, s.addCombination)
}

type addCombinationInput struct {
	InWorkshop
	OfStep
	Keyed
	Body models.NewCombination
}

func (s *Server) addCombination(ctx context.Context, by models.Actor, in *addCombinationInput) (*Body[models.CombinationView], error) {
	return answer(s.store.AddCombination(ctx, by, in.Key, in.Step, in.Body))
}
