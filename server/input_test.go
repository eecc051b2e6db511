package server_test

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
)

// TestBadInput sends an idea in every way it should not be sent, and in some
// odd ways it may.
func TestBadInput(t *testing.T) {
	r := newWorld(t).room("a")
	long := func(n int) string { return strings.Repeat("ž", n) }
	for _, row := range []struct {
		name    string
		body    string
		status  int
		code    models.ErrorCode
		pointer string
		reason  models.Reason
	}{
		{"empty", `{"id":"{new}","text":""}`, 422, models.CodeInvalid, "#/text", models.ReasonEmpty},
		{"nothing but spaces", `{"id":"{new}","text":" \n\t "}`, 422, models.CodeInvalid, "#/text", models.ReasonEmpty},
		{"2,000 characters", `{"id":"{new}","text":"` + long(2000) + `"}`, 201, "", "", ""},
		{"2,001 characters", `{"id":"{new}","text":"` + long(2001) + `"}`, 422, models.CodeInvalid, "#/text", models.ReasonTooLong},
		{"1,400 Czech letters, each as an escape", `{"id":"{new}","text":"` + strings.Repeat(`\u0159`, 1400) + `"}`, 201, "", "", ""},
		{"2,000 emoji, each as two escapes", `{"id":"{new}","text":"` + strings.Repeat(`\ud83c\udf31`, 2000) + `"}`, 201, "", "", ""},
		{"2,001 emoji, each as two escapes", `{"id":"{new}","text":"` + strings.Repeat(`\ud83c\udf31`, 2001) + `"}`, 422, models.CodeInvalid, "#/text", models.ReasonTooLong},
		{"2,000 emoji", `{"id":"{new}","text":"` + strings.Repeat("🌱", 2000) + `"}`, 201, "", "", ""},
		{"a family of emoji", `{"id":"{new}","text":"👩‍👩‍👧‍👦 rodina"}`, 201, "", "", ""},
		{"right to left", `{"id":"{new}","text":"خدمات اجتماعية"}`, 201, "", "", ""},
		{"several lines", `{"id":"{new}","text":"první\r\ndruhý"}`, 201, "", "", ""},
		{"broken UTF-8", "{\"id\":\"{new}\",\"text\":\"abc\xc5\"}", 400, models.CodeMalformed, "#", models.ReasonEncoding},
		{"half an emoji", `{"id":"{new}","text":"abc\ud83c"}`, 400, models.CodeMalformed, "#", models.ReasonEncoding},
		{"an emoji in two escapes", `{"id":"{new}","text":"\ud83c\udf31 \\ud83c"}`, 201, "", "", ""},
		{"TM-13: an unknown member", `{"id":"{new}","text":"a","seat":"b"}`, 422, models.CodeInvalid, "#/seat", models.ReasonUnexpected},
		{"TM-13: a member in other letters", `{"id":"{new}","text":"a","Text":"b"}`, 422, models.CodeInvalid, "#/Text", models.ReasonUnexpected},
		{"TM-14: a member twice", `{"id":"{new}","text":"a","text":"b"}`, 400, models.CodeMalformed, "#", models.ReasonDuplicate},
		{"a number for a text", `{"id":"{new}","text":5}`, 422, models.CodeInvalid, "#/text", models.ReasonType},
		{"null for a text", `{"id":"{new}","text":null}`, 422, models.CodeInvalid, "#/text", models.ReasonType},
		{"no text at all", `{"id":"{new}"}`, 422, models.CodeInvalid, "#/text", models.ReasonEmpty},
		{"no id", `{"text":"a"}`, 422, models.CodeInvalid, "#/id", models.ReasonEmpty},
		{"an id of our own making", `{"id":"1","text":"a"}`, 422, models.CodeInvalid, "#/id", models.ReasonID},
		{"a topic that is no id", `{"id":"{new}","text":"a","topic":"x"}`, 422, models.CodeInvalid, "#/topic", models.ReasonID},
		{"no body", ``, 400, models.CodeMalformed, "#", models.ReasonEmpty},
		{"half a body", `{"id":"{new}","te`, 400, models.CodeMalformed, "#", models.ReasonFormat},
		{"TM-14: two bodies", `{"id":"{new}","text":"a"}{"id":"{new}","text":"b"}`, 400, models.CodeMalformed, "#", models.ReasonFormat},
		{"a list", `["a"]`, 422, models.CodeInvalid, "#", models.ReasonType},
		{"a text", `"a"`, 422, models.CodeInvalid, "#", models.ReasonType},
		{"TM-14: very deep", strings.Repeat("[", 4000), 400, models.CodeMalformed, "#", models.ReasonFormat},
		{"TM-14: over 32 KiB", `{"id":"{new}","text":"` + strings.Repeat("a", 32<<10) + `"}`, 413, models.CodeTooLarge, "", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			r := *r
			r.t = t
			before := r.revision()
			got := r.do(r.participant, r.fill("REQUEST POST /steps/{open}/ideas"), r.fill(row.body)).want(row.status, row.code)
			if row.status < 300 {
				return
			}
			if now := r.revision(); now != before {
				t.Errorf("INV-11: the workshop went from revision %d to %d", before, now)
			}
			errs := got.problem().Errors
			if row.pointer == "" && len(errs) == 0 {
				return
			}
			if len(errs) != 1 || errs[0].Pointer != row.pointer || errs[0].Reason != string(row.reason) || errs[0].Detail == "" {
				t.Errorf("told %+v, want %s %s", errs, row.pointer, row.reason)
			}
		})
	}
}

func TestForeignAndUnknownIDsAreNotThereTM05(t *testing.T) {
	w := newWorld(t)
	a, b := w.room("a"), w.room("b")
	before := a.revision()
	for request, member := range map[string]string{
		"POST /steps/{open}/ideas":  `"text":"a","topic":"` + string(b.topic) + `"`,
		"POST /steps/{fish}/causes": `"text":"a","parent":"` + string(b.cause) + `"`,
		"POST /steps/{open}/topics": `"heading":"a","from_idea":"` + string(b.idea) + `"`,
	} {
		told := a.do(a.facilitator, a.fill("REQUEST "+request), a.fill(`{"id":"{new}",`+member+`}`)).
			want(422, models.CodeInvalid).problem().Errors
		name, _, _ := strings.Cut(strings.Split(member, `,"`)[1], `"`)
		if len(told) != 1 || told[0].Pointer != "#/"+name || told[0].Reason != string(models.ReasonUnknown) {
			t.Errorf("%s with %s: told %+v", request, member, told)
		}
	}
	if a.revision() != before {
		t.Error("INV-11: something was changed")
	}
	for _, id := range []string{string(b.idea), models.NewID[string](), "1", "..", "%00", "a b"} {
		a.do(a.facilitator, "PATCH "+a.path("/ideas/"+strings.ReplaceAll(id, " ", "%20")), `{"text":"a"}`).want(404, models.CodeNotFound)
	}
	for _, request := range []string{"DELETE /people/{idea}", "POST /people/{idea}/restore"} {
		a.do(a.facilitator, a.fill("REQUEST "+request), "").want(404, models.CodeNotFound)
	}
	a.do(a.facilitator, a.fill("REQUEST PUT /people/{idea}/place"), `{"index":0}`).want(404, models.CodeNotFound)
}

func TestSeveralThingsWrongAreToldAtOnce(t *testing.T) {
	r := newWorld(t).room("a")
	got := r.do(r.facilitator, "PATCH "+r.path("/head"), `{"date":"19. 11.","start":"1 pm","number":-1,"facilitators":["Petra",""]}`,
		header("Accept-Language", "cs")).want(422, models.CodeInvalid).problem()
	told := map[string]string{}
	for _, e := range got.Errors {
		told[e.Pointer] = e.Detail
	}
	for pointer, want := range map[string]string{
		"#/date":           "Zapište datum jako rok-měsíc-den, třeba 2025-11-19.",
		"#/start":          "Zapište čas jako hodiny:minuty, třeba 13:00.",
		"#/number":         "Zadejte číslo od 0 do 10\u00a0000.",
		"#/facilitators/1": "Vyplňte tento údaj.",
	} {
		if told[pointer] != want {
			t.Errorf("%s: told %q, want %q", pointer, told[pointer], want)
		}
	}
}

func TestTheTotalThatIsWrongIsNamed(t *testing.T) {
	r := newWorld(t).room("a")
	for wrong, pointer := range map[string]string{
		`{"idea":"x","points":1}`:                              "#/totals/1/idea",
		`{"idea":"{idea}","points":1}`:                         "#/totals/1/idea",
		`{"idea":"{new}","points":1}`:                          "#/totals/1/idea",
		`{"idea":"{mine}","points":9999999}`:                   "#/totals/1/points",
		`{"idea":"{mine}","points":true}`:                      "#/totals/1/points",
		`{"idea":"{mine}","points":1,"details":{"for":-1}}`:    "#/totals/1/details/for",
		`{"idea":"{mine}","points":1,"details":{"mean":-0.5}}`: "#/totals/1/details/mean",
	} {
		body := r.fill(`{"totals":[{"idea":"{idea}","points":1},` + wrong + `]}`)
		told := r.do(r.facilitator, r.fill("REQUEST PUT /rounds/{typed}/totals"), body).want(422, models.CodeInvalid).problem().Errors
		if len(told) != 1 || told[0].Pointer != pointer {
			t.Errorf("%s: told %+v", wrong, told)
		}
	}
}

func TestDotsWithoutAnOrderAreRefused(t *testing.T) {
	r := newWorld(t).room("a")
	voting(r)
	for _, seq := range []string{"0", "-1"} {
		told := r.do(r.participant, r.fill("REQUEST PUT /rounds/{running}/ideas/{idea}/dots/mine"), `{"count":1,"seq":`+seq+`}`).
			want(422, models.CodeInvalid).problem().Errors
		if len(told) != 1 || told[0].Pointer != "#/seq" || told[0].Reason != string(models.ReasonRange) {
			t.Errorf("seq %s: told %+v", seq, told)
		}
	}
}

func TestAnIdempotencyKeyIsNeeded(t *testing.T) {
	r := newWorld(t).room("a")
	for _, key := range []string{"", "short", strings.Repeat("a", 65), "sixteen letters!"} {
		got := r.do(r.participant, r.fill("REQUEST POST /steps/{open}/ideas"), r.fill(`{"id":"{new}","text":"a"}`),
			header("Idempotency-Key", key)).want(422, models.CodeInvalid).problem()
		if len(got.Errors) == 0 || got.Errors[0].Pointer != "header:Idempotency-Key" ||
			key != "" && !strings.Contains(got.Errors[0].Detail, "16 to 64") {
			t.Errorf("for the key %q told %+v", key, got.Errors)
		}
	}
}

func TestALongTextFitsButNotAnEndlessOneTM14(t *testing.T) {
	r := newWorld(t).room("a")
	change := func(n int) answered {
		return r.do(r.facilitator, r.fill("REQUEST PATCH /steps/{open}"), fmt.Sprintf(`{"text":%q}`, strings.Repeat("ž", n)))
	}
	change(20_000).want(200, "")
	change(20_001).want(422, models.CodeInvalid)
	detail := change(300_000).want(413, models.CodeTooLarge).problem().Detail
	if !strings.Contains(detail, "512 KiB") {
		t.Errorf("told %q, want the limit in it", detail)
	}
}

// endless is a body that never ends; it counts what was read of it.
type endless struct{ read int64 }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	e.read += int64(len(p))
	return len(p), nil
}

func TestABodyIsReadNoFurtherThanItsLimitTM14(t *testing.T) {
	r := newWorld(t).room("a")
	body := &endless{}
	r.do(r.participant, r.fill("REQUEST POST /steps/{open}/ideas"), "", func(request *http.Request) {
		request.Body, request.ContentLength = io.NopCloser(body), -1
	}).want(413, models.CodeTooLarge)
	if body.read > 64<<10 {
		t.Errorf("%d bytes were read", body.read)
	}
}

func TestWhoeverMayNotIsToldBeforeTheBodyIsRead(t *testing.T) {
	r := newWorld(t).room("a")
	body := &endless{}
	r.do(&caller{}, r.fill("REQUEST POST /steps/{open}/ideas"), "", func(request *http.Request) {
		request.Body, request.ContentLength = io.NopCloser(body), -1
	}).want(401, models.CodeSeatMissing)
	if body.read > 0 {
		t.Errorf("%d bytes of a stranger's body were read", body.read)
	}
}

// broken is a body that stops on its way.
type broken struct{ io.Reader }

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func TestABodyThatStopsOnItsWayMayBeSentAgain(t *testing.T) {
	r := newWorld(t).room("a")
	got := r.do(r.participant, r.fill("REQUEST POST /steps/{open}/ideas"), "", func(request *http.Request) {
		request.Body, request.ContentLength = io.NopCloser(broken{}), -1
	}).want(503, models.CodeBodyIncomplete)
	if got.Header().Get("Retry-After") == "" {
		t.Error("the answer does not say when to try again")
	}
}

func TestTheSameKeyOfAnotherSeatIsAnotherCommandINV02(t *testing.T) {
	r := newWorld(t).room("a")
	key := header("Idempotency-Key", string(modelstest.Key()))
	other := r.join("another")
	r.do(r.participant, r.fill("REQUEST POST /steps/{open}/ideas"), r.fill(`{"id":"{new}","text":"a"}`), key).want(201, "")
	r.do(other, r.fill("REQUEST POST /steps/{open}/ideas"), r.fill(`{"id":"{new}","text":"b"}`), key).want(201, "")
}
