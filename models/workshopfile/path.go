package workshopfile

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// path says where in a file a value stands: a string names a member of an
// object, an int an item of a list, from 0.
type path []any

// with is a new path that goes on by parts.
func (p path) with(parts ...any) path { return slices.Concat(p, parts) }

// same tells whether the two are one path. Long paths of one file begin alike,
// so it is quicker to look from the end.
func (p path) same(other path) bool {
	if len(p) != len(other) {
		return false
	}
	for i := len(p) - 1; i >= 0; i-- {
		if p[i] != other[i] {
			return false
		}
	}
	return true
}

// needsText says whether a text at p has to show something: what people wrote
// in a list, headings, and the texts of what stands in a step. The running text
// of a step may be empty.
func (p path) needsText() bool {
	switch last := p[len(p)-1].(type) {
	case int:
		return true
	case string:
		return last == "heading" || last == "text" && len(p) > len(path{"steps", 0, "text"})
	}
	return false
}

var plainName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

// String is the path as JavaScript writes it: steps[3].ideas[0].text. A name
// that would not be plain there is quoted, and cut where it is very long.
func (p path) String() string {
	var b strings.Builder
	for _, part := range p {
		switch part := part.(type) {
		case int:
			b.WriteString("[" + strconv.Itoa(part) + "]")
		case string:
			switch {
			case len(part) > maxName || !plainName.MatchString(part):
				b.WriteString("[" + strconv.Quote(shortened(part)) + "]")
			case b.Len() > 0:
				b.WriteString("." + part)
			default:
				b.WriteString(part)
			}
		}
	}
	return b.String()
}

// maxName is how much of somebody's text a sentence quotes, in characters.
const maxName = 40

func shortened(s string) string {
	runes := []rune(s)
	if len(runes) <= maxName {
		return s
	}
	return string(runes[:maxName]) + "…"
}
