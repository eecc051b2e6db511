package server

import (
	"context"
	"net/url"

	"dilna/models"
)

// linkStore is what one-time links need of the store.
type linkStore interface {
	Offer(ctx context.Context, hash string) (models.LinkOffer, error)
	Invitations(ctx context.Context, by models.Account) ([]models.Link, error)
	Invite(ctx context.Context, by models.Account, secretHash string, in models.NewLink) (models.Link, error)
	TakeBack(ctx context.Context, by models.Account, id models.LinkID) error
	LetIn(ctx context.Context, by models.Account, secretHash string, id models.AccountID) (models.Link, error)
	AcceptLink(ctx context.Context, by models.Account, linkHash string) (models.WorkshopID, error)
}

type secretOfLink struct {
	Link string `json:"link" doc:"the secret part of a one-time link"`
}

// madeLink is a link with its address, which is told this once and stored nowhere.
type madeLink struct {
	models.Link
	URL string `json:"url" doc:"to be handed to whom it is for; it is not told again"`
}

type accepted struct {
	Workshop models.WorkshopID `json:"workshop"`
}

func (s *Server) linkRoutes() {
	public(s, op("peekLink", "POST /api/links", "What a one-time link is good for; does not use it up"), s.peekLink)
	signedIn(s, op("acceptLink", "POST /api/links/accept", "Take on a workshop with a co-facilitator's link"), s.acceptLink)
	signedIn(s, op("listInvitations", "GET /api/invitations", "The open invitations; coordinators only"), s.listInvitations)
	signedIn(s, created(op("invite", "POST /api/invitations", "Invite somebody by a one-time link, good for seven days; coordinators only")), s.invite)
	signedIn(s, op("takeBackInvitation", "DELETE /api/invitations/{link}", "Make an invitation good no longer; coordinators only"), s.takeBackInvitation)
	signedIn(s, created(op("letIn", "POST /api/accounts/{account}/links", "A link that signs a locked-out colleague in, good for an hour; coordinators only")), s.letIn)
}

type peekLinkInput struct {
	Body secretOfLink
}

func (s *Server) peekLink(ctx context.Context, in *peekLinkInput) (*Body[models.LinkOffer], error) {
	return answer(s.store.Offer(ctx, models.HashSecret(in.Body.Link)))
}

func (s *Server) acceptLink(ctx context.Context, by models.Account, in *peekLinkInput) (*Body[accepted], error) {
	w, err := s.store.AcceptLink(ctx, by, models.HashSecret(in.Body.Link))
	return answer(accepted{Workshop: w}, err)
}

func (s *Server) listInvitations(ctx context.Context, by models.Account, _ *struct{}) (*Body[[]models.Link], error) {
	return answer(s.store.Invitations(ctx, by))
}

type inviteInput struct {
	Visit
	Body models.NewLink
}

func (s *Server) invite(ctx context.Context, by models.Account, in *inviteInput) (*Body[madeLink], error) {
	return s.handOut(in.Visit, func(hash string) (models.Link, error) { return s.store.Invite(ctx, by, hash, in.Body) })
}

// OneLink names a one-time link.
type OneLink struct {
	Link models.LinkID `path:"link" doc:"id of the link, which is not its secret"`
}

func (s *Server) takeBackInvitation(ctx context.Context, by models.Account, in *OneLink) (*Nothing, error) {
	return done(s.store.TakeBack(ctx, by, in.Link))
}

type letInInput struct {
	Visit
	OneAccount
}

func (s *Server) letIn(ctx context.Context, by models.Account, in *letInInput) (*Body[madeLink], error) {
	return s.handOut(in.Visit, func(hash string) (models.Link, error) { return s.store.LetIn(ctx, by, hash, in.Account) })
}

// handOut makes a secret, has its hash stored, and tells the address once.
func (s *Server) handOut(v Visit, keep func(hash string) (models.Link, error)) (*Body[madeLink], error) {
	secret := models.NewSecret()
	link, err := keep(models.HashSecret(secret))
	return answer(madeLink{Link: link, URL: s.console(v) + "#link=" + secret}, err)
}

// console is the address of the console for whom a link is handed to: the
// configured one, else that of the request. Signing in is not for the plain
// network, so the address in the local network does not stand in for localhost.
func (s *Server) console(v Visit) string {
	base := url.URL{Scheme: "http", Host: v.host}
	if v.secure {
		base.Scheme = "https"
	}
	if s.publicURL != nil {
		base = *s.publicURL
	}
	return base.String() + "/console"
}
