package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dilna/exports"
	"dilna/models"
	"dilna/models/modelstest"
)

// readsAt is where on a page a text stands; false: it is on none from there on.
func readsAt(p page, said string) (float64, bool) {
	for _, t := range p.texts {
		if strings.HasPrefix(t.text, said) {
			return t.y, true
		}
	}
	return 0, false
}

// However much stands above: nobody reads a diagram before the heading that says what of.
func TestADiagramNeverStandsBeforeItsHeading(t *testing.T) {
	for rows := range 36 {
		blocks := []exports.Block{
			exports.Table{Heads: []exports.TableHead{{Text: "a"}, {Text: "b"}}, Rows: slices.Repeat([]exports.TableRow{row("x", "y")}, rows)},
			exports.Heading{Level: 1, Text: "Rybí kost"}, exports.Paragraph{Text: "cíl", Tone: exports.Strong},
			exports.Figure{Effect: "cíl", Causes: sixtyCauses(), Caption: "Diagram"}, exports.List{Bullets: sixtyCauses()},
		}
		headed := false
		for _, p := range laidOutWith(t, exports.Document{Blocks: blocks}, newSet(t)) {
			at, here := readsAt(p, "Rybí kost")
			if len(p.boxes) > 0 && !headed && (!here || p.boxes[0].Y < at) {
				t.Fatalf("under %d rows the diagram stands before its heading", rows)
			}
			headed = headed || here
		}
		if !headed {
			t.Fatalf("under %d rows the heading is gone", rows)
		}
	}
}

// However much stands above: the outline is read in one piece, before the diagram or after
// it, and each drawing has its caption under it.
func TestADiagramDoesNotTearItsOutlineNorLoseItsCaption(t *testing.T) {
	for name, causes := range map[string][]exports.Bullet{"one drawing": sixtyCauses(), "several": slices.Repeat(sixtyCauses(), 4)} {
		for rows := range 36 {
			blocks := []exports.Block{
				exports.Table{Heads: []exports.TableHead{{Text: "a"}, {Text: "b"}}, Rows: slices.Repeat([]exports.TableRow{row("x", "y")}, rows)},
				exports.Heading{Level: 1, Text: "Rybí kost"}, exports.Figure{Effect: "cíl", Causes: causes, Caption: "Diagram"}, exports.List{Bullets: causes},
			}
			order := ""
			for i, p := range laidOutWith(t, exports.Document{Blocks: blocks}, newSet(t)) {
				outlined := slices.ContainsFunc(p.texts, func(one text) bool { return one.tag != nil && one.tag.name == "LBody" })
				caption, drawn := readsAt(p, "Diagram")
				if drawn != (len(p.boxes) > 0) || drawn && p.boxes[0].Y > caption {
					t.Fatalf("%s under %d rows: on page %d there is a caption: %v, %d boxes", name, rows, i+1, drawn, len(p.boxes))
				}
				listed := ""
				if outlined {
					listed = "l"
				}
				switch at, _ := readsAt(p, "•"); {
				case !drawn:
					order += listed
				case outlined && at < caption:
					order += "ld"
				default:
					order += "d" + listed
				}
			}
			if order = squeezed(order); order != "ld" && order != "dl" {
				t.Fatalf("%s under %d rows: list and drawings follow each other as %s", name, rows, order)
			}
		}
	}
}

// squeezed is a text with each letter once where several of it stand together.
func squeezed(text string) string {
	return string(slices.Compact([]rune(text)))
}

// A decision of a few lines and its parts are read on one page.
func TestADecisionStandsWithItsParts(t *testing.T) {
	for above := range 45 {
		var list exports.List
		for i := range 6 {
			list.Bullets = append(list.Bullets, exports.Bullet{Line: exports.Line{Number: fmt.Sprintf("Usnesení 3/%d:", i), Text: "Skupina ukládá"}, Bullets: []exports.Bullet{
				{Line: exports.Line{Number: "a)", Text: "svolat"}}, {Line: exports.Line{Number: "b)", Text: "sehnat"}},
			}})
		}
		pages := laidOut(t, exports.Document{Blocks: []exports.Block{exports.Paragraph{Text: strings.Repeat("řádek\n", above) + "řádek"}, list}})
		for _, p := range pages {
			counted := map[string]int{}
			for _, one := range p.texts {
				counted[strings.TrimSpace(one.text)]++
			}
			if counted["svolat"] != counted["sehnat"] || counted["Skupina ukládá"] != counted["svolat"] {
				t.Fatalf("under %d lines a page has %v", above, counted)
			}
		}
	}
}

// Where bars give up their room, a standing of five columns stays one table.
func TestRanksTakeNoMoreOfATableThanTheyNeed(t *testing.T) {
	table := exports.Table{Heads: []exports.TableHead{{Text: "Pořadí", Numbers: true}, {Text: "Podnět"}}, Rows: []exports.TableRow{row("1.", "lavičky")}}
	for i := range 5 {
		table.Heads = append(table.Heads, exports.TableHead{Text: fmt.Sprint("K", i), Numbers: true, Bars: i == 0})
		table.Rows[0].Cells = append(table.Rows[0].Cells, exports.Line{Text: fmt.Sprint(i)})
	}
	if said := said(laidOutWith(t, exports.Document{Blocks: []exports.Block{table}}, newSet(t))); said != "PořadíPodnětK0K1K2K3K41.lavičky01234" {
		t.Errorf("it is read as %s", said)
	}
}

// A grid does not take the tables above it along to the next page.
func TestAGridLeavesTheTableAboveItWhereItIs(t *testing.T) {
	grid := exports.Figure{Grid: &exports.Grid{Across: "námaha", Up: "dopad", Dots: []exports.GridDot{{Text: "x", Across: 0.5, Up: 0.5}}}, Caption: "námaha a dopad"}
	pages := laidOutWith(t, exports.Document{Blocks: []exports.Block{
		exports.Paragraph{Text: strings.Repeat("řádek\n", 35) + "řádek"},
		exports.Heading{Level: 1, Text: "Mřížka"}, exports.Table{Heads: []exports.TableHead{{Text: "a"}, {Text: "b"}}, Rows: []exports.TableRow{row("x", "y")}}, grid,
	}}, newSet(t))
	if _, here := readsAt(pages[0], "Mřížka"); !here || len(pages) != 2 || len(pages[1].boxes) == 0 {
		t.Errorf("the heading is on the first of %d pages: %v", len(pages), here)
	}
}

// However much stands above: who wrote, verified and approves minutes are read, and sign, on
// one page.
func TestLabelledLinesStandTogether(t *testing.T) {
	signers := exports.Fields{{Label: "Zapsal/a", Value: "Eva Malá"}, {Label: "Ověřil/a", Value: "Karel Dvořák"}, {Label: "Schvaluje", Value: "Jan Novák"}}
	for above := range 45 {
		pages := laidOut(t, exports.Document{Blocks: []exports.Block{
			exports.Paragraph{Text: strings.Repeat("řádek\n", above) + "řádek"}, exports.Heading{Level: 1, Text: "Vyhotovení"}, signers,
		}})
		last := pages[len(pages)-1]
		for _, said := range []string{"Vyhotovení", "Zapsal", "Ověřil", "Schvaluje"} {
			if _, here := readsAt(last, said); !here {
				t.Fatalf("under %d lines %q is on another page than the rest", above, said)
			}
		}
	}
}

// Who has many tasks is named again on each page they go on on.
func TestATaskOfTheAppendixIsNeverReadWithoutWhoseItIs(t *testing.T) {
	for _, p := range laidOutWith(t, exports.FromMinutes(modelstest.ManyTasks(), models.MinutesOptions{}), newSet(t)) {
		for _, owner := range modelstest.Owners() {
			_, named := readsAt(p, owner)
			if _, here := readsAt(p, strings.ToUpper(owner)); here && !named {
				t.Errorf("a page has tasks of %s without the name", owner)
			}
		}
	}
}
