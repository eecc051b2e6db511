package pdf

import (
	"slices"
	"strconv"
	"strings"

	"dilna/exports"
)

const (
	contentsIndent = 5.0
	contentsNumber = 12.0 // room for the number of a page
)

func hasContents(doc exports.Document) bool {
	return slices.ContainsFunc(doc.Blocks, func(b exports.Block) bool {
		_, ok := b.(exports.Contents)
		return ok
	})
}

// destination is a place in the document that a link leads to.
type destination struct {
	page int
	y    float64 // from the foot of the page
}

// lead is a line of the table of contents: its number is known when all stands.
type lead struct {
	to    *destination
	level int
	order int // of its tag
}

// contents sets the table of contents: lines that lead to their headings, as wide as
// the page, with room for numbers.
func (s *setter) contents(c exports.Contents) {
	s.gap = 6
	s.paragraph(exports.Paragraph{Text: c.Title, Tone: exports.Strong, Heads: true})
	list := s.tag(s.root, "TOC")
	for i, e := range c.Entries {
		indent := contentsIndent * float64(e.Level-1)
		one := s.tag(list, "TOCI")
		in := &inline{to: &destination{}}
		said := s.tagIn(s.tag(one, "Reference"), "Span", e.Lang)
		text := cell{x: indent, width: s.width - indent - contentsNumber, tag: said, lines: s.cellLines(strings.ReplaceAll(e.Text, "\n", " "), bodyStyle, s.width-indent-contentsNumber)}
		for j := range text.lines {
			line := &text.lines[j]
			line.inlines = []placedInline{{in, 0, len(line.text)}}
		}
		strips := s.grid([]cell{text})
		last := &strips[len(strips)-1]
		last.texts = append(last.texts, s.pageNumber(*last, said, in, len(s.leads)+1)...)
		s.leads = append(s.leads, lead{in.to, e.Level - 1, said.order})
		for _, st := range strips {
			s.add(st)
		}
		if i == 0 || i == len(c.Entries)-2 { // none stands alone
			s.tie(courtesy)
		}
		s.gap = 0.6
	}
	s.gap = 0
}

// pageNumber is the number at the end of a line, not yet known, and the dots that
// lead the eye to it.
func (s *setter) pageNumber(line strip, in *tag, to *inline, lead int) []text {
	end := 0.0
	for _, t := range line.texts {
		end = max(end, t.x+s.meter.Width(t.text, t.face))
	}
	number := text{x: s.width, y: bodyStyle.rise, text: " ", face: bodyStyle.face, tint: inkText, tag: in, inline: to, lead: lead}
	const dot = " ."
	wide := s.meter.Width(dot, quietStyle.face)
	dots := int((s.width - contentsNumber + 4 - end) / wide)
	if dots < 2 {
		return []text{number}
	}
	return []text{number, {
		x: s.width - contentsNumber + 4 - float64(dots)*wide, y: bodyStyle.rise, text: strings.Repeat(dot, dots), face: quietStyle.face, tint: inkBullet,
	}}
}

// fillContents says in the table of contents on which pages its headings stand.
func (s *setter) fillContents(pages []page) {
	if len(s.leads) == 0 {
		return
	}
	type found struct {
		bookmark
		page int
	}
	var headings []found
	deepest := 0
	for _, l := range s.leads {
		deepest = max(deepest, l.level)
	}
	for i, p := range pages {
		for _, b := range p.bookmarks {
			if b.level <= deepest && b.tag.order > s.leads[len(s.leads)-1].order {
				headings = append(headings, found{b, i})
			}
		}
	}
	slices.SortStableFunc(headings, func(a, b found) int { return a.tag.order - b.tag.order })
	for i := range pages {
		for j := range pages[i].texts {
			t := &pages[i].texts[j]
			if t.lead == 0 {
				continue
			}
			at := headings[t.lead-1]
			*s.leads[t.lead-1].to = destination{at.page, pages[at.page].paper.height - at.y}
			t.text = " " + strconv.Itoa(at.page+1)
			t.x -= s.meter.Width(t.text, t.face)
		}
	}
}
