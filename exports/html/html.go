// Package html writes a document of the minutes as one HTML file: it loads
// nothing, runs nothing, prints well, and is read out in order.
package html

import (
	"context"
	_ "embed"
	"encoding/base64"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"dilna/exports"
	"dilna/exports/direction"
	"dilna/exports/fonts"
	"dilna/exports/markup"
	"dilna/exports/picture"
)

//go:embed style.css
var style string

// Render writes the document to w as a page of HTML; nothing unless it can
// write the whole. It stops early when ctx ends.
func Render(ctx context.Context, doc exports.Document, w io.Writer) error {
	doc = doc.Cleaned().Held()
	p := page{voices: exports.VoicesBeside(doc.Language, doc.Written)}
	p.w.Raw("<!DOCTYPE html>\n")
	p.w.Open("html", "lang", doc.Language)
	p.head(doc)
	p.w.Open("body")
	if doc.Draft != "" {
		p.w.Open("header", "class", "draft", "data-word", doc.Draft)
		p.w.Element("p", doc.Draft)
		p.w.Close()
	}
	p.w.Open("main")
	for _, block := range outlinesFirst(doc.Blocks) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := p.block(block); err != nil {
			return fmt.Errorf("make the HTML: %w", err)
		}
	}
	p.w.Close()
	p.foot(doc)
	p.w.Close()
	p.w.Close()
	_, err := io.WriteString(w, p.w.String()+"\n")
	return err
}

// outlinesFirst puts the outline of a fishbone before its drawing: it is read on
// the smallest screen, and aloud.
func outlinesFirst(blocks []exports.Block) []exports.Block {
	blocks = slices.Clone(blocks)
	for i := 0; i+1 < len(blocks); i++ {
		if figure, ok := blocks[i].(exports.Figure); ok && figure.Outlined {
			blocks[i], blocks[i+1] = blocks[i+1], figure
			i++
		}
	}
	return blocks
}

// pageWide is how wide a printed page is between its margins, in millimetres.
const pageWide = 166

// page is a page being written.
type page struct {
	w        markup.Writer
	voices   exports.Voices
	headings int
}

func (p *page) head(doc exports.Document) {
	p.w.Open("head")
	p.w.Empty("meta", "charset", "utf-8")
	p.w.Empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
	p.w.Element("title", doc.Foot)
	created, accepted := "", ""
	if !doc.Date.IsZero() {
		created = doc.Date.Format(time.DateOnly)
	}
	if doc.Approval != "" {
		accepted = created
	}
	for _, said := range [][2]string{
		{"author", doc.Author},
		{"description", doc.Stamp()},
		{"dcterms.created", created},
		{"dcterms.dateAccepted", accepted},
		{"dcterms.identifier", doc.Number},
		{"dcterms.hasVersion", doc.Version},
	} {
		if said[1] != "" {
			p.w.Empty("meta", "name", said[0], "content", said[1])
		}
	}
	p.w.Empty("meta", "name", "generator", "content", "Dílna")
	p.w.Open("style")
	p.w.Raw(style)
	p.w.Close()
	p.w.Close()
}

func (p *page) foot(doc exports.Document) {
	p.w.Open("footer")
	p.w.Element("p", doc.Stamp())
	p.w.Close()
}

func (p *page) block(block exports.Block) error {
	switch block := block.(type) {
	case exports.Masthead:
		p.masthead(block)
	case exports.Fields:
		p.fields(block)
	case exports.Heading:
		p.headings++
		p.heading(block, p.headed())
	case exports.Paragraph:
		class := map[exports.Tone]string{exports.Strong: "effect", exports.Quiet: "quiet"}[block.Tone]
		p.w.Open("p", "class", class, "lang", block.Lang, "dir", way(block.Text))
		p.bold(block.Text, block.Bold)
		p.w.Close()
	case exports.List:
		return p.list(block)
	case exports.Table:
		p.table(block)
	case exports.Panels:
		return p.panels(block)
	case exports.Contents:
		return p.contents(block)
	case exports.Figure:
		return p.figure(block)
	case exports.Photo:
		p.photo(block)
	default:
		return fmt.Errorf("there is no way to print %T", block)
	}
	return nil
}

// way is the direction of a text where it is not that of the page.
func way(text string) string {
	if direction.FromRight(text) {
		return "rtl"
	}
	return ""
}

// wayWithin is the direction of a text where it is not that of what it is in.
func wayWithin(fromRight bool, text string) string {
	switch turned := direction.FromRight(text); {
	case turned == fromRight:
		return ""
	case turned:
		return "rtl"
	}
	return "ltr"
}

// bold writes a text of which parts are bold.
func (p *page) bold(text string, bold []exports.Span) {
	for stretch, isBold := range exports.Stretches(text, bold) {
		if isBold {
			p.w.Open("strong")
		}
		p.text(stretch)
		if isBold {
			p.w.Close()
		}
	}
}

// text writes a text; line ends in it are line breaks.
func (p *page) text(text string) {
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			p.w.Empty("br")
		}
		p.linked(line)
	}
}

// linked writes a line with its links.
func (p *page) linked(line string) {
	at := 0
	for _, link := range exports.Links(line) {
		p.voiced(line[at:link.From])
		p.w.Element("a", line[link.From:link.To], "href", link.URI)
		at = link.To
	}
	p.voiced(line[at:])
}

// voiced writes a text with the languages of its passages.
func (p *page) voiced(text string) {
	for stretch, lang := range p.voices.Voiced(text) {
		if lang == "" {
			p.w.Text(stretch)
			continue
		}
		p.w.Element("span", stretch, "lang", lang)
	}
}

// element writes one with a text that people may have written.
func (p *page) element(name, text string, attributes ...string) {
	p.w.Open(name, attributes...)
	p.voiced(text)
	p.w.Close()
}

func (p *page) masthead(m exports.Masthead) {
	p.w.Open("header")
	if m.Logo != nil {
		p.w.Empty("img", "class", "logo", "alt", m.Logo.Alt, "src", "data:image/png;base64,"+base64.StdEncoding.EncodeToString(m.Logo.PNG))
	}
	for _, line := range m.Publicity {
		p.element("p", line, "class", "quiet", "lang", m.Lang, "dir", way(line))
	}
	if m.Programme != "" {
		p.element("p", m.Programme, "class", "programme", "lang", m.Lang, "dir", way(m.Programme))
	}
	p.element("h1", exports.OneLine(m.Title), "id", p.headed(), "lang", m.TitleLang, "dir", way(m.Title))
	if m.Group != "" {
		p.w.Open("p", "class", "group")
		p.w.Element("span", m.GroupWord, "class", "label")
		p.w.Raw(" ")
		p.element("bdi", m.Group, "lang", m.Lang)
		p.w.Close()
	}
	p.w.Close()
}

func (p *page) fields(fields exports.Fields) {
	p.w.Open("dl")
	for _, f := range fields {
		p.w.Open("div")
		p.w.Element("dt", f.Label+":")
		p.w.Raw(" ")
		p.w.Open("dd", "lang", f.Lang, "dir", way(f.Value))
		p.text(f.Value)
		p.w.Close()
		p.w.Close()
	}
	p.w.Close()
}

// list writes a list, a short one in columns.
func (p *page) list(l exports.List) error {
	columns, err := fonts.OfficeColumns(l, pageWide)
	class := ""
	if columns > 1 {
		class = "columns" + strconv.Itoa(columns)
	}
	p.bulletsOf(class, l.Bullets, false)
	return err
}

// contents writes what is read first on a screen: the essence, of short minutes too,
// and links to the headings, folded.
func (p *page) contents(c exports.Contents) error {
	for _, block := range c.Essence {
		if heading, ok := block.(exports.Heading); ok {
			p.heading(heading, "")
		} else if err := p.block(block); err != nil {
			return err
		}
	}
	p.w.Open("nav", "class", "contents", "aria-labelledby", "contents")
	p.w.Open("details")
	p.w.Element("summary", c.Title, "id", "contents")
	p.w.Open("ul")
	for _, e := range c.Entries {
		p.w.Open("li", "class", "level"+strconv.Itoa(e.Level))
		p.element("a", exports.OneLine(e.Text), "href", "#s"+strconv.Itoa(e.Number), "lang", e.Lang, "dir", way(e.Text))
		p.w.Close()
	}
	p.w.Close()
	p.w.Close()
	p.w.Close()
	return nil
}

func (p *page) heading(h exports.Heading, id string) {
	p.element("h"+strconv.Itoa(min(h.Level+1, 6)), exports.OneLine(h.Text), "id", id, "lang", h.Lang, "dir", way(h.Text))
}

// panels writes parts that stand beside each other where there is room.
func (p *page) panels(panels exports.Panels) error {
	p.w.Open("div", "class", "panels beside"+strconv.Itoa(panels.Beside))
	for _, panel := range panels.Panels {
		p.w.Open("div")
		for _, block := range panel {
			if err := p.block(block); err != nil {
				return err
			}
		}
		p.w.Close()
	}
	p.w.Close()
	return nil
}

// bullets writes a list within a text that may run from the right.
func (p *page) bullets(bullets []exports.Bullet, fromRight bool) {
	p.bulletsOf("", bullets, fromRight)
}

func (p *page) bulletsOf(class string, bullets []exports.Bullet, fromRight bool) {
	if len(bullets) == 0 {
		return
	}
	p.w.Open("ul", "class", class)
	for _, b := range bullets {
		class := ""
		if b.Number != "" {
			class = "numbered"
		}
		p.w.Open("li", "class", class, "dir", wayWithin(fromRight, b.Text))
		if b.Number != "" {
			p.number(b.Number)
			p.w.Open("div") // what hangs beside the number
		}
		p.said(b.Line)
		p.bullets(b.Bullets, direction.FromRight(b.Text))
		if b.Number != "" {
			p.w.Close()
		}
		p.w.Close()
	}
	p.w.Close()
}

func (p *page) number(number string) {
	p.w.Element("span", number, "class", "number")
	p.w.Raw(" ")
}

// line writes a text with its number and what hangs on it.
func (p *page) line(l exports.Line) {
	if l.Number != "" {
		p.number(l.Number)
	}
	p.said(l)
}

// said writes a text with what hangs on it.
func (p *page) said(l exports.Line) {
	p.written(l)
	if l.Sign != "" {
		p.w.Raw("\u00a0")
		p.w.Element("span", l.Sign, "class", "mark")
	}
	if l.Word != "" {
		p.w.Raw(" ")
		p.w.Element("span", "("+l.Word+")", "class", "label")
	}
	for _, remark := range l.Remarks {
		p.w.Empty("br")
		p.w.Open("bdi", "lang", l.MixedLang(), "class", "quiet")
		p.text(remark)
		p.w.Close()
	}
}

// written is the text of a line, in its own language.
func (p *page) written(l exports.Line) {
	if l.Lang == "" {
		p.bold(l.Text, l.Bold)
		return
	}
	p.w.Open("span", "lang", l.Lang)
	p.bold(l.Text, l.Bold)
	p.w.Close()
}

// headed is the id of the heading over what is written now; the title has the first.
func (p *page) headed() string { return "s" + strconv.Itoa(p.headings) }

// table is in a box that scrolls where the screen is too narrow, by the keyboard, too.
func (p *page) table(t exports.Table) {
	p.w.Open("div", "class", "table", "role", "group", "tabindex", "0", "aria-labelledby", p.headed())
	p.w.Open("table", "class", form(t))
	if t.HasHead() {
		p.w.Open("thead")
		p.w.Open("tr")
		for _, head := range t.Heads {
			p.element("th", head.Text, "scope", "col", "class", numbers(head), "lang", head.Lang, "dir", way(head.Text))
		}
		p.w.Close()
		p.w.Close()
	}
	p.w.Open("tbody")
	shares := make([][]float64, len(t.Heads))
	for i := range t.Heads {
		shares[i] = t.Shares(i)
	}
	for n := range t.Rows {
		p.row(t, n, shares)
	}
	p.w.Close()
	p.w.Close()
	p.w.Close()
}

// form is the class of tables that people write into.
func form(t exports.Table) string {
	if t.IsForm() {
		return "form"
	}
	return ""
}

func numbers(head exports.TableHead) string {
	if head.Numbers {
		return "numbers"
	}
	return ""
}

// deepest is how many depths of rows the style tells apart.
const deepest = 6

func (p *page) row(t exports.Table, n int, shares [][]float64) {
	row := t.Rows[n]
	p.w.Open("tr")
	for i, cell := range row.Cells {
		class := numbers(t.Heads[i])
		if i == t.Named() && row.Depth > 0 {
			class = "under" + strconv.Itoa(min(row.Depth, deepest))
		}
		if i == t.Named() && t.HasHead() {
			p.w.Open("th", "scope", "row", "class", class, "dir", way(cell.Text))
		} else {
			p.w.Open("td", "class", class, "dir", way(cell.Text))
		}
		p.line(cell)
		if t.Heads[i].Bars {
			p.bar(shares[i][n])
		}
		p.w.Close()
	}
	p.w.Close()
}

// bar shows a number once more, for the eye only.
func (p *page) bar(share float64) {
	p.w.Open("svg", "class", "bar", "viewBox", "0 0 100 4", "preserveAspectRatio", "none", "aria-hidden", "true")
	p.w.Empty("rect", "width", strconv.FormatFloat(100*share, 'f', 1, 64), "height", "4")
	p.w.Close()
}

func (p *page) figure(f exports.Figure) error {
	drawings, err := picture.Figure(f)
	if err != nil {
		return err
	}
	class, moved := "", "0" // where it is wider than the screen, keys move it
	if f.Address != "" {
		class, moved = "code", ""
	}
	p.w.Open("figure", "class", class, "lang", f.AltLang(), "tabindex", moved)
	for _, d := range drawings {
		svg, err := picture.SVG(d, f.Alt)
		if err != nil {
			return err
		}
		p.w.Raw(svg)
	}
	if f.Caption != "" {
		p.element("figcaption", f.Caption, "dir", way(f.Caption))
	}
	p.w.Close()
	return nil
}

// photo writes a photo with its words, for who sees it and for who does not.
func (p *page) photo(photo exports.Photo) {
	p.w.Open("figure", "class", "photo", "lang", photo.Lang)
	p.w.Empty("img", "alt", photo.Alt, "width", strconv.Itoa(photo.Width), "height", strconv.Itoa(photo.Height),
		"src", "data:image/jpeg;base64,"+base64.StdEncoding.EncodeToString(photo.JPEG))
	p.element("figcaption", photo.Caption, "dir", way(photo.Caption))
	p.w.Close()
}
