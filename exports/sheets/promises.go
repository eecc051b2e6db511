package sheets

import (
	"context"
	"fmt"
	"io"

	"dilna/exports"
	"dilna/models"
)

// PromisesCSV writes a list of promises to w as CSV writes minutes.
func PromisesCSV(ctx context.Context, l models.PromiseList, w io.Writer) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("make the CSV: %w", err)
	}
	return writeCSV(exports.PromiseSheet(l), w)
}

// PromisesXLSX writes a list of promises to w as XLSX writes minutes.
func PromisesXLSX(ctx context.Context, l models.PromiseList, w io.Writer) error {
	sheet := exports.PromiseSheet(l)
	return writeXLSX(ctx, exports.Document{Title: sheet.Name, Language: l.Language}, []exports.Sheet{sheet}, w)
}
