package fonts_test

import (
	"strings"
	"testing"

	"dilna/exports"
	"dilna/exports/fonts"
)

// An office that lacks the font of a file takes a wider one: heads, receipts and what
// has a unit still stand on one line.
func TestNarrowCellsHaveRoomForWideLetters(t *testing.T) {
	long := strings.Repeat("co kdo na lístku řekl, ", 20)
	table := exports.Table{
		Heads: []exports.TableHead{{Text: "Kontrolní číslo", Short: true}, {Text: "Dohromady", Numbers: true}, {Text: "Cena", Numbers: true}, {Text: "Hlasy"}},
		Rows:  []exports.TableRow{{Cells: []exports.Line{{Text: "1234 5678 9012"}, {Text: "7"}, {Text: "250\u00a0000\u00a0Kč"}, {Text: long}}}},
	}
	office, err := fonts.ForOffice(table, 166)
	if err != nil {
		t.Fatal(err)
	}
	meter, err := fonts.NewSet()
	if err != nil {
		t.Fatal(err)
	}
	const wider, beside = 1.11, 5.0 // DejaVu Sans beside its condensed form; the space in a cell
	for i, c := range []struct {
		text string
		bold bool
	}{{"1234 5678 9012", false}, {"Dohromady", true}, {"250\u00a0000\u00a0Kč", false}} {
		if needs := meter.Width(c.text, exports.Face{Bold: c.bold, Size: 10})*wider + beside; office.Widths[i] < needs {
			t.Errorf("%s has %.1f mm and needs %.1f", c.text, office.Widths[i], needs)
		}
	}
}
