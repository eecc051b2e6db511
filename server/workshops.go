package server

import (
	"context"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"dilna/models"
	"dilna/models/workshopfile"
)

// workshopStore is what the workshop handlers need of the store.
type workshopStore interface {
	CreateWorkshop(ctx context.Context, by models.Account, key models.Key, in models.NewWorkshop) (models.Workshop, error)
	ImportFor(ctx context.Context, by models.Account, key models.Key, id models.WorkshopID, m models.Minutes) (models.Workshop, error)
	Workshop(ctx context.Context, w models.WorkshopID) (models.Workshop, error)
	ChangeHead(ctx context.Context, by models.Actor, key models.Key, change models.HeadChange) (models.Workshop, error)
	SetWorkshopState(ctx context.Context, by models.Actor, key models.Key, in models.WorkshopMove) (models.Workshop, error)
}

func (s *Server) workshopRoutes() {
	signedIn(s, created(large(op("createWorkshop", "POST /api/workshops", "Start a workshop from a template"))), s.createWorkshop)
	signedIn(s, created(wholeFile(op("importWorkshop", "POST /api/workshops/file", "Start a workshop from a workshop file, or from minutes as PDF with one inside"))), s.importWorkshop)
	within(s, op("getWorkshop", "GET /api/workshops/{w}", "The workshop itself"), facilitators, s.getWorkshop)
	within(s, large(op("changeHead", "PATCH /api/workshops/{w}/head", "Change the head of the minutes")), facilitators, s.changeHead)
	within(s, op("setWorkshopState", "PUT /api/workshops/{w}/state", "Open or end the workshop"), facilitators, s.setWorkshopState)
}

type createWorkshopInput struct {
	Keyed
	Body models.NewWorkshop
}

func (s *Server) createWorkshop(ctx context.Context, by models.Account, in *createWorkshopInput) (*Body[models.Workshop], error) {
	return answer(s.store.CreateWorkshop(ctx, by, in.Key, in.Body))
}

// wholeFile allows the operation the body of a whole workshop file, which says
// itself what is wrong with it.
func wholeFile(o huma.Operation) huma.Operation {
	o.MaxBodyBytes, o.BodyReadTimeout = workshopfile.MaxPrinted+1, fileTime
	o.SkipValidateBody = true
	return o
}

// fileTime is how long a workshop file may take to arrive.
const fileTime = time.Minute

type importWorkshopInput struct {
	Keyed
	ID      models.WorkshopID `query:"id" required:"true" pattern:"^[a-z2-7]{26}$" doc:"of the client's making"`
	RawBody []byte            `contentType:"application/json" doc:"a workshop file, or a PDF that carries one, sent as application/json, too, which no form can send"`
}

func (s *Server) importWorkshop(ctx context.Context, by models.Account, in *importWorkshopInput) (*Body[models.Workshop], error) {
	record, err := workshopfile.Decode(in.RawBody)
	if err != nil {
		return nil, err
	}
	return answer(s.store.ImportFor(ctx, by, in.Key, in.ID, record))
}

func (s *Server) getWorkshop(ctx context.Context, by models.Actor, _ *InWorkshop) (*Body[models.Workshop], error) {
	return answer(s.store.Workshop(ctx, by.Workshop))
}

type changeHeadInput struct {
	InWorkshop
	Keyed
	Body models.HeadChange
}

func (s *Server) changeHead(ctx context.Context, by models.Actor, in *changeHeadInput) (*Body[models.Workshop], error) {
	return answer(s.store.ChangeHead(ctx, by, in.Key, in.Body))
}

type setWorkshopStateInput struct {
	InWorkshop
	Keyed
	Body models.WorkshopMove
}

func (s *Server) setWorkshopState(ctx context.Context, by models.Actor, in *setWorkshopStateInput) (*Body[models.Workshop], error) {
	return answer(s.store.SetWorkshopState(ctx, by, in.Key, in.Body))
}
