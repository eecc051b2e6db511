package store_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/modelstest/pgtest"
	"dilna/models/store"
)

// TestNothingAcknowledgedIsLostWhereTheServerIsKilledFM16 kills PostgreSQL while
// everybody writes, three times, and starts it again. Dílna is not started again.
func TestNothingAcknowledgedIsLostWhereTheServerIsKilledFM16(t *testing.T) {
	server := pgtest.Start(t, "fsync=on")
	must(t, server.Exec("CREATE DATABASE dilna"))
	writeThrough(t, server.URL("dilna"), func() (err error) {
		for range 3 {
			err = errors.Join(err, server.Kill(), server.Up())
		}
		return err
	})
}

// TestNothingAcknowledgedIsLostWhereAStandbyTakesOverFM16 has a standby that each
// commit waits for, kills the server it follows, and makes it take the place.
func TestNothingAcknowledgedIsLostWhereAStandbyTakesOverFM16(t *testing.T) {
	server := pgtest.Start(t)
	must(t, server.Exec("CREATE DATABASE dilna"))
	standby := server.Standby(t)
	writeThrough(t, server.URL("dilna", standby), func() error {
		return errors.Join(server.Kill(), standby.Promote())
	})
}

// writeThrough has people write without a pause, as phones do: what was refused
// because the database is away is sent again, as it was. In the middle of it something happens; they
// end when each has written a few more ideas after that. All that was
// acknowledged is there, once.
func writeThrough(t *testing.T, url string, happens func() error) {
	const people, more = 4, 5
	s := openShared(t, url)
	t.Cleanup(func() { must(t, s.Close()) })
	r := modelstest.NewScene(t, s, people)
	step := r.Step(t, models.MethodCollect)
	began, happened := make(chan struct{}, people), make(chan struct{})
	acknowledged := make([][]models.EntryID, people)
	refused := make([]int, people)
	var writing sync.WaitGroup
	for i := range people {
		writing.Go(func() {
			for after := 0; after < more; {
				idea := models.NewEntry{ID: models.NewID[models.EntryID](), Text: fmt.Sprint(i, ". člověk")}
				tries, err := untilKept(s, r.Seats[i], step.ID, idea)
				if err != nil {
					t.Error(err)
					return
				}
				acknowledged[i], refused[i] = append(acknowledged[i], idea.ID), refused[i]+tries-1
				select {
				case <-happened:
					after++
				case began <- struct{}{}:
				default:
				}
			}
		})
	}
	for range people {
		<-began
	}
	err := happens()
	close(happened)
	writing.Wait()
	must(t, err)
	var changes models.Changes
	must(t, persist(func(ctx context.Context) (err error) {
		changes, err = s.Changes(ctx, r.ID, 0)
		return err
	}))
	there := map[models.EntryID]int{}
	for _, idea := range changes.Ideas {
		there[idea.ID]++
	}
	all, again := 0, 0
	for i, ids := range acknowledged {
		all, again = all+len(ids), again+refused[i]
		for _, id := range ids {
			if there[id] != 1 {
				t.Errorf("INV-01: an acknowledged idea is there %d times", there[id])
			}
		}
	}
	if all != len(changes.Ideas) {
		t.Errorf("INV-02: %d ideas were acknowledged, %d are there", all, len(changes.Ideas))
	}
	t.Logf("%d ideas acknowledged, %d tries refused", all, again)
}

// untilKept sends an idea until it is kept, with the same key, and says how often.
func untilKept(s *store.Store, by models.Actor, step models.StepID, idea models.NewEntry) (tries int, err error) {
	key := modelstest.Key()
	err = persist(func(ctx context.Context) error {
		tries++
		_, err := s.AddEntry(ctx, by, key, models.MethodCollect, step, idea)
		return err
	})
	return tries, err
}

// persist asks again as long as the database is away or busy, as every client does.
func persist(ask func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	for {
		err := ask(ctx)
		if code := models.CodeOf(err); code != models.CodeBusy && code != models.CodeDatabaseAway {
			return err
		}
		select {
		case <-time.After(20 * time.Millisecond):
		case <-ctx.Done():
			return errors.Join(err, ctx.Err())
		}
	}
}
