package pdf

import (
	"slices"
	"strings"

	"dilna/exports"
	"dilna/exports/fonts"
)

// cellLine is one line of a text with what in it is more than text.
type cellLine struct {
	text    string
	style   style
	inlines []placedInline
}

// placedInline is an inline at some bytes of a line.
type placedInline struct {
	*inline
	from, to int
}

// run is a stretch of a line that is drawn and said in one way.
type run struct {
	text   string
	style  style
	inline *inline
	drop   float64 // below the base line of the line, millimetres
}

// cellLines breaks a text into lines.
func (s *setter) cellLines(txt string, st style, width float64) []cellLine {
	var lines []cellLine
	inlines, start := s.inlines(txt), 0
	for _, line := range exports.Wrap(txt, st.face, width, s.meter) {
		end := start + len(line)
		one := cellLine{text: line, style: st}
		for _, in := range inlines {
			if from, to := max(in.from, start), min(in.to, end); from < to {
				one.inlines = append(one.inlines, placedInline{in.inline, from - start, to - start})
			}
		}
		if end < len(txt) && txt[end] == '\n' {
			one.text += " " // so that copied text keeps its words apart
			end++
		}
		lines, start = append(lines, one), end
	}
	return lines
}

// inlines are the links and the marks of a text, in its order.
func (s *setter) inlines(txt string) []placedInline {
	var found []placedInline
	for _, link := range exports.Links(txt) {
		found = append(found, placedInline{&inline{uri: link.URI}, link.From, link.To})
	}
	for at := 0; ; {
		i := strings.Index(txt[at:], exports.MarkSign)
		if i < 0 {
			break
		}
		at += i + len(exports.MarkSign)
		found = append(found, placedInline{&inline{alt: s.marked}, at - len(exports.MarkSign), at})
	}
	slices.SortFunc(found, func(a, b placedInline) int { return a.from - b.from })
	return found
}

// runs cuts a line at its inlines. An empty line is one empty run.
func (l cellLine) runs() []run {
	var list []run
	at := 0
	for _, in := range l.inlines {
		list = append(list, run{text: l.text[at:in.from], style: l.style})
		list = append(list, l.inlineRun(in))
		at = in.to
	}
	list = append(list, run{text: l.text[at:], style: l.style})
	if len(list) > 1 {
		list = slices.DeleteFunc(list, func(r run) bool { return r.text == "" })
	}
	return list
}

// markDrop is how much lower than a letter a mark stands, so that it is in the
// middle of the letters; in sizes of the text.
const markDrop = 0.14

// inlineRun shows a mark at a glance and a link as one.
func (l cellLine) inlineRun(in placedInline) run {
	r := run{text: l.text[in.from:in.to], style: l.style, inline: in.inline}
	if in.uri != "" {
		r.style.tint = inkStrong
		return r
	}
	r.drop = markDrop * l.style.face.Size * fonts.Millimetre
	r.style = markStyle(l.style)
	return r
}
