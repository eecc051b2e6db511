package formats

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"dilna/exports"
	"dilna/exports/docx"
	"dilna/exports/odt"
	"dilna/models"
	"dilna/models/modelstest"
)

// TestNoHeadingStandsAloneAboveAListInColumns: LibreOffice opens pages on which there is
// room for the heading, and for less and less of the list under it. What belongs to the
// heading, as what a mark means, stays with both.
func TestNoHeadingStandsAloneAboveAListInColumns(t *testing.T) {
	words := exports.List{}
	for i := range 14 {
		words.Bullets = append(words.Bullets, exports.Bullet{Line: exports.Line{Text: fmt.Sprintf("samota%d", i)}})
	}
	legend := exports.Paragraph{Text: "Značka znamená, že to skupina vybrala.", Tone: exports.Quiet, Tied: true}
	docs := map[string]exports.Document{}
	for above := 30; above < 38; above++ {
		docs[fmt.Sprint("plain", above)] = below(above, exports.Heading{Level: 1, Text: "ASOCIACE"}, words)
		docs[fmt.Sprint("legend", above)] = below(above, exports.Heading{Level: 1, Text: "ASOCIACE"}, legend, words)
	}
	for name, page := range pagesInOffices(t, docs) {
		if strings.Contains(page, "ASOCIACE") && !strings.Contains(page, "samota0") {
			t.Errorf("%s: a page ends with the heading", name)
		}
	}
}

// TestNoHeadingOfTheModelRecordStandsAloneAtTheFootOfAPage: its topics are lists in columns, each
// heading follows columns and heads others.
func TestNoHeadingOfTheModelRecordStandsAloneAtTheFootOfAPage(t *testing.T) {
	record := exports.FromMinutes(modelstest.ModelRecord(), models.MinutesOptions{})
	docs := map[string]exports.Document{}
	for above := range 2 {
		doc := record
		doc.Blocks = append(below(above).Blocks, record.Blocks...)
		docs[fmt.Sprint(above)] = doc
	}
	for name, page := range pagesInOffices(t, docs) {
		said, _, _ := strings.Cut(strings.TrimSpace(page), "\n"+record.Foot)
		for block := range exports.Flat(record.Blocks) {
			if heading, ok := block.(exports.Heading); ok && strings.HasSuffix(strings.TrimSpace(said), "\n"+heading.Text) {
				t.Errorf("%s: a page ends with %q", name, heading.Text)
			}
		}
	}
}

// TestARowOfPanelsStaysOnOnePageInOffices: there is less and less room for topics beside
// each other; torn, neither would be read to its end before the next.
func TestARowOfPanelsStaysOnOnePageInOffices(t *testing.T) {
	field := func(name string) []exports.Block {
		list := exports.List{}
		for i := range 7 {
			list.Bullets = append(list.Bullets, exports.Bullet{Line: exports.Line{Text: fmt.Sprint(name, i)}})
		}
		return []exports.Block{list}
	}
	docs := map[string]exports.Document{}
	for above := 28; above < 40; above += 3 {
		panels := exports.Panels{Beside: 2, Panels: [][]exports.Block{field("silná"), field("slabá")}}
		docs[fmt.Sprint(above)] = below(above, exports.Heading{Level: 1, Text: "SWOT"}, panels)
	}
	for name, page := range pagesInOffices(t, docs) {
		if strings.Contains(page, "silná0") != strings.Contains(page, "slabá6") || strings.Contains(page, "SWOT") != strings.Contains(page, "silná0") {
			t.Errorf("%s: fields are torn, or stand without their heading", name)
		}
	}
}

// TestNoPartOfADecisionIsTornInOffices: there is less and less room for a decision of a few lines
// with its parts, each of several lines.
func TestNoPartOfADecisionIsTornInOffices(t *testing.T) {
	const lines = 4
	part := func(name string) exports.Line {
		said := ""
		for i := range lines {
			said += fmt.Sprintf("%s%d ", name, i) + strings.Repeat("aby ", 18)
		}
		return exports.Line{Text: said}
	}
	decision := exports.Bullet{Line: exports.Line{Number: "Usnesení 3/1:", Text: "Skupina ukládá"}}
	for i, name := range []string{"první", "druhá", "třetí"} {
		line := part(name)
		line.Number = string(rune('a'+i)) + ")"
		decision.Bullets = append(decision.Bullets, exports.Bullet{Line: line})
	}
	docs := map[string]exports.Document{}
	for above := 24; above < 44; above += 2 {
		docs[fmt.Sprint("numbered", above)] = below(above, exports.List{Bullets: []exports.Bullet{decision}})
		docs[fmt.Sprint("bullet", above)] = below(above, exports.List{Bullets: []exports.Bullet{{Line: part("první")}, {Line: part("druhá")}}})
	}
	for name, page := range pagesInOffices(t, docs) {
		for _, part := range []string{"první", "druhá", "třetí"} {
			if strings.Contains(page, part+"0") != strings.Contains(page, part+fmt.Sprint(lines-1)) {
				t.Errorf("%s: a page ends within %s", name, part)
			}
		}
	}
}

// TestAShortDecisionStandsWithItsPartsInOffices, and no list is broken after its first line.
func TestAShortDecisionStandsWithItsPartsInOffices(t *testing.T) {
	list, few := exports.List{}, exports.List{}
	for i := range 8 {
		list.Bullets = append(list.Bullets, exports.Bullet{Line: exports.Line{Number: fmt.Sprintf("Usnesení 3/%d:", i), Text: fmt.Sprintf("Ukládá%d", i)}, Bullets: []exports.Bullet{
			{Line: exports.Line{Number: "a)", Text: fmt.Sprintf("svolat%d", i)}}, {Line: exports.Line{Number: "b)", Text: fmt.Sprintf("sehnat%d", i)}},
		}})
		few.Bullets = append(few.Bullets, exports.Bullet{Line: exports.Line{Text: fmt.Sprintf("Ukládá%d ", i) + strings.Repeat("hlas ", 12)}})
	}
	docs := map[string]exports.Document{}
	for above := 24; above < 36; above += 2 {
		docs[fmt.Sprint("parts", above)] = below(above, list)
		docs[fmt.Sprint("few", above)] = below(above, few)
	}
	for name, page := range pagesInOffices(t, docs) {
		for i := range list.Bullets {
			if strings.Contains(name, "parts") && strings.Contains(page, fmt.Sprintf("Ukládá%d", i)) != strings.Contains(page, fmt.Sprintf("sehnat%d", i)) {
				t.Errorf("%s: a page ends within decision %d", name, i)
			}
		}
		if strings.Contains(name, "few") && strings.Contains(page, "Ukládá0") != strings.Contains(page, "Ukládá2") {
			t.Errorf("%s: a page ends after the first lines of a list", name)
		}
	}
}

// TestASmallTableIsNotTornInOffices, nor does a larger one leave its head with one row.
func TestASmallTableIsNotTornInOffices(t *testing.T) {
	table := func(rows int) exports.Table {
		t := exports.Table{Heads: []exports.TableHead{{Text: "Podnět"}, {Text: "Počet", Numbers: true}}}
		for i := range rows {
			t.Rows = append(t.Rows, exports.TableRow{Cells: []exports.Line{{Text: fmt.Sprintf("řada%d", i)}, {Text: "7"}}})
		}
		return t
	}
	docs := map[string]exports.Document{}
	for above := 26; above < 40; above += 2 {
		docs[fmt.Sprint(above)] = below(above, exports.Heading{Level: 1, Text: "HLASY"}, table(5))
	}
	for name, page := range pagesInOffices(t, docs) {
		if strings.Contains(page, "řada0") != strings.Contains(page, "řada4") || strings.Contains(page, "HLASY") != strings.Contains(page, "řada0") {
			t.Errorf("%s: a page ends within a table of five rows, or between it and its heading", name)
		}
	}
}

// TestPanelsBeginWhereThereIsRoomForTheirFirstRow: their headings do not hold all rows of
// them together.
func TestPanelsBeginWhereThereIsRoomForTheirFirstRow(t *testing.T) {
	var panels [][]exports.Block
	for _, name := range []string{"silná", "slabá", "příležitost", "hrozba"} {
		list := exports.List{}
		for i := range 14 {
			list.Bullets = append(list.Bullets, exports.Bullet{Line: exports.Line{Text: fmt.Sprint(name, i)}})
		}
		panels = append(panels, []exports.Block{exports.Heading{Level: 2, Text: strings.ToUpper(name)}, list})
	}
	doc := below(18, exports.Heading{Level: 1, Text: "SWOT"}, exports.Panels{Beside: 2, Panels: panels})
	for name, page := range pagesInOffices(t, map[string]exports.Document{"": doc}) {
		if strings.Contains(page, "Řádek") && !strings.Contains(page, "silná13") {
			t.Errorf("%s: half of the first page is empty", name)
		}
	}
}

// TestATaskOfTheAppendixIsNeverReadWithoutWhoseItIsInOffices: who has many tasks is named again
// on each page they go on on.
func TestATaskOfTheAppendixIsNeverReadWithoutWhoseItIsInOffices(t *testing.T) {
	docs := map[string]exports.Document{}
	for above := 0; above < 24; above += 8 {
		doc := exports.FromMinutes(modelstest.ManyTasks(), models.MinutesOptions{})
		doc.Blocks = append(below(above).Blocks, doc.Blocks...)
		docs[fmt.Sprint(above)] = doc
	}
	for name, page := range pagesInOffices(t, docs) {
		for _, owner := range modelstest.Owners() {
			if strings.Contains(page, strings.ToUpper(owner)) && !strings.Contains(page, owner) {
				t.Errorf("%s: a page has tasks of %s without the name:\n%s", name, owner, page)
			}
		}
	}
}

// below is a document whose page has so many lines above the blocks.
func below(lines int, blocks ...exports.Block) exports.Document {
	doc := exports.Document{Language: "cs"}
	for range lines {
		doc.Blocks = append(doc.Blocks, exports.Paragraph{Text: "Řádek"})
	}
	doc.Blocks = append(doc.Blocks, blocks...)
	return doc
}

// pagesInOffices yields each page of the documents as LibreOffice prints it from DOCX and
// ODT: the name of the file and what stands on the page.
func pagesInOffices(t *testing.T, docs map[string]exports.Document) iter.Seq2[string, string] {
	t.Helper()
	needsAnOffice(t)
	folder := t.TempDir()
	for name, doc := range docs {
		for ending, render := range map[string]func(context.Context, exports.Document, io.Writer) error{"docx": docx.Render, "odt": odt.Render} {
			var file strings.Builder
			if err := render(t.Context(), doc, &file); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(folder, ending+"-"+name+"."+ending), []byte(file.String()), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	converted(t, folder, "pdf", "docx", "odt")
	printed, err := filepath.Glob(filepath.Join(folder, "*.pdf"))
	if err != nil || len(printed) != 2*len(docs) {
		t.Fatalf("it printed %d documents (%v)", len(printed), err)
	}
	return func(yield func(name, page string) bool) {
		for _, path := range printed {
			said, err := exec.CommandContext(t.Context(), tool(t, "pdftotext", "poppler-utils"), path, "-").Output()
			if err != nil {
				t.Fatal(err)
			}
			for page := range strings.SplitSeq(string(said), "\f") {
				if !yield(filepath.Base(path), page) {
					return
				}
			}
		}
	}
}
