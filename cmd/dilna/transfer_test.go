package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dilna/cmd/dilna/language"
	"dilna/models"
)

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// INV-29: export, import, export gives the same bytes.
func TestExportImportExportGivesTheSameBytes(t *testing.T) {
	for _, file := range []string{record, "testdata/everything.json"} {
		t.Run(filepath.Base(file), func(t *testing.T) {
			first, second := filepath.Join(t.TempDir(), "a.json"), filepath.Join(t.TempDir(), "b.json")
			from := file
			for _, to := range []string{first, second} {
				dir := t.TempDir()
				imported := dilna(t, "import", from, "--data", dir)
				if imported.code != 0 || models.CheckID("id", models.WorkshopID(imported.lastLine())) != nil {
					t.Fatalf("import: %+v", imported)
				}
				if r := dilna(t, "export", imported.lastLine(), "--data", dir, "--format", "json", "--output", to); r.code != 0 {
					t.Fatalf("export: %+v", r)
				}
				from = to
			}
			if !bytes.Equal(read(t, first), read(t, second)) {
				t.Error("the second export differs from the first")
			}
			if !bytes.Equal(read(t, file), read(t, first)) && file != record {
				t.Error("a canonical file changes on its way through")
			}
		})
	}
}

func TestExportOfMinutesIsTheDraftTheConsoleShows(t *testing.T) {
	dir := t.TempDir()
	id := dilna(t, "import", record, "--data", dir).lastLine()
	if page := dilna(t, "export", id, "--data", dir, "--format", "html").out; !strings.Contains(page, "NÁVRH") {
		t.Error("nothing says that these minutes are a draft")
	}
	if r := dilna(t, "export", id, "--data", dir, "--version", "1"); r.code == 0 || !strings.Contains(r.err, "1") {
		t.Errorf("a version that is not there: %+v", r)
	}
}

func TestExportWritesAPDFToAFileAndToTheOutput(t *testing.T) {
	dir := t.TempDir()
	id := dilna(t, "import", record, "--data", dir).lastLine()
	file := filepath.Join(t.TempDir(), "minutes.pdf")
	if r := dilna(t, "export", id, "--data", dir, "--output", file); r.code != 0 {
		t.Fatal(r.err)
	}
	piped := dilna(t, "export", id, "--data", dir)
	if !bytes.HasPrefix(read(t, file), []byte("%PDF-")) || !strings.HasPrefix(piped.out, "%PDF-") {
		t.Error("no PDF came out")
	}
	if left, err := filepath.Glob(filepath.Join(filepath.Dir(file), ".*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
	mustFail(t, dilna(t, "export", id, "--data", dir, "--output", "/nowhere/minutes.pdf"), 1, "/nowhere/minutes.pdf", "space")
}

func TestAnIdThatIsNoneIsAnsweredWithThoseThereAre(t *testing.T) {
	dir := t.TempDir()
	id := dilna(t, "import", record, "--data", dir).lastLine()
	mustFail(t, dilna(t, "export", "nonsense", "--data", dir), 1, "nonsense", id, "SOCIÁLNÍ SLUŽBY 2")
	mustFail(t, dilna(t, "export", "--data", dir), 1, "which workshop", id)
}

func TestABrokenFileIsToldWithThePathsOfAllThatIsWrong(t *testing.T) {
	file := filepath.Join(t.TempDir(), "broken.json")
	broken := `{"format": "dilna.workshop/1", "number": 0, "steps": [
		{"method": "collect", "heading": "A", "ideas": [{"text": ""}, {"text": "b", "votes": [1]}]},
		{"method": "dance", "heading": "B"}]}`
	if err := os.WriteFile(file, []byte(broken), 0o600); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "data")
	paths := []string{"number", "steps[0].ideas[0].text", "steps[0].ideas[1].votes", "steps[1].method"}
	mustFail(t, dilna(t, "import", file, "--data", dir), 1, paths...)
	mustFail(t, speaking(t, language.Czech, "import", file, "--data", dir), 1, append(paths, "nejde použít")...)
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Error("a broken file made the data folder")
	}
	mustFail(t, dilna(t, "import", filepath.Join(dir, "missing.json"), "--data", dir), 1, "no file")
	mustFail(t, dilna(t, "import", "../../models/ids.go", "--data", dir), 1, "ids.go")
}

// TestAPublishedElectionIsImportedAndCanBeCountedAgain: what was imported gives its
// results by its ballots, and nobody's id.
func TestAPublishedElectionIsImportedAndCanBeCountedAgain(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"approval", "approval-over", "choose-1", "ordinal", "cumulative", "scoring"} {
		dir, file := t.TempDir(), filepath.Join(t.TempDir(), "a.json")
		imported := dilna(t, "import", "pabulib/testdata/"+kind+".pb", "--data", dir)
		if imported.code != 0 {
			t.Fatalf("%s: %+v", kind, imported)
		}
		if r := dilna(t, "export", imported.lastLine(), "--data", dir, "--format", "json", "--output", file); r.code != 0 {
			t.Fatalf("%s: %+v", kind, r)
		}
		if r := dilna(t, "verify", file); r.code != 0 || !strings.Contains(r.out, "Rounds counted again: 1, without ballots: 0, differences: 0.") {
			t.Errorf("%s: %d: %s%s", kind, r.code, r.out, r.err)
		}
	}
	const votes = "META\nkey;value\nvote_type;approval\nPROJECTS\nproject_id;name\n1;x\nVOTES\nvote\n1\n"
	for file, says := range map[string]string{
		"PROJECTS\nproject_id;cost\n1;moc\n":                           "line 3:",
		strings.Replace(votes, ";x", ";"+strings.Repeat("x", 2001), 1): "steps[0].ideas[0].text: ", // no line: it would be one of another file
	} {
		damaged := filepath.Join(t.TempDir(), "damaged.pb")
		if err := os.WriteFile(damaged, []byte(file), 0o600); err != nil {
			t.Fatal(err)
		}
		if r := dilna(t, "import", damaged, "--data", t.TempDir()); r.code == 0 || !strings.Contains(r.err, says) {
			t.Errorf("a damaged file is answered %d: %s", r.code, r.err)
		}
	}
}
