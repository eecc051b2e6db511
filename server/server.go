// Package server is Dílna over HTTP: the API, the feed, the minutes and the
// web client. It knows nothing of databases and of documents: the store and
// the renderers are given to it.
package server

import (
	"context"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"

	"dilna/models"
	"dilna/server/crowd"
	"dilna/server/live"
)

// Store is everything the server needs of the store, each part declared beside
// the handlers that need it.
type Store interface {
	callerStore
	rightStore
	signInStore
	meStore
	accountStore
	linkStore
	facilitationStore
	libraryStore
	seatStore
	deviceStore
	admissionStore
	workshopStore
	stepStore
	divisionStore
	spokespersonStore
	entryStore
	sortingStore
	historyStore
	roundStore
	combinationStore
	photoStore
	partStore
	signalStore
	agreementStore
	minutesStore
	slipStore
	printStore
	editionStore
	letterheadStore
	stationeryStore
	publicationStore
	letterboxStore
	templateStore
	copyStore
	promiseStore
	checklistStore
	feedbackStore
	healthStore
}

// Config is what a Server is made of.
type Config struct {
	Store   Store
	Hub     *live.Hub
	Log     *slog.Logger   // nil: slog.Default()
	Client  fs.FS          // the built web client; nil or empty: a page that says how to build it
	Minutes []Renderer     // the formats the minutes are downloaded in
	Slips   SlipRenderer   // nil: none are printed
	Tickets TicketRenderer // nil: none are printed

	Stationery StationeryReader // nil: no Word file is taken

	Promises []PromiseRenderer // the formats lists of promises are downloaded in

	// PublicURL is the address participants reach us at, where it is not the
	// host of the request: "https://dilna.example.cz". Requests from pages at
	// that address count as our own.
	PublicURL string
	// LANAddress is this machine's address in the local network, without a
	// port. It stands in for localhost in what participants type.
	LANAddress string
	// TrustedProxies are the addresses or networks (CIDR) of proxies whose
	// X-Forwarded-For and X-Forwarded-Proto count. None by default.
	TrustedProxies []string
	// MaxConnections is how many connections there may be at once; 0: any number.
	MaxConnections int
	// Now is the clock by which guessing is limited; nil: time.Now.
	Now func() time.Time
	// Operator and AccessibilityContact stand in the accessibility statement.
	Operator, AccessibilityContact string

	hashing hashed // of passwords; zero: today's. Tests that are not about it have a cheap one.
}

// Server serves Dílna. Handler is ready at once; HTTP wraps it with the
// settings of a server on the open network.
type Server struct {
	store      Store
	hub        *live.Hub
	log        *slog.Logger
	engine     *gin.Engine
	api        huma.API
	callers    callers
	codes      *guard
	halls      *halls
	passwords  *passwords
	renderers  []Renderer
	slips      SlipRenderer
	tickets    TicketRenderer
	stationery StationeryReader
	promised   []PromiseRenderer
	renders    chan struct{}
	prints     prints
	readers    crowding // of published minutes
	rush       *rush    // what is sent by links open to the world

	connections *connections

	publicRenders chan struct{} // what anybody asks for takes no place from those who work
	proxies       proxies
	publicURL     *url.URL
	lanAddress    string
	origins       *http.CrossOriginProtection
	client        client
	about         about
	crowds        *crowd.Crowds
}

// New makes a server. It fails on a PublicURL or a proxy that cannot be read.
func New(cfg Config) (*Server, error) {
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	if cfg.hashing == (hashed{}) {
		cfg.hashing = today
	}
	halls := newHalls(cfg.Now)
	s := &Server{
		store: cfg.Store, hub: cfg.Hub, log: cfg.Log, callers: callers{store: cfg.Store, halls: halls}, halls: halls,
		codes: newCodeGuard(cfg.Now), rush: newRush(cfg.Now), passwords: newPasswords(cfg.Now, cfg.hashing),
		renderers: cfg.Minutes, slips: cfg.Slips, tickets: cfg.Tickets, stationery: cfg.Stationery, promised: cfg.Promises, renders: make(chan struct{}, rendersAtOnce),
		publicRenders: make(chan struct{}, 1), prints: prints{made: map[models.Print]*printed{}}, readers: crowding{under: map[string]int{}},
		lanAddress: cfg.LANAddress, origins: http.NewCrossOriginProtection(),
	}
	if s.log == nil {
		s.log = slog.Default()
	}
	s.connections = newConnections(cfg.MaxConnections, s.log)
	if err := s.readAddresses(cfg); err != nil {
		return nil, err
	}
	var err error
	if s.client, err = newClient(cfg.Client); err != nil {
		return nil, err
	}
	s.about = about{Operator: cfg.Operator, Contact: cfg.AccessibilityContact, Pictures: s.client.hasPictures()}
	s.crowds = crowd.New(cfg.Store, s.log, crowd.Usual)
	if s.hub != nil {
		s.hub.Welcome(s.crowds)
		s.crowds.Tell(s.hub.CrowdStands)
	}
	if err := s.newEngine(cfg.TrustedProxies); err != nil {
		return nil, err
	}
	s.routes()
	return s, nil
}

func (s *Server) readAddresses(cfg Config) (err error) {
	if s.proxies, err = parseProxies(cfg.TrustedProxies); err != nil || cfg.PublicURL == "" {
		return err
	}
	if s.publicURL, err = url.Parse(strings.TrimRight(cfg.PublicURL, "/")); err != nil {
		return err
	}
	return s.origins.AddTrustedOrigin(s.publicURL.Scheme + "://" + s.publicURL.Host)
}

// Gin's other modes print to standard output.
func init() { gin.SetMode(gin.ReleaseMode) }

// newEngine is Gin with what every request passes, in this order.
func (s *Server) newEngine(trusted []string) error {
	s.engine = gin.New()
	s.engine.HandleMethodNotAllowed = true
	s.engine.RedirectTrailingSlash = false
	if err := s.engine.SetTrustedProxies(trusted); err != nil {
		return err
	}
	s.engine.Use(s.arrive, limitTime, s.logAccess, s.recoverPanic, s.protect, s.mustBeHere, s.mustBeOurs)
	s.engine.NoMethod(s.noMethod)
	s.engine.NoRoute(s.clientOrNothing)
	return nil
}

func (s *Server) routes() {
	s.api = s.newAPI()
	s.healthRoutes()
	s.signInRoutes()
	s.meRoutes()
	s.accountRoutes()
	s.linkRoutes()
	s.libraryRoutes()
	s.zipRoutes()
	s.seatRoutes()
	s.admissionRoutes()
	s.deviceRoutes()
	s.workshopRoutes()
	s.facilitationRoutes()
	s.doorRoutes()
	s.stepRoutes()
	s.divisionRoutes()
	s.spokespersonRoutes()
	s.entryRoutes()
	s.sortingRoutes()
	s.historyRoutes()
	s.roundRoutes()
	s.combinationRoutes()
	s.photoRoutes()
	s.partRoutes()
	s.signalRoutes()
	s.agreementRoutes()
	s.feedRoutes()
	s.editingRoutes()
	s.minutesRoutes()
	s.slipRoutes()
	s.editionRoutes()
	s.letterheadRoutes()
	s.stationeryRoutes()
	s.publicationRoutes()
	s.letterboxRoutes()
	s.templateRoutes()
	s.copyRoutes()
	s.promiseRoutes()
	s.checklistRoutes()
	s.feedbackRoutes()
	s.aboutRoutes()
	s.specRoutes()
}

// Close sends away the pretend people of all rehearsals and waits for them:
// nobody writes to the store any more.
func (s *Server) Close() { s.crowds.Close() }

// Handler serves everything.
func (s *Server) Handler() http.Handler { return s.engine }

// Limits of a connection (docs/reliability.md, section 9). There is no limit for
// writing an answer here: a stream lives for half an hour, so each route sets
// its own.
const (
	headerTime = 5 * time.Second
	idleTime   = 60 * time.Second
	maxHeader  = 16 << 10 // bytes
)

// HTTP is a server for the open network at addr. Its Shutdown ends the streams
// within milliseconds.
func (s *Server) HTTP(addr string) *http.Server {
	server := &http.Server{
		Addr: addr, Handler: s.engine,
		ReadHeaderTimeout: headerTime, IdleTimeout: idleTime, MaxHeaderBytes: maxHeader,
		ErrorLog: slog.NewLogLogger(s.log.Handler(), slog.LevelDebug),
	}
	server.ConnContext = func(ctx context.Context, _ net.Conn) context.Context { return withConn(ctx) }
	server.ConnState = s.connections.follow
	server.RegisterOnShutdown(s.hub.Close)
	return server
}
