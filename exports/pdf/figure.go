package pdf

import (
	"fmt"
	"slices"

	"dilna/exports"
)

const captionGap = 1.5 // between a drawing or a photo and its caption

// figure draws a fishbone or a grid: where it fits a page upright it stands in the text,
// else on pages of its own, lying where that makes fewer. Where it would leave
// much of a page empty, the outline that says the same comes first, and whole.
func (s *setter) figure(f exports.Figure) {
	on := upright
	drawings := s.drawnOn(upright, f)
	if len(drawings) > 1 {
		if wide := s.drawnOn(lying, f); len(wide) < len(drawings) {
			on, drawings = lying, wide
		}
	}
	from := len(s.strips)
	for i, d := range drawings {
		t := s.tagIn(s.root, "Figure", f.AltLang())
		t.alt = f.Alt
		if len(drawings) > 1 {
			t.alt = fmt.Sprintf("%s (%d/%d)", f.Alt, i+1, len(drawings))
		}
		if i == 0 && f.Grid == nil {
			s.tie(bound) // to its heading; a grid stands after tables
		}
		s.add(s.drawn(d, t, on, edgeOf(f, d, on)))
		s.tie(bound)
		s.gap = captionGap
		s.caption(f, on)
		s.gap = 6
	}
	s.gap = 0
	for i := range s.strips[from:] {
		s.strips[from+i].floats = true
	}
}

// drawnOn draws the figure on such pages, each drawing with room for its caption.
func (s *setter) drawnOn(on paper, f exports.Figure) []exports.Drawing {
	frame := on.body()
	drawings := f.Draw(frame, s.meter)
	frame.Height -= captionGap + float64(len(exports.Wrap(f.Caption, quietStyle.face, s.width, s.meter)))*quietStyle.leading
	if slices.ContainsFunc(drawings, func(d exports.Drawing) bool { return d.Height > frame.Height }) {
		return f.Draw(frame, s.meter)
	}
	return drawings
}

// caption sets what the drawing is under it.
func (s *setter) caption(f exports.Figure, on paper) {
	if f.Caption == "" {
		return
	}
	from := len(s.strips)
	s.lines(f.Caption, quietStyle, "P", f.AltLang())
	for i := from; i < len(s.strips); i++ {
		s.strips[i].paper = on
	}
}

// photo sets a photo with what is on it under it.
func (s *setter) photo(p exports.Photo) {
	wide, high := p.Size(s.width)
	t := s.tagIn(s.root, "Figure", p.Lang)
	t.alt = p.Alt
	drawn := area{width: wide, height: high}
	s.add(strip{
		height: high, figure: t, drawn: drawn, keep: bound, texts: []text{{tag: t}},
		logos: []logo{{area: drawn, file: p.JPEG, tag: t}},
	})
	s.gap = captionGap
	s.lines(p.Caption, quietStyle, "P", p.Lang)
	s.gap = 0
}

// edgeOf is the left edge of a drawing: in the middle of the page, where it is no code
// of an address that stands above it.
func edgeOf(f exports.Figure, d exports.Drawing, on paper) float64 {
	if f.Address != "" {
		return 0
	}
	return (on.body().Width - d.Width) / 2
}

// drawn is a drawing as one strip, from its left edge.
func (s *setter) drawn(d exports.Drawing, t *tag, on paper, dx float64) strip {
	st := strip{height: d.Height, paper: on, figure: t, drawn: area{x: dx, width: d.Width, height: d.Height}}
	for _, l := range d.Strokes {
		l.X1, l.X2 = l.X1+dx, l.X2+dx
		st.strokes = append(st.strokes, stroke{l, inkStrong, t})
	}
	for _, b := range d.Boxes {
		b.X += dx
		st.boxes = append(st.boxes, box{b, t})
	}
	if len(d.Labels) == 0 {
		st.texts = []text{{tag: t}} // a drawing is drawn where its tag is first met
	}
	for _, l := range d.Labels {
		for _, one := range s.texts(cellLine{text: l.Text, style: style{face: l.Face, tint: inkText}, order: l.Order}, t) {
			st.texts = append(st.texts, one.at(l.X+dx+one.x, l.Y))
		}
	}
	return st
}
