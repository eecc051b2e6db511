package server_test

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"dilna/models"
)

// open gives the room a letterbox, of a step or of the minutes, and says its token.
func (r *room) openBox(step models.StepID, members string) (id, token string) {
	r.t.Helper()
	id = models.NewID[string]()
	var box struct{ URL string }
	body := fmt.Sprintf(`{"step":%q,"opens":0,"closes":9000000000000,"most":500,"looked":true%s}`, step, members)
	r.do(r.facilitator, "PUT "+r.path("/letterboxes/"+id), body).want(200, "").into(&box)
	_, token, _ = strings.Cut(box.URL, "/input#")
	return id, token
}

// send sends an input as somebody from the street.
func (w *world) send(token, text string) string {
	w.t.Helper()
	id := models.NewID[string]()
	w.do(&caller{}, "POST /api/letterbox/inputs", fmt.Sprintf(`{"token":%q,"id":%q,"text":%q}`, token, id, text)).want(201, "")
	return id
}

// TestWhatNobodyHasLookedAtIsAtNoDoorINV18 sends something to a step that phones
// are at and to the minutes, and looks for it at every door: it is with those who
// facilitate alone, where it waits; then it is accepted, and is where it belongs.
func TestWhatNobodyHasLookedAtIsAtNoDoorINV18(t *testing.T) {
	const said = "Neprohlédnuté"
	w := newWorld(t)
	r := w.room("a")
	published(r)
	stepBox, stepToken := r.openBox(r.open, "")
	lateBox, lateToken := r.openBox("", "")
	harvested, sentLate := w.send(stepToken, said), w.send(lateToken, said)

	copied := models.NewID[string]()
	work, err := r.store.MinutesWork(t.Context(), r.id)
	must(t, err)
	doors := []struct {
		name      string
		look      func() string
		step, now bool // whether it is there once accepted: in the step, in the minutes
	}{
		{"the feed of a phone", func() string { return r.said(r.participant, r.path("/feed?wait=0s&as=participant")) }, true, false},
		{"the feed of the wall", func() string { return r.said(r.screen, r.path("/feed?wait=0s&as=wall")) }, true, false},
		{"the feed of the console", func() string { return r.said(r.facilitator, r.path("/feed?wait=0s")) }, true, false},
		{"what is mine", func() string { return r.said(r.participant, r.path("/mine?as=participant")) }, false, false},
		{"the record, as files hold it", func() string {
			minutes, err := r.store.Minutes(t.Context(), r.id)
			must(t, err)
			return fmt.Sprintf("%+v", minutes)
		}, true, false},
		{"the approved version", func() string { return r.said(r.facilitator, r.path("/editions/1/minutes.html")) }, false, false},
		{"the draft as it prints", func() string { return r.said(r.facilitator, r.path("/minutes/preview")) }, true, true},
		{"the draft of the minutes", func() string { return r.said(r.facilitator, r.path("/minutes")) }, false, true},
		{"the published page", func() string { return r.said(&caller{}, "/minutes/"+work.Link) }, false, false},
		{"the search", func() string {
			return fmt.Sprint(w.library(r.facilitator, "?text="+url.QueryEscape(said)).Workshops)
		}, true, false},
		{"the letterbox of the step", func() string {
			return w.do(&caller{}, "POST /api/letterbox", `{"token":"`+stepToken+`"}`).want(200, "").Body.String()
		}, false, false},
		{"the letterbox of the minutes", func() string {
			return w.do(&caller{}, "POST /api/letterbox", `{"token":"`+lateToken+`"}`).want(200, "").Body.String()
		}, false, false},
		{"a copy", func() string {
			copied = models.NewID[string]()
			w.do(r.facilitator, "POST "+r.path("/copies"), fmt.Sprintf(`{"id":%q,"bring":{"steps":[%q]}}`, copied, r.open)).want(201, "")
			return r.said(r.facilitator, "/api/workshops/"+copied+"/feed?wait=0s")
		}, true, false},
	}
	for _, door := range doors {
		if got := door.look(); strings.Contains(got, said) {
			t.Errorf("%s tells it before anybody has looked: %s", door.name, got)
		}
	}
	for _, box := range []string{stepBox, lateBox} {
		if waits := r.said(r.facilitator, r.path("/letterboxes/"+box+"/inputs")); !strings.Contains(waits, said) {
			t.Errorf("the console is not shown it: %s", waits)
		}
	}
	accept := func(box, input string) {
		r.do(r.facilitator, "POST "+r.path("/letterboxes/"+box+"/settled"), `{"inputs":["`+input+`"],"state":"accepted"}`).want(204, "")
	}
	accept(stepBox, harvested)
	accept(lateBox, sentLate)
	for _, door := range doors {
		if got := door.look(); (door.step || door.now) && !strings.Contains(got, said) {
			t.Errorf("accepted, %s does not tell it: %.2000s", door.name, got)
		}
	}
}

// Whoever has the link of a step learns its question while it may be answered, and
// of the workshop no more than what it is called.
func TestALetterboxTellsItsQuestionWhileItIsOpen(t *testing.T) {
	w := newWorld(t)
	r := w.room("a")
	id, token := r.openBox(r.open, `,"reader":"Petra Nová"`)
	var face models.LetterboxFace
	look := func() { w.do(&caller{}, "POST /api/letterbox", `{"token":"`+token+`"}`).want(200, "").into(&face) }
	look()
	if face.State != "open" || face.Heading != "KROK" || len(face.Topics) != 1 || face.Reader != "Petra Nová" || face.Group != "a" {
		t.Errorf("open, it says %+v", face)
	}
	r.put(r.facilitator, "/letterboxes/"+id, `{"opens":0,"closes":9000000000000,"most":500,"shut":true}`)
	face = models.LetterboxFace{}
	look()
	if face.State != "closed" || face.Heading != "" || len(face.Topics) != 0 {
		t.Errorf("shut, it says %+v", face)
	}
	w.do(&caller{}, "POST /api/letterbox/inputs", fmt.Sprintf(`{"token":%q,"id":%q,"text":"podnět"}`, token, models.NewID[string]())).
		want(409, models.CodeLetterboxClosed)
}

// A text from the street is cleaned and measured like every other (TM-10, TM-14).
func TestWhatComesThroughALetterboxIsCleanedLikeEveryText(t *testing.T) {
	w := newWorld(t)
	r := w.room("a")
	box, token := r.openBox("", "")
	body := func(text string) string {
		return fmt.Sprintf(`{"token":%q,"id":%q,"text":"%s","name":"\u202eJana"}`, token, models.NewID[string](), text)
	}
	long := w.do(&caller{}, "POST /api/letterbox/inputs", body(strings.Repeat("ž", 3_000))).want(422, models.CodeInvalid)
	if p := long.problem(); len(p.Errors) != 1 || !strings.Contains(p.Errors[0].Detail, "2,000") {
		t.Errorf("3,000 characters are told %+v", p)
	}
	w.do(&caller{}, "POST /api/letterbox/inputs", body(` \u200b `)).want(422, models.CodeInvalid)
	w.do(&caller{}, "POST /api/letterbox/inputs", body(`- doprava\r\n- lékař\u0007`)).want(201, "")
	w.do(&caller{}, "POST /api/letterbox/inputs", body("cizí stránka"), header("Origin", "https://example.org")).want(403, models.CodeCrossOrigin)
	var inputs []models.Input
	r.do(r.facilitator, "GET "+r.path("/letterboxes/"+box+"/inputs"), "").want(200, "").into(&inputs)
	if len(inputs) != 1 || inputs[0].Text != "- doprava\n- lékař" || inputs[0].Name != "Jana" {
		t.Errorf("kept is %+v", inputs)
	}
}

// A hall of phones behind one address is not slowed down; one who floods the link
// is, and others are not.
func TestOneAddressCannotFillALetterbox(t *testing.T) {
	w := newWorld(t)
	r := w.room("a")
	_, token := r.openBox("", "")
	flood, other := &caller{from: "192.0.2.1"}, &caller{from: "192.0.2.2"}
	send := func(c *caller) answered {
		return w.do(c, "POST /api/letterbox/inputs", fmt.Sprintf(`{"token":%q,"id":%q,"text":"podnět"}`, token, models.NewID[string]()))
	}
	for i := range 150 { // fifty phones, three each
		if got := send(flood); got.Code != 201 {
			t.Fatalf("input %d: %d %s", i, got.Code, got.Body)
		}
	}
	var refused answered
	for range 100 {
		if refused = send(flood); refused.Code != 201 {
			break
		}
	}
	if refused.want(429, models.CodeLetterboxRush).Header().Get("Retry-After") == "" {
		t.Error("it is not told when to come back")
	}
	send(other).want(201, "")
}

// The way to send something in is on phones that took part and on the published
// page, and nowhere once it is closed.
func TestTheWayForLateInputsIsOnPhonesAndOnThePublishedPage(t *testing.T) {
	w := newWorld(t)
	r := w.room("a")
	published(r)
	work, err := r.store.MinutesWork(t.Context(), r.id)
	must(t, err)
	var link models.LateLink
	look := func() string {
		link = models.LateLink{}
		r.do(r.participant, "GET "+r.path("/late-link"), "").want(200, "").into(&link)
		return r.said(&caller{}, "/minutes/"+work.Link)
	}
	if page := look(); link.Path != "" || strings.Contains(page, "/input#") {
		t.Errorf("nobody collects, and phones have %q, the page %s", link.Path, page)
	}
	id, token := r.openBox("", "")
	if page := look(); link.Path != "/input#"+token || !strings.Contains(page, `href="/input#`+token+`"`) {
		t.Errorf("phones have %q, the page says %s", link.Path, page)
	}
	r.put(r.facilitator, "/letterboxes/"+id, `{"opens":0,"closes":9000000000000,"most":500,"shut":true}`)
	if page := look(); link.Path != "" || strings.Contains(page, "/input#") {
		t.Errorf("shut, and phones have %q, the page %s", link.Path, page)
	}
}
