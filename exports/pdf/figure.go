package pdf

import (
	"fmt"

	"dilna/exports"
)

// figure draws a fishbone: where it fits a page upright it stands in the text,
// else on pages of its own, lying where that makes fewer.
func (s *setter) figure(f exports.Figure) {
	on := upright
	drawings := exports.Fishbone(f.Effect, f.Causes, upright.body(), s.meter)
	if len(drawings) > 1 {
		if wide := exports.Fishbone(f.Effect, f.Causes, lying.body(), s.meter); len(wide) < len(drawings) {
			on, drawings = lying, wide
		}
	}
	for i, d := range drawings {
		t := s.tagIn(s.root, "Figure", f.AltLang())
		t.alt = f.Alt
		if len(drawings) > 1 {
			t.alt = fmt.Sprintf("%s (%d/%d)", f.Alt, i+1, len(drawings))
		}
		s.add(s.drawn(d, t, on))
		s.gap = 6
	}
	s.gap = 0
}

// drawn is a drawing as one strip, in the middle of the page.
func (s *setter) drawn(d exports.Drawing, t *tag, on paper) strip {
	dx := (on.body().Width - d.Width) / 2
	t.box = &area{x: dx, width: d.Width, height: d.Height}
	st := strip{height: d.Height, paper: on, figure: t}
	for _, l := range d.Strokes {
		l.X1, l.X2 = l.X1+dx, l.X2+dx
		st.strokes = append(st.strokes, stroke{l, inkStrong, t})
	}
	for _, b := range d.Boxes {
		b.X += dx
		st.boxes = append(st.boxes, box{b, t})
	}
	for _, l := range d.Labels {
		for _, one := range s.texts(cellLine{text: l.Text, style: style{face: l.Face, tint: inkText}, order: l.Order}, t) {
			st.texts = append(st.texts, one.at(l.X+dx+one.x, l.Y))
		}
	}
	return st
}
