package server

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"

	"dilna/models"
)

// photoStore is what the handlers of photos need of the store.
type photoStore interface {
	AddPhoto(ctx context.Context, by models.Actor, key models.Key, step models.StepID, in models.NewPhoto) (models.Photo, error)
	ChangePhoto(ctx context.Context, by models.Actor, key models.Key, id models.PhotoID, change models.PhotoChange) (models.Photo, error)
	ErasePhoto(ctx context.Context, by models.Actor, key models.Key, id models.PhotoID) error
	PhotoFile(ctx context.Context, by models.Actor, hash string) ([]byte, error)
	WithPhotos(ctx context.Context, e models.Edition) (models.Edition, error)
}

// photoBody is the largest body with a photo in it, in base64; one that is a little
// larger than it may be is told what is wrong with it.
const photoBody = (models.MaxPhotoBytes+1<<20)*4/3 + smallBody

func (s *Server) photoRoutes() {
	within(s, withPhoto(created(op("addPhoto", "POST /api/workshops/{w}/steps/{step}/photos", "Put a photo beside a step"))), facilitators, s.addPhoto)
	within(s, op("changePhoto", "PATCH /api/workshops/{w}/photos/{photo}", "Say what is on a photo, and whether everybody sees it"), facilitators, s.changePhoto)
	within(s, op("erasePhoto", "POST /api/workshops/{w}/photos/{photo}/erase", "Take a photo out for good, from all versions of the minutes, too"), facilitators, s.erasePhoto)
	s.plain(http.MethodGet, "/api/workshops/{w}/photos/{hash}", watchers, s.sendPhoto)
}

func withPhoto(o huma.Operation) huma.Operation {
	o.MaxBodyBytes, o.BodyReadTimeout = photoBody+1, fileTime
	return o
}

type addPhotoInput struct {
	InWorkshop
	OfStep
	Keyed
	Body models.NewPhoto
}

func (s *Server) addPhoto(ctx context.Context, by models.Actor, in *addPhotoInput) (*Body[models.Photo], error) {
	return answer(s.store.AddPhoto(ctx, by, in.Key, in.Step, in.Body))
}

// OfPhoto says which photo a request is about.
type OfPhoto struct {
	Photo models.PhotoID `path:"photo"`
}

type changePhotoInput struct {
	InWorkshop
	OfPhoto
	Keyed
	Body models.PhotoChange
}

func (s *Server) changePhoto(ctx context.Context, by models.Actor, in *changePhotoInput) (*Body[models.Photo], error) {
	return answer(s.store.ChangePhoto(ctx, by, in.Key, in.Photo, in.Body))
}

type erasePhotoInput struct {
	InWorkshop
	OfPhoto
	Keyed
}

func (s *Server) erasePhoto(ctx context.Context, by models.Actor, in *erasePhotoInput) (*Nothing, error) {
	return done(s.store.ErasePhoto(ctx, by, in.Key, in.Photo))
}

// sendPhoto sends the bytes of that hash, which never change. No device keeps them, as it
// keeps nothing of a workshop: a photo that is taken out is out.
func (s *Server) sendPhoto(c *gin.Context, by models.Actor) error {
	jpeg, err := s.store.PhotoFile(c.Request.Context(), by, c.Param("hash"))
	if err != nil {
		return err
	}
	c.Data(http.StatusOK, "image/jpeg", jpeg)
	return nil
}
