// Package pdf prints a document of the minutes as PDF.
package pdf

import (
	"context"
	"fmt"
	"io"

	"dilna/exports"
	"dilna/exports/fonts"
)

// Render writes the document to w as PDF: A4, fonts embedded, tagged for those
// who listen to it (PDF/UA-1), fit to be archived (PDF/A-2a), the same bytes for
// the same document. It prints any text and writes nothing to w unless it
// can write the whole. It allocates some 30 MB while it runs and stops early
// when ctx ends: callers limit how many run at once.
func Render(ctx context.Context, doc exports.Document, w io.Writer) (err error) {
	defer func() {
		// The guard keeps gofpdf from what is known to make it panic.
		if p := recover(); p != nil {
			err = fmt.Errorf("make the PDF: %v", p)
		}
	}()
	_, file, err := render(ctx, doc)
	if err != nil {
		return err
	}
	if _, err := w.Write(file); err != nil {
		return fmt.Errorf("write the PDF: %w", err)
	}
	return nil
}

// render gives the file, and the pen it was drawn with.
func render(ctx context.Context, doc exports.Document) (*pen, []byte, error) {
	f, err := fonts.Load()
	if err != nil {
		return nil, nil, err
	}
	outlines, err := fonts.LoadOutlines()
	if err != nil {
		return nil, nil, err
	}
	g := newGuard(f.Has, outlines.Of)
	doc = g.document(doc)
	m := meter{f, g.signs}
	pages, root, err := layout(ctx, doc, m)
	if err != nil {
		return nil, nil, err
	}
	n, plain, err := draw(ctx, pages, m)
	if err != nil {
		return nil, nil, err
	}
	file, err := archive(plain, doc, root, pages, n)
	return n, file, err
}
