package markdown

import (
	"strings"
	"unicode"

	"dilna/exports"
)

// special are the signs that mean something anywhere in a line.
const special = "\\`*_[]<>|~&$"

// inline is a text on one line.
func inline(text string) string { return escaped(strings.Join(strings.Fields(text), " ")) }

// inside is a text whose line ends stay, the lines after the first indented.
func inside(text, indent string) string { return lines(text, "\\\n"+indent) }

// cell is a text in a table.
func cell(text string) string { return lines(text, "<br>") }

func lines(text, lineEnd string) string {
	var said []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = inline(line); line != "" {
			said = append(said, line)
		}
	}
	return strings.Join(said, lineEnd)
}

// escaped is one line of text in which no sign means anything.
func escaped(line string) string {
	var b strings.Builder
	for i, r := range line {
		if strings.ContainsRune(special, r) || i == 0 && strings.ContainsRune("#+-=:", r) || endsNumber(line, i, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// endsNumber says whether r ends a number at the start of a line, which would
// begin a numbered list: "1." or "1)".
func endsNumber(line string, i int, r rune) bool {
	return (r == '.' || r == ')') && i > 0 && strings.TrimLeftFunc(line[:i], unicode.IsDigit) == ""
}

// Signs that stand for those around bold words until all is escaped: no clean
// text has them.
const boldFrom, boldTo = "\x01", "\x02"

var boldSigns = strings.NewReplacer(boldFrom, "**", boldTo, "**")

// withBold is a text with signs around what is bold.
func withBold(text string, bold []exports.Span) string {
	var b strings.Builder
	for stretch, isBold := range exports.Stretches(text, bold) {
		if isBold {
			stretch = boldFrom + stretch + boldTo
		}
		b.WriteString(stretch)
	}
	return b.String()
}
