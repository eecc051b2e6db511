package odt

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"dilna/exports"
	"dilna/exports/markup"
)

// Styles of paragraphs, by their names.
const (
	styleBody      = "Standard"
	styleTitle     = "Title"
	styleGroup     = "Subtitle"
	styleProgramme = "Programme"
	styleField     = "Field"
	styleHeading   = "Heading" // with its level
	styleList      = "List"
	styleNumbered  = "Numbered" // with where it stands
	styleStrong    = "Effect"
	styleQuiet     = "Remark"
	stylePicture   = "Figure"
	styleCaption   = "Caption"
	styleQuietKept = "Remark_kept" // with what it heads
	styleCell      = "Cell"
	styleUnder     = "Cell_under" // with its depth
	styleNumber    = "Cell_number"
	styleHeadCell  = "Cell_head"
	styleHeadEnd   = "Cell_head_number"
	styleFooter    = "Footer"
	styleBullets   = "Bullets"
	styleContents  = "Contents" // with its level

	keptNext = "_kept" // ends the names of styles for lines that stay with the one that follows
	torn     = "_torn" // likewise for lines so tall that they may be torn
)

// Deepest levels that have a style.
const (
	deepestHeading = 9
	deepestList    = 10
	deepestUnder   = 9
)

// paragraphStyle is one style; sizes are in points, spaces in millimetres.
type paragraphStyle struct {
	name          string
	level         int // of a heading; 0: none
	size          float64
	bold          bool
	colour        string
	before, after float64
	left, hanging float64
	keepNext      bool
	whole         bool // not torn
	end           bool
	dots          bool // up to a number at the right edge
}

const (
	strongColour = "#1b4068"
	quietColour  = "#586068"
)

// all are the styles of the document.
func all() []paragraphStyle {
	list := []paragraphStyle{
		{name: styleTitle, size: 23, bold: true, colour: strongColour, after: 1, keepNext: true},
		{name: styleGroup, size: 12, bold: true, after: 4, keepNext: true},
		{name: styleProgramme, size: 9.5, colour: quietColour, after: 1},
		{name: styleField, after: 0.7, left: 46, hanging: 46},
		{name: styleList, after: 0.7, whole: true},
		{name: styleList + keptNext, after: 0.7, whole: true, keepNext: true},
		{name: styleList + torn, after: 0.7},
		{name: styleStrong, size: 11.5, bold: true, before: 1, after: 1.4, keepNext: true},
		{name: styleQuiet, size: 9, colour: quietColour, before: 1, after: 1.8},
		{name: stylePicture, before: 2, keepNext: true},
		{name: styleCaption, size: 9, colour: quietColour, after: 3},
		{name: styleQuietKept, size: 9, colour: quietColour, before: 1, after: 1, keepNext: true},
		{name: styleContents + "1", after: 0.7, dots: true},
		{name: styleContents + "2", after: 0.7, left: 6, dots: true},
		{name: styleCell, size: 10},
		{name: styleNumber, size: 10, end: true},
		{name: styleHeadCell, size: 10, bold: true},
		{name: styleHeadEnd, size: 10, bold: true, end: true},
		{name: styleFooter, size: 8.5, colour: quietColour},
	}
	for level := 1; level <= deepestHeading; level++ {
		s := paragraphStyle{name: styleHeading + strconv.Itoa(level), level: level, size: 10.5, bold: true, before: 3, after: 1, keepNext: true}
		switch level {
		case 1:
			s.size, s.colour, s.before, s.after = 14, strongColour, 6.5, 1.8
		case 2:
			s.size, s.before = 11, 4
		default:
			s.colour = quietColour
		}
		list = append(list, s)
	}
	for depth := 1; depth <= deepestUnder; depth++ {
		list = append(list, paragraphStyle{name: styleUnder + strconv.Itoa(depth), size: 10, left: float64(depth) * 6})
	}
	return list
}

func (b *body) styles(doc exports.Document) []byte {
	var w markup.Writer
	w.Raw(markup.Header)
	w.Open("office:document-styles", spaces...)
	w.Open("office:styles")
	lang, region := exports.Regional(doc.Language)
	w.Open("style:default-style", "style:family", "paragraph")
	w.Empty("style:paragraph-properties", "fo:margin-bottom", "2.1mm", "fo:line-height", "115%", "fo:orphans", "2", "fo:widows", "2", "style:writing-mode", "lr-tb")
	w.Empty("style:text-properties", "fo:font-family", "Calibri, Carlito, 'DejaVu Sans', sans-serif", "style:font-family-generic", "swiss", "fo:font-size", "10.5pt",
		"style:font-family-complex", "'DejaVu Sans', Arial, sans-serif", "style:font-size-complex", "10.5pt", "fo:language", lang, "fo:country", region)
	w.Close()
	w.Empty("style:style", "style:name", styleBody, "style:family", "paragraph")
	for _, s := range all() {
		s.write(&w)
	}
	for _, name := range slices.Sorted(maps.Keys(b.hangs)) {
		b.hangs[name].write(&w)
	}
	w.Raw(textStyles)
	bulletStyle(&w)
	w.Close()
	w.Raw(pageStyles)
	masterPage(&w, doc)
	w.Close()
	return []byte(w.String())
}

func (s paragraphStyle) write(w *markup.Writer) {
	level := ""
	if s.level > 0 {
		level = strconv.Itoa(s.level)
	}
	w.Open("style:style", "style:name", s.name, "style:family", "paragraph", "style:parent-style-name", styleBody, "style:default-outline-level", level)
	keep, whole, end := "", "", ""
	if s.whole {
		whole = "always"
	}
	if s.keepNext {
		keep = "always"
	}
	if s.end {
		end = "end"
	}
	w.Open("style:paragraph-properties", "fo:margin-top", mm(s.before), "fo:margin-bottom", mm(s.after),
		"fo:margin-left", mm(s.left), "fo:text-indent", mm(-s.hanging), "fo:keep-with-next", keep, "fo:keep-together", whole, "fo:text-align", end)
	if s.hanging > 0 {
		w.Raw("<style:tab-stops>")
		w.Empty("style:tab-stop", "style:position", "0mm") // counted from the left edge of the lines
		w.Raw("</style:tab-stops>")
	}
	if s.dots {
		w.Raw("<style:tab-stops>")
		w.Empty("style:tab-stop", "style:position", mm(textWide-s.left), "style:type", "right", "style:leader-style", "dotted", "style:leader-text", ".")
		w.Raw("</style:tab-stops>")
	}
	w.Close()
	size, weight := "", ""
	if s.size > 0 {
		size = fmt.Sprintf("%gpt", s.size)
	}
	if s.bold {
		weight = "bold"
	}
	w.Empty("style:text-properties", "fo:font-size", size, "style:font-size-complex", size, "fo:font-weight", weight, "style:font-weight-complex", weight, "fo:color", s.colour)
	w.Close()
}

func mm(millimetres float64) string { return fmt.Sprintf("%.2fmm", millimetres) }

// textStyles are styles of parts of a paragraph.
const textStyles = `<style:style style:name="Quiet" style:family="text"><style:text-properties fo:color="#586068"/></style:style>` +
	`<style:style style:name="Small" style:family="text"><style:text-properties fo:color="#586068" fo:font-size="9pt" style:font-size-complex="9pt"/></style:style>` +
	`<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold" style:font-weight-complex="bold"/></style:style>` +
	`<style:style style:name="Lead" style:family="text"><style:text-properties fo:color="#000000" style:text-underline-style="none"/></style:style>` +
	`<style:style style:name="Mark" style:family="text"><style:text-properties fo:color="#1b4068" fo:font-weight="bold"/></style:style>`

func bulletStyle(w *markup.Writer) {
	const step = 6.0 // millimetres from one level to the next
	w.Open("text:list-style", "style:name", styleBullets)
	for level := 1; level <= deepestList; level++ {
		w.Open("text:list-level-style-bullet", "text:level", strconv.Itoa(level), "text:bullet-char", []string{"•", "–", "·"}[min(level-1, 2)], "text:style-name", "Quiet")
		w.Open("style:list-level-properties", "text:list-level-position-and-space-mode", "label-alignment")
		w.Empty("style:list-level-label-alignment", "text:label-followed-by", "listtab", "text:list-tab-stop-position", mm(float64(level)*step),
			"fo:margin-left", mm(float64(level)*step), "fo:text-indent", mm(-step))
		w.Close()
		w.Close()
	}
	w.Close()
}

// pageStyles is A4 with margins of 22 mm.
const pageStyles = `<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" ` +
	`fo:margin-top="20mm" fo:margin-bottom="12mm" fo:margin-left="22mm" fo:margin-right="22mm" style:print-orientation="portrait"/>` +
	`<style:footer-style><style:header-footer-properties fo:min-height="10mm" fo:margin-top="5mm"/></style:footer-style></style:page-layout>` +
	`<style:style style:name="Foot" style:family="paragraph" style:parent-style-name="Footer"><style:paragraph-properties fo:border-top="0.5pt solid #c4cbd2" fo:padding-top="2mm">` +
	`<style:tab-stops><style:tab-stop style:position="166mm" style:type="right"/></style:tab-stops></style:paragraph-properties></style:style>` +
	`<style:style style:name="Watermark" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="solid" draw:fill-color="#d5dbe1" draw:opacity="50%" draw:auto-grow-height="false" draw:auto-grow-width="false" fo:wrap-option="no-wrap" ` +
	`style:run-through="background" style:wrap="run-through" style:vertical-pos="middle" style:vertical-rel="page" style:horizontal-pos="center" style:horizontal-rel="page" style:flow-with-text="false"/>` +
	`<style:text-properties fo:font-family="Calibri, Carlito, 'DejaVu Sans', sans-serif" fo:font-weight="bold"/></style:style></office:automatic-styles>`

// masterPage is what stands on each page around the text.
func masterPage(w *markup.Writer, doc exports.Document) {
	w.Open("office:master-styles")
	w.Open("style:master-page", "style:name", "Standard", "style:page-layout-name", "A4")
	if doc.Draft != "" {
		w.Open("style:header")
		w.Open("text:p", "text:style-name", styleFooter)
		watermark(w, doc.Draft)
		w.Close()
		w.Close()
	}
	w.Open("style:footer")
	w.Open("text:p", "text:style-name", "Foot")
	w.Text(doc.Foot)
	w.Raw("<text:tab/>")
	w.Text(doc.Page + "\u00a0")
	w.Raw(`<text:page-number text:select-page="current">1</text:page-number> `)
	w.Text(doc.Of)
	w.Raw(` <text:page-count>1</text:page-count>`)
	if under := doc.StampUnder(); under != "" {
		w.Raw("<text:line-break/>")
		w.Text(under)
	}
	w.Close()
	w.Close()
	w.Close()
	w.Close()
}

// watermark is a word across the page: letters stretched into a shape.
func watermark(w *markup.Writer, word string) {
	w.Open("draw:custom-shape", "draw:name", "PowerPlusWaterMarkObject", "draw:style-name", "Watermark", "text:anchor-type", "char",
		"svg:width", "150mm", "svg:height", "48mm", "draw:transform", "rotate (0.785398163397448) translate (12mm 175mm)")
	w.Element("text:p", word)
	w.Raw(`<draw:enhanced-geometry svg:viewBox="0 0 21600 21600" draw:text-areas="0 0 21600 21600" draw:text-path="true" draw:text-path-mode="shape" ` +
		`draw:text-path-scale="path" draw:type="fontwork-plain-text" draw:modifiers="10800" draw:enhanced-path="M 0 0 L 21600 0 N M 0 21600 L 21600 21600 N"/>`)
	w.Close()
}
