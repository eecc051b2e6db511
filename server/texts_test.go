package server_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"dilna/models"
)

// textDoor is one way for a text to come in; body has the text at %s.
type textDoor struct {
	name, request, body, pointer string
	needed                       bool
	limit                        int
}

var textDoors = []textDoor{
	{"an idea of a phone", "POST /steps/{open}/ideas", `{"id":"{new}","text":"%s"}`, "#/text", true, models.MaxIdea},
	{"another wording of an idea", "PATCH /ideas/{idea}", `{"text":"%s"}`, "#/text", true, models.MaxIdea},
	{"a note on an idea", "PATCH /ideas/{idea}", `{"note":"%s"}`, "#/note", false, models.MaxIdea},
	{"who wrote an idea", "PATCH /ideas/{idea}", `{"author":"%s"}`, "#/author", false, models.MaxHeading},
	{"a cause", "POST /steps/{fish}/causes", `{"id":"{new}","text":"%s"}`, "#/text", true, models.MaxIdea},
	{"another wording of a cause", "PATCH /causes/{cause}", `{"text":"%s"}`, "#/text", true, models.MaxIdea},
	{"the effect", "PATCH /steps/{fish}", `{"effect":"%s"}`, "#/effect", false, models.MaxIdea},
	{"a topic", "POST /steps/{open}/topics", `{"id":"{new}","heading":"%s"}`, "#/heading", true, models.MaxHeading},
	{"another heading of a topic", "PATCH /topics/{topic}", `{"heading":"%s"}`, "#/heading", true, models.MaxHeading},
	{"a step", "POST /steps", `{"id":"{new}","method":"collect","heading":"%s"}`, "#/heading", true, models.MaxHeading},
	{"another heading of a step", "PATCH /steps/{open}", `{"heading":"%s"}`, "#/heading", true, models.MaxHeading},
	{"the question of a step", "PATCH /steps/{open}", `{"prompt":"%s"}`, "#/prompt", false, models.MaxPrompt},
	{"the running text of a step", "PATCH /steps/{open}", `{"text":"%s"}`, "#/text", false, models.MaxText},
	{"the label of a round", "POST /steps/{waiting}/rounds", `{"id":"{new}","dots":1,"per_idea":1,"label":"%s"}`, "#/label", false, models.MaxHeading},
	{"the group", "PATCH /head", `{"group":"%s"}`, "#/group", false, models.MaxHeading},
	{"the title", "PATCH /head", `{"title":"%s"}`, "#/title", false, models.MaxHeading},
	{"the name of who facilitated", "PATCH /head", `{"facilitators":["%s"]}`, "#/facilitators/0", true, models.MaxHeading},
	{"the name of who was there", "PATCH /head", `{"attendance":{"guests":["%s"]}}`, "#/attendance/guests/0", true, models.MaxHeading},
	{"a message to the room", "PATCH /room", `{"message":"%s"}`, "#/message", false, models.MaxMessage},
	{"a point of the checklist", "PUT /checklist/{new}", `{"text":"%s","done":false}`, "#/text", true, models.MaxHeading},
	{"the introduction of the minutes", "PATCH /minutes", `{"introduction":"%s"}`, "#/introduction", false, models.MaxText},
	{"a late input", "PATCH /minutes", `{"late_inputs":[{"id":"{new}","text":"%s","settlement":"","source":"","reason":"","date":""}]}`, "#/late_inputs/0/text", true, models.MaxIdea},
	{"the name of a template", "POST /template", `{"id":"{new}","name":"%s"}`, "#/name", true, models.MaxHeading},
	{"the name of an account", "PATCH /api/me", `{"name":"%s"}`, "#/name", true, models.MaxHeading},
}

// through sends a text, as it stands in JSON, through the door.
func (r *room) through(door textDoor, text string) answered {
	r.t.Helper()
	request := r.fill("REQUEST " + door.request)
	if method, path, _ := strings.Cut(door.request, " "); strings.HasPrefix(path, "/api/") {
		request = method + " " + path
	}
	return r.do(r.facilitator, request, fmt.Sprintf(r.fill(door.body), text))
}

func (r *room) refusesAsEmpty(door textDoor, text string) {
	r.t.Helper()
	told := r.through(door, text).want(http.StatusUnprocessableEntity, models.CodeInvalid).problem().Errors
	if len(told) != 1 || told[0].Reason != string(models.ReasonEmpty) || told[0].Pointer != door.pointer {
		r.t.Errorf("%s: told %+v", text, told)
	}
}

func TestTheRulesOfTextsHoldAtEveryDoorTM10TM14(t *testing.T) {
	r := newWorld(t).room("a")
	for _, door := range textDoors {
		t.Run(door.name, func(t *testing.T) {
			r.t = t
			for _, blank := range []string{`\u200b\ufeff`, `\u0301`, `\u3164`, `\u2800`, `\udb40\udc41`, `\u000b\u2028`, `\u0000\u202e`} {
				if door.needed {
					r.refusesAsEmpty(door, blank)
				} else {
					r.accepts(door, blank)
				}
			}
			r.accepts(door, `prvn\u00ed odr\u00e1\u017eka\u000bdruh\u00fd\u2028\u0159\u00e1dek\u0085\u2029\r\nt\u0159et\u00ed`)
			r.accepts(door, `a\u0000b\u001bc\u202ed`)
			r.accepts(door, strings.Repeat(`\ud83c\udf31`, door.limit))
			told := r.through(door, strings.Repeat(`\ud83c\udf31`, door.limit+1)).want(http.StatusUnprocessableEntity, models.CodeInvalid).problem().Errors
			if len(told) != 1 || told[0].Reason != string(models.ReasonTooLong) {
				t.Errorf("one character more: told %+v", told)
			}
		})
	}
}

func (r *room) accepts(door textDoor, text string) {
	r.t.Helper()
	if got := r.through(door, text); got.Code >= 300 {
		r.t.Errorf("%.60s: answered %d %s", text, got.Code, got.Body)
	}
}

func TestSoftLineEndsAreLineEndsWhereverTheyArePasted(t *testing.T) {
	r := newWorld(t).room("a")
	var idea models.Entry
	r.do(r.facilitator, r.fill("REQUEST POST /steps/{open}/ideas"), r.fill(`{"id":"{new}","text":"prvn\u00ed odr\u00e1\u017eka\u000bdruh\u00fd \u0159\u00e1dek"}`)).
		want(201, "").into(&idea)
	if idea.Text != "první odrážka\ndruhý řádek" {
		t.Errorf("kept as %q", idea.Text)
	}
}

func TestAnAccountNeedsANameAndALoginThatShow(t *testing.T) {
	w := newWorld(t)
	secret := w.link(models.LinkFirstAccount, "")
	for _, blank := range []string{`\u200b`, `\u3164`, `\u2800\u0301`} {
		told := w.do(&caller{}, "POST /api/accounts", `{"link":"`+secret+`","name":"`+blank+`","login":"`+blank+`","password":"lipa pod okny"}`).
			want(422, models.CodeInvalid).problem().Errors
		if len(told) != 2 || told[0].Reason != string(models.ReasonEmpty) || told[1].Reason != string(models.ReasonEmpty) {
			t.Errorf("%s: told %+v", blank, told)
		}
	}
}
