package pdf

import (
	"strings"

	"dilna/exports"
)

const (
	cellGap     = 6.0  // between the cells of a row
	cellPad     = 1.3  // above and below the text of a row
	numberMost  = 42.0 // width that the heading of the only numbers may ask for
	numbersMost = 28.0 // and that of numbers beside others
	firstLeast  = 56.0 // width that the first cells keep
	nextLeast   = 16.0 // and the others
)

// cell is one cell of a row: its lines below each other.
type cell struct {
	x, width float64
	right    bool // aligned on its right edge
	tag      *tag
	lines    []cellLine
}

// grid sets cells beside each other, a strip for each line across them. The
// row is torn only where it is higher than a page, and then never between its
// first two or its last two lines.
func (s *setter) grid(cells []cell) []strip {
	strips := make([]strip, highest(cells))
	for i := range strips {
		st := &strips[i]
		for _, c := range cells {
			if i < len(c.lines) {
				s.placeCell(st, c, c.lines[i])
			}
		}
		switch last := len(strips) - 1; i {
		case last:
		case 0, last - 1:
			st.keep = bound
		default:
			st.keep = whole
		}
	}
	return strips
}

func highest(cells []cell) int {
	height := 0
	for _, c := range cells {
		height = max(height, len(c.lines))
	}
	return height
}

func (s *setter) placeCell(st *strip, c cell, line cellLine) {
	st.height = max(st.height, line.style.leading)
	x := c.x
	if c.right {
		x += c.width - s.meter.Width(strings.TrimRight(line.text, " "), line.style.face)
	}
	for _, one := range line.runs() {
		st.texts = append(st.texts, text{
			x: x, y: line.style.rise, text: one.text, face: one.style.face, tint: one.style.tint, tag: c.tag, inline: one.inline,
		})
		x += s.meter.Width(one.text, one.style.face)
	}
}

// table sets a table; one with more cells in a row than fit beside each other
// is set as several, each with the first cells.
func (s *setter) table(t exports.Table) {
	beside := textWidth - firstLeast
	most := int(beside / (nextLeast + cellGap))
	for from := 1; ; from += most {
		to := min(from+most, len(t.Heads))
		s.tablePart(slice(t, from, to))
		if to >= len(t.Heads) {
			return
		}
		s.gap = 5
	}
}

// slice is the first cells of a table and those from one to before another.
func slice(t exports.Table, from, to int) exports.Table {
	if from == 1 && to == len(t.Heads) || len(t.Heads) < 2 {
		return t
	}
	part := exports.Table{Heads: append([]exports.TableHead{t.Heads[0]}, t.Heads[from:to]...)}
	for _, row := range t.Rows {
		cells := append([]exports.Line{row.Cells[0]}, row.Cells[from:to]...)
		part.Rows = append(part.Rows, exports.TableRow{Depth: row.Depth, Cells: cells})
	}
	return part
}

func (s *setter) tablePart(t exports.Table) {
	places, table := s.places(t), s.tag(s.root, "Table")
	head := s.tableHead(t, places, table)
	for _, one := range head {
		s.add(one)
	}
	repeat := head
	if heightOf(head) > textHeight/3 {
		repeat = nil // a head that long is read once
	}
	body := s.tag(table, "TBody")
	for i, row := range t.Rows {
		for _, one := range s.tableRow(row, places, s.tag(body, "TR")) {
			one.repeat = repeat
			s.add(one)
		}
		if i == 0 && len(t.Rows) > 1 || i == len(t.Rows)-2 {
			s.tie(courtesy)
		}
	}
}

func heightOf(strips []strip) float64 {
	height := 0.0
	for _, st := range strips {
		height += st.height
	}
	return height
}

// tableHead is the head of a table, to be repeated; nothing where no heading
// says anything.
func (s *setter) tableHead(t exports.Table, places []cell, table *tag) []strip {
	said, row := false, s.tag(s.tag(table, "THead"), "TR")
	cells := make([]cell, len(t.Heads))
	for i, h := range t.Heads {
		said = said || h.Text != ""
		cells[i] = places[i]
		cells[i].tag = s.tag(row, "TH")
		cells[i].tag.attributes = headsBelow
		cells[i].lines = s.cellLines(h.Text, tableHeadStyle, places[i].width)
	}
	if !said {
		return nil
	}
	strips := s.ruled(s.grid(standing(cells)), 0.35, inkStrong)
	for i := range strips {
		strips[i].keep = bound
	}
	return strips
}

// standing pads cells from above, so that headings stand on the line below.
func standing(cells []cell) []cell {
	height := highest(cells)
	for i, c := range cells {
		blank := make([]cellLine, height-len(c.lines))
		for j := range blank {
			blank[j].style = tableHeadStyle
		}
		cells[i].lines = append(blank, c.lines...)
	}
	return cells
}

// tableRow sets a row. Its first cell, the idea or task, heads the others.
func (s *setter) tableRow(row exports.TableRow, places []cell, in *tag) []strip {
	cells := make([]cell, len(row.Cells))
	for i, line := range row.Cells {
		c := places[i]
		c.tag = s.tag(in, "TD")
		if i == 0 {
			c.tag.name, c.tag.attributes = "TH", headsRow
			depth := min(bulletIndent*float64(row.Depth), c.width/2)
			c.x, c.width = c.x+depth, c.width-depth
		}
		c.lines = s.withRemarks(line, cellStyle, c.width)
		cells[i] = c
	}
	return s.ruled(s.grid(cells), 0.15, inkRule)
}

// ruled pads a row and draws a line below it.
func (s *setter) ruled(row []strip, weight float64, t tint) []strip {
	first, last := &row[0], &row[len(row)-1]
	first.height += cellPad
	for i := range first.texts {
		first.texts[i].y += cellPad
	}
	last.height += cellPad
	last.strokes = append(last.strokes, across(last.height, weight, t))
	return row
}

// places shares the width out: numbers get what they and the words of their
// heading need, texts what they ask for or less, the first cells the rest.
func (s *setter) places(t exports.Table) []cell {
	free := textWidth - cellGap*float64(len(t.Heads)-1)
	wishes := make([]float64, len(t.Heads))
	sum := 0.0
	for i := 1; i < len(wishes); i++ {
		wishes[i] = s.wish(t, i)
		sum += wishes[i]
	}
	first := max(free-sum, min(firstLeast, free))
	if sum > free-first {
		shrink(wishes[1:], free-first)
	}
	places := make([]cell, len(wishes))
	x := 0.0
	for i := range places {
		places[i] = cell{x: x, width: wishes[i], right: t.Heads[i].Numbers}
		if i == 0 {
			places[i].width = first
		}
		x += places[i].width + cellGap
	}
	return places
}

// wish is the width the cells under a heading ask for.
func (s *setter) wish(t exports.Table, i int) float64 {
	head := t.Heads[i]
	wide := s.meter.Width(head.Text, tableHeadStyle.face)
	if head.Numbers {
		most := numberMost
		if len(t.Heads) > 2 {
			most = numbersMost
		}
		wide = min(wide, max(most, s.longestWord(head.Text)))
	}
	for _, row := range t.Rows {
		wide = max(wide, s.meter.Width(row.Cells[i].Text, cellStyle.face))
	}
	return min(max(wide, nextLeast), textWidth/2)
}

func (s *setter) longestWord(txt string) float64 {
	wide := 0.0
	for word := range strings.FieldsSeq(txt) {
		wide = max(wide, s.meter.Width(word, tableHeadStyle.face))
	}
	return wide
}

// shrink makes widths share room by the same measure, none below nextLeast.
func shrink(widths []float64, room float64) {
	spare, asked := room-nextLeast*float64(len(widths)), 0.0
	for _, w := range widths {
		asked += w - nextLeast
	}
	for i, w := range widths {
		widths[i] = nextLeast + (w-nextLeast)*max(0, spare)/max(asked, tolerance)
	}
}
