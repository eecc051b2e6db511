package server

import (
	"net"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"dilna/models"
)

// mustBeHere refuses requests under a name that is not ours, where it is known
// what we are called: a page elsewhere that has its own name lead here would
// else be ours to the browser. This computer's own names are always good, and
// whoever watches over the program asks for its health by any.
func (s *Server) mustBeHere(c *gin.Context) {
	if s.publicURL == nil || c.Request.URL.Path == "/api/health" {
		return
	}
	name := hostName(c.Request.Host)
	if isLoopback(name) || strings.EqualFold(name, s.publicURL.Hostname()) {
		return
	}
	err := models.Fail(models.KindMisdirected, models.CodeHostUnknown)
	if strings.HasPrefix(c.Request.URL.Path, "/api/") {
		s.refuse(c, err)
		return
	}
	c.Abort()
	s.explain(c, http.StatusMisdirectedRequest, models.CodeHostUnknown)
}

// hostName is a Host header without its port and the dot at the end of a name.
func hostName(host string) string {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.Trim(host, "[]")
	}
	return strings.TrimSuffix(name, ".")
}

// direct says whether a request that came from this computer was made on it, and
// not handed on by a program here: by its name for itself, without a word of
// anybody in between. Where we have a public address, it is a proxy that speaks
// to us: it has to be trusted and to say whom it speaks for.
func (s *Server) direct(r *http.Request) bool {
	for _, said := range []string{"X-Forwarded-For", "Forwarded", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Real-Ip", "Via"} {
		if r.Header.Get(said) != "" {
			return false
		}
	}
	public := s.publicURL != nil && !isLoopback(s.publicURL.Hostname())
	return !public && isLoopback(hostName(r.Host))
}
