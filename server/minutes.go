package server

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
	"unicode"

	"github.com/gin-gonic/gin"
	"golang.org/x/text/unicode/norm"

	"dilna/models"
)

// minutesStore is what the minutes need of the store.
type minutesStore interface {
	Minutes(ctx context.Context, w models.WorkshopID) (models.Minutes, error)
}

// Renderer writes the minutes in one format.
type Renderer struct {
	ContentType string
	Render      func(w io.Writer, m models.Minutes) error
}

const (
	// rendersAtOnce bounds the memory of documents under way.
	rendersAtOnce = 2
	// minutesTime is how long a download may take, waiting for its turn included.
	minutesTime = 60 * time.Second
)

func (s *Server) minutesRoutes() {
	for format, renderer := range s.renderers {
		s.plain(http.MethodGet, "/api/workshops/{w}/minutes."+format, facilitators, func(c *gin.Context, by models.Actor) error {
			return s.sendMinutes(c, by, format, renderer)
		})
	}
}

func (s *Server) sendMinutes(c *gin.Context, by models.Actor, format string, renderer Renderer) error {
	writeWithin(c, minutesTime)
	minutes, err := s.store.Minutes(c.Request.Context(), by.Workshop)
	if err != nil {
		return err
	}
	document, err := s.render(c.Request.Context(), renderer, minutes)
	if err != nil {
		return err
	}
	c.Header("Content-Disposition", fmt.Sprintf(`attachment; filename="%s.%s"`, fileName(minutes.Head), format))
	c.Data(http.StatusOK, renderer.ContentType, document)
	return nil
}

// render makes the whole document before the first byte of it is sent, so that
// what goes wrong can still be told.
func (s *Server) render(ctx context.Context, renderer Renderer, m models.Minutes) ([]byte, error) {
	select {
	case s.renders <- struct{}{}:
		defer func() { <-s.renders }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	var document bytes.Buffer
	err := renderer.Render(&document, m)
	return document.Bytes(), err
}

// fileName is a name every file system takes, fixed by us: zapis-1-socialni-sluzby-2.
func fileName(h models.Head) string {
	name := "zapis"
	if h.Language != "" && !strings.HasPrefix(h.Language, "cs") {
		name = "minutes"
	}
	if h.Number > 0 {
		name += fmt.Sprintf("-%d", h.Number)
	}
	about := h.Group
	if about == "" {
		about = h.Title
	}
	if about = plainName(about); about != "" {
		name += "-" + about
	}
	return name
}

// plainName keeps small letters and digits of ASCII, with hyphens between, 60
// characters at most. Accents are taken off: ř becomes r.
func plainName(text string) string {
	words := strings.FieldsFunc(norm.NFD.String(strings.ToLower(text)), func(r rune) bool {
		return !unicode.Is(unicode.Mn, r) && (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	plain := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, strings.Join(words, "-"))
	return strings.Trim(plain[:min(len(plain), 60)], "-")
}
