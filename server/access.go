package server

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/gin-gonic/gin"
)

// writeTime is how long an answer may take, unless its route says otherwise.
const writeTime = 30 * time.Second

// limitTime gives every request its time. The body's own limit is set by
// bodyTime when it is read.
func limitTime(c *gin.Context) {
	deadline := http.NewResponseController(c.Writer)
	_ = deadline.SetReadDeadline(time.Now().Add(bodyTime)) // a test's recorder has none
	writeWithin(c, writeTime)
}

// writeWithin gives the answer of one route its time.
func writeWithin(c *gin.Context, d time.Duration) {
	_ = http.NewResponseController(c.Writer).SetWriteDeadline(time.Now().Add(d))
}

// logAccess notes down each request once it is answered: by the route's
// pattern, never by its path, without query, cookie, address or body
// (reliability.md, TM-20).
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
// (reliability.md, FM-18).
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
