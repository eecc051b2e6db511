package server

import (
	"context"

	"dilna/models"
)

// letterboxStore is what links open to the world need of the store.
type letterboxStore interface {
	SetLetterbox(ctx context.Context, by models.Actor, key models.Key, id models.LetterboxID, in models.SetLetterbox) (models.LetterboxListed, error)
	Letterboxes(ctx context.Context, by models.Actor) ([]models.LetterboxListed, error)
	Inputs(ctx context.Context, by models.Actor, id models.LetterboxID) ([]models.Input, error)
	SettleInputs(ctx context.Context, by models.Actor, key models.Key, id models.LetterboxID, in models.Settling) error
	Harvested(ctx context.Context, by models.Actor) ([]models.Harvested, error)
	Bring(ctx context.Context, by models.Actor, key models.Key, step models.StepID, in models.Bringing) error
	LateToken(ctx context.Context, w models.WorkshopID) (token string, closes int64, err error)
	Letterbox(ctx context.Context, token string) (models.LetterboxFace, error)
	SendInput(ctx context.Context, token string, in models.NewInput) (models.InputSent, error)
}

// letterboxPage is the page behind every such link; what follows # is sent to no
// server by itself, and is in no log.
const letterboxPage = "/input#"

func (s *Server) letterboxRoutes() {
	public(s, op("peekLetterbox", "POST /api/letterbox", "What may be sent by a link open to the world, and until when"), s.peekLetterbox)
	public(s, created(op("sendInput", "POST /api/letterbox/inputs", "Send something by such a link; the same again changes nothing")), s.sendInput)
	within(s, op("getLateLink", "GET /api/workshops/{w}/late-link", "Where late inputs are sent to, while they are"), watchers, s.lateLink)
	within(s, op("listLetterboxes", "GET /api/workshops/{w}/letterboxes", "The workshop's links open to the world"), facilitators, s.listLetterboxes)
	within(s, op("listHarvested", "GET /api/workshops/{w}/harvested", "What may be brought from harvests of the same programme"), facilitators, s.harvested)
	within(s, large(op("bring", "POST /api/workshops/{w}/steps/{step}/brought", "Bring entries of another workshop into a step, all or none")), facilitators, s.bring)
	within(s, op("setLetterbox", "PUT /api/workshops/{w}/letterboxes/{letterbox}", "Make such a link, or say anew when it is open"), facilitators, s.setLetterbox)
	within(s, op("listInputs", "GET /api/workshops/{w}/letterboxes/{letterbox}/inputs", "What was sent by the link, as it was sent"), facilitators, s.listInputs)
	within(s, op("settleInputs", "POST /api/workshops/{w}/letterboxes/{letterbox}/settled", "Say what becomes of inputs, all or none"), facilitators, s.settleInputs)
}

func (s *Server) harvested(ctx context.Context, by models.Actor, _ *InWorkshop) (*Body[[]models.Harvested], error) {
	return answer(s.store.Harvested(ctx, by))
}

type bringInput struct {
	InWorkshop
	OfStep
	Keyed
	Body models.Bringing
}

func (s *Server) bring(ctx context.Context, by models.Actor, in *bringInput) (*Nothing, error) {
	return done(s.store.Bring(ctx, by, in.Key, in.Step, in.Body))
}

type peekLetterboxInput struct {
	Body struct {
		Token string `json:"token" maxLength:"64" doc:"what follows # in the link"`
	}
}

func (s *Server) peekLetterbox(ctx context.Context, in *peekLetterboxInput) (*Body[models.LetterboxFace], error) {
	return answer(s.store.Letterbox(ctx, in.Body.Token))
}

type sendInputInput struct {
	Visit
	Body struct {
		Token string `json:"token" maxLength:"64" doc:"what follows # in the link"`
		models.NewInput
	}
}

func (s *Server) sendInput(ctx context.Context, in *sendInputInput) (*Body[models.InputSent], error) {
	if err := s.rush.take(in.client, in.Body.Token); err != nil {
		return nil, err
	}
	return answer(s.store.SendInput(ctx, in.Body.Token, in.Body.NewInput))
}

func (s *Server) lateLink(ctx context.Context, by models.Actor, _ *InWorkshop) (*Body[models.LateLink], error) {
	token, closes, err := s.store.LateToken(ctx, by.Workshop)
	link := models.LateLink{Closes: closes}
	if token != "" {
		link.Path = letterboxPage + token
	}
	return answer(link, err)
}

// openedLetterbox is a letterbox with its address, as those see it who facilitate.
type openedLetterbox struct {
	models.LetterboxListed
	URL string `json:"url"`
	QR  qrCode `json:"qr"`
}

func (s *Server) withAddress(v Visit, box models.LetterboxListed) (openedLetterbox, error) {
	base := s.base(v)
	url := base.String() + letterboxPage + box.Token
	code, err := qrOf(url)
	return openedLetterbox{LetterboxListed: box, URL: url, QR: code}, err
}

type letterboxesInput struct {
	InWorkshop
	Visit
}

func (s *Server) listLetterboxes(ctx context.Context, by models.Actor, in *letterboxesInput) (*Body[[]openedLetterbox], error) {
	boxes, err := s.store.Letterboxes(ctx, by)
	opened := make([]openedLetterbox, len(boxes))
	for i := 0; err == nil && i < len(boxes); i++ {
		opened[i], err = s.withAddress(in.Visit, boxes[i])
	}
	return answer(opened, err)
}

// OneLetterbox names a letterbox.
type OneLetterbox struct {
	Letterbox models.LetterboxID `path:"letterbox"`
}

type setLetterboxInput struct {
	InWorkshop
	OneLetterbox
	Keyed
	Visit
	Body models.SetLetterbox
}

func (s *Server) setLetterbox(ctx context.Context, by models.Actor, in *setLetterboxInput) (*Body[openedLetterbox], error) {
	box, err := s.store.SetLetterbox(ctx, by, in.Key, in.Letterbox, in.Body)
	if err != nil {
		return nil, err
	}
	return answer(s.withAddress(in.Visit, box))
}

type listInputsInput struct {
	InWorkshop
	OneLetterbox
}

func (s *Server) listInputs(ctx context.Context, by models.Actor, in *listInputsInput) (*Body[[]models.Input], error) {
	return answer(s.store.Inputs(ctx, by, in.Letterbox))
}

type settleInputsInput struct {
	InWorkshop
	OneLetterbox
	Keyed
	Body models.Settling
}

func (s *Server) settleInputs(ctx context.Context, by models.Actor, in *settleInputsInput) (*Nothing, error) {
	return done(s.store.SettleInputs(ctx, by, in.Key, in.Letterbox, in.Body))
}
