// Package fonts decides how a text is shown where we draw it ourselves, on the
// pages of the PDF and in pictures: which letters stand as letters of the text
// font, which are drawn, and what is named instead.
package fonts

import (
	"fmt"
	"math"
	"sync"

	"github.com/go-fonts/dejavu/dejavusanscondensed"
	"github.com/go-fonts/dejavu/dejavusanscondensedbold"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"dilna/exports"
)

// Millimetre is the length of a point in millimetres.
const Millimetre = 25.4 / 72

// em is the size of a text in the units of widths and outlines.
const em = 1000

// noGlyph marks a rune that does not stand as a letter of the text font.
const noGlyph = math.MaxUint16

// advances are the widths of the runes U+0000 to U+FFFF in thousandths of the
// size of the text, rounded as gofpdf rounds them.
type advances []uint16

// textFont is the font that most letters are set in, in both weights.
type textFont struct{ regular, bold advances }

// loadText reads the text font, once for all documents.
var loadText = sync.OnceValues(func() (textFont, error) {
	regular, err := readAdvances(dejavusanscondensed.TTF)
	if err != nil {
		return textFont{}, err
	}
	bold, err := readAdvances(dejavusanscondensedbold.TTF)
	return textFont{regular, bold}, err
})

func readAdvances(ttf []byte) (advances, error) {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		return nil, fmt.Errorf("read a font: %w", err)
	}
	var buf sfnt.Buffer
	units := f.UnitsPerEm()
	table := make(advances, math.MaxUint16+1)
	for r := range table {
		table[r] = noGlyph
		glyph, err := f.GlyphIndex(&buf, rune(r))
		if err != nil || glyph == 0 || shapedAs(rune(r)) != nil || !visible(rune(r)) {
			continue
		}
		wide, err := f.GlyphAdvance(&buf, glyph, fixed.I(int(units)), font.HintingNone)
		if err != nil {
			return nil, fmt.Errorf("width of %U: %w", r, err)
		}
		table[r] = uint16(math.Round(float64(wide) / 64 * em / float64(units)))
	}
	return table, nil
}

// width is the width of a text in thousandths of its size; false where a letter
// of it is none of the text font's.
func (f textFont) width(text string, bold bool) (int, bool) {
	table, sum := f.regular, 0
	if bold {
		table = f.bold
	}
	for _, r := range text {
		if int(r) >= len(table) || table[r] == noGlyph {
			return 0, false
		}
		sum += int(table[r])
	}
	return sum, true
}

// has says whether both weights have a letter that stands for itself.
func (f textFont) has(r rune) bool {
	return int(r) < len(f.regular) && f.regular[r] != noGlyph && f.bold[r] != noGlyph
}

// hasAll says it of every letter of a text.
func (f textFont) hasAll(text string) bool {
	for _, r := range text {
		if !f.has(r) {
			return false
		}
	}
	return true
}

// Width is the width of a text that Shown gave, in millimetres. A Set is an
// exports.Meter.
func (s *Set) Width(text string, face exports.Face) float64 {
	sum, plain := s.text.width(text, face.Bold)
	if !plain {
		sum = 0
		for _, part := range s.Parts(text, false, face.Bold) {
			sum += part.Advance
		}
	}
	return float64(sum) / em * face.Size * Millimetre
}
