package fonts

import (
	"strings"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/language"
	"golang.org/x/text/unicode/bidi"
)

// script is letters that are shaped: joined, reordered, hung with marks.
type script struct {
	name      language.Script
	letters   *unicode.RangeTable
	signs     string // shared with other scripts
	direction di.Direction
	font      shapedFont
}

// common shapes signs and numbers of the text font among letters from the
// right: it mirrors brackets.
var common = &script{name: language.Common, direction: di.DirectionRTL, font: dejaVu}

// Arabic stays with the text font: of the Noto family's, which takes letters and
// their dots apart, the library (0.3.5) leaves some letters within a word in the
// shape they have at its end.
var scripts = []*script{
	{language.Hebrew, unicode.Hebrew, "", di.DirectionRTL, dejaVu},
	{language.Arabic, unicode.Arabic, "\u0640\u060c\u061b\u061f", di.DirectionRTL, dejaVu},
	{language.Devanagari, unicode.Devanagari, "\u0964\u0965", di.DirectionLTR, notoOf("NotoSansDevanagari_400Regular", "NotoSansDevanagari_700Bold")},
}

// shapedAs is the script a letter is shaped in, nil where it stands as it is.
// Arabic numbers do: they run from the left.
func shapedAs(r rune) *script {
	if r < 0x590 {
		return nil
	}
	for _, s := range scripts {
		switch {
		case strings.ContainsRune(s.signs, r):
			return s
		case unicode.Is(s.letters, r):
			if properties, _ := bidi.LookupRune(r); s.direction == di.DirectionRTL && !fromRight[properties.Class()] {
				return nil
			}
			return s
		}
	}
	return nil
}

var fromRight = map[bidi.Class]bool{bidi.R: true, bidi.AL: true, bidi.NSM: true}

// inkless are signs without ink that say something about the letters beside
// them: whether they join, which way they run.
func inkless(r rune) bool { return r >= 0x200c && r <= 0x200f || r == 0x61c }

// visible is false for what leaves no ink: joiners, variation selectors,
// fillers, and the keycap that the fonts draw as a box.
func visible(r rune) bool {
	return r != '\u20e3' && !unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}
