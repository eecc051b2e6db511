package store_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/store"
	"dilna/models/voting"
)

func TestStoreContractOnSQLite(t *testing.T) {
	modelstest.StoreContract(t, func(t testing.TB) (*store.Store, func() *store.Store) {
		dir := madeFolder(t)
		s := open(t, dir)
		return s, func() *store.Store {
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			s = open(t, dir)
			return s
		}
	})
}

func open(t testing.TB, dir string) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), dir, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// madeFolder is a data folder with a database that has no rows, for tests that
// are not about making it: to migrate one for each would take most of their time.
func madeFolder(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	makeIn(t, dir)
	return dir
}

// makeIn puts that database into a folder.
func makeIn(t testing.TB, dir string) {
	t.Helper()
	content, err := newDatabase()
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "dilna.db"), content, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

var newDatabase = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "dilna-store")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	s, err := store.Open(context.Background(), dir, store.Options{})
	if err != nil {
		return nil, err
	}
	if err := s.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(dir, "dilna.db"))
})

// TestAClosedRoundLeavesNoVoterInAnyFile scans the bytes of the data folder:
// while the round is open the pseudonyms are there, afterwards they are not
// (design.md section 7, INV-25). Somebody reads the database all the while: the
// closing does not wait for that, and when it is over the log is emptied.
func TestAClosedRoundLeavesNoVoterInAnyFile(t *testing.T) {
	const phones, papers = 150, 3 // many enough for the database to move rows about
	dir := madeFolder(t)
	s := open(t, dir)
	r := modelstest.NewScene(t, s, phones)
	step := r.Step(t, models.MethodCollect)
	ideas := []models.Entry{r.Idea(t, step.ID, "podnět"), r.Idea(t, step.ID, "jiný"), r.Idea(t, step.ID, "další")}
	round := r.Round(t, step.ID, 3, 1)
	for _, seat := range r.Seats {
		for _, idea := range ideas {
			if _, err := s.PlaceDots(t.Context(), seat, round.ID, idea.ID, models.SetDots{Count: 1, Seq: 1}); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, seat := range r.Seats[:phones/2] {
		in := models.CastBallot{Votes: voting.Ballot{{Entry: ideas[0].ID, Value: 1}}, Seq: 2, Receipt: models.NewReceipt()}
		if _, err := s.CastBallot(t.Context(), seat, round.ID, in); err != nil {
			t.Fatal(err)
		}
	}
	for range papers {
		in := models.SetPaperBallot{Dots: []models.IdeaDots{{Idea: ideas[0].ID, Count: 1}}, Seq: 1, Receipt: models.NewReceipt()}
		if _, err := s.SetPaperBallot(t.Context(), r.Facilitator, round.ID, models.NewID[models.BallotID](), in); err != nil {
			t.Fatal(err)
		}
	}
	voters := store.Voters(t, s)
	if len(voters) != phones+papers {
		t.Fatalf("%d ballots are in, %d people voted on phones and %d on paper", len(voters), phones, papers)
	}
	if where := find(t, dir, voters); where == "" {
		t.Fatal("the pseudonyms of an open round are in no file: this test would prove nothing")
	}
	leave := store.Reader(t, s)
	store.WaitForEver(t, s) // so that waiting for the reader would never end
	closed := make(chan error, 1)
	go func() {
		_, err := s.SetRoundState(context.Background(), r.Facilitator, modelstest.Key(), round.ID, models.RoundMove{State: models.RoundClosed})
		closed <- err
	}()
	select {
	case err := <-closed:
		must(t, err)
	case <-time.After(2 * time.Minute):
		t.Fatal("closing a round waits for somebody who reads")
	}
	if where := find(t, dir, voters); where == "" {
		t.Error("the log was emptied under a reader: this test would not prove that it is tried again")
	}
	leave()
	store.AwaitSweep(s)
	if where := find(t, dir, voters); where != "" {
		t.Fatalf("a voter's pseudonym is still in %s", where)
	}
	if keys, _ := os.ReadDir(filepath.Join(dir, "keys")); len(keys) != 0 {
		t.Fatalf("%d keys of closed rounds are left", len(keys))
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestWhatWasNotSweptOutIsWhenTheProgramStarts closes a round while somebody
// reads, and takes a copy of the folder as a program leaves it that is killed.
func TestWhatWasNotSweptOutIsWhenTheProgramStartsINV25(t *testing.T) {
	dir := madeFolder(t)
	s := open(t, dir)
	r := modelstest.NewScene(t, s, 5)
	step := r.Step(t, models.MethodCollect)
	idea := r.Idea(t, step.ID, "podnět")
	round := r.Round(t, step.ID, 1, 1)
	for _, seat := range r.Seats {
		if _, err := s.PlaceDots(t.Context(), seat, round.ID, idea.ID, models.SetDots{Count: 1, Seq: 1}); err != nil {
			t.Fatal(err)
		}
	}
	voters := store.Voters(t, s)
	leave := store.Reader(t, s)
	if _, err := s.SetRoundState(t.Context(), r.Facilitator, modelstest.Key(), round.ID, models.RoundMove{State: models.RoundClosed}); err != nil {
		t.Fatal(err)
	}
	killed := t.TempDir()
	if err := os.CopyFS(killed, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	leave()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if find(t, killed, voters) == "" {
		t.Fatal("the copy holds no pseudonym: this test would prove nothing")
	}
	s = open(t, killed)
	t.Cleanup(func() { _ = s.Close() })
	store.AwaitSweep(s)
	if where := find(t, killed, voters); where != "" {
		t.Errorf("a voter's pseudonym is still in %s", where)
	}
}

// find is the first file in dir that holds one of the words.
func find(t *testing.T, dir string, words []string) string {
	t.Helper()
	where := ""
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		for _, word := range words {
			if bytes.Contains(content, []byte(word)) {
				where = path
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return where
}

func TestTheDatabaseItselfHoldsTheBudget(t *testing.T) {
	s := open(t, madeFolder(t))
	r := modelstest.NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	idea := r.Idea(t, step.ID, "podnět")
	round := r.Round(t, step.ID, 2, 1)
	if _, err := s.PlaceDots(t.Context(), r.Seats[0], round.ID, idea.ID, models.SetDots{Count: 1, Seq: 1}); err != nil {
		t.Fatal(err)
	}
	in := models.SetPaperBallot{Dots: []models.IdeaDots{{Idea: idea.ID, Count: 1}}, Seq: 1}
	if _, err := s.SetPaperBallot(t.Context(), r.Facilitator, round.ID, models.NewID[models.BallotID](), in); err != nil {
		t.Fatal(err)
	}
	for _, cheat := range []string{"UPDATE ballots SET used = 3", "UPDATE ballots SET highest = 2", "UPDATE ballots SET highest = -1",
		"UPDATE ballots SET used = 3 WHERE paper > 0"} {
		err := store.Exec(s, cheat)
		if err == nil || !strings.Contains(err.Error(), "CHECK") && !strings.Contains(err.Error(), gorm.ErrCheckConstraintViolated.Error()) {
			t.Errorf("INV-03: %s was answered %v", cheat, err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestANewerDatabaseIsRefused(t *testing.T) {
	dir := madeFolder(t)
	s := open(t, dir)
	if err := store.Exec(s, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)"); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Open(t.Context(), dir, store.Options{}); !errors.Is(err, store.ErrNewer) {
		t.Fatalf("opening a newer database was answered %v", err)
	}
}

func TestADamagedDatabaseIsRefusedAlsoAfterACleanStop(t *testing.T) {
	dir := madeFolder(t)
	s := open(t, dir)
	if _, err := s.Import(t.Context(), modelstest.ModelRecord()); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "dilna.db")
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := len(content) / 3; i < len(content)/3*2; i += 97 {
		content[i] ^= 0xA5
	}
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Open(t.Context(), dir, store.Options{}); err == nil {
		t.Fatal("a damaged database was opened")
	}
}

// TestATimerClosesAlsoWhatEndedWhileTheProgramWasOff sets a timer, stops the
// program before it is over, and starts it on a later day.
func TestATimerClosesAlsoWhatEndedWhileTheProgramWasOff(t *testing.T) {
	dir := madeFolder(t)
	s := open(t, dir)
	r := modelstest.NewScene(t, s, 0)
	step := r.Step(t, models.MethodCollect)
	_, err := s.StartTimer(t.Context(), r.Facilitator, modelstest.Key(), models.NewTimer{Seconds: 600, Closes: true})
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	changed := make(told, 10)
	s, err = store.Open(t.Context(), dir, store.Options{
		Publisher: changed, Now: func() time.Time { return time.Now().AddDate(0, 0, 1) },
	})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	var keeping sync.WaitGroup
	keeping.Go(func() { s.KeepTime(ctx, func(err error) { t.Error(err) }) })
	<-changed
	changes, err := s.Changes(t.Context(), r.ID, 0)
	stop()
	keeping.Wait()
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	if got := changes.Steps[0]; got.ID != step.ID || got.State != models.StepClosed {
		t.Errorf("the step is %s", got.State)
	}
}

// told hears of every change.
type told chan models.WorkshopID

func (c told) Changed(w models.WorkshopID, _ models.Revision) { c <- w }
func (told) Progressed(models.WorkshopID)                     {}

func TestTheDatabaseItselfRefusesToChangeAnApprovedVersionINV23(t *testing.T) {
	s := open(t, madeFolder(t))
	t.Cleanup(func() { _ = s.Close() })
	scene := modelstest.NewScene(t, s, 0)
	by := models.Actor{Role: models.RoleCoordinator, Account: scene.Account.ID, Workshop: scene.ID}
	if _, err := s.SetWorkshopState(t.Context(), by, modelstest.Key(), models.WorkshopMove{State: models.WorkshopEnded}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.ApproveMinutes(t.Context(), by, modelstest.Key(), models.DraftSeen{}); err != nil {
		t.Fatal(err)
	}
	for _, sql := range []string{"UPDATE editions SET edition = '{}'", "UPDATE editions SET version = 7"} {
		if err := store.Exec(s, sql); err == nil {
			t.Errorf("%s went through", sql)
		}
	}
	if err := store.Exec(s, "UPDATE editions SET state = 'published'"); err != nil {
		t.Errorf("publishing is refused: %v", err)
	}
}

// TestTheHistoryNamesNoSeatAndNoDot has a facilitator sort what a participant
// wrote, around a secret round, and looks through all that is kept of it.
func TestTheHistoryNamesNoSeatAndNoDot(t *testing.T) {
	s := open(t, madeFolder(t))
	t.Cleanup(func() { _ = s.Close() })
	r := modelstest.NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	into := r.Idea(t, step.ID, "podnět")
	theirs, err := s.AddEntry(t.Context(), r.Seats[0], modelstest.Key(), models.MethodCollect, step.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: "jejich"})
	if err != nil {
		t.Fatal(err)
	}
	round := r.Round(t, step.ID, 3, 2)
	if _, err := s.PlaceDots(t.Context(), r.Seats[0], round.ID, theirs.ID, models.SetDots{Count: 2, Seq: 1}); err != nil {
		t.Fatal(err)
	}
	secrets := append(store.Voters(t, s), string(r.Seats[0].Seat), `"points"`, `"count"`)
	text := "jinak"
	for _, do := range []func() error{
		func() error {
			_, err := s.SetRoundState(t.Context(), r.Facilitator, modelstest.Key(), round.ID, models.RoundMove{State: models.RoundClosed})
			return err
		},
		func() error {
			_, err := s.ChangeEntry(t.Context(), r.Facilitator, modelstest.Key(), models.MethodCollect, theirs.ID, models.EntryChange{Text: &text})
			return err
		},
		func() error {
			_, err := s.Merge(t.Context(), r.Facilitator, modelstest.Key(), into.ID, models.MergedIdeas{Ideas: []models.EntryID{theirs.ID}})
			return err
		},
		func() error {
			return s.Remove(t.Context(), r.Facilitator, modelstest.Key(), models.PartSteps, string(step.ID))
		},
	} {
		if err := do(); err != nil {
			t.Fatal(err)
		}
	}
	kept := store.HistoryText(t, s)
	if !strings.Contains(kept, string(theirs.ID)) {
		t.Fatal("the history says nothing of the idea: this test would prove nothing")
	}
	for _, secret := range secrets {
		if strings.Contains(kept, secret) {
			t.Errorf("the history tells %q: %s", secret, kept)
		}
	}
}
