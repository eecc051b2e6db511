package formats

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"dilna/exports"
	"dilna/exports/docx"
	"dilna/exports/odt"
)

// TestNoHeadingStandsAloneAboveAListInColumns: LibreOffice opens pages on which there is
// room for the heading, and for less and less of the list under it. What belongs to the
// heading, as what a mark means, stays with both.
func TestNoHeadingStandsAloneAboveAListInColumns(t *testing.T) {
	needsAnOffice(t)
	words := exports.List{}
	for i := range 14 {
		words.Bullets = append(words.Bullets, exports.Bullet{Line: exports.Line{Text: fmt.Sprintf("samota%d", i)}})
	}
	legend := exports.Paragraph{Text: "Značka znamená, že to skupina vybrala.", Tone: exports.Quiet, Tied: true}
	folder := t.TempDir()
	for above := 30; above < 38; above++ {
		for name, under := range map[string][]exports.Block{"plain": {words}, "legend": {legend, words}} {
			doc := exports.Document{Language: "cs"}
			for range above {
				doc.Blocks = append(doc.Blocks, exports.Paragraph{Text: "Řádek"})
			}
			doc.Blocks = append(append(doc.Blocks, exports.Heading{Level: 1, Text: "ASOCIACE"}), under...)
			for ending, render := range map[string]func(context.Context, exports.Document, io.Writer) error{"docx": docx.Render, "odt": odt.Render} {
				file, err := os.Create(filepath.Join(folder, fmt.Sprintf("%s-%s-%d.%s", ending, name, above, ending)))
				if err != nil {
					t.Fatal(err)
				}
				if err := render(t.Context(), doc, file); err != nil {
					t.Fatal(err)
				}
				if err := file.Close(); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	converted(t, folder, "pdf", "docx", "odt")
	printed, err := filepath.Glob(filepath.Join(folder, "*.pdf"))
	if err != nil || len(printed) != 2*2*8 {
		t.Fatalf("it printed %d documents (%v)", len(printed), err)
	}
	for _, path := range printed {
		said, err := exec.CommandContext(t.Context(), tool(t, "pdftotext", "poppler-utils"), path, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		for page := range strings.SplitSeq(string(said), "\f") {
			if strings.Contains(page, "ASOCIACE") && !strings.Contains(page, "samota0") {
				t.Errorf("%s: a page ends with the heading", filepath.Base(path))
			}
		}
	}
}
