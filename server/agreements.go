package server

import (
	"context"

	"dilna/models"
)

// agreementStore is what the handlers of agreements need of the store.
type agreementStore interface {
	Agree(ctx context.Context, by models.Actor, idea models.EntryID, in models.SetAgreement) (models.Agreement, error)
}

func (s *Server) agreementRoutes() {
	within(s, op("agree", "PUT /api/workshops/{w}/ideas/{idea}/agreement/mine", "Say that I agree with an idea of somebody else, or take it back"), participants, s.agree)
}

type agreeInput struct {
	InWorkshop
	OfIdea
	Body models.SetAgreement
}

func (s *Server) agree(ctx context.Context, by models.Actor, in *agreeInput) (*Body[models.Agreement], error) {
	return answer(s.store.Agree(ctx, by, in.Idea, in.Body))
}
