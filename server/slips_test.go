package server_test

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"dilna/models"
)

// slipsOf stands in for the document: it says what would be printed.
func slipsOf(_ context.Context, s models.Slips, w io.Writer) error {
	dots := 0
	if s.Round != nil {
		dots = s.Round.Dots
	}
	_, err := fmt.Fprintf(w, "%s, %s, %d topics, %d dots, %d ideas, round %d for %q", s.Kind, s.Step.Heading, len(s.Topics), dots, s.Options, s.Number, s.For)
	return err
}

func TestBallotsAndIdeaSlipsCanBePrintedBeforeTheMeeting(t *testing.T) {
	w := newWorld(t)
	r := w.room("a")
	early := &room{world: w, id: models.NewID[models.WorkshopID](), facilitator: r.facilitator}
	w.do(r.facilitator, "POST /api/workshops", `{"id":"`+string(early.id)+`","template":"empty","head":{"group":"SENIOŘI"}}`).want(201, "")
	step := early.step("collect", false)
	at := "/steps/" + string(step)
	early.post(r.facilitator, at+"/topics", `"heading":"RODINY"`)
	early.post(r.facilitator, at+"/rounds", `"dots":5,"per_idea":2`)
	for file, want := range map[string]string{"ballots.pdf": "ballots, KROK, 0 topics, 5 dots, 0 ideas, round 0 for []", "slips.pdf": "ideas, KROK, 1 topics, 0 dots, 0 ideas, round 0 for []"} {
		got := w.do(r.facilitator, "GET "+early.path(at+"/"+file), "").want(200, "")
		if got.Body.String() != want || got.Header().Get("Content-Type") != "application/pdf" {
			t.Errorf("%s: %s %q, want %q", file, got.Header().Get("Content-Type"), got.Body, want)
		}
		if name := got.Header().Get("Content-Disposition"); !strings.HasPrefix(name, "inline; ") || !strings.HasSuffix(name, `-krok.pdf"`) {
			t.Errorf("%s is called %s", file, name)
		}
	}
	jury := models.NewID[string]()
	early.post(r.facilitator, "/divisions", `"heading":"Stoly","parts":[{"id":"`+jury+`","heading":"Porota"}]`)
	early.post(r.facilitator, at+"/rounds", `"dots":1,"per_idea":1,"parts":["`+jury+`"]`)
	got := w.do(r.facilitator, "GET "+early.path(at+"/ballots.pdf"), "").want(200, "").Body.String()
	if want := `ballots, KROK, 0 topics, 1 dots, 0 ideas, round 2 for ["Porota"]`; got != want {
		t.Errorf("of a jury: %s, want %s", got, want)
	}
}

func TestBallotsAreRefusedForAStepWithoutAVoteToCome(t *testing.T) {
	r := newWorld(t).room("a")
	ballots := func(step models.StepID) string { return "GET " + r.path("/steps/"+string(step)+"/ballots.pdf") }
	r.do(r.facilitator, ballots(r.waiting), "").want(409, models.CodeNoVote)
	r.do(r.facilitator, ballots(r.fish), "").want(409, models.CodeWrongMethod)
	r.do(r.facilitator, "GET "+r.path("/steps/"+string(r.fish)+"/slips.pdf"), "").want(409, models.CodeWrongMethod)
	r.do(r.facilitator, ballots("01990000-0000-7000-8000-000000000000"), "").want(404, models.CodeNotFound)
	r.vote()
	r.do(r.facilitator, ballots(r.open), "").want(200, "")
	r.put(r.facilitator, "/rounds/"+string(r.running)+"/state", `{"state":"closed"}`)
	r.put(r.facilitator, "/rounds/"+string(r.typed)+"/totals", `{"totals":[]}`)
	r.do(r.facilitator, ballots(r.open), "").want(409, models.CodeNoVote)
}
