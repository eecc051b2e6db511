// Package exports turns the minutes of a workshop into a document: blocks of
// headings, lists, tables and drawings that know of no format. Each format is
// a renderer of the same Document in a package of its own.
package exports

import (
	"iter"
	"slices"
	"time"

	"dilna/models"
)

// Document is the minutes as blocks in reading order. All texts are as people
// typed them; what a format cannot print is for its renderer to replace.
type Document struct {
	Language string    // BCP 47 tag of the frame, and of all that says no other; never empty
	Written  string    // of what people wrote, where it is another
	Title    string    // for the file's properties
	Author   string    // the facilitators, for the file's properties
	Date     time.Time // day of the approval, else of the workshop; zero where not known
	Foot     string    // what the foot of each page says on its left
	Page, Of string    // words of the page number: "Strana" 1 "z" 3
	Marked   string    // what the mark is called aloud: "označeno"
	Filed    string    // in the foot too, never cut: "č. j. KUZL 123/2025"; may be empty
	Number   string    // the file number alone, for the file's properties
	Version  string    // in the foot too, never cut: "verze 2"; may be empty
	Approval string    // likewise: "schváleno 3. 12. 2025"; may be empty
	Draft    string    // a word to stand across each page as a watermark; empty: none
	Blocks   []Block
}

// Holds says whether the block of that index has to stay on the page of the
// next one.
func (d Document) Holds(i int) bool {
	if i+1 >= len(d.Blocks) {
		return false
	}
	if p, ok := d.Blocks[i].(Paragraph); ok && (p.Heads || p.Tied && d.heads(i-1)) {
		return true
	}
	p, ok := d.Blocks[i+1].(Paragraph)
	return ok && p.Tied
}

// heads says whether the block of that index is a heading, or belongs to one.
func (d Document) heads(i int) bool {
	if i < 0 {
		return false
	}
	switch block := d.Blocks[i].(type) {
	case Heading:
		return true
	case Paragraph:
		return block.Tied && d.heads(i-1)
	}
	return false
}

// Block is one of Masthead, Fields, Heading, Paragraph, List, Table, Figure,
// Photo, Panels.
type Block interface{ block() }

// Masthead opens the document: the letterhead, the programme above, the title,
// the group under it. Only the title is never empty.
type Masthead struct {
	Logo             *models.Picture // nil: none
	Publicity        []string        // lines about who paid, small
	Programme, Title string
	GroupWord, Group string
	Lang             string // of the programme, the group and the lines about who paid; empty: the document's
	TitleLang        string // likewise
}

// Fields are the head of the minutes as labels with their values.
type Fields []Field

// Field is one label with its value.
type Field struct {
	Label, Value string
	Lang         string // of the value; empty: the document's
	Names        bool   // the value are names of people
}

// Heading opens a step (level 1), a topic (level 2) or a topic under a topic.
// A level is at most one above the level of the heading before it.
type Heading struct {
	Level int
	Text  string
	Lang  string // empty: the document's
}

// Tone says how loud a paragraph is.
type Tone int

const (
	Plain  Tone = iota
	Strong      // the effect of a fishbone
	Quiet       // said by the minutes themselves: provenance, turnout, legend
)

// Paragraph is running text; \n in it is a line end people typed.
type Paragraph struct {
	Text  string
	Bold  []Span
	Tone  Tone
	Tied  bool   // belongs to the block before it and stays on its page
	Heads bool   // likewise the block after it
	Lang  string // empty: the document's
}

// Line is a text with what hangs on it.
type Line struct {
	Number  string // before the text, in a list in place of the bullet: "3."
	Text    string
	Bold    []Span   // of the text
	Lang    string   // of the text; empty: the document's
	Sign    string   // the mark ⚫ after the text; a legend has said what it means
	Word    string   // a word after the text, "vybráno"
	Remarks []string // quiet lines under the text
	Voted   []string // those of them that say which wording was voted on: a picture of the result says them too
	Count   *int     // the number the text says, under a head with bars
}

// List is a bulleted list; \n in a line is a line end people typed.
type List struct{ Bullets []Bullet }

// Bullet is a line of a list or of a fishbone with the lines under it.
type Bullet struct {
	Line
	Bullets []Bullet
}

// Table has a head to repeat on each page, unless all its texts are empty.
type Table struct {
	Heads  []TableHead
	Rows   []TableRow
	Legend string // of the sign of a missing number, for drawings: the text says it itself
	Most   int    // the number of the longest bar, one for all tables of a document; 0: the table's own
}

// IsForm says whether people write into the table by hand.
func (t Table) IsForm() bool {
	return slices.ContainsFunc(t.Heads, func(h TableHead) bool { return h.Hand > 0 })
}

// HasHead says whether the table has a head to print.
func (t Table) HasHead() bool {
	return slices.ContainsFunc(t.Heads, func(h TableHead) bool { return h.Text != "" })
}

// TableHead is the heading of what stands below each other.
type TableHead struct {
	Text    string
	Lang    string  // empty: the document's
	Numbers bool    // numbers, to be aligned on the right
	Bars    bool    // votes: beside each number a bar shows it, for the eye only
	Of      int     // what the longest bar is of, where that is not of all tables
	Names   bool    // names of people
	Short   bool    // words that ask for no more room than they take
	Hand    float64 // millimetres of room to write by hand
	Wide    float64 // millimetres it has, so that tables below each other look like one; 0: by what is in it
}

// TableRow has as many cells as its table has heads. Depth is how deep its
// first cell is indented, 0 for not at all.
type TableRow struct {
	Depth int
	Cells []Line
}

// Figure is a fishbone to be drawn, whose outline may stand after it as a List, a
// grid, whose numbers stand in a Table, or an address, which stands before it.
type Figure struct {
	Grid    *Grid  // in place of the fishbone
	Address string // likewise: as a QR code
	Effect  string
	Causes  []Bullet
	Alt     string // what a person who does not see the drawing is told
	Mixed   bool   // that tells texts of another language than the document's
	// Outlined says that the next block is the same as a list.
	Outlined bool
	// Caption stands under the drawing.
	Caption string
}

// Panels are parts of a step beside each other: topics in columns, a SWOT as
// four fields. They are read one after the other.
type Panels struct {
	Beside int // how many stand in a row
	Panels [][]Block
	Bare   bool // without frames: what is in them has edges of its own
}

// each has the blocks of each panel changed.
func (p Panels) each(change func([]Block) []Block) Panels {
	p.Panels = each(p.Panels, change)
	return p
}

// Rows are the panels row by row.
func (p Panels) Rows() iter.Seq[[][]Block] { return slices.Chunk(p.Panels, p.Beside) }

// Flat are blocks in reading order, those in panels too.
func Flat(blocks []Block) iter.Seq[Block] {
	return func(yield func(Block) bool) { flat(blocks, yield) }
}

func flat(blocks []Block, yield func(Block) bool) bool {
	for _, b := range blocks {
		panels, ok := b.(Panels)
		if !ok {
			if !yield(b) {
				return false
			}
			continue
		}
		for _, panel := range panels.Panels {
			if !flat(panel, yield) {
				return false
			}
		}
	}
	return true
}

func (Masthead) block()  {}
func (Fields) block()    {}
func (Heading) block()   {}
func (Paragraph) block() {}
func (List) block()      {}
func (Table) block()     {}
func (Figure) block()    {}
func (Panels) block()    {}

// WithNumber is the line with its number as part of its text.
func (l Line) WithNumber() Line {
	bold := make([]Span, len(l.Bold))
	for i, span := range l.Bold {
		by := len(l.Number) + len(" ")
		bold[i] = Span{span.From + by, span.To + by}
	}
	l.Text, l.Bold, l.Number = l.Number+" "+l.Text, bold, ""
	return l
}

// Draw draws the figure, in several drawings where one frame does not hold it.
func (f Figure) Draw(frame Frame, meter Meter) []Drawing {
	if f.Address != "" {
		return drawCode(f.Address)
	}
	if f.Grid != nil {
		return []Drawing{f.Grid.draw(meter)}
	}
	return Fishbone(f.Effect, f.Causes, frame, meter)
}

// MixedLang is the language of the remarks on a line, words of the frame with
// texts of people; empty: the document's.
func (l Line) MixedLang() string { return mixed(l.Lang) }

// AltLang is the language of what is drawn and told; empty: the document's.
func (f Figure) AltLang() string {
	if !f.Mixed {
		return ""
	}
	return Undetermined
}
