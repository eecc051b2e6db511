package pdf

import (
	"bytes"
	"fmt"
	"iter"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/image/font/sfnt"

	"dilna/exports/fonts"
)

// letters draws a text of one line: letters of the fonts as text, signs as
// outlines, said as what was typed.
func (n *pen) letters(p page, t text) {
	for piece := range n.meter.signs.pieces(fonts.Visual(t.text)) {
		letter, _ := utf8.DecodeRuneInString(piece)
		if s, isSign := n.meter.signs[letter]; isSign {
			n.f.RawWriteStr("/Span <</ActualText" + textString(s.said) + ">> BDC")
			n.sign(p, t, letter, s)
			n.f.RawWriteStr("EMC")
		} else {
			n.plain(t, piece)
		}
		t.x += n.meter.Width(piece, t.face)
	}
}

func (n *pen) plain(t text, piece string) {
	for _, r := range piece {
		n.used[t.face.Bold][r] = true
	}
	n.f.Text(t.x, t.y, piece)
}

// stand is the letter that stands unseen where a sign is drawn: readers look
// for text only where there is some.
const stand = "\u2003"

// sign draws a sign, and its stand as wide as the sign is.
func (n *pen) sign(p page, t text, letter rune, s sign) {
	n.formed[letter] = true
	c, scale := colours[t.tint], t.face.Size/s.Em
	n.f.SetFillColor(c[0], c[1], c[2])
	n.f.RawWriteStr(fmt.Sprintf("q %.5f 0 0 %.5f %.2f %.2f cm /%s Do Q", scale, scale,
		t.x/fonts.Millimetre, (p.paper.height-t.y)/fonts.Millimetre, formName(letter)))
	wide := n.meter.Width(string(letter), t.face) / n.meter.Width(stand, t.face)
	n.f.RawWriteStr(fmt.Sprintf("3 Tr %.2f Tz", 100*wide))
	n.plain(t, stand)
	n.f.RawWriteStr("0 Tr 100 Tz")
}

func formName(letter rune) string { return fmt.Sprintf("S%X", letter) }

// pieces cuts a text into signs and what stands between them.
func (s signs) pieces(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		start := 0
		for i, r := range text {
			if _, found := s[r]; found {
				if i > start && !yield(text[start:i]) {
					return
				}
				start = i + utf8.RuneLen(r)
				if !yield(text[i:start]) {
					return
				}
			}
		}
		if start < len(text) {
			yield(text[start:])
		}
	}
}

// typed is a text with its signs as they were typed.
func (s signs) typed(text string) string {
	var b strings.Builder
	for piece := range s.pieces(text) {
		letter, _ := utf8.DecodeRuneInString(piece)
		if sign, found := s[letter]; found {
			piece = sign.said
		}
		b.WriteString(piece)
	}
	return b.String()
}

// addForms writes the outlines of the signs that were drawn, each once, and
// names them in the resources of the pages.
func (o *objects) addForms(n *pen) {
	if len(n.formed) == 0 {
		return
	}
	var names strings.Builder
	for _, letter := range slices.Sorted(maps.Keys(n.formed)) {
		s := n.meter.signs[letter]
		o.list = append(o.list, packed(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[%[1]d %[1]d %[2]d %[2]d]/Resources<<>>",
			-int(s.Em), int(2*s.Em)), s.path()))
		fmt.Fprintf(&names, "/%s %d 0 R", formName(letter), len(o.list))
	}
	const resources, list = 2, "/XObject <<"
	o.list[resources-1] = bytes.Replace(o.get(resources), []byte(list), []byte(list+names.String()), 1)
}

// path draws a sign in the language of PDF, which has no curves of one bend.
func (s sign) path() []byte {
	var b bytes.Buffer
	x, y := 0, 0
	for _, segment := range s.Segments {
		var at [3][2]int
		for i, p := range segment.Args {
			at[i] = [2]int{p.X.Round(), -p.Y.Round()}
		}
		switch segment.Op {
		case sfnt.SegmentOpMoveTo:
			fmt.Fprintf(&b, "%d %d m\n", at[0][0], at[0][1])
			x, y = at[0][0], at[0][1]
		case sfnt.SegmentOpLineTo:
			fmt.Fprintf(&b, "%d %d l\n", at[0][0], at[0][1])
			x, y = at[0][0], at[0][1]
		case sfnt.SegmentOpQuadTo:
			bend, end := at[0], at[1]
			fmt.Fprintf(&b, "%d %d %d %d %d %d c\n", twoThirds(x, bend[0]), twoThirds(y, bend[1]),
				twoThirds(end[0], bend[0]), twoThirds(end[1], bend[1]), end[0], end[1])
			x, y = end[0], end[1]
		case sfnt.SegmentOpCubeTo:
			fmt.Fprintf(&b, "%d %d %d %d %d %d c\n", at[0][0], at[0][1], at[1][0], at[1][1], at[2][0], at[2][1])
			x, y = at[2][0], at[2][1]
		}
	}
	b.WriteString("f")
	return b.Bytes()
}

// twoThirds is a place two thirds of the way from one to another.
func twoThirds(from, to int) int {
	return from + int(math.Round(float64(to-from)*2/3))
}
