package pdf

import "dilna/exports"

// page is a page laid out: texts in reading order and what is drawn with them,
// all in millimetres from the top left corner of the paper.
type page struct {
	paper     paper
	texts     []text
	strokes   []stroke
	boxes     []box
	logos     []logo
	bookmarks []bookmark
	draft     string // across the page, under all else
}

// text is one line of text or a part of one; y is its base line. Without a tag
// it is no content: the foot, the head of a table repeated. Without letters it
// says that its tag, a cell, is empty.
type text struct {
	x, y   float64
	text   string
	turned []turnedPart // how the text is drawn where part of it runs from the right
	face   exports.Face
	tint   tint
	tag    *tag
	inline *inline
	lead   int // which line of the table of contents it is the page of, from 1
}

// turnedPart is a part of a text that runs one way; x is its left edge from that
// of the text.
type turnedPart struct {
	text      string
	fromRight bool
	x         float64
}

// stroke and box are of the figure they are tagged with, else no content.
type stroke struct {
	exports.Stroke
	tint tint
	tag  *tag
}

type box struct {
	exports.Box
	tag *tag
}

// logo is a picture in its place: a logo or a photo.
type logo struct {
	area
	file []byte
	tag  *tag
}

// bookmark is an entry of the outline that viewers show beside the pages.
type bookmark struct {
	level int // 0 for a step
	text  string
	y     float64
	tag   *tag
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
	boxes     []box
	logos     []logo
	bookmarks []bookmark
	figure    *tag    // of which the strip is the drawing
	drawn     area    // where that is drawn
	spread    spread  // what stands in columns, in place of all else
	repeat    []strip // the head of its table, for the page that begins with it
	paper     paper   // lying: on a page of its own
	floats    bool    // may stand below what lets it: a drawing with its caption
	lets      bool    // lets drawings stand below it: the outline that says the same
}
