package exports

import "slices"

// ContentsFrom is from how many pages on minutes have a table of contents.
const ContentsFrom = 12

const (
	contentsLeast = 3  // entries that a table of contents is worth
	contentsMost  = 45 // entries up to which topics stand in it too
	contentsDeep  = 2  // levels of it
)

// Contents is the table of contents: the headings that follow it. A format that
// lays out pages prints it where it has so many; the others ask IsLong.
type Contents struct {
	Title   string
	Entries []Entry
	Pages   int     // that the document has, about
	Essence []Block // what comes first where nobody turns pages; empty where it stands before the minutes anyway
}

// Entry is a heading in the table of contents.
type Entry struct {
	Heading
	Number int // which heading of the document it is, from 1
}

func (Contents) block() {}

// IsLong says whether the document is about as long as one that has a table of
// contents.
func (c Contents) IsLong() bool { return c.Pages >= ContentsFrom }

// withContents are blocks with that table of contents, filled, before the one of that index,
// unless there are few headings.
func withContents(doc Document, at int, c Contents) []Block {
	c.Pages = doc.Pages()
	number := 0
	for b := range Flat(doc.Blocks[:at]) {
		if _, ok := b.(Heading); ok {
			number++
		}
	}
	for b := range Flat(doc.Blocks[at:]) {
		if h, ok := b.(Heading); ok {
			number++
			c.Entries = append(c.Entries, Entry{h, number})
		}
	}
	c.keep(contentsDeep)
	if len(c.Entries) > contentsMost {
		c.keep(1)
	}
	if len(c.Entries) < contentsLeast {
		return doc.Blocks
	}
	return slices.Insert(doc.Blocks, at, Block(c))
}

// keep leaves out what is deeper.
func (c *Contents) keep(level int) {
	c.Entries = slices.DeleteFunc(c.Entries, func(e Entry) bool { return e.Level > level })
}

// Deepest is how deep its entries are.
func (c Contents) Deepest() int {
	deepest := 1
	for _, e := range c.Entries {
		deepest = max(deepest, e.Level)
	}
	return deepest
}
