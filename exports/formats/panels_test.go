package formats

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"dilna/exports"
	"dilna/exports/docx"
	"dilna/exports/html"
	"dilna/exports/odt"
	"dilna/exports/pdf"
	"dilna/models"
)

// Format × how high the drawing of a fishbone is: under its heading, or, where it would leave
// a page empty, after its outline.
func TestAHighDiagramStandsAfterItsOutlineInOffices(t *testing.T) {
	for bones, first := range map[int]string{4: "drawing", 24: "outline"} {
		s := models.StepMinutes{Method: models.MethodFishbone, Heading: "KOST", Effect: "cíl"}
		for range bones {
			s.Causes = append(s.Causes, models.CauseMinutes{Text: "příčina", Causes: []models.CauseMinutes{{Text: "spodní"}, {Text: "spodní"}}})
		}
		for _, f := range All {
			if f.Ending != "docx" && f.Ending != "odt" {
				continue
			}
			said := unpacked(t, rendered(t, f, minutesIn("cs", s)))
			drawing := max(bytes.Index(said, []byte("<w:drawing>")), bytes.Index(said, []byte("<draw:frame")))
			if got := map[bool]string{true: "drawing", false: "outline"}[drawing < bytes.Index(said, []byte("spodní"))]; got != first {
				t.Errorf("%s: of %d bones the %s comes first", f.Ending, bones, got)
			}
		}
	}
}

// Format × where a list of single words stands: on the page it has columns, in a panel one.
func TestAListInAPanelHasOneColumnInEveryFormat(t *testing.T) {
	var words exports.List
	for _, word := range strings.Split("klid čas péče práce doprava voda stromy lidé", " ") {
		words.Bullets = append(words.Bullets, exports.Bullet{Line: exports.Line{Text: word}})
	}
	panels := exports.Panels{Beside: 2, Panels: [][]exports.Block{{words}, {words}, {words}, {words}}}
	for _, f := range []struct {
		ending  string
		render  func(context.Context, exports.Document, io.Writer) error
		columns *regexp.Regexp // found where a list has some
	}{
		{"docx", docx.Render, regexp.MustCompile(`<w:cols w:num="[23]"`)}, {"odt", odt.Render, regexp.MustCompile(`<text:section [^>]*Columns`)},
		{"html", html.Render, regexp.MustCompile(`class="columns\d"`)}, {"pdf", pdf.Render, regexp.MustCompile(`klid +• +[^k]`)},
	} {
		for where, block := range map[string]exports.Block{"page": words, "panel": panels} {
			var file bytes.Buffer
			if err := f.render(t.Context(), exports.Document{Language: "cs", Blocks: []exports.Block{exports.Heading{Level: 1, Text: "A"}, block}}, &file); err != nil {
				t.Fatal(err)
			}
			said := file.Bytes()
			switch f.ending {
			case "docx", "odt":
				said = unpacked(t, said)
			case "pdf":
				path := filepath.Join(t.TempDir(), "a.pdf")
				if err := os.WriteFile(path, said, 0o600); err != nil {
					t.Fatal(err)
				}
				var err error
				if said, err = exec.CommandContext(t.Context(), tool(t, "pdftotext", "poppler-utils"), "-layout", path, "-").Output(); err != nil {
					t.Fatal(err)
				}
			}
			if found := f.columns.Match(said); found != (where == "page") {
				t.Errorf("%s: a list in a %s stands in columns: %v", f.ending, where, found)
			}
		}
	}
}
