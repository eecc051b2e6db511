package exports

import "slices"

// Measures of results in millimetres.
const (
	barLabel  = 72.0 // width of the texts
	barGap    = 3.0  // between a text, its bar and its number
	barHigh   = 4.0
	barNumber = 14.0 // width of the numbers
	barSpace  = 2.2  // between rows
	titleGap  = 3.0
)

var (
	titleFace = typeface{Face{Bold: true, Size: 11}, 5.2, 4.1}
	barFace   = typeface{Face{Size: 9}, 4.2, 3.2}
	totalFace = typeface{Face{Bold: true, Size: 9}, 4.2, 3.2}
)

// barLines are the most lines of a text beside a bar.
const barLines = 3

// Results draws the votes of a table as bars under a title, each round by
// itself: one row each, in the order of the table, its text on the left and
// its number behind the bar. What does not fit one frame goes on in further
// drawings.
func Results(title string, t Table, frame Frame, meter Meter) []Drawing {
	var drawings []Drawing
	for i, head := range t.Heads {
		if head.Bars {
			r := results{frame: frame, meter: meter, title: titleOfResults(title, head.Text, t), rows: resultRows(t, i), legend: t.Legend}
			drawings = append(drawings, r.draw()...)
		}
	}
	return drawings
}

// titleOfResults names the round where there are several.
func titleOfResults(title, round string, t Table) string {
	rounds := 0
	for _, h := range t.Heads {
		if h.Bars {
			rounds++
		}
	}
	if rounds > 1 {
		return title + " – " + round
	}
	return title
}

// results are the votes of one round being drawn.
type results struct {
	frame  Frame
	meter  Meter
	title  string
	rows   []resultRow
	legend string // of the sign of a missing number
}

type resultRow struct {
	text, total string
	voted       []string
	share       float64 // of the longest bar
}

func resultRows(t Table, head int) []resultRow {
	rows := make([]resultRow, len(t.Rows))
	for i, share := range t.Shares(head) {
		cells := t.Rows[i].Cells
		named := cells[t.Named()]
		rows[i] = resultRow{text: named.Text, voted: named.Voted, total: cells[head].Text, share: share}
	}
	return rows
}

func (r results) draw() []Drawing {
	var drawings []Drawing
	for rest := r.rows; len(rest) > 0; {
		var d Drawing
		all := rest
		rest = r.fill(&d, all)
		r.explain(&d, all[:len(all)-len(rest)])
		drawings = append(drawings, d)
	}
	return drawings
}

// explain says under the rows what the sign of a missing number means.
func (r results) explain(d *Drawing, rows []resultRow) {
	if slices.ContainsFunc(rows, func(row resultRow) bool { return row.total == notCounted }) && r.legend != "" {
		d.labels(0, d.Height, clipped(r.legend, barFace, r.frame.Width, 1, r.meter), barFace)
		d.Height += barFace.leading
	}
}

// fill draws as many rows as the frame holds and returns the others.
func (r results) fill(d *Drawing, rows []resultRow) []resultRow {
	title := clipped(r.title, titleFace, r.frame.Width, barLines, r.meter)
	d.Width = r.frame.Width
	d.labels(0, 0, title, titleFace)
	y := float64(len(title))*titleFace.leading + titleGap
	room := r.frame.Width - barLabel - barNumber - 2*barGap
	for i, row := range rows {
		lines := clipped(row.text, barFace, barLabel, barLines, r.meter)
		for _, voted := range row.voted {
			lines = append(lines, clipped(voted, barFace, barLabel, barLines, r.meter)...)
		}
		high := max(barHigh, float64(len(lines))*barFace.leading)
		if i > 0 && y+high > r.frame.Height {
			return rows[i:]
		}
		d.labels(0, y, lines, barFace)
		long, middle, end := room*row.share, y+barFace.leading/2, barLabel+barGap
		if long > 0 {
			d.stroke(end, middle, end+long, middle, barHigh)
			end += long + barGap
		}
		d.labels(end, y, []labelLine{{text: row.total}}, totalFace)
		y += high + barSpace
		d.Height = y
	}
	return nil
}
