package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dilna/cmd/dilna/language"
	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/modelstest/pgtest"
	"dilna/models/store"
)

// TestMovingToADatabaseAndBackKeepsEveryByteINV29 moves records, a meeting with
// approved minutes, and a workshop in which people sit, to PostgreSQL and back.
func TestMovingToADatabaseAndBackKeepsEveryByteINV29(t *testing.T) {
	first, server, last := t.TempDir(), pgtest.Database(t), t.TempDir()
	with := []string{"--secret", strings.Repeat("tajné ", 10)}
	for _, path := range []string{record, "testdata/everything.json"} {
		if got := dilna(t, "import", "--data", first, path); got.code != 0 {
			t.Fatal(got.err)
		}
	}
	var seated models.WorkshopID
	t.Run("people sit, vote and approve", func(t *testing.T) { // and let go of the folder
		seated = peopleIn(t, hold(t, first).store)
	})
	mustFail(t, dilna(t, append([]string{"move", "--from", first, "--to", server}, with...)...), 1, "voting", "--interrupt")
	mustFail(t, speaking(t, language.Czech, append([]string{"move", "--from", first, "--to", server}, with...)...), 1, "hlasuje", "--interrupt")

	there := dilna(t, append([]string{"move", "--interrupt", "--from", first, "--to", server}, with...)...)
	if there.code != 0 || !strings.Contains(there.out, "4 workshops") || !strings.Contains(there.out, "now closed: 1") {
		t.Fatalf("there: %+v", there)
	}
	mustFail(t, dilna(t, append([]string{"move", "--interrupt", "--from", first, "--to", server}, with...)...), 1, "already")
	back := dilna(t, "move", "--from", server, "--to", last)
	if back.code != 0 || !strings.Contains(back.out, "4 workshops") {
		t.Fatalf("back: %+v", back)
	}
	if got := dilna(t, "doctor", "--data", last); got.code != 0 {
		t.Errorf("the doctor of what came back: %+v", got)
	}

	old, shared, new := filesIn(t, "--data", first), filesIn(t, "--database-url", server), filesIn(t, "--data", last)
	if len(old) != 4 {
		t.Errorf("there were %d workshops", len(old))
	}
	for id, file := range old {
		if new[id] != shared[id] || shared[id] == "" {
			t.Errorf("back from the database workshop %s is another one", id)
		}
		if id != string(seated) && shared[id] != file { // a round of that one was interrupted
			t.Errorf("in the database workshop %s is another one", id)
		}
	}
	s := hold(t, last).store
	for _, token := range []string{annasToken, wallsToken} {
		if _, err := s.SeatByToken(t.Context(), seated, token); err != nil {
			t.Errorf("who had %s has no seat any more: %v", token, err)
		}
	}
	if account, err := s.AccountByToken(t.Context(), petrasToken); err != nil || account.Login != "petra" {
		t.Errorf("who was signed in is %+v, %v", account, err)
	}
}

// TestADatabaseIsBackedUpWithItsToolsAndRestoredIntoAnEmptyOneFM15 backs up
// while people vote.
func TestADatabaseIsBackedUpWithItsToolsAndRestoredIntoAnEmptyOneFM15(t *testing.T) {
	from, to, file := pgtest.Database(t), pgtest.Database(t), filepath.Join(t.TempDir(), "backup.dump")
	secret := strings.Repeat("tajné ", 10)
	s, err := store.OpenShared(t.Context(), from, []byte(secret), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	seated := peopleIn(t, s)
	made := dilna(t, "backup", "--database-url", from, file)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(file); made.code != 0 || err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("backup: %+v, %v", made, err)
	}
	if got := dilna(t, "restore", "--database-url", to, "--secret", secret, file); got.code != 0 || !strings.Contains(got.out, "now closed: 1") {
		t.Fatalf("restore: %+v", got)
	}
	mustFail(t, dilna(t, "restore", "--database-url", to, "--secret", secret, file), 1, "empty database", "already exists")
	mustFail(t, dilna(t, "restore", "--database-url", to, "--secret", secret, record), 1, "no backup of a PostgreSQL database")
	old, new := filesIn(t, "--database-url", from), filesIn(t, "--database-url", to)
	if len(old) != 2 || len(new) != 2 {
		t.Errorf("there were %d workshops, there are %d", len(old), len(new))
	}
	for id, text := range old {
		if id != string(seated) && new[id] != text {
			t.Errorf("workshop %s is another one", id)
		}
	}
	if !strings.Contains(new[string(seated)], "přerušeno") {
		t.Error("the minutes do not say that the round was interrupted")
	}
}

func TestThePasswordOfADatabaseIsInNoListOfPrograms(t *testing.T) {
	s := source{DatabaseURL: "postgres://dilna:heslo@server:5432/dilna?sslmode=require"}
	if got := s.withoutPassword(); got != "postgres://dilna@server:5432/dilna?sslmode=require" {
		t.Errorf("others see %s", got)
	}
	if got := s.passwordVariable(); len(got) != 1 || got[0] != "PGPASSWORD=heslo" {
		t.Errorf("the tool is told %v", got)
	}
}

const annasToken, wallsToken, petrasToken = "hash of Anna's token", "hash of the wall's token", "hash of Petra's token"

// peopleIn approves the minutes of one workshop, and leaves people voting in
// another, which it names.
func peopleIn(t *testing.T, s *store.Store) models.WorkshopID {
	ended := modelstest.NewScene(t, s, 1)
	ended.Idea(t, ended.Step(t, models.MethodCollect).ID, "schváleno 🙂")
	by := models.Actor{Role: models.RoleCoordinator, Account: ended.Account.ID, Workshop: ended.ID}
	if _, err := s.SetWorkshopState(t.Context(), by, modelstest.Key(), models.WorkshopMove{State: models.WorkshopEnded}); err != nil {
		t.Fatal(err)
	}
	seated := modelstest.NewScene(t, s, 3)
	step := seated.Step(t, models.MethodCollect)
	idea := seated.Idea(t, step.ID, "lavička")
	round := seated.Round(t, step.ID, 1, 1)
	for _, do := range []func() error{
		func() error {
			_, err := s.ApproveMinutes(t.Context(), by, modelstest.Key(), models.DraftSeen{})
			return err
		},
		func() error {
			_, err := s.PlaceDots(t.Context(), seated.Seats[0], round.ID, idea.ID, models.SetDots{Count: 1, Seq: 1})
			return err
		},
		func() error { _, err := s.Join(t.Context(), seated.ID, annasToken); return err },
		func() error {
			w, err := s.Workshop(t.Context(), seated.ID)
			if err == nil {
				_, err = s.OpenWall(t.Context(), seated.ID, w.WallToken, wallsToken)
			}
			return err
		},
		func() error { return s.SignIn(t.Context(), seated.Account.ID, petrasToken, 1<<60) },
	} {
		if err := do(); err != nil {
			t.Fatal(err)
		}
	}
	return seated.ID
}

// filesIn are the workshop files of everything there is, by id.
func filesIn(t *testing.T, where ...string) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, line := range strings.Split(dilna(t, append([]string{"export"}, where...)...).err, "\n")[1:] {
		if fields := strings.Fields(line); len(fields) > 0 {
			files[fields[0]] = dilna(t, append([]string{"export", fields[0], "--format", "json"}, where...)...).out
		}
	}
	return files
}
