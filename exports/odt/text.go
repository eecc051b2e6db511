package odt

import (
	"strings"

	"dilna/exports"
)

func (b *body) paragraph(style, text, lang string) {
	b.w.Open("text:p", "text:style-name", b.along(style, text))
	b.in(lang, text)
	b.w.Close()
}

// text writes a text; line ends in it are line breaks, and spaces after spaces
// are said, which a reader would drop.
func (b *body) text(text string) {
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			b.w.Raw("<text:line-break/>")
		}
		for j, part := range strings.Split(line, "  ") {
			if j > 0 {
				b.w.Raw(" <text:s/>")
			}
			b.linked(part)
		}
	}
}

// linked writes a part of a line with its links.
func (b *body) linked(part string) {
	at := 0
	for _, link := range exports.Links(part) {
		b.voiced(part[at:link.From])
		b.w.Element("text:a", part[link.From:link.To], "xlink:type", "simple", "xlink:href", link.URI)
		at = link.To
	}
	b.voiced(part[at:])
}

// voiced writes a text with the languages of its passages.
func (b *body) voiced(text string) {
	for stretch, lang := range b.voices.Voiced(text) {
		if lang == "" {
			b.w.Text(stretch)
			continue
		}
		b.langs[lang] = true
		b.w.Element("text:span", stretch, "text:style-name", langStyle+lang)
	}
}

// in writes a text in a language of its own; empty: the document's.
func (b *body) in(lang, text string) {
	if lang == "" {
		b.text(text)
		return
	}
	b.langs[lang] = true
	b.span(langStyle+lang, text)
}

// bold writes a text of which parts are bold, likewise.
func (b *body) bold(lang, text string, bold []exports.Span) {
	for stretch, isBold := range exports.Stretches(text, bold) {
		if isBold {
			b.w.Open("text:span", "text:style-name", "Bold")
		}
		b.in(lang, stretch)
		if isBold {
			b.w.Close()
		}
	}
}

// small writes a remark, likewise.
func (b *body) small(lang, remark string) {
	b.w.Open("text:span", "text:style-name", "Small")
	b.in(lang, remark)
	b.w.Close()
}

func (b *body) span(style, text string) {
	b.w.Open("text:span", "text:style-name", style)
	b.text(text)
	b.w.Close()
}
