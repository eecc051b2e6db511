package html

import (
	_ "embed"
	"strings"

	"dilna/exports"
	"dilna/exports/direction"
)

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
