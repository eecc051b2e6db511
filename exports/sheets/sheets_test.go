package sheets

import (
	"bytes"
	"context"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"dilna/exports"
	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/voting"
)

func rendered(t testing.TB, render func(context.Context, models.Edition, *bytes.Buffer) error, e models.Edition) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := render(context.Background(), e, &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func xlsx(ctx context.Context, e models.Edition, b *bytes.Buffer) error { return XLSX(ctx, e, b) }
func csvs(ctx context.Context, e models.Edition, b *bytes.Buffer) error { return CSV(ctx, e, b) }

func opened(t testing.TB, file []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func read(t testing.TB, file []byte) [][]string {
	t.Helper()
	text, marked := strings.CutPrefix(string(file), "\ufeff")
	if !marked {
		t.Fatal("the file does not say that it is UTF-8")
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func modelEdition() models.Edition { return models.Edition{Minutes: modelstest.ModelRecord()} }

func TestTheModelRecordAsTables(t *testing.T) {
	modelstest.Golden(t, "testdata/model-record.csv", strings.ReplaceAll(string(rendered(t, csvs, modelEdition())), "\r\n", "\n"))
}

func TestTheSameMinutesMakeTheSameBytes(t *testing.T) {
	for range 3 {
		if !bytes.Equal(rendered(t, xlsx, modelEdition()), rendered(t, xlsx, modelEdition())) {
			t.Fatal("the bytes differ")
		}
	}
}

func TestVotesAreNumbersAndEachSortHasItsSheet(t *testing.T) {
	f := opened(t, rendered(t, xlsx, modelEdition()))
	if got := f.GetSheetList(); !slices.Equal(got, []string{"Jednání", "Podněty", "Hlasování", "Příčiny", "Texty"}) {
		t.Errorf("the sheets are %q", got)
	}
	rows, err := f.GetRows("Podněty")
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(rows, func(row []string) bool { return row[5] == "Nekomunikace (kraje, města, občané)" })
	cell, _ := excelize.CoordinatesToCellName(len(rows[0]), at+1)
	kind, err := f.GetCellType("Podněty", cell)
	value, _ := f.GetCellValue("Podněty", cell)
	if err != nil || value != "4" || kind == excelize.CellTypeInlineString || kind == excelize.CellTypeSharedString {
		t.Errorf("%s holds %q of type %v (%v)", cell, value, kind, err)
	}
}

// Two steps may have one heading: the number of the step, as the document
// numbers it, tells their rows apart in both formats.
func TestRowsTellWhichStepTheyAreOf(t *testing.T) {
	step := func(text string) models.StepMinutes {
		return models.StepMinutes{Method: models.MethodCollect, Heading: "STŮL", IdeaLabel: "Potřeba", Ideas: []models.IdeaMinutes{{Text: text}}}
	}
	e := models.Edition{Minutes: models.Minutes{Steps: []models.StepMinutes{step("a"), {Heading: "prázdný"}, step("b")}}}
	want := map[bool][][]string{
		false: {{"1", "STŮL", "1", "Potřeba", "a"}, {"3", "STŮL", "1", "Potřeba", "b"}},
		true:  {{"1", "STŮL", "1", "Potřeba", "a"}, {"2", "STŮL", "1", "Potřeba", "b"}}, // the empty one is not printed, nor numbered
	}
	for hideEmpty, rows := range want {
		e.Options.HideEmpty = hideEmpty
		got, err := opened(t, rendered(t, xlsx, e)).GetRows("Podněty")
		if err != nil || !slices.EqualFunc(got[1:], rows, slices.Equal) {
			t.Errorf("XLSX has %q, not %q (%v)", got, rows, err)
		}
		for i, row := range read(t, rendered(t, csvs, e))[2:] { // after what the meeting was: so many ideas
			if !slices.Equal(row[3:], rows[i]) {
				t.Errorf("CSV has %q, not %q", row, rows[i])
			}
		}
	}
}

// Language × format: CSV is text and writes decimals as its language does, a workbook
// has numbers, which the reader's program shows as its own language does.
func TestDecimalsAreWrittenAsTheLanguageDoesWhereTheyAreText(t *testing.T) {
	mean := 3.25
	e := models.Edition{Minutes: models.Minutes{Steps: []models.StepMinutes{{
		Method: models.MethodCollect, Ideas: []models.IdeaMinutes{{Text: "a"}},
		Rounds: []models.RoundMinutes{{Rule: &voting.Rule{Name: voting.Scale, Steps: 5}, Results: []models.ResultMinutes{{Details: voting.Details{Mean: &mean}}}}},
	}}}}
	for language, want := range map[string]string{"": "3,25", "cs": "3,25", "sk": "3,25", "de": "3,25", "uk": "3,25", "en": "3.25"} {
		e.Language = language
		table := rendered(t, csvs, e)
		if !bytes.Contains(table, []byte(";"+want)) {
			t.Errorf("in %q CSV has no %s:\n%s", language, want, table)
		}
		workbook := opened(t, rendered(t, xlsx, e))
		for _, name := range workbook.GetSheetList() {
			found, err := workbook.SearchSheet(name, "3.25")
			if err != nil {
				t.Fatal(err)
			}
			for _, at := range found {
				if kind, _ := workbook.GetCellType(name, at); kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
					t.Errorf("in %q %s of %s is of type %v", language, at, name, kind)
				}
				want = ""
			}
		}
		if want != "" {
			t.Errorf("in %q XLSX has no number 3.25", language)
		}
	}
}

func TestMinutesOfNothingAreAWorkbookAllTheSame(t *testing.T) {
	if got := opened(t, rendered(t, xlsx, models.Edition{})).GetSheetList(); len(got) != 1 {
		t.Errorf("the sheets are %q", got)
	}
	if rows := read(t, rendered(t, csvs, models.Edition{})); len(rows) != 1 {
		t.Errorf("the rows are %q", rows)
	}
}

func TestWhatLooksLikeAFormulaIsTextTM11(t *testing.T) {
	for text, want := range map[string]string{
		"=1+1": "'=1+1", "+420 123": "'+420 123", "- odrážka": "'- odrážka", "@SUM(A1)": "'@SUM(A1)", "＝1": "'＝1",
		"1 = 1": "1 = 1", "– pomlčka": "– pomlčka", "a;=1": "a;'=1", "a,-b": "a,'-b", "a\n=1": "a\n'=1", "a, =1": "a, =1",
	} {
		if got := guarded(text); got != want {
			t.Errorf("%q became %q", text, got)
		}
	}
	minus := -2
	if got := field(exports.Cell{Number: &minus}, ","); got != "-2" {
		t.Errorf("a number became %s", got)
	}
}

// FuzzSheets puts hostile text everywhere people type (TM-11, TM-12): no cell
// is a formula and none is lost.
func FuzzSheets(f *testing.F) {
	for _, text := range modelstest.HostileTexts() {
		f.Add(text, 3, 1)
	}
	f.Fuzz(func(t *testing.T, text string, n, deep int) {
		if len(text) > models.MaxText {
			return
		}
		e := modelstest.HostileEdition(text, n, 1+deep&3)
		noFormulas(t, rendered(t, xlsx, e), e)
		one := exports.OneSheet(e)
		rows := read(t, rendered(t, csvs, e))
		if len(rows) != len(one.Rows)+1 {
			t.Fatalf("%d rows became %d", len(one.Rows), len(rows))
		}
		for _, row := range rows {
			for _, cell := range row {
				if strings.HasPrefix(cell, "=") || strings.HasPrefix(cell, "+") || strings.HasPrefix(cell, "@") {
					t.Fatalf("%q is a formula", cell)
				}
			}
		}
	})
}

func noFormulas(t *testing.T, file []byte, e models.Edition) {
	t.Helper()
	parts, err := unpacked(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range parts {
		if strings.HasPrefix(part.Name, "xl/worksheets/") && (bytes.Contains(part.Content, []byte("<f>")) || bytes.Contains(part.Content, []byte("<f "))) {
			t.Fatalf("%s holds a formula", part.Name)
		}
	}
	f := opened(t, file)
	for _, s := range exports.Sheets(e) {
		rows, err := f.GetRows(s.Name)
		if err != nil || len(rows) != len(s.Rows)+1 {
			t.Fatalf("%d rows became %d (%v)", len(s.Rows), len(rows), err)
		}
		for y, row := range s.Rows {
			for x, cell := range row {
				got := ""
				if x < len(rows[y+1]) {
					got = rows[y+1][x]
				}
				if cell.Number == nil && got != fitting(cell.Text) {
					t.Fatalf("row %d holds %.100q, not %.100q", y+1, got, cell.Text)
				}
			}
		}
	}
}
