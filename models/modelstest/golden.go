package modelstest

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

var update = flag.Bool("update", false, "write the golden files of these tests anew")

// Golden compares got with the text in the golden file at path, relative to
// the package under test. `go test -update` writes the file anew instead: the
// change is then reviewed like any other.
func Golden(t testing.TB, path, got string) {
	t.Helper()
	if !utf8.ValidString(got) {
		t.Fatalf("golden %s: golden files are text, this is not", path)
	}
	if *update {
		writeGolden(t, path, got)
		return
	}
	want, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("golden %s: there is no such file yet; write it with go test -update", path)
	}
	if err != nil {
		t.Fatalf("golden %s: %v", path, err)
	}
	if string(want) != got {
		t.Errorf("golden %s is not what came out (- golden, + now; go test -update accepts it):\n%s",
			path, difference(string(want), got))
	}
}

func writeGolden(t testing.TB, path, got string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
		t.Fatal(err)
	}
}

// mostLines of each side are shown: the first lines that differ tell the cause.
const mostLines = 30

// difference shows the lines from the first that differs to the last, with two
// lines before them. Spaces at ends and invisible characters are made visible.
func difference(want, got string) string {
	before, after := strings.Split(want, "\n"), strings.Split(got, "\n")
	start := 0
	for start < min(len(before), len(after)) && before[start] == after[start] {
		start++
	}
	same := 0
	for same < min(len(before), len(after))-start && before[len(before)-1-same] == after[len(after)-1-same] {
		same++
	}
	var b strings.Builder
	context := max(start-2, 0)
	side(&b, "  ", context, before[context:start])
	side(&b, "- ", start, before[start:len(before)-same])
	side(&b, "+ ", start, after[start:len(after)-same])
	return b.String()
}

func side(b *strings.Builder, sign string, first int, lines []string) {
	for i, line := range lines {
		if i == mostLines {
			fmt.Fprintf(b, "%s… and %d more lines\n", sign, len(lines)-i)
			return
		}
		fmt.Fprintf(b, "%s%4d %q\n", sign, first+i+1, line)
	}
}
