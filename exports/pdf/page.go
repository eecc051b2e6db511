package pdf

import "dilna/exports"

// page is a page laid out: texts in reading order and what is drawn with them,
// all in millimetres from the top left corner of the paper.
type page struct {
	paper     paper
	texts     []text
	strokes   []stroke
	boxes     []exports.Box
	bookmarks []bookmark
}

// text is one line of text; y is its base line.
type text struct {
	x, y float64
	text string
	face exports.Face
	tint tint
	part part
}

type stroke struct {
	exports.Stroke
	tint tint
}

// bookmark is an entry of the outline that viewers show beside the pages.
type bookmark struct {
	level int // 0 for a step
	text  string
	y     float64
}

// part says which part of the document a text belongs to: block, row of the
// block (line of a list, row of a table), cell of the row. Texts of a page are
// ordered by it, and tags can be made from it.
type part struct {
	block, row, cell int
	role             role
}

// role is what a text is in its part.
type role int

const (
	roleText     role = iota
	roleLabel         // a bullet; a label of the head
	roleHeadCell      // heading of a table
	roleRepeated      // the same, repeated on a further page: no content
	roleDrawn         // in a drawing
	roleFoot          // foot of the page: no content
)

// order is that of reading: a row is read cell by cell, though its lines are
// laid out line by line.
func (p part) order(q part) int {
	for _, d := range [...]int{p.block - q.block, p.row - q.row, p.cell - q.cell} {
		if d != 0 {
			return d
		}
	}
	return 0
}

// keep says how a strip holds to the next one when pages are broken.
type keep int

const (
	loose    keep = iota
	courtesy      // nicer together: the first two lines of a list
	whole         // one row, one item: torn only where it is higher than a page
	bound         // a heading and what it heads, the first two lines of a paragraph
)

// strip is the smallest thing a page break cannot cut: one line across the
// page. Its content is placed from its top left corner.
type strip struct {
	before    float64 // space above, none at the top of a page
	height    float64
	keep      keep
	texts     []text
	strokes   []stroke
	boxes     []exports.Box
	bookmarks []bookmark
	repeat    []strip // the head of its table, for the page that begins with it
	paper     paper   // lying: on a page of its own
}
