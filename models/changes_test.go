package models_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"dilna/models"
)

// twoSteps is a version with rows that have ids.
func twoSteps() models.Edition {
	idea := func(text string, votes int) models.IdeaMinutes {
		return models.IdeaMinutes{Text: text, Votes: []*int{new(votes)}}
	}
	return models.Edition{
		Minutes: models.Minutes{
			Head: models.Head{Place: "Radnice", Attendance: &models.Attendance{Printed: "14", Present: []string{"Jana"}}},
			Steps: []models.StepMinutes{
				{Heading: "A", Ideas: []models.IdeaMinutes{idea("jedna", 1), idea("dva", 2), idea("tři", 3)}},
				{Heading: "B", Text: "stejné\ndruhé", Causes: []models.CauseMinutes{{Text: "peníze", Causes: []models.CauseMinutes{{Text: "platy"}}}}},
			},
		},
		Rows: []models.RowsSaid{{Step: "a", Ideas: []models.EntryID{"1", "2", "3"}}, {Step: "b", Causes: []models.EntryID{"m", "p"}}},
	}
}

// copied is a deep copy: what a case changes, the others do not see.
func copied(e models.Edition) models.Edition {
	kept, _ := json.Marshal(e)
	var c models.Edition
	_ = json.Unmarshal(kept, &c)
	return c
}

func TestWhatChangedIsToldByRowAndText(t *testing.T) {
	reworded, added, moved, removed := models.ChangeReworded, models.ChangeAdded, models.ChangeMoved, models.ChangeRemoved
	for name, c := range map[string]struct {
		change func(e *models.Edition)
		want   []models.Change
	}{
		"nothing": {func(*models.Edition) {}, nil},
		"a typo in a heading is one change": {func(e *models.Edition) { e.Steps[0].Heading = "AA" },
			[]models.Change{{Kind: reworded, Where: "AA", Now: "AA"}}},
		"a rewording beside a removal is a rewording": {func(e *models.Edition) {
			e.Steps[0].Ideas = slices.Delete(e.Steps[0].Ideas, 0, 1)
			e.Rows[0].Ideas = slices.Delete(e.Rows[0].Ideas, 0, 1)
			e.Steps[0].Ideas[0].Text = "dvě"
		}, []models.Change{{Kind: reworded, Where: "A", Now: "dvě (2)"}, {Kind: removed, Where: "A", Count: 1}}},
		"a line that moved is told once": {func(e *models.Edition) {
			ideas, rows := e.Steps[0].Ideas, e.Rows[0].Ideas
			e.Steps[0].Ideas = []models.IdeaMinutes{ideas[2], ideas[0], ideas[1]}
			e.Rows[0].Ideas = []models.EntryID{rows[2], rows[0], rows[1]}
		}, []models.Change{{Kind: moved, Where: "A", Now: "tři"}}},
		"steps that change places": {func(e *models.Edition) {
			slices.Reverse(e.Steps)
			slices.Reverse(e.Rows)
		}, []models.Change{{Kind: moved, Where: "B", Now: "B"}}},
		"other votes are no other wording": {func(e *models.Edition) { e.Steps[0].Ideas[0].Votes = []*int{new(7)} },
			[]models.Change{{Kind: models.ChangeDetails, Where: "A", Now: "jedna (7)"}}},
		"left out with what hangs on it": {func(e *models.Edition) { e.Steps[0].Ideas[1].Text = models.LeftOut("osobní údaj") },
			[]models.Change{{Kind: models.ChangeLeftOut, Where: "A", Now: "[…] osobní údaj (2)"}}},
		"a step left out is not counted row by row": {func(e *models.Edition) {
			e.Steps[0] = models.StepMinutes{Heading: "A", Text: models.LeftOut("neveřejné")}
			e.Rows[0].Ideas = nil
		}, []models.Change{{Kind: models.ChangeLeftOut, Where: "A", Now: "[…] neveřejné"}}},
		"a step that is gone is told without its heading": {func(e *models.Edition) { e.Steps, e.Rows = e.Steps[:1], e.Rows[:1] },
			[]models.Change{{Kind: models.ChangeSteps, Count: 1}}},
		"a cause that is gone takes those under it along": {func(e *models.Edition) { e.Steps[1].Causes, e.Rows[1].Causes = nil, nil },
			[]models.Change{{Kind: removed, Where: "B", Count: 1}}},
		"a new idea": {func(e *models.Edition) {
			e.Steps[0].Ideas = append(e.Steps[0].Ideas, models.IdeaMinutes{Text: "nový"})
			e.Rows[0].Ideas = append(e.Rows[0].Ideas, "4")
		}, []models.Change{{Kind: added, Where: "A", Now: "nový"}}},
		"running text line by line": {func(e *models.Edition) { e.Steps[1].Text = "stejné\ntřetí\nčtvrté" },
			[]models.Change{{Kind: reworded, Where: "B", Now: "třetí"}, {Kind: added, Where: "B", Now: "čtvrté"}}},
		"the head": {func(e *models.Edition) { e.Place, e.Attendance.Printed, e.Date = "", "15", "2026-01-02" },
			[]models.Change{{Kind: added, Part: models.PartOfHead, Now: "2026-01-02"}, {Kind: reworded, Part: models.PartOfHead, Now: "15"}, {Kind: removed, Part: models.PartOfHead, Count: 1}}},
		"never a name of who came": {func(e *models.Edition) { e.Attendance.Present = []string{"Jana", "Karel"} }, nil},
		"what was sent in later": {func(e *models.Edition) {
			e.LateInputs = []models.LateInput{{ID: "l", Text: "lavičky", Source: "e-mail"}}
		}, []models.Change{{Kind: added, Part: models.PartOfLate, Now: "lavičky e-mail"}}},
		"options": {func(e *models.Edition) { e.Options.NumberSteps, e.Options.Order = true, models.MinutesByVotes },
			[]models.Change{{Kind: models.ChangeLayout, Part: models.PartOfLayout, Now: "order"}, {Kind: models.ChangeLayout, Part: models.PartOfLayout, Now: "number_steps"}}},
	} {
		t.Run(name, func(t *testing.T) {
			after := copied(twoSteps())
			c.change(&after)
			if got := after.ChangesSince(twoSteps()); !slices.Equal(got, c.want) {
				t.Errorf("the changes are %+v, want %+v", got, c.want)
			}
			back := copied(after)
			for _, change := range twoSteps().ChangesSince(back) {
				if change.Kind == models.ChangeRemoved && change.Now != "" {
					t.Errorf("told what is gone: %+v", change)
				}
			}
		})
	}
}

// A version approved when rows had no ids yet is compared by text: still one
// change for one rewording, and nothing of what is gone.
func TestAVersionWithoutIdsIsComparedByText(t *testing.T) {
	before, after := copied(twoSteps()), copied(twoSteps())
	before.Rows = nil
	after.Steps[0].Ideas[1].Text = "dvě"
	after.Steps[0].Ideas = after.Steps[0].Ideas[:2]
	want := []models.Change{
		{Kind: models.ChangeReworded, Where: "A", Now: "dvě (2)"}, {Kind: models.ChangeRemoved, Where: "A", Count: 1},
	}
	if got := after.ChangesSince(before); !slices.Equal(got, want) {
		t.Errorf("the changes are %+v, want %+v", got, want)
	}
}

// What a version leaves out, or names no more, was in the version before: the
// list of what has changed must not say it again.
func TestChangesDoNotSayWhatIsGone(t *testing.T) {
	before := models.Edition{Options: models.MinutesOptions{Names: models.NamesEverywhere, Owners: models.NamesEverywhere}}
	before.Attendance = &models.Attendance{Present: []string{"Jan Novák"}}
	before.Steps = []models.StepMinutes{{Heading: "PROBLÉMY", Ideas: []models.IdeaMinutes{
		{Text: "peníze"}, {Text: "dluhy Jana Nováka", Note: "řekla paní Nováková", Author: "Eva"}, {Text: "Novák neplatí"},
	}, Tasks: []models.TaskMinutes{{Text: "zavolat", Task: models.Task{Owners: []string{"Novotný"}}}}}, {Heading: "Novákovi"}}
	after := copied(before)
	after.Options = models.MinutesOptions{}
	after.Steps = after.Steps[:1]
	after.Steps[0].Ideas[1] = models.IdeaMinutes{Text: models.LeftOut("osobní údaj")}
	after.Steps[0].Ideas[2].Text = "někdo neplatí"
	for _, change := range after.ChangesSince(before) {
		if told := fmt.Sprint(change); strings.Contains(told, "Nov") || strings.Contains(told, "Eva") {
			t.Errorf("told again: %+v", change)
		}
	}
	if len(after.ChangesSince(before)) == 0 {
		t.Error("that something was left out is not told")
	}
}

// A list that was frozen when it still said old wordings tells them no more.
func TestAnOldListOfChangesSaysOldWordingsNoMore(t *testing.T) {
	var e models.Edition
	kept := `{"steps":[{"heading":"A"}],"changes":[{"where":"A","was":"tajné","now":"nové"},{"where":"Tajný krok","was":"tajné"}]}`
	if err := json.Unmarshal([]byte(kept), &e); err != nil {
		t.Fatal(err)
	}
	want := []models.Change{{Kind: models.ChangeReworded, Where: "A", Now: "nové"}, {Kind: models.ChangeRemoved, Part: models.PartOfHead, Count: 1}}
	if got := e.In(models.MinutesApproved).Changes; !reflect.DeepEqual(got, want) {
		t.Errorf("it says %+v, want %+v", got, want)
	}
}
