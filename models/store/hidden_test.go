package store_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/store"
)

// What "hide" means for each door: the text is for facilitators and its writer
// alone. The place stays, and so do the votes.
func TestAHiddenIdeaSaysNothingAtAnyDoorButItsOwnINV18(t *testing.T) {
	s := open(t, madeFolder(t))
	r := modelstest.NewScene(t, s, 2)
	step, other := r.Step(t, models.MethodCollect), r.Step(t, models.MethodCollect)
	const text = "sprostý kanárek"
	_, err := s.SetStepState(t.Context(), r.Facilitator, modelstest.Key(), step.ID, models.StepMove{State: models.StepOpen})
	must(t, err)
	idea, err := s.AddEntry(t.Context(), r.Seats[0], modelstest.Key(), models.MethodCollect, step.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: text})
	must(t, err)
	_, err = s.AddTopic(t.Context(), r.Facilitator, modelstest.Key(), other.ID, models.NewTopic{ID: models.NewID[models.TopicID](), Heading: "OKRUH", FromIdea: idea.ID})
	must(t, err)
	doors := map[string]func() (any, error){
		"wall":                  func() (any, error) { return seenBy(t, s, r.ID, models.Wall), nil },
		"phones":                func() (any, error) { return seenBy(t, s, r.ID, models.Participants), nil },
		"console":               func() (any, error) { return seenBy(t, s, r.ID, models.Facilitators), nil },
		"author":                func() (any, error) { return s.Mine(t.Context(), r.Seats[0]) },
		"another phone":         func() (any, error) { return s.Mine(t.Context(), r.Seats[1]) },
		"minutes, every format": func() (any, error) { return s.DraftEdition(t.Context(), r.ID) },
		"file and copies":       func() (any, error) { return s.Minutes(t.Context(), r.ID) },
	}
	told := func(hidden bool) map[string]bool {
		_, err := s.ChangeEntry(t.Context(), r.Facilitator, modelstest.Key(), models.MethodCollect, idea.ID, models.EntryChange{Hidden: &hidden})
		must(t, err)
		tell := map[string]bool{}
		for name, door := range doors {
			said, err := door()
			must(t, err)
			body, err := json.Marshal(said)
			must(t, err)
			tell[name] = bytes.Contains(body, []byte(text))
		}
		return tell
	}
	if got, want := fmt.Sprint(told(true)), fmt.Sprint(map[string]bool{
		"wall": false, "phones": false, "console": true, "author": true, "another phone": false, "minutes, every format": false, "file and copies": false,
	}); got != want {
		t.Errorf("hidden, it is told %s, want %s", got, want)
	}
	if got, want := fmt.Sprint(told(false)), fmt.Sprint(map[string]bool{
		"wall": true, "phones": true, "console": true, "author": false, "another phone": false, "minutes, every format": true, "file and copies": true,
	}); got != want {
		t.Errorf("shown again, it is told %s, want %s", got, want)
	}
}

// A hidden idea that was counted and merged says nothing through the one it
// lives on in either: that a vote was held on another wording is all.
func TestAHiddenIdeaSaysNothingThroughTheOneItLivesOnInINV18(t *testing.T) {
	s := open(t, madeFolder(t))
	r := modelstest.NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	const text, note = "sprostý kanárek", "říkal Novák"
	idea, into := r.Idea(t, step.ID, text), r.Idea(t, step.ID, "slušný kanárek")
	yes, remark := true, note
	_, err := s.ChangeEntry(t.Context(), r.Facilitator, modelstest.Key(), models.MethodCollect, idea.ID, models.EntryChange{Hidden: &yes, Note: &remark})
	must(t, err)
	round := r.Round(t, step.ID, 1, 1)
	_, err = s.PlaceDots(t.Context(), r.Seats[0], round.ID, idea.ID, models.SetDots{Count: 1, Seq: 1})
	must(t, err)
	_, err = s.SetRoundState(t.Context(), r.Facilitator, modelstest.Key(), round.ID, models.RoundMove{State: models.RoundClosed})
	must(t, err)
	_, err = s.Merge(t.Context(), r.Facilitator, modelstest.Key(), into.ID, models.MergedIdeas{Ideas: []models.EntryID{idea.ID}})
	must(t, err)
	draft, err := s.DraftEdition(t.Context(), r.ID)
	must(t, err)
	file, err := s.Minutes(t.Context(), r.ID)
	must(t, err)
	for door, said := range map[string]any{
		"wall": seenBy(t, s, r.ID, models.Wall), "phones": seenBy(t, s, r.ID, models.Participants),
		"minutes, every format": draft, "file and copies": file,
	} {
		body, err := json.Marshal(said)
		must(t, err)
		if bytes.Contains(body, []byte(text)) || bytes.Contains(body, []byte(note)) {
			t.Errorf("%s says %s", door, body)
		}
	}
	if voted := file.Steps[0].Ideas[0].Voted; len(voted) != 1 || voted[0].Text != "" {
		t.Errorf("of the vote it says %+v", voted)
	}
}

func seenBy(t *testing.T, s *store.Store, w models.WorkshopID, a models.Audience) models.View {
	t.Helper()
	changes, err := s.Changes(t.Context(), w, 0)
	must(t, err)
	return changes.For(a)
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
