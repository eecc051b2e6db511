package server_test

import (
	"io"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/server"
)

// renderers stand in for the documents, which are not the server's business.
func renderers() map[string]server.Renderer {
	render := func(w io.Writer, m models.Minutes) error {
		_, err := io.WriteString(w, m.Group)
		return err
	}
	return map[string]server.Renderer{
		"pdf":  {ContentType: "application/pdf", Render: render},
		"json": {ContentType: "application/json", Render: render},
	}
}

func TestTheSpecificationInDocsIsTheOneServed(t *testing.T) {
	served := newWorld(t).do(&caller{}, "GET /api/openapi.json", "").want(200, "")
	modelstest.Golden(t, "../docs/openapi.json", served.Body.String())
}
