package pdf

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"dilna/exports"
	"dilna/models"
	"dilna/models/modelstest"
)

// twoMillimetres is a meter of 2 mm a letter.
type twoMillimetres struct{}

func (twoMillimetres) Width(text string, _ exports.Face) float64 {
	return 2 * float64(utf8.RuneCountInString(text))
}

type fataler interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

func laidOut(t fataler, doc exports.Document) []page {
	t.Helper()
	return laidOutWith(t, doc, twoMillimetres{})
}

func laidOutWith(t fataler, doc exports.Document, meter exports.Meter) []page {
	t.Helper()
	pages, _, err := layout(background, doc, meter)
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func TestTheModelRecordIsLaidOutAsBefore(t *testing.T) {
	pages := laidOut(t, exports.FromMinutes(modelstest.ModelRecord(), models.MinutesOptions{}))
	modelstest.Golden(t, "testdata/model-record.pages", dumpPages(pages))
}

func dumpPages(pages []page) string {
	var b strings.Builder
	for i, p := range pages {
		fmt.Fprintf(&b, "page %d, %.0f × %.0f mm, %d lines drawn, %d boxes\n", i+1, p.paper.width, p.paper.height, len(p.strokes), len(p.boxes))
		for _, m := range p.bookmarks {
			fmt.Fprintf(&b, "bookmark %d at %.1f: %s\n", m.level, m.y, m.text)
		}
		for _, t := range p.texts {
			if t.text == "" {
				continue // an empty cell
			}
			bold := map[bool]string{true: " bold"}[t.face.Bold]
			name := "–" // no content
			if t.tag != nil {
				name = t.tag.name
			}
			fmt.Fprintf(&b, "%6.1f %6.1f %4.1f%s %s | %s\n", t.x, t.y, t.face.Size, bold, name, strings.TrimRight(t.text, " "))
		}
	}
	return b.String()
}

func TestATableHeadStandsOnEveryPageOfItsTable(t *testing.T) {
	table := exports.Table{Heads: []exports.TableHead{{Text: "Podnět"}, {Text: "Hlasy", Numbers: true}}}
	for i := range 200 {
		table.Rows = append(table.Rows, row(fmt.Sprintf("podnět %d", i+1), fmt.Sprint(i%7)))
	}
	pages := laidOut(t, exports.Document{Blocks: []exports.Block{table}})
	if len(pages) < 5 {
		t.Fatalf("200 rows take %d pages", len(pages))
	}
	for i, p := range pages {
		if p.texts[0].text != "Podnět" || p.texts[1].text != "Hlasy" {
			t.Errorf("page %d begins with %q", i+1, p.texts[0].text)
		}
		if repeated := p.texts[0].tag == nil; repeated != (i > 0) {
			t.Errorf("page %d: repeated is %v", i+1, repeated)
		}
	}
}

func TestARowHigherThanAPageIsTornButKeepsItsNumberAtItsBeginning(t *testing.T) {
	long := strings.Repeat("slovo ", 2000)
	table := exports.Table{
		Heads: []exports.TableHead{{Text: "Podnět"}, {Text: "Hlasy", Numbers: true}},
		Rows:  []exports.TableRow{row("krátký", "1"), row(long, "42"), row("poslední", "3")},
	}
	pages := laidOut(t, exports.Document{Blocks: []exports.Block{exports.Heading{Level: 1, Text: "Krok"}, table}})
	if len(pages) < 3 {
		t.Fatalf("it takes %d pages", len(pages))
	}
	var first, number text
	for _, t := range pages[0].texts {
		switch {
		case t.text == "42":
			number = t
		case first.text == "" && strings.HasPrefix(t.text, "slovo"):
			first = t
		}
	}
	if number.y == 0 || number.y != first.y {
		t.Errorf("the number stands at %.1f, its row begins at %.1f", number.y, first.y)
	}
}

func TestWideTablesGoOnBelowWithTheirFirstCells(t *testing.T) {
	table := exports.Table{Heads: []exports.TableHead{{Text: "Podnět"}}, Rows: []exports.TableRow{row("doprava")}}
	for i := range 12 {
		table.Heads = append(table.Heads, exports.TableHead{Text: fmt.Sprintf("K%d", i), Numbers: true})
		table.Rows[0].Cells = append(table.Rows[0].Cells, exports.Line{Text: fmt.Sprint(i)})
	}
	said := said(laidOut(t, exports.Document{Blocks: []exports.Block{table}}))
	want := "PodnětK0K1K2K3K4doprava01234PodnětK5K6K7K8K9doprava56789PodnětK10K11doprava1011"
	if said != want {
		t.Errorf("got  %s\nwant %s", said, want)
	}
}

func TestAFishboneOfSixtyCausesOnFourLevelsIsDrawnLargeEnoughToRead(t *testing.T) {
	pages := laidOutWith(t, exports.Document{Blocks: []exports.Block{exports.Figure{Effect: "cíl", Causes: sixtyCauses()}}}, newSet(t))
	drawn := map[string]bool{}
	for _, p := range pages {
		for _, one := range p.texts {
			drawn[strings.TrimSpace(one.text)] = true
			if one.tag != nil && one.tag.name == "Figure" && one.face.Size < 9 {
				t.Errorf("%q has %.1f points", one.text, one.face.Size)
			}
		}
	}
	for i := range 60 {
		if !drawn[fmt.Sprintf("příčina číslo %d", i)] {
			t.Errorf("příčina číslo %d is missing", i)
		}
	}
}

// sixtyCauses are five bones, each of four levels.
func sixtyCauses() []exports.Bullet {
	n := -1
	var grow func(deep int) exports.Bullet
	grow = func(deep int) exports.Bullet {
		n++
		b := exports.Bullet{Line: exports.Line{Text: fmt.Sprintf("příčina číslo %d", n)}}
		for range []int{0, 2, 1, 3}[deep] {
			b.Bullets = append(b.Bullets, grow(deep-1))
		}
		return b
	}
	bones := make([]exports.Bullet, 5)
	for i := range bones {
		bones[i] = grow(3)
	}
	return bones
}

func TestTheModelRecordTakesSixPages(t *testing.T) {
	if n := len(laidOutWith(t, exports.FromMinutes(modelstest.ModelRecord(), models.MinutesOptions{}), newSet(t))); n > 6 {
		t.Errorf("it takes %d pages", n)
	}
}

// A diagram stands under its heading; where it would leave much of the page
// empty, the outline of the same comes before it.
func TestADiagramStandsWithItsHeadingAndLeavesNoPageEmpty(t *testing.T) {
	blocks := []exports.Block{
		exports.Heading{Level: 1, Text: "Rybí kost"}, exports.Figure{Effect: "cíl", Causes: sixtyCauses(), Caption: "Diagram"}, exports.List{Bullets: sixtyCauses()},
	}
	first := laidOutWith(t, exports.Document{Blocks: blocks}, newSet(t))[0]
	if len(first.boxes) == 0 {
		t.Error("there is room for the drawing under its heading, and it is not there")
	}
	blocks = append([]exports.Block{exports.Table{Heads: []exports.TableHead{{Text: "a"}, {Text: "b"}}, Rows: slices.Repeat([]exports.TableRow{row("x", "y")}, 16)}}, blocks...)
	first = laidOutWith(t, exports.Document{Blocks: blocks}, newSet(t))[0]
	if len(first.boxes) > 0 || !strings.Contains(said([]page{first}), "příčinačíslo0") {
		t.Error("the page ends with what came before the heading, or with the drawing")
	}
}

func TestAListDoesNotBreakAfterTwoOfItsItems(t *testing.T) {
	var long exports.List
	for i := range 14 {
		long.Bullets = append(long.Bullets, exports.Bullet{Line: exports.Line{Text: fmt.Sprintf("položka %d je příliš dlouhá na to, aby stála ve sloupcích vedle jiné", i)}})
	}
	for _, list := range []exports.List{long, shortList(14)} {
		for above := range 45 {
			pages := laidOut(t, exports.Document{Blocks: []exports.Block{
				exports.Paragraph{Text: strings.Repeat("řádek\n", above) + "řádek"}, list,
			}})
			for _, p := range pages {
				items := 0
				for _, one := range p.texts {
					if one.tag != nil && one.tag.name == "Lbl" {
						items++
					}
				}
				if items == 1 || items == 2 {
					t.Fatalf("under %d lines a page has %d items", above, items)
				}
			}
		}
	}
}

// A last page of three bullets is what an office closes up by hand: the pages before it
// stand a little closer, and none of them says less.
func TestNoFewLinesStandAloneOnTheLastPageOfLongMinutes(t *testing.T) {
	for n := 280; n < 330; n++ {
		list := exports.List{}
		for i := range n {
			list.Bullets = append(list.Bullets, exports.Bullet{Line: exports.Line{Text: fmt.Sprintf("podnět %d je příliš dlouhý na to, aby stál ve sloupcích vedle jiného", i)}})
		}
		pages := laidOut(t, exports.Document{Blocks: []exports.Block{exports.Heading{Level: 1, Text: "PODNĚTY"}, list}})
		if items := strings.Count(said(pages), "podnět"); items != n {
			t.Fatalf("of %d there are %d", n, items)
		}
		if items := strings.Count(said(pages[len(pages)-1:]), "podnět"); items < 5 {
			t.Errorf("of %d the last of %d pages has %d", n, len(pages), items)
		}
	}
}

// Half of four rows on another page is what an office puts together by hand.
func TestASmallTableStaysOnOnePage(t *testing.T) {
	table := exports.Table{Heads: []exports.TableHead{{Text: "Podnět"}, {Text: "Stůl", Numbers: true}}, Rows: slices.Repeat([]exports.TableRow{row("lavička", "5")}, 4)}
	for above := range 45 {
		for _, p := range laidOut(t, exports.Document{Blocks: []exports.Block{exports.Paragraph{Text: strings.Repeat("řádek\n", above) + "řádek"}, table}}) {
			if rows := strings.Count(said([]page{p}), "lavička"); rows != 0 && rows != 4 {
				t.Fatalf("under %d lines a page has %d rows", above+1, rows)
			}
		}
	}
}

func TestFieldsOfASWOTStandBesideEachOtherInFourFrames(t *testing.T) {
	var panels exports.Panels
	panels.Beside = 2
	for i := range 4 {
		panels.Panels = append(panels.Panels, []exports.Block{exports.Heading{Level: 2, Text: fmt.Sprint("pole", i)}, shortList(4)})
	}
	p := laidOut(t, exports.Document{Blocks: []exports.Block{exports.Heading{Level: 1, Text: "SWOT"}, panels}})[0]
	at := map[string]text{}
	for _, one := range p.texts {
		at[one.text] = one
	}
	if at["pole0"].y != at["pole1"].y || at["pole2"].y != at["pole3"].y || at["pole0"].x != at["pole2"].x || at["pole1"].x <= at["pole0"].x || at["pole2"].y <= at["pole0"].y {
		t.Errorf("they stand at %v", at)
	}
	if len(p.strokes) < 4*4 {
		t.Errorf("%d lines are no four frames", len(p.strokes))
	}
	if got, want := said([]page{p}), "SWOT"+strings.Repeat("pole%dslovo0slovo1slovo2slovo3", 4); got != fmt.Sprintf(want, 0, 1, 2, 3) {
		t.Errorf("they are read as %s", got)
	}
}

// Columns within a field would stand in none.
func TestShortWordsInAFieldOfASWOTAreAllSaid(t *testing.T) {
	field := []exports.Block{exports.Heading{Level: 2, Text: "Silné stránky"}, shortList(8)}
	pages := laidOut(t, exports.Document{Blocks: []exports.Block{exports.Panels{Beside: 2, Panels: [][]exports.Block{field, field}}}})
	want := strings.Repeat("Silnéstránky"+textOf([]exports.Block{shortList(8)}), 2)
	if got := said(pages); got != want {
		t.Errorf("it says %s, not %s", got, want)
	}
}

func TestALargeFishboneLiesOnAPageOfItsOwn(t *testing.T) {
	var causes []exports.Bullet
	for i := range 10 {
		causes = append(causes, exports.Bullet{Line: exports.Line{Text: fmt.Sprint("příčina ", i)}})
	}
	pages := laidOut(t, exports.Document{Blocks: []exports.Block{
		exports.Paragraph{Text: "před"}, exports.Figure{Effect: "cíl", Causes: causes}, exports.Paragraph{Text: "po"},
	}})
	if len(pages) != 3 || pages[0].paper != upright || pages[1].paper != lying || pages[2].paper != upright {
		t.Errorf("got %d pages", len(pages))
	}
}

// TestPagesBreakWhereTheyMay lays out documents of any blocks: nothing is lost
// or out of order, nothing leaves the body of the page, no heading ends a page,
// no row is torn, no line of a paragraph stands alone.
func TestPagesBreakWhereTheyMay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := exports.Document{Page: "Strana", Of: "z", Blocks: rapid.SliceOfN(anyBlock(), 1, 12).Draw(t, "blocks")}
		pages := laidOut(t, doc)
		lines := map[*tag][]int{} // page of each line of a cell
		for i, p := range pages {
			checkBody(t, i, p, i == len(pages)-1)
			for _, one := range p.texts {
				if one.tag != nil {
					lines[one.tag] = append(lines[one.tag], i)
				}
			}
		}
		for in, on := range lines {
			checkTorn(t, in, on)
		}
		if got, want := said(pages), textOf(doc.Blocks); got != want {
			t.Fatalf("the pages say\n%s\nthe document\n%s", got, want)
		}
	})
}

func checkBody(t *rapid.T, n int, p page, last bool) {
	lowest := text{}
	for _, one := range p.texts {
		if one.y > p.paper.height-footMargin+0.01 && one.tag == nil {
			continue // the foot
		}
		right := one.x + (twoMillimetres{}).Width(strings.TrimRight(one.text, " "), one.face)
		if one.x < sideMargin-0.01 || right > p.paper.width-sideMargin+0.01 ||
			one.y < topMargin || one.y > p.paper.height-footMargin+0.01 {
			t.Fatalf("page %d: %q stands at %.1f, %.1f", n+1, one.text, one.x, one.y)
		}
		if one.y > lowest.y {
			lowest = one
		}
	}
	if !last && lowest.tag != nil && lowest.tag.name[0] == 'H' {
		t.Fatalf("page %d ends with the heading %q", n+1, lowest.text)
	}
}

func checkTorn(t *rapid.T, in *tag, on []int) {
	torn := on[0] != on[len(on)-1]
	if torn && in.parent.name == "TR" {
		t.Fatal("a row of a table is torn")
	}
	if torn && (on[0] != on[1] || on[len(on)-1] != on[len(on)-2]) {
		t.Fatalf("a line stands alone: %v", on)
	}
}

func TestTheLogoTheVersionAndTheDraftAreOnThePages(t *testing.T) {
	logo := &models.Picture{PNG: []byte("png"), Width: 300, Height: 100, Alt: "Kraj"}
	pages := laidOut(t, exports.Document{
		Foot: strings.Repeat("dlouhý název jednání ", 6), Page: "Strana", Of: "z", Version: "verze 2", Approval: "schválila Eva", Draft: "NÁVRH",
		Blocks: []exports.Block{exports.Masthead{Logo: logo, Publicity: []string{"Spolufinancováno", "Projekt 12"}, Title: "Zápis"}},
	})
	p := pages[0]
	if p.draft != "NÁVRH" || len(p.logos) != 1 || p.logos[0].width != 60 || p.logos[0].tag.alt != "Kraj" {
		t.Errorf("the page has %q across it and the logos %v", p.draft, p.logos)
	}
	var foot []string
	for _, one := range p.texts {
		if one.tag == nil {
			foot = append(foot, one.text)
		} else if one.x < p.logos[0].x+p.logos[0].width && one.y < p.logos[0].y+p.logos[0].height && one.text != "" {
			t.Errorf("%q runs into the logo", one.text)
		}
	}
	if len(foot) != 3 || !strings.HasSuffix(foot[0], "…") || foot[2] != "verze 2 · schválila Eva" {
		t.Errorf("the foot says %q", foot)
	}
}

func TestABarIsAsLongAsTheShareOfTheMost(t *testing.T) {
	table := exports.Table{Heads: []exports.TableHead{{Text: "Podnět"}, {Text: "Hlasy", Numbers: true, Bars: true}}}
	for _, votes := range []int{0, 1, 4, -2} {
		table.Rows = append(table.Rows, exports.TableRow{Cells: []exports.Line{{Text: "doprava"}, {Text: fmt.Sprint(votes), Count: &votes}}})
	}
	var bars []float64
	for _, s := range laidOut(t, exports.Document{Blocks: []exports.Block{table}})[0].strokes {
		if s.tint == inkBar {
			bars = append(bars, s.X2-s.X1)
		}
	}
	if len(bars) != 2 || math.Abs(bars[1]-4*bars[0]) > 0.001 {
		t.Errorf("the bars are %v long", bars)
	}
}
