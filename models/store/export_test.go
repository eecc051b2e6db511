package store

import (
	"context"
	"errors"
	"io/fs"
	"runtime"
	"strings"
	"testing"
	"time"

	sqlite3 "github.com/mattn/go-sqlite3"
	"gorm.io/gorm"

	"dilna/models"
)

// Voters are the pseudonyms on the ballots of open rounds.
func Voters(t *testing.T, s *Store) []string {
	t.Helper()
	var voters []string
	if err := s.readers.Raw("SELECT DISTINCT voter FROM ballots").Scan(&voters).Error; err != nil {
		t.Fatal(err)
	}
	return voters
}

// SealedKeys are the keys of open rounds as a shared database has them, and as
// they are.
func SealedKeys(t *testing.T, s *Store) (sealed, keys [][]byte) {
	t.Helper()
	var rows []keyRow
	if err := s.readers.Find(&rows).Error; err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		key, err := s.keys.key(s.readers, models.Round{Row: models.Row{WorkshopID: row.WorkshopID}, ID: row.RoundID})
		if err != nil {
			t.Fatal(err)
		}
		sealed, keys = append(sealed, row.Sealed), append(keys, key)
	}
	return sealed, keys
}

// HistoryText is all that the history has written down.
func HistoryText(t *testing.T, s *Store) string {
	t.Helper()
	var text string
	if err := s.readers.Raw("SELECT group_concat(subject || changes) FROM history").Row().Scan(&text); err != nil {
		t.Fatal(err)
	}
	return text
}

// Exec writes past the rules.
func Exec(s *Store, sql string) error { return s.writer.db.Exec(sql).Error }

// FillDisk lets the database grow no more, as a full disk would, until the
// function it returns is called.
func FillDisk(t *testing.T, s *Store) (letIn func()) {
	t.Helper()
	most := func(pages string) {
		var now int
		if err := s.writer.db.Raw("PRAGMA max_page_count = " + pages).Row().Scan(&now); err != nil {
			t.Fatal(err)
		}
	}
	most("1") // SQLite takes as many as there are
	return func() { most("4294967294") }
}

// AwaitSweep returns once all that was removed for good is swept out.
func AwaitSweep(s *Store) {
	s.sweeper.mu.Lock()
	defer s.sweeper.mu.Unlock()
	for s.sweeper.done < s.sweeper.asked {
		s.sweeper.swept.Wait()
	}
}

// Reader holds a snapshot of the database, as somebody does who reads for long,
// until the function it returns is called.
func Reader(t *testing.T, s *Store) (leave func()) {
	t.Helper()
	snapshot := s.readers.Begin()
	var workshops int
	if err := snapshot.Raw("SELECT COUNT(*) FROM workshops").Row().Scan(&workshops); err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := snapshot.Rollback().Error; err != nil {
			t.Error(err)
		}
	}
}

// Panic has a command panic.
func Panic(s *Store, why string) error {
	return s.writer.do(context.Background(), common, func(*tx) error { panic(why) })
}

// FailAfter has something fail that belongs to a command which is done.
func FailAfter(s *Store, err error) error {
	return s.writer.do(context.Background(), common, func(t *tx) error {
		t.after = append(t.after, func() error { return err })
		return nil
	})
}

// FoundersOfOld fills in who started a workshop as the migration does for those
// that are there already.
func FoundersOfOld(t *testing.T, s *Store) {
	t.Helper()
	files, err := fs.Glob(migrations, "migrations/sqlite/*_founders.sql")
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	text, err := fs.ReadFile(migrations, files[0])
	if err != nil {
		t.Fatal(err)
	}
	_, fill, _ := strings.Cut(string(text), "UPDATE grants")
	fill, _, _ = strings.Cut(fill, ";")
	for _, sql := range []string{"UPDATE grants SET founder = 0", "UPDATE grants" + fill} {
		if err := Exec(s, sql); err != nil {
			t.Fatal(err)
		}
	}
}

// ForgetHealth has the next Health look anew, at the disk, too.
func ForgetHealth(s *Store) {
	s.health.mu.Lock()
	defer s.health.mu.Unlock()
	s.health.asked = time.Time{}
	_ = s.writer.doLast(context.Background(), common, func(*tx) error { s.writer.ballast.tried = time.Time{}; return nil })
}

// WaitForEver takes the writer's patience with others away: where it has to wait
// for them, it does not go on before they do.
func WaitForEver(t *testing.T, s *Store) {
	t.Helper()
	if err := s.writing.Exec("PRAGMA busy_timeout = 2000000000").Error; err != nil {
		t.Fatal(err)
	}
}

// Spread has the commands of front done by other instances, one after the
// other, while front reads. Closing front closes them, too.
func Spread(t testing.TB, front *Store, others ...*Store) {
	front.writer.stop()
	w := &writer{
		log: front.writer.log, ballast: front.writer.ballast,
		queue: make(chan *unit, maxQueue), stopped: make(chan struct{}), finished: make(chan struct{}),
	}
	front.writer = w
	forward := func(i int, u *unit) {
		other := others[i%len(others)].writer
		u.done <- other.send(&unit{ctx: u.ctx, of: u.of, run: u.run, last: u.last, done: make(chan error, 1)})
	}
	go func() {
		defer close(w.finished)
		for i := 0; ; i++ {
			select {
			case u := <-w.queue:
				go forward(i, u)
			case <-w.stopped:
				for _, other := range others {
					if err := other.Close(); err != nil {
						t.Error(err)
					}
				}
				return
			}
		}
	}()
}

// CopyToday makes the automatic copy of the day.
func CopyToday(s *Store, folder string) error { return s.copyToday(context.Background(), folder) }

// ForgetInCopies does what is done when something was erased, which somebody
// must have said.
func ForgetInCopies(s *Store, folder string) error {
	<-s.copying.erased
	return s.eraseFromCopies(context.Background(), folder)
}

// TryCopying makes the automatic copy of the day, or notes down why not.
func TryCopying(s *Store, folder string) {
	s.copying.note(s.health.log, s.copyToday(context.Background(), folder))
}

// Watch has told the whole text of each statement that s runs from now on.
func Watch(t testing.TB, s *Store, told func(statement string)) {
	t.Helper()
	note := func(db *gorm.DB) { told(db.Dialector.Explain(db.Statement.SQL.String(), db.Statement.Vars...)) }
	for _, db := range []*gorm.DB{s.readers, s.writing} {
		on := db.Callback()
		err := errors.Join(
			on.Query().After("gorm:query").Register("watch", note), on.Row().After("gorm:row").Register("watch", note),
			on.Raw().After("gorm:raw").Register("watch", note), on.Create().After("gorm:create").Register("watch", note),
			on.Update().After("gorm:update").Register("watch", note), on.Delete().After("gorm:delete").Register("watch", note),
		)
		if err != nil {
			t.Fatal(err)
		}
	}
}

// Plan is how the database would run a statement, line by line.
func Plan(t testing.TB, s *Store, statement string) (lines []string) {
	t.Helper()
	db := s.readers.Session(&gorm.Session{NewDB: true})
	err := db.Connection(func(db *gorm.DB) error {
		if s.folder != nil {
			var steps []struct{ Detail string }
			err := db.Raw("EXPLAIN QUERY PLAN " + statement).Scan(&steps).Error
			for _, step := range steps {
				lines = append(lines, step.Detail)
			}
			return err
		}
		// Of a few rows none is looked up by an index, unless there is no other way.
		if err := db.Exec("SET enable_seqscan = off").Error; err != nil {
			return err
		}
		return db.Raw("EXPLAIN " + statement).Scan(&lines).Error
	})
	if err != nil {
		t.Fatalf("%v: %s", err, statement)
	}
	return lines
}

// CountPlans counts from now on how many queries of a folder SQLite plans: it asks
// for each whether it may read. Who reads takes turns.
func CountPlans(t testing.TB, s *Store) *int {
	t.Helper()
	var planned int
	count := func(action int, _, _, _ string) int {
		if action == sqlite3.SQLITE_SELECT {
			planned++
		}
		return sqlite3.SQLITE_OK
	}
	for _, db := range []*gorm.DB{s.writing, s.readers} {
		pool, err := db.DB()
		if err != nil {
			t.Fatal(err)
		}
		pool.SetMaxOpenConns(1)
		conn, err := pool.Conn(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		err = conn.Raw(func(c any) error {
			c.(*sqlite3.SQLiteConn).RegisterAuthorizer(count)
			return nil
		})
		if err := errors.Join(err, conn.Close()); err != nil {
			t.Fatal(err)
		}
	}
	return &planned
}

// Column is one of a table.
type Column struct {
	Table, Name, Kind string
	Needed            bool
}

// Columns are all that the database's own catalogue tells.
func Columns(t testing.TB, s *Store, catalogue string) (all []Column) {
	t.Helper()
	if err := s.readers.Raw(catalogue).Scan(&all).Error; err != nil {
		t.Fatal(err)
	}
	return all
}

// Overhear tells of each statement that the store sends from now on, with
// placeholders for its values.
func Overhear(t testing.TB, s *Store, heard func(sql string)) {
	t.Helper()
	tell := func(db *gorm.DB) {
		if !db.DryRun { // else it is part of another
			heard(db.Statement.SQL.String())
		}
	}
	for _, pool := range []*gorm.DB{s.writing, s.readers} {
		on := pool.Callback()
		err := errors.Join(
			on.Create().After("gorm:create").Register("overhear", tell), on.Query().After("gorm:query").Register("overhear", tell),
			on.Update().After("gorm:update").Register("overhear", tell), on.Delete().After("gorm:delete").Register("overhear", tell),
			on.Row().After("gorm:row").Register("overhear", tell), on.Raw().After("gorm:raw").Register("overhear", tell),
		)
		if err != nil {
			t.Fatal(err)
		}
	}
}

// ReadTooLong reads a snapshot until ctx has ended, and the database has heard of it.
func ReadTooLong(ctx context.Context, s *Store) error {
	pool, err := s.readers.DB()
	if err != nil {
		return err
	}
	return s.read(ctx, func(*gorm.DB) error {
		<-ctx.Done()
		for pool.Stats().InUse > 0 {
			runtime.Gosched()
		}
		return nil
	})
}
