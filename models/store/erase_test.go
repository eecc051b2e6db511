package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/store"
)

// TestWhatAPersonErasesIsInNoByteOfTheFolderINV28 writes, has a facilitator
// reword, remove, merge and edit it, and erases it. What others wrote stays.
func TestWhatAPersonErasesIsInNoByteOfTheFolderINV28(t *testing.T) {
	dir := madeFolder(t)
	s := open(t, dir)
	r := modelstest.NewScene(t, s, 2)
	step := r.Step(t, models.MethodCollect)
	her, other := r.Seats[0], r.Seats[1]
	say := func(by models.Actor, text string) models.Entry {
		idea, err := s.AddEntry(t.Context(), by, modelstest.Key(), models.MethodCollect, step.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: text})
		if err != nil {
			t.Fatal(err)
		}
		return idea
	}
	for range 300 { // enough for the database to move rows about
		say(other, strings.Repeat("něco docela jiného ", 5))
	}
	kept := say(other, "co zůstane")
	plain, reworded, removed, merged := say(her, "moje-tajemství-A"), say(her, "moje-tajemství-B"), say(her, "moje-tajemství-C"), say(her, "moje-tajemství-D")
	first, second := "moje-tajemství-E", "moje-tajemství-F"
	_, e1 := s.ChangeEntry(t.Context(), her, modelstest.Key(), models.MethodCollect, plain.ID, models.EntryChange{Text: &first})
	_, e2 := s.ChangeEntry(t.Context(), r.Facilitator, modelstest.Key(), models.MethodCollect, reworded.ID, models.EntryChange{Text: &second})
	e3 := s.Remove(t.Context(), r.Facilitator, modelstest.Key(), models.PartIdeas, string(removed.ID))
	_, e4 := s.Merge(t.Context(), r.Facilitator, modelstest.Key(), kept.ID, models.MergedIdeas{Ideas: []models.EntryID{merged.ID}})
	e5 := s.ChangeDraft(t.Context(), r.Facilitator, modelstest.Key(), models.DraftChange{Edits: map[string]models.Edit{
		string(plain.ID): {Text: "moje-tajemství-G"},
	}})
	if err := errors.Join(e1, e2, e3, e4, e5); err != nil {
		t.Fatal(err)
	}
	words := []string{"moje-tajemství"}
	if find(t, dir, words) == "" {
		t.Fatal("the words are in no file: this test would prove nothing")
	}
	history, err := s.History(t.Context(), r.Facilitator, 0, 100)
	if err != nil {
		t.Fatal(err)
	}

	if _, err := s.Leave(t.Context(), her, "token", models.Leaving{Remove: true}); err != nil {
		t.Fatal(err)
	}
	store.AwaitSweep(s)
	if where := find(t, dir, words); where != "" {
		t.Errorf("what was erased is still in %s", where)
	}

	for _, entry := range history.Entries {
		if entry.Done == models.DoneReworded || entry.Done == models.DoneRemoved {
			if err := s.Undo(t.Context(), r.Facilitator, modelstest.Key(), entry.Revision); models.CodeOf(err) != models.CodeErased {
				t.Errorf("undoing %q of what is erased is answered %v", entry.Done, err)
			}
		}
	}
	err = s.Restore(t.Context(), r.Facilitator, modelstest.Key(), models.PartIdeas, string(removed.ID))
	if models.CodeOf(err) != models.CodeErased {
		t.Errorf("restoring what is erased is answered %v", err)
	}
	m, err := s.Minutes(t.Context(), r.ID)
	if err != nil || len(m.Steps[0].Ideas) != 301 || len(m.Steps[0].Ideas[300].Merged) != 0 {
		t.Errorf("what others wrote is %d ideas, %v", len(m.Steps[0].Ideas), err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if where := find(t, dir, words); where != "" {
		t.Errorf("after the stop, what was erased is in %s", where)
	}
}

// A step that comes back brings what its writers have not erased.
func TestAStepComesBackWithoutWhatWasErased(t *testing.T) {
	s := open(t, madeFolder(t))
	t.Cleanup(func() { _ = s.Close() })
	r := modelstest.NewScene(t, s, 2)
	step := r.Step(t, models.MethodCollect)
	for i, seat := range r.Seats {
		in := models.NewEntry{ID: models.NewID[models.EntryID](), Text: []string{"její", "jeho"}[i]}
		if _, err := s.AddEntry(t.Context(), seat, modelstest.Key(), models.MethodCollect, step.ID, in); err != nil {
			t.Fatal(err)
		}
	}
	err := s.Remove(t.Context(), r.Facilitator, modelstest.Key(), models.PartSteps, string(step.ID))
	_, left := s.Leave(t.Context(), r.Seats[0], "token", models.Leaving{Remove: true})
	if err := errors.Join(err, left); err != nil {
		t.Fatal(err)
	}
	history, err := s.History(t.Context(), r.Facilitator, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Undo(t.Context(), r.Facilitator, modelstest.Key(), history.Entries[0].Revision); err != nil {
		t.Fatal(err)
	}
	m, err := s.Minutes(t.Context(), r.ID)
	if err != nil || len(m.Steps) != 1 || len(m.Steps[0].Ideas) != 1 || m.Steps[0].Ideas[0].Text != "jeho" {
		t.Errorf("the step came back as %+v, %v", m.Steps, err)
	}
}

// A workshop that goes for good leaves no byte (INV-28, INV-30).
func TestAWorkshopRemovedForGoodIsInNoByteOfTheFolder(t *testing.T) {
	dir := madeFolder(t)
	now := time.Now()
	s, err := store.Open(t.Context(), dir, store.Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Import(t.Context(), modelstest.ModelRecord()); err != nil {
		t.Fatal(err)
	}
	r := modelstest.NewScene(t, s, 0)
	step := r.Step(t, models.MethodCollect)
	r.Idea(t, step.ID, "tajný-podnět")
	by := models.Actor{Role: models.RoleCoordinator, Account: r.Account.ID, Workshop: r.ID}
	if _, err := s.SetWorkshopState(t.Context(), by, modelstest.Key(), models.WorkshopMove{State: models.WorkshopEnded}); err != nil {
		t.Fatal(err)
	}
	if err := s.RemoveWorkshop(t.Context(), r.Account, modelstest.Key(), r.ID); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	now = now.Add(2 * models.TrashTime)
	if s, err = store.Open(t.Context(), dir, store.Options{Now: func() time.Time { return now }}); err != nil {
		t.Fatal(err)
	}
	store.AwaitSweep(s)
	if where := find(t, dir, []string{"tajný-podnět", string(r.ID)}); where != "" {
		t.Errorf("what was removed for good is still in %s", where)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestARoundOfABackupCanOnlyBeClosed starts on a copy made while people voted:
// the key of the round is not in it, and with it went who sat where.
func TestARoundOfABackupCanOnlyBeClosed(t *testing.T) {
	dir := madeFolder(t)
	s := open(t, dir)
	r := modelstest.NewScene(t, s, 6)
	step := r.Step(t, models.MethodCollect)
	idea := r.Idea(t, step.ID, "podnět")
	table := models.DivisionPart{ID: models.NewID[models.PartID](), Heading: "Stůl"}
	tables := models.NewDivision{ID: models.NewID[models.DivisionID](), Heading: "Kde sedíte", Parts: []models.DivisionPart{table}}
	round := models.NewRound{ID: models.NewID[models.RoundID](), Dots: 1, PerIdea: 1, ByPart: tables.ID, Open: true}
	if _, err := s.AddDivision(t.Context(), r.Facilitator, modelstest.Key(), tables); err != nil {
		t.Fatal(err)
	}
	if _, err := s.AddRound(t.Context(), r.Facilitator, modelstest.Key(), step.ID, round); err != nil {
		t.Fatal(err)
	}
	for _, seat := range r.Seats[:5] {
		if _, err := s.ChoosePart(t.Context(), seat, tables.ID, models.ChosenPart{Part: table.ID}); err != nil {
			t.Fatal(err)
		}
		if _, err := s.PlaceDots(t.Context(), seat, round.ID, idea.ID, models.SetDots{Count: 1, Seq: 1}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(dir, "keys")); err != nil {
		t.Fatal(err)
	}
	s = open(t, dir)
	t.Cleanup(func() { _ = s.Close() })
	for _, seat := range []models.Actor{r.Seats[0], r.Seats[5]} {
		_, err := s.PlaceDots(t.Context(), seat, round.ID, idea.ID, models.SetDots{Count: 1, Seq: 2})
		if models.CodeOf(err) != models.CodeRoundInterrupted {
			t.Errorf("a dot is answered %v", err)
		}
		if _, err := s.Mine(t.Context(), seat); err != nil {
			t.Errorf("a phone that comes back is answered %v", err)
		}
	}
	if _, err := s.Leave(t.Context(), r.Seats[1], "token", models.Leaving{}); err != nil {
		t.Errorf("leaving is answered %v", err)
	}
	view, err := s.SetRoundState(t.Context(), r.Facilitator, modelstest.Key(), round.ID, models.RoundMove{State: models.RoundClosed})
	if err != nil || *view.Voters != 5 || len(view.PartResults) > 0 {
		t.Fatalf("closing is answered %+v, %v", view, err)
	}
	m, err := s.Minutes(t.Context(), r.ID)
	if err != nil {
		t.Fatal(err)
	}
	if got := m.Steps[0].Rounds[0].Label; !strings.Contains(got, "přerušeno") {
		t.Errorf("the minutes call the round %q", got)
	}
	if got := m.Steps[0].Ideas[0].Votes; len(got) != 1 || *got[0] != 5 {
		t.Errorf("counted is %v, cast before the backup were 5", got)
	}
}
