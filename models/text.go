package models

import (
	"errors"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// Longest texts, in characters (code points).
const (
	MaxIdea    = 2_000  // an idea, a cause, a note (workshop file schema)
	MaxHeading = 300    // headings, labels, names, lines of the head
	MaxPrompt  = 1_000  // the question of a step
	MaxText    = 20_000 // the running text of a step
)

// Most rows of one part in one step, or steps in a workshop, and most levels of
// a tree: bounds against accidents, far beyond the largest records known (691
// ideas in 84 sections, causes four levels deep).
const (
	MaxRows  = 20_000
	MaxDepth = 20
)

// checker gathers everything wrong with a request, so that a person corrects
// it in one go.
type checker struct{ err *Error }

func (c *checker) add(f Field) {
	if c.err == nil {
		c.err = Fail(KindInvalid, CodeInvalid)
	}
	_ = c.err.AtField(f)
}

func (c *checker) result() error {
	if c.err == nil {
		return nil
	}
	return c.err
}

// Within names what is wrong with a part of a request by its place in the whole.
func Within(at string, err error) error {
	if e, ok := errors.AsType[*Error](err); ok {
		for i := range e.Fields {
			e.Fields[i].Name = at + "." + e.Fields[i].Name
		}
	}
	return err
}

// nested is what is wrong with a part of the request that checks itself.
func (c *checker) nested(at string, err error) {
	if e, ok := errors.AsType[*Error](Within(at, err)); ok {
		for _, f := range e.Fields {
			c.add(f)
		}
	}
}

// text tidies *s in place (Tidy). Then it must be at most limit characters long.
func (c *checker) text(name string, s *string, limit int) {
	if !utf8.ValidString(*s) {
		c.add(Field{Name: name, Reason: ReasonEncoding})
		return
	}
	*s = Tidy(*s)
	if utf8.RuneCountInString(*s) > limit {
		c.add(Field{Name: name, Reason: ReasonTooLong, Limit: limit})
	}
}

// needed is text that must not be empty.
func (c *checker) needed(name string, s *string, limit int) {
	c.text(name, s, limit)
	if *s == "" {
		c.add(Field{Name: name, Reason: ReasonEmpty})
	}
}

func (c *checker) optional(name string, s *string, limit int) {
	if s != nil {
		c.text(name, s, limit)
	}
}

func (c *checker) optionalNeeded(name string, s *string, limit int) {
	if s != nil {
		c.needed(name, s, limit)
	}
}

func (c *checker) within(name string, n, least, limit int) {
	if n < least || n > limit {
		c.add(Field{Name: name, Reason: ReasonRange, Least: least, Limit: limit})
	}
}

// between is within for numbers with decimals.
func (c *checker) between(name string, x float64, least, limit int) {
	if x < float64(least) || x > float64(limit) {
		c.add(Field{Name: name, Reason: ReasonRange, Least: least, Limit: limit})
	}
}

func (c *checker) id(name, id string) {
	if CheckID(name, id) != nil {
		c.add(Field{Name: name, Reason: ReasonID})
	}
}

func (c *checker) optionalID(name, id string) {
	if id != "" {
		c.id(name, id)
	}
}

func oneOf[T comparable](c *checker, name string, value T, allowed ...T) {
	for _, a := range allowed {
		if value == a {
			return
		}
	}
	c.add(Field{Name: name, Reason: ReasonChoice})
}

// HalfCharacter tells whether a JSON text has a \u escape of one half of a
// character without the other: encoding/json puts U+FFFD for it, and what was
// written would be lost.
func HalfCharacter(json []byte) bool {
	for i := 0; i < len(json); i++ {
		if json[i] != '\\' {
			continue
		}
		i++ // the escaped character
		first := escaped(json[i-1:])
		if !utf16.IsSurrogate(first) {
			continue
		}
		if utf16.DecodeRune(first, escaped(json[i+5:])) == utf8.RuneError {
			return true
		}
		i += len(`uD83C\uDF31`) - 1
	}
	return false
}

// escaped is the code of the \uXXXX that s begins with; -1 where it does not.
func escaped(s []byte) rune {
	if len(s) < len(`\u0000`) || s[0] != '\\' || s[1] != 'u' {
		return -1
	}
	code, err := strconv.ParseUint(string(s[2:6]), 16, 16)
	if err != nil {
		return -1
	}
	return rune(code)
}
