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

// LibreOffice opens pages on which there is less and less room for topics beside each
// other: torn, neither would be read to its end before the next.
func TestARowOfPanelsStaysOnOnePageInOffices(t *testing.T) {
	needsAnOffice(t)
	field := func(name string) []exports.Block {
		list := exports.List{}
		for i := range 7 {
			list.Bullets = append(list.Bullets, exports.Bullet{Line: exports.Line{Text: fmt.Sprint(name, i)}})
		}
		return []exports.Block{list}
	}
	folder := t.TempDir()
	for above := 28; above < 40; above += 3 {
		doc := exports.Document{Language: "cs"}
		for range above {
			doc.Blocks = append(doc.Blocks, exports.Paragraph{Text: "Řádek"})
		}
		doc.Blocks = append(doc.Blocks, exports.Heading{Level: 1, Text: "SWOT"}, exports.Panels{Beside: 2, Panels: [][]exports.Block{field("silná"), field("slabá")}})
		for ending, render := range map[string]func(context.Context, exports.Document, io.Writer) error{"docx": docx.Render, "odt": odt.Render} {
			file, err := os.Create(filepath.Join(folder, fmt.Sprintf("%s-%d.%s", ending, above, ending)))
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
	converted(t, folder, "pdf", "docx", "odt")
	printed, err := filepath.Glob(filepath.Join(folder, "*.pdf"))
	if err != nil || len(printed) != 2*4 {
		t.Fatalf("it printed %d documents (%v)", len(printed), err)
	}
	for _, path := range printed {
		said, err := exec.CommandContext(t.Context(), tool(t, "pdftotext", "poppler-utils"), path, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		for page := range strings.SplitSeq(string(said), "\f") {
			if strings.Contains(page, "silná0") != strings.Contains(page, "slabá6") || strings.Contains(page, "SWOT") != strings.Contains(page, "silná0") {
				t.Errorf("%s: fields are torn, or stand without their heading", filepath.Base(path))
			}
		}
	}
}
