package formats

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"dilna/models"
)

// TestEveryFormatTellsTheWordingThatWasVotedOn: a result that stands beside
// another text says so, on paper as in files.
func TestEveryFormatTellsTheWordingThatWasVotedOn(t *testing.T) {
	one := 1
	idea := models.IdeaMinutes{Text: "Postavit bazén", Votes: []*int{&one, &one}, Voted: []models.VotedWording{{Text: "Nenavazují služby", Rounds: []int{0}}, {Rounds: []int{1}}}}
	e := models.Edition{Minutes: models.Minutes{
		Head:  models.Head{Language: "cs"},
		Steps: []models.StepMinutes{{Method: models.MethodCollect, Heading: "KROK", Rounds: []models.RoundMinutes{{}, {}}, Ideas: []models.IdeaMinutes{idea}}},
	}}
	for _, f := range Offered() {
		if f.Ending == Everything.Ending {
			continue
		}
		said := saidIn(t, f, rendered(t, f, e))
		told := []string{"Hlasovalo se o znění (1. kolo): Nenavazují služby", "Hlasovalo se o jiném znění (2. kolo)"}
		if f.ContentType == "application/json" {
			told = []string{`"text": "Nenavazují služby", "rounds": [ 0 ]`, `{ "rounds": [ 1 ] }`}
		}
		for _, text := range told {
			if !strings.Contains(said, text) {
				t.Errorf("%s does not say %q", f.Ending, text)
			}
		}
	}
}

var (
	marks  = regexp.MustCompile(`<[^>]*>`)
	spaces = regexp.MustCompile(`\s+`)

	// apart are the ends of what stands apart: paragraphs, cells, lines, those of a picture too.
	apart = strings.NewReplacer("</text>", " ", "<w:tab/>", " ", "<text:tab/>", " ", "</w:p>", " ", "</text:p>", " ", "</p>", " ",
		"</td>", " ", "</th>", " ", "</li>", " ", "<br/>", " ", "<w:br/>", " ", "<text:line-break/>", " ", "</t>", " ")
)

// saidIn is the text of a file, its layout taken away.
func saidIn(t *testing.T, f Format, file []byte) string {
	t.Helper()
	switch {
	case f.Ending == "pdf":
		path := filepath.Join(t.TempDir(), "minutes.pdf")
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		said, err := exec.Command("pdftotext", path, "-").Output()
		if err != nil {
			t.Fatalf("pdftotext, of poppler-utils: %v", err)
		}
		file = said
	case bytes.HasPrefix(file, []byte("PK")):
		file = unpacked(t, file)
	}
	text := string(file)
	if f.ContentType != "application/json" {
		text = marks.ReplaceAllString(apart.Replace(text), "")
	}
	return spaces.ReplaceAllString(strings.ReplaceAll(text, `\`, ""), " ")
}

func unpacked(t *testing.T, file []byte) []byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var all []byte
	for _, packed := range archive.File {
		opened, err := packed.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(opened)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, content...)
	}
	return all
}
