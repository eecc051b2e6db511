package main

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"dilna/cmd/dilna/language"
	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/store"
	"dilna/models/voting"
)

// load is what people do in three workshops, without a pause: write in the
// first, vote in a round of the second that stays open, and in rounds of the
// third that are closed one after another.
type load struct {
	writing, voting, closing *modelstest.Scene
	idea                     models.Entry // voted on in the second
	round                    models.Round

	mu    sync.Mutex
	moved *sync.Cond // something was acknowledged, or failed
	acked []models.EntryID
	dots  int
	ends  []models.RoundID
	found map[models.RoundID][]models.Receipt // by which voters find their ballots
}

func newLoad(t *testing.T, s *store.Store) *load {
	l := &load{found: map[models.RoundID][]models.Receipt{}, writing: modelstest.NewScene(t, s, 2), voting: modelstest.NewScene(t, s, 4), closing: modelstest.NewScene(t, s, 5)}
	l.moved = sync.NewCond(&l.mu)
	step := l.voting.Step(t, models.MethodCollect)
	l.idea = l.voting.Idea(t, step.ID, "lavička")
	l.round = l.voting.Round(t, step.ID, 1, 1)
	return l
}

// start has them work; the function it returns ends that.
func (l *load) start(t *testing.T) (end func()) {
	ctx, stop := context.WithCancel(t.Context())
	var work sync.WaitGroup
	again := func(do func(n int) error) {
		work.Go(func() {
			defer l.moved.Broadcast()
			for n := 1; ctx.Err() == nil; n++ {
				if err := do(n); err != nil {
					t.Error(err)
					return
				}
				l.moved.Broadcast()
			}
		})
	}
	step := l.writing.Step(t, models.MethodCollect)
	for _, seat := range l.writing.Seats {
		again(func(n int) error { return l.write(t, seat, step.ID, n) })
	}
	for _, seat := range l.voting.Seats {
		receipt := models.NewReceipt()
		again(func(n int) error { return l.vote(t, seat, receipt, n) })
	}
	short := l.closing.Step(t, models.MethodCollect)
	about := l.closing.Idea(t, short.ID, "o tomhle")
	again(func(int) error { return l.voteAndClose(t, short.ID, about.ID) })
	return func() { stop(); work.Wait() }
}

func (l *load) write(t *testing.T, seat models.Actor, step models.StepID, n int) error {
	in := models.NewEntry{ID: models.NewID[models.EntryID](), Text: fmt.Sprint("podnět ", n)}
	idea, err := l.writing.Store.AddEntry(t.Context(), seat, modelstest.Key(), models.MethodCollect, step, in)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.acked = append(l.acked, idea.ID)
	return err
}

// vote casts the same ballot again and again: it counts once.
func (l *load) vote(t *testing.T, seat models.Actor, receipt models.Receipt, n int) error {
	err := castDot(t, l.voting, seat, l.round.ID, l.idea.ID, receipt, n)
	l.mu.Lock()
	defer l.mu.Unlock()
	if n == 1 {
		l.dots++
		l.found[l.round.ID] = append(l.found[l.round.ID], receipt)
	}
	return err
}

func castDot(t *testing.T, at *modelstest.Scene, seat models.Actor, round models.RoundID, idea models.EntryID, receipt models.Receipt, seq int) error {
	in := models.CastBallot{Votes: voting.Ballot{{Entry: idea, Value: 1}}, Seq: int64(seq), Receipt: receipt}
	_, err := at.Store.CastBallot(t.Context(), seat, round, in)
	return err
}

func (l *load) voteAndClose(t *testing.T, step models.StepID, idea models.EntryID) error {
	round := l.closing.Round(t, step, 1, 1)
	var receipts []models.Receipt
	for _, seat := range l.closing.Seats {
		receipts = append(receipts, models.NewReceipt())
		if err := castDot(t, l.closing, seat, round.ID, idea, receipts[len(receipts)-1], 1); err != nil {
			return err
		}
	}
	_, err := l.closing.Store.SetRoundState(t.Context(), l.closing.Facilitator, modelstest.Key(), round.ID, models.RoundMove{State: models.RoundClosed})
	l.mu.Lock()
	defer l.mu.Unlock()
	l.ends = append(l.ends, round.ID)
	l.found[round.ID] = receipts
	return err
}

// soFar is what has been acknowledged, once that is a good deal.
func (l *load) soFar(t *testing.T) (ideas []models.EntryID, dots int, ends []models.RoundID) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for !t.Failed() && (len(l.acked) < 100 || l.dots < len(l.voting.Seats) || len(l.ends) < 2) {
		l.moved.Wait()
	}
	return slices.Clone(l.acked), l.dots, slices.Clone(l.ends)
}

// TestTheDrillABackupUnderLoadIsRestoredWholeFM15INV01 backs up while people
// write, vote and close rounds, restores into another folder, and compares:
// each workshop that had ended is the same file, byte by byte; what had been
// acknowledged before is there; the round that was open is closed and says why.
func TestTheDrillABackupUnderLoadIsRestoredWholeFM15INV01(t *testing.T) {
	from, to, file := t.TempDir(), filepath.Join(t.TempDir(), "data"), filepath.Join(t.TempDir(), "backup.db")
	held := hold(t, from)
	var ended []string
	for _, path := range []string{record, "testdata/everything.json"} {
		ended = append(ended, dilna(t, "import", "--data", from, path).lastLine())
	}
	l := newLoad(t, held.store)
	end := l.start(t)
	ideas, dots, ends := l.soFar(t)
	made := dilna(t, "backup", "--data", from, file)
	end()
	if made.code != 0 || !strings.Contains(made.out, "Workshops (in the trash, too): 5") || !strings.Contains(made.out, "Open rounds") {
		t.Fatalf("backup: %+v", made)
	}

	restored := dilna(t, "restore", "--data", to, file)
	if restored.code != 0 || !strings.Contains(restored.out, "Workshops: 5") {
		t.Fatalf("restore: %+v", restored)
	}
	if got := dilna(t, "doctor", "--data", to); got.code != 0 {
		t.Errorf("the doctor of what was restored: %+v", got)
	}
	for _, id := range ended {
		was := dilna(t, "export", id, "--data", from, "--format", "json")
		is := dilna(t, "export", id, "--data", to, "--format", "json")
		if was.code != 0 || was.out != is.out {
			t.Errorf("workshop %s is another one: %s", id, is.err)
		}
	}
	s := hold(t, to).store
	l.mustBeIn(t, s, ideas, dots, ends)
	for _, round := range ends {
		l.mustBeFound(t, s, l.closing, round)
	}
}

// mustBeFound looks in the list of a round for the ballots of all who voted (INV-26).
func (l *load) mustBeFound(t *testing.T, s *store.Store, at *modelstest.Scene, round models.RoundID) {
	t.Helper()
	list, err := s.ListBallots(t.Context(), at.Facilitator, round)
	if err != nil {
		t.Fatal(err)
	}
	var listed []models.Receipt
	for _, ballot := range list.Ballots {
		listed = append(listed, ballot.Receipt)
	}
	for _, receipt := range l.found[round] {
		if !slices.Contains(listed, receipt) {
			t.Errorf("of round %s a voter does not find her ballot %s in %v", round, receipt, listed)
		}
	}
}

// mustBeIn looks for what had been acknowledged.
func (l *load) mustBeIn(t *testing.T, s *store.Store, ideas []models.EntryID, dots int, ends []models.RoundID) {
	t.Helper()
	have := map[string]bool{}
	for _, scene := range []*modelstest.Scene{l.writing, l.voting, l.closing} {
		changes, err := s.Changes(t.Context(), scene.ID, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, idea := range changes.Ideas {
			have[string(idea.ID)] = true
		}
		for _, round := range changes.Rounds {
			have[string(round.ID)] = round.State == models.RoundClosed
			if round.ID == l.round.ID && (*round.Voters != dots || !strings.Contains(round.Label, "přerušeno")) {
				t.Errorf("%d dots had been acknowledged, the round says %+v", dots, round)
			}
		}
	}
	for _, id := range ideas {
		if !have[string(id)] {
			t.Errorf("idea %s had been acknowledged before, and is not in the backup", id)
		}
	}
	for _, id := range append(ends, l.round.ID) {
		if !have[string(id)] {
			t.Errorf("round %s was closed before, or is by restoring, and is not", id)
		}
	}
}

func TestABackupIsPrivateWholeOrNotThereAndReplacesNothingUntold(t *testing.T) {
	dir, to := t.TempDir(), t.TempDir()
	file := filepath.Join(to, "backup.db")
	mustFail(t, dilna(t, "backup", "--data", filepath.Join(dir, "mistyped"), file), 1, "no data")
	id := dilna(t, "import", "--data", dir, record).lastLine()
	mustFail(t, dilna(t, "backup", "--data", dir, to), 1, "is a folder")
	mustFail(t, dilna(t, "backup", "--data", dir, "/nowhere/backup.db"), 1, "/nowhere/backup.db", "space")
	if made := dilna(t, "backup", "--data", dir, file); made.code != 0 || !strings.Contains(made.out, "keys of open rounds are not in it") {
		t.Fatalf("backup: %+v", made)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others may read it: %v %v", info.Mode(), err)
	}
	first := read(t, file)
	mustFail(t, dilna(t, "backup", "--data", dir, file), 1, "already", "--replace")
	mustFail(t, speaking(t, language.Czech, "backup", "--data", dir, file), 1, "už je", "--replace")
	if !bytes.Equal(read(t, file), first) {
		t.Error("a refused backup changed the file")
	}
	if made := speaking(t, language.Czech, "backup", "--replace", "--data", dir, file); made.code != 0 || !strings.Contains(made.out, "hotová a zkontrolovaná") {
		t.Errorf("in Czech: %+v", made)
	}
	if entries, err := os.ReadDir(to); err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v %v", entries, err)
	}
	db, err := sql.Open("sqlite3", file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var mode, found string
	if err := db.QueryRow("PRAGMA journal_mode").Scan(&mode); err != nil || mode != "delete" {
		t.Errorf("it is more than one file: %s %v", mode, err)
	}
	if err := db.QueryRow("SELECT id FROM workshops").Scan(&found); err != nil || found != id {
		t.Errorf("any program that reads SQLite finds %s: %v", found, err)
	}
}

func TestRestoringIsRefusedUnlessItIsSafe(t *testing.T) {
	dir, file := t.TempDir(), filepath.Join(t.TempDir(), "backup.db")
	id := dilna(t, "import", "--data", dir, record).lastLine()
	if made := dilna(t, "backup", "--data", dir, file); made.code != 0 {
		t.Fatal(made.err)
	}
	broken := func(change func([]byte) []byte) string {
		path := filepath.Join(t.TempDir(), "broken.db")
		if err := os.WriteFile(path, change(bytes.Clone(read(t, file))), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	newer := broken(func(b []byte) []byte { return b })
	other := filepath.Join(t.TempDir(), "other.db")
	for path, statement := range map[string]string{
		newer: "INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)",
		other: "CREATE TABLE recipes (id TEXT)",
	} {
		db, err := sql.Open("sqlite3", path)
		if err == nil {
			_, err = db.Exec(statement)
		}
		if err == nil {
			err = db.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	empty := t.TempDir()
	for _, test := range []struct{ name, file, en, cs string }{
		{"there is no such file", filepath.Join(empty, "none.db"), "no file", "neexistuje"},
		{"a folder", empty, "is a folder", "je složka"},
		{"a workshop file", record, "no backup of Dílna", "není záloha Dílny"},
		{"somebody else's database", other, "no backup of Dílna", "není záloha Dílny"},
		{"of a newer version", newer, "newer version", "novější verze"},
		{"a flipped bit", broken(func(b []byte) []byte {
			b[bytes.LastIndex(b, []byte("ASOCIACE"))] ^= 1
			return b
		}), "", ""},
		{"half of the file", broken(func(b []byte) []byte { return b[:len(b)/2/4096*4096] }), "damaged", "poškozená"},
	} {
		t.Run(test.name, func(t *testing.T) {
			to := filepath.Join(t.TempDir(), "data")
			if test.en == "" { // one workshop of it is told to be damaged, all others are there
				mustFail(t, dilna(t, "restore", "--data", to, test.file), 1, "damaged in the backup")
				mustFail(t, dilna(t, "doctor", "--data", to), 1, "damaged")
				return
			}
			mustFail(t, dilna(t, "restore", "--data", to, test.file), 1, test.en)
			mustFail(t, speaking(t, language.Czech, "restore", "--data", to, test.file), 1, test.cs)
			if _, err := os.Stat(to); !os.IsNotExist(err) {
				t.Error("a file that cannot be restored made the folder")
			}
		})
	}

	second := dilna(t, "import", "--data", dir, record).lastLine()
	mustFail(t, dilna(t, "restore", "--data", dir, file), 1, "already", "--replace")
	t.Run("it is in use", func(t *testing.T) {
		hold(t, dir)
		mustFail(t, dilna(t, "restore", "--replace", "--data", dir, file), 1, "already", "Stop it first")
	})
	done := dilna(t, "restore", "--replace", "--data", dir, file)
	aside, err := filepath.Glob(filepath.Join(dir, "replaced-*"))
	if done.code != 0 || err != nil || len(aside) != 1 || !strings.Contains(done.out, aside[0]) {
		t.Fatalf("restore: %+v, set aside in %v", done, aside)
	}
	for where, ids := range map[string][]string{dir: {id}, aside[0]: {id, second}} {
		for _, id := range ids {
			if got := dilna(t, "export", id, "--data", where, "--format", "json"); got.code != 0 {
				t.Errorf("%s is not in %s: %s", id, where, got.err)
			}
		}
	}
	mustFail(t, dilna(t, "export", second, "--data", dir), 1, second)
}

// TestServingMakesTheBackupOfTheDayOrSaysThatItCannot serves a folder, and then
// has no folder for its backups.
func TestServingMakesTheBackupOfTheDayOrSaysThatItCannot(t *testing.T) {
	dir := t.TempDir()
	health := func(running *serving, until func(answer string) bool) string {
		b := newBrowser(t, running.console)
		answer := string(b.do("GET", "/api/health", nil, nil))
		for end := time.Now().Add(time.Minute); !until(answer) && time.Now().Before(end); {
			answer = string(b.do("GET", "/api/health", nil, nil))
		}
		running.stop()
		return answer
	}
	warned := func(answer string) bool { return strings.Contains(answer, string(models.CodeCopyMissing)) }
	copied := func(string) bool {
		copies, err := store.DailyCopies(filepath.Join(dir, "backups"))
		return err == nil && len(copies) == 1
	}
	if answer := health(serveOn(t, dir), copied); warned(answer) || !copied("") {
		t.Errorf("served, health says %s", answer)
	}
	if got := dilna(t, "doctor", "--data", dir); got.code != 0 || !strings.Contains(got.out, "The last automatic backup is of "+time.Now().Format("2 January 2006")) {
		t.Errorf("the doctor: %+v", got)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if answer := health(serveOn(t, t.TempDir(), "--backups", filepath.Join(file, "backups")), warned); !warned(answer) {
		t.Errorf("there is no folder for backups, and health says %s", answer)
	}
	none := t.TempDir()
	serveOn(t, none, "--backups", "none").stop()
	if got := dilna(t, "doctor", "--data", none); !strings.Contains(got.out, "no automatic backup") {
		t.Errorf("the doctor: %+v", got)
	}
}
