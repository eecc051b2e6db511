package workshopfile

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"dilna/models"
)

// Bounds against files made to exhaust the machine (docs/reliability.md, TM-14),
// each far beyond any record of the field.
const (
	maxDepth  = 1_000   // lists and objects inside one another
	maxValues = 500_000 // texts, numbers, lists and objects of a file
	maxNumber = 1_000_000_000
)

// reader reads JSON into maps, lists and plain values, and tells what
// encoding/json passes over in silence: names said twice, broken escapes.
type reader struct {
	data   []byte
	tokens *json.Decoder
	at     path
	values int
	visit  func(at path, offset int) // called for each value where not nil

	tidies  bool // texts are tidied as at every other door
	tree    any
	found   findings
	unusual bool // the tree says something otherwise than the data: a whole number written as 1.0, a text tidied
}

// read reads a whole file. What is no JSON of sane size is `malformed-body`.
func read(data []byte, tidies bool) (*reader, error) {
	if err := checkText(data); err != nil {
		return nil, err
	}
	r := newReader(data)
	r.tidies = tidies
	tree, err := r.value()
	r.tree = tree
	return r, err
}

func newReader(data []byte) *reader {
	r := &reader{data: data, tokens: json.NewDecoder(bytes.NewReader(data))}
	r.tokens.UseNumber()
	return r
}

// checkText refuses what is not one JSON value in UTF-8.
func checkText(data []byte) error {
	if len(bytes.TrimSpace(data)) == 0 {
		return malformed(0, emptyFile)
	}
	if !utf8.Valid(data) {
		return malformed(lineOf(data, validLength(data)), notUTF8)
	}
	var value json.RawMessage
	err := json.Unmarshal(data, &value)
	syntax := (*json.SyntaxError)(nil)
	switch {
	case err == nil:
		return nil
	case !errors.As(err, &syntax):
		return fmt.Errorf("workshopfile: %w", err)
	case int(syntax.Offset) >= len(data):
		return malformed(lineOf(data, len(data)), endsTooEarly)
	case strings.Contains(syntax.Error(), "after top-level value"):
		return malformed(lineOf(data, int(syntax.Offset)-1), textAfterEnd)
	}
	return malformed(lineOf(data, int(syntax.Offset)-1), notJSON)
}

// validLength is how many bytes from the start are UTF-8.
func validLength(data []byte) int {
	length := 0
	for length < len(data) {
		r, size := utf8.DecodeRune(data[length:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		length += size
	}
	return length
}

// lineOf is the line, from 1, in which the byte at offset stands.
func lineOf(data []byte, offset int) int {
	return 1 + bytes.Count(data[:offset], []byte("\n"))
}

// plain is what was read as JSON that encoding/json takes for the same: whole
// numbers as Go writes them, each member once.
func (r *reader) plain() []byte {
	if !r.unusual && len(r.found.list) == 0 {
		return r.data
	}
	data, err := json.Marshal(r.tree)
	if err != nil {
		panic(err) // the tree was read from JSON
	}
	return data
}

// next is where the next value or name begins.
func (r *reader) next() int {
	offset := int(r.tokens.InputOffset())
	return len(r.data) - len(bytes.TrimLeft(r.data[offset:], " \t\r\n,:"))
}

func (r *reader) value() (any, error) {
	offset := r.next()
	if r.visit != nil {
		r.visit(r.at, offset)
	}
	r.values++
	if r.values > maxValues {
		return nil, malformed(lineOf(r.data, offset), tooManyValues(maxValues))
	}
	token, err := r.tokens.Token()
	if err != nil {
		return nil, fmt.Errorf("workshopfile: %w", err)
	}
	switch token := token.(type) {
	case json.Delim:
		if len(r.at) == maxDepth {
			return nil, malformed(lineOf(r.data, offset), tooDeep(maxDepth))
		}
		if token == '{' {
			return r.object()
		}
		return r.list()
	case json.Number:
		return r.number(token), nil
	case string:
		return r.text(token, offset), nil
	}
	return token, nil
}

func (r *reader) object() (any, error) {
	object := map[string]any{}
	for r.tokens.More() {
		token, err := r.tokens.Token()
		if err != nil {
			return nil, fmt.Errorf("workshopfile: %w", err)
		}
		name := token.(string)
		r.at = append(r.at, name)
		if _, said := object[name]; said {
			r.found.add(r.at, models.ReasonDuplicate, saidTwice)
		}
		if object[name], err = r.value(); err != nil {
			return nil, err
		}
		r.at = r.at[:len(r.at)-1]
	}
	_, err := r.tokens.Token()
	return object, err
}

func (r *reader) list() (any, error) {
	list := []any{}
	for r.tokens.More() {
		r.at = append(r.at, len(list))
		item, err := r.value()
		if err != nil {
			return nil, err
		}
		list = append(list, item)
		r.at = r.at[:len(r.at)-1]
	}
	_, err := r.tokens.Token()
	return list, err
}

// number is an int where n is whole: all numbers of the format are.
func (r *reader) number(n json.Number) any {
	if whole, err := strconv.Atoi(n.String()); err == nil && -maxNumber <= whole && whole <= maxNumber {
		return whole
	}
	value, _ := n.Float64() // infinite where it is too large, which is told below
	switch {
	case math.Abs(value) > maxNumber:
		r.found.addField(r.at, models.Field{Reason: models.ReasonRange, Least: -maxNumber, Limit: maxNumber}, numberTooLarge(maxNumber))
		return 1 // whatever the schema asks of it, it is told only once
	case value == math.Trunc(value):
		r.unusual = true
		return int(value)
	}
	return value
}

// text is s as it is kept. It tells of half a character: encoding/json puts
// U+FFFD for it, and what was written would be lost. And it tells of what shows
// nothing where a text is needed.
func (r *reader) text(s string, offset int) string {
	if strings.ContainsRune(s, utf8.RuneError) && models.HalfCharacter(r.data[offset:r.tokens.InputOffset()]) {
		r.found.add(r.at, models.ReasonEncoding, brokenEscape)
	}
	if !r.tidies {
		return s
	}
	tidy := models.Tidy(s)
	r.unusual = r.unusual || tidy != s
	if tidy == "" && s != "" && r.at.needsText() {
		r.found.add(r.at, models.ReasonEmpty, emptyText)
	}
	return tidy
}
