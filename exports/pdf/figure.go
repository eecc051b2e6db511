package pdf

import "dilna/exports"

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
	for _, d := range drawings {
		s.add(s.drawing(d, on))
		s.gap = 6
	}
	s.gap = 0
}

// drawing is a drawing as one strip, in the middle of the page.
func (s *setter) drawing(d exports.Drawing, on paper) strip {
	dx := (on.body().Width - d.Width) / 2
	st := strip{height: d.Height, paper: on}
	for _, l := range d.Strokes {
		l.X1, l.X2 = l.X1+dx, l.X2+dx
		st.strokes = append(st.strokes, stroke{l, inkStrong})
	}
	for _, b := range d.Boxes {
		b.X += dx
		st.boxes = append(st.boxes, b)
	}
	for i, l := range d.Labels {
		st.texts = append(st.texts, text{
			x: l.X + dx, y: l.Y, text: l.Text, face: l.Face, tint: inkText,
			part: part{block: s.block, row: s.row, cell: i, role: roleDrawn},
		})
	}
	s.row++
	return st
}
