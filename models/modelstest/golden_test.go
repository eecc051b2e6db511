package modelstest_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"dilna/models/modelstest"
)

// watcher is a test that is expected to fail: it keeps what it is told.
type watcher struct {
	testing.TB
	told string
}

func (w *watcher) Helper() {}

func (w *watcher) Errorf(format string, args ...any) { w.told += fmt.Sprintf(format, args...) }

func (w *watcher) Fatalf(format string, args ...any) {
	w.Errorf(format, args...)
	runtime.Goexit()
}

// golden runs Golden against a file that holds want and returns what it told.
func golden(t *testing.T, want, got string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "golden.txt")
	if err := os.WriteFile(file, []byte(want), 0o600); err != nil {
		t.Fatal(err)
	}
	return told(t, file, got)
}

func told(t *testing.T, file, got string) string {
	t.Helper()
	_ = flag.Set("update", "false") // these tests are about comparing, with -update too
	w := &watcher{TB: t}
	done := make(chan struct{})
	go func() {
		defer close(done)
		modelstest.Golden(w, file, got)
	}()
	<-done
	return w.told
}

func TestGoldenIsSilentWhereTheTextIsTheSame(t *testing.T) {
	if told := golden(t, "Zápis\n", "Zápis\n"); told != "" {
		t.Errorf("told %q", told)
	}
}

func TestGoldenShowsTheLinesThatDifferAndNoOthers(t *testing.T) {
	told := golden(t, "a\nb\nc\nd\ne\nf\n", "a\nb\nc\nD\nd2 \ne\nf\n")
	_, lines, _ := strings.Cut(told, "\n")
	want := `     2 "b"
     3 "c"
-    4 "d"
+    4 "D"
+    5 "d2 "
`
	if lines != want {
		t.Errorf("shows\n%s, want\n%s", lines, want)
	}
}

func TestGoldenSaysHowToWriteAFileThatIsNotThere(t *testing.T) {
	told := told(t, filepath.Join(t.TempDir(), "none.txt"), "text")
	if !strings.Contains(told, "-update") {
		t.Errorf("told %q", told)
	}
}

func TestGoldenFilesAreText(t *testing.T) {
	if told := golden(t, "\xff", "\xff"); !strings.Contains(told, "text") {
		t.Errorf("told %q", told)
	}
}
