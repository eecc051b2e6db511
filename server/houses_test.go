package server_test

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"dilna/models"
	"dilna/models/modelstest/pgtest"
	"dilna/models/store"
	"dilna/server/live"
	"dilna/server/live/notify"
)

// instance is one of several houses on one PostgreSQL, with a store, a hub, a
// bus and an address of its own. What they share is the database and a workshop.
type instance struct {
	*room
	line    *line
	address string
	http    *http.Server
	stop    func() // ends what keeps it together with the others, as the end of the program does
}

// twoHouses are two instances, and a workshop made at the first.
func twoHouses(t *testing.T) (a, b *instance) {
	t.Helper()
	url := pgtest.Database(t)
	a, b = newInstance(t, url), newInstance(t, url)
	<-a.line.heard
	<-b.line.heard
	a.room = a.world.room("a")
	shared := *a.room
	shared.world = b.world
	b.room = &shared
	for _, i := range []*instance{a, b} {
		i.address, i.http = i.listening()
	}
	return a, b
}

func newInstance(t *testing.T, url string) *instance {
	t.Helper()
	opened, err := store.OpenShared(t.Context(), url, []byte(strings.Repeat("tajné ", 10)), store.Options{})
	must(t, err)
	w := newWorldOn(t, opened)
	bus, err := notify.New(url, slog.New(slog.DiscardHandler))
	must(t, err)
	l := &line{Bus: bus, heard: make(chan struct{})}
	w.hub.Join(l)
	ctx, stop := context.WithCancel(context.Background())
	looks := time.NewTicker(500 * time.Millisecond)
	var keeping sync.WaitGroup
	keeping.Go(func() { w.hub.KeepTogether(ctx) })
	keeping.Go(func() { w.server.KeepRights(ctx, looks.C) })
	keeping.Go(func() { w.store.KeepTime(ctx, func(err error) { mustBeAway(t, err) }) })
	end := func() {
		stop()
		keeping.Wait()
		looks.Stop()
	}
	t.Cleanup(end)
	return &instance{room: &room{world: w}, line: l, stop: end}
}

// mustBeAway: nothing else may go wrong than that the database is killed.
func mustBeAway(t *testing.T, err error) {
	if models.CodeOf(err) != models.CodeDatabaseAway {
		t.Error(err)
	}
}

// line is a bus that knows when another instance was heard by it.
type line struct {
	live.Bus
	heard chan struct{}
}

func (l *line) Run(ctx context.Context, ear live.Ear) { l.Bus.Run(ctx, &listener{Ear: ear, line: l}) }

type listener struct {
	live.Ear
	line *line
	once sync.Once
}

func (l *listener) Hear(from string, m live.Message) {
	l.Ear.Hear(from, m)
	l.once.Do(func() { close(l.line.heard) })
}

// idea adds an idea of a participant's.
func (i *instance) idea(c *caller, text string) string {
	i.t.Helper()
	return i.post(c, "/steps/"+string(i.open)+"/ideas", fmt.Sprintf(`"text":%q`, text))
}

// has says whether a frame shows an idea.
func has(id string) func(live.Frame) bool {
	return func(f live.Frame) bool {
		for _, idea := range f.Ideas {
			if string(idea.ID) == id {
				return true
			}
		}
		return false
	}
}

func connected(n int) func(live.Frame) bool {
	return func(f live.Frame) bool { return f.Progress.Connected == n }
}

func whole(f live.Frame) bool { return f.Since == 0 }

func TestTwoHousesServeOneWorkshop(t *testing.T) {
	a, b := twoHouses(t)
	desk := b.stream(b.address, b.facilitator)
	here, there := a.stream(a.address, a.participant), b.stream(b.address, b.join("druhá"))

	start := time.Now()
	id := a.idea(a.participant, "napsáno u prvního")
	if !there.until(has(id)) || time.Since(start) > promptly {
		t.Errorf("an idea written at one is seen at the other after %v", time.Since(start))
	}
	id = b.idea(a.participant, "napsáno u druhého") // the same phone by another way
	if !here.until(has(id)) {
		t.Error("an idea is not seen")
	}
	if got := a.do(a.facilitator, "GET "+a.path("/feed?wait=0s&since=1"), ""); !strings.Contains(got.Body.String(), id) {
		t.Error("who asks the other right after is not told what was acknowledged")
	}
	if !desk.until(connected(2)) {
		t.Error("presence does not count both")
	}
	a.do(a.facilitator, "PUT "+a.path("/editing/okno-jedna"), `{"text":"ideas/x/text"}`).want(204, "")
	if !desk.until(func(f live.Frame) bool { e := f.Progress.Editing; return len(e) == 1 && e[0].By == "f-a" }) {
		t.Error("who writes at one is not told at the other")
	}
}

func TestWhatEndsAtOneHouseEndsAtTheOtherWithinASecondINV19(t *testing.T) {
	a, b := twoHouses(t)
	ends := func(what string, s *stream, end func()) {
		t.Helper()
		if !s.until(whole) {
			t.Fatalf("%s: the stream did not begin", what)
		}
		start := time.Now()
		end()
		if !s.ends() || time.Since(start) > promptly {
			t.Errorf("%s: the stream lived on for %v", what, time.Since(start))
		}
	}
	phone := b.join("telefon")
	ends("a seat is given up", b.stream(b.address, phone), func() { a.do(phone, "POST "+a.path("/leave"), `{}`).want(200, "") })
	b.do(phone, "GET "+b.path("/mine"), "").want(404, models.CodeNotFound)

	helper := b.account("pomocnice", models.RoleCoordinator)
	ends("signed out", b.stream(b.address, helper), func() { a.do(helper, "DELETE /api/sign-in", "").want(204, "") })
	b.do(helper, "GET /api/me", "").want(401, models.CodeSignInNeeded)

	// What nobody tells by the bus: a command line on the same database.
	lowered, lower := b.account("bývalá", models.RoleCoordinator), models.RoleFacilitator
	id := b.me(lowered)
	ends("a right is taken away elsewhere", b.stream(b.address, lowered), func() {
		_, _, err := a.store.ChangeAccount(t.Context(), models.Account{Role: models.RoleCoordinator}, id, models.AccountChange{Role: &lower})
		must(t, err)
	})

	b.do(a.participant, "GET "+b.path("/mine"), "").want(200, "")
	a.do(a.facilitator, "PUT "+a.path("/state"), `{"state":"ended"}`).want(200, "")
	told := b.stream(b.address, b.facilitator)
	if !told.until(whole) {
		t.Fatal("the stream did not begin")
	}
	a.do(a.facilitator, "DELETE "+a.path(""), "").want(204, "")
	a.do(a.facilitator, "DELETE /api/me/sign-ins", "").want(204, "")
	if !told.ends() {
		t.Error("the stream lives on")
	}
	// The stream may end as soon as its next reading finds nothing; that the seats
	// are to be looked up is heard by itself.
	gone := b.do(a.participant, "GET "+b.path("/mine"), "")
	for start := time.Now(); gone.Code == 200 && time.Since(start) < promptly; {
		gone = b.do(a.participant, "GET "+b.path("/mine"), "")
	}
	gone.want(404, models.CodeNotFound)
}

func TestASeatGivenUpThatNobodyToldOfIsFoundOut(t *testing.T) {
	a, b := twoHouses(t)
	phone := b.join("telefon")
	s := b.stream(b.address, phone)
	if !s.until(whole) {
		t.Fatal("the stream did not begin")
	}
	secret := models.SeatSecret(phone.cookies[0].Value)
	seat, err := a.store.SeatByToken(t.Context(), a.id, secret.Hash())
	must(t, err)
	by := models.Actor{Role: models.RoleParticipant, Workshop: a.id, Seat: seat.ID}
	_, err = a.store.Leave(t.Context(), by, secret, models.Leaving{})
	must(t, err)
	b.hub.Missed() // as after a line that was cut
	if !s.ends() {
		t.Error("the stream lives on")
	}
	b.do(phone, "GET "+b.path("/mine"), "").want(404, models.CodeNotFound)
}

func TestPretendPeopleAreCountedEverywhereAndStoppedFromAnywhere(t *testing.T) {
	a, b := twoHouses(t)
	id := models.NewID[models.WorkshopID]()
	a.do(a.facilitator, "POST "+a.path("/copies"), fmt.Sprintf(`{"id":%q,"rehearsal":true}`, id)).want(201, "")
	a.id, b.id = id, id
	desk := b.stream(b.address, b.facilitator)
	a.do(a.facilitator, "PUT "+a.path("/rehearsal"), `{"people":2}`).want(200, "")
	if !desk.until(connected(2)) {
		t.Fatal("the people of one house are not counted at the other")
	}
	var stands struct{ People int }
	b.do(b.facilitator, "GET "+b.path("/rehearsal"), "").want(200, "").into(&stands)
	if stands.People != 2 {
		t.Errorf("the other house knows of %d people", stands.People)
	}
	b.do(b.facilitator, "PUT "+b.path("/rehearsal"), `{"people":0}`).want(200, "")
	if !desk.until(connected(0)) {
		t.Error("they were not stopped from the other house")
	}
}

func TestATimerRingsOnceInTwoHouses(t *testing.T) {
	a, b := twoHouses(t)
	desk := b.stream(b.address, b.facilitator)
	before := a.revision()
	a.do(a.facilitator, "PUT "+a.path("/timer"), `{"seconds":1,"closes":true}`).want(200, "")
	if !desk.until(a.isClosed) {
		t.Fatal("the step is still open")
	}
	for _, i := range []*instance{a, b} {
		_, err := i.store.CloseDue(t.Context())
		must(t, err)
	}
	if after := b.revision(); after != before+2 {
		t.Errorf("the timer and closing took the workshop from revision %d to %d", before, after)
	}
}

func TestATimerIsKeptByTheOtherHouseIfItsOwnIsGone(t *testing.T) {
	a, b := twoHouses(t)
	desk := b.stream(b.address, b.facilitator)
	a.do(a.facilitator, "PUT "+a.path("/timer"), `{"seconds":1,"closes":true}`).want(200, "")
	a.stop()
	if !desk.until(a.isClosed) {
		t.Error("the step is still open")
	}
}

// isClosed says whether a frame shows that the open step is open no more.
func (r *room) isClosed(f live.Frame) bool {
	for _, step := range f.Steps {
		if step.ID == r.open && step.State == models.StepClosed {
			return true
		}
	}
	return false
}

func TestPeopleOfAHouseThatStopsAreBackAtTheOtherFM17(t *testing.T) {
	a, b := twoHouses(t)
	desk, phone := b.stream(b.address, b.facilitator), a.stream(a.address, a.participant)
	if !desk.until(connected(1)) || !phone.until(whole) {
		t.Fatal("the phone is not there")
	}
	id := a.idea(a.participant, "potvrzeno těsně předtím")
	a.hub.Drain()
	a.do(&caller{}, "GET /api/health", "").want(503, models.CodeDraining)
	if !phone.ends() {
		t.Fatal("the stream goes on")
	}
	var last live.Frame
	back := b.stream(b.address, a.participant)
	if !back.until(func(f live.Frame) bool { last = f; return has(id)(f) }) || last.Progress.Connected != 1 {
		t.Errorf("the other house tells %+v", last)
	}
	must(t, a.http.Close())
	a.stop()
	b.idea(a.participant, "dál")
	if !back.until(func(f live.Frame) bool { return len(f.Ideas) == 1 && f.Progress.Connected == 1 }) {
		t.Error("it does not go on at the other house")
	}
}
