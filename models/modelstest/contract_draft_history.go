package modelstest

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"dilna/models"
	"dilna/models/store"
)

// draftScene is a draft of minutes that two people edit.
type draftScene struct {
	*Scene
	s    *store.Store
	idea models.EntryID
	step models.StepID
}

func newDraftScene(t *testing.T, s *store.Store) *draftScene {
	r := NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	return &draftScene{Scene: r, s: s, step: step.ID, idea: r.Idea(t, step.ID, "podnět").ID}
}

func (d *draftScene) change(t *testing.T, by models.Actor, change models.DraftChange) {
	t.Helper()
	must(t, d.s.ChangeDraft(context.Background(), by, Key(), change))
}

func (d *draftScene) draft(t *testing.T) models.Draft {
	t.Helper()
	work, err := d.s.MinutesWork(context.Background(), d.ID)
	must(t, err)
	return work.Draft
}

func (d *draftScene) newest(t *testing.T) models.HistoryEntry {
	t.Helper()
	page, err := d.s.History(context.Background(), d.Facilitator, 0, 10)
	must(t, err)
	if len(page.Entries) == 0 {
		t.Fatal("the history is empty")
	}
	return page.Entries[0]
}

func mustEqual(t *testing.T, when string, got, want models.Draft) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("%s, the draft is %+v, want %+v", when, got, want)
	}
}

// draftHistory is what the store promises of edits of the draft.
var draftHistory = map[string]func(*testing.T, *store.Store){
	"every edit of the draft stands in the history and is undone": draftHasHistory,
	"what somebody overwrote in the draft can be had back":        draftOfTwo,
	"a text of the draft that saves itself is one thing done":     draftTyping,
	"who erases her idea erases what the minutes made of it":      draftErased,
}

// draftErased: neither the draft nor its history says what was printed of an
// idea whose writer erased it.
func draftErased(t *testing.T, s *store.Store) {
	ctx, d := context.Background(), newDraftScene(t, s)
	hers, err := s.AddEntry(ctx, d.Seats[0], Key(), models.MethodCollect, d.step, models.NewEntry{ID: models.NewID[models.EntryID](), Text: "jméno souseda"})
	must(t, err)
	edit := func(text string) {
		d.change(t, d.Facilitator, models.DraftChange{Edits: map[string]models.Edit{string(hers.ID): {Text: text}}})
	}
	edit("jméno jednoho souseda")
	edit("jméno někoho")
	entry := d.newest(t)
	_, err = s.Leave(ctx, d.Seats[0], models.SeatSecret(Key()), models.Leaving{Remove: true})
	must(t, err)
	page, err := s.History(ctx, d.Facilitator, 0, 10)
	must(t, err)
	for _, e := range page.Entries {
		if strings.Contains(e.Subject+e.Was, "jméno") {
			t.Errorf("the history still says %+v", e)
		}
	}
	want(t, s.Undo(ctx, d.Facilitator, Key(), entry.Revision), models.CodeErased)
}

// draftHasHistory: every edit of the draft stands in the history with what was
// before, is undone to exactly that, and undone again.
func draftHasHistory(t *testing.T, s *store.Store) {
	d := newDraftScene(t, s)
	late := func(text string) models.LateInput {
		return models.LateInput{ID: models.NewID[models.LateInputID](), Text: text, Settlement: models.SettlementOpen}
	}
	first, second := late("první zaslaný"), late("druhý zaslaný")
	settled := first
	settled.Settlement = models.SettlementAccepted
	introduction, note, again := "Úvod A", "Poznámka", "Úvod B"
	edit := func(e models.Edit) models.DraftChange {
		return models.DraftChange{Edits: map[string]models.Edit{string(d.idea): e}}
	}
	for _, c := range []struct {
		name, subject, was string
		done               models.Done
		change             models.DraftChange
	}{
		{"an introduction", "Úvod A", "", models.DoneChanged, models.DraftChange{Introduction: &introduction}},
		{"a note", "Poznámka", "", models.DoneChanged, models.DraftChange{Note: &note}},
		{"another introduction", "Úvod B", "Úvod A", models.DoneChanged, models.DraftChange{Introduction: &again}},
		{"a remark", "poznámka ke kroku", "", models.DoneChanged, models.DraftChange{Remarks: map[models.StepID]string{d.step: "poznámka ke kroku"}}},
		{"a remark taken back", "poznámka ke kroku", "poznámka ke kroku", models.DoneChanged, models.DraftChange{Remarks: map[models.StepID]string{d.step: ""}}},
		{"another wording", "lépe", "", models.DoneChanged, edit(models.Edit{Text: "lépe"})},
		{"a third wording", "nejlépe", "lépe", models.DoneChanged, edit(models.Edit{Text: "nejlépe"})},
		{"what is left out", "osobní údaj", "nejlépe", models.DoneChanged, edit(models.Edit{LeftOut: "osobní údaj"})},
		{"an edit taken back", "osobní údaj", "osobní údaj", models.DoneChanged, edit(models.Edit{})},
		{"a file number", "KUZL 1/2026", "", models.DoneChanged, models.DraftChange{Office: &models.OfficeChange{FileNumber: new("KUZL 1/2026")}}},
		{"a minute-taker", "Jana", "", models.DoneChanged, models.DraftChange{Office: &models.OfficeChange{MinuteTaker: new("Jana")}}},
		{"no file number", "KUZL 1/2026", "KUZL 1/2026", models.DoneChanged, models.DraftChange{Office: &models.OfficeChange{FileNumber: new("")}}},
		{"options", "", "", models.DoneChanged, models.DraftChange{Options: &models.MinutesOptions{NumberIdeas: true}}},
		{"a late input", "první zaslaný", "", models.DoneAdded, models.DraftChange{LateInputs: []models.LateInput{first}}},
		{"another late input", "druhý zaslaný", "", models.DoneAdded, models.DraftChange{LateInputs: []models.LateInput{second}}},
		{"one that is settled", "první zaslaný", "první zaslaný", models.DoneChanged, models.DraftChange{LateInputs: []models.LateInput{settled}}},
		{"one taken out", "první zaslaný", "první zaslaný", models.DoneRemoved, models.DraftChange{Removed: []models.LateInputID{first.ID}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := d.draft(t)
			d.change(t, d.Facilitator, c.change)
			after, entry := d.draft(t), d.newest(t)
			if entry.Part != models.PartDraft || entry.Done != c.done || entry.Subject != c.subject || entry.Was != c.was || !entry.Mine || !entry.Offered || entry.By == "" || entry.At == 0 {
				t.Errorf("the history says %+v", entry)
			}
			must(t, d.s.Undo(context.Background(), d.Facilitator, Key(), entry.Revision))
			mustEqual(t, "undone", d.draft(t), before)
			must(t, d.s.Undo(context.Background(), d.Facilitator, Key(), d.newest(t).Revision))
			mustEqual(t, "done again", d.draft(t), after)
		})
	}
}

// draftOfTwo: what somebody overwrites without having seen it can be had back,
// and nobody takes back what another has changed since.
func draftOfTwo(t *testing.T, s *store.Store) {
	ctx, d := context.Background(), newDraftScene(t, s)
	colleague := models.Actor{Role: models.RoleFacilitator, Account: models.NewID[models.AccountID](), Workshop: d.ID}
	a, b, note := "A", "B", "jiné pole"
	d.change(t, d.Facilitator, models.DraftChange{Introduction: &a})
	hers := d.newest(t)
	d.change(t, colleague, models.DraftChange{Introduction: &b}) // a page of an older version says nothing
	his := d.newest(t)
	if his.Was != a || his.Mine || hers.Revision == his.Revision {
		t.Fatalf("what B wrote over is told as %+v", his)
	}
	want(t, s.Undo(ctx, d.Facilitator, Key(), hers.Revision), models.CodeChangedSince)
	d.change(t, d.Facilitator, models.DraftChange{Note: &note}) // another member is in nobody's way
	must(t, s.Undo(ctx, d.Facilitator, Key(), his.Revision))
	if got := d.draft(t); got.Introduction != a || got.Note != note {
		t.Errorf("A is had back as %q, the note says %q", got.Introduction, got.Note)
	}
}

// draftTyping: a text that saves itself while somebody writes is one thing done.
func draftTyping(t *testing.T, s *store.Store) {
	d := newDraftScene(t, s)
	for _, text := range []string{"Ú", "Úv", "Úvod"} {
		d.change(t, d.Facilitator, models.DraftChange{Introduction: &text})
	}
	must(t, s.Undo(context.Background(), d.Facilitator, Key(), d.newest(t).Revision))
	if got := d.draft(t).Introduction; got != "" {
		t.Errorf("undone, the introduction says %q", got)
	}
	first, other := "Text první", "Něco docela jiného"
	d.change(t, d.Facilitator, models.DraftChange{Introduction: &first})
	d.change(t, d.Facilitator, models.DraftChange{Introduction: &other}) // she, at another screen
	must(t, s.Undo(context.Background(), d.Facilitator, Key(), d.newest(t).Revision))
	if got := d.draft(t).Introduction; got != first {
		t.Errorf("the text that was replaced is had back as %q", got)
	}
	revision := d.newest(t).Revision
	same := first
	d.change(t, d.Facilitator, models.DraftChange{Introduction: &same})
	if got := d.newest(t).Revision; got != revision {
		t.Error("what changes nothing stands in the history")
	}
}
