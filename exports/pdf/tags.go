package pdf

import (
	"fmt"

	"dilna/exports/fonts"
)

// tag is an element of the structure tree: what a part of the document is, for
// those who do not see its pages (ISO 32000-1, 14.7). The layout makes the tags
// of the blocks and says in which of them a text stands; a tag enters the tree
// when its first text is drawn, so that the tree is in reading order and has no
// empty branches.
type tag struct {
	name       string // of a standard element: H1, LBody, TD
	parent     *tag   // nil for the root
	order      int    // in reading order
	attributes string // in the language of PDF: what sort of list, what a heading cell heads
	alt        string // said instead of what is drawn
	actual     string // the text as it was typed, where it is drawn in another order
	lang       string // of the text; empty: that of what it stands in
	box        *area  // of a figure
	kids       []kid
	planted    bool // the parent has it
}

// kid is what stands in a tag: one of a tag, a stretch of content, a link.
type kid struct {
	tag  *tag
	page int // of a stretch or a link: the page it stands on, from 0
	mcid int // which of the page's stretches it is
	link int // which of the document's links, from 1
}

// area is a rectangle on a page, in millimetres from its top left corner.
type area struct{ x, y, width, height float64 }

// on is the area in the language of PDF: in points from the lower left corner.
func (a area) on(p paper) string {
	return fmt.Sprintf("[%.2f %.2f %.2f %.2f]", a.x/fonts.Millimetre, (p.height-a.y-a.height)/fonts.Millimetre,
		(a.x+a.width)/fonts.Millimetre, (p.height-a.y)/fonts.Millimetre)
}

const (
	discList  = "<</O /List /ListNumbering /Disc>>"
	otherList = "<</O /List /ListNumbering /None>>"

	numberedList = "<</O /List /ListNumbering /Decimal>>"

	headsBelow = "<</O /Table /Scope /Column>>"
	headsRow   = "<</O /Table /Scope /Row>>"
)

// listAttributes are those of a list by its level, as bulletSigns.
func listAttributes(level int) string {
	return []string{discList, otherList}[min(level, 1)]
}

// plant puts the tag into the tree, after what is there already.
func (t *tag) plant() {
	if t.planted || t.parent == nil {
		return
	}
	t.planted = true
	t.parent.plant()
	t.parent.kids = append(t.parent.kids, kid{tag: t})
}

func (t *tag) addContent(page, mcid int) {
	t.plant()
	t.kids = append(t.kids, kid{page: page, mcid: mcid})
}

func (t *tag) addLink(page, n int) {
	t.plant()
	t.kids = append(t.kids, kid{page: page, link: n})
}

// page is the page the tag's own content begins on, -1 where it has none.
func (t *tag) page() int {
	for _, k := range t.kids {
		if k.tag == nil && k.link == 0 {
			return k.page
		}
	}
	return -1
}

// inline is a stretch within a text: a link, a sign that is to be said in words,
// or a passage in another language. Broken over lines it is still one.
type inline struct {
	uri  string       // of a link
	to   *destination // likewise, where it leads within the document
	alt  string       // of a sign
	lang string       // of a passage
	tag  *tag
}

func (i *inline) leads() bool { return i.uri != "" || i.to != nil }

// within is the tag of the inline in the tag of its text.
func (i *inline) within(parent *tag) *tag {
	if i.tag == nil {
		name := "Span"
		if i.leads() {
			name = "Link"
		}
		i.tag = &tag{name: name, parent: parent, order: parent.order, alt: i.alt, lang: i.lang}
	}
	return i.tag
}
