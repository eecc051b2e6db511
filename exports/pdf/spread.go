package pdf

import (
	"slices"

	"dilna/exports"
)

// spread is what stands beside each other and may go on on the next page.
type spread interface {
	height() float64

	// cut is what fits so much room as columns, none where that is too little,
	// and what goes on on the next page; nil: nothing does. A fresh page takes
	// something of everything.
	cut(room float64, fresh bool) (columns []column, rest spread)
}

// column is a part of a page, its left edge from that of the body.
type column struct {
	x, height float64
	top       float64 // of its first strip
	strips    []strip
	strokes   []stroke
}

// rowsLeast is how many lines of each column stand on a page that does not
// hold them all.
const rowsLeast = 4

// flow is a list in columns that are about equally long: it is read down the
// first one on a page, then the next.
type flow struct {
	columns int
	wide    float64
	units   [][]strip // bullets with all under them
	deep    bool      // something is under one
}

// flowLeast is what has to stand on one page of a flow that goes on.
const flowLeast = 45.0

func (f *flow) height() float64 { return highestOf(f.balanced()) }

// cut fills the columns of a page evenly; units are not torn.
func (f *flow) cut(room float64, fresh bool) ([]column, spread) {
	if columns := f.balanced(); highestOf(columns) <= room+tolerance {
		return columns, nil
	}
	n := len(slices.Concat(f.filled(room)...))
	first, rest := *f, *f
	first.units, rest.units = f.units[:n], f.units[n:]
	if least := rowsLeast * bodyStyle.leading; !fresh && (first.height() < least || rest.height() < least) {
		return nil, f
	}
	return first.balanced(), &rest
}

// balanced are all units in columns as low as they can be.
func (f *flow) balanced() []column {
	whole, highest := 0.0, 0.0
	for _, unit := range f.units {
		high := heightOfAll(unit)
		whole, highest = whole+high, max(highest, high)
	}
	high := max(highest, whole/float64(f.columns)-1)
	for {
		sets := f.filled(high)
		if len(slices.Concat(sets...)) == len(f.units) {
			return f.placed(sets)
		}
		high++
	}
}

// filled are as many units as fit columns of that height.
func (f *flow) filled(high float64) [][][]strip {
	sets, units := make([][][]strip, f.columns), f.units
	for i := range sets {
		used := 0.0
		for len(units) > 0 {
			need := heightOfAll(units[0])
			if len(sets[i]) == 0 {
				need -= units[0][0].before
			}
			if used+need > high+tolerance {
				break
			}
			sets[i], units, used = append(sets[i], units[0]), units[1:], used+need
		}
	}
	return sets
}

func (f *flow) placed(sets [][][]strip) []column {
	columns := make([]column, len(sets))
	for i, set := range sets {
		columns[i] = columnOf(float64(i)*(f.wide+columnGap), slices.Concat(set...))
	}
	return columns
}

func columnOf(x float64, strips []strip) column {
	c := column{x: x, strips: strips, height: heightOfAll(strips)}
	if len(strips) > 0 {
		c.height -= strips[0].before
	}
	return c
}

func heightOfAll(strips []strip) float64 {
	height := 0.0
	for _, s := range strips {
		height += s.before + s.height
	}
	return height
}

func highestOf(columns []column) float64 {
	height := 0.0
	for _, c := range columns {
		height = max(height, c.height)
	}
	return height
}

const (
	panelGap  = 4.0                // between panels
	panelPad  = 3.0                // between the frame of a panel and what is in it
	panelMost = textHeight * 2 / 3 // height of panels beside each other
)

// beside are panels in one row. They stay on one page: torn, neither would be
// read to its end before the next.
type beside struct {
	wide   float64
	pad    float64 // between the frame and what is in it; 0: there is no frame
	panels [][]strip
}

// panels sets parts beside each other, or below each other where that would
// take most of a page.
func (s *setter) panels(p exports.Panels) {
	wide, tags := (s.width-float64(p.Beside-1)*panelGap)/float64(p.Beside), s.tags
	pad := panelPad
	if p.Bare {
		pad = 0
	}
	var rows []*beside
	for blocks := range p.Rows() {
		row := &beside{wide: wide, pad: pad}
		for _, panel := range blocks {
			row.panels = append(row.panels, s.panel(panel, wide-2*pad))
		}
		if rows = append(rows, row); row.height() > panelMost {
			s.tags = tags
			s.below(p)
			return
		}
	}
	for _, row := range rows {
		s.add(strip{height: row.height(), spread: row})
		s.gap = panelGap
	}
	s.gap = 0
}

// panel are the strips of a panel of that width.
func (s *setter) panel(blocks []exports.Block, wide float64) []strip {
	in := s.within(wide)
	in.inPanel = true
	for _, block := range blocks {
		in.block(block)
	}
	s.tags = in.tags
	return in.strips
}

func (s *setter) below(p exports.Panels) {
	for _, panel := range p.Panels {
		for _, block := range panel {
			s.block(block)
		}
	}
}

func (b *beside) height() float64 {
	columns, _ := b.cut(0, true)
	return highestOf(columns)
}

// cut are the panels, in frames of one height if in any.
func (b *beside) cut(float64, bool) ([]column, spread) {
	columns, high := make([]column, len(b.panels)), 0.0
	for i, strips := range b.panels {
		columns[i] = columnOf(float64(i)*(b.wide+panelGap)+b.pad, strips)
		high = max(high, columns[i].height+2*b.pad)
	}
	for i := range columns {
		columns[i].top, columns[i].height = b.pad, high
		if left := columns[i].x - b.pad; b.pad > 0 {
			columns[i].strokes = frame(left, left+b.wide, high)
		}
	}
	return columns, nil
}

// frame are the four sides of a rectangle.
func frame(left, right, high float64) []stroke {
	var sides []stroke
	for _, side := range [][4]float64{{left, 0, right, 0}, {left, high, right, high}, {left, 0, left, high}, {right, 0, right, high}} {
		sides = append(sides, stroke{Stroke: exports.Stroke{X1: side[0], Y1: side[1], X2: side[2], Y2: side[3], Weight: 0.2}, tint: inkRule})
	}
	return sides
}
