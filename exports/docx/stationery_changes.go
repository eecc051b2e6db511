package docx

import (
	"strconv"

	"github.com/beevik/etree"

	"dilna/exports"
)

// written is an element as it stands in a file.
func written(e *etree.Element) string {
	doc := etree.NewDocument()
	doc.SetRoot(e.Copy())
	text, err := doc.WriteToString()
	if err != nil { // into memory: it cannot
		return ""
	}
	return text
}

// element reads an element of ours.
func element(text string) (*etree.Element, error) {
	doc := etree.NewDocument()
	err := doc.ReadFromString(text)
	return doc.Root(), err
}

// change rewrites the part of that kind; where there is none, it is added as made.
func (p *paper) change(kind, name string, made []byte, rewrite func(root *etree.Element) error) error {
	for i, there := range p.parts {
		if there.contentType != wordPart+kind+"+xml" {
			continue
		}
		doc := etree.NewDocument()
		if err := doc.ReadFromBytes(there.content); err != nil {
			return err
		}
		if doc.Root() == nil || doc.Root().Space != "w" {
			return errUnusable
		}
		if err := rewrite(doc.Root()); err != nil {
			return err
		}
		content, err := doc.WriteToBytes()
		p.parts[i].content = content
		return err
	}
	p.addPart(name, kind, made)
	return nil
}

// setList adds our bullets to the lists there are.
func (s *stationery) setList(p *paper, _ exports.Document, _ string) error {
	p.list = 1
	return p.change("numbering", "lists", numbering(), func(root *etree.Element) error {
		looks, lists := 0, 0
		at := len(root.Child)
		for _, e := range root.ChildElements() {
			switch e.FullTag() {
			case "w:abstractNum":
				looks = max(looks, number(e, "w:abstractNumId"))
			case "w:num":
				lists = max(lists, number(e, "w:numId"))
				at = min(at, e.Index())
			}
		}
		look, err := element(bullets(strconv.Itoa(looks + 1)))
		if err != nil {
			return err
		}
		root.InsertChildAt(at, look)
		p.list = lists + 1
		list := etree.NewElement("w:num")
		list.CreateAttr("w:numId", strconv.Itoa(p.list))
		list.CreateElement("w:abstractNumId").CreateAttr("w:val", strconv.Itoa(looks+1))
		root.InsertChildAt(at+1, list)
		return nil
	})
}

func number(e *etree.Element, attribute string) int {
	n, _ := strconv.Atoi(e.SelectAttrValue(attribute, "")) //nolint:errcheck // what is no number is none of the numbers to be beyond
	return n
}

// setSettings takes out what would keep people from editing, and what leads to
// other files.
func (s *stationery) setSettings(p *paper, _ exports.Document, tag string) error {
	return p.change("settings", "settings", settings(tag), func(root *etree.Element) error {
		for _, name := range []string{"w:documentProtection", "w:writeProtection", "w:attachedTemplate", "w:mailMerge"} {
			for _, e := range root.SelectElements(name) {
				root.RemoveChild(e)
			}
		}
		return nil
	})
}
