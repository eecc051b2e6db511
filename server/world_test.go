package server_test

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"dilna/exports/docx"
	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/store"
	"dilna/server"
	"dilna/server/live"
)

// world is a whole server on a real store, and everything it logs.
type world struct {
	t      *testing.T
	dir    string
	store  *store.Store
	hub    *live.Hub
	server *server.Server
	log    *logged
	public bool // it has a public address
}

// logged keeps what is written by many at once.
type logged struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *logged) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// again is another server on the same store: it has nothing in its memory yet.
func (r *room) again(formats ...server.Renderer) *room {
	r.t.Helper()
	w := *r.world
	w.hub = live.New(w.store, slog.New(slog.DiscardHandler))
	w.t.Cleanup(w.hub.Close)
	var err error
	if len(formats) == 0 {
		formats = renderers()
	}
	cfg := server.Config{Store: w.store, Hub: w.hub, Log: slog.New(slog.DiscardHandler), Minutes: formats}
	server.HashCheaply(&cfg)
	w.server, err = server.New(cfg)
	must(w.t, err)
	fresh := *r
	fresh.world = &w
	return &fresh
}

func newWorld(t *testing.T, adjust ...func(*server.Config)) *world {
	t.Helper()
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "dilna.db"), emptyDatabase(), 0o600))
	opened, err := store.Open(t.Context(), dir, store.Options{})
	must(t, err)
	w := newWorldOn(t, opened, adjust...)
	w.dir = dir
	return w
}

// newWorldOn is a server on a store, which it closes in the end.
func newWorldOn(t *testing.T, opened *store.Store, adjust ...func(*server.Config)) *world {
	t.Helper()
	w := &world{t: t, store: opened, log: &logged{}}
	log := slog.New(slog.NewJSONHandler(w.log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	w.hub = live.New(w.store, log)
	w.store.SetPublisher(w.hub)
	cfg := server.Config{Store: w.store, Hub: w.hub, Log: log, Minutes: renderers(), Slips: slipsOf, Tickets: ticketsOf, Stationery: docx.LookOf}
	server.HashCheaply(&cfg)
	for _, fn := range adjust {
		fn(&cfg)
	}
	w.public = cfg.PublicURL != ""
	var err error
	w.server, err = server.New(cfg)
	must(t, err)
	t.Cleanup(func() {
		w.hub.Close()
		w.server.Close()
		must(t, w.store.Close())
	})
	return w
}

// emptyDatabase is a database without rows. Every test has its own copy: to
// migrate hundreds of them would take most of the time of these tests.
var emptyDatabase = sync.OnceValue(func() []byte {
	dir, err := os.MkdirTemp("", "dilna-server")
	if err != nil {
		panic(err)
	}
	defer func() { _ = os.RemoveAll(dir) }()
	empty, err := store.Open(context.Background(), dir, store.Options{})
	if err == nil {
		err = empty.Close()
	}
	if err != nil {
		panic(err)
	}
	content, err := os.ReadFile(filepath.Join(dir, "dilna.db"))
	if err != nil {
		panic(err)
	}
	return content
})

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// caller is one browser: it keeps its cookies. The zero caller is nobody.
type caller struct {
	name    string
	as      string // which of its cookies is meant
	from    string // address; this machine's own where empty
	cookies []*http.Cookie
}

func (c *caller) keep(set []*http.Cookie) {
	c.cookies = append(c.cookies, set...)
}

// answered is what a request was answered with.
type answered struct {
	*httptest.ResponseRecorder
	t *testing.T
}

// do sends a request the way our own pages do.
func (w *world) do(c *caller, route, body string, change ...func(*http.Request)) answered {
	w.t.Helper()
	method, path, _ := strings.Cut(route, " ")
	if c.as != "" {
		path += map[bool]string{true: "&", false: "?"}[strings.Contains(path, "?")] + "as=" + c.as
	}
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.RemoteAddr, r.Host = "127.0.0.1:4000", "localhost"
	if c.from != "" {
		r.RemoteAddr = c.from + ":4000"
	}
	r.Header.Set("Accept-Language", "en")
	if method != http.MethodGet {
		r.Header.Set("Origin", "http://localhost")
		r.Header.Set("Idempotency-Key", string(modelstest.Key()))
		r.Header.Set("Content-Type", "application/json")
	}
	for _, cookie := range c.cookies {
		r.AddCookie(cookie)
	}
	for _, fn := range change {
		fn(r)
	}
	recorder := httptest.NewRecorder()
	w.server.Handler().ServeHTTP(recorder, r)
	c.keep(recorder.Result().Cookies())
	protected(w.t, route, recorder.Result())
	if strings.Contains(recorder.Body.String(), `"$schema"`) {
		w.t.Errorf("%s: the answer names a schema", route)
	}
	return answered{recorder, w.t}
}

// header changes a header of a request; an empty value takes it away.
func header(name, value string) func(*http.Request) {
	return func(r *http.Request) {
		r.Header.Del(name)
		if value != "" {
			r.Header.Set(name, value)
		}
	}
}

// want fails the test unless the answer has that status, and that code where
// it is a problem.
func (a answered) want(status int, code models.ErrorCode) answered {
	a.t.Helper()
	if a.Code != status || a.problem().Code != string(code) {
		a.t.Fatalf("answered %d %q, want %d %q: %s", a.Code, a.problem().Code, status, code, a.Body)
	}
	return a
}

// problem is the body of a refusal as clients read it.
type problem struct {
	Type, Title, Detail, Instance, Code string
	Status                              int
	Errors                              []struct{ Pointer, Reason, Detail string }
}

func (a answered) problem() problem {
	var p problem
	if a.Header().Get("Content-Type") == "application/problem+json" {
		a.into(&p)
	}
	return p
}

func (a answered) into(v any) {
	a.t.Helper()
	if err := json.Unmarshal(a.Body.Bytes(), v); err != nil {
		a.t.Fatalf("%v in %s", err, a.Body)
	}
}

// exec writes into the database past the rules.
func (w *world) exec(query string, args ...any) {
	w.t.Helper()
	db, err := sql.Open("sqlite3", "file:"+filepath.Join(w.dir, "dilna.db")+"?_busy_timeout=5000")
	must(w.t, err)
	defer func() { must(w.t, db.Close()) }()
	_, err = db.Exec(query, args...)
	must(w.t, err)
}

// count is the one number a query answers with.
func (w *world) count(query string) (n int) {
	w.t.Helper()
	db, err := sql.Open("sqlite3", "file:"+filepath.Join(w.dir, "dilna.db")+"?_busy_timeout=5000")
	must(w.t, err)
	defer func() { must(w.t, db.Close()) }()
	must(w.t, db.QueryRow(query).Scan(&n))
	return n
}

// account adds an account and a browser that is signed in with it.
func (w *world) account(name string, role models.Role) *caller {
	w.t.Helper()
	invitation := string(modelstest.Key())
	must(w.t, w.store.AddLink(w.t.Context(), models.Link{
		Hash: models.HashSecret(invitation), Purpose: models.LinkInvitation, Role: role, Expires: 1 << 50,
	}))
	account, err := w.store.AddAccount(w.t.Context(), models.HashSecret(invitation),
		models.Account{ID: models.NewID[models.AccountID](), Name: name, Login: name, PasswordHash: "-"})
	must(w.t, err)
	link := string(modelstest.Key())
	must(w.t, w.store.AddLink(w.t.Context(), models.Link{
		Hash: models.HashSecret(link), Purpose: models.LinkSignIn, AccountID: account.ID, Expires: 1 << 50,
	}))
	c := &caller{name: name}
	if w.public { // then nobody signs in without TLS, and these tests speak none
		token := models.NewSecret()
		must(w.t, w.store.SignIn(w.t.Context(), account.ID, models.HashSecret(token), 1<<50))
		c.cookies = []*http.Cookie{{Name: "s", Value: token}}
		return c
	}
	w.do(c, "POST /api/sign-in", `{"link":"`+link+`"}`).want(http.StatusOK, "")
	return c
}

// me is the id of the account a browser is signed in with.
func (w *world) me(c *caller) models.AccountID {
	w.t.Helper()
	var me models.Account
	w.do(c, "GET /api/me", "").want(http.StatusOK, "").into(&me)
	return me.ID
}

// disabled is a browser whose account was disabled while it was signed in.
func (w *world) disabled() *caller {
	w.t.Helper()
	c, yes := w.account("disabled", models.RoleCoordinator), true
	id := w.me(c)
	w.account("another", models.RoleCoordinator)
	_, _, err := w.store.ChangeAccount(w.t.Context(), models.Operator, id, models.AccountChange{Disabled: &yes})
	must(w.t, err)
	return c
}

// helper is the account of a colleague of the room's facilitator.
func (r *room) helper() models.AccountID {
	if r.colleague == "" {
		r.colleague = r.me(r.account("helper-"+models.NewID[string](), models.RoleFacilitator))
	}
	return r.colleague
}

// room is an open workshop with everything in it that a request can be about,
// and everybody who may ask.
type room struct {
	*world
	id                               models.WorkshopID
	facilitator, participant, screen *caller
	coordinator                      *caller // once there are minutes
	open, waiting, fish              models.StepID
	topic                            models.TopicID
	idea, mine, hidden               models.EntryID
	cause, agreed                    models.EntryID
	prepared, running, typed         models.RoundID
	colleague                        models.AccountID   // made by helper
	box                              models.LetterboxID // made by boxed
	division                         models.DivisionID  // once it is divided
	part                             models.PartID      // its only one
	photo                            models.Photo       // once it is photographed
	spoken                           int                // how often the participant has said something of the workshop
}

// room makes one: its steps are open (ideas, one of them the participant's),
// waiting (an idea nobody may see yet) and fish (a cause).
func (w *world) room(name string) *room {
	w.t.Helper()
	r := &room{world: w, id: models.NewID[models.WorkshopID](), facilitator: w.account("f-"+name, models.RoleFacilitator)}
	w.do(r.facilitator, "POST /api/workshops", fmt.Sprintf(`{"id":%q,"template":"empty","head":{"group":%q,"number":1}}`, r.id, name)).want(201, "")
	r.put(r.facilitator, "/state", `{"state":"open"}`)
	r.fish = r.step("fishbone", true)
	r.cause = models.EntryID(r.post(r.facilitator, "/steps/"+string(r.fish)+"/causes", `"text":"příčina"`))
	r.waiting = r.step("collect", false)
	r.hidden = models.EntryID(r.post(r.facilitator, "/steps/"+string(r.waiting)+"/ideas", `"text":"zatím skrytý"`))
	r.open = r.step("collect", true)
	r.topic = models.TopicID(r.post(r.facilitator, "/steps/"+string(r.open)+"/topics", `"heading":"okruh"`))
	r.idea = models.EntryID(r.post(r.facilitator, "/steps/"+string(r.open)+"/ideas", `"text":"podnět"`))
	r.prepared = models.RoundID(r.post(r.facilitator, "/steps/"+string(r.open)+"/rounds", `"dots":3,"per_idea":2`))
	r.typed = models.RoundID(r.post(r.facilitator, "/steps/"+string(r.open)+"/rounds", `"dots":3,"per_idea":2,"entry":"typed"`))
	r.participant = r.join("participant")
	r.mine = models.EntryID(r.post(r.participant, "/steps/"+string(r.open)+"/ideas", `"text":"můj podnět"`))
	r.screen = r.wall()
	return r
}

// vote opens the prepared round.
func (r *room) vote() *room {
	r.running = r.prepared
	r.put(r.facilitator, "/rounds/"+string(r.running)+"/state", `{"state":"open"}`)
	return r
}

func (r *room) path(tail string) string { return "/api/workshops/" + string(r.id) + tail }

func (r *room) step(method string, open bool) models.StepID {
	id := r.post(r.facilitator, "/steps", `"method":"`+method+`","heading":"KROK"`)
	if open {
		r.put(r.facilitator, "/steps/"+id+"/state", `{"state":"open"}`)
	}
	return models.StepID(id)
}

// post adds something with a new id.
func (r *room) post(c *caller, tail, members string) string {
	r.t.Helper()
	id := models.NewID[string]()
	r.do(c, "POST "+r.path(tail), `{"id":"`+id+`",`+members+`}`).want(http.StatusCreated, "")
	return id
}

func (r *room) put(c *caller, tail, body string) {
	r.t.Helper()
	r.do(c, "PUT "+r.path(tail), body).want(http.StatusOK, "")
}

func (r *room) code() models.Code {
	workshop, err := r.store.Workshop(r.t.Context(), r.id)
	must(r.t, err)
	return workshop.Code
}

// join is a new phone with a seat.
func (r *room) join(name string) *caller {
	r.t.Helper()
	c := &caller{name: name, as: "participant"}
	r.do(c, "POST /api/join", `{"code":"`+string(r.code())+`"}`).want(http.StatusOK, "")
	return c
}

// wall is a new screen on the wall.
func (r *room) wall() *caller {
	r.t.Helper()
	workshop, err := r.store.Workshop(r.t.Context(), r.id)
	must(r.t, err)
	c := &caller{name: "wall"}
	r.do(c, "POST "+r.path("/wall"), `{"token":"`+workshop.WallToken+`"}`).want(http.StatusOK, "")
	c.as = "wall"
	return c
}

func (r *room) revision() models.Revision {
	workshop, err := r.store.Workshop(r.t.Context(), r.id)
	must(r.t, err)
	return workshop.Revision
}
