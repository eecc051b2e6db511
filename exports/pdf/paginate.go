package pdf

import (
	"cmp"
	"slices"
)

// paginate breaks strips into pages.
func paginate(strips []strip) []page {
	p := paginator{strips: strips}
	for p.next < len(strips) {
		p.place(p.chain())
	}
	for i := range p.pages {
		slices.SortStableFunc(p.pages[i].texts, inReadingOrder)
	}
	return p.pages
}

// inReadingOrder puts what is no content first: a row is read cell by cell,
// though its lines are laid out line by line.
func inReadingOrder(a, b text) int {
	return cmp.Compare(a.order(), b.order())
}

func (t text) order() int {
	if t.tag == nil {
		return 0
	}
	return t.tag.order
}

// paginator places strips on pages from the top.
type paginator struct {
	strips []strip
	next   int // the first strip not placed yet
	pages  []page
	y      float64 // how much of the last page's body is used
}

// chain is how many strips from the next one on are to stand on one page: as
// many as hold together, and fewer where those are higher than a page.
func (p *paginator) chain() int {
	least := courtesy
	if p.next > 0 && p.strips[p.next-1].keep >= whole {
		least = bound // the rest of a row that had to be torn flows on
	}
	for ; least <= bound; least++ {
		n := 1
		for p.next+n < len(p.strips) && p.strips[p.next+n-1].keep >= least && p.strips[p.next+n].paper == p.strips[p.next].paper {
			n++
		}
		if p.heightOf(n, true) <= p.strips[p.next].paper.body().Height {
			return n
		}
	}
	return 1
}

// heightOf is the height of the next n strips at the top of a page, with the
// table head that is repeated there, or below others.
func (p *paginator) heightOf(n int, atTop bool) float64 {
	strips := p.strips[p.next : p.next+n]
	height := 0.0
	if atTop {
		for _, s := range strips[0].repeat {
			height += s.height
		}
	}
	for i, s := range strips {
		height += s.height
		if i > 0 || !atTop {
			height += s.before
		}
	}
	return height
}

// place puts the next n strips on the last page, or on a new one where they
// do not fit or want other paper.
func (p *paginator) place(n int) {
	first := p.strips[p.next]
	if len(p.pages) == 0 || p.last().paper != first.paper ||
		p.y > 0 && p.y+p.heightOf(n, false) > first.paper.body().Height+tolerance {
		p.pages = append(p.pages, page{paper: first.paper})
		p.y = 0
		for _, s := range first.repeat {
			p.put(untagged(s))
		}
	}
	for _, s := range p.strips[p.next : p.next+n] {
		p.put(s)
	}
	p.next += n
}

// tolerance is the error of adding up heights, in millimetres.
const tolerance = 1e-6

func (p *paginator) last() *page { return &p.pages[len(p.pages)-1] }

// untagged is a strip that is no content: the head of a table repeated.
func untagged(s strip) strip {
	s.texts = slices.Clone(s.texts)
	for i := range s.texts {
		s.texts[i].tag, s.texts[i].inline = nil, nil
	}
	return s
}

// put draws a strip at the end of the last page.
func (p *paginator) put(s strip) {
	if p.y > 0 {
		p.y += s.before
	}
	on, dx, dy := p.last(), sideMargin, topMargin+p.y
	for _, t := range s.texts {
		t.x, t.y = t.x+dx, t.y+dy
		on.texts = append(on.texts, t)
	}
	for _, l := range s.strokes {
		l.X1, l.X2, l.Y1, l.Y2 = l.X1+dx, l.X2+dx, l.Y1+dy, l.Y2+dy
		on.strokes = append(on.strokes, l)
	}
	for _, b := range s.boxes {
		b.X, b.Y = b.X+dx, b.Y+dy
		on.boxes = append(on.boxes, b)
	}
	for _, c := range s.logos {
		c.x, c.y = c.x+dx, c.y+dy
		on.logos = append(on.logos, c)
	}
	for _, b := range s.bookmarks {
		b.y += dy
		on.bookmarks = append(on.bookmarks, b)
	}
	if s.figure != nil {
		s.figure.box.x, s.figure.box.y = s.figure.box.x+dx, s.figure.box.y+dy
	}
	p.y += s.height
}
