package server_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"dilna/models"
	"dilna/models/store"
	"dilna/server/live"
)

// What `dilna user` does to an account while the server runs, on the same folder.
func TestStreamsEndWhoseRightAnotherProgramTookAwayINV19(t *testing.T) {
	for name, take := range map[string]func(ctx context.Context, s *store.Store, by models.Account, id models.AccountID) error{
		"the account is removed": func(ctx context.Context, s *store.Store, by models.Account, id models.AccountID) error {
			_, err := s.RemoveAccount(ctx, by, id)
			return err
		},
		"the role that ran every workshop is gone": func(ctx context.Context, s *store.Store, by models.Account, id models.AccountID) error {
			lower := models.RoleFacilitator
			_, _, err := s.ChangeAccount(ctx, by, id, models.AccountChange{Role: &lower})
			return err
		},
		"the account is signed out": func(ctx context.Context, s *store.Store, _ models.Account, id models.AccountID) error {
			_, err := s.SignOutEverywhere(ctx, id)
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := newWorld(t).room("a")
			look := r.keepRights()
			other, err := store.Open(t.Context(), r.dir, store.Options{Guest: true})
			must(t, err)
			t.Cleanup(func() { must(t, other.Close()) })
			address, _ := r.listening()
			boss := r.account("boss", models.RoleCoordinator)
			r.account("another boss", models.RoleCoordinator)
			gone, stays := r.stream(address, boss), r.stream(address, r.facilitator)
			whole := func(f live.Frame) bool { return f.Since == 0 }
			if !gone.until(whole) || !stays.until(whole) {
				t.Fatal("the streams did not begin")
			}
			look()
			must(t, take(t.Context(), other, models.Account{Role: models.RoleCoordinator}, r.me(boss)))
			look()
			if !gone.ends() {
				t.Error("the stream lives on")
			}
			r.post(r.facilitator, "/steps/"+string(r.open)+"/ideas", `"text":"dál"`)
			if !stays.until(func(f live.Frame) bool { return len(f.Ideas) == 1 }) {
				t.Error("somebody else's stream ended, too")
			}
		})
	}
}

func TestOnlyAnotherProgramsWritingCountsAsWrittenElsewhere(t *testing.T) {
	r := newWorld(t).room("a")
	version := func() int64 {
		v, err := r.store.WrittenElsewhere(t.Context())
		must(t, err)
		return v
	}
	before := version()
	r.post(r.facilitator, "/steps/"+string(r.open)+"/ideas", `"text":"tady"`)
	if version() != before {
		t.Error("our own writing counts")
	}
	r.exec("UPDATE accounts SET name = 'Jinde'")
	if version() == before {
		t.Error("another program's writing does not count")
	}
}

// keepRights lets the server look after streams when the test says so.
func (r *room) keepRights() (look func()) {
	ctx, stop := context.WithCancel(r.t.Context())
	looks := make(chan time.Time)
	var keeping sync.WaitGroup
	keeping.Go(func() { r.server.KeepRights(ctx, looks) })
	r.t.Cleanup(func() {
		stop()
		keeping.Wait()
	})
	return func() { looks <- time.Time{} }
}
