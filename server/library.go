package server

import (
	"context"

	"dilna/models"
)

// libraryStore is what the library needs of the store.
type libraryStore interface {
	Library(ctx context.Context, by models.Account, q models.LibraryQuery) (models.Library, error)
	RemoveWorkshop(ctx context.Context, by models.Account, key models.Key, id models.WorkshopID) error
	RestoreWorkshop(ctx context.Context, by models.Account, key models.Key, id models.WorkshopID) error
}

func (s *Server) libraryRoutes() {
	signedIn(s, op("getLibrary", "GET /api/library", "The caller's workshops, a page at a time, searched and filtered; a coordinator's are all"), s.library)
	signedIn(s, op("removeWorkshop", "DELETE /api/workshops/{w}", "Remove a whole workshop; it can be restored for thirty days"), s.removeWorkshop)
	signedIn(s, op("restoreWorkshop", "POST /api/library/{w}/restore", "Bring a removed workshop back"), s.restoreWorkshop)
}

type libraryInput struct {
	models.LibraryQuery
}

func (s *Server) library(ctx context.Context, by models.Account, in *libraryInput) (*Body[models.Library], error) {
	return answer(s.store.Library(ctx, by, in.LibraryQuery))
}

type wholeWorkshopInput struct {
	W models.WorkshopID `path:"w" doc:"id of the workshop"`
	Keyed
}

func (s *Server) removeWorkshop(ctx context.Context, by models.Account, in *wholeWorkshopInput) (*Nothing, error) {
	if err := s.store.RemoveWorkshop(ctx, by, in.Key, in.W); err != nil {
		return nil, err
	}
	s.hub.Hide(in.W)
	return done(nil)
}

func (s *Server) restoreWorkshop(ctx context.Context, by models.Account, in *wholeWorkshopInput) (*Nothing, error) {
	return done(s.store.RestoreWorkshop(ctx, by, in.Key, in.W))
}
