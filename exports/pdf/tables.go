package pdf

import (
	"slices"
	"strings"

	"dilna/exports"
	"dilna/exports/direction"
	"dilna/exports/fonts"
)

const (
	cellGap    = 6.0  // between the cells of a row
	tablesGap  = 5.0  // between tables below each other
	cellPad    = 1.15 // above and below the text of a row
	firstLeast = 56.0 // width that the first cells keep beside many others
	nextLeast  = 16.0 // and the others
	rankMost   = 18.0 // width of what stands before the first cells
	wholeRows  = 5    // of a table that stays on one page where they are low
	tiedMost   = 5    // lines of the rows at both ends of a table that keep another beside them
	tallLeast  = 12   // lines from which a row may be torn rather than leave much of a page empty
	barGap     = 2.0  // between a number and its bar
	barWeight  = 1.9
	barLongest = 22.0
	barsMost   = 2    // numbers of a row that have bars
	handHigh   = 12.0 // of a row that people write into
)

// barWide is the length of the longest bar, the same in all tables so that bars
// can be compared; 0 for none: many numbers beside each other leave no room.
func barWide(t exports.Table) float64 {
	numbers := 0
	for _, head := range t.Heads {
		if head.Bars {
			numbers++
		}
	}
	if numbers > barsMost {
		return 0
	}
	return barLongest
}

// cell is one cell of a row: its lines below each other.
type cell struct {
	x, width float64
	right    bool    // aligned on its right edge
	bar      float64 // width of the room for a bar, right of the numbers
	tag      *tag
	lines    []cellLine
}

// grid sets cells beside each other, a strip for each line across them. A row
// is torn only where it is tall, and then never between its first two or its
// last two lines.
func (s *setter) grid(cells []cell) []strip {
	strips := make([]strip, highest(cells))
	within := whole
	if len(strips) >= tallLeast {
		within = loose
	}
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
			st.keep = within
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
	x, texts := c.x, s.texts(line, c.tag)
	switch {
	case line.fromRight: // the space it ends with is on its left
		x = c.x + c.width - c.bar - s.widthOf(texts)
	case c.right:
		x += c.width - c.bar - s.meter.Width(strings.TrimRight(line.text, " "), line.style.face)
	}
	for _, t := range texts {
		st.texts = append(st.texts, t.at(x+t.x, line.style.rise+t.y))
	}
}

func (s *setter) widthOf(texts []text) float64 {
	wide := 0.0
	for _, t := range texts {
		wide += s.meter.Width(t.text, t.face)
	}
	return wide
}

// texts are the texts of a line from its left edge and its base line.
func (s *setter) texts(line cellLine, in *tag) []text {
	var texts []text
	for _, one := range s.placed(line) {
		texts = append(texts, text{
			x: one.x, y: one.drop, text: one.text, turned: one.turned,
			face: one.style.face, tint: one.style.tint, tag: in, inline: one.inline,
		})
	}
	return texts
}

// table sets a table; one with more cells in a row than fit beside each other
// is set as several, each with the cells that say what the rows are about. Before
// one cell stands alone, bars give up their room.
func (s *setter) table(t exports.Table) {
	lead := t.Named() + 1
	beside := s.width - firstLeast
	for i := range lead - 1 {
		rank := max(s.widest(t, i), s.meter.Width(t.Heads[i].Text, tableHeadStyle.face))
		beside -= min(rank, rankMost) + cellGap
	}
	most := max(1, int(beside/(nextLeast+cellGap)))
	if len(t.Heads)-lead == most+1 {
		t, most = unbarred(t), most+1
	}
	for from := lead; ; from += most {
		to := min(from+most, len(t.Heads))
		s.tablePart(slice(t, lead, from, to))
		if to >= len(t.Heads) {
			return
		}
		s.gap = tablesGap
	}
}

// unbarred is the table with numbers alone.
func unbarred(t exports.Table) exports.Table {
	t.Heads = slices.Clone(t.Heads)
	for i := range t.Heads {
		t.Heads[i].Bars = false
	}
	return t
}

// slice is the leading cells of a table and those from one to before another.
func slice(t exports.Table, lead, from, to int) exports.Table {
	if from == lead && to == len(t.Heads) {
		return t
	}
	part := exports.Table{Heads: slices.Concat(t.Heads[:lead], t.Heads[from:to])}
	for _, row := range t.Rows {
		part.Rows = append(part.Rows, exports.TableRow{Depth: row.Depth, Cells: slices.Concat(row.Cells[:lead], row.Cells[from:to])})
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
	body, bars := s.tag(table, "TBody"), barsOf(t)
	for i, row := range t.Rows {
		strips := s.tableRow(t, row, places, s.tag(body, "TR"))
		for j, place := range places {
			if bars[j][i] > 0 && barWide(t) > 0 {
				strips[0].strokes = append(strips[0].strokes, bar(place, barWide(t), bars[j][i]))
			}
		}
		for _, one := range strips {
			one.repeat = repeat
			s.add(one)
		}
		ends := (i == 0 || i == len(t.Rows)-2) && len(strips) <= tiedMost
		small := len(t.Rows) <= wholeRows && len(strips) <= tiedLines
		if i < len(t.Rows)-1 && (ends || small) {
			s.tie(courtesy)
		}
	}
}

func barsOf(t exports.Table) [][]float64 {
	bars := make([][]float64, len(t.Heads))
	for i := range bars {
		bars[i] = t.Shares(i)
	}
	return bars
}

// bar is a bar beside a number, in the first line of a row.
func bar(place cell, long, share float64) stroke {
	from := place.x + place.width - place.bar + barGap
	to := from + share*(long-barGap)
	y := cellPad + cellStyle.rise - cellStyle.face.Size*fonts.Millimetre*0.35
	return stroke{Stroke: exports.Stroke{X1: from, Y1: y, X2: to, Y2: y, Weight: barWeight}, tint: inkBar}
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
		cells[i].tag = s.tagIn(row, "TH", h.Lang)
		cells[i].tag.attributes = headsBelow
		cells[i].lines = s.cellLines(h.Text, tableHeadStyle, places[i].width)
		if cells[i].bar > 0 {
			cells[i].right = false // over the number and its bar
		}
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

// tableRow sets a row. The cell that says what it is about heads the others.
func (s *setter) tableRow(t exports.Table, row exports.TableRow, places []cell, in *tag) []strip {
	cells := make([]cell, len(row.Cells))
	for i, line := range row.Cells {
		c := places[i]
		c.tag = s.tagIn(in, "TD", wholeLang(line))
		if i == t.Named() {
			c.tag.name, c.tag.attributes = "TH", headsRow
			depth := min(bulletIndent*float64(row.Depth), c.width/2)
			c.width -= depth
			if !direction.FromRight(line.Text) {
				c.x += depth
			}
		}
		if line.Number != "" {
			line = line.WithNumber()
		}
		c.lines = s.withRemarks(line, cellStyle, c.width)
		cells[i] = c
	}
	strips := s.grid(cells)
	if t.IsForm() {
		strips[0].lower(handHigh - heightOf(strips))
	}
	return s.ruled(strips, 0.15, inkRule)
}

// lower leaves room above the texts of a strip.
func (st *strip) lower(by float64) {
	if by <= 0 {
		return
	}
	st.height += by
	for i := range st.texts {
		st.texts[i].y += by
	}
}

// ruled pads a row and draws a line below it.
func (s *setter) ruled(row []strip, weight float64, t tint) []strip {
	first, last := &row[0], &row[len(row)-1]
	first.height += cellPad
	for i := range first.texts {
		first.texts[i].y += cellPad
	}
	last.height += cellPad
	last.strokes = append(last.strokes, s.across(last.height, weight, t))
	return row
}

// setting is how the cells of a table are set.
func setting(t exports.Table) exports.TableSetting {
	return exports.TableSetting{
		Head: tableHeadStyle.face, Cell: cellStyle.face, Remark: remarkStyle.face,
		Bar: barWide(t), Indent: bulletIndent,
	}
}

// widest is how wide the widest number under a head is.
func (s *setter) widest(t exports.Table, head int) float64 {
	wide := 0.0
	for _, row := range t.Rows {
		wide = max(wide, s.meter.Width(row.Cells[head].Text, cellStyle.face))
	}
	return wide
}

// places is where the cells of a row stand, without their lines.
func (s *setter) places(t exports.Table) []cell {
	wides := t.Widths(s.width-cellGap*float64(len(t.Heads)-1), setting(t), s.meter)
	places := make([]cell, len(wides))
	x := 0.0
	for i, head := range t.Heads {
		places[i] = cell{x: x, width: wides[i], right: head.Numbers}
		if head.Bars && barWide(t) > 0 {
			places[i].bar = wides[i] - s.widest(t, i) // numbers begin where their head does
		}
		x += wides[i] + cellGap
	}
	return places
}
