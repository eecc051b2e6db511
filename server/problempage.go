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
	v, code := visitOf(c.Request.Context()), c.Param("code")
	said, known := wordsOf(v.language).problems[models.ErrorCode(code)]
	if !known {
		s.refuse(c, models.Fail(models.KindNotFound, models.CodeNotFound))
		return
	}
	c.Header("Content-Type", "text/html; charset=utf-8")
	c.Header("Content-Language", v.language.String())
	c.Header("Vary", "Accept-Language")
	c.Status(http.StatusOK)
	_ = problemPage.Execute(c.Writer, struct{ Language, Title, Detail, Page, Code string }{
		v.language.String(), said.title, said.detail, said.page, code,
	}) // who hung up reads no page
}
