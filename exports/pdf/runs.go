package pdf

import (
	"slices"
	"strings"

	"dilna/exports"
	"dilna/exports/direction"
	"dilna/exports/fonts"
)

// cellLine is one line of a text with what in it is more than text.
type cellLine struct {
	text      string
	style     style
	inlines   []placedInline
	fromRight bool                // it begins on the right
	order     []direction.Stretch // of its bytes, from left to right; nil: as they are
	bold      []exports.Span
}

// placedInline is an inline at some bytes of a line.
type placedInline struct {
	*inline
	from, to int
}

// run is a stretch of a line that is drawn and said in one way.
type run struct {
	text   string
	from   int // where in the line it stands, in bytes
	turned []turnedPart
	style  style
	inline *inline
	x      float64 // from the left edge of the line, millimetres
	drop   float64 // below the base line of the line, millimetres
}

// cellLines breaks a text into lines.
func (s *setter) cellLines(txt string, st style, width float64) []cellLine {
	return s.boldLines(txt, nil, st, width)
}

// boldLines does so with a text of which parts are bold.
func (s *setter) boldLines(txt string, bold []exports.Span, st style, width float64) []cellLine {
	var lines []cellLine
	inlines, start, way := s.inlines(txt), 0, direction.Of(txt)
	for _, line := range exports.WrapBold(txt, bold, st.face, width, s.meter) {
		end := start + len(line)
		one := cellLine{text: line, style: st, fromRight: way.FromRight, bold: exports.Within(bold, start, end)}
		for _, in := range inlines {
			if from, to := max(in.from, start), min(in.to, end); from < to {
				one.inlines = append(one.inlines, placedInline{in.inline, from - start, to - start})
			}
		}
		if end < len(txt) && txt[end] == '\n' {
			one.text += " " // so that copied text keeps its words apart
			end++
		}
		one.order = way.Line(start, end)
		for i := range one.order {
			one.order[i].From, one.order[i].To = one.order[i].From-start, one.order[i].To-start
		}
		lines, start = append(lines, one), end
	}
	return lines
}

// lineAlong is a line of our own in a text that runs that way.
func lineAlong(txt string, st style, fromRight bool) cellLine {
	return cellLine{text: txt, style: st, fromRight: fromRight, order: direction.Along(txt, fromRight).Line(0, len(txt))}
}

// inlines are the links, the marks and the foreign passages of a text, in its order.
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
	found = append(found, s.passages(txt, found)...)
	slices.SortFunc(found, byPlace)
	return found
}

func byPlace(a, b placedInline) int { return a.from - b.from }

// passages are those of a text outside the inlines that are found in it already.
func (s *setter) passages(txt string, found []placedInline) []placedInline {
	var passages []placedInline
	at := 0
	for _, in := range append(slices.SortedFunc(slices.Values(found), byPlace), placedInline{from: len(txt), to: len(txt)}) {
		for _, p := range s.voices.Passages(txt[at:in.from]) {
			passages = append(passages, placedInline{&inline{lang: p.Lang}, at + p.From, at + p.To})
		}
		at = in.to
	}
	return passages
}

// runs cuts a line at its inlines. An empty line is one empty run.
func (l cellLine) runs() []run {
	var list []run
	at := 0
	for _, in := range l.inlines {
		list = append(list, run{text: l.text[at:in.from], from: at, style: l.style})
		list = append(list, l.inlineRun(in))
		at = in.to
	}
	list = append(list, run{text: l.text[at:], from: at, style: l.style})
	if len(list) > 1 {
		list = slices.DeleteFunc(list, func(r run) bool { return r.text == "" })
	}
	if len(l.bold) > 0 {
		list = emboldened(list, l.bold)
	}
	return list
}

// emboldened are runs cut where bold begins and ends.
func emboldened(list []run, bold []exports.Span) []run {
	var cut []run
	for _, r := range list {
		from := r.from
		for stretch, isBold := range exports.Stretches(r.text, exports.Within(bold, r.from, r.from+len(r.text))) {
			part := r
			part.text, part.from = stretch, from
			part.style.face.Bold = part.style.face.Bold || isBold
			cut, from = append(cut, part), from+len(stretch)
		}
	}
	return cut
}

// placed are the runs of a line in reading order, each in its place.
func (s *setter) placed(l cellLine) []run {
	runs := l.runs()
	if len(l.order) > 1 || len(l.order) == 1 && l.order[0].FromRight {
		s.turn(runs, l.order)
		return runs
	}
	x := 0.0
	for i := range runs {
		runs[i].x = x
		x += s.meter.Width(runs[i].text, runs[i].style.face)
	}
	return runs
}

// turn places the runs of a line as its stretches follow each other.
func (s *setter) turn(runs []run, order []direction.Stretch) {
	x := 0.0
	for _, stretch := range order {
		for i := range runs {
			at := i
			if stretch.FromRight {
				at = len(runs) - 1 - i
			}
			r := &runs[at]
			from, to := max(r.from, stretch.From), min(r.from+len(r.text), stretch.To)
			if from >= to {
				continue
			}
			part := turnedPart{r.text[from-r.from : to-r.from], stretch.FromRight, x}
			r.turned = append(r.turned, part)
			x += s.meter.Width(part.text, r.style.face)
		}
	}
	for i := range runs {
		runs[i].x = runs[i].turned[0].x // the others stand further right
		for n := range runs[i].turned {
			runs[i].turned[n].x -= runs[i].x
		}
	}
}

// markDrop is how much lower than a letter a mark stands, so that it is in the
// middle of the letters; in sizes of the text.
const markDrop = 0.14

// inlineRun shows a mark at a glance and a link as one.
func (l cellLine) inlineRun(in placedInline) run {
	r := run{text: l.text[in.from:in.to], from: in.from, style: l.style, inline: in.inline}
	if in.uri != "" {
		r.style.tint = inkStrong
	}
	if in.alt == "" {
		return r
	}
	r.drop = markDrop * l.style.face.Size * fonts.Millimetre
	r.style = markStyle(l.style)
	return r
}
