package server_test

import (
	"os"
	"strings"
	"testing"

	"dilna/models"
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
