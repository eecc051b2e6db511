package fonts

import (
	"fmt"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"dilna/exports"
)

// Part is what is drawn of a text at once: letters of the text font, or a sign.
type Part struct {
	Letters string // of the text font, from left to right
	Sign    *Sign  // where there are no letters
	Advance int    // width in thousandths of the size of the text
}

// Sign is drawn as an outline and said as it was typed: an emoji, a Chinese
// letter, an Arabic letter in one of its forms, a syllable of Hindi. The same
// sign is one in all texts of a set.
type Sign struct {
	Outline
	Said string
}

// Outline is lines and curves in thousandths of the size of the text, right and
// up from where the base line begins.
type Outline struct {
	Segments []Segment
	Advance  int
}

// Segment is a line or a curve: its operation and the places that takes.
type Segment struct {
	Op   ot.SegmentOp
	Args [3]Point
}

// Point is a place of an outline.
type Point struct{ X, Y int }

func thousandths(ems float64) int { return int(math.Round(em * ems)) }

// Parts are the parts of a text that runs one way, from left to right. Shown
// gave the text. What only one weight of a font has is made bold.
func (s *Set) Parts(text string, fromRight, bold bool) []Part {
	var parts []Part
	for text != "" {
		n, script := s.item(text, fromRight)
		item := text[:n]
		text = text[n:]
		var next []Part
		if wide, plain := s.text.width(item, bold); script == nil && plain {
			next = []Part{{Letters: item, Advance: wide}}
		} else if script != nil {
			next = signParts(s.shape(word{item, script, bold}))
		} else if sign := s.outlined(item, bold); sign != nil {
			next = signParts([]*Sign{sign})
		}
		if fromRight {
			parts = append(next, parts...)
		} else {
			parts = append(parts, next...)
		}
	}
	return parts
}

func signParts(signs []*Sign) []Part {
	parts := make([]Part, len(signs))
	for i, sign := range signs {
		parts[i] = Part{Sign: sign, Advance: sign.Advance}
	}
	return parts
}

// item is how long the beginning of a text is that is drawn in one way, and the
// script it is shaped in: letters of one script with what hangs on them, letters
// of the text font, or one letter of another font.
func (s *Set) item(text string, fromRight bool) (int, *script) {
	first, n := utf8.DecodeRuneInString(text)
	script := shapedAs(first)
	goesOn := func(r rune) bool {
		return shapedAs(r) == script || inkless(r) || unicode.Is(unicode.M, r) && shapedAs(r) == nil && s.shapes(script, r)
	}
	switch {
	case script != nil:
	case inkless(first):
		return n, nil
	case !s.text.has(first):
		return exports.LetterLength(text), nil
	default:
		goesOn = s.text.has
		if fromRight {
			script = common
		}
	}
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		if !goesOn(r) {
			break
		}
		n += size
	}
	return n, script
}

// outlined is the sign for a letter that stands by itself, with what varies it
// or is joined to it, of which only the first is drawn; nil for none.
func (s *Set) outlined(said string, bold bool) *Sign {
	key := signKey{said: said, bold: bold}
	if sign, known := s.signs[key]; known {
		return sign
	}
	s.signs[key] = nil
	letter, _ := utf8.DecodeRuneInString(said)
	for _, f := range outlineFonts {
		if o, found, err := f.outline(letter); err == nil && found {
			if bold && f.bold {
				o = o.thick()
			}
			s.signs[key] = &Sign{o, said}
			break
		}
	}
	return s.signs[key]
}

// thick is an outline drawn three times over, a little aside: bold letters of a
// font that has none.
func (o Outline) thick() Outline {
	thick := Outline{Advance: o.Advance}
	for _, by := range []Point{{-12, -6}, {12, -6}, {0, 8}} {
		thick.add(o.Segments, by)
	}
	return thick
}

func (o *Outline) add(segments []Segment, by Point) {
	for _, s := range segments {
		for i := range s.Args {
			s.Args[i].X += by.X
			s.Args[i].Y += by.Y
		}
		o.Segments = append(o.Segments, s)
	}
}

// signKey tells signs apart: by what they stand for and what they are drawn of.
type signKey struct {
	said, glyphs string
	script       *script
	bold         bool
	of           *Sign // the ligature it begins
	share        int   // its part of the width of a ligature
}

// word is letters of one script beside each other.
type word struct {
	text   string
	script *script
	bold   bool
}

// numbers of the text font are as wide together as one by one.
var unkerned = []shaping.FontFeature{{Tag: ot.MustNewTag("kern")}, {Tag: ot.MustNewTag("liga")}}

// shape gives a word the shapes its letters have beside each other, from left
// to right: a sign for each letter with its marks, each ligature, each syllable.
func (s *Set) shape(w word) []*Sign {
	if known, found := s.words[w]; found {
		return known
	}
	f, err := w.script.font.in(w.bold)
	if err != nil {
		return nil // stands has told the letters of such a font by their numbers
	}
	if s.faces[f] == nil {
		s.faces[f] = font.NewFace(f)
	}
	letters := []rune(w.text)
	in := shaping.Input{
		Text: letters, RunEnd: len(letters), Direction: w.script.direction, Face: s.faces[f], Size: fixed.I(em), Script: w.script.name,
	}
	if w.script == common {
		in.FontFeatures = unkerned
	}
	var signs []*Sign
	glyphs := s.shaper.ShapeNoExtents(in).Glyphs
	for len(glyphs) > 0 {
		n := 1
		for n < len(glyphs) && glyphs[n].TextIndex() == glyphs[0].TextIndex() {
			n++
		}
		said := letters[glyphs[0].TextIndex() : glyphs[0].TextIndex()+glyphs[0].RunesCount()]
		if w.script.direction == di.DirectionRTL {
			signs = append(signs, s.apart(w, f, glyphs[:n], said)...)
		} else {
			signs = append(signs, s.cluster(w, f, glyphs[:n], string(said)))
		}
		glyphs = glyphs[n:]
	}
	s.words[w] = signs
	return signs
}

// apart gives letters that run from the right a sign each, from left to right:
// readers of a PDF turn signs around, but not what one of them says. Marks are
// drawn apart from their letter; of letters in one ligature the first has the
// ink, and all share its width.
func (s *Set) apart(w word, f *font.Font, glyphs []shaping.Glyph, said []rune) []*Sign {
	var signs []*Sign
	base, joined := slices.Clone(glyphs), said[:0:0]
	for _, r := range said[1:] {
		glyph, _ := f.Cmap.Lookup(r)
		i := slices.IndexFunc(base, func(g shaping.Glyph) bool { return g.GlyphID == glyph && g.Advance == 0 })
		switch {
		case inkless(r):
			signs = append(signs, s.cluster(w, f, nil, string(r)))
		case i >= 0 && len(base) > 1:
			signs = append(signs, s.cluster(w, f, base[i:i+1], string(r)))
			base = slices.Delete(base, i, i+1)
		default:
			joined = append(joined, r)
		}
	}
	first := s.cluster(w, f, base, string(said[0]))
	if len(joined) > 0 {
		share := first.Advance / (len(joined) + 1)
		for _, r := range joined {
			signs = append(signs, s.sign(signKey{said: string(r), share: share}, Outline{Advance: share}))
		}
		rest := Outline{Advance: first.Advance - share*len(joined)}
		rest.add(first.Segments, Point{X: -share * len(joined)})
		first = s.sign(signKey{said: first.Said, of: first}, rest)
	}
	slices.Reverse(signs)
	return append(signs, first)
}

// sign is a sign that is made but once.
func (s *Set) sign(key signKey, o Outline) *Sign {
	if s.signs[key] == nil {
		s.signs[key] = &Sign{o, key.said}
	}
	return s.signs[key]
}

// cluster is glyphs that stand for the same letters as one sign.
func (s *Set) cluster(w word, f *font.Font, glyphs []shaping.Glyph, said string) *Sign {
	key := signKey{said: said, bold: w.bold, script: w.script}
	for _, g := range glyphs {
		key.glyphs += fmt.Sprint(g.GlyphID, g.XOffset, g.YOffset, " ")
	}
	o, at := Outline{}, 0.0
	for _, g := range glyphs {
		by := Point{int(math.Round(at + units(g.XOffset))), int(math.Round(units(g.YOffset)))}
		o.add(outlineOf(s.faces[f], g.GlyphID), by)
		at += units(g.Advance)
	}
	o.Advance = int(math.Round(at))
	return s.sign(key, o)
}

func units(v fixed.Int26_6) float64 { return float64(v) / 64 }

// outlineOf is a glyph of a font.
func outlineOf(face *font.Face, glyph font.GID) []Segment {
	data, _ := face.GlyphDataOutline(glyph)
	segments := make([]Segment, len(data.Segments))
	for i, s := range data.Segments {
		segments[i].Op = s.Op
		for n, p := range s.Args {
			segments[i].Args[n] = Point{thousandths(float64(p.X) / float64(face.Upem())), thousandths(float64(p.Y) / float64(face.Upem()))}
		}
	}
	return segments
}
