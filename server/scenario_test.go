package server_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
)

// scenario is a request, its answer, and what the feed tells each audience
// because of it. A refused request must change nothing (INV-11).
type scenario struct {
	name    string
	given   func(*room)
	by      string // participant, wall or facilitator
	request string // {open} and the like are ids of the room, {new} is a fresh one
	body    string
	status  int
	code    models.ErrorCode
	// what the frames hold: of participants, wall and facilitators
	participants, wall, facilitators string
}

var scenarios = []scenario{
	// Ideas
	{name: "a participant adds an idea to the open step and everybody sees it", by: "participant",
		request: "POST /steps/{open}/ideas", body: `{"id":"{new}","text":"podnět"}`, status: 201,
		participants: "ideas:1", wall: "ideas:1", facilitators: "ideas:1"},
	{name: "an idea is put into a topic", by: "facilitator",
		request: "PATCH /ideas/{mine}", body: `{"topic":"{topic}"}`, status: 200,
		participants: "ideas:1", wall: "ideas:1", facilitators: "ideas:1"},
	{name: "INV-17: an idea in a waiting step is told to facilitators only", by: "facilitator",
		request: "POST /steps/{waiting}/ideas", body: `{"id":"{new}","text":"tajné"}`, status: 201,
		facilitators: "ideas:1"},
	{name: "a participant may not add to a waiting step", by: "participant",
		request: "POST /steps/{waiting}/ideas", body: `{"id":"{new}","text":"podnět"}`, status: 409, code: models.CodeStepNotOpen},
	{name: "a participant may not add to an ended workshop", by: "participant", given: ended,
		request: "POST /steps/{open}/ideas", body: `{"id":"{new}","text":"podnět"}`, status: 409, code: models.CodeWorkshopNotOpen},
	{name: "a facilitator adds a late idea to an ended workshop", by: "facilitator", given: ended,
		request: "POST /steps/{open}/ideas", body: `{"id":"{new}","text":"podnět"}`, status: 201,
		participants: "ideas:1", wall: "ideas:1", facilitators: "ideas:1"},
	{name: "the wall only watches", by: "wall",
		request: "POST /steps/{open}/ideas", body: `{"id":"{new}","text":"podnět"}`, status: 403, code: models.CodeFacilitatorOnly},
	{name: "an idea does not belong in a fishbone", by: "facilitator",
		request: "POST /steps/{fish}/ideas", body: `{"id":"{new}","text":"podnět"}`, status: 409, code: models.CodeWrongMethod},
	{name: "a participant rewords what is hers", by: "participant",
		request: "PATCH /ideas/{mine}", body: `{"text":"jinak"}`, status: 200,
		participants: "ideas:1", wall: "ideas:1", facilitators: "ideas:1"},
	{name: "INV-05: a participant may not reword what is not hers", by: "participant",
		request: "PATCH /ideas/{idea}", body: `{"text":"jinak"}`, status: 403, code: models.CodeNotYours},
	{name: "a participant may not mark", by: "participant",
		request: "PATCH /ideas/{mine}", body: `{"marked":true}`, status: 403, code: models.CodeFacilitatorOnly},
	{name: "a participant removes what is hers", by: "participant",
		request: "DELETE /ideas/{mine}", status: 204, participants: "gone:1", wall: "gone:1", facilitators: "gone:1"},
	{name: "a removal is undone", by: "facilitator", given: func(r *room) {
		r.do(r.facilitator, "DELETE "+r.path("/ideas/"+string(r.idea)), "").want(204, "")
	},
		request: "POST /ideas/{idea}/restore", status: 204, participants: "ideas:1", wall: "ideas:1", facilitators: "ideas:1"},
	{name: "ideas are frozen while a round is open", by: "facilitator", given: voting,
		request: "PATCH /ideas/{idea}", body: `{"text":"jinak"}`, status: 409, code: models.CodeRoundOpen},
	{name: "the same id twice is refused", by: "facilitator",
		request: "POST /steps/{open}/ideas", body: `{"id":"{idea}","text":"podnět"}`, status: 409, code: models.CodeIDTaken},

	{name: "a merged idea disappears, and the one it lives on in is told", by: "facilitator",
		request: "POST /ideas/{idea}/merged", body: `{"ideas":["{mine}"]}`, status: 200,
		participants: "ideas:1 gone:1", wall: "ideas:1 gone:1", facilitators: "ideas:1 gone:1"},
	{name: "an idea is not merged into itself", by: "facilitator",
		request: "POST /ideas/{idea}/merged", body: `{"ideas":["{idea}"]}`, status: 422, code: models.CodeInvalid},
	{name: "nothing is merged while people vote on it", by: "facilitator", given: voting,
		request: "POST /ideas/{idea}/merged", body: `{"ideas":["{mine}"]}`, status: 409, code: models.CodeRoundOpen},
	{name: "an idea goes under another", by: "facilitator",
		request: "PATCH /ideas/{idea}", body: `{"parent":"{mine}"}`, status: 200,
		participants: "ideas:1", wall: "ideas:1", facilitators: "ideas:1"},
	{name: "an idea does not go under itself", by: "facilitator",
		request: "PATCH /ideas/{idea}", body: `{"parent":"{idea}"}`, status: 409, code: models.CodeIdeaCycle},
	{name: "participants do not sort", by: "participant",
		request: "PATCH /ideas/{mine}", body: `{"parent":"{idea}"}`, status: 403, code: models.CodeFacilitatorOnly},
	{name: "what was never done cannot be undone", by: "facilitator",
		request: "POST /history/1/undo", status: 404, code: models.CodeNotFound},
	{name: "a page of the history has a size", by: "facilitator",
		request: "GET /history?limit=101", status: 422, code: models.CodeInvalid},

	// Steps and topics
	{name: "a step that is added waits, seen by facilitators only", by: "facilitator",
		request: "POST /steps", body: `{"id":"{new}","method":"collect","heading":"KROK"}`, status: 201,
		facilitators: "steps:1"},
	{name: "a step that opens becomes the current one and shows what is in it", by: "facilitator",
		request: "PUT /steps/{waiting}/state", body: `{"state":"open"}`, status: 200,
		participants: "workshop steps:2 ideas:1", wall: "workshop steps:2 ideas:1", facilitators: "workshop steps:2 ideas:1"},
	{name: "a step does not close while a round is open on it", by: "facilitator", given: voting,
		request: "PUT /steps/{open}/state", body: `{"state":"closed"}`, status: 409, code: models.CodeRoundOpen},
	{name: "participants do not open steps", by: "participant",
		request: "PUT /steps/{waiting}/state", body: `{"state":"open"}`, status: 403, code: models.CodeFacilitatorOnly},
	{name: "a topic is added", by: "facilitator",
		request: "POST /steps/{open}/topics", body: `{"id":"{new}","heading":"OZP"}`, status: 201,
		participants: "topics:1", wall: "topics:1", facilitators: "topics:1"},
	{name: "a topic is reworded", by: "facilitator",
		request: "PATCH /topics/{topic}", body: `{"heading":"OSOBY ZDRAVOTNĚ POSTIŽENÉ"}`, status: 200,
		participants: "topics:1", wall: "topics:1", facilitators: "topics:1"},

	// Causes
	{name: "a participant may not add a cause while the fishbone is closed", by: "participant",
		request: "POST /steps/{fish}/causes", body: `{"id":"{new}","text":"příčina"}`, status: 409, code: models.CodeStepNotOpen},
	{name: "a cause goes under another", by: "facilitator",
		request: "POST /steps/{fish}/causes", body: `{"id":"{new}","parent":"{cause}","text":"příčina"}`, status: 201,
		participants: "causes:1", wall: "causes:1", facilitators: "causes:1"},
	{name: "a cause cannot go under itself", by: "facilitator",
		request: "PATCH /causes/{cause}", body: `{"parent":"{cause}"}`, status: 409, code: models.CodeCauseCycle},

	// Rounds and dots
	{name: "INV-17: a prepared round is told to facilitators only", by: "facilitator",
		request: "POST /steps/{open}/rounds", body: `{"id":"{new}","dots":3,"per_idea":1}`, status: 201,
		facilitators: "rounds:1"},
	{name: "a round opens for everybody", by: "facilitator",
		request: "PUT /rounds/{prepared}/state", body: `{"state":"open"}`, status: 200,
		participants: "rounds:1", wall: "rounds:1", facilitators: "rounds:1"},
	{name: "INV-18: dots change no row for anybody, they are only counted", by: "participant", given: voting,
		request: "PUT /rounds/{running}/ideas/{idea}/dots/mine", body: `{"count":2,"seq":1}`, status: 200},
	{name: "the fourth of three dots is refused", by: "participant", given: twoDots,
		request: "PUT /rounds/{running}/ideas/{mine}/dots/mine", body: `{"count":2,"seq":2}`, status: 409, code: models.CodeDotsSpent},
	{name: "more dots than an idea takes are refused", by: "participant", given: voting,
		request: "PUT /rounds/{running}/ideas/{idea}/dots/mine", body: `{"count":3,"seq":1}`, status: 409, code: models.CodeDotsPerIdea},
	{name: "taking back is always allowed", by: "participant", given: twoDots,
		request: "PUT /rounds/{running}/ideas/{idea}/dots/mine", body: `{"count":0,"seq":2}`, status: 200},
	{name: "INV-10: an old change of dots is answered and changes nothing", by: "participant", given: twoDots,
		request: "PUT /rounds/{running}/ideas/{idea}/dots/mine", body: `{"count":0,"seq":1}`, status: 200},
	{name: "nobody votes in a prepared round", by: "participant",
		request: "PUT /rounds/{prepared}/ideas/{idea}/dots/mine", body: `{"count":1,"seq":1}`, status: 409, code: models.CodeRoundNotOpen},
	{name: "INV-07: nobody votes in a closed round", by: "participant", given: closed,
		request: "PUT /rounds/{running}/ideas/{idea}/dots/mine", body: `{"count":1,"seq":9}`, status: 409, code: models.CodeRoundClosed},
	{name: "facilitators have no dots", by: "facilitator", given: voting,
		request: "PUT /rounds/{running}/ideas/{idea}/dots/mine", body: `{"count":1,"seq":1}`, status: 403, code: models.CodeNotYours},
	{name: "INV-18: a whole ballot changes no row for anybody, it is only counted", by: "participant", given: voting,
		request: "PUT /rounds/{running}/ballot/mine", body: `{"votes":[{"entry":"{idea}","value":2},{"entry":"{mine}","value":1}],"seq":1}`, status: 200},
	{name: "INV-03: a ballot has no more dots than a person", by: "participant", given: voting,
		request: "PUT /rounds/{running}/ballot/mine", body: `{"votes":[{"entry":"{idea}","value":2},{"entry":"{mine}","value":2}],"seq":1}`, status: 409, code: models.CodeBallotOverBudget},
	{name: "a ballot puts no more on an idea than it takes", by: "participant", given: voting,
		request: "PUT /rounds/{running}/ballot/mine", body: `{"votes":[{"entry":"{idea}","value":3}],"seq":1}`, status: 409, code: models.CodeDotsPerIdea},
	{name: "a ballot names an idea once", by: "participant", given: voting,
		request: "PUT /rounds/{running}/ballot/mine", body: `{"votes":[{"entry":"{idea}","value":1},{"entry":"{idea}","value":1}],"seq":1}`, status: 422, code: models.CodeInvalid},
	{name: "a ballot names what is voted on", by: "participant", given: voting,
		request: "PUT /rounds/{running}/ballot/mine", body: `{"votes":[{"entry":"{new}","value":1}],"seq":1}`, status: 422, code: models.CodeInvalid},
	{name: "an empty ballot takes everything back", by: "participant", given: twoDots,
		request: "PUT /rounds/{running}/ballot/mine", body: `{"votes":[],"seq":2}`, status: 200},
	{name: "INV-10: an old ballot is answered and changes nothing", by: "participant", given: twoDots,
		request: "PUT /rounds/{running}/ballot/mine", body: `{"votes":[],"seq":1}`, status: 200},
	{name: "nobody casts a ballot in a prepared round", by: "participant",
		request: "PUT /rounds/{prepared}/ballot/mine", body: `{"votes":[],"seq":1}`, status: 409, code: models.CodeRoundNotOpen},
	{name: "INV-07: nobody casts a ballot in a closed round", by: "participant", given: closed,
		request: "PUT /rounds/{running}/ballot/mine", body: `{"votes":[],"seq":9}`, status: 409, code: models.CodeRoundClosed},
	{name: "facilitators have no ballot", by: "facilitator", given: voting,
		request: "PUT /rounds/{running}/ballot/mine", body: `{"votes":[],"seq":1}`, status: 403, code: models.CodeNotYours},
	{name: "a round is prepared by the rule it says", by: "facilitator",
		request: "POST /steps/{open}/rounds", body: `{"id":"{new}","rule":{"rule":"dots","dots":3,"per_entry":1}}`, status: 201,
		facilitators: "rounds:1"},
	{name: "a rule that phones do not know is not prepared", by: "facilitator",
		request: "POST /steps/{open}/rounds", body: `{"id":"{new}","rule":{"rule":"delphi","dots":3}}`, status: 422, code: models.CodeInvalid},
	{name: "a rule of no dots is none", by: "facilitator",
		request: "PATCH /rounds/{prepared}", body: `{"rule":{"rule":"dots"}}`, status: 422, code: models.CodeInvalid},
	{name: "a paper ballot says its votes as a phone does", by: "facilitator", given: voting,
		request: "PUT /rounds/{running}/paper/{new}", body: `{"votes":[{"entry":"{idea}","value":2}],"seq":1}`, status: 200},
	{name: "a paper ballot changes no row for anybody, it is only counted", by: "facilitator", given: voting,
		request: "PUT /rounds/{running}/paper/{new}", body: `{"dots":[{"idea":"{idea}","count":2},{"idea":"{mine}","count":1}],"seq":1}`, status: 200},
	{name: "INV-03: a paper ballot has no more dots than a phone", by: "facilitator", given: voting,
		request: "PUT /rounds/{running}/paper/{new}", body: `{"dots":[{"idea":"{idea}","count":2},{"idea":"{mine}","count":2}],"seq":1}`, status: 409, code: models.CodeBallotOverBudget},
	{name: "participants enter no paper ballots", by: "participant", given: voting,
		request: "PUT /rounds/{running}/paper/{new}", body: `{"dots":[],"seq":1}`, status: 403, code: models.CodeFacilitatorOnly},
	{name: "no paper ballot is entered before the round opens", by: "facilitator",
		request: "PUT /rounds/{prepared}/paper/{new}", body: `{"dots":[],"seq":1}`, status: 409, code: models.CodeRoundNotOpen},
	{name: "a second round among two ideas opens at once for everybody", by: "facilitator", given: closed,
		request: "POST /steps/{open}/rounds", body: `{"id":"{new}","dots":1,"per_idea":1,"ideas":["{idea}","{mine}"],"open":true}`, status: 201,
		participants: "rounds:1", wall: "rounds:1", facilitators: "rounds:1"},
	{name: "a round among one idea is none", by: "facilitator",
		request: "POST /steps/{open}/rounds", body: `{"id":"{new}","dots":1,"per_idea":1,"ideas":["{idea}"]}`, status: 422, code: models.CodeInvalid},
	{name: "INV-06: the rule of an open round stays", by: "facilitator", given: voting,
		request: "PATCH /rounds/{running}", body: `{"rule":{"rule":"approval"}}`, status: 409, code: models.CodeRoundOpen},
	{name: "INV-06: a limit of an open round is not set below what is spent", by: "facilitator", given: twoDots,
		request: "PATCH /rounds/{running}", body: `{"dots":1}`, status: 409, code: models.CodeLimitInUse},
	{name: "closing a round shows its standing to facilitators, the others lose sight of it", by: "facilitator", given: twoDots,
		request: "PUT /rounds/{running}/state", body: `{"state":"closed"}`, status: 200,
		participants: "gone:1", wall: "gone:1", facilitators: "rounds:1 standing:2"},
	{name: "revealing a result shows it to everybody", by: "facilitator", given: closed,
		request: "PUT /rounds/{running}/state", body: `{"state":"revealed"}`, status: 200,
		participants: "rounds:1 standing:2", wall: "rounds:1 standing:2", facilitators: "rounds:1 standing:2"},
	{name: "revealing from the last place up shows the last one first", by: "facilitator", given: closed,
		request: "PUT /rounds/{running}/state", body: `{"state":"revealing"}`, status: 200,
		participants: "rounds:1 standing:1", wall: "rounds:1 standing:1", facilitators: "rounds:1 standing:2"},
	{name: "participants reveal no result", by: "participant", given: closed,
		request: "PUT /rounds/{running}/state", body: `{"state":"revealed"}`, status: 403, code: models.CodeFacilitatorOnly},
	{name: "the result of an open round is not revealed", by: "facilitator", given: twoDots,
		request: "PUT /rounds/{running}/state", body: `{"state":"revealed"}`, status: 409, code: models.CodeRoundOpen},
	{name: "an idea with votes is not removed", by: "facilitator", given: closed,
		request: "DELETE /ideas/{idea}", status: 409, code: models.CodeIdeaHasVotes},
	{name: "typed totals close a round, and reveal nothing", by: "facilitator",
		request: "PUT /rounds/{typed}/totals", body: `{"totals":[{"idea":"{idea}","points":20},{"idea":"{mine}","points":null}],"voters":14}`, status: 200,
		facilitators: "rounds:1 standing:2"},

	// Signals
	{name: "a timer is told to everybody", by: "facilitator",
		request: "PUT /timer", body: `{"seconds":300}`, status: 200, participants: "workshop", wall: "workshop", facilitators: "workshop"},
	{name: "a timer of no time is refused", by: "facilitator",
		request: "PUT /timer", body: `{"seconds":0}`, status: 422, code: models.CodeInvalid},
	{name: "there is no timer to extend", by: "facilitator",
		request: "PATCH /timer", body: `{"add":60}`, status: 409, code: models.CodeTimerMissing},
	{name: "participants start no timer", by: "participant",
		request: "PUT /timer", body: `{"seconds":300}`, status: 403, code: models.CodeFacilitatorOnly},
	{name: "a message is told to everybody", by: "facilitator",
		request: "PATCH /room", body: `{"message":"Přestávka do 15:10"}`, status: 200, participants: "workshop", wall: "workshop", facilitators: "workshop"},
	{name: "a message of 301 characters is refused", by: "facilitator",
		request: "PATCH /room", body: `{"message":"` + strings.Repeat("ž", 301) + `"}`, status: 422, code: models.CodeInvalid},
	{name: "INV-18: a raised hand changes no row for anybody", by: "participant",
		request: "PUT /hands/mine", body: `{"raised":true}`, status: 200},
	{name: "INV-18: being done changes no row for anybody", by: "participant",
		request: "PUT /steps/{open}/done/mine", body: `{"done":true}`, status: 200},
	{name: "nobody is done with a step that is not open", by: "participant",
		request: "PUT /steps/{fish}/done/mine", body: `{"done":true}`, status: 409, code: models.CodeStepNotOpen},
	{name: "INV-18: while people write on their own, the others' ideas vanish", by: "facilitator",
		request: "PATCH /steps/{open}", body: `{"blind":true}`, status: 200,
		participants: "steps:1 gone:2", wall: "steps:1 gone:2", facilitators: "steps:1 ideas:2 rounds:2"},
	{name: "INV-18: what is written blind is told to facilitators only", by: "participant", given: blind,
		request: "POST /steps/{open}/ideas", body: `{"id":"{new}","text":"jen můj"}`, status: 201, facilitators: "ideas:1"},
	{name: "INV-18: what is removed while blind was never told", by: "participant", given: writtenBlind,
		request: "DELETE /ideas/{mine}", status: 204, facilitators: "gone:1"},
	{name: "revealing tells everything", by: "facilitator", given: blind,
		request: "PATCH /steps/{open}", body: `{"blind":false}`, status: 200,
		participants: "steps:1 ideas:2", wall: "steps:1 ideas:2", facilitators: "steps:1 ideas:2 rounds:2"},
	{name: "nobody votes on what they cannot see", by: "facilitator", given: blind,
		request: "PUT /rounds/{prepared}/state", body: `{"state":"open"}`, status: 409, code: models.CodeStepBlind},
	{name: "what people vote on is not hidden from them", by: "facilitator", given: voting,
		request: "PATCH /steps/{open}", body: `{"blind":true}`, status: 409, code: models.CodeRoundOpen},
	{name: "participants reveal nothing", by: "participant", given: blind,
		request: "PATCH /steps/{open}", body: `{"blind":false}`, status: 403, code: models.CodeFacilitatorOnly},
	{name: "an idea is hidden from the wall, also while people vote", by: "facilitator", given: voting,
		request: "PATCH /ideas/{mine}", body: `{"hidden":true}`, status: 200, participants: "ideas:1", wall: "ideas:1", facilitators: "ideas:1"},
	{name: "participants hide nothing from the wall", by: "participant",
		request: "PATCH /ideas/{mine}", body: `{"hidden":true}`, status: 403, code: models.CodeFacilitatorOnly},

	{name: "INV-18: agreeing with an idea changes no row for anybody", by: "participant", given: agreeing,
		request: "PUT /ideas/{idea}/agreement/mine", body: `{"agrees":true,"seq":1}`, status: 200},
	{name: "INV-02: agreeing again and again is the same", by: "participant", given: agreed,
		request: "PUT /ideas/{idea}/agreement/mine", body: `{"agrees":true,"seq":1}`, status: 200},
	{name: "how many agree is told when the step closes", by: "facilitator", given: agreed,
		request: "PUT /steps/{open}/state", body: `{"state":"closed"}`, status: 200,
		participants: "steps:1 ideas:2", wall: "steps:1 ideas:2", facilitators: "steps:1 ideas:2"},
	{name: "nobody agrees with an idea of her own", by: "participant", given: agreeing,
		request: "PUT /ideas/{mine}/agreement/mine", body: `{"agrees":true,"seq":1}`, status: 409, code: models.CodeOwnIdea},
	{name: "nobody agrees where it is not asked", by: "participant",
		request: "PUT /ideas/{idea}/agreement/mine", body: `{"agrees":true,"seq":1}`, status: 409, code: models.CodeAgreeingOff},
	{name: "an agreement without its number is refused", by: "participant", given: agreeing,
		request: "PUT /ideas/{idea}/agreement/mine", body: `{"agrees":true,"seq":0}`, status: 422, code: models.CodeInvalid},

	// The workshop
	{name: "the head is changed", by: "facilitator",
		request: "PATCH /head", body: `{"title":"Jednání","attendance":{"printed":"14 (+1 ORK)"}}`, status: 200,
		participants: "workshop", wall: "workshop", facilitators: "workshop"},
	{name: "the workshop ends", by: "facilitator",
		request: "PUT /state", body: `{"state":"ended"}`, status: 200,
		participants: "workshop", wall: "workshop", facilitators: "workshop"},
	{name: "INV-23: an ended workshop is not prepared again", by: "facilitator", given: ended,
		request: "PUT /state", body: `{"state":"prepared"}`, status: 409, code: models.CodeTransition},
	{name: "steps change places, the waiting one unseen", by: "facilitator",
		request: "PUT /steps/{open}/place", body: `{"index":0}`, status: 204,
		participants: "steps:2", wall: "steps:2", facilitators: "steps:3"},
}

func blind(r *room) {
	r.do(r.facilitator, r.fill("REQUEST PATCH /steps/{open}"), `{"blind":true}`).want(http.StatusOK, "")
}

func writtenBlind(r *room) {
	blind(r)
	r.mine = models.EntryID(r.post(r.participant, "/steps/"+string(r.open)+"/ideas", `"text":"psáno poslepu"`))
}

func ended(r *room)  { r.put(r.facilitator, "/state", `{"state":"ended"}`) }
func voting(r *room) { r.vote() }

// agreeing lets people agree with ideas of others, of which the open step has one.
func agreeing(r *room) {
	r.do(r.facilitator, r.fill("REQUEST PATCH /steps/{open}"), `{"agreeing":true}`).want(http.StatusOK, "")
}

func agreed(r *room) {
	agreeing(r)
	r.put(r.participant, "/ideas/"+string(r.idea)+"/agreement/mine", `{"agrees":true,"seq":1}`)
}

func twoDots(r *room) {
	r.vote()
	r.put(r.participant, "/rounds/"+string(r.running)+"/ideas/"+string(r.idea)+"/dots/mine", `{"count":2,"seq":1}`)
}

func closed(r *room) {
	twoDots(r)
	r.put(r.facilitator, "/rounds/"+string(r.running)+"/state", `{"state":"closed"}`)
}

func TestScenarios(t *testing.T) {
	for _, row := range scenarios {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			r := newWorld(t).room("a")
			if row.given != nil {
				row.given(r)
			}
			before := r.revision()
			r.do(r.caller(row.by), r.fill("REQUEST "+row.request), r.fill(row.body)).want(row.status, row.code)
			if told := row.participants + row.wall + row.facilitators; told == "" {
				if now := r.revision(); now != before {
					t.Errorf("INV-11: the workshop is at revision %d, want %d still", now, before)
				}
				return
			}
			for by, want := range map[string]string{"participant": row.participants, "wall": row.wall, "facilitator": row.facilitators} {
				if got := r.told(r.caller(by), before); got != want {
					t.Errorf("the feed tells %s %q, want %q", by, got, want)
				}
			}
		})
	}
}

func (r *room) caller(by string) *caller {
	return map[string]*caller{"participant": r.participant, "wall": r.screen, "facilitator": r.facilitator}[by]
}

// fill puts the room's ids into a text, and its address into a request.
func (r *room) fill(text string) string {
	if request, ok := strings.CutPrefix(text, "REQUEST "); ok {
		method, tail, _ := strings.Cut(request, " ")
		text = method + " " + r.path(tail)
	}
	return strings.NewReplacer(
		"{new}", models.NewID[string](), "{open}", string(r.open), "{waiting}", string(r.waiting), "{fish}", string(r.fish),
		"{topic}", string(r.topic), "{idea}", string(r.idea), "{mine}", string(r.mine), "{hidden}", string(r.hidden),
		"{cause}", string(r.cause), "{prepared}", string(r.prepared), "{running}", string(r.running), "{typed}", string(r.typed),
	).Replace(text)
}

// told sums up what the feed tells a caller who is at a revision.
func (r *room) told(c *caller, since models.Revision) string {
	r.t.Helper()
	v := r.frame(c, since).View
	var parts []string
	if v.Workshop != nil {
		parts = append(parts, "workshop")
	}
	standing := 0
	for _, round := range v.Rounds {
		standing += len(round.Standing)
	}
	for _, rows := range []struct {
		name string
		n    int
	}{
		{"steps", len(v.Steps)}, {"topics", len(v.Topics)}, {"ideas", len(v.Ideas)}, {"causes", len(v.Causes)},
		{"rounds", len(v.Rounds)}, {"standing", standing}, {"gone", len(v.Gone)},
	} {
		if rows.n > 0 {
			parts = append(parts, fmt.Sprintf("%s:%d", rows.name, rows.n))
		}
	}
	return strings.Join(parts, " ")
}

func TestTheSameCommandAgainGetsTheFirstAnswerINV02(t *testing.T) {
	r := newWorld(t).room("a")
	body, key := r.fill(`{"id":"{new}","text":"jednou"}`), header("Idempotency-Key", string(modelstest.Key()))
	first := r.do(r.participant, r.fill("REQUEST POST /steps/{open}/ideas"), body, key).want(201, "")
	at := r.revision()
	second := r.do(r.participant, r.fill("REQUEST POST /steps/{open}/ideas"), body, key).want(201, "")
	if first.Body.String() != second.Body.String() || r.revision() != at {
		t.Errorf("the second answer is %s at revision %d, want %s at %d", second.Body, r.revision(), first.Body, at)
	}
	r.do(r.participant, r.fill("REQUEST POST /steps/{open}/ideas"), r.fill(`{"id":"{new}","text":"jiný"}`), key).
		want(422, models.CodeKeyReused)
}

func TestMineIsWhatBelongsToTheSeat(t *testing.T) {
	r := newWorld(t).room("a")
	twoDots(r)
	var mine models.Mine
	r.do(r.participant, "GET "+r.path("/mine"), "").want(http.StatusOK, "").into(&mine)
	if len(mine.Ideas) != 1 || mine.Ideas[0] != r.mine || len(mine.Ballots) != 1 || mine.Ballots[0].Left != 1 {
		t.Errorf("mine is %+v, want one idea and one dot left", mine)
	}
	other := r.do(r.join("another"), "GET "+r.path("/mine"), "").want(http.StatusOK, "").Body.String()
	if strings.Contains(other, string(r.mine)) || !strings.Contains(other, `"ideas":[]`) {
		t.Errorf("another phone is told %s", other)
	}
}
