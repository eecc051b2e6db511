package modelstest_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// What code and documents cite: a page of docs/, a threat, a fault, an
// invariant or a figure by its id.
var (
	citedPage = regexp.MustCompile(`\bdocs/[a-z0-9/-]+\.md\b`)
	citedID   = regexp.MustCompile(`\b(?:TM|FM|INV|FIG)-[0-9]{2}\b`)
)

// TestWhatIsCitedStandsInDocs: a comment that points to a page or an id nobody
// can open explains nothing.
func TestWhatIsCitedStandsInDocs(t *testing.T) {
	reliability, err := os.ReadFile(filepath.Join(root, "docs", "reliability.md"))
	if err != nil {
		t.Fatal(err)
	}
	known := citedID.FindAllString(string(reliability), -1)
	seen := 0
	sourceFiles(t, func(path, text string) {
		for _, page := range citedPage.FindAllString(text, -1) {
			seen++
			if _, err := os.Stat(filepath.Join(root, page)); err != nil {
				t.Errorf("%s cites %s, which is not in the repository", path, page)
			}
		}
		for _, id := range citedID.FindAllString(text, -1) {
			if !slices.Contains(known, id) {
				t.Errorf("%s cites %s, which docs/reliability.md does not have", path, id)
			}
		}
	})
	if seen < 40 {
		t.Errorf("only %d citations seen: is this test still looking where they are?", seen)
	}
}

// sourceFiles visits the texts of code, styles and documents.
func sourceFiles(t *testing.T, visit func(path, text string)) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if slices.Contains([]string{"node_modules", "dist", "data", "bin"}, entry.Name()) || (strings.HasPrefix(entry.Name(), ".") && path != root) {
				return filepath.SkipDir
			}
			return nil
		}
		if !slices.Contains([]string{".go", ".ts", ".svelte", ".md", ".sql"}, filepath.Ext(path)) {
			return nil
		}
		text, err := os.ReadFile(path)
		if err == nil {
			visit(path, string(text))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
