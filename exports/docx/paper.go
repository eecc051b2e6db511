package docx

import (
	"cmp"
	"fmt"
	"path"
	"strconv"
	"strings"

	"dilna/exports"
	"dilna/exports/bundle"
	"dilna/exports/markup"
)

// Measures of our own paper in twentieths of a point: A4 with margins of 22 mm.
const (
	paperWide = 11906
	paperHigh = 16838
	margin    = 1247
	fieldTab  = 2600 // where the values of the head begin
	listStep  = 340  // from one level of a list to the next
	columnGap = 340  // between columns of a list
	handHigh  = 680  // of a row that people write into
)

// paper is what the text stands on: pages, styles, and what goes round the text;
// ours, or an office's.
type paper struct {
	wide  int               // room for text, in twentieths of a point
	ids   map[string]string // of our styles, where the paper calls one otherwise
	added map[string]bool   // those of ours that an office's paper lacked
	list  int               // number of the list of bullets
	round string            // of the first section: which head and foot its pages have
	page  string            // of a section: size and margins
	first string            // of the first section alone, after its columns

	parts     []part
	relations []relation    // of the text to the parts
	beside    []bundle.File // what the parts need: their relations, pictures
}

// free is a name for a part of ours that no part of an office's has; capitals do not
// tell names apart.
func (p paper) free(name string) string {
	taken := map[string]bool{}
	for _, there := range p.parts {
		taken[strings.ToLower(there.name)] = true
	}
	ending := path.Ext(name)
	free := name
	for n := 1; taken[strings.ToLower(free)]; n++ {
		free = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, ending), n, ending)
	}
	return free
}

// addPart adds a part of ours that the text leads to.
func (p *paper) addPart(id, kind string, content []byte) {
	name := p.free("word/" + id + ".xml")
	p.parts = append(p.parts, part{name, wordPart + kind + "+xml", content})
	p.relations = append(p.relations, relation{id: id, kind: relationSpace + "/" + kind, target: "/" + name})
}

// id is that of one of our styles on this paper.
func (p paper) id(style string) string { return cmp.Or(p.ids[style], style) }

// paperOf is the office's paper, or ours where it has none.
func paperOf(doc exports.Document, tag string, stationery []byte) (paper, error) {
	if stationery == nil {
		return ourPaper(doc, tag), nil
	}
	s, err := readStationery(stationery)
	if err != nil {
		return paper{}, err
	}
	return s.paper(doc, tag)
}

func ourPaper(doc exports.Document, tag string) paper {
	p := paper{wide: paperWide - 2*margin, list: 1, page: ourPage()}
	p.addPart("styles", "styles", styles(tag))
	p.addPart("numbering", "numbering", numbering())
	p.addPart("settings", "settings", settings(tag))
	p.addFoot(doc)
	if doc.Draft != "" {
		p.addHead(doc, "default")
	}
	return p
}

func ourPage() string {
	var w markup.Writer
	w.Empty("w:pgSz", "w:w", strconv.Itoa(paperWide), "w:h", strconv.Itoa(paperHigh))
	all := strconv.Itoa(margin)
	w.Empty("w:pgMar", "w:top", "1134", "w:right", all, "w:bottom", "1304", "w:left", all, "w:header", "567", "w:footer", "567", "w:gutter", "0")
	return w.String()
}

// addFoot puts our foot on the pages.
func (p *paper) addFoot(doc exports.Document) {
	p.addPart("foot", "footer", footer(doc, *p))
	p.goesRound(referenceToFoot, "default", "foot")
}

// addHead puts a head on pages that have none, for the word across them. Which
// pages: "default", "first" or "even".
func (p *paper) addHead(doc exports.Document, pages string) {
	name := "head-" + pages
	p.addPart(name, "header", header(doc.Draft, *p))
	p.goesRound(referenceToHead, pages, name)
}

func (p *paper) goesRound(what, pages, id string) {
	var w markup.Writer
	w.Empty("w:"+what, "w:type", pages, "r:id", id)
	p.round += w.String()
}

// document is the main part, with the blocks written into it.
func (b *body) document() []byte {
	var w markup.Writer
	w.Raw(markup.Header)
	w.Open("w:document", "xmlns:w", wordSpace, "xmlns:r", relationSpace, "xmlns:wp", placingSpace, "xmlns:a", drawingSpace, "xmlns:pic", pictureSpace)
	w.Open("w:body")
	w.Raw(b.w.String())
	w.Raw(b.sectionOf(1))
	w.Close()
	w.Close()
	return []byte(w.String())
}

// sectionOf are the properties of a section: of its pages, whether it begins on
// the page of the one before, how many columns it has.
func (b *body) sectionOf(columns int) string {
	var w markup.Writer
	w.Open("w:sectPr")
	if b.sections == 0 {
		w.Raw(b.paper.round) // the others go on with it
	}
	if b.sections > 0 || columns > 1 {
		w.Raw(`<w:type w:val="continuous"/>`)
	}
	w.Raw(b.paper.page)
	if columns > 1 {
		w.Empty("w:cols", "w:num", strconv.Itoa(columns), "w:space", strconv.Itoa(columnGap))
	}
	if b.sections == 0 {
		w.Raw(b.paper.first)
	}
	w.Close()
	b.sections++
	return w.String()
}
