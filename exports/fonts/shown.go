package fonts

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/unicode/runenames"

	"dilna/exports"
)

// Set shows the texts of one document, in all formats in the same way. It is
// not to be used by several at once.
type Set struct {
	text   textFont
	shaper shaping.HarfbuzzShaper
	faces  map[*font.Font]*font.Face
	words  map[word][]*Sign
	signs  map[signKey]*Sign
}

// NewSet reads what every text needs; further fonts are read when a text asks
// for them.
func NewSet() (*Set, error) {
	text, err := loadText()
	if err != nil {
		return nil, err
	}
	return &Set{text: text, faces: map[*font.Font]*font.Face{}, words: map[word][]*Sign{}, signs: map[signKey]*Sign{}}, nil
}

// Shown is a text as it can be shown: clean, without what is invisible, with
// names for what cannot be drawn. All else stays as it was typed.
func (s *Set) Shown(text string) string {
	text = exports.Clean(text)
	if s.text.hasAll(text) {
		return text
	}
	var b strings.Builder
	for text != "" {
		r, n := utf8.DecodeRuneInString(text)
		switch {
		case r == '\n', inkless(r), s.stands(r):
			b.WriteRune(r)
		case !visible(r):
		case s.drawn(r):
			n = exports.LetterLength(text)
			b.WriteString(text[:n])
		default:
			n = s.replace(&b, text)
		}
		text = text[n:]
	}
	return strings.TrimSpace(b.String())
}

// stands says whether a letter is shown as it is: set in the text font or
// shaped.
func (s *Set) stands(r rune) bool {
	if unicode.Is(unicode.Co, r) || !visible(r) {
		return false
	}
	if script := shapedAs(r); script != nil {
		return s.shapes(script, r)
	}
	return s.text.has(r)
}

// shapes says whether both weights of a script have a letter.
func (s *Set) shapes(script *script, r rune) bool {
	for _, bold := range []bool{false, true} {
		f, err := script.font.in(bold)
		if err != nil {
			return false
		}
		if _, found := f.Cmap.Lookup(r); !found {
			return false
		}
	}
	return true
}

// drawn says whether a letter is drawn as an outline of its own.
func (s *Set) drawn(r rune) bool {
	return !unicode.Is(unicode.Co, r) && s.outlined(string(r), false) != nil
}

// replace writes what stands for the beginning of a text that no font has, and
// says how long that is.
func (s *Set) replace(b *strings.Builder, text string) int {
	r, n := utf8.DecodeRuneInString(text)
	if plain := norm.NFKC.String(text[:n]); s.text.hasAll(plain) {
		b.WriteString(plain)
		return n
	}
	if unicode.In(r, unicode.S) && runenames.Name(r) != "" {
		b.WriteString("[" + strings.ToLower(runenames.Name(r)) + "]")
		return exports.LetterLength(text)
	}
	n = s.lacking(text)
	var codes []string
	for _, r := range text[:n] {
		codes = append(codes, fmt.Sprintf("U+%04X", r))
	}
	b.WriteString("[" + strings.Join(codes, " ") + "]")
	return n
}

// lacking is how long the letters at the beginning of a text are that can only
// be told by their numbers.
func (s *Set) lacking(text string) int {
	for i, r := range text {
		if i > 0 && (s.stands(r) || s.drawn(r) || r == '\n' || unicode.In(r, unicode.S) || !visible(r)) {
			return i
		}
	}
	return len(text)
}
