package store

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/pressly/goose/v3"
)

// released is the newest schema that was released; older ones were too.
const released = 7

// oldDatabase makes a database as the program of that schema left it, filled
// with the same record.
func oldDatabase(t *testing.T, dir string, schema int64) {
	t.Helper()
	old, err := openSQLite(t.Context(), filepath.Join(dir, "dilna.db"), dialSQLiteWriter, false)
	must(t, err)
	pool, err := old.DB()
	must(t, err)
	files, err := fs.Sub(migrations, "migrations/sqlite")
	must(t, err)
	provider, err := goose.NewProvider(goose.DialectSQLite3, pool, files)
	must(t, err)
	_, err = provider.UpTo(t.Context(), schema)
	must(t, err)
	rows, err := os.ReadFile("testdata/released.sql")
	must(t, err)
	_, err = pool.ExecContext(t.Context(), string(rows))
	must(t, err)
	must(t, pool.Close())
}

// TestDatabasesOfEachReleaseBecomeNewestAndSayTheSameFM14 upgrades a database of
// each released schema: the record is the same, the schema that of a fresh
// database, and a copy of what was there is kept, private, the last few.
func TestDatabasesOfEachReleaseBecomeNewestAndSayTheSameFM14(t *testing.T) {
	fresh := t.TempDir()
	s, err := Open(t.Context(), fresh, Options{})
	must(t, err)
	must(t, s.Close())
	var first []byte
	for schema := int64(1); schema <= released; schema++ {
		dir := t.TempDir()
		oldDatabase(t, dir, schema)
		s, err := Open(t.Context(), dir, Options{})
		must(t, err)
		m, err := s.Minutes(t.Context(), "w")
		must(t, err)
		must(t, s.Close())
		said, err := json.Marshal(m)
		must(t, err)
		if first == nil {
			first = said
		}
		for _, text := range []string{"PŘÍBUZNÍ", "Nenavazují služby", "málo lidí", `"votes":[3]`} {
			if !strings.Contains(string(said), text) {
				t.Errorf("after schema %d the record does not say %s: %s", schema, text, said)
			}
		}
		if !bytes.Equal(said, first) {
			t.Errorf("after schema %d the record is %s, after the first %s", schema, said, first)
		}
		if got, want := schemaOf(t, dir), schemaOf(t, fresh); got != want {
			t.Errorf("upgraded from %d:\n%s\nfresh:\n%s", schema, got, want)
		}
		kept := filepath.Join(dir, fmt.Sprintf("before-upgrade-%04d.db", schema))
		info, err := os.Stat(kept)
		must(t, err)
		if info.Mode().Perm() != 0o600 {
			t.Errorf("the copy is %v", info.Mode())
		}
		var text string
		must(t, dbAt(t, kept).QueryRow("SELECT text FROM ideas WHERE id = 'a'").Scan(&text))
		if text != "Nenavazují služby" {
			t.Errorf("the copy says %q", text)
		}
	}
}

func TestADatabaseThatCannotBeCopiedIsNotUpgraded(t *testing.T) {
	dir := t.TempDir()
	oldDatabase(t, dir, released)
	before := schemaOf(t, dir)
	// Where copies are counted, a folder that is not empty cannot be removed as a file.
	for n := range keptCopies {
		must(t, os.MkdirAll(filepath.Join(dir, fmt.Sprintf("before-upgrade-%04d.db", n), "full"), 0o700))
	}
	if s, err := Open(t.Context(), dir, Options{}); err == nil {
		must(t, s.Close())
		t.Fatal("it was upgraded though its copies were not in order")
	}
	if after := schemaOf(t, dir); after != before {
		t.Errorf("it was changed: %s", after)
	}
}

// schemaOf is all the tables, their columns and the indexes of a database.
func schemaOf(t *testing.T, dir string) string {
	t.Helper()
	rows, err := dbAt(t, filepath.Join(dir, "dilna.db")).Query(`SELECT m.type || ' ' || m.name || ' ' || COALESCE(c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || COALESCE(c.dflt_value, ''), '')
		FROM sqlite_master m LEFT JOIN pragma_table_info(m.name) c WHERE m.name NOT LIKE 'sqlite_%'`)
	must(t, err)
	defer rows.Close()
	var lines []string
	for rows.Next() {
		var line string
		must(t, rows.Scan(&line))
		lines = append(lines, line)
	}
	must(t, rows.Err())
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func dbAt(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite3", address(path))
	must(t, err)
	t.Cleanup(func() { must(t, db.Close()) })
	return db
}
