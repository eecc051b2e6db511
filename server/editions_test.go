package server_test

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"net/http"
	"strings"
	"testing"

	"dilna/models"
)

// publishing is a room whose meeting is over, with a coordinator.
func publishing(t *testing.T) *room {
	t.Helper()
	r := newWorld(t).room("a")
	hasEnded(r)
	r.coordinator = r.account("coordinator", models.RoleCoordinator)
	return r
}

func (r *room) work() models.MinutesWork {
	r.t.Helper()
	var work models.MinutesWork
	r.do(r.facilitator, "GET "+r.path("/minutes"), "").want(200, "").into(&work)
	return work
}

func (r *room) draft(body string) {
	r.t.Helper()
	r.do(r.facilitator, "PATCH "+r.path("/minutes"), body).want(204, "")
}

func (r *room) approve() {
	r.t.Helper()
	r.do(r.coordinator, "POST "+r.path("/editions"), r.approval()).want(201, "")
}

// approval is what approves the next version.
func (r *room) approval() string { return fmt.Sprintf(`{"from":%d}`, r.work().Next-1) }

func (r *room) publish(version int, state string) {
	r.t.Helper()
	from := map[string]string{"published": "approved", "approved": "published"}[state]
	r.do(r.coordinator, fmt.Sprintf("PUT %s/%d/state", r.path("/editions"), version), `{"from":"`+from+`","state":"`+state+`","older":"stay"}`).want(204, "")
}

// said is what a route sends of a version, as the page of the tests has it.
func (r *room) said(c *caller, route string) string {
	r.t.Helper()
	return r.do(c, "GET "+route, "").want(200, "").Body.String()
}

func TestMinutesGoFromDraftToPublishedAndBackToTheSameAddressINV23(t *testing.T) {
	r := publishing(t)
	if work := r.work(); work.Next != 1 || work.Link != "" || len(work.Editions) != 0 {
		t.Errorf("before anything the minutes are %+v", work)
	}
	r.do(r.facilitator, "POST "+r.path("/editions"), `{"from":0}`).want(403, models.CodeCoordinatorOnly)
	r.approve()
	r.do(r.coordinator, "POST "+r.path("/editions"), `{"from":1}`).want(409, models.CodeMinutesUnchanged)
	r.do(r.coordinator, "POST "+r.path("/editions"), `{"from":0}`).want(409, models.CodeAlreadyDone)
	r.publish(1, "published")
	link := r.work().Link
	if len(link) < 26 {
		t.Fatalf("the link is %q, too short to be a secret", link)
	}
	page := r.do(&caller{}, "GET /minutes/"+link, "").want(200, "")
	for _, want := range []string{"můj podnět", "/minutes/" + link + "/1/minutes.pdf", "Version 1 – approved", `type="application/pdf" download>Minutes as PDF</a>`, `<a href="#dilna-downloads">`, `<link rel="icon" href="data:`} {
		if !strings.Contains(page.Body.String(), want) {
			t.Errorf("the public page says nothing of %q: %s", want, page.Body)
		}
	}
	if len(page.Result().Cookies()) > 0 || page.Header().Get("X-Robots-Tag") != "noindex" {
		t.Errorf("the public page sets %v, %v", page.Result().Cookies(), page.Header())
	}
	got := r.do(&caller{}, "GET /minutes/"+link+"/1/minutes.pdf", "").want(200, "").Header().Get("Content-Disposition")
	if !strings.Contains(got, "zapis-1-a-v1.pdf") {
		t.Errorf("the download is called %s", got)
	}
	r.publish(1, "approved")
	for path, words := range map[string]string{"": "These minutes are not here", "/1/minutes.pdf": "These minutes are not here"} {
		gone := r.do(&caller{}, "GET /minutes/"+link+path, "")
		if gone.Code != 404 || !strings.Contains(gone.Body.String(), words) {
			t.Errorf("the revoked link answers %d: %s", gone.Code, gone.Body)
		}
	}
	czech := r.do(&caller{}, "GET /minutes/"+link, "", header("Accept-Language", "cs"))
	if czech.Code != 404 || !strings.Contains(czech.Body.String(), "Tento zápis tu není") {
		t.Errorf("a Czech reader is told %d: %s", czech.Code, czech.Body)
	}
	r.publish(1, "published")
	if again := r.work().Link; again != link {
		t.Errorf("published again the link is %q; it was %q", again, link)
	}
	r.do(r.coordinator, "POST "+r.path("/minutes/address"), `{"from":"`+link+`"}`).want(204, "")
	r.do(&caller{}, "GET /minutes/"+link, "").want(404, "")
	r.do(&caller{}, "GET /minutes/"+r.work().Link, "").want(200, "")
}

func TestMinutesAreNotApprovedDuringTheMeeting(t *testing.T) {
	r := newWorld(t).room("a")
	r.coordinator = r.account("coordinator", models.RoleCoordinator)
	r.do(r.coordinator, "POST "+r.path("/editions"), `{"from":0}`).want(409, models.CodeWorkshopNotEnded)
	r.do(r.coordinator, "PUT "+r.path("/editions/1/state"), `{"from":"approved","state":"published"}`).want(404, models.CodeNotFound)
}

func TestAnApprovedVersionNeverChangesWhateverHappensToTheWorkshop(t *testing.T) {
	r := publishing(t)
	r.approve()
	before := r.said(r.facilitator, r.path("/editions/1/minutes.html"))
	r.do(r.facilitator, "PATCH "+r.path("/ideas/"+string(r.mine)), `{"text":"přepsaný podnět"}`).want(200, "")
	r.do(r.facilitator, "PATCH "+r.path("/head"), `{"place":"Jinde"}`).want(200, "")
	r.draft(`{"introduction":"Oprava"}`)
	if after := r.said(r.facilitator, r.path("/editions/1/minutes.html")); after != before {
		t.Errorf("version 1 became %s", after)
	}
	work := r.work()
	var said []string
	for _, c := range work.Changes {
		said = append(said, string(c.Kind)+" "+c.Now)
	}
	all := strings.Join(said, "; ")
	if !work.Changed || !strings.Contains(all, "reworded přepsaný podnět") || !strings.Contains(all, "added Oprava") || !strings.Contains(all, "Jinde") {
		t.Errorf("the changes are %s", all)
	}
	r.draft(`{"note":"Opravujeme překlep."}`)
	r.approve()
	if second := r.said(r.facilitator, r.path("/editions/2/minutes.html")); !strings.Contains(second, "Opravujeme překlep.") || strings.Contains(second, "můj podnět") {
		t.Errorf("version 2 does not say what changed: %s", second)
	}
	if note := r.work().Draft.Note; note != "" {
		t.Errorf("the note of version 2 stands in the draft of version 3: %q", note)
	}
}

func TestEditsAreLaidOverTheRecordAndCanBeTakenBack(t *testing.T) {
	r := publishing(t)
	late := models.NewID[string]()
	r.draft(`{"introduction":"Úvod","remarks":{"` + string(r.open) + `":"Poznámka"},"edits":{
		"` + string(r.mine) + `":{"text":"opravený"},"` + string(r.idea) + `":{"left_out":"osobní údaj"},"` + string(r.fish) + `":{"hidden":true},"` + string(r.topic) + `":{"text":"Jiný okruh"}},
		"late_inputs":[{"id":"` + late + `","text":"pozdní","source":"e-mail","date":"2026-01-02","settlement":"declined","reason":"mimo téma"}]}`)
	page := r.said(r.facilitator, r.path("/minutes/preview"))
	for _, want := range []string{"opravený", "[…] osobní údaj", "Jiný okruh", "Úvod", "Poznámka", "pozdní", "mimo téma"} {
		if !strings.Contains(page, want) {
			t.Errorf("the draft says nothing of %q", want)
		}
	}
	for _, not := range []string{"můj podnět", `"podnět"`, "příčina"} {
		if strings.Contains(page, not) {
			t.Errorf("the draft still says %q: %s", not, page)
		}
	}
	r.draft(`{"edits":{"` + string(r.mine) + `":{},"` + string(r.fish) + `":{}},"removed":["` + late + `"]}`)
	if page := r.said(r.facilitator, r.path("/minutes.html")); !strings.Contains(page, "můj podnět") || !strings.Contains(page, "příčina") || strings.Contains(page, "pozdní") {
		t.Errorf("taken back, the draft says %s", page)
	}
}

func TestAnEditOfAnotherWorkshopsRowIsRefusedTM05(t *testing.T) {
	w := newWorld(t)
	a, b := w.room("a"), w.room("b")
	for _, body := range []string{
		`{"edits":{"` + string(b.mine) + `":{"text":"x"}}}`, `{"remarks":{"` + string(b.open) + `":"x"}}`,
		`{"late_inputs":[{"id":"` + models.NewID[string]() + `","text":"x","source":"","date":"","settlement":"declined","reason":""}]}`,
		`{"options":{"order":"nejdřív hezké"}}`,
	} {
		a.do(a.facilitator, "PATCH "+a.path("/minutes"), body).want(422, models.CodeInvalid)
	}
}

func TestWhatIsPublishedNamesNobodyUnlessToldToN11(t *testing.T) {
	r := publishing(t)
	r.do(r.facilitator, "PATCH "+r.path("/head"), `{"attendance":{"printed":"14","present":["Jana Nováková"]}}`).want(200, "")
	r.do(r.facilitator, "PATCH "+r.path("/ideas/"+string(r.mine)), `{"author":"Karel Autor"}`).want(200, "")
	r.approve()
	r.publish(1, "published")
	link := r.work().Link
	for version := 1; version <= 2; version++ {
		named := version == 2
		if named {
			r.draft(`{"options":{"names":"everywhere"}}`)
			r.approve()
			r.publish(2, "published")
		}
		said := r.do(&caller{}, fmt.Sprintf("GET /minutes/%s/%d/minutes.html", link, version), "").want(200, "").Body.String()
		if strings.Contains(said, "Nováková") != named || strings.Contains(said, "Karel Autor") != named {
			t.Errorf("version %d names people: %v, want %v: %s", version, !named, named, said)
		}
	}
	if inside := r.said(r.facilitator, r.path("/editions/1/minutes.html")); !strings.Contains(inside, "Nováková") {
		t.Error("who works with the minutes does not see who came")
	}
}

func TestALogoIsDrawnAnewAndNothingElseIsTakenForOne(t *testing.T) {
	r := publishing(t)
	set := func(file []byte) answered {
		body, _ := json.Marshal(models.NewLetterhead{Alt: "Logo kraje", Logo: file, Publicity: []string{"Spolufinancováno Evropskou unií"}})
		return r.do(r.coordinator, "PUT /api/letterhead", string(body))
	}
	picture := image.NewNRGBA(image.Rect(0, 0, 1800, 300))
	picture.Set(5, 5, color.NRGBA{R: 200, A: 128})
	var file bytes.Buffer
	must(t, png.Encode(&file, picture))
	var kept models.Letterhead
	set(file.Bytes()).want(200, "").into(&kept)
	if kept.Logo == nil || kept.Logo.Width != 900 || kept.Logo.Height != 150 || bytes.Equal(kept.Logo.PNG, file.Bytes()) {
		t.Errorf("the logo is kept as %+v", kept.Logo)
	}
	if page := r.said(r.facilitator, r.path("/minutes/preview")); !strings.Contains(page, base64.StdEncoding.EncodeToString(kept.Logo.PNG)[:40]) || !strings.Contains(page, "Spolufinancováno") {
		t.Error("the letterhead does not stand above the minutes")
	}
	sized := func(width, height uint32) []byte { // the size stands in the header
		claimed := bytes.Clone(file.Bytes())
		binary.BigEndian.PutUint32(claimed[16:], width)
		binary.BigEndian.PutUint32(claimed[20:], height)
		binary.BigEndian.PutUint32(claimed[29:], crc32.ChecksumIEEE(claimed[12:29]))
		return claimed
	}
	for name, bad := range map[string][]byte{
		"a line of 16,000,000 × 1": sized(16_000_000, 1), "a line of 1 × 16,000,000": sized(1, 16_000_000), "a side of 8,001": sized(8_001, 1),
		"17 million pixels": sized(4_250, 4_000),
		"SVG":               []byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`), "a bomb": sized(65_535, 65_535), "half": file.Bytes()[:60],
	} {
		if got := set(bad); got.Code != http.StatusUnprocessableEntity || got.problem().Code != string(models.CodePictureUnusable) {
			t.Errorf("%s is answered %d %s", name, got.Code, got.Body)
		}
	}
}

func TestALetterheadCanBeTakenAwayAgainForEveryProgramme(t *testing.T) {
	r := publishing(t)
	for _, programme := range []string{"", "KPSS"} {
		address := "/api/letterhead?programme=" + programme
		r.do(r.coordinator, "PUT "+address, `{"publicity":["Spolufinancováno"]}`).want(200, "")
		r.do(r.coordinator, "PUT "+address, `{}`).want(200, "")
		r.do(r.coordinator, "PUT "+address, `{}`).want(200, "") // twice
		var there models.Letterhead
		r.do(r.coordinator, "GET "+address, "").want(200, "").into(&there)
		if len(there.Publicity) != 0 {
			t.Errorf("taken away from %q, there is still %v", programme, there.Publicity)
		}
	}
}
