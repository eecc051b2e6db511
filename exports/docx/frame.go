package docx

import (
	"strconv"

	"dilna/exports"
	"dilna/exports/markup"
)

// deepestList is the deepest level of a list that Word knows.
const deepestList = 9

// numbering has one list, bulleted on all its levels.
func numbering() []byte {
	var w markup.Writer
	w.Raw(markup.Header)
	w.Open("w:numbering", "xmlns:w", wordSpace)
	w.Raw(bullets("0"))
	w.Raw(`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)
	w.Close()
	return []byte(w.String())
}

// bullets is how a list looks on each of its levels.
func bullets(id string) string {
	var w markup.Writer
	w.Open("w:abstractNum", "w:abstractNumId", id)
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
	return w.String()
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

// footer is the foot of each page: what it is, and which page of how many; under
// it what is long where an office files minutes.
func footer(doc exports.Document, on paper) []byte {
	var w markup.Writer
	w.Raw(markup.Header)
	w.Open("w:ftr", "xmlns:w", wordSpace)
	w.Open("w:p")
	w.Open("w:pPr")
	w.Empty("w:pStyle", "w:val", on.id(styleFooter))
	w.Raw(`<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="C4CBD2"/></w:pBdr><w:tabs>`)
	w.Empty("w:tab", "w:val", "right", "w:pos", strconv.Itoa(on.wide))
	w.Raw(`</w:tabs>`)
	w.Close()
	w.Raw(`<w:bookmarkStart w:id="0" ` + footMark + `/><w:bookmarkEnd w:id="0"/>`)
	foot := body{}
	foot.stretches(runStyle{}, doc.Foot) // a foot has no links of its own
	w.Raw(foot.w.String())
	w.Raw(`<w:r><w:tab/></w:r>`)
	run(&w, runStyle{}, doc.Page+"\u00a0")
	field(&w, "PAGE")
	run(&w, runStyle{}, " "+doc.Of+" ")
	field(&w, "NUMPAGES")
	if under := doc.StampUnder(); under != "" {
		w.Raw(`<w:r><w:br/></w:r>`)
		foot = body{}
		foot.stretches(runStyle{}, under)
		w.Raw(foot.w.String())
	}
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

// header is a head of each page with nothing in it but a word across the page.
func header(word string, on paper) []byte {
	var w markup.Writer
	w.Raw(markup.Header)
	w.Open("w:hdr", "xmlns:w", wordSpace)
	w.Raw(watermark(word, on))
	w.Close()
	return []byte(w.String())
}

// watermarkShape begins the name of a shape that Word takes for a watermark.
const watermarkShape = "PowerPlusWaterMarkObject"

// watermark is a paragraph of a head with a word across the page, as Word makes it
// itself: only a shape of that name counts as a watermark.
func watermark(word string, on paper) string {
	var w markup.Writer
	w.Open("w:p", "xmlns:w", wordSpace, "xmlns:v", "urn:schemas-microsoft-com:vml", "xmlns:o", "urn:schemas-microsoft-com:office:office")
	w.Raw(`<w:pPr><w:pStyle w:val="` + on.id(styleHeader) + `"/></w:pPr><w:r><w:rPr><w:noProof/></w:rPr><w:pict>` +
		`<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">` +
		`<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/>` +
		`<v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>` +
		`<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>`)
	w.Open("v:shape", "id", watermarkShape+"1", "o:spid", "_x0000_s2049", "type", "#_x0000_t136", "alt", word,
		"style", "position:absolute;margin-left:0;margin-top:0;width:430pt;height:130pt;rotation:315;z-index:-251658752;"+
			"mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin",
		"o:allowincell", "f", "fillcolor", "#d5dbe1", "stroked", "f")
	w.Raw(`<v:fill opacity=".4"/>`)
	w.Empty("v:textpath", "style", "font-family:Calibri;font-size:1pt;font-weight:bold", "string", word)
	w.Close()
	w.Raw(`</w:pict></w:r>`)
	w.Close()
	return w.String()
}
