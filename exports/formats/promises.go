package formats

import (
	"context"
	"io"

	"dilna/exports/calendar"
	"dilna/exports/sheets"
	"dilna/models"
)

// ListFormat is a format that lists of promises can be had in.
type ListFormat struct {
	Ending      string
	ContentType string
	Render      func(ctx context.Context, l models.PromiseList, w io.Writer) error // the whole or nothing
}

// Promises are all of them.
var Promises = []ListFormat{
	{"csv", "text/csv; charset=utf-8", sheets.PromisesCSV},
	{"xlsx", sheetType, sheets.PromisesXLSX},
	{"ics", "text/calendar; charset=utf-8", calendar.Promises},
}
