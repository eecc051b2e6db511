package pdf

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dilna/exports/fonts"
)

// structure writes a tree of tags into a PDF, with all that leads from the
// pages to it (ISO 32000-1, 14.7.4).
type structure struct {
	*objects
	marked  [][]*tag // by page and stretch
	numbers map[*tag]int
	links   []int // numbers of the links
}

// addStructure gives the number of the root of the tree; the elements have
// their numbers for who wants to lead to them.
func (o *objects) addStructure(root *tag, n *pen) (int, map[*tag]int) {
	s := structure{objects: o, marked: n.marked, numbers: map[*tag]int{}}
	top := s.reserve()
	// A page is drawn column by column, and goes on on the next one likewise.
	slices.SortStableFunc(root.kids, func(a, b kid) int { return cmp.Compare(a.tag.order, b.tag.order) })
	s.number(root)
	for i, l := range n.links {
		s.links = append(s.links, s.add("<</Type/Annot/Subtype/Link/F 4/Rect %s/Border[0 0 0]/Contents%s/StructParent %d%s>>",
			l.area, textString(l.said), len(n.marked)+i, s.leadsTo(l)))
	}
	s.element(root, top)
	s.set(top, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>",
		s.numbers[root], s.addParents(n.links), len(n.marked)+len(n.links))
	for page := range n.marked {
		s.pageEntries(page, n.links)
	}
	return top, s.numbers
}

// leadsTo is what happens to who follows a link.
func (s *structure) leadsTo(l pageLink) string {
	if l.to != nil {
		return fmt.Sprintf("/Dest[%d 0 R/XYZ 0 %.2f null]", s.pages[l.to.page], l.to.y/fonts.Millimetre)
	}
	return "/A<</S/URI/URI(" + inString.Replace(l.uri) + ")>>"
}

// inString escapes what would end a string of a PDF.
var inString = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`)

// number keeps numbers for a tag and all within it.
func (s *structure) number(t *tag) {
	s.numbers[t] = s.reserve()
	for _, k := range t.kids {
		if k.tag != nil {
			s.number(k.tag)
		}
	}
}

// element writes a tag and all within it.
func (s *structure) element(t *tag, parent int) {
	var b strings.Builder
	fmt.Fprintf(&b, "<</S/%s/P %d 0 R", t.name, parent)
	if t.attributes != "" {
		b.WriteString("/A" + t.attributes)
	}
	if t.lang != "" {
		fmt.Fprintf(&b, "/Lang(%s)", t.lang)
	}
	if t.alt != "" {
		b.WriteString("/Alt" + textString(t.alt))
	}
	if t.actual != "" {
		b.WriteString("/ActualText" + textString(t.actual))
	}
	page := t.page()
	if page >= 0 {
		fmt.Fprintf(&b, "/Pg %d 0 R", s.pages[page])
	}
	kids := make([]string, len(t.kids))
	for i, k := range t.kids {
		kids[i] = s.kid(k, page)
	}
	s.set(s.numbers[t], "%s/K[%s]>>", b.String(), strings.Join(kids, " "))
	for _, k := range t.kids {
		if k.tag != nil {
			s.element(k.tag, s.numbers[t])
		}
	}
}

// kid refers to what stands in a tag; a stretch of the tag's own page is but a
// number.
func (s *structure) kid(k kid, page int) string {
	switch {
	case k.tag != nil:
		return fmt.Sprintf("%d 0 R", s.numbers[k.tag])
	case k.link > 0:
		return fmt.Sprintf("<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>", s.links[k.link-1], s.pages[k.page])
	case k.page != page:
		return fmt.Sprintf("<</Type/MCR/Pg %d 0 R/MCID %d>>", s.pages[k.page], k.mcid)
	}
	return fmt.Sprint(k.mcid)
}

// addParents writes the way back: from the stretches of each page, and from
// each link, to the element it stands in.
func (s *structure) addParents(links []pageLink) int {
	var b strings.Builder
	for page, tags := range s.marked {
		parents := make([]int, len(tags))
		for i, t := range tags {
			parents[i] = s.numbers[t]
		}
		fmt.Fprintf(&b, "%d[%s]", page, references(parents))
	}
	for i, l := range links {
		fmt.Fprintf(&b, "%d %d 0 R ", len(s.marked)+i, s.numbers[l.tag])
	}
	return s.add("<</Nums[%s]>>", strings.TrimSpace(b.String()))
}

// pageEntries adds to a page where its way back begins, and its links.
func (s *structure) pageEntries(page int, links []pageLink) {
	entries := fmt.Sprintf("/StructParents %d/Tabs/S", page)
	var on []int
	for i, l := range links {
		if l.page == page {
			on = append(on, s.links[i])
		}
	}
	if len(on) > 0 {
		entries += "/Annots[" + references(on) + "]"
	}
	n := s.pages[page]
	s.list[n-1] = bytes.Replace(s.get(n), []byte("/Contents"), []byte(entries+"/Contents"), 1)
}
