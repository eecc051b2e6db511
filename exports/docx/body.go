package docx

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"dilna/exports"
	"dilna/exports/direction"
	"dilna/exports/fonts"
	"dilna/exports/markup"
	"dilna/exports/picture"
)

// body is the text of the document being written.
type body struct {
	w         markup.Writer
	paper     paper
	tag       string // language
	voices    exports.Voices
	pictures  [][]byte
	links     []string           // addresses
	tie       bool               // the block being written stays with the next one
	room      int                // width of what is written
	sections  int                // that were ended so far
	ends      string             // what ends the section with the block being written
	ended     bool               // it did, with the block before
	columns   bool               // the block before was a section in columns
	inPanel   bool               // what is written
	wholeRow  bool               // of panels, likewise: what holds to the next line would hold row to row
	inColumns bool               // what hangs on a bullet stays in its column
	turned    bool               // the paragraph being written runs from the right
	headings  int                // so far
	lines     []fonts.OfficeLine // how the lines of the list being written stand that are not yet written
}

func (b *body) block(block exports.Block) error {
	b.columns = false
	defer func() { b.ended = b.ends != "" }()
	switch block := block.(type) {
	case exports.Masthead:
		return b.masthead(block)
	case exports.Fields:
		for _, f := range block {
			b.field(f)
		}
	case exports.Heading:
		b.headings++
		b.paragraph(paragraph{style: styleHeading + strconv.Itoa(min(block.Level, deepestHeading)), text: exports.OneLine(block.Text), lang: block.Lang, keepNext: true, section: b.ends, bookmark: b.headings})
	case exports.Contents:
		b.contents(block)
	case exports.Paragraph:
		style := map[exports.Tone]string{exports.Plain: styleBody, exports.Strong: styleStrong, exports.Quiet: styleQuiet}[block.Tone]
		b.paragraph(paragraph{style: style, text: block.Text, bold: block.Bold, lang: block.Lang, keepNext: b.tie, section: b.ends})
	case exports.List:
		return b.list(block)
	case exports.Table:
		return b.table(block)
	case exports.Panels:
		return b.panels(block)
	case exports.Figure:
		return b.figure(block)
	case exports.Photo:
		b.photo(block)
	default:
		return fmt.Errorf("there is no way to print %T", block)
	}
	return nil
}

func (b *body) masthead(m exports.Masthead) error {
	if m.Logo != nil {
		wide, high := picture.LogoSize(*m.Logo)
		b.picture(styleBody, m.Logo.PNG, wide, high, m.Logo.Alt)
	}
	if len(m.Publicity) > 0 {
		b.paragraph(paragraph{style: styleQuiet, text: strings.Join(m.Publicity, "\n"), lang: m.Lang})
	}
	if m.Programme != "" {
		b.paragraph(paragraph{style: styleProgramme, text: m.Programme, lang: m.Lang})
	}
	b.paragraph(paragraph{style: styleTitle, text: exports.OneLine(m.Title), lang: m.TitleLang})
	if m.Group != "" {
		b.open(paragraph{style: styleGroup, text: m.GroupWord + " " + m.Group})
		b.run(runStyle{}, m.GroupWord+" ")
		b.run(runStyle{lang: m.Lang}, m.Group)
		b.w.Close()
	}
	return nil
}

func (b *body) field(f exports.Field) {
	b.open(paragraph{style: styleField, text: f.Value})
	b.run(runStyle{colour: quietColour}, f.Label+":")
	b.w.Raw("<w:r><w:tab/></w:r>")
	b.run(runStyle{lang: f.Lang}, f.Value)
	b.w.Close()
}

// paragraph is how a paragraph stands and what it says.
type paragraph struct {
	style    string
	text     string
	bold     []exports.Span
	lang     string       // empty: the document's
	level    int          // of a list from 1; 0: none
	hung     exports.Hung // of a line with a number of its own
	depth    int          // of a cell that is indented
	end      bool
	keepNext bool
	whole    bool   // not torn
	section  string // that ends with the paragraph
	bookmark int    // which heading it is, from 1; 0: none
}

func (b *body) paragraph(p paragraph) {
	b.open(p)
	if p.bookmark > 0 {
		b.w.Empty("w:bookmarkStart", "w:id", strconv.Itoa(p.bookmark), "w:name", bookmarkOf(p.bookmark))
	}
	b.bold(p.lang, p.text, p.bold)
	if p.bookmark > 0 {
		b.w.Empty("w:bookmarkEnd", "w:id", strconv.Itoa(p.bookmark))
	}
	b.w.Close()
}

// bold writes a text of which parts are bold, into the paragraph that is open.
func (b *body) bold(lang, text string, bold []exports.Span) {
	for stretch, isBold := range exports.Stretches(text, bold) {
		b.run(runStyle{lang: lang, bold: isBold}, stretch)
	}
}

// open starts a paragraph; its properties stand in the order Word asks for.
func (b *body) open(p paragraph) {
	b.w.Open("w:p")
	b.w.Open("w:pPr")
	b.w.Empty("w:pStyle", "w:val", b.paper.id(p.style))
	switch {
	case b.wholeRow:
		b.w.Raw(`<w:keepNext w:val="0"/>`)
	case p.keepNext:
		b.w.Raw("<w:keepNext/>")
	}
	if p.whole {
		b.w.Raw("<w:keepLines/>")
	}
	if p.level > 0 && p.hung.Text == 0 {
		b.w.Open("w:numPr")
		b.w.Empty("w:ilvl", "w:val", strconv.Itoa(min(p.level, deepestList)-1))
		b.w.Empty("w:numId", "w:val", strconv.Itoa(b.paper.list))
		b.w.Close()
	}
	if b.turned = direction.FromRight(p.text); b.turned {
		b.w.Raw("<w:bidi/>")
	}
	switch {
	case p.hung.Text > 0:
		at := twentieths([]float64{p.hung.Text, p.hung.Text - p.hung.Sign})
		b.w.Empty("w:ind", "w:left", strconv.Itoa(at[0]), "w:hanging", strconv.Itoa(at[1]))
	case p.depth > 0:
		b.w.Empty("w:ind", "w:left", strconv.Itoa(min(p.depth, deepestList)*listStep))
	}
	if p.end {
		b.w.Raw(`<w:jc w:val="right"/>`)
	}
	b.w.Raw(p.section)
	b.w.Close()
}

const (
	quietColour = "586068"
	linkColour  = "1B4068"
)

// runStyle is how a part of a paragraph looks.
type runStyle struct {
	colour string
	small  bool
	link   bool
	bold   bool
	turned bool   // its letters run from the right
	lang   string // empty: the document's
}

// run writes a part of the paragraph that is open, in as many runs as it has
// stretches of one direction: Word asks each which way it runs.
func (b *body) run(s runStyle, text string) {
	at := 0
	for _, link := range exports.Links(text) {
		b.stretches(s, text[at:link.From])
		b.link(s, link.URI, text[link.From:link.To])
		at = link.To
	}
	b.stretches(s, text[at:])
}

// link writes a part that leads to an address.
func (b *body) link(s runStyle, uri, text string) {
	b.links = append(b.links, uri)
	s.link, s.colour = true, linkColour
	b.w.Open("w:hyperlink", "r:id", linkID(len(b.links)-1))
	b.stretches(s, text)
	b.w.Close()
}

// stretches writes a part of a text as runs of one direction and one language.
func (b *body) stretches(s runStyle, text string) {
	p := direction.Along(text, b.turned)
	for _, stretch := range p.Stretches() {
		s.turned = stretch.FromRight
		for said, lang := range b.voices.Voiced(text[stretch.From:stretch.To]) {
			voiced := s
			voiced.lang = cmp.Or(lang, s.lang)
			run(&b.w, voiced, said)
		}
	}
}

// run writes a run; line ends in it are line breaks.
func run(w *markup.Writer, s runStyle, text string) {
	if text == "" {
		return
	}
	w.Open("w:r")
	w.Open("w:rPr")
	if s.bold {
		w.Raw("<w:b/><w:bCs/>")
	}
	if s.colour != "" {
		w.Empty("w:color", "w:val", s.colour)
	}
	if s.small {
		w.Raw(`<w:sz w:val="18"/><w:szCs w:val="18"/>`)
	}
	if s.link {
		w.Raw(`<w:u w:val="single"/>`)
	}
	if s.turned {
		w.Raw("<w:rtl/>")
	}
	if s.lang != "" {
		tag := regional(s.lang)
		w.Empty("w:lang", "w:val", tag, "w:eastAsia", tag, "w:bidi", tag)
	}
	w.Close()
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			w.Raw("<w:br/>")
		}
		w.Element("w:t", line, "xml:space", "preserve")
	}
	w.Close()
}
