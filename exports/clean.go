package exports

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// Clean is a text as any format can hold it: whole UTF-8, letters composed
// with their marks, no controls but line ends, of which at most two stand
// together, no signs that turn the direction of what follows, none that
// Unicode and XML forbid, no spaces around. Emoji and all alphabets stay.
func Clean(text string) string {
	text = lineEnds.Replace(strings.ToValidUTF8(text, string(unicode.ReplacementChar)))
	text = norm.NFC.String(strings.Map(kept, text))
	for strings.Contains(text, "\n\n\n") {
		text = strings.ReplaceAll(text, "\n\n\n", "\n\n")
	}
	return strings.TrimSpace(text)
}

// OneLine is a clean text on one line.
func OneLine(text string) string { return strings.Join(strings.Fields(Clean(text)), " ") }

// turning are signs that change the direction of what follows them; the marks
// U+200E and U+200F, which do not, may stay.
var turning = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x202a, Hi: 0x202e, Stride: 1}, {Lo: 0x2066, Hi: 0x206f, Stride: 1}}}

// unseen are signs that leave no ink and join nothing.
var unseen = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x00ad, Hi: 0x00ad, Stride: 1}, {Lo: 0x200b, Hi: 0x200b, Stride: 1}, {Lo: 0x2060, Hi: 0x2064, Stride: 1},
		{Lo: 0xfeff, Hi: 0xfeff, Stride: 1}, {Lo: 0xfff9, Hi: 0xfffb, Stride: 1},
	},
	LatinOffset: 1,
}

func kept(r rune) rune {
	switch {
	case r == '\n':
		return r
	case r == '\t', r == '\v', r == '\f':
		return ' '
	case unicode.In(r, unicode.Cc, unicode.Noncharacter_Code_Point, turning, unseen):
		return -1
	}
	return r
}
