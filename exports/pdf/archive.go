package pdf

import (
	"fmt"
	"time"

	"dilna/exports"
)

// creator is what the file says it was made by.
const creator = "Dílna"

// archive makes of the PDF that was drawn one that can be read by everybody and
// kept for good: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2), with a file
// attached PDF/A-3a (ISO 19005-3), which differs in nothing else.
func archive(plain []byte, doc exports.Document, with *Attachment, root *tag, pages []page, n *pen) ([]byte, error) {
	o, err := parse(plain)
	if err != nil {
		return nil, err
	}
	o.packPages()
	o.nameFonts(n.used)
	o.addSigns(n.signs.list)
	tree, numbers := o.addStructure(root, n)
	outline := ""
	if first := o.addOutline(pages, numbers); first > 0 {
		outline = fmt.Sprintf("/Outlines %d 0 R/PageMode/UseOutlines", first)
	}
	p, attached := propertiesOf(doc), ""
	if with != nil {
		p.part, attached = partWithFiles, o.addAttachment(*with, p.day)
	}
	o.set(o.info, "%s", p.dictionary())
	metadata := o.addStream("/Type/Metadata/Subtype/XML", p.xmp())
	profile := o.addStream("/N 3", srgb())
	o.set(o.catalog, "<</Type/Catalog/Pages 1 0 R/Lang(%s)/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R%s"+
		"/ViewerPreferences<</DisplayDocTitle true>>/Metadata %d 0 R"+
		"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(%[5]s)/Info(%[5]s)/DestOutputProfile %[6]d 0 R>>]%[7]s>>",
		languageOf(doc), tree, outline, metadata, srgbName, profile, attached)
	return o.file(), nil
}

// properties are what a file says about itself, once in each of two languages.
type properties struct {
	title, author, subject, language, number string
	day                                      time.Time
	part                                     int // of PDF/A
}

// The parts of PDF/A that our files are: the first allows no file of another kind within.
const (
	partAlone     = 2
	partWithFiles = 3
)

// propertiesOf says the day of the approval, or of the workshop, for every date, so that exporting
// again gives the same file; none where it is not known.
func propertiesOf(doc exports.Document) properties {
	return properties{doc.Title, doc.Author, doc.Stamp(), languageOf(doc), doc.Number, doc.Date.UTC(), partAlone}
}

func (p properties) dictionary() string {
	entries := ""
	for _, e := range []struct{ name, text string }{
		{"Title", p.title}, {"Author", p.author}, {"Subject", p.subject}, {"Creator", creator}, {"Producer", creator},
	} {
		if e.text != "" {
			entries += "/" + e.name + textString(e.text)
		}
	}
	if !p.day.IsZero() {
		day := p.day.Format(dayInPDF)
		entries += "/CreationDate" + day + "/ModDate" + day
	}
	return "<<" + entries + ">>"
}

// dayInPDF is how the dictionaries of a PDF say a time.
const dayInPDF = "(D:20060102150405Z)"

// languageOf is the language of a document where it is one, else that nothing
// is known of it.
func languageOf(doc exports.Document) string {
	if exports.IsLanguage(doc.Language) {
		return doc.Language
	}
	return exports.Undetermined
}
