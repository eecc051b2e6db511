package server_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"dilna/exports/formats"
	"dilna/models"
	"dilna/models/modelstest"
)

// Whoever brings a workshop file runs what it makes, and nobody else does; sent
// again it makes no second one; what is wrong is said with its place, in the
// reader's language.
func TestAWorkshopFileIsTakenInByWhoeverBringsIt(t *testing.T) {
	r := newWorld(t).room("a")
	data, err := os.ReadFile("../models/modelstest/testdata/model-record.json")
	must(t, err)
	file := string(data)
	id := models.NewID[models.WorkshopID]()
	route := "POST /api/workshops/file?id=" + string(id)
	sent := header("Idempotency-Key", "the-same-key-again")
	var made models.Workshop
	r.do(r.facilitator, route, file, sent).want(201, "").into(&made)
	r.do(r.facilitator, route, file, sent).want(201, "")
	if made.ID != id || made.State != models.WorkshopEnded || made.Head.Group != "SOCIÁLNÍ SLUŽBY 2" {
		t.Fatalf("the file has become %+v", made)
	}
	brought := *r
	brought.id = id
	r.do(r.facilitator, "GET "+brought.path("/minutes"), "").want(200, "")
	r.do(r.account("stranger", models.RoleFacilitator), "GET "+brought.path("/minutes"), "").want(404, models.CodeNotFound)

	czech := header("Accept-Language", "cs")
	broken := strings.Replace(file, `"number": 1`, `"number": "první"`, 1)
	another := "POST /api/workshops/file?id=" + string(models.NewID[models.WorkshopID]())
	said := r.do(r.facilitator, another, broken, czech).want(422, models.CodeInvalid).problem().Errors
	if len(said) != 1 || !strings.HasPrefix(said[0].Detail, "number (řádek 5): ") {
		t.Errorf("what is wrong with the file is said as %+v", said)
	}
	r.do(r.facilitator, another, "žádný soubor", czech).want(400, models.CodeMalformed)
}

// Minutes as PDF that carry their workshop file are taken in like the file; of a PDF that
// carries none it is said what to bring.
func TestAWorkshopIsTakenInOutOfItsPDF(t *testing.T) {
	r := newWorld(t).room("a")
	printed := func(inside bool) string {
		var pdf bytes.Buffer
		e := models.Edition{Minutes: modelstest.ModelRecord(), Options: models.MinutesOptions{AttachFile: inside}}
		must(t, formats.All[0].Render(t.Context(), e, &pdf))
		return pdf.String()
	}
	route := func() string { return "POST /api/workshops/file?id=" + string(models.NewID[models.WorkshopID]()) }
	var made models.Workshop
	r.do(r.facilitator, route(), printed(true)).want(201, "").into(&made)
	if made.State != models.WorkshopEnded || made.Head.Group != "SOCIÁLNÍ SLUŽBY 2" {
		t.Errorf("the PDF has become %+v", made)
	}
	said := r.do(r.facilitator, route(), printed(false), header("Accept-Language", "cs")).want(400, models.CodeMalformed).problem().Errors
	if len(said) != 1 || !strings.HasPrefix(said[0].Detail, "v tomto PDF žádný soubor jednání není; vyberte soubor .json") {
		t.Errorf("of a PDF without a file it is said %+v", said)
	}
}
