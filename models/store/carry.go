package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"

	"gorm.io/gorm"

	"dilna/models"
)

// carried are the tables that are carried from one database to another, each
// after those it refers to. All others are about the database itself: its
// schema, its seals, its keys, where it is served.
var carried = []string{
	"accounts", "letterheads", "stationery", "templates", "sign_ins", "links",
	"workshops", "seats", "tickets", "divisions", "sittings", "spokespersons", "grants", "taken_grants", "steps", "topics", "entries", "agreements", "different",
	"rounds", "combinations", "photo_files", "photos", "ballots", "totals", "part_totals", "cast_ballots", "round_sums", "wordings",
	"commands", "history", "drafts", "editions", "prints", "publications", "letterboxes", "inputs",
	"feedback_given", "feedback_answers",
}

// One statement writes at most so many rows, or a few more bytes than this.
const (
	batchRows  = 500
	batchBytes = 4 << 20
)

var (
	// ErrHolds refuses to carry into a database that holds workshops or accounts.
	ErrHolds = errors.New("the database holds workshops or accounts")
	// ErrRoundsOpen refuses to carry while people vote.
	ErrRoundsOpen = errors.New("a round is open")
	// errCarried is what is wrong with rows that are not those that were read.
	errCarried = errors.New("what was written is not what was read")
)

// Carry writes everything of one database into another, whatever kind they are
// of, in one transaction, and compares what was written with what was read.
// Nobody else has either of them. It refuses with ErrHolds, and with
// ErrRoundsOpen unless told to interrupt: keys of rounds stay where they are, so
// such rounds are closed there, and the minutes say that they were interrupted.
func Carry(ctx context.Context, from, to *Store, interrupt bool) (done models.Carried, err error) {
	err = from.read(ctx, func(source *gorm.DB) error {
		var open int64
		if err := source.Model(&models.Round{}).Where("state = ?", models.RoundOpen).Count(&open).Error; err != nil {
			return err
		}
		if open > 0 && !interrupt {
			return ErrRoundsOpen
		}
		return to.writer.doLast(ctx, common, func(t *tx) (err error) {
			if err := mustBeEmpty(t.db); err != nil {
				return err
			}
			for _, table := range carried {
				rows, err := carryTable(source, t.db, table)
				if err != nil {
					return fmt.Errorf("%s: %w", table, err)
				}
				done.Rows += rows
				if table == "workshops" {
					done.Workshops = rows
				}
			}
			done.Closed, err = to.closeInterrupted(t)
			return err
		})
	})
	return done, err
}

func mustBeEmpty(db *gorm.DB) error {
	for _, table := range []string{"workshops", "accounts"} {
		var rows int64
		if err := db.Table(table).Count(&rows).Error; err != nil {
			return err
		}
		if rows > 0 {
			return ErrHolds
		}
	}
	return nil
}

// carryTable writes the rows of a table and says how many those were.
func carryTable(from, to *gorm.DB, table string) (int, error) {
	kinds, err := kindsOf(to, table)
	if err != nil {
		return 0, err
	}
	var read, written tally
	var batch []map[string]any
	bytes := 0
	write := func() error {
		if len(batch) == 0 {
			return nil
		}
		err := to.Table(table).Create(&batch).Error
		batch, bytes = nil, 0
		return err
	}
	err = eachRow(from, table, func(columns []string, values []any) error {
		row := map[string]any{}
		for i, name := range columns {
			row[name] = fit(values[i], kinds[name])
			bytes += weight(values[i])
		}
		read.add(columns, values)
		if batch = append(batch, row); len(batch) < batchRows && bytes < batchBytes {
			return nil
		}
		return write()
	})
	if err := firstOf(err, write()); err != nil {
		return 0, err
	}
	err = eachRow(to, table, func(columns []string, values []any) error {
		written.add(columns, values)
		return nil
	})
	if err == nil && read != written {
		err = errCarried
	}
	return read.rows, err
}

// kindsOf are the types of a table's columns, as the database calls them.
func kindsOf(db *gorm.DB, table string) (map[string]string, error) {
	rows, err := db.Table(table).Where("1 = 0").Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	columns, err := rows.ColumnTypes()
	kinds := map[string]string{}
	for _, column := range columns {
		kinds[column.Name()] = column.DatabaseTypeName()
	}
	return kinds, errors.Join(err, rows.Err())
}

// eachRow hands over one row after another; do keeps none of the values.
func eachRow(db *gorm.DB, table string, do func(columns []string, values []any) error) error {
	rows, err := db.Table(table).Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	for rows.Next() {
		values, err := scan(rows, len(columns))
		if err == nil {
			err = do(columns, values)
		}
		if err != nil {
			return err
		}
	}
	return rows.Err()
}

func scan(rows *sql.Rows, columns int) ([]any, error) {
	values, into := make([]any, columns), make([]any, columns)
	for i := range values {
		into[i] = &values[i]
	}
	return values, rows.Scan(into...)
}

// fit makes a value one of a column of that type: SQLite has numbers for yes
// and no.
func fit(value any, kind string) any {
	if n, isNumber := value.(int64); isNumber && kind == "BOOL" {
		return n != 0
	}
	return value
}

func weight(value any) int {
	switch v := value.(type) {
	case string:
		return len(v)
	case []byte:
		return len(v)
	}
	return 8
}

// tally tells the rows of two tables apart, in whatever order they are read.
type tally struct {
	rows int
	sum  [sha256.Size]byte
}

func (y *tally) add(columns []string, values []any) {
	y.rows++
	named := map[string]any{}
	for i, value := range values {
		if yes, isBool := value.(bool); isBool {
			value = int64(0)
			if yes {
				value = int64(1)
			}
		}
		named[columns[i]] = value
	}
	row := sha256.Sum256(fmt.Appendf(nil, "%#v", named)) // maps are printed in the order of their keys
	for i := range y.sum {
		y.sum[i] ^= row[i]
	}
}
