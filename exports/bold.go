package exports

import (
	"iter"
	"regexp"
	"strings"
)

// Span is a part of a text from one byte to before another.
type Span struct{ From, To int }

// typedBold is how people set words in bold where they can type only.
var typedBold = regexp.MustCompile(`\*\*([^\s*](?:[^*\n]*[^\s*])?)\*\*`)

// bolded is a text people typed without the signs around bold words, and where
// those stand in it.
func bolded(typed string) (text string, bold []Span) {
	var b strings.Builder
	at := 0
	for _, found := range typedBold.FindAllStringSubmatchIndex(typed, -1) {
		b.WriteString(typed[at:found[0]])
		from := b.Len()
		b.WriteString(typed[found[2]:found[3]])
		bold = append(bold, Span{from, b.Len()})
		at = found[1]
	}
	b.WriteString(typed[at:])
	return b.String(), bold
}

// Stretches are the parts of a text in its order, each with whether it is bold.
func Stretches(text string, bold []Span) iter.Seq2[string, bool] {
	return func(yield func(string, bool) bool) {
		at := 0
		for _, span := range bold {
			if at < span.From && !yield(text[at:span.From], false) || !yield(text[span.From:span.To], true) {
				return
			}
			at = span.To
		}
		if at < len(text) || text == "" {
			yield(text[at:], false)
		}
	}
}

// Within are the spans as they stand in a part of the text, from one byte to
// before another.
func Within(bold []Span, from, to int) []Span {
	var spans []Span
	for _, span := range bold {
		if span.From < to && span.To > from {
			spans = append(spans, Span{max(span.From, from) - from, min(span.To, to) - from})
		}
	}
	return spans
}

// mapBold changes a text by a function, stretch by stretch, and keeps the spaces
// between them.
func mapBold(text string, bold []Span, change func(string) string) (string, []Span) {
	if len(bold) == 0 {
		return change(text), nil
	}
	var b strings.Builder
	var spans []Span
	for stretch, isBold := range Stretches(strings.TrimSpace(text), bold) {
		said := strings.TrimSpace(stretch)
		first, last, _ := strings.Cut(stretch, said)
		from := b.Len() + len(first)
		b.WriteString(first + change(said) + last)
		if isBold {
			spans = append(spans, Span{from, b.Len() - len(last)})
		}
	}
	return b.String(), spans
}
