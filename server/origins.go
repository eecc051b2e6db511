package server

import (
	"mime"
	"net/http"

	"github.com/gin-gonic/gin"

	"dilna/models"
)

// mustBeOurs refuses changes that a page of somebody else could have sent:
// from another origin, of no known origin although a cookie came along, or
// with a body a form could have made (docs/reliability.md, TM-08).
func (s *Server) mustBeOurs(c *gin.Context) {
	r := c.Request
	switch {
	case safe(r.Method):
	case s.origins.Check(r) != nil, originUnknown(r) && len(r.Cookies()) > 0:
		s.refuse(c, models.Fail(models.KindForbidden, models.CodeCrossOrigin))
	case r.ContentLength != 0 && !isJSON(r.Header.Get("Content-Type")):
		s.refuse(c, models.Fail(models.KindMalformed, models.CodeJSONExpected))
	}
}

func safe(method string) bool {
	return method == http.MethodGet || method == http.MethodHead || method == http.MethodOptions
}

func originUnknown(r *http.Request) bool {
	return r.Header.Get("Sec-Fetch-Site") == "" && r.Header.Get("Origin") == ""
}

func isJSON(contentType string) bool {
	kind, params, err := mime.ParseMediaType(contentType)
	charset := params["charset"]
	return err == nil && kind == "application/json" && (charset == "" || charset == "utf-8" || charset == "UTF-8")
}
