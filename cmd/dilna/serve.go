package main

import (
	"context"
	"crypto/tls"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"strconv"
	"sync"
	"syscall"
	"time"

	"dilna/exports/docx"
	"dilna/frontend"
	"dilna/server"
	"dilna/server/live"
	"dilna/server/live/notify"
)

// serveCommand is what `dilna serve` is told; help.go says what it means.
type serveCommand struct {
	Addr string `default:":8080" placeholder:"ADDRESS"`
	source
	sharing
	PublicURL            string   `name:"public-url" placeholder:"URL"`
	TrustedProxies       []string `placeholder:"ADDRESSES" sep:","`
	TLSCert              string   `name:"tls-cert" placeholder:"FILE"`
	TLSKey               string   `name:"tls-key" placeholder:"FILE"`
	Operator             string   `placeholder:"NAME"`
	AccessibilityContact string   `placeholder:"CONTACT"`
	Backups              string   `placeholder:"FOLDER"`
	LogLevel             string   `default:"warn" enum:"debug,info,warn,error" placeholder:"LEVEL"`
}

// shutdownTime is how long requests under way may take to finish: less than the
// ten seconds after which Docker kills.
const shutdownTime = 8 * time.Second

// rightsEvery is between two looks at what other programs took away: half of
// the second within which it counts.
const rightsEvery = 500 * time.Millisecond

// Run serves until ctx ends.
func (c *serveCommand) Run(ctx context.Context, t *terminal) (err error) {
	secure, err := c.tlsConfig(t)
	if err != nil {
		return err
	}
	var level slog.Level
	if err := level.UnmarshalText([]byte(c.LogLevel)); err != nil {
		return err
	}
	log := t.log(level)
	data, err := t.takeData(ctx, c.source, c.sharing, log)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, data.close()) }()
	listener, err := t.listen(c.Addr)
	if err != nil {
		return err
	}
	house, err := c.open(t, data, log, listener.Addr())
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	if secure != nil {
		listener = tls.NewListener(listener, secure)
	}
	if err := c.greet(ctx, t, data, listener.Addr()); err != nil {
		return errors.Join(err, listener.Close())
	}
	return house.serve(ctx, listener)
}

// Of the files that may be open, the program needs some for itself; with fewer
// than enough for a large hall the operator is told.
const (
	ownFiles    = 64
	enoughFiles = 4096
)

// places is how many connections the system allows.
func places(log *slog.Logger) int {
	limit, err := openFilesLimit()
	if err != nil {
		log.Warn("how many files may be open is not known", "err", err)
		return 0
	}
	if limit < enoughFiles {
		log.Warn("few files may be open at once, and each phone needs one: raise the limit (ulimit -n 20000; systemd: LimitNOFILE=20000; Docker: --ulimit nofile=20000)",
			"files", limit)
	}
	return max(limit-ownFiles, ownFiles)
}

// house is a server over an open data folder.
type house struct {
	http  *http.Server
	clock func(context.Context) // closes what timers are to close, and streams nobody may follow any more
	bus   func(context.Context) // carries what instances tell each other, to the very end
	drain func() bool           // sends those who follow to other instances; false if there are none
	close func()                // sends pretend people away

	patience time.Duration // with requests under way, at the end
}

func (c *serveCommand) open(t *terminal, data *folder, log *slog.Logger, listening net.Addr) (*house, error) {
	hub := live.New(data.store, log)
	data.store.SetPublisher(hub)
	if c.shared() {
		bus, err := notify.New(c.DatabaseURL, log)
		if err != nil {
			return nil, err
		}
		hub.Join(bus)
	}
	lan, err := lanAddress(listening)
	if err != nil {
		log.Warn("the addresses of this computer are not known", "err", err)
	}
	config := server.Config{
		Store: data.store, Hub: hub, Log: log, Client: frontend.Client(), Minutes: renderers(), Slips: slips, Tickets: tickets, Stationery: docx.LookOf, Promises: promiseRenderers(),
		MaxConnections: places(log), PublicURL: c.PublicURL, TrustedProxies: c.TrustedProxies, LANAddress: lan,
		Operator: c.Operator, AccessibilityContact: c.AccessibilityContact,
	}
	served, err := server.New(config)
	if err != nil {
		return nil, t.fail(err, "Nastavení --public-url nebo --trusted-proxies nejde přečíst. Má být jako https://dilna.example.cz a 10.0.0.0/8.",
			"--public-url or --trusted-proxies cannot be read. They should be like https://dilna.example.cz and 10.0.0.0/8.")
	}
	clock := func(ctx context.Context) {
		looks := time.NewTicker(rightsEvery)
		defer looks.Stop()
		var rights sync.WaitGroup
		defer rights.Wait()
		rights.Go(func() { served.KeepRights(ctx, looks.C) })
		if folder := c.copies(c.Backups); folder != "" {
			rights.Go(func() { data.store.KeepCopies(ctx, folder) })
		}
		data.store.KeepTime(ctx, func(err error) { log.ErrorContext(ctx, "a timer did not close what it should", "err", err) })
	}
	drain := func() bool {
		if hub.Shared() {
			hub.Drain()
		}
		return hub.Shared()
	}
	return &house{http: served.HTTP(c.Addr), clock: clock, bus: hub.KeepTogether, drain: drain, close: served.Close, patience: shutdownTime}, nil
}

// drainTime is how long an instance that is stopping answers on, until proxies
// have seen that it stops and phones have gone elsewhere (docs/adr/0029).
const drainTime = 3 * time.Second

// serve answers until ctx ends; then the streams end, requests under way
// finish, and nothing new is taken. What has not finished in time is cut off,
// like a body that never came whole: that is an orderly end, too.
func (h *house) serve(ctx context.Context, listener net.Listener) error {
	var works sync.WaitGroup
	defer works.Wait()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	works.Go(func() { h.clock(ctx) })
	whole, end := context.WithCancel(context.WithoutCancel(ctx))
	defer end()
	works.Go(func() { h.bus(whole) })
	defer h.close()
	ended := make(chan error, 1)
	go func() { ended <- h.http.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	finishing, cancel := context.WithTimeout(whole, h.patience)
	defer cancel()
	if h.drain() {
		h.http.SetKeepAlivesEnabled(false) // who asks again asks another
		select {
		case err := <-ended:
			return err
		case <-time.After(min(drainTime, h.patience/2)):
		}
	}
	err := h.http.Shutdown(finishing)
	if errors.Is(err, context.DeadlineExceeded) {
		return h.http.Close()
	}
	return err
}

func (t *terminal) listen(addr string) (net.Listener, error) {
	listener, err := net.Listen("tcp", addr)
	switch {
	case err == nil:
		return listener, nil
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, t.fail(nil, "Na %s už něco běží, možná jiná Dílna. Zastavte to, nebo zvolte jiný port, třeba --addr :%d.",
			"Something runs on %s already, perhaps another Dílna. Stop it, or choose another port, like --addr :%d.", addr, nextPort(addr))
	case errors.Is(err, syscall.EACCES):
		return nil, t.fail(nil, "Port v %s smí otevřít jen správce počítače. Zvolte port od 1024 výš, třeba --addr :8080.",
			"Only the owner of this computer may open the port in %s. Choose one from 1024 up, like --addr :8080.", addr)
	}
	return nil, t.fail(err, "Na %s nejde čekat na spojení. Má to být jako :8080 nebo 192.168.1.20:8080.",
		"Waiting for connections on %s is not possible. It should be like :8080 or 192.168.1.20:8080.", addr)
}

func nextPort(addr string) int {
	_, text, _ := net.SplitHostPort(addr)
	port, err := strconv.Atoi(text)
	if err != nil || port >= 65535 {
		return 8081
	}
	return port + 1
}

func (c *serveCommand) tlsConfig(t *terminal) (*tls.Config, error) {
	if c.TLSCert == "" && c.TLSKey == "" {
		return nil, nil
	}
	if c.TLSCert == "" || c.TLSKey == "" {
		return nil, t.fail(nil, "--tls-cert a --tls-key patří k sobě: zadejte oba.", "--tls-cert and --tls-key belong together: say both.")
	}
	pair, err := tls.LoadX509KeyPair(c.TLSCert, c.TLSKey)
	if err != nil {
		return nil, t.fail(err, "Certifikát TLS v souborech %s a %s nejde přečíst. Mají být ve formátu PEM a patřit k sobě.",
			"The TLS certificate in %s and %s cannot be read. Both files should be PEM and belong together.", c.TLSCert, c.TLSKey)
	}
	return &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS12, NextProtos: []string{"h2", "http/1.1"}}, nil
}
