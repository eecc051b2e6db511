// Package markdown writes a document of the minutes as Markdown with tables,
// as GitHub and most editors read it. What people typed stays text.
package markdown

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"dilna/exports"
)

// Render writes the document to w as Markdown; nothing unless it can write the
// whole. It stops early when ctx ends.
func Render(ctx context.Context, doc exports.Document, w io.Writer) error {
	doc = doc.Cleaned()
	p := page{}
	if doc.Draft != "" {
		p.paragraph("**" + inline(doc.Draft) + "**")
	}
	for block := range exports.Flat(doc.Blocks) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := p.block(block); err != nil {
			return fmt.Errorf("make the Markdown: %w", err)
		}
	}
	p.paragraph("---")
	p.paragraph(inline(doc.Stamp()))
	_, err := boldSigns.WriteString(w, strings.TrimLeft(p.out.String(), "\n"))
	return err
}

// page is a page being written, its parts with an empty line between.
type page struct{ out strings.Builder }

func (p *page) paragraph(text string) {
	p.out.WriteString("\n" + text + "\n")
}

func (p *page) block(block exports.Block) error {
	switch block := block.(type) {
	case exports.Masthead:
		p.masthead(block)
	case exports.Fields:
		p.out.WriteByte('\n')
		for _, f := range block {
			p.out.WriteString("- **" + inline(f.Label) + ":** " + inside(f.Value, "  ") + "\n")
		}
	case exports.Heading:
		p.heading(block.Level+1, block.Text)
	case exports.Contents:
		p.contents(block)
	case exports.Paragraph:
		p.toned(block)
	case exports.List:
		p.out.WriteByte('\n')
		p.bullets("", block.Bullets)
	case exports.Table:
		p.table(block)
	case exports.Figure:
		p.paragraph("*" + inline(block.Alt) + "*")
	case exports.Photo:
		p.paragraph("*" + inline(block.Caption) + "*")
	default:
		return fmt.Errorf("there is no way to print %T", block)
	}
	return nil
}

func (p *page) heading(level int, text string) {
	p.paragraph(strings.Repeat("#", min(level, 6)) + " " + inline(text))
}

// contents is the table of contents of a long document, its links as GitHub and
// most editors make them of headings.
func (p *page) contents(c exports.Contents) {
	if !c.IsLong() {
		return
	}
	p.paragraph("**" + inline(c.Title) + "**")
	p.out.WriteByte('\n')
	known := map[string]int{}
	for _, e := range c.Entries {
		anchor := anchorOf(e.Text)
		if known[anchor]++; known[anchor] > 1 {
			anchor += "-" + strconv.Itoa(known[anchor]-1)
		}
		p.out.WriteString(strings.Repeat("  ", e.Level-1) + "- [" + inline(e.Text) + "](#" + anchor + ")\n")
	}
}

// anchorOf is what a heading is called in links: its letters, small, with hyphens
// for spaces.
func anchorOf(heading string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return -1
	}, exports.OneLine(heading))
}

func (p *page) toned(block exports.Paragraph) {
	switch {
	case block.Text == "":
	case block.Tone == exports.Strong:
		p.paragraph("**" + inline(block.Text) + "**")
	case block.Tone == exports.Quiet:
		p.paragraph("*" + inline(block.Text) + "*")
	default:
		p.paragraph(inside(withBold(block.Text, block.Bold), ""))
	}
}

func (p *page) masthead(m exports.Masthead) {
	for _, line := range append(m.Publicity, m.Programme) {
		if line != "" {
			p.paragraph(inline(line))
		}
	}
	p.heading(1, m.Title)
	if m.Group != "" {
		p.paragraph(inline(m.GroupWord) + " **" + inline(m.Group) + "**")
	}
}

func (p *page) bullets(indent string, bullets []exports.Bullet) {
	for _, b := range bullets {
		p.out.WriteString(indent + "- " + lineOf(b.Line, "\\\n"+indent+"  ", func(text string) string { return inside(text, indent+"  ") }) + "\n")
		p.bullets(indent+"  ", b.Bullets)
	}
}

func (p *page) table(t exports.Table) {
	p.out.WriteString("\n|")
	for _, head := range t.Heads {
		p.out.WriteString(" " + cell(head.Text) + " |")
	}
	p.out.WriteString("\n|")
	for _, head := range t.Heads {
		rule := " --- |"
		if head.Numbers {
			rule = " ---: |"
		}
		p.out.WriteString(rule)
	}
	for _, row := range t.Rows {
		p.out.WriteString("\n|")
		for i, c := range row.Cells {
			said := lineOf(c, "<br>", cell)
			if i == t.Named() {
				said = strings.Repeat("– ", row.Depth) + said
			}
			p.out.WriteString(" " + said + " |")
		}
	}
	p.out.WriteByte('\n')
}

// lineOf is a text with what hangs on it, remarks on lines of their own.
func lineOf(l exports.Line, lineEnd string, escape func(string) string) string {
	said := escape(withBold(l.Text, l.Bold))
	if l.Number != "" {
		said = strings.TrimSpace(escape(l.Number) + " " + said)
	}
	if l.Sign != "" {
		said += " " + l.Sign
	}
	if l.Word != "" {
		said += " (" + escape(l.Word) + ")"
	}
	for _, remark := range l.Remarks {
		said += lineEnd + escape(remark)
	}
	return said
}
