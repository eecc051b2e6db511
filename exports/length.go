package exports

import "unicode/utf8"

// What a page of the minutes holds, in millimetres and letters, about: offices lay
// out pages with letters of their own, so that nobody knows before.
const (
	pageHigh    = 253.0
	lineHigh    = 4.9
	lineLetters = 98
	letterWide  = 1.7
	figureHigh  = 120.0
	rowPad      = 2.4
	blockGap    = 2.6
)

// Pages is about how many pages a document takes, rounded up. What stands in long
// minutes only (docs/adr/0041) asks it.
func (d Document) Pages() int {
	return int(heightOf(d.Blocks, lineLetters)/pageHigh) + 1
}

// RowsFit says whether each row of panels is low enough to stand on one page with what
// belongs to it: of a higher one an office would leave a page empty.
func (p Panels) RowsFit() bool {
	for row := range p.Rows() {
		if heightOfBlock(Panels{Beside: p.Beside, Panels: row}, lineLetters) > pageHigh*2/3 {
			return false
		}
	}
	return true
}

func heightOf(blocks []Block, letters int) float64 {
	high := 0.0
	for _, b := range blocks {
		high += blockGap + heightOfBlock(b, letters)
	}
	return high
}

func heightOfBlock(b Block, letters int) float64 {
	switch b := b.(type) {
	case Masthead:
		return 6 * lineHigh
	case Fields:
		return float64(len(b)) * (lineHigh + 1)
	case Heading:
		if b.Level == 1 {
			return 3 * lineHigh
		}
		return 1.5 * lineHigh
	case Paragraph:
		return heightOfText(b.Text, letters)
	case List:
		return heightOfBullets(b.Bullets, letters)
	case Table:
		return heightOfTable(b, letters)
	case Figure:
		if b.Address != "" {
			return codeSide
		}
		return figureHigh
	case Photo:
		_, high := b.Size(float64(letters) * letterWide)
		return high + 2*lineHigh
	case Panels:
		high := 0.0
		for row := range b.Rows() {
			most := 0.0
			for _, panel := range row {
				most = max(most, heightOf(panel, letters/b.Beside))
			}
			high += most
		}
		return high
	}
	return 0
}

func heightOfText(text string, letters int) float64 {
	lines, run := 1, 0
	for _, r := range text {
		if run++; r == '\n' || run > letters {
			lines, run = lines+1, 0
		}
	}
	return float64(lines) * lineHigh
}

// heightOfBullets is less where short ones stand in columns.
func heightOfBullets(bullets []Bullet, letters int) float64 {
	high, longest := 0.0, 0
	lines := linesOf(nil, bullets)
	for _, l := range lines {
		longest = max(longest, utf8.RuneCountInString(l.Text))
		high += heightOfText(l.Text, letters) + 0.8
		for _, remark := range l.Remarks {
			longest = max(longest, utf8.RuneCountInString(remark))
			high += heightOfText(remark, letters) * 0.85
		}
	}
	for n := columnsMost; n > 1; n-- {
		if len(lines) >= n*shortList/2 && longest < letters/n {
			return high / float64(n)
		}
	}
	return high
}

func heightOfTable(t Table, letters int) float64 {
	high := lineHigh + rowPad
	for _, row := range t.Rows {
		said, most := 0, 0.0
		for _, cell := range row.Cells {
			said += utf8.RuneCountInString(cell.Text) + 4
			most = max(most, float64(len(cell.Remarks))*lineHigh*0.85)
		}
		high += float64(1+said/letters)*lineHigh + most + rowPad
	}
	return high
}
