package server_test

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"dilna/models"
)

// badInput is one thing nobody may send, and every way in that refuses it.
type badInput struct {
	rule   string
	status int
	code   models.ErrorCode
	cs, en string // is in what the sender reads
	ways   []wayIn
}

// wayIn is one of them. Where it says what to correct, that is the pointer.
type wayIn struct {
	who           *caller
	request, body string
	pointer       string
}

// messy is a workshop where much has just changed under people's hands, and one
// that has ended.
type messy struct {
	*room
	ended *room

	street, second          *caller // whoever has a link; another who runs the workshop
	decisions, tasks        models.StepID
	decision, task          string
	gone                    models.PartID  // a part that was taken out
	goneTopic               models.TopicID // a topic that was removed
	harvest, late           string         // tokens of letterboxes that are open
	early, shut, past, full string         // of others
	removed                 string         // of one whose step is gone
	harvestBox, settled     string         // a letterbox, and what was sent to it and accepted
	long                    string         // 3,000 characters
}

func makeMess(t *testing.T) *messy {
	w := newWorld(t)
	m := &messy{room: w.room("a"), ended: w.room("b"), street: &caller{}, long: strings.Repeat("ž", 3_000)}
	m.second = w.account("second", models.RoleCoordinator)
	hasEnded(m.ended)
	m.decisions, m.tasks = m.step("decisions", false), m.step("tasks", false)
	m.decision = m.post(m.facilitator, "/steps/"+string(m.decisions)+"/decisions", `"text":"Schvaluje"`)
	m.task = m.post(m.facilitator, "/steps/"+string(m.tasks)+"/tasks", `"text":"Podklady","due_date":"2026-12-01","due":"do rady","owners":["Jana"]`)
	divided(m.room)
	m.gone = m.part
	m.part = models.NewID[models.PartID]()
	m.do(m.facilitator, "PATCH "+m.path("/divisions/"+string(m.division)), `{"parts":[{"id":"`+string(m.part)+`","heading":"Stůl 2"}]}`).want(200, "")
	m.goneTopic = models.TopicID(m.post(m.facilitator, "/steps/"+string(m.open)+"/topics", `"heading":"pryč"`))
	m.do(m.facilitator, "DELETE "+m.path("/topics/"+string(m.goneTopic)), "").want(204, "")
	m.letterboxes()
	photographed(m.room)
	return m
}

// letterboxes gives the workshop one letterbox of each state.
func (m *messy) letterboxes() {
	m.harvestBox, m.harvest = m.openBox(m.open, "")
	_, m.late = m.openBox("", "")
	m.settled = m.send(m.harvest, "přijatý")
	m.do(m.facilitator, "POST "+m.path("/letterboxes/"+m.harvestBox+"/settled"), `{"inputs":["`+m.settled+`"],"state":"accepted"}`).want(204, "")
	at := func(members string) string {
		id, token := m.openBox(m.step("collect", false), "")
		m.put(m.facilitator, "/letterboxes/"+id, `{"most":500,`+members+`}`)
		return token
	}
	m.early = at(`"opens":8000000000000,"closes":9000000000000`)
	m.shut = at(`"opens":0,"closes":9000000000000,"shut":true`)
	m.past = at(`"opens":0,"closes":1`)
	step := m.step("collect", false)
	_, m.removed = m.openBox(step, "")
	m.do(m.facilitator, "DELETE "+m.path("/steps/"+string(step)), "").want(204, "")
	id, token := m.openBox(m.step("collect", false), "")
	m.send(token, "jediný")
	m.put(m.facilitator, "/letterboxes/"+id, `{"opens":0,"closes":9000000000000,"most":1}`)
	m.full = token
}

// TestBadInputIsRefusedWithASentenceAtEveryDoor sends everything that is refused
// to every door that could take it, in both languages: each answers with its code
// and a sentence, says what to correct as it stands in the body, and nothing is
// stored (INV-11).
func TestBadInputIsRefusedWithASentenceAtEveryDoor(t *testing.T) {
	m := makeMess(t)
	for _, rows := range []func() []badInput{m.closedLinks, m.gonePart, m.noText, m.noPhoto, m.noDay, m.tooLong, m.twoAtOne, m.closedMeanwhile} {
		for _, bad := range rows() {
			for _, way := range bad.ways {
				m.isRefused(t, bad, way)
			}
		}
	}
}

// isRefused sends it in both languages and looks at what it was answered.
func (m *messy) isRefused(t *testing.T, bad badInput, way wayIn) {
	t.Helper()
	before, said := m.stored(), map[string]string{}
	for language, want := range map[string]string{"cs": bad.cs, "en": bad.en} {
		got := m.do(way.who, way.request, way.body, header("Accept-Language", language))
		p := got.problem()
		said[language] = sentences(p)
		if got.Code != bad.status || p.Code != string(bad.code) || !strings.Contains(said[language], want) || !strings.HasSuffix(said[language], ".") {
			t.Errorf("%s, %s: answered %d, want %d %s and %q: %.400s", bad.rule, way.request, got.Code, bad.status, bad.code, want, got.Body)
		}
		if (way.pointer != "") != (len(p.Errors) == 1) || way.pointer != "" && p.Errors[0].Pointer != way.pointer {
			t.Errorf("%s, %s: to correct is %+v, want %q", bad.rule, way.request, p.Errors, way.pointer)
		}
		if way.pointer != "" && !standsIn(way.body, way.pointer) {
			t.Errorf("%s, %s: %s is not in the body", bad.rule, way.request, way.pointer)
		}
	}
	if said["cs"] == said["en"] {
		t.Errorf("%s, %s: both languages say %q", bad.rule, way.request, said["cs"])
	}
	if now := m.stored(); now != before {
		t.Errorf("%s, %s: something was stored: %d, then %d", bad.rule, way.request, before, now)
	}
}

// sentences are all that a refusal says.
func sentences(p problem) string {
	all := []string{p.Detail}
	for _, e := range p.Errors {
		all = append(all, e.Detail)
	}
	return strings.Join(all, " ")
}

// standsIn says whether a body has what a JSON pointer points at, or could have:
// what is missing has its object there.
func standsIn(body, pointer string) bool {
	var at any
	if json.Unmarshal([]byte(body), &at) != nil {
		return false
	}
	steps := strings.Split(strings.TrimPrefix(pointer, "#/"), "/")
	for _, step := range steps[:len(steps)-1] {
		switch inner := at.(type) {
		case map[string]any:
			at = inner[step]
		case []any:
			i, err := strconv.Atoi(step)
			if err != nil || i >= len(inner) {
				return false
			}
			at = inner[i]
		}
	}
	_, isObject := at.(map[string]any)
	_, isList := at.([]any)
	return isObject || isList
}

// stored grows with everything that a request could leave behind.
func (m *messy) stored() int {
	return m.count(`SELECT SUM(revision) + (SELECT COUNT(*) FROM commands) + (SELECT COUNT(*) FROM history) + (SELECT COUNT(*) FROM inputs)
		+ (SELECT COUNT(*) FROM feedback_given) + (SELECT COUNT(*) FROM feedback_answers) + (SELECT COUNT(*) FROM sittings)
		+ (SELECT COUNT(*) FROM ballots) + (SELECT COUNT(*) FROM workshops) FROM workshops`)
}

// to is a way into the room: names in braces are filled in.
func (r *room) to(who *caller, request, pointer, body string) wayIn {
	return wayIn{who, r.fill("REQUEST " + request), r.fill(body), pointer}
}

// input is a way into a letterbox.
func (m *messy) input(token, pointer, members string) wayIn {
	return wayIn{m.street, "POST /api/letterbox/inputs", fmt.Sprintf(`{"token":%q,"id":%q,%s}`, token, models.NewID[string](), members), pointer}
}

// lateInput is a change of the draft that adds one.
func lateInput(text, date string) string {
	return `{"late_inputs":[{"id":"{new}","text":"` + text + `","source":"e-mail","date":"` + date + `","settlement":"","reason":""}]}`
}

func (m *messy) closedLinks() []badInput {
	to := func(token string) []wayIn { return []wayIn{m.input(token, "", `"text":"podnět"`)} }
	return []badInput{
		{
			"a link that is not open yet", http.StatusConflict, models.CodeLetterboxEarly,
			"Odkaz se teprve otevře.", "The link opens later.", to(m.early),
		},
		{
			"a link that is closed", http.StatusConflict, models.CodeLetterboxClosed,
			"Odkaz je zavřený", "The link is closed", append(to(m.shut), to(m.past)...),
		},
		{
			"a link that takes no more", http.StatusConflict, models.CodeLetterboxFull,
			"Přišlo jich tolik, kolik jich mohlo být.", "As many have come as there could be.", to(m.full),
		},
		{
			"a link whose step is gone", http.StatusNotFound, models.CodeLetterboxUnknown,
			"Odkaz neplatí", "It is not valid",
			append(to(m.removed), append(to("nothing"), wayIn{m.street, "POST /api/letterbox", `{"token":"` + m.removed + `"}`, ""})...),
		},
	}
}

func (m *messy) gonePart() []badInput {
	part := `"part":"` + string(m.gone) + `"`
	topic := `"topic":"` + string(m.goneTopic) + `"`
	return []badInput{
		{
			"a part that is gone, chosen on a phone", http.StatusConflict, models.CodePartGone,
			"Vyberte jinou.", "Choose another.",
			[]wayIn{m.to(m.participant, "PUT /divisions/"+string(m.division)+"/mine", "", `{`+part+`}`)},
		},
		{
			"a part or a topic that is gone, named", http.StatusUnprocessableEntity, models.CodeInvalid,
			"už bylo odebráno", "it has been removed",
			[]wayIn{
				m.to(m.facilitator, "POST /steps", "#/part", `{"id":"{new}","method":"collect","heading":"KROK",`+part+`}`),
				m.to(m.facilitator, "POST /steps/together", "#/steps/0/part", `{"steps":[{"id":"{new}","method":"collect","heading":"KROK",`+part+`}]}`),
				m.to(m.facilitator, "PATCH /steps/{waiting}", "#/part", `{`+part+`}`),
				m.to(m.facilitator, "PATCH /room", "#/wall_part", `{"wall_part":"`+string(m.gone)+`"}`),
				m.to(m.participant, "POST /steps/{open}/ideas", "#/topic", `{"id":"{new}","text":"podnět",`+topic+`}`),
				m.to(m.facilitator, "POST /steps/{open}/ideas/together", "#/ideas/0/topic", `{"ideas":[{"id":"{new}","text":"podnět",`+topic+`}]}`),
				m.to(m.facilitator, "PATCH /ideas/{idea}", "#/topic", `{`+topic+`}`),
				m.input(m.harvest, "#/topic", `"text":"podnět",`+topic),
			},
		},
		{
			"a part or a division that is gone, in the address", http.StatusNotFound, models.CodeNotFound,
			"Hledané tu není", "is not here",
			[]wayIn{
				m.to(m.participant, "PUT /divisions/{new}/mine", "", `{`+part+`}`),
				m.to(m.facilitator, "POST /tables/"+string(m.gone)+"/spokesperson", "", ""),
			},
		},
	}
}

func (m *messy) noText() []badInput {
	ended := m.ended
	return []badInput{{
		"no text", http.StatusUnprocessableEntity, models.CodeInvalid, "Vyplňte tento údaj.", "Fill this in.",
		[]wayIn{
			m.to(m.facilitator, "POST /steps/"+string(m.tasks)+"/tasks", "#/text", `{"id":"{new}","text":"","owners":["Jana"]}`),
			m.to(m.facilitator, "POST /steps/"+string(m.tasks)+"/tasks", "#/text", `{"id":"{new}","owners":["Jana"]}`),
			m.to(m.facilitator, "PATCH /tasks/"+m.task, "#/text", `{"text":" \n"}`),
			m.to(m.facilitator, "PATCH /tasks/"+m.task, "#/owners/1", `{"owners":["Jana"," "]}`),
			m.to(m.facilitator, "POST /steps/"+string(m.decisions)+"/decisions", "#/text", `{"id":"{new}","text":"\u200b"}`),
			m.to(m.facilitator, "PATCH /decisions/"+m.decision, "#/text", `{"text":""}`),
			m.to(m.participant, "POST /steps/{open}/ideas", "#/text", `{"id":"{new}","text":" "}`),
			m.to(m.participant, "PATCH /ideas/{mine}", "#/text", `{"text":""}`),
			m.to(m.facilitator, "POST /steps/{open}/ideas/together", "#/ideas/1/text", `{"ideas":[{"id":"{new}","text":"a"},{"id":"{topic}","text":""}]}`),
			m.to(m.facilitator, "POST /steps/{fish}/causes", "#/text", `{"id":"{new}","text":""}`),
			m.to(m.facilitator, "PATCH /causes/{cause}", "#/text", `{"text":""}`),
			m.to(m.facilitator, "POST /steps/{open}/topics", "#/heading", `{"id":"{new}","heading":""}`),
			m.to(m.facilitator, "PATCH /topics/{topic}", "#/heading", `{"heading":""}`),
			m.to(m.facilitator, "POST /steps", "#/heading", `{"id":"{new}","method":"tasks","heading":""}`),
			m.to(m.facilitator, "PATCH /steps/{open}", "#/heading", `{"heading":""}`),
			m.to(m.facilitator, "POST /promises", "#/heading", `{"step":"{new}","heading":"","all":true}`),
			m.to(m.facilitator, "PATCH /divisions/"+string(m.division), "#/parts/0/heading", `{"parts":[{"id":"{new}","heading":""}]}`),
			m.to(m.facilitator, "POST /steps/{open}/photos", "#/text", `{"id":"{new}","text":" ","file":"`+photoFile(2)+`"}`),
			m.to(m.facilitator, "PATCH /photos/"+string(m.photo.ID), "#/text", `{"text":"\u200b"}`),
			m.to(m.facilitator, "PATCH /minutes", "#/late_inputs/0/text", lateInput("", "")),
			m.to(m.facilitator, "POST /letterboxes/"+m.harvestBox+"/settled", "#/reason", `{"inputs":["`+m.settled+`"],"state":"declined"}`),
			m.input(m.harvest, "#/text", `"text":""`),
			m.input(m.late, "#/text", `"text":"\u200b"`),
			ended.to(ended.participant, "PUT /feedback/mine", "#/answers/0/text", `{"seq":1,"answers":[{"question":"`+string(good())+`","text":" "}]}`),
			ended.to(ended.facilitator, "PUT /feedback/questions", "#/questions/0/text", `{"questions":[{"id":"{new}","kind":"text","text":""}]}`),
		},
	}}
}

// noPhoto is what is no photo.
func (m *messy) noPhoto() []badInput {
	photo := func(file []byte) wayIn {
		return m.to(m.facilitator, "POST /steps/{open}/photos", "", `{"id":"{new}","text":"tabule","file":"`+base64.StdEncoding.EncodeToString(file)+`"}`)
	}
	return []badInput{
		{
			"a photo as telephones of one maker take it", http.StatusUnprocessableEntity, models.CodePhotoHEIC, "Nejvíce kompatibilní", "Most Compatible",
			[]wayIn{photo([]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00")), photo([]byte("\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00"))},
		},
		{
			"what is no photo at all", http.StatusUnprocessableEntity, models.CodePhotoUnusable, "JPEG nebo PNG", "JPEG or PNG",
			[]wayIn{photo([]byte("GIF89a")), photo([]byte("<svg/>")), photo(make([]byte, models.MaxPhotoBytes+1))},
		},
	}
}

func (m *messy) noDay() []badInput {
	bad := badInput{
		rule: "a day that is none", status: http.StatusUnprocessableEntity, code: models.CodeInvalid, cs: "rok-měsíc-den", en: "year-month-day",
	}
	for _, day := range []string{"19. 11.", "2026-02-30", "2026-13-01", "zítra", "2026-1-5"} {
		bad.ways = append(bad.ways,
			m.to(m.facilitator, "POST /steps/"+string(m.tasks)+"/tasks", "#/due_date", `{"id":"{new}","text":"úkol","due_date":"`+day+`"}`),
			m.to(m.facilitator, "PATCH /tasks/"+m.task, "#/due_date", `{"due_date":"`+day+`"}`),
			m.to(m.facilitator, "PATCH /head", "#/date", `{"date":"`+day+`"}`),
			m.to(m.facilitator, "PATCH /minutes", "#/late_inputs/0/date", lateInput("podnět", day)),
			m.to(m.facilitator, "POST /copies", "#/bring/date", `{"id":"{new}","bring":{"date":"`+day+`"}}`),
		)
	}
	return []badInput{bad}
}

func (m *messy) tooLong() []badInput {
	ended, text, heading := m.ended, `"text":"`+m.long+`"`, `"heading":"`+m.long+`"`
	bad := func(most, grouped string, ways ...wayIn) badInput {
		return badInput{
			"3,000 characters where " + most + " are room for", http.StatusUnprocessableEntity, models.CodeInvalid,
			"Zkraťte text na nejvýše " + grouped + "\u00a0znaků.", "Shorten the text to at most " + most + " characters.", ways,
		}
	}
	return []badInput{
		bad("2,000", "2\u00a0000",
			m.to(m.participant, "POST /steps/{open}/ideas", "#/text", `{"id":"{new}",`+text+`}`),
			m.to(m.participant, "PATCH /ideas/{mine}", "#/text", `{`+text+`}`),
			m.to(m.facilitator, "POST /steps/{open}/ideas/together", "#/ideas/0/text", `{"ideas":[{"id":"{new}",`+text+`}]}`),
			m.to(m.facilitator, "POST /steps/{fish}/causes", "#/text", `{"id":"{new}",`+text+`}`),
			m.to(m.facilitator, "POST /steps/"+string(m.tasks)+"/tasks", "#/text", `{"id":"{new}",`+text+`}`),
			m.to(m.facilitator, "PATCH /tasks/"+m.task, "#/reason", `{"reason":"`+m.long+`"}`),
			m.to(m.facilitator, "POST /steps/"+string(m.decisions)+"/decisions", "#/text", `{"id":"{new}",`+text+`}`),
			m.to(m.facilitator, "PATCH /decisions/"+m.decision, "#/text", `{`+text+`}`),
			m.to(m.facilitator, "PATCH /minutes", "#/late_inputs/0/text", lateInput(m.long, "")),
			m.to(m.facilitator, "POST /letterboxes/"+m.harvestBox+"/settled", "#/text", `{"inputs":["`+m.settled+`"],"state":"accepted",`+text+`}`),
			m.input(m.late, "#/text", text),
			m.input(m.harvest, "#/text", text),
			ended.to(ended.participant, "PUT /feedback/mine", "#/answers/0/text", `{"seq":1,"answers":[{"question":"`+string(good())+`",`+text+`}]}`),
		),
		bad("300", "300",
			m.to(m.facilitator, "POST /steps", "#/heading", `{"id":"{new}","method":"collect",`+heading+`}`),
			m.to(m.facilitator, "POST /steps/together", "#/steps/0/heading", `{"steps":[{"id":"{new}","method":"collect",`+heading+`}]}`),
			m.to(m.facilitator, "PATCH /steps/{open}", "#/heading", `{`+heading+`}`),
			m.to(m.facilitator, "POST /steps/{open}/topics", "#/heading", `{"id":"{new}",`+heading+`}`),
			m.to(m.facilitator, "POST /steps/{open}/topics/together", "#/topics/0/heading", `{"topics":[{"id":"{new}",`+heading+`}]}`),
			m.to(m.facilitator, "PATCH /topics/{topic}", "#/heading", `{`+heading+`}`),
			m.to(m.facilitator, "POST /divisions", "#/heading", `{"id":"{new}","parts":[{"id":"{topic}","heading":"Stůl"}],`+heading+`}`),
			m.to(m.facilitator, "PATCH /divisions/"+string(m.division), "#/parts/0/heading", `{"parts":[{"id":"{new}",`+heading+`}]}`),
			m.to(m.facilitator, "POST /promises", "#/heading", `{"step":"{new}","all":true,`+heading+`}`),
			m.to(m.facilitator, "POST /copies", "#/bring/promises/heading", `{"id":"{new}","bring":{"promises":{"step":"{topic}","all":true,`+heading+`}}}`),
			m.to(m.facilitator, "PATCH /tasks/"+m.task, "#/due", `{"due":"`+m.long+`"}`),
			m.to(m.facilitator, "PATCH /decisions/"+m.decision, "#/mover", `{"mover":"`+m.long+`"}`),
			m.input(m.late, "#/name", `"text":"podnět","name":"`+m.long+`"`),
			ended.to(ended.facilitator, "PUT /feedback/questions", "#/questions/0/text", `{"questions":[{"id":"{new}","kind":"text",`+text+`}]}`),
		),
	}
}

// twoAtOne has two who run the workshop change the same thing: the second says
// what she began from.
func (m *messy) twoAtOne() []badInput {
	change := func(request, member, was, first, second string) wayIn {
		m.do(m.second, m.fill("REQUEST "+request), `{`+first+`}`).want(200, "")
		return m.to(m.facilitator, request, "", `{`+second+`,"made_from":{"`+member+`":"`+was+`"}}`)
	}
	m.ended.do(m.second, "PUT "+m.ended.path("/feedback/questions"), m.fill(`{"questions":[{"id":"{new}","kind":"text","text":"Co dál?"}]}`)).want(200, "")
	task := "PATCH /tasks/" + m.task
	return []badInput{
		{
			"two at one text", http.StatusConflict, models.CodeChangedSince, "změnil někdo jiný", "Somebody has changed it since",
			[]wayIn{
				change(task, "text", "Podklady", `"text":"Rozeslat podklady"`, `"text":"Podklady včas"`),
				change(task, "due_date", "2026-12-01", `"due_date":"2026-12-08"`, `"due_date":"2026-12-15"`),
				change(task, "due", "do rady", `"due":"do voleb"`, `"due":"do Vánoc"`),
				change(task, "owners", "Jana", `"owners":["Petr"]`, `"owners":["Jana","Eva"]`),
				change(task, "reason", "", `"reason":"nestihlo se"`, `"reason":"čeká se na kraj"`),
				change("PATCH /decisions/"+m.decision, "text", "Schvaluje", `"text":"Schvaluje plán"`, `"text":"Bere na vědomí"`),
				change("PATCH /causes/{cause}", "text", "příčina", `"text":"první"`, `"text":"druhá"`),
				change("PATCH /ideas/{idea}", "text", "podnět", `"text":"první"`, `"text":"druhý"`),
				change("PATCH /topics/{topic}", "heading", "okruh", `"heading":"první"`, `"heading":"druhý"`),
				change("PATCH /steps/{open}", "heading", "KROK", `"heading":"PRVNÍ"`, `"heading":"DRUHÝ"`),
				change("PATCH /divisions/"+string(m.division), "heading", "Stoly", `"heading":"Kde sedíte"`, `"heading":"Místa"`),
				m.ended.to(m.ended.facilitator, "PUT /feedback/questions", "", `{"questions":[],"from":"`+models.QuestionsSum(models.Workshop{}.Questions())+`"}`),
			},
		},
		{
			"two settle one input, each her way", http.StatusConflict, models.CodeMovedOn, "někdo udělal něco jiného", "somebody did something else",
			[]wayIn{m.to(m.facilitator, "POST /letterboxes/"+m.harvestBox+"/settled", "", `{"inputs":["`+m.settled+`"],"state":"dropped"}`)},
		},
		{
			"two settle one input the same way", http.StatusConflict, models.CodeAlreadyDone, "Stalo se to jen jednou.", "It happened only once.",
			[]wayIn{m.to(m.facilitator, "POST /letterboxes/"+m.harvestBox+"/settled", "", `{"inputs":["`+m.settled+`"],"state":"accepted"}`)},
		},
	}
}

// closedMeanwhile closes everything while people type.
func (m *messy) closedMeanwhile() []badInput {
	m.vote()
	m.put(m.facilitator, "/rounds/"+string(m.running)+"/state", `{"state":"closed"}`)
	m.put(m.facilitator, "/steps/"+string(m.open)+"/state", `{"state":"closed"}`)
	m.ended.put(m.ended.facilitator, "/feedback/state", `{"open":false}`)
	return []badInput{
		{
			"a step closed while she types", http.StatusConflict, models.CodeStepNotOpen, "V tomto kroku se teď nepracuje.", "Nobody works on this step now.",
			[]wayIn{
				m.to(m.participant, "POST /steps/{open}/ideas", "", `{"id":"{new}","text":"podnět"}`),
				m.to(m.participant, "PATCH /ideas/{mine}", "", `{"text":"jinak"}`),
				m.to(m.participant, "DELETE /ideas/{mine}", "", ""),
				m.to(m.participant, "POST /steps/{fish}/causes", "", `{"id":"{new}","text":"příčina"}`),
			},
		},
		{
			"a round closed while she decides", http.StatusConflict, models.CodeRoundClosed, "Kolo je uzavřené", "The round is closed",
			[]wayIn{
				m.to(m.participant, "PUT /rounds/{running}/ballot/mine", "", `{"votes":[{"entry":"{idea}","value":1}],"seq":1}`),
				m.to(m.participant, "PUT /rounds/{running}/ideas/{idea}/dots/mine", "", `{"count":1,"seq":1}`),
				m.to(m.facilitator, "PUT /rounds/{running}/paper/{new}", "", `{"dots":[],"seq":1}`),
			},
		},
		{
			"a feedback closed while she writes", http.StatusConflict, models.CodeFeedbackClosed, "Odpovědi už se nepřijímají.", "Answers are no longer taken.",
			[]wayIn{m.ended.to(m.ended.participant, "PUT /feedback/mine", "", `{"seq":1,"answers":[{"question":"`+string(good())+`","text":"Dobré."}]}`)},
		},
		{
			"a workshop that has ended while she types", http.StatusConflict, models.CodeWorkshopNotOpen, "když facilitátor jednání otevře", "while the facilitator keeps the workshop open",
			[]wayIn{
				m.ended.to(m.ended.participant, "POST /steps/{open}/ideas", "", `{"id":"{new}","text":"podnět"}`),
				m.ended.to(m.ended.participant, "PATCH /ideas/{mine}", "", `{"text":"jinak"}`),
			},
		},
	}
}
