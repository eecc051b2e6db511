package server

import (
	"log/slog"
	"net"
	"net/http"
	"sync"

	"dilna/models"
)

// connections counts what is connected and keeps the last places for those who
// run a workshop and for walls (docs/reliability.md, TM-16, FM-18): where the
// system lets the program open no more files, nobody gets in any more. Who comes
// cannot be told from a connection, but what phones hold for long can be refused:
// their streams. All else is answered and let go of.
type connections struct {
	most int // there may be; 0: any number
	log  *slog.Logger

	mu   sync.Mutex
	open map[net.Conn]http.ConnState
	told bool // the log knows that the places of phones are taken
}

// laneShare is the share of all places that phones do not get.
const laneShare = 4

func newConnections(most int, log *slog.Logger) *connections {
	return &connections{most: most, log: log, open: map[net.Conn]http.ConnState{}}
}

// follow is told by net/http what becomes of each connection.
func (c *connections) follow(conn net.Conn, state http.ConnState) {
	if c.most == 0 {
		return
	}
	for _, leaving := range c.note(conn, state) {
		_ = leaving.Close() // it may have gone by itself
	}
}

// note counts the connection. Where the places of phones are taken, those go on
// which nobody asks anything just now: a browser opens another when it has to.
// Beyond the last place whoever comes goes.
func (c *connections) note(conn net.Conn, state http.ConnState) (leaving []net.Conn) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch state {
	case http.StateClosed, http.StateHijacked:
		delete(c.open, conn)
	default:
		c.open[conn] = state
	}
	c.tell()
	if state != http.StateNew || !c.isFull() {
		return nil
	}
	for other, doing := range c.open {
		if doing == http.StateIdle {
			leaving = append(leaving, other)
		}
	}
	if len(c.open)-len(leaving) > c.most {
		leaving = append(leaving, conn)
	}
	return leaving
}

// tell tells the log when the places of phones are taken, and when they are free
// again by a tenth.
func (c *connections) tell() {
	places := c.most - c.most/laneShare
	switch {
	case !c.told && c.isFull():
		c.told = true
		c.log.Warn("all places for phones are taken: more open files are needed (ulimit -n)", "connections", len(c.open))
	case c.told && len(c.open) < places-places/10:
		c.told = false
		c.log.Warn("there are places for phones again", "connections", len(c.open))
	}
}

func (c *connections) isFull() bool {
	return c.most > 0 && len(c.open) > c.most-c.most/laneShare
}

// crowded says whether the places of phones are taken.
func (c *connections) crowded() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.isFull()
}

// health is what /api/health says of it. Code `crowded`.
func (c *connections) health() error {
	if c.crowded() {
		return models.Fail(models.KindUnavailable, models.CodeCrowded)
	}
	return nil
}
