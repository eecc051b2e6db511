package picture

import (
	"errors"
	"strings"
	"unicode"

	"dilna/exports"
	"dilna/exports/fonts"
)

// meter measures texts as they will be drawn: letters by the fonts, emoji by
// their outlines, and what nobody can draw as the box that stands for it.
type meter struct {
	fonts.Fonts
	outlines fonts.Outlines
	known    map[rune]fonts.Outline // found already; people repeat their emoji
}

const substitute = '□'

func newMeter() (meter, error) {
	loaded, err := fonts.Load()
	outlines, outlinesErr := fonts.LoadOutlines()
	return meter{loaded, outlines, map[rune]fonts.Outline{}}, errors.Join(err, outlinesErr)
}

// Width is the width of a text in millimetres.
func (m meter) Width(text string, face exports.Face) float64 {
	width := 0.0
	plain := strings.Map(func(r rune) rune {
		letter, outline := m.drawn(r)
		if outline.Em > 0 {
			width += advance(outline, face) * fonts.Millimetre
			return -1
		}
		return letter
	}, text)
	return width + m.Fonts.Width(plain, face)
}

// advance is the width of an outline in points.
func advance(o fonts.Outline, face exports.Face) float64 { return o.Advance / o.Em * face.Size }

// drawn is the letter that is drawn for another: itself, none for what leaves
// no ink, a box for what the fonts lack; or an outline in its place.
func (m meter) drawn(r rune) (rune, fonts.Outline) {
	switch {
	case r == '\u20e3', unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point), r >= 0x1f3fb && r <= 0x1f3ff:
		return -1, fonts.Outline{}
	case m.Has(r):
		return r, fonts.Outline{}
	}
	outline, asked := m.known[r]
	if !asked {
		outline, _ = m.outlines.Of(r)
		m.known[r] = outline
	}
	return substitute, outline
}
