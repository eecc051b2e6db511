// Package formats is the list of formats the minutes come in. Whoever offers
// them, a server or the command line, offers what stands here.
package formats

import (
	"context"
	"io"
	"slices"
	"strings"

	"dilna/exports"
	"dilna/exports/docx"
	"dilna/exports/html"
	"dilna/exports/markdown"
	"dilna/exports/odt"
	"dilna/exports/pdf"
	"dilna/exports/sheets"
	"dilna/models"
	"dilna/models/workshopfile"
)

// Format writes a version of the minutes of one workshop.
type Format struct {
	Ending         string // of the file, "pdf"
	ContentType    string
	Czech, English string // what people choose it by

	// Render writes the whole or nothing; it stops early when ctx ends.
	Render func(ctx context.Context, e models.Edition, w io.Writer) error

	// Needs says whether a version has what the format is made of; nil: every
	// version has. Of one that has not, Render answers `nothing-to-draw`.
	Needs func(e models.Edition) bool

	OnStationery bool // it stands on the office's own Word file, Edition.Stationery
}

// Makes says whether there is anything of the version to be had in the format.
func (f Format) Makes(e models.Edition) bool { return f.Needs == nil || f.Needs(e) }

// IsText says whether a person could read the file as it is.
func (f Format) IsText() bool {
	return strings.HasPrefix(f.ContentType, "text/") || f.ContentType == fileType
}

// Types of files.
const (
	fileType  = "application/json" // of a workshop
	wordType  = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
)

const picturesEnding = "pictures.zip"

// All are the formats in the order they are offered in.
var All = []Format{
	{"pdf", "application/pdf", "PDF k tisku a zveřejnění", "PDF to print and publish", printed, nil, false},
	{"docx", wordType, "Word (DOCX) k úpravám", "Word (DOCX) to edit", word, nil, true},
	{"odt", "application/vnd.oasis.opendocument.text", "LibreOffice (ODT) k úpravám", "LibreOffice (ODT) to edit", document(odt.Render), nil, false},
	{"html", "text/html; charset=utf-8", "Webová stránka (HTML)", "Web page (HTML)", document(html.Render), nil, false},
	{"md", "text/markdown; charset=utf-8", "Prostý text (Markdown)", "Plain text (Markdown)", document(markdown.Render), nil, false},
	{"xlsx", sheetType, "Tabulky (XLSX)", "Spreadsheet (XLSX)", sheets.XLSX, nil, false},
	{"csv", "text/csv; charset=utf-8", "Tabulka (CSV)", "Table (CSV)", sheets.CSV, nil, false},
	{"json", fileType, "Soubor jednání (JSON)", "Workshop file (JSON)", workshopFile, nil, false},
	{picturesEnding, "application/zip", "Diagramy a výsledky (SVG a PNG)", "Diagrams and results (SVG and PNG)", pictures, isDrawn, false},
}

// Everything is all formats of one workshop together.
var Everything = Format{"zip", "application/zip", "Všechno najednou (ZIP)", "All of them (ZIP)", everything, nil, true}

// Offered are all formats, and last all of them together.
func Offered() []Format { return append(slices.Clip(All), Everything) }

// document renders what the minutes say in a format of documents.
func document(render func(context.Context, exports.Document, io.Writer) error) func(context.Context, models.Edition, io.Writer) error {
	return func(ctx context.Context, e models.Edition, w io.Writer) error {
		return render(ctx, exports.FromEdition(e), w)
	}
}

// printed is the PDF, with the workshop file of what it says inside where that is wanted.
func printed(ctx context.Context, e models.Edition, w io.Writer) error {
	var with *pdf.Attachment
	if e.Options.AttachFile {
		file, err := workshopfile.Encode(e.Attached())
		if err != nil {
			return err
		}
		with = &pdf.Attachment{Name: e.FileName() + ".json", MediaType: fileType, Said: exports.WorkshopFileSaid(e.Language), Content: file}
	}
	return pdf.RenderWith(ctx, exports.FromEdition(e), with, w)
}

func word(ctx context.Context, e models.Edition, w io.Writer) error {
	return docx.RenderOn(ctx, exports.FromEdition(e), e.Stationery, w)
}

func workshopFile(_ context.Context, e models.Edition, w io.Writer) error {
	file, err := workshopfile.Encode(e.WorkshopFile())
	if err != nil {
		return err
	}
	_, err = w.Write(file)
	return err
}
