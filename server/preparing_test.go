package server_test

import (
	"net/http"
	"testing"
	"testing/fstest"

	"dilna/models"
	"dilna/server"
)

func TestARehearsalIsPlayedByPretendPeopleAndRemovedInOneGo(t *testing.T) {
	r := newWorld(t).room("a")
	before := r.revision()
	id := models.NewID[models.WorkshopID]()
	r.do(r.facilitator, "POST "+r.path("/copies"), `{"id":"`+string(id)+`","rehearsal":true}`).want(201, "")
	played := *r
	played.id = id

	var stands struct {
		Of     models.WorkshopID
		People int
	}
	r.do(r.facilitator, "PUT "+played.path("/rehearsal"), `{"people":5}`).want(200, "").into(&stands)
	if stands.Of != r.id || stands.People != 5 {
		t.Fatalf("the rehearsal stands at %+v", stands)
	}
	r.do(r.facilitator, "PUT "+played.path("/rehearsal"), `{"people":41}`).want(422, models.CodeInvalid)
	phone := played.join("phone")
	for played.seats() < 3 { // one is ours; the answer comes when there is news
		r.do(phone, "GET "+played.path("/feed?since=1000000&wait=1s"), "").want(200, "")
	}
	var seen struct{ Progress struct{ Connected int } }
	r.do(r.facilitator, "GET "+played.path("/feed?since=0&wait=1s"), "").want(200, "").into(&seen)
	if seen.Progress.Connected < 2 { // no phone of ours follows
		t.Errorf("of the pretend people %d are counted as connected", seen.Progress.Connected)
	}

	r.do(r.facilitator, "DELETE "+played.path("/rehearsal"), "").want(204, "")
	r.do(phone, "GET "+played.path("/mine"), "").want(404, models.CodeNotFound)
	r.do(r.facilitator, "GET "+played.path(""), "").want(404, models.CodeNotFound)
	if after := r.revision(); after != before {
		t.Errorf("the real workshop went from revision %d to %d", before, after)
	}
}

// seats is how many people have a place.
func (r *room) seats() int {
	progress, err := r.store.Progress(r.t.Context(), r.id)
	must(r.t, err)
	return progress.Seats
}

func TestARealWorkshopIsNoRehearsal(t *testing.T) {
	r := newWorld(t).room("a")
	r.do(r.facilitator, "GET "+r.path("/rehearsal"), "").want(409, models.CodeNotRehearsal)
	r.do(r.facilitator, "PUT "+r.path("/rehearsal"), `{"people":5}`).want(409, models.CodeNotRehearsal)
	r.do(r.facilitator, "DELETE "+r.path("/rehearsal"), "").want(409, models.CodeNotRehearsal)
	if seats := r.seats(); seats != 1 {
		t.Errorf("%d people have a place in it", seats)
	}
}

func TestTheDoorTellsTheFacilitatorWhatPhonesWillMeet(t *testing.T) {
	r := newWorld(t).room("a")
	type door struct{ Walls, Local bool }
	told := func(c *caller, as room) (d door) {
		as.do(c, "GET "+as.path("/door"), "", func(q *http.Request) { q.Host = "localhost:8080" }).want(200, "").into(&d)
		return d
	}
	if d := told(r.facilitator, *r); !d.Walls || !d.Local {
		t.Errorf("the facilitator is told %+v", d)
	}
	if d := told(r.screen, *r); d.Walls || d.Local {
		t.Errorf("the wall is told %+v", d)
	}
	id := models.NewID[models.WorkshopID]()
	r.do(r.facilitator, "POST /api/workshops", `{"id":"`+string(id)+`","template":"empty"}`).want(201, "")
	fresh := *r
	fresh.id = id
	if d := told(r.facilitator, fresh); d.Walls {
		t.Error("a wall nobody has opened is open")
	}
}

func TestWhoRunsItIsToldToEverybody(t *testing.T) {
	type about struct {
		Operator, Contact string
		Pictures          bool
	}
	var got about
	newWorld(t, func(cfg *server.Config) {
		cfg.Operator, cfg.AccessibilityContact = "Liberecký kraj", "pristupnost@example.cz"
		cfg.Client = fstest.MapFS{"index.html": {Data: []byte("phone")}, "help/cs-1.png": {Data: []byte("png")}}
	}).do(&caller{}, "GET /api/about", "").want(200, "").into(&got)
	if want := (about{"Liberecký kraj", "pristupnost@example.cz", true}); got != want {
		t.Errorf("told %+v", got)
	}
	newWorld(t, withClient).do(&caller{}, "GET /api/about", "").want(200, "").into(&got)
	if got != (about{}) {
		t.Errorf("told %+v by who has said nothing", got)
	}
}
