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
	w         markup.Writer
	columns   markup.Writer // the styles of the tables' widths
	tables    int
	sections  int
	headings  int
	inColumns bool    // what hangs on a bullet stays in its column
	room      float64 // width of what is written, millimetres; 0: the page's
	pictures  [][]byte
	langs     map[string]bool           // languages of parts that are not the document's
	turned    map[string]bool           // styles of paragraphs that run from the right, too
	hung      []exports.Hung            // where the lines of the list being written stand that are not yet written
	hangs     map[string]paragraphStyle // of lines with numbers of their own
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
const cellStyles = `<style:style style:name="Panel" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #c4cbd2" fo:padding="2.5mm"/></style:style>` +
	`<style:style style:name="Columns2" style:family="section"><style:section-properties text:dont-balance-text-columns="false"><style:columns fo:column-count="2" fo:column-gap="6mm"/></style:section-properties></style:style>` +
	`<style:style style:name="Columns3" style:family="section"><style:section-properties text:dont-balance-text-columns="false"><style:columns fo:column-count="3" fo:column-gap="6mm"/></style:section-properties></style:style>` +
	`<style:style style:name="Body" style:family="table-cell"><style:table-cell-properties fo:border-bottom="0.5pt solid #c4cbd2" fo:padding="1.2mm"/></style:style>` +
	`<style:style style:name="Head" style:family="table-cell"><style:table-cell-properties fo:border-bottom="0.5pt solid #c4cbd2" fo:background-color="#e8eff6" fo:padding="1.2mm" style:vertical-align="bottom"/></style:style>` +
	`<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>` +
	`<style:style style:name="TallRow" style:family="table-row"><style:table-row-properties fo:keep-together="auto"/></style:style>`

// columnsStyle begins the names of styles for sections in columns.
const columnsStyle = "Columns"

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
		b.headings++
		level := strconv.Itoa(min(block.Level, deepestHeading))
		b.w.Open("text:h", "text:style-name", b.along(styleHeading+level, block.Text), "text:outline-level", level)
		b.w.Empty("text:bookmark", "text:name", bookmarkOf(b.headings))
		b.in(block.Lang, exports.OneLine(block.Text))
		b.w.Close()
	case exports.Paragraph:
		style := map[exports.Tone]string{exports.Plain: styleBody, exports.Strong: styleStrong, exports.Quiet: styleQuiet}[block.Tone]
		if block.Heads {
			style = styleQuietKept
		}
		b.w.Open("text:p", "text:style-name", b.along(style, block.Text))
		b.bold(block.Lang, block.Text, block.Bold)
		b.w.Close()
	case exports.Contents:
		b.contents(block)
	case exports.List:
		return b.list(block)
	case exports.Table:
		return b.table(block)
	case exports.Panels:
		return b.panels(block)
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
			b.linked(part)
		}
	}
}

// linked writes a part of a line with its links.
func (b *body) linked(part string) {
	at := 0
	for _, link := range exports.Links(part) {
		b.w.Text(part[at:link.From])
		b.w.Element("text:a", part[link.From:link.To], "xlink:type", "simple", "xlink:href", link.URI)
		at = link.To
	}
	b.w.Text(part[at:])
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

func (b *body) masthead(m exports.Masthead) {
	if m.Logo != nil {
		wide, high := picture.LogoSize(*m.Logo)
		b.picture(styleBody, m.Logo.PNG, wide, high, m.Logo.Alt)
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

// list writes a list; a short one is a section in columns.
func (b *body) list(l exports.List) error {
	columns, err := fonts.OfficeColumns(l, b.width())
	if err != nil {
		return err
	}
	if b.hung, err = fonts.OfficeHung(l, b.width()/float64(columns)); err != nil {
		return err
	}
	if columns == 1 {
		b.bullets(1, l.Bullets)
		return nil
	}
	b.sections++
	b.w.Open("text:section", "text:style-name", columnsStyle+strconv.Itoa(columns), "text:name", "Columns"+strconv.Itoa(b.sections))
	b.inColumns = true
	b.bullets(1, l.Bullets)
	b.inColumns = false
	b.w.Close()
	return nil
}

// width is how wide what is written may be, in millimetres.
func (b *body) width() float64 {
	if b.room > 0 {
		return b.room
	}
	return textWide
}

// panelPad is the space within a panel, in millimetres.
const panelPad = 2.5

// panels writes parts beside each other as the cells of a table without a head.
func (b *body) panels(p exports.Panels) error {
	b.tables++
	name, wide := "Table"+strconv.Itoa(b.tables), b.width()/float64(p.Beside)
	b.w.Open("table:table", "table:name", name)
	b.columnsOf(name, slices.Repeat([]float64{wide}, p.Beside))
	b.room = wide - 2*panelPad
	for row := range p.Rows() {
		b.w.Open("table:table-row", "table:style-name", "TallRow")
		for i := range p.Beside {
			b.w.Open("table:table-cell", "table:style-name", "Panel", "office:value-type", "string")
			if i >= len(row) {
				b.w.Empty("text:p")
			} else if err := b.blocks(row[i]); err != nil {
				return err
			}
			b.w.Close()
		}
		b.w.Close()
	}
	b.room = 0
	b.w.Close()
	return nil
}

func (b *body) blocks(blocks []exports.Block) error {
	for _, block := range blocks {
		if err := b.block(block); err != nil {
			return err
		}
	}
	return nil
}

// bullets writes a list. Those with numbers of their own are paragraphs: the
// numbers are what people said, and nothing is to count them anew.
func (b *body) bullets(depth int, bullets []exports.Bullet) {
	if len(bullets) == 0 {
		return
	}
	if bullets[0].Number != "" {
		b.numbered(bullets)
		return
	}
	style := ""
	if depth == 1 {
		style = styleBullets
	}
	b.w.Open("text:list", "text:style-name", style)
	for i, bullet := range bullets {
		style := styleList
		if b.inColumns && (len(bullet.Bullets) > 0 || depth > 1 && i < len(bullets)-1) {
			style = styleListKept
		}
		b.w.Open("text:list-item")
		b.hung = b.hung[1:]
		b.w.Open("text:p", "text:style-name", b.along(style, bullet.Text))
		b.line(bullet.Line)
		b.w.Close()
		b.bullets(depth+1, bullet.Bullets)
		b.w.Close()
	}
	b.w.Close()
}

func (b *body) numbered(bullets []exports.Bullet) {
	for _, bullet := range bullets {
		b.w.Open("text:p", "text:style-name", b.along(b.hanging(b.hung[0]), bullet.Text))
		b.hung = b.hung[1:]
		b.span("Quiet", bullet.Number)
		b.w.Raw("<text:tab/>")
		b.line(bullet.Line)
		b.w.Close()
		b.numbered(bullet.Bullets)
	}
}

// hanging is the style of a line with a number of its own that stands there.
func (b *body) hanging(at exports.Hung) string {
	name := fmt.Sprintf("%s%.0f_%.0f", styleNumbered, at.Sign*10, at.Text*10)
	b.hangs[name] = paragraphStyle{name: name, after: 0.7, left: at.Text, hanging: at.Text - at.Sign}
	return name
}

// line writes a text with what hangs on it.
func (b *body) line(l exports.Line) {
	b.bold(l.Lang, l.Text, l.Bold)
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
	measured, err := fonts.ForOffice(t, b.width())
	if err != nil {
		return err
	}
	b.tables++
	name := "Table" + strconv.Itoa(b.tables)
	b.w.Open("table:table", "table:name", name)
	b.columnsOf(name, measured.Widths)
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

// columnsOf says how wide the columns of a table are.
func (b *body) columnsOf(name string, widths []float64) {
	for i, wide := range widths {
		style := fmt.Sprintf("%s.%d", name, i+1)
		b.columns.Open("style:style", "style:name", style, "style:family", "table-column")
		b.columns.Empty("style:table-column-properties", "style:column-width", mm(wide))
		b.columns.Close()
		b.w.Empty("table:table-column", "table:style-name", style)
	}
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
	drawings, err := picture.Figure(f)
	if err != nil {
		return err
	}
	for _, d := range drawings {
		file, err := picture.PNG(d)
		if err != nil {
			return err
		}
		wide, high := picture.Size(d)
		b.picture(stylePicture, file, wide, high, f.Alt)
	}
	if f.Caption != "" {
		b.paragraph(styleCaption, f.Caption, f.AltLang())
	}
	return nil
}

// picture writes a paragraph with a picture and what people who do not see it
// are told; its size is in millimetres.
func (b *body) picture(style string, file []byte, wide, high float64, alt string) {
	name := pictureName(len(b.pictures))
	b.pictures = append(b.pictures, file)
	b.w.Open("text:p", "text:style-name", style)
	b.w.Open("draw:frame", "draw:name", name, "text:anchor-type", "as-char", "svg:width", mm(wide), "svg:height", mm(high))
	b.w.Empty("draw:image", "xlink:href", name, "xlink:type", "simple", "xlink:show", "embed", "xlink:actuate", "onLoad")
	b.w.Element("svg:title", alt)
	b.w.Close()
	b.w.Close()
}
