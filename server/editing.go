package server

import (
	"context"

	"dilna/models"
)

func (s *Server) editingRoutes() {
	within(s, op("setEditing", "PUT /api/workshops/{w}/editing/{screen}", "Say which text one is at, for the others who facilitate; passes after 30 s"), facilitators, s.setEditing)
}

type setEditingInput struct {
	Visit
	InWorkshop
	Screen string `path:"screen" minLength:"8" maxLength:"64" doc:"the window, of the client's making"`
	Body   struct {
		Text string `json:"text" maxLength:"120" doc:"which text, as the path of its change and the member: ideas/{id}/text; empty: none any more"`
	}
}

func (s *Server) setEditing(ctx context.Context, by models.Actor, in *setEditingInput) (*Nothing, error) {
	account, err := s.callers.account(ctx, in.Visit)
	if err == nil {
		s.hub.Edit(by.Workshop, models.Editing{Screen: in.Screen, By: account.Name, Text: in.Body.Text}, in.tokenHash())
	}
	return done(err)
}
