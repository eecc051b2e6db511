package store

import (
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

	"dilna/models/store/sqlite"
)

// released is the newest schema that was released; older ones were too.
const released = 7

// oldDatabase makes a database as the program of that schema left it, with rows
// in every table and values in every column it had.
func oldDatabase(t *testing.T, dir string, schema int64) {
	t.Helper()
	old, err := sqlite.Open(t.Context(), filepath.Join(dir, "dilna.db"), sqlite.Writer, false)
	must(t, err)
	pool, err := old.DB()
	must(t, err)
	files, err := fs.Sub(migrations, "migrations/sqlite")
	must(t, err)
	provider, err := goose.NewProvider(goose.DialectSQLite3, pool, files)
	must(t, err)
	for version := int64(1); version <= schema; version++ {
		_, err = provider.UpTo(t.Context(), version)
		must(t, err)
		rows, err := os.ReadFile(fmt.Sprintf("testdata/released/%04d.sql", version))
		must(t, err)
		_, err = pool.ExecContext(t.Context(), string(rows))
		must(t, err)
	}
	must(t, pool.Close())
}

// filled is what a database of that schema and of each later one says, told by
// the newest: what the schemas that were released have added.
var filled = []struct {
	schema      int64
	query, says string
}{
	{1, "SELECT COUNT(*) FROM accounts a JOIN grants g ON g.account_id = a.id JOIN sign_ins s ON s.account_id = a.id", "1"},
	{1, "SELECT COUNT(*) FROM links WHERE hash = 'link' AND id = 'link'", "1"},
	{1, "SELECT COUNT(*) FROM seats", "1"},
	{1, "SELECT text FROM wordings WHERE round_id = 'r' AND entry_id = 'a'", "Nenavazují služby"},
	{2, "SELECT message || hands || locked || blank || timer_left FROM workshops", "Přestávka21160000"},
	{2, "SELECT hand || done_step FROM seats", "2s"},
	{2, "SELECT blind FROM steps WHERE id = 's'", "1"},
	{2, "SELECT hidden || text FROM entries WHERE id = 'h'", "1skryté"},
	{3, "SELECT merged_into || text FROM entries WHERE id = 'm'", "aslužby na sebe nejdou"},
	{3, "SELECT original || reworded FROM entries WHERE id = 'o'", "malo penez!!1"},
	{3, "SELECT other FROM different", "o"},
	{3, "SELECT subject || part || changes FROM history", `Málo penězideas[{"part":"entries","id":"o","before":{"marked":true},"after":{"marked":false}}]`},
	{4, "SELECT ideas || paper FROM rounds WHERE id = 'q'", `["a","b"]1`},
	{5, "SELECT planned_minutes FROM steps WHERE id = 's'", "15"},
	{5, "SELECT checklist FROM workshops", `[{"id":"own","text":"Klíče od sálu","done":true}]`},
	{5, "SELECT name FROM templates", "Naše osnova"},
	{6, "SELECT name FROM accounts WHERE disabled", "Jana"},
	{6, "SELECT by_link FROM sign_ins", "1"},
	{6, "SELECT label FROM links WHERE purpose = 'invitation'", "Pro Karla"},
	{7, "SELECT token FROM publications", "adresa"},
	{7, "SELECT COUNT(*) FROM drafts JOIN editions USING (workshop_id)", "1"},
}

// saidSince is what the record of a database of that schema and of each later
// one says.
var saidSince = []struct {
	schema int64
	says   string
}{
	{1, "PŘÍBUZNÍ"}, {1, "Nenavazují služby"}, {1, "málo lidí"}, {1, `"label":"Hlasy"`},
	{3, `"merged":["služby na sebe nejdou"]`}, {3, "Málo peněz"}, {4, "Užší volba"},
}

// TestDatabasesOfEachReleaseBecomeNewestAndSayTheSameFM14 upgrades a database of
// each released schema: the record is the same, the schema that of a fresh
// database, and a copy of what was there is kept, private, the last few.
func TestDatabasesOfEachReleaseBecomeNewestAndSayTheSameFM14(t *testing.T) {
	fresh := t.TempDir()
	s, err := Open(t.Context(), fresh, Options{})
	must(t, err)
	must(t, s.Close())
	for schema := int64(1); schema <= released; schema++ {
		dir := t.TempDir()
		oldDatabase(t, dir, schema)
		s, err := Open(t.Context(), dir, Options{})
		must(t, err)
		m, err := s.Minutes(t.Context(), "w")
		must(t, err)
		if schema >= 7 {
			readsMinutes(t, s)
		}
		must(t, s.Close())
		said, err := json.Marshal(m)
		must(t, err)
		for _, since := range saidSince {
			if strings.Contains(string(said), since.says) != (schema >= since.schema) {
				t.Errorf("whether the record after schema %d says %s: %s", schema, since.says, said)
			}
		}
		if strings.Contains(string(said), "skryté") {
			t.Errorf("after schema %d the record says what is hidden", schema)
		}
		db := dbAt(t, filepath.Join(dir, "dilna.db"))
		for _, f := range filled {
			var says string
			if schema >= f.schema {
				must(t, db.QueryRow(f.query).Scan(&says))
				if says != f.says {
					t.Errorf("after schema %d, %s: %q instead of %q", schema, f.query, says, f.says)
				}
			}
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

// readsMinutes reads the draft, the published version and the letterhead that
// were kept before the upgrade.
func readsMinutes(t *testing.T, s *Store) {
	t.Helper()
	published, err := s.PublishedMinutes(t.Context(), "adresa")
	must(t, err)
	if len(published.Editions) != 1 || published.Editions[0].Introduction != "Schválený úvod." {
		t.Errorf("published before the upgrade: %+v", published)
	}
	work, err := s.MinutesWork(t.Context(), "w")
	must(t, err)
	if work.Draft.Introduction != "Zápis pořídila Petra." {
		t.Errorf("the draft of before the upgrade: %+v", work.Draft)
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
	db, err := sql.Open("sqlite3", sqlite.Address(path))
	must(t, err)
	t.Cleanup(func() { must(t, db.Close()) })
	return db
}
