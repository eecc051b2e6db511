package formats_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io/fs"
	"strings"
	"testing"

	"dilna/exports/formats"
	"dilna/models"
)

func TestAddressesPeopleTypeAreLinksInEveryFormatOfDocuments(t *testing.T) {
	e := models.Edition{Introduction: "Viz https://kraj.cz/plan?a=1&b=2.", Minutes: models.Minutes{Steps: []models.StepMinutes{
		{Method: models.MethodCollect, Heading: "A", Ideas: []models.IdeaMinutes{{Text: "https://obec.cz"}}},
	}}}
	for _, f := range formats.All {
		signs := map[string][]string{
			"html": {`href="https://kraj.cz/plan?a=1&amp;b=2"`, `href="https://obec.cz"`},
			"odt":  {`xlink:href="https://kraj.cz/plan?a=1&amp;b=2"`, `xlink:href="https://obec.cz"`},
			"docx": {`Target="https://kraj.cz/plan?a=1&amp;b=2" TargetMode="External"`, `<w:hyperlink r:id="link2">`},
		}[f.Ending]
		if signs == nil {
			continue
		}
		var file bytes.Buffer
		if err := f.Render(context.Background(), e, &file); err != nil {
			t.Fatal(err)
		}
		for _, sign := range signs {
			if !strings.Contains(unpacked(t, file.Bytes()), sign) {
				t.Errorf("%s: no %s", f.Ending, sign)
			}
		}
	}
}

// unpacked is all that a file says, packed or not.
func unpacked(t *testing.T, file []byte) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return string(file)
	}
	var said strings.Builder
	for _, part := range archive.File {
		content, err := fs.ReadFile(archive, part.Name)
		if err != nil {
			t.Fatal(err)
		}
		said.Write(content)
	}
	return said.String()
}
