package pgtest_test

import (
	"database/sql"
	"testing"

	"dilna/models/modelstest/pgtest"
)

func TestAKilledServerComesBackWithWhatItHad(t *testing.T) {
	cluster := pgtest.Start(t)
	if err := cluster.Exec("CREATE TABLE kept (n INT)"); err != nil {
		t.Fatal(err)
	}
	if err := cluster.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := cluster.Exec("SELECT 1"); err == nil {
		t.Fatal("a killed server answers")
	}
	if err := cluster.Up(); err != nil {
		t.Fatal(err)
	}
	if err := cluster.Exec("SELECT n FROM kept"); err != nil {
		t.Error(err)
	}
}

func TestEachTestHasADatabaseOfItsOwn(t *testing.T) {
	one, other := pgtest.Database(t), pgtest.Database(t)
	for _, url := range []string{one, other} {
		db, err := sql.Open("pgx", url)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if _, err := db.Exec("CREATE TABLE mine (n INT)"); err != nil {
			t.Error(err)
		}
	}
}
