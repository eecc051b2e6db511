package pdf

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"strings"

	fpdf "github.com/jung-kurt/gofpdf"

	"dilna/exports"
	"dilna/exports/fonts"
	"dilna/exports/picture"
)

const fontFamily = "dejavu"

// colours of the tints, red, green and blue.
var colours = map[tint][3]int{
	inkText:   {33, 37, 41},
	inkStrong: {27, 64, 104},
	inkQuiet:  {88, 96, 104},
	inkBullet: {112, 122, 132},
	inkRule:   {196, 203, 210},
	inkWash:   {232, 239, 246},
	inkPaper:  {255, 255, 255},
	inkBar:    {122, 156, 190},
	inkDraft:  {235, 238, 242},
}

// pen draws pages with gofpdf, the only place that knows it, and remembers what
// the tags need to know of them.
type pen struct {
	f       *fpdf.Fpdf
	set     *fonts.Set
	face    exports.Face
	open    *tag // of the content being drawn
	marking bool // some is
	marked  [][]*tag
	links   []pageLink
	used    map[bool]map[rune]bool // letters drawn, by boldness
	signs   signs
}

// pageLink is a rectangle of a page that leads to an address.
type pageLink struct {
	page      int
	area      string
	uri, said string
	to        *destination // in place of an address
	tag       *tag
}

// draw draws pages as the plain PDF that gofpdf writes.
func draw(ctx context.Context, pages []page, set *fonts.Set) (*pen, []byte, error) {
	f := fpdf.New("P", "mm", "A4", "")
	if err := addFonts(f, lettersOn(pages)); err != nil {
		return nil, nil, err
	}
	f.SetAutoPageBreak(false, 0)
	f.SetCatalogSort(true)
	f.SetCompression(false) // the pages are compressed with the rest
	n := &pen{f: f, set: set, used: map[bool]map[rune]bool{false: {}, true: {}}, signs: signs{places: map[*fonts.Sign]placeOfSign{}}}
	for _, p := range pages {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		n.page(p)
	}
	var plain bytes.Buffer
	if err := f.Output(&plain); err != nil {
		return nil, nil, fmt.Errorf("draw the PDF: %w", err)
	}
	return n, plain.Bytes(), nil
}

// addFonts gives gofpdf the text font in both weights, with these letters.
func addFonts(f *fpdf.Fpdf, letters []rune) error {
	for _, weight := range []struct {
		style string
		read  func() (fontFile, error)
	}{{"", regularFile}, {"B", boldFile}} {
		file, err := weight.read()
		if err != nil {
			return err
		}
		ttf, err := file.with(letters)
		if err != nil {
			return err
		}
		f.AddUTF8FontFromBytes(fontFamily, weight.style, ttf)
	}
	return nil
}

// page draws what is no content first, so that it lies under the rest.
func (n *pen) page(p page) {
	size := fpdf.SizeType{Wd: paperShort, Ht: paperLong}
	if p.paper == lying {
		n.f.AddPageFormat("L", size)
	} else {
		n.f.AddPageFormat("P", size)
	}
	n.marked = append(n.marked, nil)
	n.draft(p)
	n.figure(p, nil)
	for _, t := range p.texts {
		if t.tag != nil && t.tag.box != nil && t.tag.attributes == "" { // its first text
			t.tag.attributes = "<</O/Layout/Placement/Block/BBox" + t.tag.box.on(p.paper) + ">>"
			n.figure(p, t.tag)
		}
		switch {
		case t.text != "":
			n.text(p, t)
		case t.tag != nil:
			t.tag.plant()
		}
	}
	n.end()
}

// figure draws the strokes, boxes and logos of a tag, a figure's or none's.
func (n *pen) figure(p page, of *tag) {
	for _, s := range p.strokes {
		if s.tag == of {
			n.begin(of)
			n.stroke(s)
		}
	}
	for _, b := range p.boxes {
		if b.tag == of {
			n.begin(of)
			n.box(b)
		}
	}
	for _, l := range p.logos {
		if l.tag == of {
			n.begin(of)
			n.logo(l)
		}
	}
}

// begin marks what is drawn from now on as content of a tag; nil: as none.
func (n *pen) begin(t *tag) {
	if n.marking && n.open == t {
		return
	}
	n.end()
	n.open, n.marking = t, true
	if t == nil {
		n.f.RawWriteStr("/Artifact BMC")
		return
	}
	page := len(n.marked) - 1
	mcid := len(n.marked[page])
	n.marked[page] = append(n.marked[page], t)
	t.addContent(page, mcid)
	n.f.RawWriteStr(fmt.Sprintf("/%s <</MCID %d>> BDC", t.name, mcid))
}

func (n *pen) end() {
	if n.marking {
		n.f.RawWriteStr("EMC")
	}
	n.marking = false
}

func (n *pen) text(p page, t text) {
	within := t.tag
	if t.inline != nil {
		within = t.inline.within(t.tag)
	}
	if within != nil && t.turned != nil {
		// Drawn from left to right, it is heard as it was typed.
		within = &tag{name: "Span", parent: within, actual: t.text}
	}
	n.begin(within)
	if t.inline != nil && t.inline.leads() {
		n.link(p, t)
	}
	n.ink(p, t)
}

// ink draws a text in its face and colour. Spaces that no line is broken at have
// done their work: who copies a text gets plain ones.
func (n *pen) ink(p page, t text) {
	t.text = strings.ReplaceAll(t.text, "\u00a0", " ")
	if t.face != n.face {
		bold := ""
		if t.face.Bold {
			bold = "B"
		}
		n.f.SetFont(fontFamily, bold, t.face.Size)
		n.face = t.face
	}
	c := colours[t.tint]
	n.f.SetTextColor(c[0], c[1], c[2])
	n.letters(p, t)
}

// logo draws a picture of ours, or a photo.
func (n *pen) logo(l logo) {
	name := fmt.Sprintf("%x", sha256.Sum256(l.file))
	options := fpdf.ImageOptions{ImageType: strings.ToUpper(picture.Ending(l.file)[1:])}
	n.f.RegisterImageOptionsReader(name, options, bytes.NewReader(l.file))
	n.f.ImageOptions(name, l.x, l.y, l.width, l.height, false, options, 0, "")
}

// link makes the rectangle around a text a link.
func (n *pen) link(p page, t text) {
	height := t.face.Size * 1.2 * fonts.Millimetre
	around := area{t.x, t.y - height*0.8, n.set.Width(t.text, t.face), height}
	page, tag := len(n.marked)-1, t.inline.tag
	n.links = append(n.links, pageLink{page: page, area: around.on(p.paper), uri: t.inline.uri, to: t.inline.to, said: t.text, tag: tag})
	tag.addLink(page, len(n.links))
}

func (n *pen) stroke(s stroke) {
	c := colours[s.tint]
	n.f.SetDrawColor(c[0], c[1], c[2])
	n.f.SetLineWidth(s.Weight)
	n.f.Line(s.X1, s.Y1, s.X2, s.Y2)
}

func (n *pen) box(b box) {
	fill, weight := colours[inkPaper], 0.35
	if b.Strong {
		fill, weight = colours[inkWash], 0.6
	}
	c := colours[inkStrong]
	n.f.SetDrawColor(c[0], c[1], c[2])
	n.f.SetFillColor(fill[0], fill[1], fill[2])
	n.f.SetLineWidth(weight)
	n.f.Rect(b.X, b.Y, b.Width, b.Height, "FD")
}
