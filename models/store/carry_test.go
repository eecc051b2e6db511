package store

import (
	"slices"
	"strings"
	"testing"

	"dilna/models/modelstest/pgtest"
)

// TestEveryTableIsCarriedToAnotherDatabaseOrIsAboutTheDatabaseItself walks the
// tables of both kinds, so that a new one is not forgotten when data are moved.
func TestEveryTableIsCarriedToAnotherDatabaseOrIsAboutTheDatabaseItself(t *testing.T) {
	own := []string{"goose_db_version", "schema_sums", "seals", "round_keys", "sealed_with", "served_at"}
	folder, err := Open(t.Context(), t.TempDir(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	server, err := OpenShared(t.Context(), pgtest.Database(t), []byte(strings.Repeat("secret", 10)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []*Store{folder, server} {
		t.Cleanup(func() {
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
		tables, err := s.writing.Migrator().GetTables()
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range tables {
			if !slices.Contains(carried, table) && !slices.Contains(own, table) && !strings.HasPrefix(table, "sqlite_") {
				t.Errorf("moving data leaves the table %s behind", table)
			}
		}
		for _, table := range carried {
			if !slices.Contains(tables, table) {
				t.Errorf("there is no table %s", table)
			}
		}
	}
}
