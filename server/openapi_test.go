package server_test

import (
	"context"
	"encoding/json"
	"io"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/server"
)

// renderers stand in for the documents, which are not the server's business.
func renderers() []server.Renderer {
	render := func(_ context.Context, m models.Edition, w io.Writer) error {
		_, err := io.WriteString(w, m.Group)
		return err
	}
	return []server.Renderer{
		{Ending: "pdf", ContentType: "application/pdf", Czech: "PDF", English: "PDF", Render: render},
		{Ending: "json", ContentType: "application/json", Czech: "Soubor jednání", English: "Workshop file", Render: render},
		{Ending: "html", ContentType: "text/html; charset=utf-8", Czech: "Stránka", English: "Page", Render: renderPage},
	}
}

func renderPage(_ context.Context, m models.Edition, w io.Writer) error {
	kept, err := json.Marshal(m)
	if err == nil {
		_, err = io.WriteString(w, "<html><body>"+string(kept)+"</body></html>")
	}
	return err
}

func TestTheSpecificationInDocsIsTheOneServed(t *testing.T) {
	served := newWorld(t).do(&caller{}, "GET /api/openapi.json", "").want(200, "")
	modelstest.Golden(t, "../docs/openapi.json", served.Body.String())
}
