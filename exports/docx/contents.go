package docx

import (
	"fmt"
	"strconv"

	"dilna/exports"
)

// bookmarkOf is the name of the bookmark at a heading, as Word calls its own.
func bookmarkOf(heading int) string { return fmt.Sprintf("_Toc%06d", heading) }

// contents writes the table of contents of a long document as the field that Word
// keeps it in: with links; numbers of pages are fields, too, which the office fills
// in, since only it knows them.
func (b *body) contents(c exports.Contents) {
	if !c.IsLong() {
		return
	}
	b.paragraph(paragraph{style: styleStrong, text: c.Title})
	for i, e := range c.Entries {
		b.w.Open("w:p")
		b.w.Open("w:pPr")
		b.w.Empty("w:pStyle", "w:val", b.paper.id(styleContents+strconv.Itoa(e.Level)))
		b.w.Raw("<w:tabs>")
		b.w.Empty("w:tab", "w:val", "right", "w:leader", "dot", "w:pos", strconv.Itoa(b.paper.wide))
		b.w.Raw("</w:tabs>")
		b.w.Close()
		if i == 0 {
			b.beginField(fmt.Sprintf(` TOC \o "1-%d" \h \z \u `, c.Deepest()))
		}
		b.w.Open("w:hyperlink", "w:anchor", bookmarkOf(e.Number), "w:history", "1")
		b.run(runStyle{lang: e.Lang}, exports.OneLine(e.Text))
		b.w.Raw("<w:r><w:tab/></w:r>")
		b.beginField(" PAGEREF " + bookmarkOf(e.Number) + ` \h `)
		b.w.Raw(`<w:r><w:fldChar w:fldCharType="end"/></w:r>`)
		b.w.Close()
		if i == len(c.Entries)-1 {
			b.w.Raw(`<w:r><w:fldChar w:fldCharType="end"/></w:r>`)
		}
		b.w.Close()
	}
}

// beginField begins a field that is not filled in yet.
func (b *body) beginField(instruction string) {
	b.w.Raw(`<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r>`)
	b.w.Element("w:instrText", instruction, "xml:space", "preserve")
	b.w.Raw(`</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`)
}
