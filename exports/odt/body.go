package odt

import (
	"fmt"
	"maps"
	"slices"
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
	w        markup.Writer
	columns  markup.Writer // the styles of the tables' widths
	tables   int
	pictures [][]byte
	langs    map[string]bool // languages of parts that are not the document's
	turned   map[string]bool // styles of paragraphs that run from the right, too
}

// content is the main part, with the blocks written into it.
func (b *body) content() []byte {
	var w markup.Writer
	w.Raw(markup.Header)
	w.Open("office:document-content", spaces...)
	w.Open("office:automatic-styles")
	w.Raw(b.columns.String())
	w.Raw(cellStyles)
	for _, tag := range slices.Sorted(maps.Keys(b.langs)) {
		lang, region := exports.Regional(tag)
		w.Open("style:style", "style:name", langStyle+tag, "style:family", "text")
		w.Empty("style:text-properties", "fo:language", lang, "fo:country", region,
			"style:language-complex", lang, "style:country-complex", region)
		w.Close()
	}
	for _, style := range slices.Sorted(maps.Keys(b.turned)) {
		w.Open("style:style", "style:name", style+turned, "style:family", "paragraph", "style:parent-style-name", style)
		w.Raw(`<style:paragraph-properties style:writing-mode="rl-tb" fo:text-align="end"/>`)
		w.Close()
	}
	w.Close()
	w.Open("office:body")
	w.Open("office:text")
	w.Raw(b.w.String())
	w.Close()
	w.Close()
	w.Close()
	return []byte(w.String())
}

// cellStyles are lines between rows, the head on a wash, and no row torn
// that is not tall.
const cellStyles = `<style:style style:name="Body" style:family="table-cell"><style:table-cell-properties fo:border-bottom="0.5pt solid #c4cbd2" fo:padding="1.2mm"/></style:style>` +
	`<style:style style:name="Head" style:family="table-cell"><style:table-cell-properties fo:border-bottom="0.5pt solid #c4cbd2" fo:background-color="#e8eff6" fo:padding="1.2mm" style:vertical-align="bottom"/></style:style>` +
	`<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>` +
	`<style:style style:name="TallRow" style:family="table-row"><style:table-row-properties fo:keep-together="auto"/></style:style>`

// langStyle begins the names of styles for what is in another language.
const langStyle = "Lang_"

// turned ends the names of styles for what runs from the right.
const turned = "_rtl"

// along is a style for a text, the other way round where that runs from the
// right.
func (b *body) along(style, text string) string {
	if !direction.FromRight(text) {
		return style
	}
	b.turned[style] = true
	return style + turned
}

func (b *body) block(block exports.Block) error {
	switch block := block.(type) {
	case exports.Masthead:
		b.masthead(block)
	case exports.Fields:
		for _, f := range block {
			b.field(f)
		}
	case exports.Heading:
		level := strconv.Itoa(min(block.Level, deepestHeading))
		b.w.Open("text:h", "text:style-name", b.along(styleHeading+level, block.Text), "text:outline-level", level)
		b.in(block.Lang, exports.OneLine(block.Text))
		b.w.Close()
	case exports.Paragraph:
		style := map[exports.Tone]string{exports.Plain: styleBody, exports.Strong: styleStrong, exports.Quiet: styleQuiet}[block.Tone]
		b.paragraph(style, block.Text, block.Lang)
	case exports.List:
		b.bullets(1, block.Bullets)
	case exports.Table:
		return b.table(block)
	case exports.Figure:
		return b.figure(block)
	default:
		return fmt.Errorf("there is no way to print %T", block)
	}
	return nil
}

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
			b.w.Text(part)
		}
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

func (b *body) masthead(m exports.Masthead) {
	if m.Logo != nil {
		wide, high := picture.LogoSize(*m.Logo)
		b.picture(m.Logo.PNG, wide, high, m.Logo.Alt)
	}
	for _, line := range m.Publicity {
		b.paragraph(styleQuiet, line, m.Lang)
	}
	if m.Programme != "" {
		b.paragraph(styleProgramme, m.Programme, m.Lang)
	}
	b.paragraph(styleTitle, exports.OneLine(m.Title), m.TitleLang)
	if m.Group != "" {
		b.w.Open("text:p", "text:style-name", b.along(styleGroup, m.GroupWord+" "+m.Group))
		b.text(m.GroupWord + " ")
		b.in(m.Lang, m.Group)
		b.w.Close()
	}
}

func (b *body) field(f exports.Field) {
	b.w.Open("text:p", "text:style-name", b.along(styleField, f.Value))
	b.span("Quiet", f.Label+":")
	b.w.Raw("<text:tab/>")
	b.in(f.Lang, f.Value)
	b.w.Close()
}

// bullets writes a list. Those with numbers of their own are paragraphs: the
// numbers are what people said, and nothing is to count them anew.
func (b *body) bullets(depth int, bullets []exports.Bullet) {
	if len(bullets) == 0 {
		return
	}
	if bullets[0].Number != "" {
		b.numbered(depth, bullets)
		return
	}
	style := ""
	if depth == 1 {
		style = styleBullets
	}
	b.w.Open("text:list", "text:style-name", style)
	for _, bullet := range bullets {
		b.w.Open("text:list-item")
		b.w.Open("text:p", "text:style-name", b.along(styleList, bullet.Text))
		b.line(bullet.Line)
		b.w.Close()
		b.bullets(depth+1, bullet.Bullets)
		b.w.Close()
	}
	b.w.Close()
}

func (b *body) numbered(depth int, bullets []exports.Bullet) {
	for _, bullet := range bullets {
		b.w.Open("text:p", "text:style-name", b.along(styleNumbered+strconv.Itoa(min(depth, deepestList)), bullet.Text))
		b.span("Quiet", bullet.Number)
		b.w.Raw("<text:tab/>")
		b.line(bullet.Line)
		b.w.Close()
		b.numbered(depth+1, bullet.Bullets)
	}
}

// line writes a text with what hangs on it.
func (b *body) line(l exports.Line) {
	b.in(l.Lang, l.Text)
	if l.Sign != "" {
		b.span("Mark", "\u00a0"+l.Sign)
	}
	if l.Word != "" {
		b.w.Raw(" ")
		b.span("Quiet", "("+l.Word+")")
	}
	for _, remark := range l.Remarks {
		b.w.Raw("<text:line-break/>")
		b.small(l.MixedLang(), remark)
	}
}

const textWide = 166.0 // millimetres

func (b *body) table(t exports.Table) error {
	measured, err := fonts.ForOffice(t, textWide)
	if err != nil {
		return err
	}
	b.tables++
	name := "Table" + strconv.Itoa(b.tables)
	b.w.Open("table:table", "table:name", name)
	for i, wide := range measured.Widths {
		style := fmt.Sprintf("%s.%d", name, i+1)
		b.columns.Open("style:style", "style:name", style, "style:family", "table-column")
		b.columns.Empty("style:table-column-properties", "style:column-width", mm(wide))
		b.columns.Close()
		b.w.Empty("table:table-column", "table:style-name", style)
	}
	if t.HasHead() {
		b.w.Open("table:table-header-rows")
		b.w.Open("table:table-row", "table:style-name", "Row")
		for _, head := range t.Heads {
			style := styleHeadCell
			if head.Numbers {
				style = styleHeadEnd
			}
			b.cell("Head", style, exports.Line{Text: head.Text, Lang: head.Lang})
		}
		b.w.Close()
		b.w.Close()
	}
	for i, row := range t.Rows {
		style := "Row"
		if measured.Tall[i] {
			style = "TallRow"
		}
		b.row(t, row, style)
	}
	b.w.Close()
	return nil
}

func (b *body) row(t exports.Table, row exports.TableRow, style string) {
	b.w.Open("table:table-row", "table:style-name", style)
	for i, cell := range row.Cells {
		style := styleCell
		switch {
		case t.Heads[i].Numbers:
			style = styleNumber
		case i == t.Named() && row.Depth > 0:
			style = styleUnder + strconv.Itoa(min(row.Depth, deepestUnder))
		}
		b.cell("Body", style, cell)
	}
	b.w.Close()
}

func (b *body) cell(style, paragraph string, l exports.Line) {
	b.w.Open("table:table-cell", "table:style-name", style, "office:value-type", "string")
	b.w.Open("text:p", "text:style-name", b.along(paragraph, l.Text))
	if l.Number != "" {
		b.span("Quiet", l.Number+" ")
	}
	b.line(l)
	b.w.Close()
	b.w.Close()
}

func (b *body) figure(f exports.Figure) error {
	drawings, err := picture.Fishbone(f)
	if err != nil {
		return err
	}
	for _, d := range drawings {
		file, err := picture.PNG(d)
		if err != nil {
			return err
		}
		wide, high := picture.Size(d)
		b.picture(file, wide, high, f.Alt)
	}
	return nil
}

// picture writes a paragraph with a picture and what people who do not see it
// are told; its size is in millimetres.
func (b *body) picture(file []byte, wide, high float64, alt string) {
	name := pictureName(len(b.pictures))
	b.pictures = append(b.pictures, file)
	b.w.Open("text:p", "text:style-name", styleBody)
	b.w.Open("draw:frame", "draw:name", name, "text:anchor-type", "as-char", "svg:width", mm(wide), "svg:height", mm(high))
	b.w.Empty("draw:image", "xlink:href", name, "xlink:type", "simple", "xlink:show", "embed", "xlink:actuate", "onLoad")
	b.w.Element("svg:title", alt)
	b.w.Close()
	b.w.Close()
}
