package server

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"dilna/models"
)

// stationeryStore is what the handlers of stationery need of the store.
type stationeryStore interface {
	Stationery(ctx context.Context, programme string) (models.Stationery, error)
	StationeryFile(ctx context.Context, programme string) ([]byte, error)
	SetStationery(ctx context.Context, programme string, stationery models.Stationery) error
}

// StationeryReader says what minutes would take from a Word file. Codes:
// `stationery-unusable`, `stationery-macros`, `stationery-outside`.
type StationeryReader func(file []byte) (models.StationeryLook, error)

// stationeryBody is the largest body with a Word file in it, in base64, every
// character of which may be escaped with a backslash.
const stationeryBody = 2*models.MaxStationeryBytes*4/3 + smallBody

func (s *Server) stationeryRoutes() {
	signedIn(s, op("getStationery", "GET /api/stationery", "The office's own Word file that minutes of a programme stand on; no name where there is none"), s.getStationery)
	signedIn(s, withStationery(op("setStationery", "PUT /api/stationery", "Have minutes of a programme in Word stand on the office's own file: coordinators")), s.setStationery)
	signedIn(s, op("removeStationery", "DELETE /api/stationery", "Have minutes of a programme in Word stand on our own paper again: coordinators"), s.removeStationery)
}

func withStationery(o huma.Operation) huma.Operation {
	o.MaxBodyBytes = stationeryBody + 1
	return o
}

func (s *Server) getStationery(ctx context.Context, _ models.Account, in *OfProgramme) (*Body[models.Stationery], error) {
	return answer(s.store.Stationery(ctx, in.Programme))
}

type setStationeryInput struct {
	OfProgramme
	Body models.NewStationery
}

func (s *Server) setStationery(ctx context.Context, by models.Account, in *setStationeryInput) (*Body[models.Stationery], error) {
	if err := (models.Actor{Role: by.Role}).MustCoordinate(); err != nil {
		return nil, err
	}
	next, err := in.Body.Stationery(s.stationery)
	if err != nil {
		return nil, err
	}
	return answer(next, s.store.SetStationery(ctx, in.Programme, next))
}

func (s *Server) removeStationery(ctx context.Context, by models.Account, in *OfProgramme) (*Nothing, error) {
	if err := (models.Actor{Role: by.Role}).MustCoordinate(); err != nil {
		return nil, err
	}
	return done(s.store.SetStationery(ctx, in.Programme, models.Stationery{}))
}
