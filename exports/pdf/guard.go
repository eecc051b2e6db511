package pdf

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/unicode/runenames"

	"dilna/exports"
	"dilna/exports/fonts"
)

// guard makes texts printable. gofpdf panics on letters above U+FFFF and on
// broken UTF-8, and draws a stray box for what the fonts lack, so every text of
// a document passes the guard before it is measured: emoji become letters of
// private use, each drawn as an outline; what nobody can draw is named.
type guard struct {
	has     func(rune) bool // the fonts have the letter
	outline func(rune) (fonts.Outline, bool)
	signs   signs
	named   map[string]rune // letters of private use by what they stand for
}

// signs are the letters of private use of one document.
type signs map[rune]sign

// sign is drawn as an outline and said as what was typed.
type sign struct {
	fonts.Outline
	said string
}

func newGuard(has func(rune) bool, outline func(rune) (fonts.Outline, bool)) guard {
	return guard{has: has, outline: remembering(outline), signs: signs{}, named: map[string]rune{}}
}

// remembering looks for each outline once: people repeat their emoji.
func remembering(outline func(rune) (fonts.Outline, bool)) func(rune) (fonts.Outline, bool) {
	type answer struct {
		fonts.Outline
		found bool
	}
	known := map[rune]answer{}
	return func(r rune) (fonts.Outline, bool) {
		a, asked := known[r]
		if !asked {
			a.Outline, a.found = outline(r)
			known[r] = a
		}
		return a.Outline, a.found
	}
}

// document is a document that can be printed. Its properties need no fonts.
func (g guard) document(d exports.Document) exports.Document {
	clean := d.Map(g.clean)
	clean.Title, clean.Author, clean.Foot = exports.OneLine(d.Title), exports.OneLine(d.Author), g.clean(exports.OneLine(d.Foot))
	return clean
}

// clean composes letters and their marks, drops what is invisible, makes signs
// of emoji and names what cannot be printed.
func (g guard) clean(text string) string {
	var b strings.Builder
	for text = exports.Clean(text); text != ""; {
		r, n := utf8.DecodeRuneInString(text)
		switch {
		case r == '\n' || g.has(r) && !unicode.Is(unicode.Co, r) && visible(r):
			b.WriteRune(r)
		case !visible(r):
		default:
			n = g.replace(&b, text)
		}
		text = text[n:]
	}
	return strings.TrimSpace(b.String())
}

// visible is false for what leaves no ink: marks of direction, joiners,
// variation selectors, fillers, and the keycap that the fonts draw as a box.
func visible(r rune) bool {
	return r != '\u20e3' && !unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

// replace writes what stands for the beginning of a text that the fonts lack,
// and says how long that is.
func (g guard) replace(b *strings.Builder, text string) int {
	r, n := utf8.DecodeRuneInString(text)
	if outline, found := g.outline(r); found && !unicode.Is(unicode.Co, r) {
		n = sequence(text)
		if letter := g.letter(sign{outline, text[:n]}); letter > 0 {
			b.WriteRune(letter)
			return n
		}
	}
	if plain := norm.NFKC.String(text[:n]); !strings.ContainsFunc(plain, func(r rune) bool { return !g.has(r) }) {
		b.WriteString(plain)
		return n
	}
	if unicode.In(r, unicode.S) && runenames.Name(r) != "" {
		b.WriteString("[" + strings.ToLower(runenames.Name(r)) + "]")
		return sequence(text)
	}
	n = g.lacking(text)
	var codes []string
	for _, r := range text[:n] {
		codes = append(codes, fmt.Sprintf("U+%04X", r))
	}
	b.WriteString("[" + strings.Join(codes, " ") + "]")
	return n
}

// lacking is how long the letters at the beginning of a text are that can only
// be told by their numbers.
func (g guard) lacking(text string) int {
	for i, r := range text {
		if _, drawn := g.outline(r); i > 0 && (g.has(r) || drawn || r == '\n' || unicode.In(r, unicode.S) || !visible(r)) {
			return i
		}
	}
	return len(text)
}

// sequence is how long the emoji at the beginning of a text is, with the signs
// that vary it or are joined to it. Of these only the first is drawn.
func sequence(text string) int {
	_, n := utf8.DecodeRuneInString(text)
	joined := false
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		varies := unicode.Is(unicode.Variation_Selector, r) || r >= 0x1f3fb && r <= 0x1f3ff || r >= 0xe0020 && r <= 0xe007f || r == '\u20e3'
		if !varies && r != '\u200d' && !joined {
			break
		}
		joined = r == '\u200d'
		n += size
	}
	return n
}

// letter is the letter of private use for a sign, 0 where none is left.
func (g guard) letter(s sign) rune {
	if letter, known := g.named[s.said]; known {
		return letter
	}
	letter := '\ue000' + rune(len(g.named))
	if letter > '\uf8ff' {
		return 0
	}
	g.named[s.said] = letter
	g.signs[letter] = s
	return letter
}

// Width measures clean texts with their signs: it is the meter of a document.
type meter struct {
	fonts.Fonts
	signs signs
}

// Width is the width of a clean text in millimetres.
func (m meter) Width(text string, face exports.Face) float64 {
	if len(m.signs) == 0 {
		return m.Fonts.Width(text, face)
	}
	width := 0.0
	plain := strings.Map(func(r rune) rune {
		if s, found := m.signs[r]; found {
			width += s.Advance / s.Em * face.Size * fonts.Millimetre
			return -1
		}
		return r
	}, text)
	return width + m.Fonts.Width(plain, face)
}
