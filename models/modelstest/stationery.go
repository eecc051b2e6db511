package modelstest

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
)

// Parts are the files in an office's Word file, by their names.
type Parts map[string]string

// Packed is the Word file.
func (p Parts) Packed() []byte {
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	var names []string
	for name := range p {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		f, err := archive.Create(name)
		if err == nil {
			_, err = f.Write([]byte(p[name]))
		}
		if err != nil {
			panic(err) // into memory: it cannot
		}
	}
	if err := archive.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// With is the file with a part put in or another one in its place.
func (p Parts) With(name, content string) Parts {
	next := Parts{name: content}
	for old, was := range p {
		if old != name {
			next[old] = was
		}
	}
	return next
}

// Replaced is the file with a text of one part replaced.
func (p Parts) Replaced(name, old, with string) Parts {
	if !strings.Contains(p[name], old) {
		panic(fmt.Sprintf("%s does not say %s", name, old))
	}
	return p.With(name, strings.Replace(p[name], old, with, 1))
}

const (
	officeWord  = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	officeKind  = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	officeLeads = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// dot is a picture of one pixel.
var dot = func() string {
	png, err := base64.StdEncoding.DecodeString("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg==")
	if err != nil {
		panic(err)
	}
	return string(png)
}()

// CzechOffice is a file as Czech Word keeps it: ids of styles are Czech, fonts come
// from a theme; pages with a head of their own on the first one, a coat of arms, a
// foot; protected against changes, begun from a template on somebody's disk.
func CzechOffice() Parts {
	return Parts{
		"[Content_Types].xml": types(
			`<Default Extension="png" ContentType="image/png"/>`, "word/document.xml", "document.main", "word/styles.xml", "styles", "word/numbering.xml", "numbering", "word/settings.xml", "settings",
			"word/header1.xml", "header", "word/header2.xml", "header", "word/footer1.xml", "footer", "word/comments.xml", "comments") +
			`<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>`,
		"_rels/.rels": leads("rId1", "officeDocument", "word/document.xml"),
		"word/_rels/document.xml.rels": leads("rId1", "styles", "styles.xml", "rId2", "numbering", "numbering.xml", "rId3", "settings", "settings.xml", "rId4", "theme", "theme/theme1.xml",
			"rId5", "header", "header1.xml", "rId6", "header", "header2.xml", "rId7", "footer", "footer1.xml", "rId8", "comments", "comments.xml"),
		"word/document.xml": `<w:document ` + officeWord + `><w:body><w:p><w:r><w:t>Vzorový text, který v zápise být nesmí</w:t></w:r></w:p>` +
			`<w:sectPr><w:headerReference w:type="first" r:id="rId5"/><w:headerReference w:type="default" r:id="rId6"/><w:footerReference w:type="default" r:id="rId7"/>` +
			`<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1134" w:bottom="1701" w:left="1701" w:header="709" w:footer="709" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/><w:docGrid w:linePitch="360"/></w:sectPr></w:body></w:document>`,
		"word/styles.xml": `<w:styles ` + officeWord + `><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>` +
			`<w:style w:type="paragraph" w:default="1" w:styleId="Normln"><w:name w:val="Normal"/><w:rPr><w:lang w:val="cs-CZ"/></w:rPr></w:style>` +
			`<w:style w:type="table" w:default="1" w:styleId="Normlntabulka"><w:name w:val="Normal Table"/></w:style>` +
			`<w:style w:type="paragraph" w:styleId="Nzev"><w:name w:val="Title"/><w:basedOn w:val="Normln"/><w:rPr><w:rFonts w:asciiTheme="majorHAnsi"/><w:b/><w:color w:val="8B0000"/><w:sz w:val="40"/></w:rPr></w:style>` +
			`<w:style w:type="paragraph" w:styleId="Nadpis1"><w:name w:val="heading 1"/><w:basedOn w:val="Normln"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:color w:val="8B0000"/><w:sz w:val="28"/></w:rPr></w:style>` +
			`<w:style w:type="paragraph" w:styleId="Nadpis2"><w:name w:val="heading 2"/><w:basedOn w:val="Nadpis1"/><w:rPr><w:b w:val="0"/><w:i/><w:sz w:val="24"/></w:rPr></w:style>` +
			`<w:style w:type="paragraph" w:styleId="Zpat"><w:name w:val="footer"/><w:basedOn w:val="Normln"/></w:style></w:styles>`,
		"word/numbering.xml": `<w:numbering ` + officeWord + `><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="7"/></w:num></w:numbering>`,
		"word/settings.xml":  `<w:settings ` + officeWord + `><w:attachedTemplate r:id="rId1"/><w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:defaultTabStop w:val="709"/></w:settings>`,
		"word/_rels/settings.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + officeLeads +
			`attachedTemplate" Target="file:///C:/sablony/zapis.dotx" TargetMode="External"/></Relationships>`,
		"word/theme/theme1.xml": `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Kraj"><a:themeElements><a:fontScheme name="Kraj">` +
			`<a:majorFont><a:latin typeface="Georgia"/></a:majorFont><a:minorFont><a:latin typeface="Arial"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>`,
		"word/header1.xml":            round("hdr", "Krajský úřad Moravskoslezského kraje, 28. října 117, Ostrava") + "",
		"word/_rels/header1.xml.rels": leads("rId1", "image", "media/image1.png", "rId2", "hyperlink", "https://example.cz/"),
		"word/media/image1.png":       dot,
		"word/header2.xml":            round("hdr", "KÚ MSK"),
		"word/footer1.xml":            round("ftr", "Tel. 595 622 222"),
		"word/comments.xml":           `<w:comments ` + officeWord + `/>`,
		"docProps/app.xml":            `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>Kdosi</Company></Properties>`,
	}
}

// BareOffice is a template with hardly anything in it, on another paper, as another
// program writes it: no lists, no settings, no head and no foot.
func BareOffice() Parts {
	return Parts{
		"[Content_Types].xml":          types("", "word/document.xml", "template.main", "word/styles.xml", "styles") + `</Types>`,
		"_rels/.rels":                  leads("a", "officeDocument", "/word/document.xml"),
		"word/_rels/document.xml.rels": leads("styles", "styles", "/word/styles.xml"),
		"word/document.xml":            `<w:document ` + officeWord + `><w:body><w:p/><w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>`,
		"word/styles.xml": `<w:styles ` + officeWord + `><w:style w:type="paragraph" w:default="1" w:styleId="Default"><w:name w:val="Default"/><w:rPr><w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif"/><w:sz w:val="24"/></w:rPr></w:style>` +
			`<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="Chapter"/><w:basedOn w:val="Default"/></w:style></w:styles>`,
	}
}

// BookletOffice has pages that differ left and right, a head on neither of the right
// ones, and styles that minutes have names for, too.
func BookletOffice() Parts {
	p := CzechOffice().
		Replaced("word/document.xml", `<w:headerReference w:type="default" r:id="rId6"/>`, `<w:headerReference w:type="even" r:id="rId6"/>`).
		Replaced("word/document.xml", `<w:pgSz w:w="11906" w:h="16838"/>`, `<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>`).
		Replaced("word/settings.xml", `<w:defaultTabStop`, `<w:evenAndOddHeaders/><w:defaultTabStop`)
	return p.Replaced("word/styles.xml", `</w:styles>`,
		`<w:style w:type="paragraph" w:customStyle="1" w:styleId="poznamka"><w:name w:val="Remark"/><w:basedOn w:val="Normln"/></w:style>`+
			`<w:style w:type="table" w:customStyle="1" w:styleId="tabulkazapisu"><w:name w:val="Minutes"/></w:style></w:styles>`)
}

func types(first string, parts ...string) string {
	said := `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` + first
	for i := 0; i < len(parts); i += 2 {
		said += `<Override PartName="/` + parts[i] + `" ContentType="` + officeKind + parts[i+1] + `+xml"/>`
	}
	return said
}

func leads(to ...string) string {
	said := `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	for i := 0; i < len(to); i += 3 {
		mode := ""
		if strings.Contains(to[i+2], "://") {
			mode = ` TargetMode="External"`
		}
		said += `<Relationship Id="` + to[i] + `" Type="` + officeLeads + to[i+1] + `" Target="` + to[i+2] + `"` + mode + `/>`
	}
	return said + `</Relationships>`
}

func round(what, text string) string {
	return `<w:` + what + ` ` + officeWord + `><w:p><w:r><w:t>` + text + `</w:t></w:r></w:p></w:` + what + `>`
}
