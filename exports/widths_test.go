package exports_test

import (
	"math"
	"strings"
	"testing"

	"dilna/exports"
)

var cells = exports.TableSetting{Bar: 10, Beside: 2, Indent: 5}

func tableOf(heads []exports.TableHead, rows ...[]string) exports.Table {
	t := exports.Table{Heads: heads}
	for _, texts := range rows {
		row := exports.TableRow{}
		for _, text := range texts {
			row.Cells = append(row.Cells, exports.Line{Text: text})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func heads(texts ...string) []exports.TableHead {
	all := make([]exports.TableHead, len(texts))
	for i, text := range texts {
		all[i] = exports.TableHead{Text: strings.TrimPrefix(text, "#"), Numbers: strings.HasPrefix(text, "#")}
	}
	return all
}

// A letter is two millimetres wide in these tests.
func TestTablesShareTheirWidthByWhatStandsInThem(t *testing.T) {
	long := strings.Repeat("slovo ", 200)
	for name, c := range map[string]struct {
		table exports.Table
		holds func(w []float64) bool
	}{
		"a time takes what a time needs, not most of the page": {
			tableOf(heads("Čas", "Bod", "Kdo"), []string{"13:00", "Zahájení a představení účastníků", "Jana Nováková"}, []string{"13:10", "Problémové oblasti služeb", "všichni"}),
			func(w []float64) bool { return w[0] < 20 && w[1] > w[2] && w[2] > w[0] },
		},
		"numbers are as narrow as their digits and the words of their head": {
			tableOf(heads("Podnět", "#Počet hlasů pro prioritizaci"), []string{"Nekomunikace", "4"}, []string{"Nedostatek financí", "12"}),
			func(w []float64) bool { return w[1] <= float64(len("Počet hlasů pro prioritizaci"))+4 },
		},
		"the cell with most text is the widest, and the others keep whole words": {
			tableOf(heads("Rozhodnutí", "#Pro", "#Proti", "Výsledek"), []string{"Návrh rozpočtu na příští rok", "17", "0", long}),
			func(w []float64) bool { return w[3] > w[0] && w[3] > 80 && w[0] >= 2*float64(len("Rozhodnutí")) },
		},
		"long heads of several columns of numbers leave the text beside them its room": {
			tableOf(heads("Podnět", "#Stůl obcí, městských částí a okolních mikroregionů a jejich svazků", "#Stůl lidí, kteří doma o někoho pečují, a těch, komu pomáhají"), []string{"Lavičky u řeky a u školy", "4", "5"}),
			func(w []float64) bool { return w[0] > 45 },
		},
		"a text under no heading takes what numbers leave": {
			tableOf(heads("", "#Kolo 1", "#Kolo 2"), []string{"a", "1", "2"}),
			func(w []float64) bool { return w[0] > 120 },
		},
		"a word too long for the page is broken, its neighbours are not": {
			tableOf(heads("Podnět", "Odkaz"), []string{"Nekomunikace", strings.Repeat("x", 300)}),
			func(w []float64) bool { return w[0] >= 2*float64(len("Nekomunikace"))+2 },
		},
		"short words that ask for no more room than they take stand on one line": {
			exports.Table{Heads: []exports.TableHead{{Text: "Kdo", Short: true}, {Text: "Hlasy"}}, Rows: []exports.TableRow{{Cells: []exports.Line{{Text: "Ballot 100"}, {Text: long}}}}},
			func(w []float64) bool { return w[0] >= 2*float64(len("Ballot 100")) },
		},
		"each receipt stands on one line, however much the ballot says": {
			exports.Table{Heads: []exports.TableHead{{Text: "Lístek", Short: true}, {Text: "Kontrolní číslo", Short: true}, {Text: "Hlasy"}}, Rows: []exports.TableRow{{Cells: []exports.Line{{Text: "1. lístek"}, {Text: "1234 5678 9012"}, {Text: long}}}}},
			func(w []float64) bool { return w[1] >= 2*float64(len("1234 5678 9012")) },
		},
		"only numbers":   {tableOf(heads("#a", "#b"), []string{"1", "2"}), func(w []float64) bool { return w[1] < w[0] }},
		"nothing at all": {tableOf(heads("", "")), func(w []float64) bool { return true }},
	} {
		wides, sum := c.table.Widths(166, cells, twoMillimetres{}), 0.0
		for _, wide := range wides {
			sum += wide
		}
		if math.Abs(sum-166) > 1e-6 {
			t.Errorf("%s: %v fill %v of 166", name, wides, sum)
		}
		if !c.holds(wides) {
			t.Errorf("%s: %v", name, wides)
		}
	}
}
