package docx

import (
	"fmt"
	"strconv"

	"dilna/exports"
	"dilna/exports/fonts"
	"dilna/exports/picture"
)

// before ends the section of a heading or a paragraph with it, where a list in
// columns follows: so it stays on the page of that.
func (b *body) before(next []exports.Block, block exports.Block) error {
	b.ends = ""
	if len(next) == 0 {
		return nil
	}
	list, isList := next[0].(exports.List)
	columns, err := b.columnsOf(list)
	if err != nil || !isList || columns == 1 {
		return err
	}
	switch block.(type) {
	case exports.Heading, exports.Paragraph:
		if b.columns { // LibreOffice holds nothing that is a section by itself to the next one
			b.w.Raw(noRoom + "</w:pPr></w:p>")
		}
		b.ends = b.sectionOf(1)
	}
	return nil
}

// noRoom begins a paragraph that takes no room to speak of.
const noRoom = `<w:p><w:pPr><w:keepNext/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>`

// columnsOf is in how many columns a list stands.
func (b *body) columnsOf(l exports.List) (int, error) {
	return fonts.OfficeColumns(l, float64(b.room)/perMillimetre, b.inPanel)
}

// list writes a list; a short one is a section in columns.
func (b *body) list(l exports.List) error {
	columns, err := b.columnsOf(l)
	if err != nil {
		return err
	}
	if b.lines, err = fonts.OfficeLines(l, float64(b.room)/perMillimetre/float64(columns)); err != nil {
		return err
	}
	if columns == 1 {
		b.bullets(0, l.Bullets, "")
		return nil
	}
	if !b.ended {
		b.w.Raw(noRoom + b.sectionOf(1) + `</w:pPr></w:p>`)
	}
	b.inColumns = true
	b.bullets(0, l.Bullets, b.sectionOf(columns))
	b.inColumns, b.columns = false, true
	return nil
}

// bullets writes lines of a list; a bullet with a number of its own has that in
// place of the bullet. With the last line a section may end.
func (b *body) bullets(depth int, bullets []exports.Bullet, section string) {
	for i, bullet := range bullets {
		ends := i == len(bullets)-1 && len(bullet.Bullets) == 0
		stands := b.lines[0]
		b.lines = b.lines[1:]
		p := paragraph{style: styleList, text: bullet.Text, level: depth + 1, whole: stands.Whole, keepNext: b.tie && ends || stands.Tied && !b.inColumns}
		if bullet.Number != "" {
			p.hung = stands.Hung
		}
		if ends {
			p.section = section
		}
		p.keepNext = p.keepNext || b.inColumns && (len(bullet.Bullets) > 0 || depth > 0 && i < len(bullets)-1)
		b.open(p)
		if bullet.Number != "" {
			b.run(runStyle{colour: quietColour}, bullet.Number)
			b.w.Raw("<w:r><w:tab/></w:r>")
		}
		b.line(bullet.Line)
		b.w.Close()
		under := ""
		if i == len(bullets)-1 {
			under = section
		}
		b.bullets(depth+1, bullet.Bullets, under)
	}
}

// panels writes parts beside each other as the cells of a table without a head.
func (b *body) panels(p exports.Panels) error {
	room := b.room
	wide := room / p.Beside
	b.w.Open("w:tbl")
	b.w.Open("w:tblPr")
	b.w.Empty("w:tblW", "w:w", strconv.Itoa(wide*p.Beside), "w:type", "dxa")
	if p.Bare {
		b.w.Raw(`<w:tblLayout w:type="fixed"/>` + bareMargins)
	} else {
		b.w.Raw(panelBorders + `<w:tblLayout w:type="fixed"/>` + panelMargins)
	}
	b.w.Close()
	b.w.Open("w:tblGrid")
	for range p.Beside {
		b.w.Empty("w:gridCol", "w:w", strconv.Itoa(wide))
	}
	b.w.Close()
	tied := b.tie
	b.room, b.tie, b.inPanel = wide-2*panelPad, false, true
	whole := p.RowsFit()
	b.wholeRow = whole
	for row := range p.Rows() {
		b.w.Open("w:tr")
		if whole {
			b.w.Raw("<w:trPr><w:cantSplit/></w:trPr>")
		}
		for i := range p.Beside {
			b.w.Open("w:tc")
			b.w.Open("w:tcPr")
			b.w.Empty("w:tcW", "w:w", strconv.Itoa(wide), "w:type", "dxa")
			b.w.Close()
			if i >= len(row) {
				b.w.Raw("<w:p/>")
			} else if err := b.blocks(row[i]); err != nil {
				return err
			}
			b.w.Close()
		}
		b.w.Close()
	}
	b.room, b.tie, b.inPanel, b.wholeRow = room, tied, false, false
	b.w.Close()
	b.afterTable()
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

// Lines around and between panels, and the space within them.
const (
	panelPad     = 140
	panelBorders = `<w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="C4CBD2"/><w:left w:val="single" w:sz="4" w:space="0" w:color="C4CBD2"/>` +
		`<w:bottom w:val="single" w:sz="4" w:space="0" w:color="C4CBD2"/><w:right w:val="single" w:sz="4" w:space="0" w:color="C4CBD2"/>` +
		`<w:insideH w:val="single" w:sz="4" w:space="0" w:color="C4CBD2"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="C4CBD2"/></w:tblBorders>`
	panelMargins = `<w:tblCellMar><w:left w:w="140" w:type="dxa"/><w:bottom w:w="80" w:type="dxa"/><w:right w:w="140" w:type="dxa"/></w:tblCellMar>`
	bareMargins  = `<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="280" w:type="dxa"/></w:tblCellMar>`
)

// line writes a text with what hangs on it, into the paragraph that is open.
func (b *body) line(l exports.Line) {
	b.bold(l.Lang, l.Text, l.Bold)
	if l.Sign != "" {
		b.run(runStyle{colour: "1B4068", bold: true}, "\u00a0"+l.Sign)
	}
	if l.Word != "" {
		b.run(runStyle{colour: quietColour}, " ("+l.Word+")")
	}
	for _, remark := range l.Remarks {
		b.run(runStyle{colour: quietColour, small: true, lang: l.MixedLang()}, "\n"+remark)
	}
}

// table writes a table whose head is repeated on each page; no row is torn that
// is not tall.
func (b *body) table(t exports.Table) error {
	measured, err := fonts.ForOffice(t, float64(b.room)/perMillimetre)
	if err != nil {
		return err
	}
	wides := twentieths(measured.Widths)
	b.w.Open("w:tbl")
	b.w.Open("w:tblPr")
	b.w.Empty("w:tblStyle", "w:val", b.paper.id(styleTable))
	b.w.Empty("w:tblW", "w:w", strconv.Itoa(b.room), "w:type", "dxa")
	b.w.Raw(`<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`)
	b.w.Close()
	b.w.Open("w:tblGrid")
	for _, wide := range wides {
		b.w.Empty("w:gridCol", "w:w", strconv.Itoa(wide))
	}
	b.w.Close()
	if t.HasHead() {
		b.row(t, wides, headRow(t), rowSetting{whole: true, head: true, keepNext: true})
	}
	last := len(t.Rows) - 1
	for i, row := range t.Rows {
		tied := i < last && (measured.Whole || measured.Tied[i]) || i == last && b.tie
		b.row(t, wides, row, rowSetting{whole: !measured.Tall[i], keepNext: tied})
	}
	b.w.Close()
	b.afterTable()
	return nil
}

// afterTable writes the paragraph that Word needs after a table; it takes no
// room to speak of.
func (b *body) afterTable() {
	b.w.Raw(`<w:p><w:pPr>`)
	if b.tie {
		b.w.Raw("<w:keepNext/>")
	}
	b.w.Raw(`<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>`)
}

func headRow(t exports.Table) exports.TableRow {
	row := exports.TableRow{}
	for _, head := range t.Heads {
		row.Cells = append(row.Cells, exports.Line{Text: head.Text, Lang: head.Lang})
	}
	return row
}

// rowSetting is how a row stands on its page.
type rowSetting struct {
	whole    bool // not torn
	head     bool // repeated on each page
	keepNext bool // stays with what follows
}

func (b *body) row(t exports.Table, wides []int, row exports.TableRow, set rowSetting) {
	b.w.Open("w:tr")
	b.w.Open("w:trPr")
	if set.whole {
		b.w.Raw("<w:cantSplit/>")
	}
	if t.IsForm() && !set.head {
		b.w.Empty("w:trHeight", "w:val", strconv.Itoa(handHigh), "w:hRule", "atLeast")
	}
	if set.head {
		b.w.Raw("<w:tblHeader/>")
	}
	b.w.Close()
	for i, cell := range row.Cells {
		b.w.Open("w:tc")
		b.w.Open("w:tcPr")
		b.w.Empty("w:tcW", "w:w", strconv.Itoa(wides[i]), "w:type", "dxa")
		if t.IsForm() {
			b.w.Raw(`<w:vAlign w:val="bottom"/>`)
		}
		b.w.Close()
		p := paragraph{style: styleCell, text: cell.Text, end: t.Heads[i].Numbers, keepNext: set.keepNext}
		if i == 0 {
			p.depth = row.Depth
		}
		b.open(p)
		if cell.Number != "" {
			b.run(runStyle{colour: quietColour}, cell.Number+" ")
		}
		b.line(cell)
		b.w.Close()
		b.w.Close()
	}
	b.w.Close()
}

// perMillimetre is how many twentieths of a point a millimetre has.
const perMillimetre = 1440 / 25.4

// twentieths are lengths as Word writes them.
func twentieths(millimetres []float64) []int {
	lengths := make([]int, len(millimetres))
	for i, length := range millimetres {
		lengths[i] = int(length * perMillimetre)
	}
	return lengths
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
		tied := b.tie
		b.tie = b.tie || f.Caption != ""
		b.picture(styleBody, file, wide, high, f.Alt)
		b.tie = tied
	}
	if f.Caption != "" {
		b.paragraph(paragraph{style: styleCaption, text: f.Caption, lang: f.AltLang(), keepNext: b.tie})
	}
	return nil
}

func (b *body) photo(p exports.Photo) {
	wide, high := p.Size(float64(b.room) / perMillimetre)
	tied := b.tie
	b.tie = true
	b.picture(stylePicture, p.JPEG, wide, high, p.Alt)
	b.tie = tied
	b.paragraph(paragraph{style: styleCaption, text: p.Caption, lang: p.Lang, keepNext: b.tie})
}

// picture writes a paragraph with a picture and what people who do not see it
// are told; its size is in millimetres.
func (b *body) picture(style string, file []byte, width, height float64, alt string) {
	const perMillimetre = 36000 // of the units of drawings
	b.pictures = append(b.pictures, file)
	n := len(b.pictures)
	wide, high := strconv.Itoa(int(width*perMillimetre)), strconv.Itoa(int(height*perMillimetre))
	id, name := strconv.Itoa(n), fmt.Sprintf("picture%d", n)
	b.open(paragraph{style: style, keepNext: b.tie})
	b.w.Open("w:r")
	b.w.Open("w:drawing")
	b.w.Open("wp:inline", "distT", "0", "distB", "0", "distL", "0", "distR", "0")
	b.w.Empty("wp:extent", "cx", wide, "cy", high)
	b.w.Empty("wp:docPr", "id", id, "name", name, "descr", alt)
	b.w.Raw(`<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>`)
	b.w.Open("a:graphic")
	b.w.Open("a:graphicData", "uri", pictureSpace)
	b.w.Open("pic:pic")
	b.w.Open("pic:nvPicPr")
	b.w.Empty("pic:cNvPr", "id", id, "name", name+picture.Ending(file), "descr", alt)
	b.w.Raw("<pic:cNvPicPr/>")
	b.w.Close()
	b.w.Open("pic:blipFill")
	b.w.Empty("a:blip", "r:embed", pictureID(n-1))
	b.w.Raw("<a:stretch><a:fillRect/></a:stretch>")
	b.w.Close()
	b.w.Raw(`<pic:spPr><a:xfrm><a:off x="0" y="0"/>`)
	b.w.Empty("a:ext", "cx", wide, "cy", high)
	b.w.Raw(`</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`)
	for range 7 { // pic, graphicData, graphic, inline, drawing, r, p
		b.w.Close()
	}
}
