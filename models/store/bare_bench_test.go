package store_test

import (
	"errors"
	"path/filepath"
	"testing"

	"gorm.io/gorm"

	"dilna/models/modelstest/pgtest"
	"dilna/models/store/postgres"
	"dilna/models/store/sqlite"
)

// BenchmarkBareGroups is what BenchmarkDots could be at best on each database:
// the same people and the same writer, which commits what waits as one group, but
// of a command nothing is left than the one row it writes. Compare them in one run:
//
//	go test ./models/store -run '^$' -bench 'Dots|BareGroups'
func BenchmarkBareGroups(b *testing.B) {
	b.Run("SQLite", func(b *testing.B) {
		db, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "bare.db"), sqlite.Writer, false)
		must(b, err)
		benchmarkBareGroups(b, db, "BEGIN IMMEDIATE", "STRICT, WITHOUT ROWID",
			"INSERT INTO dots VALUES (?1, ?2, ?3) ON CONFLICT (voter, idea) DO UPDATE SET count = excluded.count")
	})
	b.Run("PostgreSQL", func(b *testing.B) {
		server := pgtest.Start(b, "fsync=on", "full_page_writes=on", "autovacuum=on")
		must(b, server.Exec("CREATE DATABASE dilna"))
		db, err := postgres.Open(b.Context(), server.URL("dilna"), postgres.Writer)
		must(b, err)
		benchmarkBareGroups(b, db, "BEGIN", "",
			"INSERT INTO dots VALUES ($1, $2, $3) ON CONFLICT (voter, idea) DO UPDATE SET count = excluded.count")
	})
}

func benchmarkBareGroups(b *testing.B, db *gorm.DB, begin, storage, upsert string) {
	pool, err := db.DB()
	must(b, err)
	conn, err := pool.Conn(b.Context())
	must(b, err)
	exec := func(statement string) error {
		_, err := conn.ExecContext(b.Context(), statement)
		return err
	}
	must(b, exec("CREATE TABLE dots (voter INTEGER, idea INTEGER, count INTEGER, PRIMARY KEY (voter, idea)) "+storage))
	put, err := conn.PrepareContext(b.Context(), upsert)
	must(b, err)
	defer func() { must(b, errors.Join(put.Close(), conn.Close(), pool.Close())) }()

	queue, groups := make(chan bareDot, 2000), 0
	done := make(chan struct{})
	go func() {
		defer close(done)
		for first := range queue {
			group := waitingWith(first, queue)
			groups++
			err := exec(begin)
			for _, dot := range group {
				_, failed := put.Exec(dot.n%1000, dot.n/1000%30, dot.n/1000%3)
				err = errors.Join(err, failed)
			}
			err = errors.Join(err, exec("COMMIT"))
			for _, dot := range group {
				dot.done <- err
			}
		}
	}()
	closedLoop(b, func(n int) error {
		dot := bareDot{n, make(chan error, 1)}
		queue <- dot
		return <-dot.done
	})
	close(queue)
	<-done
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "dots/s")
	b.ReportMetric(float64(b.N)/float64(groups), "dots/group")
}

// bareDot is one dot, and who waits until it is on disk.
type bareDot struct {
	n    int
	done chan error
}

// waitingWith are the dots that wait, at most as many as the writer takes.
func waitingWith(first bareDot, queue chan bareDot) []bareDot {
	group := []bareDot{first}
	for len(group) < 100 {
		select {
		case dot, open := <-queue:
			if !open {
				return group
			}
			group = append(group, dot)
		default:
			return group
		}
	}
	return group
}
