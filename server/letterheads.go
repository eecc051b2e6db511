package server

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"dilna/models"
)

// letterheadStore is what the handlers of letterheads need of the store.
type letterheadStore interface {
	Letterhead(ctx context.Context, programme string) (models.Letterhead, error)
	SetLetterhead(ctx context.Context, programme string, letterhead models.Letterhead) error
}

// logoBody is the largest body with a logo in it, in base64, every character of
// which may be escaped with a backslash.
const logoBody = 2*models.MaxPictureBytes*4/3 + smallBody

func (s *Server) letterheadRoutes() {
	signedIn(s, op("getLetterhead", "GET /api/letterhead", "What stands above the minutes of a programme"), s.getLetterhead)
	signedIn(s, withLogo(op("setLetterhead", "PUT /api/letterhead", "Set what stands above the minutes of a programme: coordinators")), s.setLetterhead)
}

func withLogo(o huma.Operation) huma.Operation {
	o.MaxBodyBytes = logoBody + 1
	return o
}

// OfProgramme says whose letterhead a request is about.
type OfProgramme struct {
	Programme string `query:"programme" maxLength:"300" doc:"empty: for all programmes that have none of their own"`
}

func (s *Server) getLetterhead(ctx context.Context, _ models.Account, in *OfProgramme) (*Body[models.Letterhead], error) {
	return answer(s.store.Letterhead(ctx, in.Programme))
}

type setLetterheadInput struct {
	OfProgramme
	Body models.NewLetterhead
}

func (s *Server) setLetterhead(ctx context.Context, by models.Account, in *setLetterheadInput) (*Body[models.Letterhead], error) {
	if err := (models.Actor{Role: by.Role}).MustCoordinate(); err != nil {
		return nil, err
	}
	now, err := s.store.Letterhead(ctx, in.Programme)
	if err != nil {
		return nil, err
	}
	next, err := in.Body.Letterhead(now)
	if err != nil {
		return nil, err
	}
	return answer(next, s.store.SetLetterhead(ctx, in.Programme, next))
}
