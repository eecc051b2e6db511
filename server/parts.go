package server

import (
	"context"

	"dilna/models"
)

// partStore is what removing and moving parts of a workshop needs of the store.
type partStore interface {
	Remove(ctx context.Context, by models.Actor, key models.Key, part models.Part, id string) error
	Restore(ctx context.Context, by models.Actor, key models.Key, part models.Part, id string) error
	Move(ctx context.Context, by models.Actor, key models.Key, part models.Part, id string, to models.Placement) error
}

// OnePart names one row of a workshop.
type OnePart struct {
	Part models.Part `path:"part" enum:"steps,topics,ideas,causes,decisions,tasks,rounds,combinations,photos,divisions"`
	ID   string      `path:"id"`
}

func (s *Server) partRoutes() {
	within(s, op("removePart", "DELETE /api/workshops/{w}/{part}/{id}", "Remove something with everything under it; participants their own ideas and causes"), contributors, s.removePart)
	within(s, op("restorePart", "POST /api/workshops/{w}/{part}/{id}/restore", "Undo a removal"), contributors, s.restorePart)
	within(s, op("movePart", "PUT /api/workshops/{w}/{part}/{id}/place", "Move something among its siblings"), facilitators, s.movePart)
}

type partInput struct {
	InWorkshop
	OnePart
	Keyed
}

func (s *Server) removePart(ctx context.Context, by models.Actor, in *partInput) (*Nothing, error) {
	return done(s.store.Remove(ctx, by, in.Key, in.Part, in.ID))
}

func (s *Server) restorePart(ctx context.Context, by models.Actor, in *partInput) (*Nothing, error) {
	return done(s.store.Restore(ctx, by, in.Key, in.Part, in.ID))
}

type movePartInput struct {
	InWorkshop
	OnePart
	Keyed
	Body models.Placement
}

func (s *Server) movePart(ctx context.Context, by models.Actor, in *movePartInput) (*Nothing, error) {
	return done(s.store.Move(ctx, by, in.Key, in.Part, in.ID, in.Body))
}
