package server

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"

	"dilna/models"
)

// Most bytes of a request body (docs/reliability.md, TM-14): enough for the
// longest idea, and for the longest running texts with all that may come with
// them, however they are written. Limits of texts count characters, and JSON
// may spend 12 bytes on one: \ud83c\udf31.
const (
	smallBody = 32 << 10  // a text of models.MaxIdea takes up to 24,000
	largeBody = 512 << 10 // one of models.MaxText up to 240,000
)

// bodyTime is how long a body may take to arrive.
const bodyTime = 10 * time.Second

// InWorkshop is what every request about a workshop says.
type InWorkshop struct {
	W  models.WorkshopID `path:"w" doc:"id of the workshop"`
	As models.Role       `query:"as" enum:"participant,wall,facilitator" doc:"which of the caller's cookies is meant; without it the account's, then the participant's, then the wall's"`
}

// Keyed is a command that can be sent again without happening again.
type Keyed struct {
	Key models.Key `header:"Idempotency-Key" required:"true" minLength:"16" maxLength:"64" pattern:"^[A-Za-z0-9_-]+$" doc:"of the client's making; the same key again gets the first answer"`
}

// Body is an answer with a JSON body.
type Body[T any] struct {
	Body T
}

// Nothing is an answer without a body (204).
type Nothing struct{}

// answer makes what a use case returns an answer.
func answer[T any](v T, err error) (*Body[T], error) {
	if err != nil {
		return nil, err
	}
	return &Body[T]{Body: v}, nil
}

// done is the answer of a use case that returns nothing.
func done(err error) (*Nothing, error) { return nil, err }

// op describes an operation: "POST /api/join" is its route, id its name in
// clients that are generated from the specification.
func op(id, route, summary string) huma.Operation {
	method, path, _ := strings.Cut(route, " ")
	return huma.Operation{
		OperationID: id, Method: method, Path: path, Summary: summary,
		MaxBodyBytes: smallBody + 1, BodyReadTimeout: bodyTime, // huma refuses what reaches the limit
	}
}

// created makes the operation answer 201.
func created(o huma.Operation) huma.Operation {
	o.DefaultStatus = http.StatusCreated
	return o
}

// large allows the operation a body of largeBody.
func large(o huma.Operation) huma.Operation {
	o.MaxBodyBytes = largeBody + 1
	return o
}

// deprecated marks an operation that is kept for one release.
func deprecated(o huma.Operation) huma.Operation {
	o.Deprecated = true
	return o
}

// public registers an operation anybody may call.
func public[I, O any](s *Server, o huma.Operation, fn func(context.Context, *I) (*O, error)) {
	huma.Register(s.api, o, func(ctx context.Context, in *I) (*O, error) {
		out, err := fn(ctx, in)
		return out, s.refusal(ctx, err)
	})
}

type callerKey struct{}

// signedIn registers an operation for accounts, outside any workshop.
func signedIn[I, O any](s *Server, o huma.Operation, fn func(context.Context, models.Account, *I) (*O, error)) {
	called(s, o, func(ctx huma.Context) (models.Account, error) {
		return s.callers.account(ctx.Context(), visitOf(ctx.Context()))
	}, fn)
}

// within registers an operation of one workshop for those whom may admits.
func within[I, O any](s *Server, o huma.Operation, may admission, fn func(context.Context, models.Actor, *I) (*O, error)) {
	called(s, o, func(ctx huma.Context) (models.Actor, error) {
		w, as := models.WorkshopID(ctx.Param("w")), models.Role(ctx.Query("as"))
		return s.callers.actor(ctx.Context(), visitOf(ctx.Context()), w, as, may)
	}, fn)
}

// called resolves who calls before the body is read, and hands that on to fn
// as an argument.
func called[By, I, O any](s *Server, o huma.Operation, who func(huma.Context) (By, error), fn func(context.Context, By, *I) (*O, error)) {
	o.Middlewares = huma.Middlewares{func(ctx huma.Context, next func(huma.Context)) {
		by, err := who(ctx)
		if err != nil {
			s.refuse(humagin.Unwrap(ctx), err)
			return
		}
		next(huma.WithValue(ctx, callerKey{}, by))
	}}
	public(s, o, func(ctx context.Context, in *I) (*O, error) {
		by, _ := ctx.Value(callerKey{}).(By)
		return fn(ctx, by, in)
	})
}
