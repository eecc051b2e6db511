package pdf

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dilna/exports"
	"dilna/models"
	"dilna/models/modelstest"
)

// tool runs one of the programs that .ci/tools installs.
func tool(t testing.TB, name string, args ...string) []byte {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatalf("the PDF cannot be checked without %s: run make tools", name)
	}
	out, err := exec.Command(path, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return out
}

func saved(t testing.TB, file []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "minutes.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// checkedDocuments are documents of all that a page may hold.
func checkedDocuments(t testing.TB) map[string][]byte {
	return map[string][]byte{
		"the model record":  rendered(t, modelstest.ModelRecord()),
		"an empty record":   rendered(t, models.Minutes{}),
		"hostile texts":     rendered(t, hostile("a😀 (ב) ⚫ https://kraj.cz/\"x\" <b>&\n漢", 3, 1)),
		"long texts":        rendered(t, hostile(strings.Repeat("dlouhý text https://kraj.cz/plan ", 8), 3, 1)),
		"a wide long table": printed(t, wideTable()),
		"long minutes":      rendered(t, manySteps(26)),
		"a draft with logo": printed(t, exports.FromEdition(draftWithLogo(t))),
		"a file attached":   withFile(t, modelstest.ModelRecord()),
		"photos":            rendered(t, photographed(t)),
		"ballots":           printedSlips(t)["ballots"],
		"idea slips":        printedSlips(t)["idea slips"],
	}
}

// draftWithLogo is the model record as a version with all that versions have.
func draftWithLogo(t testing.TB) models.Edition {
	t.Helper()
	var logo bytes.Buffer
	if err := png.Encode(&logo, image.NewGray(image.Rect(0, 0, 30, 10))); err != nil {
		t.Fatal(err)
	}
	return models.Edition{
		Minutes: modelstest.ModelRecord(), Version: 2, State: models.MinutesDraft,
		Options:  models.MinutesOptions{NumberIdeas: true, Standing: true, Order: models.MinutesBoth},
		Approval: &models.Approval{By: "Eva Malá", On: "2025-12-03"},
		Letterhead: models.Letterhead{
			Logo:      &models.Picture{PNG: logo.Bytes(), Width: 30, Height: 10, Alt: "znak kraje"},
			Publicity: []string{"Spolufinancováno Evropskou unií"},
		},
	}
}

// photographed are minutes with photos of every sort: lying, standing, two side by side,
// small, of a camera that was held otherwise, left out, in a step of ideas, beside a diagram.
func photographed(t testing.TB) models.Minutes {
	t.Helper()
	photo := func(text string, width, height int, orientation uint16) models.PhotoMinutes {
		jpeg, err := models.DrawPhoto(modelstest.Photograph(width, height, orientation))
		if err != nil {
			t.Fatal(err)
		}
		return models.PhotoMinutes{Text: text, JPEG: jpeg}
	}
	m := modelstest.ModelRecord()
	m.Steps[0].Photos = []models.PhotoMinutes{
		photo("Flip prvního stolu (ב)", 900, 600, 1), photo("Lístky na zdi", 600, 900, 1), photo("Totéž zblízka", 900, 600, 6),
		{Text: models.LeftOut("přání účastnice")}, photo("Razítko", 40, 30, 1), photo(strings.Repeat("dlouhý popis ", 20), 1600, 200, 1),
	}
	for i := range m.Steps[1:] {
		m.Steps[i+1].Photos = []models.PhotoMinutes{photo(fmt.Sprintf("Tabule kroku %d", i+2), 800, 700, 1)}
	}
	return m
}

// TestEachPhotoIsAFigureThatSaysWhatIsOnIt, once, at its place among what it belongs to.
func TestEachPhotoIsAFigureThatSaysWhatIsOnIt(t *testing.T) {
	m := photographed(t)
	var want, told []string
	for _, step := range m.Steps {
		for _, photo := range step.Photos {
			if len(photo.JPEG) > 0 {
				want = append(want, strings.TrimSpace(photo.Text))
			}
		}
	}
	w := walk(t, rendered(t, m))
	w.tree().visit(func(e *element) {
		alt, _ := e.dict["/Alt"].(string)
		alt = strings.TrimSpace(strings.TrimPrefix(alt, "u:"))
		if e.name == "Figure" && slices.Contains(want, alt) {
			told = append(told, alt)
		}
	})
	if !slices.Equal(told, want) {
		t.Errorf("told are %q, want %q", told, want)
	}
}

func printed(t testing.TB, doc exports.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Render(background, doc, &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func wideTable() exports.Document {
	table := exports.Table{Heads: []exports.TableHead{{Text: "Podnět"}}}
	for range 12 {
		table.Heads = append(table.Heads, exports.TableHead{Text: "Kolo", Numbers: true})
	}
	for range 60 {
		cells := make([]string, 13)
		cells[0], cells[5] = "doprava", "12"
		table.Rows = append(table.Rows, row(cells...))
	}
	return exports.Document{Language: "cs", Title: "Tabulka", Blocks: []exports.Block{exports.Masthead{Title: "Tabulka"}, table}}
}

func TestTheFileIsSound(t *testing.T) {
	for name, file := range checkedDocuments(t) {
		t.Run(name, func(t *testing.T) { tool(t, "qpdf", "--check", saved(t, file)) })
	}
}

// TestEverythingOnThePagesIsTagged walks the pages and the structure tree: no
// ink outside of a tag unless it is declared to be no content, every stretch in
// exactly one element and the way back right, the elements as they must stand.
func TestEverythingOnThePagesIsTagged(t *testing.T) {
	for name, file := range checkedDocuments(t) {
		t.Run(name, func(t *testing.T) {
			w := walk(t, file)
			drawn, parents := w.stretches(), w.parents()
			heading := 0
			w.tree().visit(func(e *element) {
				for _, at := range e.stretches {
					if drawn[at] != e.name {
						t.Errorf("%s %s has stretch %v, drawn as %q", e.name, e.number, at, drawn[at])
					}
					delete(drawn, at)
					page := w.dict(at.page)["/StructParents"].(float64)
					if back := parents[int(page)].([]any)[at.mcid]; back != e.number {
						t.Errorf("stretch %v leads back to %v, not to %s", at, back, e.number)
					}
				}
				checkElement(t, e, &heading)
			})
			for at, name := range drawn {
				t.Errorf("%s %v is in no element", name, at)
			}
		})
	}
}

// checkElement holds an element against what may stand where, by the standard
// and by what readers of PDF/UA ask for.
func checkElement(t *testing.T, e *element, heading *int) {
	t.Helper()
	fail := func(why string) { t.Errorf("%s %s: %s; it has %s", e.name, e.number, why, e.names()) }
	attributes, _ := e.dict["/A"].(dict)
	switch e.name {
	case "Document":
	case "H1", "H2", "H3", "H4", "H5", "H6":
		level := int(e.name[1] - '0')
		if level > *heading+1 {
			fail("a level of headings is left out")
		}
		*heading = level
	case "TOC", "TOCI", "Reference":
		for _, kid := range e.kids {
			if kid.name != map[string]string{"TOC": "TOCI", "TOCI": "Reference", "Reference": "Span"}[e.name] {
				fail("a table of contents is made otherwise")
			}
		}
	case "P", "Lbl", "LBody", "Span":
	case "Link":
		if e.links == 0 {
			fail("a link that leads nowhere")
		}
	case "L":
		if !regexp.MustCompile(`^(LI ?)+$`).MatchString(e.names()) || attributes["/ListNumbering"] == nil {
			fail("a list is of items and says of which sort")
		}
	case "LI":
		if e.names() != "Lbl LBody" {
			fail("an item is a label and a body")
		}
	case "Table":
		if !regexp.MustCompile(`^(THead )?TBody$`).MatchString(e.names()) {
			fail("a table is a head and a body")
		}
		checkTable(t, e)
	case "THead", "TBody", "TR":
	case "TH":
		if attributes["/Scope"] == nil {
			fail("a heading cell says what it heads")
		}
	case "TD":
	case "Figure":
		if box, _ := attributes["/BBox"].([]any); len(box) != 4 || e.dict["/Alt"] == nil {
			fail("a figure has a place and is told in words")
		}
	default:
		fail("an element nobody knows")
	}
}

func checkTable(t *testing.T, table *element) {
	t.Helper()
	cells := -1
	table.visit(func(e *element) {
		if e.name != "TR" {
			return
		}
		if cells >= 0 && len(e.kids) != cells {
			t.Errorf("a row has %d cells, another %d", len(e.kids), cells)
		}
		cells = len(e.kids)
		for _, cell := range e.kids {
			if cell.name != "TH" && cell.name != "TD" {
				t.Errorf("%s in a row", cell.name)
			}
		}
	})
}

func TestTheFileRunsNothingAndLeadsNowhereByItself(t *testing.T) {
	for name, file := range checkedDocuments(t) {
		w := walk(t, file)
		for at, object := range w.objects {
			said, err := json.Marshal([]any{object.Value, object.Stream.Dict})
			if err != nil {
				t.Fatal(err)
			}
			for _, forbidden := range []string{"/JavaScript", "/JS", "/Launch", "/OpenAction", "/AA", "/EmbeddedFiles", "/GoToR", "/SubmitForm"} {
				if forbidden == "/EmbeddedFiles" && name == "a file attached" {
					continue
				}
				if bytes.Contains(said, []byte(`"`+forbidden+`"`)) {
					t.Errorf("%s: %s has %s", name, at, forbidden)
				}
			}
		}
	}
}

func TestAFigureIsDrawnOnceWhicheverWayItsTextsRun(t *testing.T) {
	var lines []int
	for _, cause := range []string{"abc", "אבג"} {
		bone := exports.Bullet{Line: exports.Line{Text: cause}, Bullets: []exports.Bullet{{Line: exports.Line{Text: cause}}}}
		w := walk(t, printed(t, exports.Document{Blocks: []exports.Block{exports.Figure{Effect: cause, Causes: []exports.Bullet{bone, bone}, Alt: "diagram"}}}))
		lines = append(lines, strings.Count(w.stream(w.dict(w.pages[0])["/Contents"]), " l S"))
	}
	if lines[0] == 0 || lines[0] != lines[1] {
		t.Errorf("%d and %d lines are drawn", lines[0], lines[1])
	}
}

func TestTheOutlineCountsItsEntries(t *testing.T) {
	w := walk(t, rendered(t, modelstest.ModelRecord()))
	outline := w.dict(w.catalog()["/Outlines"])
	if all := w.countEntries(outline); all < 20 || outline["/Count"] != float64(all) {
		t.Errorf("it has %d entries and says %v", all, outline["/Count"])
	}
}

// countEntries counts the entries under one and checks that each leads on, back
// and to a page and an element.
func (w walked) countEntries(parent dict) int {
	w.t.Helper()
	all, before := 0, any(nil)
	for at := parent["/First"]; at != nil; at = w.dict(at)["/Next"] {
		e := w.dict(at)
		under := w.countEntries(e)
		if e["/Prev"] != before || e["/SE"] == nil || !slices.Contains(w.pages, e["/Dest"].([]any)[0].(string)) || under > 0 && e["/Count"] != float64(under) {
			w.t.Errorf("entry %v: %v", at, e)
		}
		all, before = all+1+under, at
	}
	if parent["/Last"] != before {
		w.t.Errorf("the last entry is %v, not %v", before, parent["/Last"])
	}
	return all
}

func TestTheModelRecordReadsAloudAsBefore(t *testing.T) {
	file := saved(t, rendered(t, modelstest.ModelRecord()))
	modelstest.Golden(t, "testdata/model-record.tags", string(tool(t, "pdfinfo", "-struct-text", file)))
	if said := string(tool(t, "pdfinfo", file)); !regexp.MustCompile(`Tagged: +yes`).MatchString(said) {
		t.Error(said)
	}
}

// preflight is PDFBox's validator with what it needs.
var preflight = []string{
	"preflight", "pdfbox2", "xmpbox", "fontbox2", "commons-logging", "commons-io", "javax.activation", "jaxb-api",
}

// TestAnIndependentValidatorFindsNoFault asks PDFBox Preflight. It knows only
// PDF/A-1b, which is a little stricter and a little older: it gets the file
// unpacked, as version 1.4, part 1, and with fonts that do not say that they
// are parts, for which part 1 wants one more table.
func TestAnIndependentValidatorFindsNoFault(t *testing.T) {
	if testing.Short() {
		t.Skip("short: no Java is started")
	}
	var jars []string
	for _, name := range preflight {
		jar := "/usr/share/java/" + name + ".jar"
		if _, err := os.Stat(jar); err != nil {
			t.Fatalf("the PDF cannot be validated without %s: run make tools", jar)
		}
		jars = append(jars, jar)
	}
	documents := checkedDocuments(t)
	for _, name := range []string{"the model record", "hostile texts", "a draft with logo", "a file attached", "photos"} { // Java is slow to start, less so with its first compiler alone
		file := documents[name]
		packed, plain := saved(t, file), filepath.Join(t.TempDir(), "plain.pdf")
		tool(t, "qpdf", "--object-streams=disable", "--newline-before-endstream", packed, plain)
		older, err := os.ReadFile(plain)
		if err != nil {
			t.Fatal(err)
		}
		older = bytes.Replace(older, []byte("%PDF-1.7"), []byte("%PDF-1.4"), 1)
		older = regexp.MustCompile("<pdfaid:part>[23]").ReplaceAll(older, []byte("<pdfaid:part>1"))
		older = regexp.MustCompile(`/(EmbeddedFiles|EF) `).ReplaceAllFunc(older, bytes.ToLower) // part 1 allows no file within
		older = regexp.MustCompile(`([A-Z]{6})\+DejaVu`).ReplaceAll(older, []byte("$1-DejaVu"))
		said := tool(t, "java", "-XX:TieredStopAtLevel=1", "-cp", strings.Join(jars, ":"), "org.apache.pdfbox.preflight.Validator_A1b", saved(t, older))
		if !bytes.Contains(said, []byte("is a valid PDF/A-1b file")) {
			t.Errorf("%s", said)
		}
	}
}
