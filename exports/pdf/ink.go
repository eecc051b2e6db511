package pdf

import (
	"context"
	"fmt"
	"io"
	"slices"
	"time"
	"unicode/utf16"

	"github.com/go-fonts/dejavu/dejavusanscondensed"
	"github.com/go-fonts/dejavu/dejavusanscondensedbold"
	fpdf "github.com/jung-kurt/gofpdf"

	"dilna/exports"
	"dilna/exports/fonts"
)

// creator is what the file says it was made by.
const creator = "Dílna"

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
}

// draw writes pages as PDF: the only place that knows gofpdf. The same pages
// make the same bytes.
func draw(ctx context.Context, doc exports.Document, pages []page, w io.Writer) error {
	f := fpdf.New("P", "mm", "A4", "")
	// gofpdf pads tables of a font in place: each document needs bytes of its own.
	f.AddUTF8FontFromBytes(fontFamily, "", slices.Clone(dejavusanscondensed.TTF))
	f.AddUTF8FontFromBytes(fontFamily, "B", slices.Clone(dejavusanscondensedbold.TTF))
	f.SetFont(fontFamily, "", bodyStyle.face.Size) // before the first bookmark, which is coded by it
	f.SetAutoPageBreak(false, 0)
	describe(f, doc)
	pen := pen{f: f, level: -1}
	for _, p := range pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		pen.page(p, pages[len(pages)-1].paper)
	}
	if err := f.Output(w); err != nil {
		return fmt.Errorf("write the PDF: %w", err)
	}
	return nil
}

// describe sets the properties of the file. Its dates are the day of the
// workshop, so that exporting again gives the same file.
func describe(f *fpdf.Fpdf, doc exports.Document) {
	day := doc.Date
	if day.IsZero() { // which gofpdf would take for now
		day = time.Unix(0, 0).UTC()
	}
	f.SetCreationDate(day)
	f.SetModificationDate(day)
	f.SetCatalogSort(true)
	f.SetTitle(property(doc.Title), false)
	f.SetAuthor(property(doc.Author), false)
	f.SetSubject(property(doc.Foot), false)
	f.SetCreator(property(creator), false)
}

// property is a text as the properties of a file hold it: UTF-16 with a byte
// order mark. gofpdf's own way to it garbles what is above U+FFFF.
func property(text string) string {
	if text == "" {
		return ""
	}
	coded := []byte{0xFE, 0xFF}
	for _, unit := range utf16.Encode([]rune(text)) {
		coded = append(coded, byte(unit>>8), byte(unit))
	}
	return string(coded)
}

// pen draws pages and remembers what is set already.
type pen struct {
	f     *fpdf.Fpdf
	face  exports.Face
	level int // of the last bookmark
}

func (n *pen) page(p page, last paper) {
	size := fpdf.SizeType{Wd: paperShort, Ht: paperLong}
	if p.paper == lying {
		n.f.AddPageFormat("L", size)
	} else {
		n.f.AddPageFormat("P", size)
	}
	for _, b := range p.bookmarks {
		n.level = min(b.level, n.level+1) // gofpdf ties knots where a level is left out
		// It counts the height of every bookmark from the foot of the last page.
		n.f.Bookmark(b.text, n.level, b.y+last.height-p.paper.height)
	}
	for _, s := range p.strokes {
		n.stroke(s)
	}
	for _, b := range p.boxes {
		n.box(b)
	}
	for _, t := range p.texts {
		n.text(t)
	}
}

func (n *pen) text(t text) {
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
	n.f.Text(t.x, t.y, fonts.Visual(t.text))
}

func (n *pen) stroke(s stroke) {
	c := colours[s.tint]
	n.f.SetDrawColor(c[0], c[1], c[2])
	n.f.SetLineWidth(s.Weight)
	n.f.Line(s.X1, s.Y1, s.X2, s.Y2)
}

func (n *pen) box(b exports.Box) {
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
