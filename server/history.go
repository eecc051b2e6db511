package server

import (
	"context"

	"dilna/models"
)

// historyStore is what the handlers of the history need of the store.
type historyStore interface {
	History(ctx context.Context, by models.Actor, before models.Revision, limit int) (models.History, error)
	Undo(ctx context.Context, by models.Actor, key models.Key, entry models.Revision) error
}

func (s *Server) historyRoutes() {
	within(s, op("getHistory", "GET /api/workshops/{w}/history", "What facilitators did to the content, the newest first"), facilitators, s.getHistory)
	within(s, op("undo", "POST /api/workshops/{w}/history/{entry}/undo", "Take back one entry of the history, which is an entry too"), facilitators, s.undo)
}

type getHistoryInput struct {
	InWorkshop
	Before models.Revision `query:"before" doc:"only entries older than this one; 0 or none: from the newest on"`
	Limit  int             `query:"limit" default:"50" doc:"1 to 100"`
}

func (s *Server) getHistory(ctx context.Context, by models.Actor, in *getHistoryInput) (*Body[models.History], error) {
	return answer(s.store.History(ctx, by, in.Before, in.Limit))
}

type undoInput struct {
	InWorkshop
	Entry models.Revision `path:"entry" doc:"revision of the entry"`
	Keyed
}

func (s *Server) undo(ctx context.Context, by models.Actor, in *undoInput) (*Nothing, error) {
	return done(s.store.Undo(ctx, by, in.Key, in.Entry))
}
