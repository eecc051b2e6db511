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
	tie       bool    // the block being written stays with the next one
	inPanel   bool    // what is written
	inColumns bool    // what hangs on a bullet stays in its column
	room      float64 // width of what is written, millimetres; 0: the page's
	pictures  [][]byte
	voices    exports.Voices
	langs     map[string]bool           // languages of parts that are not the document's
	turned    map[string]bool           // styles of paragraphs that run from the right, too
	lines     []fonts.OfficeLine        // how the lines of the list being written stand that are not yet written
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
	`<style:style style:name="BarePanel" style:family="table-cell"><style:table-cell-properties fo:border="none" fo:padding-left="0mm" fo:padding-right="5mm" fo:padding-top="0mm" fo:padding-bottom="0mm"/></style:style>` +
	`<style:style style:name="Columns2" style:family="section"><style:section-properties text:dont-balance-text-columns="false"><style:columns fo:column-count="2" fo:column-gap="6mm"/></style:section-properties></style:style>` +
	`<style:style style:name="Columns3" style:family="section"><style:section-properties text:dont-balance-text-columns="false"><style:columns fo:column-count="3" fo:column-gap="6mm"/></style:section-properties></style:style>` +
	`<style:style style:name="Body" style:family="table-cell"><style:table-cell-properties fo:border-bottom="0.5pt solid #c4cbd2" fo:padding="1.2mm"/></style:style>` +
	`<style:style style:name="Head" style:family="table-cell"><style:table-cell-properties fo:border-bottom="0.5pt solid #c4cbd2" fo:background-color="#e8eff6" fo:padding="1.2mm" style:vertical-align="bottom"/></style:style>` +
	`<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>` +
	`<style:style style:name="TallRow" style:family="table-row"><style:table-row-properties fo:keep-together="auto"/></style:style>` +
	`<style:style style:name="FormRow" style:family="table-row"><style:table-row-properties fo:keep-together="always" style:min-row-height="12mm"/></style:style>` +
	`<style:style style:name="Table" style:family="table"><style:table-properties fo:margin-bottom="3mm" table:align="margins"/></style:style>` +
	`<style:style style:name="WholeTable" style:family="table"><style:table-properties fo:margin-bottom="3mm" table:align="margins" style:may-break-between-rows="false"/></style:style>`

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
		if b.tie && block.Tone == exports.Quiet {
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
	case exports.Photo:
		wide, high := block.Size(b.width())
		b.picture(stylePicture, block.JPEG, wide, high, block.Alt)
		b.paragraph(styleCaption, block.Caption, block.Lang)
	default:
		return fmt.Errorf("there is no way to print %T", block)
	}
	return nil
}

func (b *body) masthead(m exports.Masthead) {
	if m.Logo != nil {
		wide, high := picture.LogoSize(*m.Logo)
		b.picture(styleBody, m.Logo.PNG, wide, high, m.Logo.Alt)
	}
	if len(m.Publicity) > 0 {
		b.paragraph(styleQuiet, strings.Join(m.Publicity, "\n"), m.Lang)
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
	b.room, b.tie, b.inPanel = wide-2*panelPad, false, true
	cell := "Panel"
	if p.Bare {
		cell = "BarePanel"
	}
	style := "TallRow"
	if p.RowsFit() {
		style = "Row"
	}
	for row := range p.Rows() {
		b.w.Open("table:table-row", "table:style-name", style)
		for i := range p.Beside {
			b.w.Open("table:table-cell", "table:style-name", cell, "office:value-type", "string")
			if i >= len(row) {
				b.w.Empty("text:p")
			} else if err := b.blocks(row[i]); err != nil {
				return err
			}
			b.w.Close()
		}
		b.w.Close()
	}
	b.room, b.inPanel = 0, false
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

const textWide = 166.0 // millimetres

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
	name := pictureName(len(b.pictures), file)
	b.pictures = append(b.pictures, file)
	b.w.Open("text:p", "text:style-name", style)
	b.w.Open("draw:frame", "draw:name", name, "text:anchor-type", "as-char", "svg:width", mm(wide), "svg:height", mm(high))
	b.w.Empty("draw:image", "xlink:href", name, "xlink:type", "simple", "xlink:show", "embed", "xlink:actuate", "onLoad")
	b.w.Element("svg:title", alt)
	b.w.Close()
	b.w.Close()
}
