package store_test

import (
	"bytes"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/store"
)

// Data stay in the folder they were put in, whatever it is called, and are
// nobody else's to read.
func TestAFolderMayBeCalledAnything(t *testing.T) {
	names := []string{
		"akce#1", "50%25", "100%", "co?", "co?mode=memory", "dvě slova", "příliš žluťoučký kůň", "-data", "a&b=c", "'uvozovky\"", "%2e%2e", ":memory:", "file:x",
	}
	if runtime.GOOS != "windows" {
		names = append(names, `zpětné\lomítko`, "hvězda*", "trubka|")
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			within := t.TempDir()
			dir := filepath.Join(within, name)
			if err := os.Mkdir(dir, 0o700); err != nil {
				t.Fatal(err)
			}
			makeIn(t, dir)
			s := open(t, dir)
			id := modelstest.NewScene(t, s, 0).ID
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			if entries, _ := os.ReadDir(within); len(entries) != 1 {
				t.Errorf("data are in %v", entries)
			}
			if _, err := os.Stat(filepath.Join(dir, "dilna.db")); err != nil {
				t.Error(err)
			}
			s = open(t, dir)
			if _, err := s.Workshop(t.Context(), id); err != nil {
				t.Error(err)
			}
			everybodyElseIsKeptOut(t, dir)
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// A relative folder, and one that begins with a dash.
func TestARelativeFolderMayBeCalledAnything(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, dir := range []string{"-x", "#", "a/?b"} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := open(t, dir).Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(filepath.Join(dir, "dilna.db")); err != nil {
			t.Error(err)
		}
	}
}

func TestADatabaseOthersCouldReadIsTheirsNoMore(t *testing.T) {
	dir := t.TempDir()
	if err := open(t, dir).Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(dir, "dilna.db"), 0o644); err != nil {
		t.Fatal(err)
	}
	s := open(t, dir)
	t.Cleanup(func() { _ = s.Close() })
	modelstest.NewScene(t, s, 1)
	everybodyElseIsKeptOut(t, dir)
}

func everybodyElseIsKeptOut(t *testing.T, dir string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		return // it knows no such rights
	}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err == nil && path != dir && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s is %v", path, info.Mode())
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

func TestAPanicOfOneCommandKeepsItsStackInTheLog(t *testing.T) {
	var log bytes.Buffer
	s, err := store.Open(t.Context(), t.TempDir(), store.Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Panic(s, "a hole in the floor"); models.CodeOf(err) != models.CodeInternal {
		t.Errorf("a command that panicked is answered %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"a hole in the floor", "export_test.go", "store.Panic"} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("the log does not say %q: %s", want, log.String())
		}
	}
}

func TestWhatFailsAfterTheCommitIsLoggedAndNotToldAsAFailure(t *testing.T) {
	var log bytes.Buffer
	s, err := store.Open(t.Context(), t.TempDir(), store.Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
	if err != nil {
		t.Fatal(err)
	}
	if err := store.FailAfter(s, errors.New("the key would not go")); err != nil {
		t.Errorf("a command that is done is answered %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(log.String(), "the key would not go") {
		t.Errorf("the log says %q", log.String())
	}
}
