package store_test

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"

	"dilna/models/modelstest/pgtest"
	"dilna/models/store"
)

// releasedQueries are all statements of the version that was released last, one a
// line. They are written anew when a version is released, and only then:
//
//	go test -tags nomsgpack ./models/store -run TestStoreContractOnPostgreSQL -released
const releasedQueries = "testdata/released/queries.sql"

var newlyReleased = flag.Bool("released", false, "write down what this version asks a database for: it is released")

// TestTheReleasedVersionFindsAllItAsksForInTheNewestSchemaFM17: instances of both
// run side by side during an upgrade, so a migration only adds. What the released
// version needs no more goes in the release after (docs/adr/0027).
func TestTheReleasedVersionFindsAllItAsksForInTheNewestSchemaFM17(t *testing.T) {
	content, err := os.ReadFile(releasedQueries)
	must(t, err)
	queries := strings.Split(strings.TrimSpace(string(content)), "\n")
	if len(queries) < 100 {
		t.Fatalf("only %d statements were written down", len(queries))
	}
	url := pgtest.Database(t)
	must(t, openShared(t, url).Close())
	db, err := pgx.Connect(t.Context(), url)
	must(t, err)
	defer func() { must(t, db.Close(context.Background())) }()
	needed := neededOf(t, db)
	for _, query := range queries {
		if _, err := db.Prepare(t.Context(), "", query); err != nil {
			t.Errorf("the released version asks for what is there no more: %v\n%s", err, query)
		}
		if missing := leftOut(query, needed); len(missing) > 0 {
			t.Errorf("the released version says nothing of %v, which have no default:\n%s", missing, query)
		}
	}
}

// neededOf are the columns of each table that a new row cannot do without.
func neededOf(t *testing.T, db *pgx.Conn) map[string][]string {
	t.Helper()
	rows, err := db.Query(t.Context(), `SELECT table_name, column_name FROM information_schema.columns
		WHERE table_schema = 'public' AND is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO'`)
	must(t, err)
	needed := map[string][]string{}
	var table, column string
	_, err = pgx.ForEachRow(rows, []any{&table, &column}, func() error {
		needed[table] = append(needed[table], column)
		return nil
	})
	must(t, err)
	return needed
}

var inserting = regexp.MustCompile(`^INSERT INTO "?(\w+)"? \(([^)]*)\)`)

// leftOut are the needed columns that a statement which makes a row does not name.
func leftOut(query string, needed map[string][]string) (missing []string) {
	found := inserting.FindStringSubmatch(query)
	if found == nil {
		return nil
	}
	named := strings.FieldsFunc(found[2], func(r rune) bool { return strings.ContainsRune(`", `, r) })
	for _, column := range needed[found[1]] {
		if !slices.Contains(named, column) {
			missing = append(missing, column)
		}
	}
	return missing
}

// overheard are the statements of a run of the contract suite. Those that differ
// only in how many values they have are one.
type overheard struct {
	mu  sync.Mutex
	all map[string]string
}

var (
	asking      = regexp.MustCompile(`^(SELECT|INSERT|UPDATE|DELETE|WITH)\b`)
	blanks      = regexp.MustCompile(`\s+`)
	value       = regexp.MustCompile(`\$\d+`)
	severalMore = regexp.MustCompile(`(, ?\$|, ?\(\$(,\$)*\))+`)
)

func (o *overheard) hear(sql string) {
	sql = strings.TrimSpace(blanks.ReplaceAllString(sql, " "))
	if !asking.MatchString(sql) {
		return // a savepoint, a lock
	}
	alike := severalMore.ReplaceAllString(value.ReplaceAllString(sql, "$$"), "")
	o.mu.Lock()
	defer o.mu.Unlock()
	if shorter, heard := o.all[alike]; !heard || len(sql) < len(shorter) || len(sql) == len(shorter) && sql < shorter {
		o.all[alike] = sql
	}
}

// writeQueries writes down what the stores ask for that are opened with the
// function it returns, if this version is released.
func writeQueries(t *testing.T) (open func(testing.TB, string) *store.Store) {
	if !*newlyReleased {
		return openShared
	}
	o := &overheard{all: map[string]string{}}
	t.Cleanup(func() {
		lines := slices.Sorted(maps.Values(o.all))
		must(t, os.WriteFile(releasedQueries, fmt.Appendln(nil, strings.Join(lines, "\n")), 0o644))
	})
	return func(t testing.TB, url string) *store.Store {
		s := openShared(t, url)
		store.Overhear(t, s, o.hear)
		return s
	}
}
