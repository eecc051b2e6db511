package server_test

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"dilna/models"
	"dilna/server"
)

// listOf stands in for the formats of lists.
func listOf(_ context.Context, l models.PromiseList, w io.Writer) error {
	for _, p := range l.Promises {
		if _, err := fmt.Fprintf(w, "%s: %s, %s (%s)\n", l.Language, p.Text, p.State, p.Workshop.Name(l.Language)); err != nil {
			return err
		}
	}
	return nil
}

// TestTwoMeetingsInARowWithAPromise goes the way of the console: the next meeting
// is made with what was promised, which is put off there, read and downloaded.
func TestTwoMeetingsInARowWithAPromise(t *testing.T) {
	w := newWorld(t, func(cfg *server.Config) {
		cfg.Promises = []server.PromiseRenderer{{Ending: "csv", ContentType: "text/csv; charset=utf-8", Render: listOf}}
	})
	r := w.room("Sociální služby")
	promising(r)
	next := &room{world: w, id: models.NewID[models.WorkshopID](), facilitator: r.facilitator}
	r.do(r.facilitator, "POST "+r.path("/copies"), fmt.Sprintf(
		`{"id":%q,"bring":{"promises":{"step":%q,"heading":"Slíbili jsme","all":true},"date":"2026-02-10"}}`, next.id, models.NewID[models.StepID]())).want(201, "")
	var page models.PromisePage
	r.do(r.facilitator, "GET /api/promises?state=open", "").want(200, "").into(&page)
	if page.Total != 1 || page.Promises[0].Workshop.ID != next.id || page.Promises[0].First.ID != r.id {
		t.Fatalf("promised are %+v", page.Promises)
	}
	task := string(page.Promises[0].Task)
	r.do(r.facilitator, "PATCH "+next.path("/tasks/"+task), `{"state":"moved","reason":"čeká se na kraj","due_date":"2026-03-01"}`).want(200, "")
	var story models.Story
	r.do(r.facilitator, "GET "+next.path("/tasks/"+task+"/story"), "").want(200, "").into(&story)
	if len(story.Story) != 2 || story.Story[0].State != models.TaskOpen || story.Story[1].Reason != "čeká se na kraj" {
		t.Errorf("its story is %+v", story.Story)
	}
	var offered models.Promises
	r.do(r.facilitator, "GET "+r.path("/promises"), "").want(200, "").into(&offered)
	if len(offered.Promises) != 0 {
		t.Errorf("the meeting before is offered %+v", offered.Promises)
	}
	file := r.do(r.facilitator, "GET /api/promises/file?format=csv&lang=cs&due=late", "").want(200, "")
	if got := file.Body.String(); got != "cs: domluveno, moved (2. jednání)\n" || !strings.Contains(file.Header().Get("Content-Disposition"), "slibene-ukoly-") {
		t.Errorf("the file is %q, %v", got, file.Header())
	}
	r.do(r.facilitator, "GET /api/promises/file?format=exe", "").want(422, models.CodeInvalid)
	r.do(r.facilitator, "GET /api/promises/file?format=csv&due=never", "").want(422, models.CodeInvalid)
	stranger := w.account("cizí", models.RoleFacilitator)
	r.do(stranger, "GET /api/promises", "").want(200, "").into(&page)
	if page.Total != 0 || r.do(stranger, "GET /api/promises/file?format=csv", "").want(200, "").Body.Len() != 0 {
		t.Errorf("a stranger is told of %+v", page.Promises)
	}
}
