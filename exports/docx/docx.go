// Package docx writes a document of the minutes as a DOCX file, as Word and
// LibreOffice open it to be edited: real styles and headings, heads of tables
// repeated, languages said, drawings with their texts.
package docx

import (
	"context"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"dilna/exports"
	"dilna/exports/bundle"
	"dilna/exports/markup"
	"dilna/exports/picture"
)

// Render writes the document to w as DOCX, the same bytes for the same
// document; nothing unless it can write the whole. It stops early when ctx
// ends.
func Render(ctx context.Context, doc exports.Document, w io.Writer) error {
	return RenderOn(ctx, doc, nil, w)
}

// RenderOn is Render on an office's stationery (nil: on our own paper): in its
// styles, on its pages, with its head and foot.
func RenderOn(ctx context.Context, doc exports.Document, stationery []byte, w io.Writer) error {
	doc = doc.Cleaned().Held()
	doc.Blocks = exports.OutlinesFirst(doc.Blocks, picture.IsHigh)
	tag := regional(doc.Language)
	on, err := paperOf(doc, tag, stationery)
	if err != nil {
		return fmt.Errorf("make the DOCX: %w", err)
	}
	b := body{tag: tag, paper: on, room: on.wide, voices: exports.VoicesBeside(doc.Language, doc.Written)}
	for i, block := range doc.Blocks {
		if err := ctx.Err(); err != nil {
			return err
		}
		b.tie = doc.Holds(i)
		if err := b.before(doc.Blocks[i+1:], block); err != nil {
			return fmt.Errorf("make the DOCX: %w", err)
		}
		if err := b.block(block); err != nil {
			return fmt.Errorf("make the DOCX: %w", err)
		}
	}
	return bundle.Write(w, b.files(doc))
}

// regional is a language with its region, as Word writes it: cs-CZ.
func regional(tag string) string {
	lang, region := exports.Regional(tag)
	return strings.TrimSuffix(lang+"-"+region, "-")
}

// Namespaces of the parts.
const (
	wordSpace     = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	drawingSpace  = "http://schemas.openxmlformats.org/drawingml/2006/main"
	pictureSpace  = "http://schemas.openxmlformats.org/drawingml/2006/picture"
	placingSpace  = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
	relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageSpace  = "http://schemas.openxmlformats.org/package/2006"
	wordPart      = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

// files are the parts of the file in the order Word writes them.
func (b *body) files(doc exports.Document) []bundle.File {
	parts := append([]part{
		{propertiesPart, "application/vnd.openxmlformats-package.core-properties+xml", properties(doc, b.tag)},
		{mainPart, wordPart + "document.main+xml", b.document()},
	}, b.paper.parts...)
	files := []bundle.File{
		{Name: "[Content_Types].xml", Content: contentTypes(parts)},
		{Name: "_rels/.rels", Content: relations([]relation{
			{id: "document", kind: relationSpace + "/officeDocument", target: mainPart},
			{id: "properties", kind: packageSpace + "/relationships/metadata/core-properties", target: propertiesPart},
		})},
		{Name: relationsOf(mainPart), Content: relations(b.relations())},
	}
	for _, p := range parts {
		files = append(files, bundle.File{Name: p.name, Content: p.content})
	}
	files = append(files, b.paper.beside...)
	for i, file := range b.pictures {
		files = append(files, bundle.File{Name: b.pictureName(i), Content: file, Stored: true})
	}
	return files
}

const (
	mainPart       = "word/document.xml" // the text
	propertiesPart = "docProps/core.xml"
)

// relationsOf is the part that says where a part leads to.
func relationsOf(name string) string {
	return path.Dir(name) + "/_rels/" + path.Base(name) + ".rels"
}

// part is a file of XML in the DOCX.
type part struct {
	name, contentType string
	content           []byte
}

// relation leads from one part to another.
type relation struct {
	id, kind, target string
	outside          bool // the target is an address
}

func (b *body) relations() []relation {
	all := slices.Clone(b.paper.relations)
	for i := range b.pictures {
		all = append(all, relation{id: pictureID(i), kind: relationSpace + "/image", target: "/" + b.pictureName(i)})
	}
	for i, uri := range b.links {
		all = append(all, relation{linkID(i), relationSpace + "/hyperlink", uri, true})
	}
	return all
}

func linkID(i int) string    { return fmt.Sprintf("link%d", i+1) }
func pictureID(i int) string { return fmt.Sprintf("picture%d", i+1) }
func (b *body) pictureName(i int) string {
	return b.paper.free("word/media/" + pictureID(i) + picture.Ending(b.pictures[i]))
}

func contentTypes(parts []part) []byte {
	var w markup.Writer
	w.Raw(markup.Header)
	w.Open("Types", "xmlns", packageSpace+"/content-types")
	w.Empty("Default", "Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml")
	w.Empty("Default", "Extension", "xml", "ContentType", "application/xml")
	w.Empty("Default", "Extension", "png", "ContentType", "image/png")
	w.Empty("Default", "Extension", "jpg", "ContentType", "image/jpeg")
	for _, p := range parts {
		w.Empty("Override", "PartName", "/"+p.name, "ContentType", p.contentType)
	}
	w.Close()
	return []byte(w.String())
}

func relations(all []relation) []byte {
	var w markup.Writer
	w.Raw(markup.Header)
	w.Open("Relationships", "xmlns", packageSpace+"/relationships")
	for _, r := range all {
		mode := ""
		if r.outside {
			mode = "External"
		}
		w.Empty("Relationship", "Id", r.id, "Type", r.kind, "Target", r.target, "TargetMode", mode)
	}
	w.Close()
	return []byte(w.String())
}

// properties are what Word shows of a file without opening it. Its dates are
// the day of the approval or of the workshop, so that exporting again gives the same file.
func properties(doc exports.Document, tag string) []byte {
	var w markup.Writer
	w.Raw(markup.Header)
	w.Open("cp:coreProperties", "xmlns:cp", packageSpace+"/metadata/core-properties",
		"xmlns:dc", "http://purl.org/dc/elements/1.1/", "xmlns:dcterms", "http://purl.org/dc/terms/",
		"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
	w.Element("dc:title", doc.Title)
	w.Element("dc:creator", doc.Author)
	w.Element("dc:subject", doc.Stamp())
	w.Element("dc:language", tag)
	if doc.Number != "" {
		w.Element("dc:identifier", doc.Number)
	}
	if doc.Version != "" {
		w.Element("cp:version", doc.Version)
	}
	if !doc.Date.IsZero() {
		day := doc.Date.UTC().Format("2006-01-02T15:04:05Z")
		w.Element("dcterms:created", day, "xsi:type", "dcterms:W3CDTF")
		w.Element("dcterms:modified", day, "xsi:type", "dcterms:W3CDTF")
	}
	w.Close()
	return []byte(w.String())
}
