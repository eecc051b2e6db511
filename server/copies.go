package server

import (
	"context"

	"dilna/models"
	"dilna/server/crowd"
)

// copyStore is what copies of workshops, rehearsals among them, need of the
// store.
type copyStore interface {
	crowd.Store
	CopyWorkshop(ctx context.Context, by models.Actor, key models.Key, in models.NewCopy) (models.Workshop, error)
	RemoveRehearsal(ctx context.Context, by models.Actor) error
}

// rehearsal is how a rehearsal stands.
type rehearsal struct {
	Of     models.WorkshopID `json:"of" doc:"the real workshop"`
	People int               `json:"people" doc:"how many pretend people play just now"`
}

type people struct {
	People int `json:"people" minimum:"0" maximum:"40" doc:"0 sends all away"`
}

func (s *Server) copyRoutes() {
	within(s, created(large(op("copyWorkshop", "POST /api/workshops/{w}/copies", "Make the next workshop, or a rehearsal, with the agenda of this one"))), facilitators, s.copyWorkshop)
	within(s, op("getRehearsal", "GET /api/workshops/{w}/rehearsal", "How this rehearsal stands"), facilitators, s.getRehearsal)
	within(s, op("setPeople", "PUT /api/workshops/{w}/rehearsal", "Let that many pretend people play in this rehearsal"), facilitators, s.setPeople)
	within(s, op("removeRehearsal", "DELETE /api/workshops/{w}/rehearsal", "Remove this rehearsal with everything in it"), facilitators, s.removeRehearsal)
}

type copyWorkshopInput struct {
	InWorkshop
	Keyed
	Body models.NewCopy
}

func (s *Server) copyWorkshop(ctx context.Context, by models.Actor, in *copyWorkshopInput) (*Body[models.Workshop], error) {
	return answer(s.store.CopyWorkshop(ctx, by, in.Key, in.Body))
}

func (s *Server) getRehearsal(ctx context.Context, by models.Actor, _ *InWorkshop) (*Body[rehearsal], error) {
	return answer(s.rehearsal(ctx, by.Workshop))
}

// rehearsal is how the workshop stands as one; `not-a-rehearsal` for a real one.
func (s *Server) rehearsal(ctx context.Context, w models.WorkshopID) (rehearsal, error) {
	workshop, err := s.store.Workshop(ctx, w)
	if err != nil {
		return rehearsal{}, err
	}
	return rehearsal{Of: workshop.RehearsalOf, People: s.hub.Players(w)}, workshop.MustBeRehearsal()
}

type setPeopleInput struct {
	InWorkshop
	Body people
}

func (s *Server) setPeople(ctx context.Context, by models.Actor, in *setPeopleInput) (*Body[rehearsal], error) {
	stands, err := s.rehearsal(ctx, by.Workshop)
	if err != nil {
		return nil, err
	}
	stands.People = min(in.Body.People, crowd.MostPeople)
	s.hub.Play(by.Workshop, stands.People)
	return answer(stands, nil)
}

func (s *Server) removeRehearsal(ctx context.Context, by models.Actor, _ *InWorkshop) (*Nothing, error) {
	if err := s.store.RemoveRehearsal(ctx, by); err != nil {
		return nil, err
	}
	s.hub.Play(by.Workshop, 0)
	s.hub.Dismiss(by.Workshop)
	return done(nil)
}
