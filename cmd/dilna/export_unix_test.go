//go:build unix

package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// A device or a link where the minutes are to go stays what it is.
func TestExportReplacesNothingButFiles(t *testing.T) {
	dir, out := t.TempDir(), t.TempDir()
	id := dilna(t, "import", record, "--data", dir).lastLine()
	file, link, pipe := filepath.Join(out, "file.json"), filepath.Join(out, "link.json"), filepath.Join(out, "pipe")
	if err := errors.Join(os.WriteFile(file, nil, 0o600), os.Symlink(file, link), syscall.Mkfifo(pipe, 0o600)); err != nil {
		t.Fatal(err)
	}
	heard := make(chan []byte)
	go func() {
		content, err := os.ReadFile(pipe)
		if err != nil {
			t.Error(err)
		}
		heard <- content
	}()
	for _, to := range []string{link, pipe} {
		if r := dilna(t, "export", id, "--data", dir, "--format", "json", "--output", to); r.code != 0 {
			t.Fatalf("to %s: %s", to, r.err)
		}
	}
	if content := <-heard; !bytes.Equal(content, read(t, file)) || len(content) == 0 {
		t.Errorf("through the pipe came %d bytes, through the link %d", len(content), len(read(t, file)))
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is no link any more")
	}
	mustFail(t, dilna(t, "export", id, "--data", dir, "--output", out), 1, out)
}
