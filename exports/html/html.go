// Package html writes a document of the minutes as one HTML file: it loads
// nothing, runs nothing, prints well, and is read out in order.
package html

import (
	"context"
	_ "embed"
	"encoding/base64"
	"fmt"
	"io"
	"strconv"
	"time"

	"dilna/exports"
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
	// It is read on the smallest screen, and aloud.
	for _, block := range exports.OutlinesFirst(doc.Blocks, func(exports.Figure) bool { return true }) {
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

// pageWide is how wide a printed page is between its margins, in millimetres.
const pageWide = 166

// page is a page being written.
type page struct {
	w        markup.Writer
	voices   exports.Voices
	headings int
	inPanel  bool // what is written
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

func (p *page) heading(h exports.Heading, id string) {
	p.element("h"+strconv.Itoa(min(h.Level+1, 6)), exports.OneLine(h.Text), "id", id, "lang", h.Lang, "dir", way(h.Text))
}

// headed is the id of the heading over what is written now; the title has the first.
func (p *page) headed() string { return "s" + strconv.Itoa(p.headings) }

// deepest is how many depths of rows the style tells apart.
const deepest = 6

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
