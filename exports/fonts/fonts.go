// Package fonts has the two fonts the minutes are printed and drawn in, and
// measures texts in them.
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

// noGlyph marks a rune a font has no glyph for.
const noGlyph = math.MaxUint16

// advances are the widths of the runes U+0000 to U+FFFF in thousandths of the
// size of the text, rounded as gofpdf rounds them.
type advances []uint16

// Fonts measures texts in both fonts; it is an exports.Meter.
type Fonts struct{ regular, bold advances }

// Load reads both fonts, once for all documents.
var Load = sync.OnceValues(func() (Fonts, error) {
	regular, err := readAdvances(dejavusanscondensed.TTF)
	if err != nil {
		return Fonts{}, err
	}
	bold, err := readAdvances(dejavusanscondensedbold.TTF)
	return Fonts{regular, bold}, err
})

func readAdvances(ttf []byte) (advances, error) {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		return nil, fmt.Errorf("read a font: %w", err)
	}
	var buf sfnt.Buffer
	em := f.UnitsPerEm()
	table := make(advances, math.MaxUint16+1)
	for r := range table {
		table[r] = noGlyph
		glyph, err := f.GlyphIndex(&buf, rune(r))
		if err != nil || glyph == 0 {
			continue
		}
		wide, err := f.GlyphAdvance(&buf, glyph, fixed.I(int(em)), font.HintingNone)
		if err != nil {
			return nil, fmt.Errorf("width of %U: %w", r, err)
		}
		table[r] = uint16(math.Round(float64(wide) / 64 * 1000 / float64(em)))
	}
	return table, nil
}

// Width is the width of a clean text in millimetres.
func (f Fonts) Width(text string, face exports.Face) float64 {
	table := f.regular
	if face.Bold {
		table = f.bold
	}
	sum := 0
	for _, r := range text {
		if int(r) < len(table) && table[r] != noGlyph {
			sum += int(table[r])
		}
	}
	return float64(sum) / 1000 * face.Size * Millimetre
}

// Has says whether both fonts have a glyph for r.
func (f Fonts) Has(r rune) bool {
	return int(r) < len(f.regular) && f.regular[r] != noGlyph && f.bold[r] != noGlyph
}
