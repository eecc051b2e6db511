package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"
)

// pdfaExtension describes the one property that PDF/A does not know of itself;
// it has to stand before its use.
const pdfaExtension = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"` +
	` xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">` +
	`<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">` +
	`<pdfaSchema:schema>PDF/UA</pdfaSchema:schema>` +
	`<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>` +
	`<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
	`<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">` +
	`<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>` +
	`<pdfaProperty:category>internal</pdfaProperty:category>` +
	`<pdfaProperty:description>part of ISO 14289 that the file conforms to</pdfaProperty:description>` +
	`</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`

// conformance is what the file promises to be; a part of PDF/A stands in it.
const conformance = `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">` +
	`<pdfaid:part>%d</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>` +
	`<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>`

// xmp says the properties in XML. It must say what the dictionary says.
func (p properties) xmp() []byte {
	var b bytes.Buffer
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		pdfaExtension + fmt.Sprintf(conformance, p.part) +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">`)
	day := ""
	if !p.day.IsZero() {
		day = p.day.Format(time.RFC3339)
	}
	for _, e := range []struct{ name, before, text, after string }{
		{"dc:title", `<rdf:Alt><rdf:li xml:lang="x-default">`, p.title, "</rdf:li></rdf:Alt>"},
		{"dc:creator", "<rdf:Seq><rdf:li>", p.author, "</rdf:li></rdf:Seq>"},
		{"dc:description", `<rdf:Alt><rdf:li xml:lang="x-default">`, p.subject, "</rdf:li></rdf:Alt>"},
		{"dc:language", "<rdf:Bag><rdf:li>", p.language, "</rdf:li></rdf:Bag>"},
		{"dc:identifier", "", p.number, ""},
		{"xmp:CreatorTool", "", creator, ""},
		{"pdf:Producer", "", creator, ""},
		{"xmp:CreateDate", "", day, ""},
		{"xmp:ModifyDate", "", day, ""},
	} {
		if e.text != "" {
			b.WriteString("<" + e.name + ">" + e.before + inXML(e.text) + e.after + "</" + e.name + ">")
		}
	}
	b.WriteString("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return b.Bytes()
}

func inXML(text string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(text)); err != nil {
		panic(err) // a builder takes everything
	}
	return b.String()
}
