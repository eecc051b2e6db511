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

// tallLines is from how many lines on an office may tear a row: kept whole, it
// would leave much of a page empty.
const tallLines = 12

// OfficeTable is what formats that an office lays out need to know of a table.
type OfficeTable struct {
	Widths []float64 // of the cells of a row, in millimetres
	Tall   []bool    // which rows may be torn
}

// ForOffice measures a table for a page of that width, in millimetres. The
// office has letters of its own; those measured here are a little wider than
// most.
func ForOffice(t exports.Table, room float64) (OfficeTable, error) {
	meter, err := NewSet()
	if err != nil {
		return OfficeTable{}, err
	}
	table := OfficeTable{Widths: t.Widths(room, officeCells, meter), Tall: make([]bool, len(t.Rows))}
	for n, row := range t.Rows {
		for i, cell := range row.Cells {
			lines := exports.Wrap(cell.Text, officeCells.Cell, table.Widths[i]-officeCells.Beside, meter)
			table.Tall[n] = table.Tall[n] || len(lines) >= tallLines
		}
	}
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

// OfficeHung is where the lines of a list stand in such formats.
func OfficeHung(l exports.List, room float64) ([]exports.Hung, error) {
	meter, err := NewSet()
	if err != nil {
		return nil, err
	}
	set := officeList
	set.Face.Size = officeNumbers
	return l.Hung(room, set, meter), nil
}
