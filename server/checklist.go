package server

import (
	"context"

	"dilna/models"
)

// checklistStore is what the facilitators' checklist needs of the store.
type checklistStore interface {
	SetPoint(ctx context.Context, by models.Actor, key models.Key, id models.PointID, change models.PointChange) (models.ChecklistPoint, error)
	RemovePoint(ctx context.Context, by models.Actor, key models.Key, id models.PointID) error
}

// OfPoint says which point of the checklist a request is about.
type OfPoint struct {
	Point models.PointID `path:"point" doc:"id of the client's making"`
}

func (s *Server) checklistRoutes() {
	within(s, op("setPoint", "PUT /api/workshops/{w}/checklist/{point}", "Write or tick a point of the checklist; a new one is added at the end"), facilitators, s.setPoint)
	within(s, op("removePoint", "DELETE /api/workshops/{w}/checklist/{point}", "Take a point off the checklist"), facilitators, s.removePoint)
}

type setPointInput struct {
	InWorkshop
	OfPoint
	Keyed
	Body models.PointChange
}

func (s *Server) setPoint(ctx context.Context, by models.Actor, in *setPointInput) (*Body[models.ChecklistPoint], error) {
	return answer(s.store.SetPoint(ctx, by, in.Key, in.Point, in.Body))
}

type removePointInput struct {
	InWorkshop
	OfPoint
	Keyed
}

func (s *Server) removePoint(ctx context.Context, by models.Actor, in *removePointInput) (*Nothing, error) {
	return done(s.store.RemovePoint(ctx, by, in.Key, in.Point))
}
