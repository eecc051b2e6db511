// Package pdf prints a document of the minutes as PDF.
package pdf

import (
	"context"
	"fmt"
	"io"

	"dilna/exports"
	"dilna/exports/fonts"
)

// Render writes the document to w as PDF: A4, fonts embedded, the same bytes
// for the same document. It prints any text and writes nothing to w unless it
// can write the whole. It allocates some 30 MB while it runs and stops early
// when ctx ends: callers limit how many run at once.
func Render(ctx context.Context, doc exports.Document, w io.Writer) (err error) {
	defer func() {
		// The guard keeps gofpdf from what is known to make it panic.
		if p := recover(); p != nil {
			err = fmt.Errorf("make the PDF: %v", p)
		}
	}()
	f, err := fonts.Load()
	if err != nil {
		return err
	}
	doc = guard{has: f.Has}.document(doc)
	pages, err := layout(ctx, doc, f)
	if err != nil {
		return err
	}
	return draw(ctx, doc, pages, w)
}
