package server

import (
	"context"

	"dilna/models"
)

// facilitationStore is what granting a workshop needs of the store.
type facilitationStore interface {
	Facilitation(ctx context.Context, by models.Actor) (models.Facilitation, error)
	AddCoFacilitatorLink(ctx context.Context, by models.Actor, secretHash string, in models.NewLink) (models.Link, error)
	TakeBackCoFacilitatorLink(ctx context.Context, by models.Actor, key models.Key, id models.LinkID) error
	Grant(ctx context.Context, by models.Actor, key models.Key, account models.AccountID) error
	GiveBack(ctx context.Context, by models.Actor, key models.Key, account models.AccountID) error
	Ungrant(ctx context.Context, by models.Actor, key models.Key, account models.AccountID) (ended []string, err error)
}

func (s *Server) facilitationRoutes() {
	within(s, op("getFacilitation", "GET /api/workshops/{w}/facilitation", "Who runs the workshop, and the open links to join them"), facilitators, s.facilitation)
	within(s, created(op("addCoFacilitatorLink", "POST /api/workshops/{w}/facilitation/links", "A one-time link that grants the workshop, good for a day")), facilitators, s.addCoFacilitatorLink)
	within(s, op("takeBackCoFacilitatorLink", "DELETE /api/workshops/{w}/facilitation/links/{link}", "Make such a link good no longer"), facilitators, s.takeBackCoFacilitatorLink)
	within(s, op("grant", "PUT /api/workshops/{w}/facilitation/{account}", "Grant the workshop to an account; coordinators only"), coordinators, s.grant)
	within(s, op("ungrant", "DELETE /api/workshops/{w}/facilitation/{account}", "Take a grant away; the founder's and the last one only coordinators"), facilitators, s.ungrant)
	within(s, op("giveBackGrant", "POST /api/workshops/{w}/facilitation/{account}/restore", "Give a grant back that was taken away within a day"), facilitators, s.giveBack)
}

func (s *Server) facilitation(ctx context.Context, by models.Actor, _ *InWorkshop) (*Body[models.Facilitation], error) {
	return answer(s.store.Facilitation(ctx, by))
}

type addCoFacilitatorLinkInput struct {
	InWorkshop
	Visit
	Body models.NewLink
}

func (s *Server) addCoFacilitatorLink(ctx context.Context, by models.Actor, in *addCoFacilitatorLinkInput) (*Body[madeLink], error) {
	return s.handOut(in.Visit, func(hash string) (models.Link, error) { return s.store.AddCoFacilitatorLink(ctx, by, hash, in.Body) })
}

type takeBackCoFacilitatorLinkInput struct {
	InWorkshop
	OneLink
	Keyed
}

func (s *Server) takeBackCoFacilitatorLink(ctx context.Context, by models.Actor, in *takeBackCoFacilitatorLinkInput) (*Nothing, error) {
	return done(s.store.TakeBackCoFacilitatorLink(ctx, by, in.Key, in.Link))
}

type grantInput struct {
	InWorkshop
	OneAccount
	Keyed
}

func (s *Server) grant(ctx context.Context, by models.Actor, in *grantInput) (*Nothing, error) {
	return done(s.store.Grant(ctx, by, in.Key, in.Account))
}

func (s *Server) ungrant(ctx context.Context, by models.Actor, in *grantInput) (*Nothing, error) {
	return done(s.end(s.store.Ungrant(ctx, by, in.Key, in.Account)))
}

func (s *Server) giveBack(ctx context.Context, by models.Actor, in *grantInput) (*Nothing, error) {
	return done(s.store.GiveBack(ctx, by, in.Key, in.Account))
}
