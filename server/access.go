package server

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/gin-gonic/gin"
)

// writeTime is how long an answer may take, unless its route says otherwise.
const writeTime = 30 * time.Second

// limitTime gives every request its time: bodyTime for its body to arrive,
// writeTime for all of it.
func limitTime(c *gin.Context) {
	writeWithin(c, writeTime)
	if c.Request.ContentLength != 0 {
		control := http.NewResponseController(c.Writer)
		_ = control.SetReadDeadline(time.Now().Add(bodyTime)) // a test's recorder has none
		c.Request.Body = &arriving{ReadCloser: c.Request.Body, control: control}
	}
}

// arriving is a body on its way. Once it is there the limit for reading is
// lifted: net/http listens on for the sender to hang up, and would take the end
// of the time for that.
type arriving struct {
	io.ReadCloser
	control *http.ResponseController
}

func (a *arriving) Read(p []byte) (int, error) {
	n, err := a.ReadCloser.Read(p)
	if errors.Is(err, io.EOF) {
		_ = a.control.SetReadDeadline(time.Time{})
	}
	return n, err
}

// writeWithin gives the answer of one route its time.
func writeWithin(c *gin.Context, d time.Duration) {
	_ = http.NewResponseController(c.Writer).SetWriteDeadline(time.Now().Add(d))
}

// logAccess notes down each request once it is answered: by the route's
// pattern, never by its path, without query, cookie, address or body
// (docs/reliability.md, TM-20).
func (s *Server) logAccess(c *gin.Context) {
	start := time.Now()
	c.Next()
	route := c.FullPath()
	if route == "" {
		route = "none"
	}
	level := slog.LevelInfo
	if c.Writer.Status() < http.StatusBadRequest {
		level = slog.LevelDebug
	}
	s.log.Log(c.Request.Context(), level, "answered",
		"request", visitOf(c.Request.Context()).id, "method", c.Request.Method, "route", route,
		"status", c.Writer.Status(), "bytes", c.Writer.Size(), "ms", time.Since(start).Milliseconds())
}

// recoverPanic makes a panic the trouble of one request only
// (docs/reliability.md, FM-18).
func (s *Server) recoverPanic(c *gin.Context) {
	defer func() {
		cause := recover()
		if cause == nil {
			return
		}
		if err, ok := cause.(error); ok && errors.Is(err, http.ErrAbortHandler) {
			panic(cause)
		}
		err := fmt.Errorf("panic: %v\n%s", cause, debug.Stack())
		if c.Writer.Written() { // too late to tell the reader
			s.log.ErrorContext(c.Request.Context(), "a request failed", "request", visitOf(c.Request.Context()).id, "err", err)
			c.Abort()
			return
		}
		s.refuse(c, err)
	}()
	c.Next()
}
