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
func Render(ctx context.Context, doc exports.Document, w io.Writer) error {
	return RenderWith(ctx, doc, nil, w)
}

// RenderWith is Render with a file attached (nil: none), which makes the PDF one of
// PDF/A-3a. The pages are the same.
func RenderWith(ctx context.Context, doc exports.Document, with *Attachment, w io.Writer) (err error) {
	defer func() {
		// What is shown keeps gofpdf from what is known to make it panic.
		if p := recover(); p != nil {
			err = fmt.Errorf("make the PDF: %v", p)
		}
	}()
	_, file, err := render(ctx, doc, with)
	if err != nil {
		return err
	}
	if _, err := w.Write(file); err != nil {
		return fmt.Errorf("write the PDF: %w", err)
	}
	return nil
}

// render gives the file, and the pen it was drawn with.
func render(ctx context.Context, doc exports.Document, with *Attachment) (*pen, []byte, error) {
	set, err := fonts.NewSet()
	if err != nil {
		return nil, nil, err
	}
	doc = shown(doc, set)
	pages, root, err := layout(ctx, doc, set)
	if err != nil {
		return nil, nil, err
	}
	n, plain, err := draw(ctx, pages, set)
	if err != nil {
		return nil, nil, err
	}
	file, err := archive(plain, doc, with, root, pages, n)
	return n, file, err
}

// shown is a document that can be printed. gofpdf panics on letters above
// U+FFFF and on broken UTF-8, and draws a stray box for what the fonts lack, so
// every text of a document is made fit to be shown before it is measured. Its
// properties need no fonts.
func shown(d exports.Document, set *fonts.Set) exports.Document {
	fit := d.Map(set.Shown).Held()
	fit.Title, fit.Author, fit.Foot = exports.OneLine(d.Title), exports.OneLine(d.Author), set.Shown(exports.OneLine(d.Foot))
	return fit
}
