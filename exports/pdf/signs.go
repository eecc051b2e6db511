package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	ot "github.com/go-text/typesetting/font/opentype"

	"dilna/exports/fonts"
)

// signs are the signs of a document in the order they are first drawn. They
// become fonts whose letters are drawn by the PDF itself (type 3), so that a
// sign of any alphabet is a letter that can be marked, copied and heard.
type signs struct {
	list   []*fonts.Sign
	places map[*fonts.Sign]placeOfSign
}

// placeOfSign is where a sign is: 255 to a font, from code 1 on.
type placeOfSign int

const signsMost = 255

func (p placeOfSign) font() int  { return int(p) / signsMost }
func (p placeOfSign) code() byte { return byte(1 + int(p)%signsMost) }

// measure is code 0 of each font of signs: readers guess the size of such a font
// by the width of its m.
var measure = &fonts.Sign{Outline: fonts.Outline{Advance: 600}, Said: "m"}

func (s *signs) add(sign *fonts.Sign) placeOfSign {
	if place, known := s.places[sign]; known {
		return place
	}
	place := placeOfSign(len(s.list))
	s.list = append(s.list, sign)
	s.places[sign] = place
	return place
}

func fontOfSigns(n int) string { return fmt.Sprintf("Signs%d", n+1) }

// addSigns writes the fonts of the signs and names them in the resources of the
// pages.
func (o *objects) addSigns(all []*fonts.Sign) {
	names, n := "", 0
	for signs := range slices.Chunk(all, signsMost) {
		names += fmt.Sprintf("/%s %d 0 R\n", fontOfSigns(n), o.addFont(fontOfSigns(n), signs))
		n++
	}
	const resources, list = 2, "/Font <<\n"
	o.list[resources-1] = bytes.Replace(o.get(resources), []byte(list), []byte(list+names), 1)
}

// addFont writes a font of its own letters: code n draws the sign n. It is as
// high as the text font, so that readers see them on one line.
func (o *objects) addFont(name string, signs []*fonts.Sign) int {
	var drawings, differences, widths strings.Builder
	box := [4]int{}
	signs = append([]*fonts.Sign{measure}, signs...)
	for code, sign := range signs {
		name := "m"
		if code > 0 {
			name = fmt.Sprintf("s%d", code)
		}
		o.list = append(o.list, packed("", drawing(sign.Outline, &box)))
		fmt.Fprintf(&drawings, "/%s %d 0 R", name, len(o.list))
		fmt.Fprintf(&differences, "/%s", name)
		fmt.Fprintf(&widths, "%d ", sign.Advance)
	}
	descriptor := o.add("<</Type/FontDescriptor/FontName/%s/Flags 4/ItalicAngle 0/Ascent 928/Descent -236/FontBBox[%d %d %d %d]>>", name, box[0], box[1], box[2], box[3])
	o.list = append(o.list, packed("", saidBy(signs)))
	meaning := len(o.list)
	return o.add("<</Type/Font/Subtype/Type3/Name/%s/FontBBox[%d %d %d %d]/FontMatrix[.001 0 0 .001 0 0]/Resources<<>>"+
		"/CharProcs<<%s>>/Encoding<</Type/Encoding/Differences[0%s]>>/FirstChar 0/LastChar %d/Widths[%s]/FontDescriptor %d 0 R/ToUnicode %d 0 R>>",
		name, box[0], box[1], box[2], box[3], drawings.String(), differences.String(), len(signs)-1, strings.TrimSpace(widths.String()), descriptor, meaning)
}

// saidBy says which letters each code of a font of signs means.
func saidBy(signs []*fonts.Sign) []byte {
	chars := make([]string, len(signs))
	for code, sign := range signs {
		chars[code] = fmt.Sprintf("<%02X> <%s>\n", code, utf16Hex(sign.Said))
	}
	return codeMap("<00> <FF>", "bfchar", chars)
}

// drawing draws an outline in the language of PDF, which has no curves of one
// bend, and makes the box large enough for it. It takes the colour of the text.
func drawing(o fonts.Outline, box *[4]int) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%d 0 d0\n", o.Advance)
	var from fonts.Point
	for _, s := range o.Segments {
		at, places := s.Args, 1
		switch s.Op {
		case ot.SegmentOpMoveTo:
			fmt.Fprintf(&b, "%d %d m\n", at[0].X, at[0].Y)
		case ot.SegmentOpLineTo:
			fmt.Fprintf(&b, "%d %d l\n", at[0].X, at[0].Y)
		case ot.SegmentOpQuadTo:
			bend, end := at[0], at[1]
			at = [3]fonts.Point{twoThirds(from, bend), twoThirds(end, bend), end}
			fallthrough
		case ot.SegmentOpCubeTo:
			places = 3
			fmt.Fprintf(&b, "%d %d %d %d %d %d c\n", at[0].X, at[0].Y, at[1].X, at[1].Y, at[2].X, at[2].Y)
		}
		for _, p := range at[:places] {
			box[0], box[1] = min(box[0], p.X), min(box[1], p.Y)
			box[2], box[3] = max(box[2], p.X), max(box[3], p.Y)
		}
		from = at[places-1]
	}
	if len(o.Segments) > 0 {
		b.WriteString("f")
	}
	return b.Bytes()
}

// twoThirds is a place two thirds of the way from one to another.
func twoThirds(from, to fonts.Point) fonts.Point {
	return fonts.Point{X: from.X + (to.X-from.X)*2/3, Y: from.Y + (to.Y-from.Y)*2/3}
}
