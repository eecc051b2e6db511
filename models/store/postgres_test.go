package store_test

import (
	"context"
	"strings"
	"testing"

	"dilna/models/modelstest"
	"dilna/models/modelstest/pgtest"
	"dilna/models/store"
)

func TestStoreContractOnPostgreSQL(t *testing.T) {
	modelstest.StoreContract(t, func(t testing.TB) (*store.Store, func() *store.Store) {
		url := pgtest.Database(t)
		s := openShared(t, url)
		return s, func() *store.Store {
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			s = openShared(t, url)
			return s
		}
	})
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
