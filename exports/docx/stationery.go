package docx

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/beevik/etree"

	"dilna/exports"
	"dilna/exports/bundle"
	"dilna/models"
)

// stationery is an office's Word file, opened: minutes take its styles, its pages,
// its head and foot, and nothing of its text (docs/adr/0050).
type stationery struct {
	files   map[string][]byte
	types   *etree.Element // what the parts are
	main    string         // the part with the text
	first   *etree.Element // section of its first pages
	section *etree.Element // of its last pages
	round   []roundPage
	kept    map[string]bool
}

// mostUnpacked is how much a stationery may be when it is unpacked, in bytes: a
// small file may claim to be a huge one.
const mostUnpacked = 20 << 20

// leastRoom is how wide the text must at least be, in twentieths of a point: 9 cm,
// for tables of votes.
const leastRoom = 5100

var (
	errUnusable = models.Fail(models.KindInvalid, models.CodeFileUnusable, models.MaxStationeryBytes>>20)
	errMacros   = models.Fail(models.KindInvalid, models.CodeFileMacros)
	errOutside  = models.Fail(models.KindInvalid, models.CodeFileOutside)
)

// readStationery opens a DOCX or DOTX. Codes: `stationery-unusable`, with how many
// MB there may be; `stationery-macros` where it holds what could run;
// `stationery-outside` where parts of it stand elsewhere.
func readStationery(file []byte) (*stationery, error) {
	if len(file) > models.MaxStationeryBytes {
		return nil, errUnusable
	}
	s := &stationery{files: map[string][]byte{}, kept: map[string]bool{}}
	if err := s.unpack(file); err != nil {
		return nil, err
	}
	types, err := s.xml("[Content_Types].xml")
	if err != nil {
		return nil, errUnusable
	}
	s.types = types.Root()
	if s.canRun() {
		return nil, errMacros
	}
	return s, s.open()
}

func (s *stationery) unpack(file []byte) error {
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return errUnusable
	}
	left := int64(mostUnpacked)
	for _, f := range archive.File {
		in, err := f.Open()
		if err != nil {
			return errUnusable
		}
		content, err := io.ReadAll(io.LimitReader(in, left+1))
		if left -= int64(len(content)); err != nil || left < 0 {
			return errUnusable
		}
		s.files[f.Name] = content
	}
	return nil
}

// canRun says whether the file holds macros, controls or embedded objects.
func (s *stationery) canRun() bool {
	for _, t := range s.types.ChildElements() {
		kind := strings.ToLower(t.SelectAttrValue("ContentType", ""))
		if strings.Contains(kind, "macroenabled") || strings.Contains(kind, "vba") || strings.Contains(kind, "activex") || strings.Contains(kind, "oleobject") {
			return true
		}
	}
	for name := range s.files {
		name = strings.ToLower(name)
		if strings.Contains(name, "vbaproject") || strings.Contains(name, "/activex/") || strings.Contains(name, "/embeddings/") {
			return true
		}
	}
	return false
}

// open finds the text and what goes round its pages.
func (s *stationery) open() error {
	for _, r := range s.relations("_rels/.rels", "") {
		if r.kind == relationSpace+"/officeDocument" {
			s.main = r.target
		}
	}
	doc, err := s.xml(s.main)
	if err != nil || doc.Root().FullTag() != "w:document" || doc.Root().SelectAttrValue("xmlns:w", "") != wordSpace {
		return errUnusable
	}
	s.readSections(doc.Root())
	if s.room() < leastRoom {
		return errUnusable
	}
	return nil
}

// room is how wide the text is on its pages, in twentieths of a point.
func (s *stationery) room() int {
	return measure(s.section, "pgSz", "w", paperWide) - measure(s.section, "pgMar", "left", margin) -
		measure(s.section, "pgMar", "right", margin) - measure(s.section, "pgMar", "gutter", 0)
}

// measure is a length that an element of a section says, or another one.
func measure(section *etree.Element, element, attribute string, otherwise int) int {
	if e := section.SelectElement("w:" + element); e != nil {
		if length, err := strconv.Atoi(e.SelectAttrValue("w:"+attribute, "")); err == nil {
			return length
		}
	}
	return otherwise
}

func (s *stationery) xml(name string) (*etree.Document, error) {
	doc := etree.NewDocument()
	content, there := s.files[name]
	if !there {
		return nil, fs.ErrNotExist
	}
	if err := doc.ReadFromBytes(content); err != nil {
		return nil, err
	}
	if doc.Root() == nil {
		return nil, io.ErrUnexpectedEOF
	}
	return doc, nil
}

// relations are where a part leads to; targets within the file are names of parts.
func (s *stationery) relations(name, folder string) []relation {
	doc, err := s.xml(name)
	if err != nil {
		return nil // a part need not lead anywhere
	}
	var all []relation
	for _, e := range doc.Root().ChildElements() {
		r := relation{
			id: e.SelectAttrValue("Id", ""), kind: e.SelectAttrValue("Type", ""), target: e.SelectAttrValue("Target", ""),
			outside: e.SelectAttrValue("TargetMode", "") == "External",
		}
		if !r.outside {
			if absolute, is := strings.CutPrefix(r.target, "/"); is {
				r.target = absolute
			} else {
				r.target = path.Join(folder, r.target)
			}
		}
		all = append(all, r)
	}
	return all
}

// unused are parts beside the text that minutes have no use for: they belong to
// that text, to whoever wrote it, or to another program.
var unused = []string{"comments", "commentsExtended", "commentsIds", "people", "customXml", "glossaryDocument", "image", "hyperlink", "header", "footer", "keyMapCustomizations", "attachedToolbars"}

// paper is the stationery as the text stands on it.
func (s *stationery) paper(doc exports.Document, tag string) (paper, error) {
	p := paper{wide: s.room(), page: s.pages()}
	goesRound := s.goesRound()
	for _, r := range s.relations(relationsOf(s.main), path.Dir(s.main)) {
		which, isRound := goesRound[r.id]
		kind := path.Base(r.kind)
		if r.outside || !isRound && slices.Contains(unused, kind) {
			continue
		}
		if s.kept[r.target] && !isRound {
			continue
		}
		r.id = "office-" + r.id
		p.relations = append(p.relations, relation{id: r.id, kind: r.kind, target: "/" + r.target})
		for _, pages := range which {
			p.goesRound(kind+"Reference", pages, r.id)
		}
		if err := s.keep(&p, r.target); err != nil {
			return p, err
		}
	}
	if s.hasFirstPage() {
		p.first = "<w:titlePg/>"
	}
	for _, set := range []func(*paper, exports.Document, string) error{s.setStyles, s.setList, s.setSettings, s.setRound} {
		if err := set(&p, doc, tag); err != nil {
			return p, errUnusable
		}
	}
	return p, nil
}

// pages are size and margins as the file has them.
func (s *stationery) pages() string {
	said := ""
	for _, name := range []string{"w:pgSz", "w:pgMar", "w:paperSrc", "w:pgBorders"} {
		if e := s.section.SelectElement(name); e != nil {
			said += written(e)
		}
	}
	if s.section.SelectElement("w:pgSz") == nil || s.section.SelectElement("w:pgMar") == nil {
		return ourPage()
	}
	return said
}

// keep takes over a part and all it leads to. Nothing may lead outside the file but
// a link that a reader follows, and the template that a text was begun from, which
// is left out.
func (s *stationery) keep(p *paper, name string) error {
	content, there := s.files[name]
	if !there || !fs.ValidPath(name) || name == mainPart || name == propertiesPart {
		return errUnusable
	}
	if s.kept[name] {
		return nil
	}
	s.kept[name] = true
	kind := s.typeOf(name)
	if kind == "" {
		return errUnusable
	}
	p.parts = append(p.parts, part{name, kind, content})
	var on []relation
	for _, r := range s.relations(relationsOf(name), path.Dir(name)) {
		switch kind := path.Base(r.kind); {
		case kind == "attachedTemplate" || kind == "mailMergeSource" || kind == "mailMergeHeaderSource":
			continue
		case r.outside && kind != "hyperlink":
			return errOutside
		case !r.outside:
			if err := s.keep(p, r.target); err != nil {
				return err
			}
			r.target = "/" + r.target
		}
		on = append(on, r)
	}
	if on != nil {
		p.beside = append(p.beside, bundle.File{Name: relationsOf(name), Content: relations(on)})
	}
	return nil
}

// typeOf is what a part says it is.
func (s *stationery) typeOf(name string) string {
	byEnding := ""
	for _, e := range s.types.ChildElements() {
		kind := e.SelectAttrValue("ContentType", "")
		switch {
		case strings.EqualFold(e.SelectAttrValue("PartName", ""), "/"+name):
			return kind
		case strings.EqualFold("."+e.SelectAttrValue("Extension", ""), path.Ext(name)):
			byEnding = kind
		}
	}
	return byEnding
}
