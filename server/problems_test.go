package server_test

import (
	"context"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"dilna/models"
	"dilna/server"
)

// constants are the values of all constants of a type in models/errors.go.
func constants(t *testing.T, of string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../models/errors.go", nil, 0)
	must(t, err)
	var values []string
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if name, ok := spec.Type.(*ast.Ident); ok && name.Name == of {
			value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			must(t, err)
			values = append(values, value)
		}
		return true
	})
	if len(values) < 10 {
		t.Fatalf("found %d constants of type %s", len(values), of)
	}
	return values
}

func TestEveryCodeHasAPageInBothLanguages(t *testing.T) {
	w := newWorld(t)
	for _, code := range constants(t, "ErrorCode") {
		read := func(language string) string {
			page := w.do(&caller{}, "GET /problems/"+code, "", header("Accept-Language", language)).want(200, "")
			if page.Header().Get("Content-Language") != language || !strings.Contains(page.Body.String(), `<html lang="`+language+`">`) {
				t.Errorf("%s is not marked as %s", code, language)
			}
			if strings.Contains(page.Body.String(), "<p></p>") || strings.Contains(page.Body.String(), "<h1></h1>") {
				t.Errorf("%s lacks words in %s: %s", code, language, page.Body)
			}
			return page.Body.String()
		}
		if read("cs") == read("en") {
			t.Errorf("%s says the same in both languages", code)
		}
	}
}

func TestTheReaderIsToldInHerLanguage(t *testing.T) {
	w := newWorld(t)
	for accept, want := range map[string]string{
		"cs":                      "Nic tu není",
		"cs-CZ,cs;q=0.9,en;q=0.8": "Nic tu není",
		"en-GB,en;q=0.9":          "There is nothing here",
		"":                        "Nic tu není",
		"sk":                      "Nic tu není",
		"de, en;q=0.5":            "There is nothing here",
	} {
		got := w.do(&caller{}, "GET /api/nothing", "", header("Accept-Language", accept)).want(404, models.CodeNotFound)
		if p := got.problem(); p.Title != want || p.Type != "/problems/not-found" || p.Status != 404 || !strings.HasPrefix(p.Instance, "urn:request:") {
			t.Errorf("for %q the problem is %+v", accept, p)
		}
		if got.Header().Get("Vary") != "Accept-Language" {
			t.Errorf("the answer varies with %q", got.Header().Get("Vary"))
		}
	}
}

func TestOtherMethodsAreRefusedTM14(t *testing.T) {
	w := newWorld(t)
	got := w.do(&caller{}, "PUT /api/join", "{}").want(405, models.CodeMethodNotAllowed)
	if got.Header().Get("Allow") != "POST" {
		t.Errorf("allowed are %q", got.Header().Get("Allow"))
	}
	w.do(&caller{}, "TRACE /api/health", "").want(405, models.CodeMethodNotAllowed)
	w.do(&caller{}, "POST /", "").want(405, models.CodeMethodNotAllowed)
	w.do(&caller{}, "OPTIONS /console", "").want(405, models.CodeMethodNotAllowed)
}

// failing is a store in trouble: one call of it fails or panics.
type failing struct {
	server.Store
	fail func() error
}

func (f failing) Workshop(context.Context, models.WorkshopID) (models.Workshop, error) {
	return models.Workshop{}, f.fail()
}

func TestTheCauseOfAnInternalErrorIsLoggedOnceAndNeverTold(t *testing.T) {
	for name, fail := range map[string]func() error{
		"an error": func() error { return errors.New("disk on fire") },
		"a panic":  func() error { panic("disk on fire") },
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, func(cfg *server.Config) { cfg.Store = failing{cfg.Store, fail} })
			r := &room{world: w, id: models.NewID[models.WorkshopID]()}
			petra := w.account("petra", models.RoleFacilitator)
			w.do(petra, "POST /api/workshops", `{"id":"`+string(r.id)+`","template":"empty"}`).want(201, "")
			got := w.do(petra, "GET "+r.path(""), "").want(500, models.CodeInternal)
			if strings.Contains(got.Body.String(), "fire") {
				t.Errorf("the reader is told the cause: %s", got.Body)
			}
			id := strings.TrimPrefix(got.problem().Instance, "urn:request:")
			if n := strings.Count(w.log.String(), "disk on fire"); n != 1 || !strings.Contains(w.log.String(), id) {
				t.Errorf("the cause is logged %d times: %s", n, w.log)
			}
		})
	}
}

func TestARequestWhoseSenderHungUpIsNoError(t *testing.T) {
	w := newWorld(t, func(cfg *server.Config) {
		cfg.Store = failing{cfg.Store, func() error { return context.Canceled }}
	})
	petra := w.account("petra", models.RoleFacilitator)
	id := models.NewID[string]()
	w.do(petra, "POST /api/workshops", `{"id":"`+id+`","template":"empty"}`).want(201, "")
	gone, hangUp := context.WithCancel(t.Context())
	hangUp()
	w.do(petra, "GET /api/workshops/"+id, "", func(r *http.Request) {
		*r = *r.WithContext(gone)
	})
	if strings.Contains(w.log.String(), "a request failed") {
		t.Errorf("somebody who hung up is logged as a failure: %s", w.log)
	}
}

func TestOnlyOnePlaceDecidesOnStatuses(t *testing.T) {
	// Handlers return errors; problems.go answers them (docs/style: error model).
	for _, file := range []string{
		"accounts.go", "door.go", "entries.go", "feed.go", "minutes.go", "parts.go", "rounds.go", "seats.go",
		"steps.go", "workshops.go",
	} {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		must(t, err)
		ast.Inspect(parsed, func(n ast.Node) bool {
			name, ok := n.(*ast.SelectorExpr)
			if ok && strings.HasPrefix(name.Sel.Name, "Status") && name.Sel.Name != "StatusOK" {
				t.Errorf("%s answers with http.%s by itself", file, name.Sel.Name)
			}
			return true
		})
	}
}
