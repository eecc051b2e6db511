package server_test

import (
	"archive/zip"
	"bytes"
	"io"
	"net/url"
	"strings"
	"testing"

	"dilna/models"
)

func (w *world) library(c *caller, query string) models.Library {
	w.t.Helper()
	var l models.Library
	w.do(c, "GET /api/library"+query, "").want(200, "").into(&l)
	return l
}

func TestTheLibraryShowsFacilitatorsTheirOwnAndCoordinatorsAll(t *testing.T) {
	w := newWorld(t)
	a, b := w.room("a"), w.room("b")
	coordinator := w.account("coordinator", models.RoleCoordinator)
	for _, query := range []string{"", "?text=podn%C4%9Bt", "?group=b", "?state=open", "?removed=true", "?minutes=draft"} {
		l := w.library(a.facilitator, query)
		for _, entry := range l.Workshops {
			if entry.ID != a.id {
				t.Errorf("%s: the facilitator of a sees %+v", query, entry)
			}
		}
		if strings.Join(l.Groups, " ") != "a" {
			t.Errorf("%s: the facilitator of a can choose among groups %v", query, l.Groups)
		}
	}
	if l := w.library(coordinator, ""); l.Total != 2 || strings.Join(l.Groups, " ") != "a b" {
		t.Errorf("the coordinator sees %+v", l)
	}
	if l := w.library(coordinator, "?group=b"); l.Total != 1 || l.Workshops[0].ID != b.id {
		t.Errorf("filtered by group: %+v", l)
	}
}

func TestTheLibrarySaysHowFarTheMinutesAre(t *testing.T) {
	w := newWorld(t)
	a := w.room("a")
	state := func() models.MinutesState { return w.library(a.facilitator, "").Workshops[0].Minutes }
	if got := state(); got != models.MinutesDraft {
		t.Errorf("nothing approved yet: %s", got)
	}
	approved(a)
	if got := state(); got != models.MinutesApproved {
		t.Errorf("approved: %s", got)
	}
}

func TestSearchingForgivesAccentsAndCaseAndSaysWhere(t *testing.T) {
	w := newWorld(t)
	a := w.room("a")
	a.post(a.facilitator, "/steps/"+string(a.fish)+"/causes", `"text":"Hlavní PŘÍČINA: málo lůžek na Vysočině"`)
	for _, query := range []string{"pricina vysocine", "PŘÍČIN", "luzek"} {
		l := w.library(a.facilitator, "?text="+url.QueryEscape(query))
		if l.Total != 1 || len(l.Workshops[0].Found) == 0 {
			t.Fatalf("%q finds %+v", query, l)
		}
		found := l.Workshops[0].Found[0]
		if found.Place != models.LineCause || !strings.Contains(strings.ToLower(found.Before+found.Match+found.After), "příčina") {
			t.Errorf("%q is said to be at %+v", query, found)
		}
	}
	if l := w.library(a.facilitator, "?text=nesmysl"); l.Total != 0 {
		t.Errorf("what nobody wrote is found: %+v", l)
	}
}

func TestSearchingKnowsWhatWasJustWrittenAndForgetsWhatWasRemoved(t *testing.T) {
	w := newWorld(t)
	a := w.room("a")
	if l := w.library(a.facilitator, "?text=lavicka"); l.Total != 0 {
		t.Fatalf("found before it was written: %+v", l)
	}
	idea := a.post(a.participant, "/steps/"+string(a.open)+"/ideas", `"text":"Lavička u školy"`)
	if l := w.library(a.facilitator, "?text=lavicka"); l.Total != 1 {
		t.Errorf("just written, and not found: %+v", l)
	}
	a.do(a.facilitator, "DELETE "+a.path("/ideas/"+idea), "").want(204, "")
	if l := w.library(a.facilitator, "?text=lavicka"); l.Total != 0 {
		t.Errorf("removed, and still found: %+v", l)
	}
}

func TestARemovedWorkshopIsGoneForAllAndComesBackWhole(t *testing.T) {
	w := newWorld(t)
	a := w.room("a")
	w.do(a.facilitator, "DELETE "+a.path(""), "").want(409, models.CodeWorkshopOpen)
	over(a)
	token := *a.participant
	a.ending(a.facilitator, func() { w.do(a.facilitator, "DELETE "+a.path(""), "").want(204, "") })
	w.do(a.facilitator, "GET "+a.path(""), "").want(404, models.CodeNotFound)
	if got := w.do(&token, "GET "+a.path("/mine"), ""); got.Code < 400 {
		t.Errorf("a phone still has its seat: %d", got.Code)
	}
	if l := w.library(a.facilitator, ""); l.Total != 0 {
		t.Errorf("still in the library: %+v", l)
	}
	if l := w.library(a.facilitator, "?removed=true"); l.Total != 1 || l.Workshops[0].RemovedAt == 0 {
		t.Errorf("not among the removed: %+v", l)
	}
	w.do(w.account("stranger", models.RoleFacilitator), "POST /api/library/"+string(a.id)+"/restore", "").want(404, models.CodeNotFound)
	w.do(a.facilitator, "POST /api/library/"+string(a.id)+"/restore", "").want(204, "")
	w.do(a.participant, "GET "+a.path("/mine"), "").want(200, "")
}

func TestAWorkshopRemovedIsRemovedHoweverOftenOneAsksINV02(t *testing.T) {
	a := newWorld(t).room("a")
	over(a)
	for range 2 { // the answer was lost, and the button pressed again
		a.do(a.facilitator, "DELETE "+a.path(""), "").want(204, "")
	}
}

func TestAZipGoesOnAfterADamagedWorkshopAndSaysWhichIsMissing(t *testing.T) {
	r := publishing(t)
	r.approve()
	other := r.room("jiné")
	r.exec("DROP TRIGGER editions_are_frozen")
	r.exec("UPDATE editions SET edition = replace(edition, 'podnět', 'podmět')")
	got := r.do(r.coordinator, "GET /api/library/minutes.zip?workshops="+string(r.id)+","+string(other.id)+"&formats=pdf", "").want(200, "")
	files, err := zip.NewReader(bytes.NewReader(got.Body.Bytes()), int64(got.Body.Len()))
	must(t, err)
	if len(files.File) != 2 || files.File[1].Name != "MISSING.txt" {
		t.Fatalf("the ZIP holds %d files", len(files.File))
	}
	file, err := files.File[1].Open()
	must(t, err)
	text, err := io.ReadAll(file)
	must(t, err)
	if !strings.Contains(string(text), "1. a\n") || strings.Contains(string(text), "jiné") {
		t.Errorf("missing is said to be: %s", text)
	}
}

func TestManyMinutesComeInOneZip(t *testing.T) {
	w := newWorld(t)
	a, b := w.room("a"), w.room("b")
	coordinator := w.account("coordinator", models.RoleCoordinator)
	both := "workshops=" + string(a.id) + "," + string(b.id)
	got := w.do(coordinator, "GET /api/library/minutes.zip?"+both+"&formats=pdf,json", "").want(200, "")
	files, err := zip.NewReader(bytes.NewReader(got.Body.Bytes()), int64(got.Body.Len()))
	must(t, err)
	names, folders := map[string]bool{}, map[string]bool{}
	for _, file := range files.File {
		folder, _, _ := strings.Cut(file.Name, "/")
		names[file.Name], folders[folder] = true, true
	}
	if len(names) != 4 || len(folders) != 2 {
		t.Errorf("the ZIP holds %v", names)
	}
	w.do(a.facilitator, "GET /api/library/minutes.zip?"+both+"&formats=pdf", "").want(404, models.CodeNotFound)
	w.do(coordinator, "GET /api/library/minutes.zip?"+both+"&formats=exe", "").want(422, models.CodeInvalid)
	w.do(coordinator, "GET /api/library/minutes.zip?formats=pdf", "").want(422, models.CodeInvalid)
}
