package server

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"dilna/models"
)

// minutesStore is what the minutes need of the store.
type minutesStore interface {
	Minutes(ctx context.Context, w models.WorkshopID) (models.Minutes, error)
}

// Renderer writes a version of the minutes in one format.
type Renderer struct {
	Ending         string // of the download, "pdf"
	ContentType    string
	Czech, English string // what people choose it by
	Render         func(ctx context.Context, e models.Edition, w io.Writer) error
}

// Format is a format the minutes can be had in.
type Format struct {
	Ending  string `json:"ending" doc:"GET /api/workshops/{w}/minutes.{ending}"`
	Czech   string `json:"cs" doc:"its name in Czech"`
	English string `json:"en" doc:"its name in English"`
}

const (
	// rendersAtOnce bounds the memory of documents under way.
	rendersAtOnce = 2
	// minutesTime is how long a download may take, waiting for its turn included.
	minutesTime = 60 * time.Second
)

func (s *Server) minutesRoutes() {
	public(s, op("listFormats", "GET /api/formats", "The formats the minutes can be had in"), s.listFormats)
	for _, renderer := range s.renderers {
		s.plain(http.MethodGet, "/api/workshops/{w}/minutes."+renderer.Ending, facilitators, func(c *gin.Context, by models.Actor) error {
			return s.sendMinutes(c, by, renderer)
		})
	}
}

func (s *Server) listFormats(context.Context, *struct{}) (*Body[[]Format], error) {
	formats := make([]Format, len(s.renderers))
	for i, r := range s.renderers {
		formats[i] = Format{Ending: r.Ending, Czech: r.Czech, English: r.English}
	}
	return answer(formats, nil)
}

func (s *Server) sendMinutes(c *gin.Context, by models.Actor, renderer Renderer) error {
	writeWithin(c, minutesTime)
	minutes, err := s.store.Minutes(c.Request.Context(), by.Workshop)
	if err != nil {
		return err
	}
	document, err := s.render(c.Request.Context(), renderer, models.Edition{Minutes: minutes})
	if err != nil {
		return err
	}
	c.Header("Content-Disposition", fmt.Sprintf(`attachment; filename="%s.%s"`, minutes.FileName(), renderer.Ending))
	c.Data(http.StatusOK, renderer.ContentType, document)
	return nil
}

// render makes the whole document before the first byte of it is sent, so that
// what goes wrong can still be told.
func (s *Server) render(ctx context.Context, renderer Renderer, e models.Edition) ([]byte, error) {
	select {
	case s.renders <- struct{}{}:
		defer func() { <-s.renders }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	var document bytes.Buffer
	err := renderer.Render(ctx, e, &document)
	return document.Bytes(), err
}
