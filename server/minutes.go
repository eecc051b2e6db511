package server

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"

	"dilna/models"
)

// minutesStore is what the minutes need of the store.
type minutesStore interface {
	DraftEdition(ctx context.Context, w models.WorkshopID) (models.Edition, error)
	Edition(ctx context.Context, w models.WorkshopID, version int) (models.Edition, error)
	NewestEdition(ctx context.Context, w models.WorkshopID) (models.Edition, error)
}

// Renderer writes a version of the minutes in one format.
type Renderer struct {
	Ending         string // of the download, "pdf"
	ContentType    string
	Czech, English string // what people choose it by
	Render         func(ctx context.Context, e models.Edition, w io.Writer) error
	Needs          func(e models.Edition) bool // whether a version has what it is made of; nil: every one has
	OnStationery   bool                        // it stands on the office's own Word file
}

// Makes says whether there is anything of the version to be had in the format.
func (r Renderer) Makes(e models.Edition) bool { return r.Needs == nil || r.Needs(e) }

// Format is a format the minutes can be had in.
type Format struct {
	Ending  string `json:"ending" doc:"GET /api/workshops/{w}/minutes.{ending}"`
	Czech   string `json:"cs" doc:"its name in Czech"`
	English string `json:"en" doc:"its name in English"`
	Rare    bool   `json:"rare,omitempty" doc:"not every version has what it is made of; listVersionFormats tells"`
}

func (r Renderer) format() Format {
	return Format{Ending: r.Ending, Czech: r.Czech, English: r.English, Rare: r.Needs != nil}
}

const (
	// rendersAtOnce bounds the memory of documents under way for those who work
	// with them; what the public asks for is made in a place of its own.
	rendersAtOnce = 2
	// minutesTime is how long a download may take, waiting for its turn included.
	minutesTime = 60 * time.Second
)

func (s *Server) minutesRoutes() {
	public(s, op("listFormats", "GET /api/formats", "The formats the minutes can be had in"), s.listFormats)
	within(s, op("listVersionFormats", "GET /api/workshops/{w}/formats", "The formats one version of the minutes can be had in"), facilitators, s.listVersionFormats)
	for _, renderer := range s.renderers {
		s.plain(http.MethodGet, "/api/workshops/{w}/minutes."+renderer.Ending, facilitators, func(c *gin.Context, by models.Actor) error {
			edition, err := s.edition(c.Request.Context(), by.Workshop, "")
			return s.sendMinutes(c, renderer, edition.Internal(), err)
		})
		s.plain(http.MethodGet, "/api/workshops/{w}/editions/{version}/minutes."+renderer.Ending, facilitators, func(c *gin.Context, by models.Actor) error {
			edition, err := s.edition(c.Request.Context(), by.Workshop, c.Param("version"))
			if err != nil {
				return err
			}
			return s.sendPrint(c, renderer, edition.Internal(), s.renders)
		})
	}
	s.plain(http.MethodGet, "/api/workshops/{w}/minutes/preview", facilitators, s.previewMinutes)
}

func (s *Server) listFormats(context.Context, *struct{}) (*Body[[]Format], error) {
	formats := make([]Format, len(s.renderers))
	for i, r := range s.renderers {
		formats[i] = r.format()
	}
	return answer(formats, nil)
}

type versionFormatsInput struct {
	InWorkshop
	Version string `query:"version" doc:"an approved version; without it the draft of the next"`
}

func (s *Server) listVersionFormats(ctx context.Context, by models.Actor, in *versionFormatsInput) (*Body[[]Format], error) {
	edition, err := s.edition(ctx, by.Workshop, in.Version)
	formats := []Format{}
	for _, r := range s.renderers {
		if r.Makes(edition) {
			formats = append(formats, r.format())
		}
	}
	return answer(formats, err)
}

// sendMinutes sends a version as a download, unless err says that there is none.
func (s *Server) sendMinutes(c *gin.Context, renderer Renderer, edition models.Edition, err error) error {
	writeWithin(c, minutesTime)
	var document []byte
	if err == nil {
		document, err = s.render(c.Request.Context(), renderer, edition, s.renders)
	}
	if err != nil {
		return err
	}
	c.Header("Content-Disposition", downloadOf(edition, renderer))
	c.Data(http.StatusOK, renderer.ContentType, document)
	return nil
}

func downloadOf(edition models.Edition, renderer Renderer) string {
	return fmt.Sprintf(`attachment; filename="%s.%s"`, edition.FileName(), renderer.Ending)
}

// previewMinutes shows a version, or what the next one will be, as a page
// inside a page of ours.
func (s *Server) previewMinutes(c *gin.Context, by models.Actor) error {
	writeWithin(c, minutesTime)
	edition, err := s.edition(c.Request.Context(), by.Workshop, c.Query("version"))
	if err != nil {
		return err
	}
	renderer, err := s.pages()
	if err != nil {
		return err
	}
	page, err := s.render(c.Request.Context(), renderer, edition.Internal(), s.renders)
	if err != nil {
		return err
	}
	c.Header("Content-Security-Policy", framed(documentPolicy))
	c.Data(http.StatusOK, "text/html; charset=utf-8", page)
	return nil
}

// edition is an approved version, or the draft of the next where none is named.
func (s *Server) edition(ctx context.Context, w models.WorkshopID, version string) (models.Edition, error) {
	if version == "" {
		return s.store.DraftEdition(ctx, w)
	}
	named, err := strconv.Atoi(version)
	if err != nil {
		return models.Edition{}, models.Fail(models.KindNotFound, models.CodeNotFound)
	}
	edition, err := s.store.Edition(ctx, w, named)
	if err != nil || !edition.TellsAddress() || s.publicURL == nil {
		return edition, err
	}
	token, err := s.store.MinutesAddress(ctx, w)
	return s.addressed(edition, token), err
}

// addressed is the version with where everybody reads it, as its options say; not
// where nobody has said how we are called: an address of somebody's network would
// stand on paper for good.
func (s *Server) addressed(e models.Edition, token string) models.Edition {
	if e.TellsAddress() && s.publicURL != nil {
		e.Address = s.publicURL.String() + minutesPath + token
	}
	return e
}

// pages is the format of pages; `not-found` where it is none of the formats.
func (s *Server) pages() (Renderer, error) {
	for _, renderer := range s.renderers {
		if renderer.Ending == "html" {
			return renderer, nil
		}
	}
	return Renderer{}, models.Fail(models.KindNotFound, models.CodeNotFound)
}

// render makes the whole document in one of the places, before the first byte
// of it is sent, so that what goes wrong can still be told.
func (s *Server) render(ctx context.Context, renderer Renderer, e models.Edition, places chan struct{}) (_ []byte, err error) {
	if renderer.OnStationery {
		if e.Stationery, err = s.store.StationeryFile(ctx, e.Programme); err != nil {
			return nil, err
		}
	}
	if e, err = s.store.WithPhotos(ctx, e); err != nil {
		return nil, err
	}
	return made(ctx, places, func(w io.Writer) error { return renderer.Render(ctx, e, w) })
}

// made is what write writes, in one of the places.
func made(ctx context.Context, places chan struct{}, write func(io.Writer) error) ([]byte, error) {
	select {
	case places <- struct{}{}:
		defer func() { <-places }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	var document bytes.Buffer
	err := write(&document)
	return document.Bytes(), err
}
