package store_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/store"
)

// keeper makes automatic copies of a store whose clock is the test's.
type keeper struct {
	*store.Store
	dir, folder string
	now         time.Time
}

func newKeeper(t *testing.T) *keeper {
	t.Helper()
	k := &keeper{dir: madeFolder(t), folder: filepath.Join(t.TempDir(), "backups"), now: time.Date(2026, 11, 2, 9, 0, 0, 0, time.Local)}
	k.start(t)
	t.Cleanup(func() { must(t, k.Close()) })
	return k
}

func (k *keeper) start(t *testing.T) {
	t.Helper()
	s, err := store.Open(t.Context(), k.dir, store.Options{Now: func() time.Time { return k.now }})
	must(t, err)
	k.Store = s
}

// days are those there is a copy of, the newest first.
func (k *keeper) days(t *testing.T) (days []string) {
	t.Helper()
	copies, err := store.DailyCopies(k.folder)
	must(t, err)
	for _, c := range copies {
		days = append(days, c.Day.Format("0102"))
	}
	return days
}

func TestACopyIsMadeOnceADayAlsoWhenTheProgramStartsAgain(t *testing.T) {
	k := newKeeper(t)
	_, err := k.Import(t.Context(), modelstest.ModelRecord())
	must(t, err)
	must(t, os.MkdirAll(k.folder, 0o700))
	must(t, os.WriteFile(filepath.Join(k.folder, ".dilna-2026-11-01.db-123"), []byte("half"), 0o600))
	must(t, store.CopyToday(k.Store, k.folder))
	made, err := os.Stat(filepath.Join(k.folder, "dilna-2026-11-02.db"))
	must(t, err)
	if held, err := store.ReadBackup(t.Context(), filepath.Join(k.folder, made.Name())); err != nil || held.Workshops != 1 || made.Mode().Perm() != 0o600 {
		t.Errorf("the copy holds %+v, %v; others may: %v", held, err, made.Mode())
	}
	if files, err := os.ReadDir(k.folder); err != nil || len(files) != 1 {
		t.Errorf("in the folder are %v, %v", files, err)
	}

	must(t, k.Close())
	k.now = k.now.Add(3 * time.Hour)
	k.start(t)
	must(t, store.CopyToday(k.Store, k.folder))
	if again, err := os.Stat(filepath.Join(k.folder, made.Name())); err != nil || !again.ModTime().Equal(made.ModTime()) {
		t.Errorf("the copy of the day was made twice: %v", err)
	}
	for range 10 {
		k.now = k.now.AddDate(0, 0, 1)
		must(t, store.CopyToday(k.Store, k.folder))
	}
	// 8 November 2026 is a Sunday: the last copies of its week stay.
	if days, want := k.days(t), strings.Fields("1112 1111 1110 1109 1108 1107 1106"); !slices.Equal(days, want) {
		t.Errorf("kept are %v, want %v", days, want)
	}
}

func TestACopyWaitsForAVoteButNotForDays(t *testing.T) {
	k := newKeeper(t)
	r := modelstest.NewScene(t, k.Store, 0)
	step := r.Step(t, models.MethodCollect)
	r.Idea(t, step.ID, "podnět")
	r.Round(t, step.ID, 1, 1)
	for _, want := range []string{"1102", "1102", "1104"} { // the first is made at once
		must(t, store.CopyToday(k.Store, k.folder))
		if days := k.days(t); days[0] != want {
			t.Errorf("on %s the last copy is of %v", k.now, days)
		}
		k.now = k.now.AddDate(0, 0, 1)
	}
}

func TestWhatPeopleEraseGoesFromAllCopiesAndTheRestStaysINV28(t *testing.T) {
	k := newKeeper(t)
	r := modelstest.NewScene(t, k.Store, 2)
	step := r.Step(t, models.MethodCollect)
	hers, other := "tajemství paní Anny", "nápad pana Karla"
	for i, text := range []string{hers, other} {
		_, err := k.AddEntry(t.Context(), r.Seats[i], modelstest.Key(), models.MethodCollect, step.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: text})
		must(t, err)
	}
	rehearsal, err := k.CopyWorkshop(t.Context(), r.Facilitator, modelstest.Key(), models.NewCopy{ID: models.NewID[models.WorkshopID](), Rehearsal: true})
	must(t, err)
	for range 3 {
		must(t, store.CopyToday(k.Store, k.folder))
		k.now = k.now.AddDate(0, 0, 1)
	}
	if where := find(t, k.folder, []string{hers}); where == "" {
		t.Fatal("no copy holds what is going to be erased: this test would prove nothing")
	}
	must(t, os.WriteFile(filepath.Join(k.folder, "notes.txt"), nil, 0o600))

	_, err = k.Leave(t.Context(), r.Seats[0], "token", models.Leaving{Remove: true})
	must(t, err)
	must(t, k.RemoveRehearsal(t.Context(), models.Actor{Role: models.RoleFacilitator, Account: r.Account.ID, Workshop: rehearsal.ID}))
	must(t, store.ForgetInCopies(k.Store, k.folder))
	if where := find(t, k.folder, []string{hers}); where != "" {
		t.Errorf("what was erased is still in %s", where)
	}
	if days := k.days(t); len(days) != 3 {
		t.Errorf("copies are left of %v", days)
	}
	copies, err := store.DailyCopies(k.folder)
	must(t, err)
	for _, c := range copies {
		held, err := store.ReadBackup(t.Context(), c.Path)
		if err != nil || len(held.Ailments) > 0 || held.Workshops != 1 || find(t, k.folder, []string{other}) == "" {
			t.Errorf("the copy of %s holds %+v, %v", c.Day, held, err)
		}
	}
}

func TestWhatWasErasedSinceABackupStaysErasedWhenItIsRestoredINV28(t *testing.T) {
	k := newKeeper(t)
	r := modelstest.NewScene(t, k.Store, 2)
	step := r.Step(t, models.MethodCollect)
	hers := "tajemství paní Anny"
	_, err := k.AddEntry(t.Context(), r.Seats[0], modelstest.Key(), models.MethodCollect, step.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: hers})
	must(t, err)
	must(t, k.SignIn(t.Context(), r.Account.ID, "hash of a token", 1<<60))
	_, err = k.SetWorkshopState(t.Context(), r.Facilitator, modelstest.Key(), models.WorkshopMove{State: models.WorkshopEnded})
	must(t, err)
	_, err = k.AnswerFeedback(t.Context(), r.Seats[0], "token", models.MyFeedback{Seq: 1, Answers: []models.Answer{
		{Question: models.Workshop{}.Questions()[1].ID, Text: "zpětná vazba: " + hers},
	}})
	must(t, err)
	file := filepath.Join(t.TempDir(), "backup.db")
	_, err = store.Backup(t.Context(), k.dir, file)
	must(t, err)
	_, err = k.SetWorkshopState(t.Context(), r.Facilitator, modelstest.Key(), models.WorkshopMove{State: models.WorkshopOpen})
	must(t, err)
	_, err = k.Leave(t.Context(), r.Seats[0], "token", models.Leaving{Remove: true})
	must(t, err)
	must(t, k.Close())
	done, err := store.Restore(t.Context(), file, k.dir, store.Options{})
	must(t, err)
	if done.Erased != 2 || done.Aside == "" {
		t.Errorf("restored: %+v", done)
	}
	must(t, os.RemoveAll(done.Aside))
	if where := find(t, k.dir, []string{hers}); where != "" {
		t.Errorf("what was erased is in %s again", where)
	}
	k.start(t)
	if _, err := k.AccountByToken(t.Context(), "hash of a token"); err == nil {
		t.Error("who was signed in when the backup was made is signed in, whatever happened since")
	}
}

// TestRestoringThatWasBrokenOffIsNotTakenForAnEmptyFolder leaves the folder as
// a program does that is killed between its last two steps.
func TestRestoringThatWasBrokenOffIsNotTakenForAnEmptyFolder(t *testing.T) {
	k := newKeeper(t)
	id, err := k.Import(t.Context(), modelstest.ModelRecord())
	must(t, err)
	file := filepath.Join(t.TempDir(), "backup.db")
	_, err = store.Backup(t.Context(), k.dir, file)
	must(t, err)
	dir := t.TempDir()
	must(t, os.MkdirAll(filepath.Join(dir, "restoring"), 0o700))
	must(t, os.CopyFS(filepath.Join(dir, "restoring"), os.DirFS(k.dir)))
	must(t, os.WriteFile(filepath.Join(dir, "dilna.db-wal"), []byte("of the data that were there"), 0o600))
	if !store.Unfinished(dir) {
		t.Error("nobody would notice")
	}
	done, err := store.Restore(t.Context(), file, dir, store.Options{})
	if err != nil || store.Unfinished(dir) || done.Workshops != 1 {
		t.Fatalf("once more: %+v %v", done, err)
	}
	s := open(t, dir)
	defer func() { must(t, s.Close()) }()
	if _, err := s.Minutes(t.Context(), id); err != nil {
		t.Error(err)
	}
}
