// Package sheets writes what was collected, voted and agreed as spreadsheets,
// XLSX and CSV, to be sorted and counted. No cell of theirs is ever a formula,
// whatever people typed.
package sheets

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"dilna/exports"
	"dilna/exports/bundle"
	"dilna/models"
)

// XLSX writes the sheets of a version of the minutes to w, one sheet for each
// sort of content; nothing unless it can write the whole. It stops early when
// ctx ends.
func XLSX(ctx context.Context, e models.Edition, w io.Writer) error {
	return writeXLSX(ctx, exports.FromEdition(e), exports.Sheets(e), w)
}

// writeXLSX writes sheets as a workbook that says of itself what the document does.
func writeXLSX(ctx context.Context, doc exports.Document, sheets []exports.Sheet, w io.Writer) error {
	b := workbook{file: excelize.NewFile()}
	err := b.fill(ctx, doc, sheets)
	if err != nil {
		return fmt.Errorf("make the XLSX: %w", err)
	}
	var content bytes.Buffer
	if err := b.file.Write(&content); err != nil {
		return fmt.Errorf("write the XLSX: %w", err)
	}
	files, err := unpacked(content.Bytes())
	if err != nil {
		return fmt.Errorf("write the XLSX: %w", err)
	}
	return bundle.Write(w, files)
}

// unpacked are the parts of a workbook in an order of ours: the library packs
// them in another each time.
func unpacked(workbook []byte) ([]bundle.File, error) {
	archive, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		return nil, err
	}
	slices.SortFunc(archive.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	var files []bundle.File
	for _, part := range archive.File {
		content, err := fs.ReadFile(archive, part.Name)
		if err != nil {
			return nil, err
		}
		files = append(files, bundle.File{Name: part.Name, Content: content})
	}
	return files, nil
}

// workbook is an XLSX file being written.
type workbook struct {
	file       *excelize.File
	head, text int // styles
}

func (b *workbook) fill(ctx context.Context, doc exports.Document, sheets []exports.Sheet) error {
	if err := b.describe(doc); err != nil {
		return err
	}
	if err := b.makeStyles(); err != nil {
		return err
	}
	if len(sheets) == 0 {
		sheets = []exports.Sheet{{Name: "1"}} // a workbook has at least one
	}
	for i, sheet := range sheets {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := b.sheet(i, sheet); err != nil {
			return err
		}
	}
	return nil
}

// undescribed is a file that says nothing of itself: excelize would say who wrote
// it, and a day in 2006, wherever we say nothing.
const undescribed = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"></cp:coreProperties>`

// describe sets the properties of the file. Its dates are the day of the
// approval or of the workshop, so that exporting again gives the same file; none where it is not known.
func (b *workbook) describe(doc exports.Document) error {
	doc = doc.Cleaned()
	day := ""
	if !doc.Date.IsZero() {
		day = doc.Date.UTC().Format(time.RFC3339)
	}
	b.file.Pkg.Store("docProps/core.xml", []byte(undescribed))
	return b.file.SetDocProps(&excelize.DocProperties{
		Title: doc.Title, Creator: doc.Author, Subject: doc.Stamp(), Language: doc.Language, Created: day, Modified: day, Identifier: doc.Number, Version: doc.Version,
	})
}

func (b *workbook) makeStyles() (err error) {
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	if b.text, err = b.file.NewStyle(&excelize.Style{Alignment: top}); err != nil {
		return err
	}
	b.head, err = b.file.NewStyle(&excelize.Style{
		Font: &excelize.Font{Bold: true, Family: "Calibri", Size: 11}, Alignment: top,
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E8EFF6"}},
	})
	return err
}

// sheet writes one sheet: its heads stay in sight and can be filtered by.
func (b *workbook) sheet(i int, s exports.Sheet) error {
	if err := errors.Join(b.open(i, s.Name), b.layOut(s.Name)); err != nil {
		return err
	}
	out, err := b.file.NewStreamWriter(s.Name)
	if err != nil {
		return err
	}
	wides := widths(s)
	for column, wide := range wides {
		err = errors.Join(err, out.SetColWidth(column+1, column+1, wide))
	}
	err = errors.Join(err, out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	if err = errors.Join(err, b.rows(out, s, wides)); err != nil {
		return err
	}
	return errors.Join(out.Flush(), b.filter(s), b.repeatHead(s.Name))
}

// layOut makes the sheet print on A4 lying, as wide as the page.
func (b *workbook) layOut(name string) error {
	yes, one, asNeeded, a4, lying := true, 1, 0, 9, "landscape"
	return errors.Join(
		b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &yes}),
		b.file.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &lying, FitToWidth: &one, FitToHeight: &asNeeded}),
	)
}

// open makes the sheet; a new workbook has one already.
func (b *workbook) open(i int, name string) error {
	if i == 0 {
		return b.file.SetSheetName(b.file.GetSheetName(0), name)
	}
	_, err := b.file.NewSheet(name)
	return err
}

func (b *workbook) rows(out *excelize.StreamWriter, s exports.Sheet, wides []float64) error {
	heads := make([]any, len(s.Heads))
	for i, head := range s.Heads {
		heads[i] = excelize.Cell{StyleID: b.head, Value: head}
	}
	if err := out.SetRow("A1", heads); err != nil {
		return err
	}
	for n, row := range s.Rows {
		cells := make([]any, len(row))
		for i, cell := range row {
			cells[i] = b.cell(cell)
		}
		at, err := excelize.CoordinatesToCellName(1, n+2)
		if err != nil {
			return err
		}
		if err := out.SetRow(at, cells, excelize.RowOpts{Height: height(row, wides)}); err != nil {
			return err
		}
	}
	return nil
}

func (b *workbook) cell(c exports.Cell) excelize.Cell {
	switch {
	case c.Number != nil:
		return excelize.Cell{StyleID: b.text, Value: *c.Number}
	case c.Real != nil:
		return excelize.Cell{StyleID: b.text, Value: *c.Real}
	case c.Text == "":
		return excelize.Cell{StyleID: b.text}
	}
	return excelize.Cell{StyleID: b.text, Value: fitting(c.Text)}
}

// longest is how many bytes of text a cell surely takes: Excel allows as many
// characters.
const longest = 32_767

// fitting is a text that ends with "…" where a cell cannot hold it all.
func fitting(text string) string {
	if len(text) <= longest {
		return text
	}
	return strings.ToValidUTF8(text[:longest-len("…")], "") + "…"
}

// repeatHead prints the first row on each page.
func (b *workbook) repeatHead(name string) error {
	return b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + name + "'!$1:$1", Scope: name})
}

func (b *workbook) filter(s exports.Sheet) error {
	if len(s.Heads) == 0 {
		return nil
	}
	last, err := excelize.CoordinatesToCellName(len(s.Heads), len(s.Rows)+1)
	if err != nil {
		return err
	}
	return b.file.AutoFilter(s.Name, "A1:"+last, nil)
}

// Widths of columns, in letters.
const (
	narrowest = 9
	widest    = 60
)

// widths are what most texts of each column need.
func widths(s exports.Sheet) []float64 {
	wides := make([]float64, len(s.Heads))
	for column, head := range s.Heads {
		wide := utf8.RuneCountInString(head) + 4 // the sign to filter by
		for _, row := range s.Rows {
			wide = max(wide, utf8.RuneCountInString(row[column].Text)+2)
		}
		wides[column] = float64(min(widest, max(narrowest, wide)))
	}
	return wides
}

// Heights of rows, in points.
const (
	lineHigh = 15
	highest  = 400 // a row has a height Excel allows
)

// height is what the longest text of a row needs, broken into lines: not every
// spreadsheet finds it out by itself.
func height(row []exports.Cell, wides []float64) float64 {
	lines := 1.0
	for i, cell := range row {
		needed := 0.0
		for line := range strings.SplitSeq(cell.Text, "\n") {
			needed += max(1, math.Ceil(float64(utf8.RuneCountInString(line))/(wides[i]-2)))
		}
		lines = max(lines, needed)
	}
	return min(highest, lines*lineHigh)
}
