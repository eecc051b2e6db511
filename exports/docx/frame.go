package docx

import (
	"strconv"

	"dilna/exports"
	"dilna/exports/markup"
)

// Measures in twentieths of a point: A4 with margins of 22 mm, and what of it
// is for text.
const (
	paperWide = 11906
	paperHigh = 16838
	margin    = 1247
	textWide  = paperWide - 2*margin
	fieldTab  = 2600 // where the values of the head begin
	listStep  = 340  // from one level of a list to the next
	columnGap = 340  // between columns of a list
)

// deepestList is the deepest level of a list that Word knows.
const deepestList = 9

// document is the main part, with the blocks written into it.
func (b *body) document(doc exports.Document) []byte {
	var w markup.Writer
	w.Raw(markup.Header)
	w.Open("w:document", "xmlns:w", wordSpace, "xmlns:r", relationSpace, "xmlns:wp", placingSpace, "xmlns:a", drawingSpace, "xmlns:pic", pictureSpace)
	w.Open("w:body")
	w.Raw(b.w.String())
	w.Raw(sectionOf(b.frame, b.sections, 1))
	w.Close()
	w.Close()
	return []byte(w.String())
}

// frameOf says which head and foot the pages have.
func frameOf(doc exports.Document) string {
	var w markup.Writer
	if doc.Draft != "" {
		w.Empty("w:headerReference", "w:type", "default", "r:id", "header")
	}
	w.Empty("w:footerReference", "w:type", "default", "r:id", "footer")
	return w.String()
}

// sectionOf are the properties of a section: of its pages, whether it begins on
// the page of the one before, how many columns it has.
func sectionOf(frame string, goesOn bool, columns int) string {
	var w markup.Writer
	w.Open("w:sectPr")
	w.Raw(frame)
	if goesOn {
		w.Raw(`<w:type w:val="continuous"/>`)
	}
	w.Empty("w:pgSz", "w:w", strconv.Itoa(paperWide), "w:h", strconv.Itoa(paperHigh))
	all := strconv.Itoa(margin)
	w.Empty("w:pgMar", "w:top", "1134", "w:right", all, "w:bottom", "1304", "w:left", all, "w:header", "567", "w:footer", "567", "w:gutter", "0")
	if columns > 1 {
		w.Empty("w:cols", "w:num", strconv.Itoa(columns), "w:space", strconv.Itoa(columnGap))
	}
	w.Close()
	return w.String()
}

// numbering has one list, bulleted on all its levels.
func numbering() []byte {
	var w markup.Writer
	w.Raw(markup.Header)
	w.Open("w:numbering", "xmlns:w", wordSpace)
	w.Open("w:abstractNum", "w:abstractNumId", "0")
	w.Empty("w:multiLevelType", "w:val", "hybridMultilevel")
	for level := range deepestList {
		w.Open("w:lvl", "w:ilvl", strconv.Itoa(level))
		w.Raw(`<w:start w:val="1"/><w:numFmt w:val="bullet"/>`)
		w.Empty("w:lvlText", "w:val", []string{"•", "–", "·"}[min(level, 2)])
		w.Raw(`<w:lvlJc w:val="left"/><w:pPr>`)
		w.Empty("w:ind", "w:left", strconv.Itoa((level+1)*listStep), "w:hanging", strconv.Itoa(listStep))
		w.Raw(`</w:pPr><w:rPr><w:color w:val="707A84"/></w:rPr>`)
		w.Close()
	}
	w.Close()
	w.Raw(`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)
	w.Close()
	return []byte(w.String())
}

func settings(tag string) []byte {
	var w markup.Writer
	w.Raw(markup.Header)
	w.Open("w:settings", "xmlns:w", wordSpace)
	w.Raw(`<w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/><w:characterSpacingControl w:val="doNotCompress"/>` +
		`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>`)
	w.Empty("w:themeFontLang", "w:val", tag)
	w.Raw(`<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>`)
	w.Close()
	return []byte(w.String())
}

// footer is the foot of each page: what it is, and which page of how many.
func footer(doc exports.Document) []byte {
	var w markup.Writer
	w.Raw(markup.Header)
	w.Open("w:ftr", "xmlns:w", wordSpace)
	w.Open("w:p")
	w.Open("w:pPr")
	w.Empty("w:pStyle", "w:val", styleFooter)
	w.Raw(`<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="C4CBD2"/></w:pBdr><w:tabs>`)
	w.Empty("w:tab", "w:val", "right", "w:pos", strconv.Itoa(textWide))
	w.Raw(`</w:tabs>`)
	w.Close()
	foot := body{}
	foot.stretches(runStyle{}, doc.Stamp()) // a foot has no links of its own
	w.Raw(foot.w.String())
	w.Raw(`<w:r><w:tab/></w:r>`)
	run(&w, runStyle{}, doc.Page+"\u00a0")
	field(&w, "PAGE")
	run(&w, runStyle{}, " "+doc.Of+" ")
	field(&w, "NUMPAGES")
	w.Close()
	w.Close()
	return []byte(w.String())
}

// field is a number that Word counts itself.
func field(w *markup.Writer, name string) {
	w.Open("w:fldSimple", "w:instr", " "+name+" ")
	w.Raw("<w:r><w:t>1</w:t></w:r>")
	w.Close()
}

// watermark is a head of each page with a word across it, as Word makes it
// itself: only a shape of that name counts as a watermark.
func watermark(word string) []byte {
	var w markup.Writer
	w.Raw(markup.Header)
	w.Open("w:hdr", "xmlns:w", wordSpace, "xmlns:v", "urn:schemas-microsoft-com:vml", "xmlns:o", "urn:schemas-microsoft-com:office:office")
	w.Raw(`<w:p><w:pPr><w:pStyle w:val="` + styleHeader + `"/></w:pPr><w:r><w:rPr><w:noProof/></w:rPr><w:pict>` +
		`<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">` +
		`<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/>` +
		`<v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>` +
		`<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>`)
	w.Open("v:shape", "id", "PowerPlusWaterMarkObject1", "o:spid", "_x0000_s2049", "type", "#_x0000_t136", "alt", word,
		"style", "position:absolute;margin-left:0;margin-top:0;width:430pt;height:130pt;rotation:315;z-index:-251658752;"+
			"mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin",
		"o:allowincell", "f", "fillcolor", "#d5dbe1", "stroked", "f")
	w.Raw(`<v:fill opacity=".4"/>`)
	w.Empty("v:textpath", "style", "font-family:Calibri;font-size:1pt;font-weight:bold", "string", word)
	w.Close()
	w.Raw(`</w:pict></w:r></w:p>`)
	w.Close()
	return []byte(w.String())
}
