// Package odt writes a document of the minutes as an ODT file, OpenDocument
// text, as LibreOffice opens it to be edited.
package odt

import (
	"context"
	"fmt"
	"io"

	"dilna/exports"
	"dilna/exports/bundle"
	"dilna/exports/markup"
	"dilna/exports/picture"
)

const mimetype = "application/vnd.oasis.opendocument.text"

// Render writes the document to w as ODT, the same bytes for the same
// document; nothing unless it can write the whole. It stops early when ctx
// ends.
func Render(ctx context.Context, doc exports.Document, w io.Writer) error {
	doc = doc.Cleaned().Held()
	doc.Blocks = exports.OutlinesFirst(doc.Blocks, picture.IsHigh)
	b := body{voices: exports.VoicesBeside(doc.Language, doc.Written), langs: map[string]bool{}, turned: map[string]bool{}, hangs: map[string]paragraphStyle{}}
	for i, block := range doc.Blocks {
		if err := ctx.Err(); err != nil {
			return err
		}
		b.tie = doc.Holds(i)
		if err := b.block(block); err != nil {
			return fmt.Errorf("make the ODT: %w", err)
		}
	}
	files := []bundle.File{
		{Name: "mimetype", Content: []byte(mimetype), Stored: true}, // first, so that its first bytes tell what it is
		{Name: "META-INF/manifest.xml", Content: b.manifest()},
		{Name: "meta.xml", Content: meta(doc)},
		{Name: "styles.xml", Content: b.styles(doc)},
		{Name: "content.xml", Content: b.content()},
	}
	for i, file := range b.pictures {
		files = append(files, bundle.File{Name: pictureName(i, file), Content: file, Stored: true})
	}
	return bundle.Write(w, files)
}

func pictureName(i int, file []byte) string {
	return fmt.Sprintf("Pictures/picture%d%s", i+1, picture.Ending(file))
}

// spaces are the namespaces of all parts.
var spaces = []string{
	"xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
	"xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
	"xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
	"xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
	"xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
	"xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
	"xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
	"xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
	"xmlns:xlink", "http://www.w3.org/1999/xlink",
	"xmlns:dc", "http://purl.org/dc/elements/1.1/",
	"office:version", "1.3",
}

func (b *body) manifest() []byte {
	var w markup.Writer
	w.Raw(markup.Header)
	w.Open("manifest:manifest", "xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest:version", "1.3")
	w.Empty("manifest:file-entry", "manifest:full-path", "/", "manifest:version", "1.3", "manifest:media-type", mimetype)
	for _, name := range []string{"content.xml", "styles.xml", "meta.xml"} {
		w.Empty("manifest:file-entry", "manifest:full-path", name, "manifest:media-type", "text/xml")
	}
	for i, file := range b.pictures {
		w.Empty("manifest:file-entry", "manifest:full-path", pictureName(i, file), "manifest:media-type", picture.Type(file))
	}
	w.Close()
	return []byte(w.String())
}

// meta are the properties of the file. Its dates are the day of the approval, or
// of the workshop, so that exporting again gives the same file.
func meta(doc exports.Document) []byte {
	var w markup.Writer
	w.Raw(markup.Header)
	w.Open("office:document-meta", spaces...)
	w.Open("office:meta")
	w.Element("dc:title", doc.Title)
	w.Element("dc:subject", doc.Stamp())
	w.Element("meta:initial-creator", doc.Author)
	w.Element("dc:creator", doc.Author)
	w.Element("dc:language", doc.Language)
	w.Element("meta:generator", "Dílna")
	for _, said := range [][2]string{{"Identifier", doc.Number}, {"Version", doc.Version}, {"Approval", doc.Approval}} {
		if said[1] != "" {
			w.Element("meta:user-defined", said[1], "meta:name", said[0])
		}
	}
	if !doc.Date.IsZero() {
		day := doc.Date.UTC().Format("2006-01-02T15:04:05")
		w.Element("meta:creation-date", day)
		w.Element("dc:date", day)
	}
	w.Close()
	w.Close()
	return []byte(w.String())
}
