package server

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"dilna/models"
	"dilna/models/workshopfile"
)

// problem is the body of every refusal (RFC 9457); the specification calls it
// Problem. It is an error so that huma can write it, too.
type problem struct {
	Type     string         `json:"type" doc:"path of a page that explains the code"`
	Title    string         `json:"title" doc:"in the reader's language"`
	Status   int            `json:"status"`
	Detail   string         `json:"detail" doc:"what happened and what to do, in the reader's language"`
	Instance string         `json:"instance" doc:"names this answer in the server's log"`
	Code     string         `json:"code" doc:"for programs; never changes"`
	Errors   []fieldProblem `json:"errors,omitempty" doc:"what to correct"`

	Collisions []collision `json:"collisions,omitempty" doc:"with changed-since: texts that somebody else has changed meanwhile"`

	header http.Header
}

// fieldProblem is one thing to correct.
type fieldProblem struct {
	Pointer string `json:"pointer" doc:"JSON pointer into the body (#/text), or header:, path: or query: and a name"`
	Reason  string `json:"reason" doc:"for programs; never changes"`
	Detail  string `json:"detail" doc:"what to do, in the reader's language"`
}

// collision is one text that two people have changed.
type collision struct {
	Pointer string `json:"pointer" doc:"JSON pointer into the body"`
	Stands  string `json:"stands" doc:"what somebody else made of it; say it in made_from to put yours in its place"`
	Yours   string `json:"yours" doc:"what the refused change would make of it"`
}

func (p *problem) Error() string             { return p.Code }
func (p *problem) GetStatus() int            { return p.Status }
func (p *problem) GetHeaders() http.Header   { return p.header }
func (p *problem) ContentType(string) string { return "application/problem+json" }

// statusOf is what a kind of trouble decides, and nothing else does.
var statusOf = map[models.Kind]int{
	models.KindInternal:        http.StatusInternalServerError,
	models.KindMalformed:       http.StatusBadRequest,
	models.KindInvalid:         http.StatusUnprocessableEntity,
	models.KindUnauthenticated: http.StatusUnauthorized,
	models.KindForbidden:       http.StatusForbidden,
	models.KindNotFound:        http.StatusNotFound,
	models.KindConflict:        http.StatusConflict,
	models.KindClosed:          http.StatusConflict,
	models.KindTooLarge:        http.StatusRequestEntityTooLarge,
	models.KindTooMany:         http.StatusTooManyRequests,
	models.KindMisdirected:     http.StatusMisdirectedRequest,
	models.KindUnavailable:     http.StatusServiceUnavailable,
}

// statusGone is what the access log says of a request whose sender hung up.
const statusGone = 499

// retryAfter is when those should come back whom we could not serve now.
var retryAfter = map[models.Kind]time.Duration{
	models.KindTooMany:     3 * time.Second,
	models.KindUnavailable: time.Second,
}

// newProblem tells the reader of v about err. What is no models.Error is
// `internal`; its text stays with us.
func newProblem(v Visit, err error) *problem {
	e, ok := errors.AsType[*models.Error](err)
	if !ok {
		e = models.Fail(models.KindInternal, models.CodeInternal)
	}
	words := wordsOf(v.language)
	said := words.problem(e)
	p := &problem{
		Type: "/problems/" + string(e.Code), Title: said.title, Status: statusOf[e.Kind], Detail: said.detail,
		Instance: "urn:request:" + v.id, Code: string(e.Code),
		header: http.Header{"Content-Language": {v.language.String()}, "Vary": {"Accept-Language"}},
	}
	for _, f := range e.Fields {
		p.Errors = append(p.Errors, fieldProblem{Pointer: pointer(f.Name), Reason: string(f.Reason), Detail: words.reason(f)})
	}
	if problems, ok := errors.AsType[workshopfile.Problems](err); ok {
		for i := range min(len(problems), len(p.Errors)) {
			p.Errors[i].Detail = problems[i].In(v.language.String())
		}
	}
	for _, c := range e.Collisions {
		p.Collisions = append(p.Collisions, collision{Pointer: pointer(c.Name), Stands: c.Stands, Yours: c.Yours})
	}
	if wait := retryAfter[e.Kind]; wait > 0 {
		p.header.Set("Retry-After", strconv.Itoa(int(wait.Seconds())))
	}
	return p
}

// pointer is the JSON pointer (RFC 6901) to a member named with dots. What is
// no member of the body keeps its name: "header:Idempotency-Key".
func pointer(name string) string {
	switch {
	case name == "":
		return "#"
	case strings.Contains(name, ":"):
		return name
	}
	return "#/" + strings.ReplaceAll(name, ".", "/")
}

// refusal is what an operation answers in place of err. Here, and only here, a
// request that failed is logged: once, with the cause the reader is not told.
func (s *Server) refusal(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	v := visitOf(ctx)
	if errors.Is(err, context.Canceled) && ctx.Err() != nil {
		return &problem{Status: statusGone} // nobody is there to read it
	}
	p := newProblem(v, err)
	if p.Status == http.StatusInternalServerError {
		s.log.ErrorContext(ctx, "a request failed", "request", v.id, "err", err)
	}
	return p
}

// refuse answers err where huma does not answer for us.
func (s *Server) refuse(c *gin.Context, err error) {
	p, _ := errors.AsType[*problem](s.refusal(c.Request.Context(), err))
	s.writeProblem(c, p)
}

func (s *Server) writeProblem(c *gin.Context, p *problem) {
	for name, values := range p.header {
		c.Writer.Header()[name] = values
	}
	c.Header("Content-Type", p.ContentType(""))
	c.Abort()
	c.Status(p.Status)
	encoder := json.NewEncoder(c.Writer)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(p) // who hung up reads no problem
}

// noRoute answers paths of the API that do not exist.
func (s *Server) noRoute(c *gin.Context) {
	s.refuse(c, models.Fail(models.KindNotFound, models.CodeNotFound))
}

// noMethod answers methods a path does not have; Gin has set Allow.
func (s *Server) noMethod(c *gin.Context) {
	p := newProblem(visitOf(c.Request.Context()), models.Fail(models.KindNotFound, models.CodeMethodNotAllowed))
	p.Status = http.StatusMethodNotAllowed
	s.writeProblem(c, p)
}

// isRefusal says whether err tells something of who asks. A store that cannot be
// reached, or cannot be read, tells nothing of anybody.
func isRefusal(err error) bool {
	e, ok := errors.AsType[*models.Error](err)
	return ok && e.Kind != models.KindUnavailable && e.Kind != models.KindInternal
}
