package pdf

import (
	"math"
	"slices"
)

// paginate breaks strips into pages.
func paginate(strips []strip) []page {
	p := paginator{strips: strips}
	for p.next < len(strips) {
		p.place(p.chain())
	}
	for i := range p.pages {
		slices.SortStableFunc(p.pages[i].texts, func(a, b text) int { return a.part.order(b.part) })
	}
	return p.pages
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
			p.put(s, roleRepeated)
		}
	}
	for _, s := range p.strips[p.next : p.next+n] {
		p.put(s, roleText)
	}
	p.next += n
}

// tolerance is the error of adding up heights, in millimetres.
const tolerance = 1e-6

func (p *paginator) last() *page { return &p.pages[len(p.pages)-1] }

// put draws a strip at the end of the last page; as roleRepeated its texts are
// no content of their own.
func (p *paginator) put(s strip, as role) {
	if p.y > 0 {
		p.y += s.before
	}
	on, dx, dy := p.last(), sideMargin, topMargin+p.y
	for _, t := range s.texts {
		t.x, t.y = t.x+dx, t.y+dy
		if as == roleRepeated {
			t.part.role = roleRepeated
		}
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
	for _, b := range s.bookmarks {
		b.y += dy
		on.bookmarks = append(on.bookmarks, b)
	}
	p.y += s.height
}

// footBlock is after every block of a document.
const footBlock = math.MaxInt
