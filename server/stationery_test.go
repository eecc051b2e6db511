package server_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"dilna/exports/formats"
	"dilna/models"
	"dilna/models/modelstest"
	"dilna/server"
)

// officeFile is the body that sends an office's Word file.
func officeFile(parts modelstest.Parts) string {
	body, err := json.Marshal(models.NewStationery{Name: "zápis.dotx", File: parts.Packed()})
	if err != nil {
		panic(err)
	}
	return string(body)
}

// wordStyles are the styles of a Word file that was downloaded.
func wordStyles(t *testing.T, file []byte) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	must(t, err)
	styles, err := archive.Open("word/styles.xml")
	must(t, err)
	content, err := io.ReadAll(styles)
	must(t, err)
	return string(content)
}

func withAllFormats(c *server.Config) {
	c.Minutes = nil
	for _, f := range formats.Offered() {
		c.Minutes = append(c.Minutes, server.Renderer(f))
	}
}

func TestMinutesInWordStandOnTheOfficesOwnFile(t *testing.T) {
	r := newWorld(t, withAllFormats).room("a")
	r.coordinator = r.account("coordinator", models.RoleCoordinator)
	r.do(r.facilitator, "PATCH "+r.path("/head"), `{"programme":"KPSS"}`).want(200, "")
	red := func(want bool) {
		t.Helper()
		got := r.do(r.facilitator, "GET "+r.path("/minutes.docx"), "").want(200, "")
		if is := strings.Contains(wordStyles(t, got.Body.Bytes()), "8B0000"); is != want {
			t.Errorf("in the colours of the office: %t, want %t", is, want)
		}
	}
	red(false)
	var kept models.Stationery
	r.do(r.coordinator, "PUT /api/stationery", officeFile(modelstest.CzechOffice())).want(200, "").into(&kept)
	if kept.Name != "zápis.dotx" || !kept.Head || kept.Width != 210 || len(kept.Styles) == 0 {
		t.Errorf("it is kept as %+v", kept)
	}
	red(true) // of all programmes
	r.do(r.coordinator, "PUT /api/stationery?programme=KPSS", officeFile(modelstest.BareOffice())).want(200, "")
	red(false) // of this one
	r.do(r.coordinator, "DELETE /api/stationery?programme=KPSS", "").want(204, "")
	red(true)
	r.do(r.coordinator, "DELETE /api/stationery", "").want(204, "")
	red(false)
	r.do(r.coordinator, "GET /api/stationery", "").want(200, "").into(&kept)
	if kept.Name != "" {
		t.Errorf("taken away there is still %+v", kept)
	}
}

func TestAWordFileThatCannotBeUsedIsRefusedAndTheOneThereStays(t *testing.T) {
	r := publishing(t)
	r.do(r.coordinator, "PUT /api/stationery", officeFile(modelstest.CzechOffice())).want(200, "")
	for body, code := range map[string]models.ErrorCode{
		`{"name":"logo.png","file":"iVBORw0K"}`:                               models.CodeFileUnusable,
		`{"name":"prázdný.docx"}`:                                             models.CodeInvalid,
		officeFile(modelstest.CzechOffice().With("word/vbaProject.bin", "x")): models.CodeFileMacros,
		officeFile(modelstest.CzechOffice().Replaced("word/_rels/settings.xml.rels", "attachedTemplate", "frame")): models.CodeFileOutside,
	} {
		r.do(r.coordinator, "PUT /api/stationery", body).want(http.StatusUnprocessableEntity, code)
	}
	var kept models.Stationery
	r.do(r.coordinator, "GET /api/stationery", "").want(200, "").into(&kept)
	if kept.Name != "zápis.dotx" {
		t.Errorf("there is %+v", kept)
	}
}

// TestAnApprovedVersionInWordStaysAsItWasFirstMadeWhateverFileComesLater: docs/adr/0050.
func TestAnApprovedVersionInWordStaysAsItWasFirstMadeWhateverFileComesLater(t *testing.T) {
	r := newWorld(t, withAllFormats).room("a")
	hasEnded(r)
	r.coordinator = r.account("coordinator", models.RoleCoordinator)
	r.approve()
	r.publish(1, "published")
	public := "GET /minutes/" + r.work().Link + "/1/minutes.docx"
	first := r.do(&caller{}, public, "").want(200, "").Body.Bytes()
	r.do(r.coordinator, "PUT /api/stationery", officeFile(modelstest.CzechOffice())).want(200, "")
	if again := r.do(&caller{}, public, "").want(200, "").Body.Bytes(); !bytes.Equal(again, first) {
		t.Error("a later file of the office changed a version that somebody already has")
	}
	r.draft(`{"introduction":"jinak"}`)
	r.approve()
	r.publish(2, "published")
	next := r.do(&caller{}, strings.Replace(public, "/1/", "/2/", 1), "").want(200, "").Body.Bytes()
	if !strings.Contains(wordStyles(t, next), "8B0000") {
		t.Error("the next version does not stand on the office's file")
	}
}
