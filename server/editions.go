package server

import (
	"context"

	"dilna/models"
)

// editionStore is what drafting, approving and publishing need of the store.
type editionStore interface {
	MinutesWork(ctx context.Context, w models.WorkshopID) (models.MinutesWork, error)
	ChangeDraft(ctx context.Context, by models.Actor, key models.Key, change models.DraftChange) error
	ApproveMinutes(ctx context.Context, by models.Actor, key models.Key, seen models.DraftSeen) (models.EditionListed, error)
	SetEditionState(ctx context.Context, by models.Actor, key models.Key, version int, move models.EditionMove) error
	ChangeAddress(ctx context.Context, by models.Actor, key models.Key, from string) error
	OfferedOffice(ctx context.Context, by models.Actor) (models.OfficeOffer, error)
}

func (s *Server) editionRoutes() {
	within(s, op("getMinutes", "GET /api/workshops/{w}/minutes", "Where the minutes stand: versions, and the draft of the next one"), facilitators, s.minutesWork)
	within(s, large(op("changeDraft", "PATCH /api/workshops/{w}/minutes", "Change what the next version says; the record stays as it is")), facilitators, s.changeDraft)
	within(s, op("getOfferedOffice", "GET /api/workshops/{w}/minutes/office", "What the minutes may take over of those of the last meeting of their programme"), facilitators, s.offeredOffice)
	within(s, created(op("approveMinutes", "POST /api/workshops/{w}/editions", "Approve the draft as the next version, which never changes again")), coordinators, s.approveMinutes)
	within(s, op("setEditionState", "PUT /api/workshops/{w}/editions/{version}/state", "Publish a version, or take its publication back"), coordinators, s.setEditionState)
	within(s, op("changeAddress", "POST /api/workshops/{w}/minutes/address", "Give the published minutes another public address; the old one is good for nothing any more"), coordinators, s.changeAddress)
}

func (s *Server) minutesWork(ctx context.Context, by models.Actor, _ *InWorkshop) (*Body[models.MinutesWork], error) {
	return answer(s.store.MinutesWork(ctx, by.Workshop))
}

type changeDraftInput struct {
	InWorkshop
	Keyed
	Body models.DraftChange
}

func (s *Server) changeDraft(ctx context.Context, by models.Actor, in *changeDraftInput) (*Nothing, error) {
	return done(s.store.ChangeDraft(ctx, by, in.Key, in.Body))
}

func (s *Server) offeredOffice(ctx context.Context, by models.Actor, _ *InWorkshop) (*Body[models.OfficeOffer], error) {
	return answer(s.store.OfferedOffice(ctx, by))
}

type approveMinutesInput struct {
	InWorkshop
	Keyed
	Body models.DraftSeen
}

func (s *Server) approveMinutes(ctx context.Context, by models.Actor, in *approveMinutesInput) (*Body[models.EditionListed], error) {
	return answer(s.store.ApproveMinutes(ctx, by, in.Key, in.Body))
}

type setEditionStateInput struct {
	InWorkshop
	Version int `path:"version"`
	Keyed
	Body models.EditionMove
}

func (s *Server) setEditionState(ctx context.Context, by models.Actor, in *setEditionStateInput) (*Nothing, error) {
	return done(s.store.SetEditionState(ctx, by, in.Key, in.Version, in.Body))
}

type changeAddressInput struct {
	InWorkshop
	Keyed
	Body struct {
		From string `json:"from" doc:"the secret part of the address the caller saw"`
	}
}

func (s *Server) changeAddress(ctx context.Context, by models.Actor, in *changeAddressInput) (*Nothing, error) {
	return done(s.store.ChangeAddress(ctx, by, in.Key, in.Body.From))
}
