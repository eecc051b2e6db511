package sheets

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
)

// TestPromisesAreRowsAndNoneIsAFormulaTM12 writes whatever people type into every
// cell of both files.
func TestPromisesAreRowsAndNoneIsAFormulaTM12(t *testing.T) {
	list := models.PromiseList{Language: "cs", Promises: []models.Promise{{
		Workshop: models.Called{Number: 2, Group: "Skupina", Date: "2026-02-10"}, First: models.Called{Number: 1}, Passed: 2, Late: true,
		Told: models.Told{Text: "Zpráva", Owners: []string{"Jana"}, Everyone: true, DueDate: "2026-01-01", State: models.TaskMoved},
	}}}
	for _, text := range modelstest.HostileTexts() {
		list.Promises = append(list.Promises, models.Promise{
			Workshop: models.Called{Title: text, Group: text, Programme: text, Date: text}, First: models.Called{Title: text},
			Told: models.Told{Text: text, Owners: []string{text}, Due: text, DueDate: text, Reason: text},
		})
	}
	var csv, xlsx bytes.Buffer
	if err := PromisesCSV(t.Context(), list, &csv); err != nil {
		t.Fatal(err)
	}
	if err := PromisesXLSX(t.Context(), list, &xlsx); err != nil {
		t.Fatal(err)
	}
	rows := read(t, csv.Bytes())
	if got := strings.Join(rows[1], "|"); got != "ano|Zpráva|Jana, všichni|2026-01-01||odložený||2. jednání|2026-02-10|Skupina||1. jednání|2" {
		t.Errorf("a row is %s", got)
	}
	if len(rows) != len(list.Promises)+1 {
		t.Errorf("%d rows for %d promises", len(rows), len(list.Promises))
	}
	for _, row := range rows[1:] {
		for _, cell := range row {
			if starts.MatchString(cell) {
				t.Errorf("a spreadsheet may take %.40q for a formula", cell)
			}
		}
	}
	sheet := opened(t, xlsx.Bytes())
	cells, err := sheet.GetRows("Slíbené úkoly")
	if err != nil || len(cells) < 2 || cells[1][1] != "Zpráva" {
		t.Fatalf("the sheet is %v, %v", cells, err)
	}
	for i := range list.Promises {
		for _, column := range []string{"B", "C", "E", "G", "H"} {
			if formula, err := sheet.GetCellFormula("Slíbené úkoly", column+strconv.Itoa(i+2)); err != nil || formula != "" {
				t.Errorf("%s holds the formula %q, %v", column, formula, err)
			}
		}
	}
}
