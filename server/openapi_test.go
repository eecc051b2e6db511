package server_test

import (
	"flag"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"

	"dilna/models"
	"dilna/server"
)

var update = flag.Bool("update", false, "rewrite docs/openapi.json")

const specFile = "../docs/openapi.json"

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
	s, err := server.New(server.Config{Minutes: renderers()})
	if err != nil {
		t.Fatal(err)
	}
	answer := httptest.NewRecorder()
	s.Handler().ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/api/openapi.json", nil))
	served := answer.Body.Bytes()
	if *update {
		if err := os.WriteFile(specFile, served, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	written, err := os.ReadFile(specFile)
	if err != nil {
		t.Fatal(err)
	}
	if string(written) != string(served) {
		t.Error("docs/openapi.json is not what the server serves: run go test ./server -update")
	}
}
