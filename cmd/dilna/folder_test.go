package main

import (
	"context"
	"database/sql"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dilna/cmd/dilna/language"
	"dilna/models"
)

// quiet is a terminal for what is not about its words.
func quiet(t *testing.T) *terminal {
	t.Helper()
	return &terminal{in: strings.NewReader(""), out: t.Output(), err: t.Output(), say: language.English}
}

// hold serves the folder, as far as others can tell, until the test ends.
func hold(t *testing.T, dir string) *folder {
	t.Helper()
	held, err := quiet(t).take(t.Context(), dir, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := held.close(); err != nil {
			t.Error(err)
		}
	})
	return held
}

// FM-12: two programs never share a folder.
func TestASecondProgramOnTheSameFolderIsRefused(t *testing.T) {
	dir := t.TempDir()
	hold(t, dir)
	mustFail(t, dilna(t, "serve", "--addr", "127.0.0.1:0", "--data", dir), 1, dir, "already", "--data")
	mustFail(t, speaking(t, language.Czech, "serve", "--addr", "127.0.0.1:0", "--data", dir), 1, "už běží jiná Dílna", "zastavte")
}

func TestImportExportAndLinkWorkWhileTheFolderIsServed(t *testing.T) {
	dir := t.TempDir()
	held := hold(t, dir)
	id := dilna(t, "import", record, "--data", dir).lastLine()
	if served, err := held.store.Workshop(t.Context(), models.WorkshopID(id)); err != nil || served.Head.Number != 1 {
		t.Errorf("the one who serves finds %+v, %v", served, err)
	}
	if err := held.serveAt(t.Context(), "http://localhost:1234/console"); err != nil {
		t.Fatal(err)
	}
	if r := dilna(t, "export", id, "--data", dir, "--format", "json"); r.code != 0 || !strings.Contains(r.out, "ASOCIACE") {
		t.Errorf("export: %d %s", r.code, r.err)
	}
	if r := dilna(t, "user", "link", "--data", dir); r.code != 0 || !strings.HasPrefix(r.lastLine(), "http://localhost:1234/console#link=") {
		t.Errorf("link: %+v", r)
	}
}

func TestAnotherVersionThanTheOneServingIsRefused(t *testing.T) {
	dir := t.TempDir()
	held := hold(t, dir)
	held.holder.version = "v9.9"
	if err := held.serveAt(t.Context(), "http://localhost:1234/console"); err != nil {
		t.Fatal(err)
	}
	mustFail(t, dilna(t, "export", "x", "--data", dir), 1, "v9.9", dir)
}

func TestAFolderThatCannotBeWrittenIsToldByName(t *testing.T) {
	if os.Getuid() == 0 {
		// Root may write everywhere, so a file stands where the folder should.
		t.Log("running as root: a read-only folder cannot be tried")
	} else {
		dir := filepath.Join(t.TempDir(), "locked")
		if err := os.Mkdir(dir, 0o500); err != nil {
			t.Fatal(err)
		}
		mustFail(t, dilna(t, "serve", "--addr", "127.0.0.1:0", "--data", dir), 1, dir, "right to write")
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	mustFail(t, dilna(t, "serve", "--addr", "127.0.0.1:0", "--data", filepath.Join(file, "data")), 1, file, "--data")
}

func TestADatabaseOfANewerProgramIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	dilna(t, "import", record, "--data", dir)
	db, err := sql.Open("sqlite3", filepath.Join(dir, "dilna.db"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (99990101000000, 1)"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	mustFail(t, dilna(t, "serve", "--addr", "127.0.0.1:0", "--data", dir), 1, "newer version of Dílna", dir)
}

func TestAFolderWithAnOddNameKeepsItsData(t *testing.T) {
	for _, name := range []string{"akce#1", "50%25", "co?", "-data", "první setkání"} {
		within := t.TempDir()
		dir := filepath.Join(within, name)
		id := dilna(t, "import", record, "--data="+dir).lastLine()
		if r := dilna(t, "export", id, "--data="+dir, "--format", "json"); r.code != 0 || !strings.Contains(r.out, "ASOCIACE") {
			t.Errorf("export from %s: %d %s", dir, r.code, r.err)
		}
		if entries, _ := os.ReadDir(within); len(entries) != 1 {
			t.Errorf("%s: data are in %v", name, entries)
		}
	}
}

func TestAFolderWithoutDataIsNotMadeByLookingIn(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "mistyped")
	mustFail(t, dilna(t, "export", "x", "--data", dir), 1, dir, "no data")
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Error("looking for data made the folder")
	}
}

func TestAPortInUseIsToldWithAnother(t *testing.T) {
	taken, err := new(net.ListenConfig).Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = taken.Close() })
	mustFail(t, dilna(t, "serve", "--addr", taken.Addr().String(), "--data", t.TempDir()), 1, taken.Addr().String(), "--addr :")
	mustFail(t, dilna(t, "serve", "--addr", "nonsense", "--data", t.TempDir()), 1, "nonsense", ":8080")
}

func TestTLSFilesBelongTogether(t *testing.T) {
	dir := t.TempDir()
	mustFail(t, dilna(t, "serve", "--tls-cert", "x.pem", "--data", dir), 1, "belong together")
	mustFail(t, dilna(t, "serve", "--tls-cert", "x.pem", "--tls-key", "y.pem", "--data", dir), 1, "PEM")
}

func TestProxiesAndAddressesThatCannotBeReadAreTold(t *testing.T) {
	mustFail(t, dilna(t, "serve", "--addr", "127.0.0.1:0", "--data", t.TempDir(), "--trusted-proxies", "anybody"), 1, "--trusted-proxies", "10.0.0.0/8")
}
