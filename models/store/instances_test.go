package store_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/modelstest/pgtest"
	"dilna/models/store"
)

// instances are two stores on one database, as two programs have them.
type instances []*store.Store

func twoInstances(t *testing.T) instances {
	url := emptyDatabase(t)
	both := instances{openShared(t, url), openShared(t, url)}
	t.Cleanup(func() { must(t, errors.Join(both[0].Close(), both[1].Close())) })
	return both
}

// race sends n commands at once, the odd ones to the other instance, and says
// how many were answered with each code.
func (in instances) race(t *testing.T, n int, send func(s *store.Store, i int) error) map[models.ErrorCode]int {
	t.Helper()
	errs := make([]error, n)
	start := make(chan struct{})
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() {
			<-start
			errs[i] = send(in[i%len(in)], i)
		})
	}
	close(start)
	all.Wait()
	codes := map[models.ErrorCode]int{}
	for _, err := range errs {
		codes[models.CodeOf(err)]++
	}
	if codes["internal"] > 0 || codes[models.CodeBusy] > 0 {
		t.Fatal(errors.Join(errs...))
	}
	return codes
}

// TestWhatIsRightWithOneInstanceIsRightWithTwo sends commands that contradict
// each other to two instances at once. Without a lock of the workshop before the
// first is judged each of them was seen to go wrong.
func TestWhatIsRightWithOneInstanceIsRightWithTwo(t *testing.T) {
	const rounds = 10 // a race is not lost each time
	for name, once := range map[string]func(*testing.T, instances, *modelstest.Scene){
		"INV-03 three dots and three dots of a budget of three": func(t *testing.T, in instances, r *modelstest.Scene) {
			step := r.Step(t, models.MethodCollect)
			ideas := []models.EntryID{r.Idea(t, step.ID, "a").ID, r.Idea(t, step.ID, "b").ID}
			round := r.Round(t, step.ID, 3, 3)
			codes := in.race(t, 2, func(s *store.Store, i int) error {
				_, err := s.PlaceDots(t.Context(), r.Seats[0], round.ID, ideas[i], models.SetDots{Count: 3, Seq: 1})
				return err
			})
			if codes[""] != 1 || codes[models.CodeDotsSpent] != 1 {
				t.Errorf("the answers were %v", codes)
			}
		},
		"INV-07 every dot that was acknowledged is counted": func(t *testing.T, in instances, r *modelstest.Scene) {
			step := r.Step(t, models.MethodCollect)
			idea := r.Idea(t, step.ID, "a").ID
			round := r.Round(t, step.ID, 1, 1)
			codes := in.race(t, 1+len(r.Seats), func(s *store.Store, i int) error {
				if i == len(r.Seats) {
					_, err := s.SetRoundState(t.Context(), r.Facilitator, modelstest.Key(), round.ID, models.RoundMove{State: models.RoundClosed})
					return err
				}
				_, err := s.PlaceDots(t.Context(), r.Seats[i], round.ID, idea, models.SetDots{Count: 1, Seq: 1})
				return err
			})
			changes, err := in[1].Changes(t.Context(), r.ID, 0)
			must(t, err)
			points := 0
			for _, total := range changes.Totals[round.ID] {
				points += *total.Points
			}
			if points != codes[""]-1 {
				t.Errorf("%d dots are counted, the answers were %v", points, codes)
			}
		},
		"a topic takes no more marks than its step allows": func(t *testing.T, in instances, r *modelstest.Scene) {
			step := r.Step(t, models.MethodCollect)
			most, yes := 1, true
			_, err := in[0].ChangeStep(t.Context(), r.Facilitator, modelstest.Key(), step.ID, models.StepChange{MarksPerTopic: &most})
			must(t, err)
			ideas := []models.EntryID{r.Idea(t, step.ID, "a").ID, r.Idea(t, step.ID, "b").ID}
			codes := in.race(t, 2, func(s *store.Store, i int) error {
				_, err := s.ChangeEntry(t.Context(), r.Facilitator, modelstest.Key(), models.MethodCollect, ideas[i], models.EntryChange{Marked: &yes})
				return err
			})
			if codes[""] != 1 || codes[models.CodeMarksSpent] != 1 {
				t.Errorf("the answers were %v", codes)
			}
		},
		"no two ideas stand in one place, and each change has a revision of its own (INV-15)": func(t *testing.T, in instances, r *modelstest.Scene) {
			step := r.Step(t, models.MethodCollect)
			before := r.Look(t, models.Facilitators).Revision
			in.race(t, 6, func(s *store.Store, i int) error {
				_, err := s.AddEntry(t.Context(), r.Seats[i], modelstest.Key(), models.MethodCollect, step.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: fmt.Sprint(i)})
				return err
			})
			changes, err := in[1].Changes(t.Context(), r.ID, before)
			must(t, err)
			places, revisions := map[int]bool{}, map[models.Revision]bool{}
			for _, idea := range changes.Ideas {
				places[idea.Position], revisions[idea.Revision] = true, true
			}
			if len(places) != 6 || len(revisions) != 6 || changes.Workshop.Revision != before+6 {
				t.Errorf("6 ideas stand in places %v, at revisions %v of %d after %d", places, revisions, changes.Workshop.Revision, before)
			}
		},
		"one round of a step is open": func(t *testing.T, in instances, r *modelstest.Scene) {
			step := r.Step(t, models.MethodCollect)
			r.Idea(t, step.ID, "a")
			codes := in.race(t, 2, func(s *store.Store, i int) error {
				round := models.NewRound{ID: models.NewID[models.RoundID](), Dots: 3, PerIdea: 1, Open: true}
				_, err := s.AddRound(t.Context(), r.Facilitator, modelstest.Key(), step.ID, round)
				return err
			})
			if codes[""] != 1 || codes[models.CodeRoundOpen] != 1 {
				t.Errorf("the answers were %v", codes)
			}
		},
		"INV-02 one key has one effect and one answer": func(t *testing.T, in instances, r *modelstest.Scene) {
			step := r.Step(t, models.MethodCollect)
			key, idea := modelstest.Key(), models.NewEntry{ID: models.NewID[models.EntryID](), Text: "podnět"}
			codes := in.race(t, 4, func(s *store.Store, _ int) error {
				added, err := s.AddEntry(t.Context(), r.Seats[0], key, models.MethodCollect, step.ID, idea)
				if err == nil && added.Position != 1 {
					err = fmt.Errorf("it was answered with place %d", added.Position)
				}
				return err
			})
			if codes[""] != 4 {
				t.Errorf("the answers were %v", codes)
			}
		},
		"INV-02 one key makes one workshop": func(t *testing.T, in instances, r *modelstest.Scene) {
			key, made := modelstest.Key(), models.NewWorkshop{ID: models.NewID[models.WorkshopID](), Template: "empty", Head: models.Head{Language: "cs"}}
			codes := in.race(t, 4, func(s *store.Store, _ int) error {
				_, err := s.CreateWorkshop(t.Context(), r.Account, key, made)
				return err
			})
			if codes[""] != 4 {
				t.Errorf("the answers were %v", codes)
			}
		},
		"a one-time link is good for one": func(t *testing.T, in instances, r *modelstest.Scene) {
			link := models.Link{Hash: string(modelstest.Key()), Purpose: models.LinkSignIn, AccountID: r.Account.ID, Expires: 1 << 50}
			must(t, in[0].AddLink(t.Context(), link))
			codes := in.race(t, 4, func(s *store.Store, _ int) error {
				_, err := s.SignInByLink(t.Context(), link.Hash, string(modelstest.Key()), 1<<50)
				return err
			})
			if codes[""] != 1 || codes[models.CodeLinkUsed] != 3 {
				t.Errorf("the answers were %v", codes)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in := twoInstances(t)
			for range rounds {
				once(t, in, modelstest.NewScene(t, in[0], 6))
			}
		})
	}
}

// TestARoundClosedElsewhereAndOpenedAnewHasAnotherKey: an instance that
// remembered keys would give people who vote through it a second ballot.
func TestARoundClosedElsewhereAndOpenedAnewHasAnotherKey(t *testing.T) {
	in := twoInstances(t)
	r := modelstest.NewScene(t, in[0], 1)
	step := r.Step(t, models.MethodCollect)
	idea := r.Idea(t, step.ID, "podnět")
	round := r.Round(t, step.ID, 1, 1)
	place := func(s *store.Store, count int, seq int64) {
		_, err := s.PlaceDots(t.Context(), r.Seats[0], round.ID, idea.ID, models.SetDots{Count: count, Seq: seq})
		must(t, err)
	}
	place(in[0], 1, 1)
	place(in[0], 0, 2) // nobody's vote: it may be opened again
	for _, state := range []models.RoundState{models.RoundClosed, models.RoundOpen} {
		_, err := in[1].SetRoundState(t.Context(), r.Facilitator, modelstest.Key(), round.ID, models.RoundMove{State: state})
		must(t, err)
	}
	place(in[0], 1, 3)
	mine, err := in[1].Mine(t.Context(), r.Seats[0])
	must(t, err)
	if len(mine.Ballots) != 1 || mine.Ballots[0].Left != 0 {
		t.Errorf("the other instance finds %+v", mine.Ballots)
	}
	progress, err := in[1].Progress(t.Context(), r.ID)
	must(t, err)
	if progress.Ballots[0].Count != 1 {
		t.Errorf("one person has %d ballots", progress.Ballots[0].Count)
	}
}

// TestTenInstancesMayStartAtOnce on a database with nothing in it: one makes the
// schema, and all go on.
func TestTenInstancesMayStartAtOnce(t *testing.T) {
	url := pgtest.Database(t)
	errs := make([]error, 10)
	var all sync.WaitGroup
	for i := range errs {
		all.Go(func() {
			s, err := store.OpenShared(context.Background(), url, secret, store.Options{})
			if err == nil {
				err = s.Close()
			}
			errs[i] = err
		})
	}
	all.Wait()
	must(t, errors.Join(errs...))
}

func TestAnInstanceWithAnotherSecretIsRefused(t *testing.T) {
	url := emptyDatabase(t)
	must(t, openShared(t, url).Close())
	for _, other := range []string{"", "krátké", "jiné tajemství, které je dost dlouhé na to, aby prošlo"} {
		if _, err := store.OpenShared(t.Context(), url, []byte(other), store.Options{}); !errors.Is(err, store.ErrSecret) {
			t.Errorf("with the secret %q it was answered %v", other, err)
		}
	}
	if _, err := store.OpenShared(t.Context(), "mysql://x", secret, store.Options{}); !errors.Is(err, store.ErrAddress) {
		t.Errorf("an address of something else was answered %v", err)
	}
	if _, err := store.OpenShared(t.Context(), pgtest.Database(t), nil, store.Options{Guest: true}); !errors.Is(err, store.ErrOlder) {
		t.Errorf("an empty database was opened by a guest: %v", err)
	}
}

// TestTheKeyOfARoundIsSealedWhileItIsOpenAndGoneAfterwards looks at what somebody
// sees who has the database and not the secret (INV-25).
func TestTheKeyOfARoundIsSealedWhileItIsOpenAndGoneAfterwards(t *testing.T) {
	in := twoInstances(t)
	r := modelstest.NewScene(t, in[0], 1)
	step := r.Step(t, models.MethodCollect)
	r.Idea(t, step.ID, "podnět")
	round := r.Round(t, step.ID, 1, 1)
	sealed, keys := store.SealedKeys(t, in[1])
	if len(sealed) != 1 || bytes.Contains(sealed[0], keys[0]) {
		t.Errorf("the open round has %d keys in the database, one in the clear", len(sealed))
	}
	_, err := in[1].SetRoundState(t.Context(), r.Facilitator, modelstest.Key(), round.ID, models.RoundMove{State: models.RoundClosed})
	must(t, err)
	if sealed, _ := store.SealedKeys(t, in[0]); len(sealed) != 0 {
		t.Errorf("%d keys are left after the closing", len(sealed))
	}
}
