package pdf

import (
	"context"
	"fmt"
	"strings"

	"dilna/exports"
)

// layout places a clean document on pages, each text with its tag in the tree
// whose root it gives too. It is pure: widths in, placed lines out.
func layout(ctx context.Context, doc exports.Document, meter exports.Meter) ([]page, *tag, error) {
	pages, root, err := layoutWith(ctx, doc, meter, false)
	if err == nil && len(pages) >= exports.ContentsFrom && hasContents(doc) {
		return layoutWith(ctx, doc, meter, true)
	}
	return pages, root, err
}

func layoutWith(ctx context.Context, doc exports.Document, meter exports.Meter, contents bool) ([]page, *tag, error) {
	s := setter{meter: meter, voices: exports.VoicesBeside(doc.Language, doc.Written), marked: doc.Marked, root: &tag{name: "Document"}, width: textWidth, long: contents}
	for _, b := range doc.Blocks {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		s.block(b)
	}
	pages := paginate(s.strips)
	s.fillContents(pages)
	for i := range pages {
		s.foot(&pages[i], doc, fmt.Sprintf("%s %d %s %d", doc.Page, i+1, doc.Of, len(pages)))
		pages[i].draft = doc.Draft
	}
	return pages, s.root, nil
}

// setter turns blocks into strips.
type setter struct {
	meter    exports.Meter
	strips   []strip
	root     *tag
	tags     int     // so far
	width    float64 // of what is set
	inPanel  bool    // likewise
	marked   string  // what the mark is called
	voices   exports.Voices
	previous exports.Block
	leading  bool    // the block before heads this one
	gap      float64 // above the next strip
	long     bool    // the document has a table of contents
	leads    []lead  // the lines of that
}

// gapBefore is the space between two blocks, in millimetres.
func gapBefore(previous, b exports.Block) float64 {
	_, afterHeading := previous.(exports.Heading)
	switch b := b.(type) {
	case exports.Fields:
		return 4
	case exports.Heading:
		switch {
		case b.Level == 1:
			return 10
		case afterHeading:
			return 2.6
		}
		return 5.2
	case exports.Paragraph:
		if b.Tied {
			return 1.4
		}
		if _, table := previous.(exports.Table); table && b.Tone == exports.Strong {
			return 6
		}
	case exports.Table:
		if _, table := previous.(exports.Table); table {
			return tablesGap
		}
	case exports.Figure, exports.Photo:
		return 6
	}
	if afterHeading {
		return 1.8
	}
	return 2.6
}

// tag makes a tag under another one, the next in reading order.
func (s *setter) tag(parent *tag, name string) *tag {
	s.tags++
	return &tag{name: name, parent: parent, order: s.tags}
}

// tagIn makes a tag of a text in a language of its own; empty: the document's.
func (s *setter) tagIn(parent *tag, name, lang string) *tag {
	t := s.tag(parent, name)
	t.lang = lang
	return t
}

// block sets a block below those before it.
func (s *setter) block(b exports.Block) {
	s.gap = gapBefore(s.previous, b)
	from := len(s.strips)
	s.set(b)
	if _, ok := s.previous.(exports.Figure); ok {
		_, outline := b.(exports.List)
		for i := range s.strips[from:] {
			s.strips[from+i].lets = outline
		}
	}
	s.previous = b
}

func (s *setter) set(b exports.Block) {
	leading := false
	switch b := b.(type) {
	case exports.Masthead:
		s.masthead(b)
	case exports.Fields:
		s.fields(b)
	case exports.Heading:
		s.heading(b)
		leading = true
	case exports.Paragraph:
		leading = s.paragraph(b)
	case exports.Contents:
		if s.long {
			s.contents(b)
		}
	case exports.List:
		s.list(b)
	case exports.Table:
		s.table(b)
	case exports.Figure:
		s.figure(b)
	case exports.Photo:
		s.photo(b)
	case exports.Panels:
		s.panels(b)
	}
	s.leading = leading
}

// add appends a strip below the gap that is due.
func (s *setter) add(st strip) {
	if st.paper == (paper{}) {
		st.paper = upright
	}
	st.before += s.gap
	s.gap = 0
	s.strips = append(s.strips, st)
}

// tie keeps the last strip with the one that follows.
func (s *setter) tie(with keep) {
	if n := len(s.strips); n > 0 {
		s.strips[n-1].keep = max(s.strips[n-1].keep, with)
	}
}

// lines adds a text as lines of the full width; none stands alone at the end or
// the beginning of a page.
func (s *setter) lines(txt string, st style, name, lang string) {
	s.linesOf(exports.Paragraph{Text: txt, Lang: lang}, st, name)
}

func (s *setter) linesOf(p exports.Paragraph, st style, name string) {
	in := s.tagIn(s.root, name, p.Lang)
	for _, one := range s.grid([]cell{{width: s.width, tag: in, lines: s.boldLines(p.Text, p.Bold, st, s.width)}}) {
		if one.keep == whole {
			one.keep = loose
		}
		s.add(one)
	}
}

// across is a line over the whole width, for the eye only.
func (s *setter) across(y, weight float64, t tint) stroke {
	return stroke{Stroke: exports.Stroke{X1: 0, Y1: y, X2: s.width, Y2: y, Weight: weight}, tint: t}
}

const (
	labelMost = 55.0 // the widest a label of the head may be, with what is between it and its value
	labelGap  = 3.0
)

// fields sets labels with their values beside them; it is a list to those who
// do not see it.
func (s *setter) fields(fields exports.Fields) {
	wide := 0.0
	for _, f := range fields {
		wide = max(wide, s.meter.Width(f.Label+": ", labelStyle.face))
	}
	wide = min(wide+labelGap, labelMost)
	list := s.tag(s.root, "L")
	list.attributes = otherList
	for i, f := range fields {
		if i > 0 {
			s.tie(bound) // who stands behind minutes stand together
		}
		entry := s.tag(list, "LI")
		s.pair(
			cell{tag: s.tag(entry, "Lbl"), width: wide, lines: s.cellLines(f.Label+": ", labelStyle, wide-labelGap)},
			cell{tag: s.tagIn(entry, "LBody", f.Lang), lines: s.cellLines(f.Value, valueStyle, textWidth-wide)},
		)
		s.gap = 0.7
	}
	s.gap = 0
}

// pair adds a label and its value, which begins where the label ends.
func (s *setter) pair(label, value cell) {
	value.x = label.width
	for _, line := range value.lines { // one from the right stands beside its label all the same
		value.width = max(value.width, s.meter.Width(line.text, line.style.face))
	}
	for _, one := range s.grid([]cell{label, value}) {
		s.add(one)
	}
}

func (s *setter) heading(h exports.Heading) {
	st := headingStyle(h.Level)
	first := len(s.strips)
	s.lines(h.Text, st, fmt.Sprintf("H%d", min(h.Level+1, 6)), h.Lang)
	s.strips[first].bookmarks = []bookmark{{
		level: h.Level - 1, text: strings.ReplaceAll(h.Text, "\n", " "), tag: s.strips[first].texts[0].tag,
	}}
	for i := first; i < len(s.strips); i++ {
		s.strips[i].keep = bound
	}
	if h.Level == 1 {
		s.add(strip{height: 1.2, keep: bound, strokes: []stroke{s.across(0.9, 0.2, inkRule)}})
	}
}

// paragraph says whether the paragraph heads what follows.
func (s *setter) paragraph(p exports.Paragraph) bool {
	st := map[exports.Tone]style{exports.Plain: bodyStyle, exports.Strong: strongStyle, exports.Quiet: quietStyle}[p.Tone]
	if p.Tied {
		s.tie(bound)
	}
	s.linesOf(p, st, "P")
	heads := p.Heads || p.Tone == exports.Strong || p.Tied && s.leading || strings.HasSuffix(p.Text, ":")
	if heads {
		s.tie(bound)
	}
	return heads
}
