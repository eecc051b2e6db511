package odt

import (
	"fmt"
	"strconv"

	"dilna/exports"
	"dilna/exports/fonts"
)

func (b *body) table(t exports.Table) error {
	measured, err := fonts.ForOffice(t, b.width())
	if err != nil {
		return err
	}
	b.tables++
	name := "Table" + strconv.Itoa(b.tables)
	style := "Table"
	if measured.Whole {
		style = "WholeTable"
	}
	b.w.Open("table:table", "table:name", name, "table:style-name", style)
	b.columnsOf(name, measured.Widths)
	if t.HasHead() {
		b.w.Open("table:table-header-rows")
		b.w.Open("table:table-row", "table:style-name", "Row")
		for _, head := range t.Heads {
			style := styleHeadCell
			if head.Numbers {
				style = styleHeadEnd
			}
			b.cell("Head", style, exports.Line{Text: head.Text, Lang: head.Lang})
		}
		b.w.Close()
		b.w.Close()
	}
	for i, row := range t.Rows {
		style := "Row"
		if measured.Tall[i] {
			style = "TallRow"
		}
		if t.IsForm() {
			style = "FormRow"
		}
		b.row(t, row, style)
	}
	b.w.Close()
	return nil
}

// columnsOf says how wide the columns of a table are.
func (b *body) columnsOf(name string, widths []float64) {
	for i, wide := range widths {
		style := fmt.Sprintf("%s.%d", name, i+1)
		b.columns.Open("style:style", "style:name", style, "style:family", "table-column")
		b.columns.Empty("style:table-column-properties", "style:column-width", mm(wide))
		b.columns.Close()
		b.w.Empty("table:table-column", "table:style-name", style)
	}
}

func (b *body) row(t exports.Table, row exports.TableRow, style string) {
	b.w.Open("table:table-row", "table:style-name", style)
	for i, cell := range row.Cells {
		style := styleCell
		switch {
		case t.Heads[i].Numbers:
			style = styleNumber
		case i == t.Named() && row.Depth > 0:
			style = styleUnder + strconv.Itoa(min(row.Depth, deepestUnder))
		}
		b.cell("Body", style, cell)
	}
	b.w.Close()
}

func (b *body) cell(style, paragraph string, l exports.Line) {
	b.w.Open("table:table-cell", "table:style-name", style, "office:value-type", "string")
	b.w.Open("text:p", "text:style-name", b.along(paragraph, l.Text))
	if l.Number != "" {
		b.span("Quiet", l.Number+" ")
	}
	b.line(l)
	b.w.Close()
	b.w.Close()
}
