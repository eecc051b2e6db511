package fonts

import "dilna/exports"

// wideLetters is how much wider the letters are that an office has where it lacks ours,
// beside those measured here: else heads and receipts are broken within a word.
const wideLetters = 1.12

// officeCells is how DOCX and ODT set the cells of a table.
var officeCells = exports.TableSetting{
	Head: exports.Face{Bold: true, Size: 10 * wideLetters}, Cell: exports.Face{Size: 10 * wideLetters}, Remark: exports.Face{Size: 9 * wideLetters},
	Beside: 5, Indent: 5,
}

// How many lines stay on one page in formats that an office lays out; the PDF has the same.
const (
	tallLines = 12 // from so many on a row or a line of a list may be torn: whole, it would leave much of a page empty
	fewLines  = 8  // of a bullet with those under it that stay together
	tiedItems = 3  // of a list that stay together at both ends of a page,
	tiedLines = 2  // where they have no more lines than that
	wholeRows = 5  // of a table that stays on one page, where they have no more lines than that
	tiedMost  = 5  // lines of the rows at both ends of a larger one that keep another beside them
)

// OfficeTable is what formats that an office lays out need to know of a table.
type OfficeTable struct {
	Widths []float64 // of the cells of a row, in millimetres
	Tall   []bool    // which rows may be torn
	Tied   []bool    // which rows stay on the page of the next one
	Whole  bool      // all of them stay on one page
}

// ForOffice measures a table for a page of that width, in millimetres. The
// office has letters of its own; those measured here are a little wider than
// most.
func ForOffice(t exports.Table, room float64) (OfficeTable, error) {
	meter, err := NewSet()
	if err != nil {
		return OfficeTable{}, err
	}
	table := OfficeTable{Widths: t.Widths(room, officeCells, meter), Tall: make([]bool, len(t.Rows)), Tied: make([]bool, len(t.Rows)), Whole: len(t.Rows) <= wholeRows}
	for n, row := range t.Rows {
		high := 1
		for i, cell := range row.Cells {
			lines := exports.Wrap(cell.Text, officeCells.Cell, table.Widths[i]-officeCells.Beside, meter)
			high = max(high, len(lines)+len(cell.Remarks))
			table.Tall[n] = table.Tall[n] || len(lines) >= tallLines
		}
		table.Tied[n] = (n == 0 || n == len(t.Rows)-2) && high <= tiedMost
		table.Whole = table.Whole && high <= tiedLines
	}
	table.Whole = table.Whole || t.IsForm()
	return table, nil
}

// officeList is how DOCX, ODT and HTML set lists.
var officeList = exports.ListSetting{Face: exports.Face{Size: 10.5}, Sign: 6, Gap: 6}

// OfficeColumns is in how many columns such formats set a list, which may stand in a panel.
func OfficeColumns(l exports.List, room float64, inPanel bool) (int, error) {
	meter, err := NewSet()
	if err != nil {
		return 1, err
	}
	set := officeList
	set.InPanel = inPanel
	return l.Columns(room, set, meter), nil
}

// officeNumbers is as large as numbers of lines may be where the office has but
// wide letters.
const officeNumbers = 12

// OfficeLine is how a line of a list stands in such formats.
type OfficeLine struct {
	exports.Hung
	Whole bool // it is not torn
	Tied  bool // it stays on the page of the next one
}

// OfficeLines is how the lines of a list stand, in the order they are read.
func OfficeLines(l exports.List, room float64) ([]OfficeLine, error) {
	meter, err := NewSet()
	if err != nil {
		return nil, err
	}
	set := officeList
	set.Face.Size = officeNumbers
	hung := l.Hung(room, set, meter)
	var lines []OfficeLine
	for i, bullet := range l.Bullets {
		from, high := len(lines), 0
		for _, line := range (exports.List{Bullets: []exports.Bullet{bullet}}).Lines() {
			at := hung[len(lines)]
			n := officeHeight(line, room-at.Text, meter)
			ends := len(bullet.Bullets) == 0 && n <= tiedLines && i < len(l.Bullets)-1 && (i < tiedItems-1 || i >= len(l.Bullets)-tiedItems)
			lines, high = append(lines, OfficeLine{Hung: at, Whole: n < tallLines, Tied: ends}), high+n
		}
		for j := from; j < len(lines)-1 && high <= fewLines; j++ {
			lines[j].Tied = true
		}
	}
	return lines, nil
}

// officeHeight is about how many lines a text takes with what hangs on it.
func officeHeight(l exports.Line, room float64, meter exports.Meter) int {
	text := exports.Face{Size: officeList.Face.Size * wideLetters}
	n := len(exports.Wrap(l.Text+" "+l.Word, text, room, meter))
	for _, remark := range l.Remarks {
		n += len(exports.Wrap(remark, officeCells.Remark, room, meter))
	}
	return n
}
