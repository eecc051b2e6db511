package docx

import (
	"fmt"
	"strings"

	"github.com/beevik/etree"

	"dilna/exports"
	"dilna/exports/markup"
)

// setStyles finds the styles that minutes are set in among those of the file, by
// their names; those it has not are added. The language is that of the minutes.
func (s *stationery) setStyles(p *paper, _ exports.Document, tag string) error {
	return p.change("styles", "styles", styles(tag), func(root *etree.Element) error {
		speak(root, tag)
		p.ids, p.added = map[string]string{styleBody: defaultOf(root)}, map[string]bool{}
		if p.ids[styleBody] == "" {
			return errUnusable
		}
		for _, style := range append(headingStyles(), ours...) {
			if err := p.takeStyle(root, style.id, style.name, "paragraph", style.markup()); err != nil {
				return err
			}
		}
		return p.takeStyle(root, styleTable, styleTable, "table", tableStyle)
	})
}

// takeStyle finds a style by its name, or adds ours under an id that is free.
func (p *paper) takeStyle(root *etree.Element, id, name, kind, ours string) error {
	if e := styleNamed(root, name, kind); e != nil {
		p.ids[id] = e.SelectAttrValue("w:styleId", "")
		return nil
	}
	e, err := element(ours)
	if err != nil {
		return err
	}
	p.added[id] = true
	for n := 1; styleOf(root, p.id(id)) != nil; n++ {
		p.ids[id] = fmt.Sprintf("%s-%d", id, n)
	}
	e.CreateAttr("w:styleId", p.id(id))
	for _, on := range []string{"w:basedOn", "w:next"} {
		if leads := e.SelectElement(on); leads != nil {
			leads.CreateAttr("w:val", p.id(leads.SelectAttrValue("w:val", "")))
		}
	}
	if based := e.SelectElement("w:basedOn"); based != nil && styleOf(root, based.SelectAttrValue("w:val", "")) == nil {
		e.RemoveChild(based)
	}
	root.AddChild(e)
	return nil
}

// styleNamed is a style by its name: Word keeps the English names of its own ones
// in small letters, LibreOffice in large ones.
func styleNamed(root *etree.Element, name, kind string) *etree.Element {
	for _, e := range root.SelectElements("w:style") {
		if e.SelectAttrValue("w:type", "") == kind && strings.EqualFold(valueOf(e, "w:name"), name) {
			return e
		}
	}
	return nil
}

func styleOf(root *etree.Element, id string) *etree.Element {
	for _, e := range root.SelectElements("w:style") {
		if e.SelectAttrValue("w:styleId", "") == id {
			return e
		}
	}
	return nil
}

// defaultOf is the id of the style that paragraphs have where they say none.
func defaultOf(root *etree.Element) string {
	for _, e := range root.SelectElements("w:style") {
		if is := e.SelectAttrValue("w:default", ""); e.SelectAttrValue("w:type", "") == "paragraph" && (is == "1" || is == "true") {
			return e.SelectAttrValue("w:styleId", "")
		}
	}
	if e := styleNamed(root, "Normal", "paragraph"); e != nil {
		return e.SelectAttrValue("w:styleId", "")
	}
	return ""
}

// speak has all styles speak the language of the minutes: what is in another one
// says so itself.
func speak(root *etree.Element, tag string) {
	for _, style := range root.SelectElements("w:style") {
		for _, said := range style.FindElements("w:rPr/w:lang") {
			said.Parent().RemoveChild(said)
		}
	}
	at := root
	for _, name := range []string{"w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang"} {
		next := at.SelectElement(name)
		if next == nil {
			next = etree.NewElement(name)
			at.InsertChildAt(placeIn(at, name), next)
		}
		at = next
	}
	at.CreateAttr("w:val", tag)
	at.CreateAttr("w:eastAsia", tag)
}

// placeIn is where a child is put that Word wants at the beginning; the language
// stands behind all that letters look like, before two that nobody uses.
func placeIn(parent *etree.Element, name string) int {
	if name == "w:lang" {
		return len(parent.Child)
	}
	return 0
}

func valueOf(e *etree.Element, name string) string {
	if said := e.SelectElement(name); said != nil {
		return said.SelectAttrValue("w:val", "")
	}
	return ""
}

func (p paragraphStyle) markup() string {
	var w markup.Writer
	p.write(&w)
	return w.String()
}
