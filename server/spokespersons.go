package server

import (
	"context"

	"dilna/models"
)

// spokespersonStore is what tables with a spokesperson need of the store.
type spokespersonStore interface {
	GiveSpokesperson(ctx context.Context, by models.Actor, secretHash string, part models.PartID) error
	TakeSpokesperson(ctx context.Context, by models.Actor, part models.PartID) error
	SpokespersonLink(ctx context.Context, secretHash string) (models.WorkshopID, error)
	JoinByLink(ctx context.Context, w models.WorkshopID, tokenHash string) (models.Seat, error)
	Speak(ctx context.Context, by models.Actor, secretHash string) error
}

// OfPart says which part of a division a request is about. The specification calls
// the parameter otherwise than that of rows.
type OfPart struct {
	Part models.PartID `path:"table" doc:"id of the part"`
}

// spokespersonLink is what a facilitator hands to whoever is to speak for a part.
type spokespersonLink struct {
	URL string `json:"url" doc:"to be opened on her phone, once; it is not told again"`
	QR  qrCode `json:"qr"`
}

func (s *Server) spokespersonRoutes() {
	within(s, created(op("giveSpokesperson", "POST /api/workshops/{w}/tables/{table}/spokesperson", "A one-time link that makes somebody the spokesperson of a part; who was it is no longer")), facilitators, s.giveSpokesperson)
	within(s, op("takeSpokesperson", "DELETE /api/workshops/{w}/tables/{table}/spokesperson", "Take the grant, or the link, back"), facilitators, s.takeSpokesperson)
	public(s, op("speak", "POST /api/speak", "Become the spokesperson of a part by a one-time link; takes a seat where the device has none"), s.speak)
}

type giveSpokespersonInput struct {
	InWorkshop
	OfPart
	Visit
}

func (s *Server) giveSpokesperson(ctx context.Context, by models.Actor, in *giveSpokespersonInput) (*Body[spokespersonLink], error) {
	secret := models.NewID[string]() // of a kind with the door's: short enough for a small QR code
	if err := s.store.GiveSpokesperson(ctx, by, models.HashSecret(secret), in.Part); err != nil {
		return nil, err
	}
	base := s.base(in.Visit)
	link := base.String() + "/#" + spokespersonPrefix + secret
	code, err := qrOf(link)
	return answer(spokespersonLink{URL: link, QR: code}, err)
}

// spokespersonPrefix tells such a link from that of the door.
const spokespersonPrefix = "speak="

type takeSpokespersonInput struct {
	InWorkshop
	OfPart
}

func (s *Server) takeSpokesperson(ctx context.Context, by models.Actor, in *takeSpokespersonInput) (*Nothing, error) {
	return done(s.store.TakeSpokesperson(ctx, by, in.Part))
}

type speakInput struct {
	Visit
	Body models.SpokespersonSecret
}

func (s *Server) speak(ctx context.Context, in *speakInput) (*Seated, error) {
	hash := models.HashSecret(in.Body.Link)
	w, err := s.store.SpokespersonLink(ctx, hash)
	if err != nil {
		return nil, err
	}
	seated, err := s.seat(ctx, in.Visit, w, models.RoleParticipant, 0, func(tokenHash string) (models.Seat, error) {
		return s.store.JoinByLink(ctx, w, tokenHash)
	})
	if err == nil && seated.Body.Waiting > 0 {
		err = models.Fail(models.KindClosed, models.CodeSeatFirst)
	}
	if err != nil {
		return nil, err
	}
	by := models.Actor{Role: models.RoleParticipant, Workshop: w, Seat: seated.Body.Seat}
	return seated, s.store.Speak(ctx, by, hash)
}
