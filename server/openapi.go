package server

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"reflect"
	"strings"
	"sync"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"

	"dilna/models"
	"dilna/server/live"
)

// newAPI is huma without what we do not want of it: no pages of its own, no
// $schema members, no Link headers, JSON only.
func (s *Server) newAPI() huma.API {
	return humagin.New(s.engine, huma.Config{
		OpenAPI: &huma.OpenAPI{
			OpenAPI: "3.1.0",
			Info: &huma.Info{
				Title: "Dílna", Version: "1",
				Description: "Participatory planning workshops. Who calls is told by cookies: an account's (POST /api/sign-in), " +
					"a participant's seat (POST /api/join), a wall's (POST /api/workshops/{w}/wall). Every refusal is a Problem.",
			},
			Components: &huma.Components{Schemas: huma.NewMapRegistry("#/components/schemas/", schemaName)},
		},
		Formats:       map[string]huma.Format{"application/json": strictJSON, "json": strictJSON},
		DefaultFormat: "application/json",
	})
}

// schemaName names a type in the specification.
func schemaName(t reflect.Type, hint string) string {
	switch t {
	case reflect.TypeFor[qrCode]():
		return "QR"
	case reflect.TypeFor[fieldProblem]():
		return "FieldProblem"
	}
	return huma.DefaultSchemaNamer(t, hint)
}

// plain registers a route that huma does not serve: its answers are no JSON of
// one piece. describe says what they are.
func (s *Server) plain(method, path string, may admission, fn func(*gin.Context, models.Actor) error) {
	s.engine.Handle(method, ginPath(path), func(c *gin.Context) {
		ctx := c.Request.Context()
		by, err := s.callers.actor(ctx, visitOf(ctx), models.WorkshopID(c.Param("w")), models.Role(c.Query("as")), may)
		if err == nil {
			err = fn(c, by)
		}
		if err != nil {
			s.refuse(c, err)
		}
	})
}

// ginPath writes a path of the specification the way Gin does.
func ginPath(path string) string {
	return strings.NewReplacer("{", ":", "}", "").Replace(path)
}

func (s *Server) healthRoutes() {
	public(s, op("getHealth", "GET /api/health", "Whether what people send can be kept; 503 and a code where it cannot"), s.health)
}

type health struct {
	Status  string   `json:"status" enum:"ok"`
	Warning *problem `json:"warning,omitempty" doc:"what whoever runs the server should look after, although all works"`
}

// healthStore is what telling how the server is needs of the store.
type healthStore interface {
	Health(ctx context.Context) error
	Copying() error
}

func (s *Server) health(ctx context.Context, _ *struct{}) (*Body[health], error) {
	if err := s.store.Health(ctx); err != nil {
		return nil, err
	}
	said := health{Status: "ok"}
	if err := s.store.Copying(); err != nil {
		said.Warning = newProblem(visitOf(ctx), err)
	}
	return answer(said, firstOf(s.hub.Health(), s.connections.health()))
}

// specRoutes serves the specification and the pages that explain its codes.
// It comes last: the specification is complete then. It is written when somebody
// first asks: that takes longer than all else of a start.
func (s *Server) specRoutes() {
	s.describe()
	spec := sync.OnceValues(func() ([]byte, error) { return indented(s.api.OpenAPI()) })
	s.engine.GET("/api/openapi.json", func(c *gin.Context) {
		content, err := spec()
		if err != nil {
			s.refuse(c, err)
			return
		}
		c.Data(http.StatusOK, "application/json", content)
	})
	s.engine.GET("/problems/:code", s.problemPage)
}

func indented(v any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(v)
	return out.Bytes(), err
}

// describe adds the routes that are registered by plain.
func (s *Server) describe() {
	oapi := s.api.OpenAPI()
	schemas := oapi.Components.Schemas
	refused := &huma.Response{Description: "Error", Content: map[string]*huma.MediaType{
		"application/problem+json": {Schema: schemas.Schema(reflect.TypeFor[problem](), true, "")},
	}}
	frame := schemas.Schema(reflect.TypeFor[live.Frame](), true, "")
	inWorkshop := []*huma.Param{
		{Name: "w", In: "path", Required: true, Description: "id of the workshop", Schema: &huma.Schema{Type: huma.TypeString}},
		{Name: "as", In: "query", Description: "which of the caller's cookies is meant", Schema: &huma.Schema{
			Type: huma.TypeString, Enum: []any{"participant", "wall", "facilitator"},
		}},
	}
	oapi.AddOperation(&huma.Operation{
		OperationID: "followFeed", Method: http.MethodGet, Path: "/api/workshops/{w}/feed",
		Summary: "What changed since a revision: a stream of frames, or one frame with wait",
		Parameters: append(inWorkshop[:2:2],
			&huma.Param{Name: "since", In: "query", Description: "the revision I have; 0 or none: the whole picture", Schema: &huma.Schema{Type: huma.TypeInteger, Format: "int64"}},
			&huma.Param{Name: "wait", In: "query", Description: "answer with one frame, after this long (25s at most) if nothing happens", Schema: &huma.Schema{Type: huma.TypeString}},
			&huma.Param{Name: "Last-Event-ID", In: "header", Description: "the revision I have, as browsers say it", Schema: &huma.Schema{Type: huma.TypeString}},
		),
		Responses: map[string]*huma.Response{
			"200": {Description: "Frames. The header " + live.Clock + " says the server's time in Unix milliseconds.", Content: map[string]*huma.MediaType{
				"application/json": {Schema: frame}, "text/event-stream": {Schema: frame},
			}},
			"default": refused,
		},
	})
	version := &huma.Param{Name: "version", In: "path", Required: true, Schema: &huma.Schema{Type: huma.TypeInteger}}
	token := &huma.Param{Name: "token", In: "path", Required: true, Description: "the secret part of the public address", Schema: &huma.Schema{Type: huma.TypeString}}
	oapi.AddOperation(&huma.Operation{
		OperationID: "getLibraryZip", Method: http.MethodGet, Path: "/api/library/minutes.zip", Summary: "Download the minutes of many workshops",
		Parameters: []*huma.Param{
			{Name: "workshops", In: "query", Required: true, Description: "their ids with commas between, 200 at most", Schema: &huma.Schema{Type: huma.TypeString}},
			{Name: "formats", In: "query", Required: true, Description: "endings of formats with commas between", Schema: &huma.Schema{Type: huma.TypeString}},
		},
		Responses: map[string]*huma.Response{
			"200": {Description: "One file for each workshop and format", Content: map[string]*huma.MediaType{
				"application/zip": {Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}},
			}},
			"default": refused,
		},
	})
	step := &huma.Param{Name: "step", In: "path", Required: true, Schema: &huma.Schema{Type: huma.TypeString}}
	for _, sheet := range slipSheets {
		oapi.AddOperation(&huma.Operation{
			OperationID: sheet.id, Method: http.MethodGet, Path: sheet.path, Summary: sheet.summary,
			Parameters: append(inWorkshop[:2:2], step),
			Responses: map[string]*huma.Response{
				"200": {Description: "One page of four slips", Content: map[string]*huma.MediaType{
					pdfType: {Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}},
				}},
				"default": refused,
			},
		})
	}
	for _, renderer := range s.renderers {
		for _, download := range []struct {
			name, path, summary string
			parameters          []*huma.Param
		}{
			{"getMinutes", "/api/workshops/{w}/minutes.", "Download the minutes as they are now", inWorkshop},
			{"getEdition", "/api/workshops/{w}/editions/{version}/minutes.", "Download an approved version", append(inWorkshop[:2:2], version)},
			{"getPublished", "/minutes/{token}/{version}/minutes.", "Download a published version; anybody may", []*huma.Param{token, version}},
		} {
			oapi.AddOperation(&huma.Operation{
				OperationID: download.name + strings.ToUpper(renderer.Ending), Method: http.MethodGet, Path: download.path + renderer.Ending,
				Summary: download.summary, Parameters: download.parameters,
				Responses: map[string]*huma.Response{
					"200": {Description: "The minutes", Content: map[string]*huma.MediaType{
						renderer.ContentType: {Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}},
					}},
					"default": refused,
				},
			})
		}
	}
}
