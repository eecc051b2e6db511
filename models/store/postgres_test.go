package store_test

import (
	"context"
	"database/sql"
	"strings"
	"testing"

	"dilna/models/modelstest"
	"dilna/models/modelstest/pgtest"
	"dilna/models/store"
)

func TestStoreContractOnPostgreSQL(t *testing.T) {
	fewGames(t)
	open := writeQueries(t)
	modelstest.StoreContract(t, func(t testing.TB) (*store.Store, func() *store.Store) {
		return reopened(t, open)
	})
}

// TestStoreContractOnTwoInstances has each command done by another instance
// than the one before, and read by a third.
func TestStoreContractOnTwoInstances(t *testing.T) {
	fewGames(t)
	modelstest.StoreContract(t, func(t testing.TB) (*store.Store, func() *store.Store) {
		return reopened(t, func(t testing.TB, url string) *store.Store {
			front := openShared(t, url)
			store.Spread(t, front, openShared(t, url), openShared(t, url))
			return front
		})
	})
}

// reopened is a store on an empty database, and how to close and open it again.
func reopened(t testing.TB, open func(testing.TB, string) *store.Store) (*store.Store, func() *store.Store) {
	url := emptyDatabase(t)
	s := open(t, url)
	return s, func() *store.Store {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		s = open(t, url)
		return s
	}
}

// empty are databases that tests are done with: to make one takes longer than
// most tests.
var empty = make(chan string, 100)

// emptyDatabase is a database without a workshop. Whoever is done with it, and
// has not failed, leaves it to the next.
func emptyDatabase(t testing.TB) string {
	url := ""
	select {
	case url = <-empty:
	default:
		url = pgtest.Lasting(t)
	}
	t.Cleanup(func() {
		if t.Failed() {
			return
		}
		db, err := sql.Open("pgx", url)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		for _, table := range []string{"workshops", "accounts", "links", "letterheads", "stationery"} { // all else goes with these
			if _, err := db.Exec("DELETE FROM " + table); err != nil {
				t.Error(err)
			}
		}
		empty <- url
	})
	return url
}

var secret = []byte(strings.Repeat("tajné ", 10))

func openShared(t testing.TB, url string) *store.Store {
	t.Helper()
	s, err := store.OpenShared(context.Background(), url, secret, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}
