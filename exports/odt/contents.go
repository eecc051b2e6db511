package odt

import (
	"strconv"

	"dilna/exports"
)

// bookmarkOf is the name of the bookmark at a heading.
func bookmarkOf(heading int) string { return "s" + strconv.Itoa(heading) }

// contents writes the table of contents of a long document as LibreOffice keeps it:
// with links; numbers of pages are fields, which it fills in when it opens the file.
func (b *body) contents(c exports.Contents) {
	if !c.IsLong() {
		return
	}
	b.paragraph(styleStrong, c.Title, "")
	b.w.Open("text:table-of-content", "text:name", "Contents1", "text:protected", "false")
	b.w.Open("text:table-of-content-source", "text:outline-level", strconv.Itoa(c.Deepest()))
	for level := 1; level <= c.Deepest(); level++ {
		b.w.Open("text:table-of-content-entry-template", "text:outline-level", strconv.Itoa(level), "text:style-name", styleContents+strconv.Itoa(level))
		b.w.Raw(`<text:index-entry-link-start/><text:index-entry-text/><text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/><text:index-entry-link-end/>`)
		b.w.Close()
	}
	b.w.Close()
	b.w.Open("text:index-body")
	for _, e := range c.Entries {
		b.w.Open("text:p", "text:style-name", styleContents+strconv.Itoa(e.Level))
		b.w.Open("text:a", "xlink:type", "simple", "xlink:href", "#"+bookmarkOf(e.Number), "text:style-name", "Lead", "text:visited-style-name", "Lead")
		b.in(e.Lang, exports.OneLine(e.Text))
		b.w.Raw("<text:tab/>")
		b.w.Element("text:bookmark-ref", "", "text:reference-format", "page", "text:ref-name", bookmarkOf(e.Number))
		b.w.Close()
		b.w.Close()
	}
	b.w.Close()
	b.w.Close()
}
