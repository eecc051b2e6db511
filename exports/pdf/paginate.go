package pdf

import (
	"cmp"
	"slices"
)

// fewLines is what a last page has to hold: with less, an office would spare it.
const fewLines = 35.0

// tighter are what spaces above strips may be shortened to, so that they give room to
// the few lines of a last page: no more than has to be.
var tighter = []float64{0.9, 0.8, 0.7, 0.6}

// paginate breaks strips into pages. A last page of a few lines is spared where those
// before it can take them.
func paginate(strips []strip) []page {
	p := broken(strips)
	if len(p.pages) > 1 && p.y < fewLines {
		for _, part := range tighter {
			if closer := broken(tightened(strips, part)); len(closer.pages) < len(p.pages) {
				return closer.pages
			}
		}
	}
	return p.pages
}

// tightened are strips with only a part of the spaces above them.
func tightened(strips []strip, part float64) []strip {
	strips = slices.Clone(strips)
	for i := range strips {
		strips[i].before *= part
	}
	return strips
}

func broken(strips []strip) paginator {
	p := paginator{strips: slices.Clone(strips)}
	for p.next < len(p.strips) || len(p.waiting) > 0 {
		if p.waits() {
			p.wait()
		} else if len(p.waiting) > 0 && p.next >= p.from && (p.next == len(p.strips) || !p.strips[p.next].lets) {
			p.fetch()
		} else {
			p.place(p.chain())
		}
	}
	for i := range p.pages {
		slices.SortStableFunc(p.pages[i].texts, inReadingOrder)
	}
	return p
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
	strips  []strip
	next    int // the first strip not placed yet
	pages   []page
	y       float64 // how much of the last page's body is used
	waiting []strip // drawings that stand below the outline of the same
	from    int     // where that begins
}

// emptyMost is how much of a page a drawing may leave empty above it.
const emptyMost = 60.0

// floating are the next strips that may float, from one to before another.
func (p *paginator) floating(n int) (from, to int) {
	from = p.next
	for from < p.next+n && from < len(p.strips) && !p.strips[from].floats {
		from++
	}
	to = from
	for to < len(p.strips) && p.strips[to].floats {
		to++
	}
	return from, to
}

// waits says whether the next drawing is to come after the outline of the same:
// here it does not fit, and much of the page would stay empty.
func (p *paginator) waits() bool {
	if len(p.pages) == 0 || p.next == len(p.strips) || len(p.waiting) > 0 {
		return false
	}
	n := p.chain()
	from, to := p.floating(n + 1) // on other paper it is no part of the chain
	lets := from > p.next && to > from && to < len(p.strips) && p.strips[to].lets
	upTo := to - p.next
	return lets && (p.strips[from].paper != p.last().paper || !p.fits(upTo)) && p.last().paper.body().Height-p.y > emptyMost
}

func (p *paginator) wait() {
	from, to := p.floating(p.chain() + 1)
	p.waiting, p.from = slices.Clone(p.strips[from:to]), from
	p.strips = slices.Delete(p.strips, from, to)
}

// fetch makes the drawings that waited the next strips.
func (p *paginator) fetch() {
	p.strips = slices.Insert(p.strips, p.next, p.waiting...)
	p.waiting = nil
}

// unwait puts the drawings that waited back to where they were: not even what stands
// before them found room, so all of it comes on the next page.
func (p *paginator) unwait() {
	p.strips = slices.Insert(p.strips, p.from, p.waiting...)
	p.waiting = nil
}

// turn begins a page for a strip, with the table head that is repeated there.
func (p *paginator) turn(first strip) {
	p.pages = append(p.pages, page{paper: first.paper})
	p.y = 0
	for _, s := range untaggedAll(first.repeat) {
		p.put(s)
	}
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
		if p.heightOf(n, true, strip.least) <= p.strips[p.next].paper.body().Height {
			return n
		}
	}
	return 1
}

// full and least are the height of a strip, and of what has to stand on one page
// with what it holds to.
func (s strip) full() float64 { return s.height }

func (s strip) least() float64 {
	if _, ok := s.spread.(*flow); ok {
		return min(s.height, flowLeast)
	}
	return s.height
}

// heightOf is the height of the next n strips at the top of a page, with the
// table head that is repeated there, or below others.
func (p *paginator) heightOf(n int, atTop bool, high func(strip) float64) float64 {
	strips := p.strips[p.next : p.next+n]
	height := 0.0
	if atTop {
		for _, s := range strips[0].repeat {
			height += s.height
		}
	}
	for i, s := range strips {
		height += high(s)
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
	fits := len(p.pages) > 0 && p.last().paper == first.paper && (p.y == 0 || p.fits(n))
	if !fits && len(p.pages) > 0 && p.last().paper == first.paper && p.tear(n, false) {
		return
	}
	if !fits && len(p.waiting) > 0 && p.next < p.from {
		p.unwait()
		p.turn(first)
		return
	}
	if !fits {
		p.turn(first)
	}
	if !p.fits(n) && p.tear(n, true) {
		return
	}
	for _, s := range p.strips[p.next : p.next+n] {
		p.put(s)
	}
	p.next += n
}

func (p *paginator) fits(n int) bool {
	return p.y+p.heightOf(n, p.y == 0, strip.full) <= p.last().paper.body().Height+tolerance
}

// tear puts what comes before a spread among the next n strips, and as much of
// the spread as the page holds; what is left of it comes next. It says whether
// there was a spread that could be torn.
func (p *paginator) tear(n int, fresh bool) bool {
	chain := p.strips[p.next : p.next+n]
	i := slices.IndexFunc(chain, func(s strip) bool { return s.spread != nil })
	if i < 0 {
		return false
	}
	body := p.last().paper.body().Height
	room := body - p.y - p.heightOf(n, p.y == 0, strip.full) + chain[i].height
	columns, rest := chain[i].spread.cut(room, fresh)
	if columns == nil || rest == nil {
		return false
	}
	for _, s := range chain[:i] {
		p.put(s)
	}
	chain[i].spread, chain[i].height = rest, rest.height()
	if p.y > 0 {
		p.y += chain[i].before
	}
	p.putColumns(columns)
	p.y, p.next = body, p.next+i
	return true
}

// tolerance is the error of adding up heights, in millimetres.
const tolerance = 1e-6

func (p *paginator) last() *page { return &p.pages[len(p.pages)-1] }

func untaggedAll(strips []strip) []strip {
	bare := make([]strip, len(strips))
	for i, s := range strips {
		bare[i] = untagged(s)
	}
	return bare
}

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
	if s.spread != nil {
		columns, _ := s.spread.cut(s.height, true)
		p.putColumns(columns)
		return
	}
	p.putAt(s, 0)
	p.y += s.height
}

// putColumns draws columns beside each other.
func (p *paginator) putColumns(columns []column) {
	top := p.y
	for _, c := range columns {
		p.y = top
		p.putAt(strip{strokes: c.strokes}, 0)
		p.y += c.top
		for i, s := range c.strips {
			if i > 0 {
				p.y += s.before
			}
			p.putAt(s, c.x)
			p.y += s.height
		}
	}
	p.y = top + highestOf(columns)
}

// putAt draws a strip so far from the left edge of the body.
func (p *paginator) putAt(s strip, x float64) {
	on, dx, dy := p.last(), sideMargin+x, topMargin+p.y
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
		s.figure.box = &area{x: s.drawn.x + dx, y: s.drawn.y + dy, width: s.drawn.width, height: s.drawn.height}
	}
}
