package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/validation"

	"dilna/models"
)

// What huma finds wrong with a request is told like everything else: as a
// models.Error, and through it as a problem in the reader's language. huma
// keeps these hooks in variables of its package, so they are set once, for all
// servers of the process.
func init() {
	huma.NewErrorWithContext = func(ctx huma.Context, status int, message string, errs ...error) huma.StatusError {
		p := newProblem(visitOf(ctx.Context()), unreadable(ctx.Operation(), status, errs))
		for name := range p.header {
			ctx.SetHeader(name, p.header.Get(name)) // huma does so for errors of handlers only
		}
		return p
	}
	huma.NewError = func(status int, message string, errs ...error) huma.StatusError {
		return newProblem(Visit{language: languages[0]}, unreadable(&huma.Operation{}, status, errs))
	}
	huma.DefaultArrayNullable = false // ours are never null
	huma.ValidateStrictCasing = true  // "Text" is not "text"
}

// unreadable is what huma refused the request for.
func unreadable(o *huma.Operation, status int, errs []error) error {
	switch status {
	case http.StatusRequestEntityTooLarge:
		return models.Fail(models.KindTooLarge, models.CodeTooLarge, int(o.MaxBodyBytes-1)>>10)
	case http.StatusRequestTimeout, http.StatusInternalServerError: // the body stopped on its way
		return models.Fail(models.KindUnavailable, models.CodeBodyIncomplete)
	case http.StatusUnsupportedMediaType:
		return models.Fail(models.KindMalformed, models.CodeJSONExpected)
	case http.StatusBadRequest:
		return malformed(errs)
	}
	e := models.Fail(models.KindInvalid, models.CodeInvalid)
	for _, err := range errs {
		detail, ok := errors.AsType[*huma.ErrorDetail](err)
		if ok && strings.HasPrefix(detail.Location, "path.") { // such an address leads nowhere
			return models.Fail(models.KindNotFound, models.CodeNotFound)
		}
		if ok {
			e = e.AtField(wrong(detail))
		}
	}
	return e
}

// malformed is a body that is no JSON, or not the JSON of one object.
func malformed(errs []error) error {
	e := models.Fail(models.KindMalformed, models.CodeMalformed)
	if len(errs) == 0 {
		return e.At("", models.ReasonEmpty)
	}
	for _, err := range errs {
		if detail, ok := errors.AsType[*huma.ErrorDetail](err); ok {
			e = e.At("", models.Reason(detail.Message))
		}
	}
	return e
}

// reasonOf translates what huma's validator says.
var reasonOf = map[string]models.Reason{
	validation.MsgUnexpectedProperty: models.ReasonUnexpected,
	validation.MsgExpectedString:     models.ReasonType,
	validation.MsgExpectedBoolean:    models.ReasonType,
	validation.MsgExpectedNumber:     models.ReasonType,
	validation.MsgExpectedInteger:    models.ReasonType,
	validation.MsgExpectedArray:      models.ReasonType,
	validation.MsgExpectedObject:     models.ReasonType,
}

// wrong is one thing wrong with a member, a parameter or a header.
func wrong(detail *huma.ErrorDetail) models.Field {
	name, reason := member(detail.Location), reasonOf[detail.Message]
	var missing string
	if _, err := fmt.Sscanf(detail.Message, validation.MsgExpectedRequiredProperty, &missing); err == nil {
		return models.Field{Name: strings.TrimPrefix(name+"."+missing, "."), Reason: models.ReasonEmpty}
	}
	switch choices, _, _ := strings.Cut(validation.MsgExpectedOneOf, "%"); {
	case reason != "":
	case strings.HasPrefix(detail.Message, choices):
		reason = models.ReasonChoice
	case strings.HasSuffix(detail.Message, "parameter is missing"):
		reason = models.ReasonEmpty
	default:
		reason = models.ReasonFormat
	}
	return models.Field{Name: name, Reason: reason}
}

// member names what huma locates as body.totals[0].idea the way models does:
// totals.0.idea; header.Idempotency-Key becomes header:Idempotency-Key.
func member(location string) string {
	where, name, _ := strings.Cut(location, ".")
	name = strings.NewReplacer("[", ".", "]", "").Replace(name)
	if where == "body" {
		return name
	}
	return where + ":" + name
}

// strictJSON is the only format we speak. What huma refuses to read is told by
// the Reason that is the error's text.
var strictJSON = huma.Format{Marshal: huma.DefaultJSONFormat.Marshal, Unmarshal: unmarshal}

// unmarshal wants UTF-8, one value, and each member once (docs/reliability.md,
// TM-14). huma reads a body twice, first into an any: that time is enough to
// look closely.
func unmarshal(data []byte, into any) error {
	if _, first := into.(*any); first {
		if reason := odd(data); reason != "" {
			return errors.New(string(reason))
		}
	}
	if err := json.Unmarshal(data, into); err != nil {
		return errors.New(string(models.ReasonFormat))
	}
	return nil
}

// odd says what is wrong with JSON that encoding/json would take.
func odd(data []byte) models.Reason {
	if !utf8.Valid(data) || models.HalfCharacter(data) {
		return models.ReasonEncoding
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	var around nest
	for {
		token, err := decoder.Token()
		switch {
		case errors.Is(err, io.EOF):
			return ""
		case err != nil:
			return models.ReasonFormat
		case !around.take(token):
			return models.ReasonDuplicate
		}
	}
}

// nest is the objects and arrays around a place in a JSON text, the innermost
// last: an object by the members it has so far, an array by nil.
type nest struct {
	levels []map[string]bool
	named  bool // whether the member that comes next has its name already
}

// take goes one token on; false where that names a member for the second time.
func (n *nest) take(token json.Token) bool {
	switch token {
	case json.Delim('{'):
		n.levels, n.named = append(n.levels, map[string]bool{}), false
		return true
	case json.Delim('['):
		n.levels, n.named = append(n.levels, nil), false
		return true
	case json.Delim('}'), json.Delim(']'):
		n.levels, n.named = n.levels[:len(n.levels)-1], false
		return true
	}
	name, isText := token.(string)
	if len(n.levels) == 0 || n.levels[len(n.levels)-1] == nil || n.named || !isText {
		n.named = false // a value
		return true
	}
	members := n.levels[len(n.levels)-1]
	if members[name] {
		return false
	}
	members[name], n.named = true, true
	return true
}
