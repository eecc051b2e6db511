package html

import (
	_ "embed"
	"strconv"

	"dilna/exports"
)

// table is in a box that scrolls where the screen is too narrow, by the keyboard, too.
func (p *page) table(t exports.Table) {
	p.w.Open("div", "class", "table", "role", "group", "tabindex", "0", "aria-labelledby", p.headed())
	p.w.Open("table", "class", form(t))
	if t.HasHead() {
		p.w.Open("thead")
		p.w.Open("tr")
		for _, head := range t.Heads {
			p.element("th", head.Text, "scope", "col", "class", numbers(head), "lang", head.Lang, "dir", way(head.Text))
		}
		p.w.Close()
		p.w.Close()
	}
	p.w.Open("tbody")
	shares := make([][]float64, len(t.Heads))
	for i := range t.Heads {
		shares[i] = t.Shares(i)
	}
	for n := range t.Rows {
		p.row(t, n, shares)
	}
	p.w.Close()
	p.w.Close()
	p.w.Close()
}

// form is the class of tables that people write into.
func form(t exports.Table) string {
	if t.IsForm() {
		return "form"
	}
	return ""
}

func numbers(head exports.TableHead) string {
	switch {
	case head.Numbers:
		return "numbers"
	case head.Wide > 0:
		return "set"
	}
	return ""
}

func (p *page) row(t exports.Table, n int, shares [][]float64) {
	row := t.Rows[n]
	p.w.Open("tr")
	for i, cell := range row.Cells {
		class := numbers(t.Heads[i])
		if i == t.Named() && row.Depth > 0 {
			class = "under" + strconv.Itoa(min(row.Depth, deepest))
		}
		if i == t.Named() && t.HasHead() {
			p.w.Open("th", "scope", "row", "class", class, "dir", way(cell.Text))
		} else {
			p.w.Open("td", "class", class, "dir", way(cell.Text))
		}
		p.line(cell)
		if t.Heads[i].Bars {
			p.bar(shares[i][n])
		}
		p.w.Close()
	}
	p.w.Close()
}

// bar shows a number once more, for the eye only.
func (p *page) bar(share float64) {
	p.w.Open("svg", "class", "bar", "viewBox", "0 0 100 4", "preserveAspectRatio", "none", "aria-hidden", "true")
	p.w.Empty("rect", "width", strconv.FormatFloat(100*share, 'f', 1, 64), "height", "4")
	p.w.Close()
}
