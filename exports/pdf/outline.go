package pdf

import (
	"fmt"
	"strings"

	"dilna/exports/fonts"
)

// entry is a bookmark in the tree that viewers show beside the pages.
type entry struct {
	bookmark
	page   int
	height float64 // of the bookmark, from the foot of the page
	kids   []*entry
}

// addOutline gives the number of the outline, 0 where there are no bookmarks.
func (o *objects) addOutline(pages []page, elements map[*tag]int) int {
	var top entry
	path := []*entry{&top}
	for i, p := range pages {
		for _, b := range p.bookmarks {
			e := &entry{bookmark: b, page: i, height: p.paper.height - b.y}
			path = path[:min(b.level, len(path)-1)+1] // a level left out is no knot
			parent := path[len(path)-1]
			parent.kids = append(parent.kids, e)
			path = append(path, e)
		}
	}
	if len(top.kids) == 0 {
		return 0
	}
	outline := o.reserve()
	o.set(outline, "<</Type/Outlines%s>>", o.addEntries(top.kids, outline, elements))
	return outline
}

// addEntries adds entries under a parent and gives what the parent says of them.
func (o *objects) addEntries(entries []*entry, parent int, elements map[*tag]int) string {
	numbers := make([]int, len(entries))
	for i := range entries {
		numbers[i] = o.reserve()
	}
	shown := 0
	for i, e := range entries {
		var b strings.Builder
		fmt.Fprintf(&b, "<</Title%s/Parent %d 0 R", textString(e.text), parent)
		if i > 0 {
			fmt.Fprintf(&b, "/Prev %d 0 R", numbers[i-1])
		}
		if i < len(entries)-1 {
			fmt.Fprintf(&b, "/Next %d 0 R", numbers[i+1])
		}
		if element := elements[e.tag]; element > 0 {
			fmt.Fprintf(&b, "/SE %d 0 R", element)
		}
		fmt.Fprintf(&b, "/Dest[%d 0 R/XYZ 0 %.2f null]", o.pages[e.page], e.height/fonts.Millimetre)
		if len(e.kids) > 0 {
			b.WriteString(o.addEntries(e.kids, numbers[i], elements))
		}
		o.set(numbers[i], "%s>>", b.String())
		shown += 1 + e.shown()
	}
	return fmt.Sprintf("/First %d 0 R/Last %d 0 R/Count %d", numbers[0], numbers[len(numbers)-1], shown)
}

// shown is how many entries are under this one, all open.
func (e *entry) shown() int {
	n := 0
	for _, kid := range e.kids {
		n += 1 + kid.shown()
	}
	return n
}
