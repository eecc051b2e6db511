package models

import (
	"strings"
	"unicode"
)

// lineEnds are all ways to end a line that people paste: of other systems, and
// the soft ones of office programs.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// Tidy is a text as it is kept, whichever door it came through: every line ends
// with \n, what shows nothing and could turn a line around or break a document
// is a space (docs/reliability.md, TM-10), and outer spaces are gone. A text in
// which nothing shows is empty.
func Tidy(text string) string {
	text = strings.Map(spaceForControl, lineEnds.Replace(text))
	if !strings.ContainsFunc(text, shows) {
		return ""
	}
	return strings.TrimSpace(text)
}

// spaceForControl puts a space for control characters but line end and tab, for
// the bidirectional overrides and isolates, and for what is no character.
func spaceForControl(r rune) rune {
	switch {
	case r == '\n' || r == '\t':
		return r
	case unicode.IsControl(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, unicode.Is(unicode.Noncharacter_Code_Point, r):
		return ' '
	}
	return r
}

// blanks are signs that leave no ink, although Unicode counts them among
// letters and symbols: the blank of braille, the place of a lost object, a note
// without a head.
const blanks = "\u2800\ufffc\U0001d159"

// shows says whether a character can be seen without another: spaces, formats,
// marks set onto other letters, fillers and tags cannot. What Unicode does not
// know yet may be a new emoji.
func shows(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.In(r, unicode.Cc, unicode.Cf, unicode.M) &&
		!unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Noncharacter_Code_Point) &&
		!strings.ContainsRune(blanks, r)
}
