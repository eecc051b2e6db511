package docx

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/beevik/etree"

	"dilna/exports"
)

// roundPage is a head or a foot of a stationery, and on which pages it stands:
// "default", "first" or "even".
type roundPage struct{ kind, pages, id string }

// What of a section leads to a head, and to a foot.
const (
	referenceToHead = "headerReference"
	referenceToFoot = "footerReference"
)

// readSections finds the pages of the text and what goes round them: a section that
// says no head of its own has that of the one before, as programs keep it.
func (s *stationery) readSections(text *etree.Element) {
	for _, section := range text.FindElements(".//w:sectPr") {
		if section.Parent().FullTag() == "w:sectPrChange" {
			continue // as it was before somebody changed it
		}
		if s.first == nil {
			s.first = section
		}
		s.section = section
		for _, e := range section.ChildElements() {
			if e.Space == "w" && (e.Tag == referenceToHead || e.Tag == referenceToFoot) {
				s.setRoundPage(roundPage{e.Tag, e.SelectAttrValue("w:type", "default"), e.SelectAttrValue("r:id", "")})
			}
		}
	}
	if s.section == nil {
		s.section = etree.NewElement("w:sectPr")
		s.first = s.section
	}
}

// setRoundPage notes a head or a foot, unless it is one of ours.
func (s *stationery) setRoundPage(page roundPage) {
	s.round = slices.DeleteFunc(s.round, func(before roundPage) bool { return before.kind == page.kind && before.pages == page.pages })
	for _, r := range s.relations(relationsOf(s.main), path.Dir(s.main)) {
		if r.id == page.id && !bytes.Contains(s.files[r.target], []byte(footMark)) {
			s.round = append(s.round, page)
		}
	}
}

// goesRound are heads and feet by the relation that leads to them: the pages each
// stands on.
func (s *stationery) goesRound() map[string][]string {
	all := map[string][]string{}
	for _, page := range s.round {
		all[page.id] = append(all[page.id], page.pages)
	}
	return all
}

// hasFirstPage says whether the first page has a head and a foot of its own.
func (s *stationery) hasFirstPage() bool { return s.first.SelectElement("w:titlePg") != nil }

// has says whether pages have a head or a foot of the office's.
func (s *stationery) has(kind string) bool {
	return slices.ContainsFunc(s.round, func(page roundPage) bool { return page.kind == kind })
}

// footMark is the bookmark by which a foot of ours is known again in a file that was
// made of minutes: it says which ones they were, so it is none of an office's.
const footMark = `w:name="_dilna_foot"`

// setRound puts our foot where the file has none, and the word across the pages of
// a draft onto its heads.
func (s *stationery) setRound(p *paper, doc exports.Document, _ string) error {
	if !s.has(referenceToFoot) {
		p.addFoot(doc)
	}
	for i, there := range p.parts {
		if there.contentType != wordPart+"header+xml" {
			continue
		}
		head := etree.NewDocument()
		if err := head.ReadFromBytes(there.content); err != nil {
			return err
		}
		if head.Root() == nil {
			return errUnusable
		}
		takeOutWatermark(head.Root())
		if doc.Draft != "" {
			across, err := element(watermark(doc.Draft, *p))
			if err != nil {
				return err
			}
			head.Root().AddChild(across)
		}
		content, err := head.WriteToBytes()
		if err != nil {
			return err
		}
		p.parts[i].content = content
	}
	if doc.Draft != "" {
		for _, pages := range s.withoutHead() {
			p.addHead(doc, pages)
		}
	}
	return nil
}

// takeOutWatermark takes a word across the pages out of a head: whether these minutes
// are a draft is not for a file to say that may be a draft itself.
func takeOutWatermark(head *etree.Element) {
	for _, run := range head.FindElements(".//w:r") {
		for _, e := range run.FindElements(".//*") {
			if strings.HasPrefix(e.SelectAttrValue("id", ""), watermarkShape) || strings.HasPrefix(e.SelectAttrValue("name", ""), watermarkShape) {
				run.Parent().RemoveChild(run)
				break
			}
		}
	}
}

// withoutHead are the pages that have no head of the file's.
func (s *stationery) withoutHead() []string {
	pages := []string{"default"}
	if s.hasFirstPage() {
		pages = append(pages, "first")
	}
	if settings, err := s.xml(path.Dir(s.main) + "/settings.xml"); err == nil && settings.Root().SelectElement("w:evenAndOddHeaders") != nil {
		pages = append(pages, "even")
	}
	for _, page := range s.round {
		if page.kind == referenceToHead {
			pages = slices.DeleteFunc(pages, func(of string) bool { return of == page.pages })
		}
	}
	return pages
}
