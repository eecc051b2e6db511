package pdf

import (
	"strings"

	"dilna/exports"
	"dilna/exports/fonts"
	"dilna/exports/picture"
	"dilna/models"
)

const (
	logoGap    = 7.0  // between the logo and the lines beside it
	numberRoom = 45.0 // what the page number may take of the foot
	footLine   = 4.0  // from one line of the foot to the next
	draftWide  = 190.0
	draftMost  = 96.0 // size of the word across the page, points
)

func (s *setter) masthead(m exports.Masthead) {
	s.letterhead(m)
	if m.Programme != "" {
		s.lines(m.Programme, programmeStyle, "P", m.Lang)
		s.gap = 1
	}
	s.lines(m.Title, titleStyle, "H1", m.TitleLang)
	if m.Group != "" {
		s.gap = 1
		wide := s.meter.Width(m.GroupWord+" ", groupWordStyle.face) + 1
		group := s.tag(s.root, "P")
		name := group
		if m.Lang != "" {
			name = s.tagIn(group, "Span", m.Lang)
		}
		s.pair(
			cell{tag: group, width: min(wide, labelMost), lines: s.cellLines(m.GroupWord+" ", groupWordStyle, min(wide, labelMost))},
			cell{tag: name, lines: s.cellLines(m.Group, groupStyle, textWidth-min(wide, labelMost))},
		)
	}
	s.add(strip{height: 3.5, strokes: []stroke{s.across(3.5, 0.6, inkStrong)}})
	for i := range s.strips {
		s.strips[i].keep = bound
	}
}

// letterhead sets the logo with the lines about who paid beside it.
func (s *setter) letterhead(m exports.Masthead) {
	if m.Logo == nil && len(m.Publicity) == 0 {
		return
	}
	var st strip
	x := 0.0
	if m.Logo != nil {
		st = s.logo(*m.Logo)
		x = st.logos[0].width + logoGap
	}
	y := 0.0
	for _, line := range m.Publicity {
		in := s.tagIn(s.root, "P", m.Lang)
		for _, one := range s.grid([]cell{{x: x, width: textWidth - x, tag: in, lines: s.cellLines(line, publicityStyle, textWidth-x)}}) {
			for _, t := range one.texts {
				t.y += y
				st.texts = append(st.texts, t)
			}
			y += one.height
		}
	}
	if spare := st.height - y; spare > 0 {
		for i := range st.texts {
			st.texts[i].y += spare / 2 // in the middle of the logo
		}
	}
	st.height = max(st.height, y)
	s.add(st)
	s.gap = 6
}

// logo is a picture as large as it may be; without words for it, it is but
// decoration.
func (s *setter) logo(p models.Picture) strip {
	wide, high := picture.LogoSize(p)
	drawn := area{width: wide, height: high}
	st := strip{height: high, logos: []logo{{area: drawn, file: p.PNG}}}
	if p.Alt != "" {
		t := s.tag(s.root, "Figure")
		t.alt = p.Alt
		st.figure, st.drawn, st.logos[0].tag = t, drawn, t
		st.texts = []text{{tag: t}}
	}
	return st
}

// foot puts the foot on a page; it is no content. What the minutes are, which
// version and who approved it stand on one line where there is room, else the
// latter two below.
func (s *setter) foot(p *page, doc exports.Document, number string) {
	right := p.paper.width - sideMargin
	rule := p.paper.height - footRule
	p.strokes = append(p.strokes, stroke{Stroke: exports.Stroke{X1: sideMargin, Y1: rule, X2: right, Y2: rule, Weight: 0.2}, tint: inkRule})
	base := p.paper.height - footBase
	room := right - sideMargin - numberRoom
	left, below := doc.Foot, stampOf(doc)
	if whole := joined(left, below); len(whole) <= oneLineMost && s.meter.Width(whole, footStyle.face) <= room {
		left, below = whole, ""
	}
	for _, line := range []struct {
		text string
		x, y float64
	}{
		{s.oneLine(left, room), sideMargin, base},
		{number, right - s.meter.Width(number, footStyle.face), base},
		{s.oneLine(below, right-sideMargin), sideMargin, base + footLine},
	} {
		if line.text == "" {
			continue
		}
		for _, t := range s.texts(lineAlong(line.text, footStyle, false), nil) {
			p.texts = append(p.texts, t.at(line.x+t.x, line.y))
		}
	}
}

// stampOf says what the document is filed under, which version the document is and who stands behind it.
func stampOf(doc exports.Document) string {
	return joined(joined(doc.Filed, doc.Version), doc.Approval)
}

func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " · " + b
}

func (t text) at(x, y float64) text {
	t.x, t.y = x, y
	return t
}

// oneLineMost is more than one line of the foot ever holds, in bytes.
const oneLineMost = 500

// oneLine is a text cut to one line of the foot.
func (s *setter) oneLine(said string, room float64) string {
	whole := len(said) <= oneLineMost
	if !whole {
		said = strings.ToValidUTF8(said[:oneLineMost], "")
	}
	lines := exports.Wrap(said, footStyle.face, room, s.meter)
	if len(lines) == 1 && whole {
		return said
	}
	return strings.TrimRight(lines[0], " ") + "…"
}

// draft draws a word across the page, no larger than the page is wide.
func (n *pen) draft(p page) {
	if p.draft == "" {
		return
	}
	face := exports.Face{Bold: true, Size: draftMost}
	if wide := n.set.Width(p.draft, face); wide > draftWide {
		face.Size *= draftWide / wide
	}
	n.begin(nil)
	middle, rise := p.paper.width/2, face.Size*fonts.Millimetre*0.36
	n.f.TransformBegin()
	n.f.TransformRotate(50, middle, p.paper.height/2)
	n.ink(p, text{
		x: middle - n.set.Width(p.draft, face)/2, y: p.paper.height/2 + rise, text: p.draft, face: face, tint: inkDraft,
	})
	n.f.TransformEnd()
}
