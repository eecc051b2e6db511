package docx

import (
	"strconv"

	"dilna/exports/markup"
)

// Styles of paragraphs, by their ids. Word shows the names of its own ones in
// the language of the person.
const (
	styleBody      = "Normal"
	styleTitle     = "Title"
	styleGroup     = "Subtitle"
	styleProgramme = "Programme"
	styleField     = "Field"
	styleHeading   = "Heading" // with its level
	styleList      = "ListBullet"
	styleStrong    = "Effect"
	styleQuiet     = "Remark"
	stylePicture   = "Picture"
	styleCaption   = "Caption"
	styleCell      = "TableText"
	styleFooter    = "Footer"
	styleHeader    = "Header"
	styleTable     = "Minutes"
	styleContents  = "TOC" // with its level
)

// deepestHeading is the deepest level Word has a heading for.
const deepestHeading = 9

// paragraphStyle is one style; sizes are in half points, spaces in twentieths
// of a point.
type paragraphStyle struct {
	id, name, next string
	size           int
	bold           bool
	colour         string
	before, after  int
	keepNext       bool
	outline        int // level of a heading from 1; 0: none
	hanging        int // of lines after the first
	left           int
	custom         bool // none of those that Word knows
}

// ours are the styles but for headings.
var ours = []paragraphStyle{
	{id: styleTitle, name: "Title", next: styleBody, size: 46, bold: true, colour: "1B4068", after: 60, keepNext: true},
	{id: styleGroup, name: "Subtitle", next: styleBody, size: 24, bold: true, after: 200, keepNext: true},
	{id: styleProgramme, name: "Programme", custom: true, next: styleTitle, size: 19, colour: "586068", after: 60},
	{id: styleField, name: "Field", custom: true, next: styleField, after: 40, hanging: fieldTab},
	{id: styleList, name: "List Bullet", next: styleList, after: 40},
	{id: styleStrong, name: "Effect", custom: true, next: styleBody, size: 23, bold: true, before: 60, after: 80, keepNext: true},
	{id: styleQuiet, name: "Remark", custom: true, next: styleBody, size: 18, colour: "586068", after: 100},
	{id: stylePicture, name: "Picture", custom: true, next: styleCaption, before: 120, after: 60, keepNext: true},
	{id: styleCaption, name: "caption", next: styleBody, size: 18, colour: "586068", after: 160},
	{id: styleContents + "1", name: "toc 1", next: styleBody, after: 40},
	{id: styleContents + "2", name: "toc 2", next: styleBody, after: 40, left: listStep},
	{id: styleCell, name: "Table Text", custom: true, next: styleCell, size: 20, before: 30, after: 30},
	{id: styleHeader, name: "header", next: styleHeader},
	{id: styleFooter, name: "footer", next: styleFooter, size: 17, colour: "586068"},
}

// headingStyles are one for each level, the first for steps.
func headingStyles() []paragraphStyle {
	var all []paragraphStyle
	for level := 1; level <= deepestHeading; level++ {
		s := paragraphStyle{
			id: styleHeading + strconv.Itoa(level), name: "heading " + strconv.Itoa(level), next: styleBody,
			size: 21, bold: true, before: 180, after: 60, keepNext: true, outline: level,
		}
		switch level {
		case 1:
			s.size, s.colour, s.before, s.after = 28, "1B4068", 360, 100
		case 2:
			s.size, s.before = 22, 220
		default:
			s.colour = "586068"
		}
		all = append(all, s)
	}
	return all
}

func styles(tag string) []byte {
	var w markup.Writer
	w.Raw(markup.Header)
	w.Open("w:styles", "xmlns:w", wordSpace)
	w.Raw(`<w:docDefaults><w:rPrDefault><w:rPr>` +
		`<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/><w:sz w:val="21"/><w:szCs w:val="21"/>`)
	w.Empty("w:lang", "w:val", tag, "w:eastAsia", tag, "w:bidi", "he-IL")
	w.Raw(`</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` +
		`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>` +
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>` +
		`<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`)
	for _, s := range append(headingStyles(), ours...) {
		s.write(&w)
	}
	w.Raw(tableStyle)
	w.Close()
	return []byte(w.String())
}

// tableStyle is the style of tables: lines between rows, a head on a wash.
const tableStyle = `<w:style w:type="table" w:customStyle="1" w:styleId="` + styleTable + `"><w:name w:val="Minutes"/><w:basedOn w:val="TableNormal"/>` +
	`<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="C4CBD2"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="C4CBD2"/>` +
	`<w:insideH w:val="single" w:sz="4" w:space="0" w:color="C4CBD2"/></w:tblBorders></w:tblPr>` +
	`<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E8EFF6"/></w:tcPr></w:tblStylePr></w:style>`

func (s paragraphStyle) write(w *markup.Writer) {
	custom := ""
	if s.custom {
		custom = "1"
	}
	w.Open("w:style", "w:type", "paragraph", "w:customStyle", custom, "w:styleId", s.id)
	w.Empty("w:name", "w:val", s.name)
	w.Empty("w:basedOn", "w:val", styleBody)
	w.Empty("w:next", "w:val", s.next)
	w.Raw("<w:qFormat/>")
	w.Open("w:pPr")
	if s.keepNext {
		w.Raw("<w:keepNext/><w:keepLines/>")
	}
	w.Empty("w:spacing", "w:before", strconv.Itoa(s.before), "w:after", strconv.Itoa(s.after))
	if s.left > 0 {
		w.Empty("w:ind", "w:left", strconv.Itoa(s.left))
	}
	if s.hanging > 0 {
		w.Empty("w:ind", "w:left", strconv.Itoa(s.hanging), "w:hanging", strconv.Itoa(s.hanging))
	}
	if s.outline > 0 {
		w.Empty("w:outlineLvl", "w:val", strconv.Itoa(s.outline-1))
	}
	w.Close()
	w.Open("w:rPr")
	if s.bold {
		w.Raw("<w:b/><w:bCs/>")
	}
	if s.colour != "" {
		w.Empty("w:color", "w:val", s.colour)
	}
	if s.size > 0 {
		w.Empty("w:sz", "w:val", strconv.Itoa(s.size))
		w.Empty("w:szCs", "w:val", strconv.Itoa(s.size))
	}
	w.Close()
	w.Close()
}
