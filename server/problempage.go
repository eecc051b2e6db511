package server

import (
	"html/template"
	"net/http"

	"github.com/gin-gonic/gin"

	"dilna/models"
)

var problemPage = template.Must(template.New("problem").Parse(`<!doctype html>
<html lang="{{.Language}}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{.Title}} – Dílna</title>
<h1>{{.Title}}</h1>
<p>{{.Detail}}</p>
<p>{{.Page}}</p>
<p><code>{{.Code}}</code></p>
</html>
`))

// problemPage explains a code to whoever follows the type of a problem.
func (s *Server) problemPage(c *gin.Context) {
	code := models.ErrorCode(c.Param("code"))
	if _, known := wordsOf(visitOf(c.Request.Context()).language).problems[code]; !known {
		s.refuse(c, models.Fail(models.KindNotFound, models.CodeNotFound))
		return
	}
	s.explain(c, http.StatusOK, code)
}

// explain is a page about a code.
func (s *Server) explain(c *gin.Context, status int, code models.ErrorCode) {
	v := visitOf(c.Request.Context())
	said := wordsOf(v.language).problems[code]
	c.Header("Content-Type", "text/html; charset=utf-8")
	c.Header("Content-Language", v.language.String())
	c.Header("Vary", "Accept-Language")
	c.Status(status)
	_ = problemPage.Execute(c.Writer, struct{ Language, Title, Detail, Page, Code string }{
		v.language.String(), said.title, said.detail, said.page, string(code),
	}) // who hung up reads no page
}
