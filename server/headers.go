package server

import (
	"strings"

	"github.com/gin-gonic/gin"
)

// contentPolicy lets pages use what we serve and nothing else. Svelte makes
// one trusted-types policy of its own (docs/reliability.md, TM-09).
var contentPolicy = strings.Join([]string{
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self'",
	"font-src 'self'",
	"connect-src 'self'",
	"frame-src 'self'", // the preview of the minutes
	"manifest-src 'self'",
	"worker-src 'self'",
	"frame-ancestors 'none'",
	"base-uri 'none'",
	"form-action 'self'",
	"require-trusted-types-for 'script'",
	"trusted-types svelte-trusted-html",
}, "; ")

// framed lets our own pages show what the policy is for in a frame.
func framed(policy string) string {
	return strings.Replace(policy, "frame-ancestors 'none'", "frame-ancestors 'self'", 1)
}

// protect sets the headers every answer has, refusals included.
func (s *Server) protect(c *gin.Context) {
	h := c.Writer.Header()
	h.Set("Content-Security-Policy", contentPolicy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-store") // the client's files say otherwise
	if visitOf(c.Request.Context()).secure {
		h.Set("Strict-Transport-Security", "max-age=31536000")
		h.Set("Cross-Origin-Opener-Policy", "same-origin") // over plain HTTP browsers ignore it and complain
	}
}
