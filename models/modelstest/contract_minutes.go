package modelstest

import (
	"cmp"
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	"dilna/models"
	"dilna/models/store"
)

// minutesScene is the model record as a workshop that has ended, and the
// coordinator.
func minutesScene(t *testing.T, s *store.Store) models.Actor {
	t.Helper()
	account := FirstAccount(t, s)
	w, err := s.Import(context.Background(), ModelRecord())
	must(t, err)
	return models.Actor{Role: models.RoleCoordinator, Account: account.ID, Workshop: w}
}

// aVotedIdea is an idea with votes, and its step.
func aVotedIdea(t *testing.T, s *store.Store, by models.Actor) models.Entry {
	t.Helper()
	changes, err := s.Changes(context.Background(), by.Workshop, 0)
	must(t, err)
	for _, round := range changes.Rounds {
		for _, total := range changes.Totals[round.ID] {
			if total.Points == nil || *total.Points == 0 {
				continue
			}
			at := slices.IndexFunc(changes.Ideas, func(i models.Entry) bool { return i.ID == total.EntryID })
			return changes.Ideas[at]
		}
	}
	t.Fatal("no idea of the record has a vote")
	return models.Entry{}
}

// stationeryKept: minutes stand on the file of their programme, else on the one of
// all others; taken away there is none.
func stationeryKept(t *testing.T, s *store.Store) {
	ctx := t.Context()
	file := func(programme, want string) {
		t.Helper()
		if got, err := s.StationeryFile(ctx, programme); err != nil || string(got) != want {
			t.Errorf("minutes of %q stand on %q (%v), want %q", programme, got, err, want)
		}
	}
	file("KPSS", "")
	look := models.StationeryLook{Width: 210, Styles: []models.StationeryStyle{{Name: "Title", Own: true}}}
	must(t, s.SetStationery(ctx, "", models.Stationery{Name: "všem.dotx", StationeryLook: look, File: []byte("všem")}))
	must(t, s.SetStationery(ctx, "KPSS", models.Stationery{Name: "a.docx", File: []byte("a")}))
	must(t, s.SetStationery(ctx, " KPSS ", models.Stationery{Name: "b.docx", File: []byte("b")}))
	file("KPSS", "b")
	file("jiný", "všem")
	kept, err := s.Stationery(ctx, "")
	must(t, err)
	if kept.Name != "všem.dotx" || !reflect.DeepEqual(kept.StationeryLook, look) || kept.File != nil {
		t.Errorf("it is told as %+v", kept)
	}
	must(t, s.SetStationery(ctx, "KPSS", models.Stationery{}))
	file("KPSS", "všem")
	must(t, s.SetStationery(ctx, "", models.Stationery{}))
	file("KPSS", "")
}

// frozenEdition: whatever is written after a version was approved, it says
// what it said; the draft of the next one says the new.
func frozenEdition(t *testing.T, s *store.Store) {
	ctx, by := context.Background(), minutesScene(t, s)
	_, err := s.ApproveMinutes(ctx, by, Key(), models.DraftSeen{From: new(0)})
	must(t, err)
	before, err := s.Edition(ctx, by.Workshop, 1)
	must(t, err)
	idea := aVotedIdea(t, s, by)
	_, err = s.ChangeEntry(ctx, by, Key(), models.MethodCollect, idea.ID, models.EntryChange{Text: new("přepsáno")})
	must(t, err)
	must(t, s.ChangeDraft(ctx, by, Key(), models.DraftChange{Introduction: new("Úvod"), Options: &models.MinutesOptions{NumberSteps: true}}))
	must(t, s.SetLetterhead(ctx, "", models.Letterhead{Publicity: []string{"Spolufinancováno"}}))
	after, err := s.Edition(ctx, by.Workshop, 1)
	must(t, err)
	if !reflect.DeepEqual(before, after) {
		t.Error("an approved version changed")
	}
	next, err := s.DraftEdition(ctx, by.Workshop)
	must(t, err)
	if next.Version != 2 || next.Introduction != "Úvod" || len(next.Letterhead.Publicity) != 1 {
		t.Errorf("the next version is %d, %q, %v", next.Version, next.Introduction, next.Letterhead)
	}
	if !slices.ContainsFunc(next.Changes, func(c models.Change) bool {
		return c.Kind == models.ChangeReworded && strings.HasPrefix(c.Now, "přepsáno")
	}) {
		t.Errorf("a reworded idea is not known by its row: %+v", next.Changes)
	}
}

// approvedOnce: many who approve at once make one version, and the same
// command again gets the first answer.
func approvedOnce(t *testing.T, s *store.Store) {
	ctx, by, key := context.Background(), minutesScene(t, s), Key()
	errs := together(10, func(i int) error {
		if i < 5 {
			_, err := s.ApproveMinutes(ctx, by, key, models.DraftSeen{From: new(0)})
			return err
		}
		_, err := s.ApproveMinutes(ctx, by, Key(), models.DraftSeen{From: new(0)})
		return err
	})
	work, err := s.MinutesWork(ctx, by.Workshop)
	must(t, err)
	if refused := count(errs, models.CodeAlreadyDone); len(work.Editions) != 1 || work.Changed || refused < 4 {
		t.Errorf("%d versions, %d refused: %v", len(work.Editions), refused, errs)
	}
}

// leavingOut keeps every number: totals, ballots and the places of ideas.
func leavingOut(t *testing.T, s *store.Store) {
	ctx, by := context.Background(), minutesScene(t, s)
	record, err := s.Minutes(ctx, by.Workshop)
	must(t, err)
	idea := aVotedIdea(t, s, by)
	must(t, s.ChangeDraft(ctx, by, Key(), models.DraftChange{Edits: map[string]models.Edit{string(idea.ID): {LeftOut: "osobní údaj"}}}))
	edition, err := s.DraftEdition(ctx, by.Workshop)
	must(t, err)
	changed := 0
	for i := range record.Steps {
		was, now := record.Steps[i].ReadingOrder(), edition.Steps[i].ReadingOrder()
		for j := range was {
			if was[j].Text != now[j].Text {
				changed++
			}
			if !reflect.DeepEqual(was[j].Votes, now[j].Votes) {
				t.Errorf("%q has other votes in the minutes", was[j].Text)
			}
		}
		if !reflect.DeepEqual(record.Steps[i].Rounds, edition.Steps[i].Rounds) {
			t.Errorf("step %d has other rounds in the minutes", i+1)
		}
	}
	if changed != 1 {
		t.Errorf("%d ideas are left out, want the one", changed)
	}
	again, err := s.Minutes(ctx, by.Workshop)
	must(t, err)
	if !reflect.DeepEqual(record, again) {
		t.Error("editing the minutes changed the record")
	}
}

// leftOutOfOrigins: a topic that was taken over from an idea says its wording
// once more, in files if not on paper.
func leftOutOfOrigins(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	from, into := r.Step(t, models.MethodCollect), r.Step(t, models.MethodCollect)
	idea := r.Idea(t, from.ID, "dluhy Jana Nováka")
	_, err := s.AddTopic(t.Context(), r.Facilitator, Key(), into.ID, models.NewTopic{ID: models.NewID[models.TopicID](), Heading: "DLUHY", FromIdea: idea.ID})
	must(t, err)
	for _, edit := range []models.Edit{{LeftOut: "osobní údaj"}, {Text: "dluhy jednoho člověka"}} {
		must(t, s.ChangeDraft(t.Context(), r.Facilitator, Key(), models.DraftChange{Edits: map[string]models.Edit{string(idea.ID): edit}}))
		edition, err := s.DraftEdition(t.Context(), r.ID)
		must(t, err)
		if got := edition.Steps[1].Topics[0]; got.From != edit.Said(idea.Text) || got.Heading != "DLUHY" {
			t.Errorf("the topic is printed as %+v", got)
		}
	}
}

// publicAddress: it answers while something is published, is the same when it
// is published again, and another one only on request.
func publicAddress(t *testing.T, s *store.Store) {
	ctx, by := context.Background(), minutesScene(t, s)
	_, err := s.ApproveMinutes(ctx, by, Key(), models.DraftSeen{From: new(0)})
	must(t, err)
	publish := models.EditionMove{From: models.MinutesApproved, State: models.MinutesPublished}
	withdraw := models.EditionMove{From: models.MinutesPublished, State: models.MinutesApproved}
	first := ""
	for range 3 {
		must(t, s.SetEditionState(ctx, by, Key(), 1, publish))
		work, err := s.MinutesWork(ctx, by.Workshop)
		must(t, err)
		published, err := s.PublishedMinutes(ctx, work.Link)
		must(t, err)
		first = cmp.Or(first, work.Link)
		if len(published.Editions) != 1 || published.Editions[0].State != models.MinutesPublished || work.Link != first {
			t.Errorf("published at %q, first at %q: %d versions", work.Link, first, len(published.Editions))
		}
		must(t, s.SetEditionState(ctx, by, Key(), 1, withdraw))
		mustBeGone(t, s, first)
		if work, err = s.MinutesWork(ctx, by.Workshop); err != nil || work.Link != "" {
			t.Errorf("withdrawn, the address is still told: %q, %v", work.Link, err)
		}
	}
	must(t, s.SetEditionState(ctx, by, Key(), 1, publish))
	must(t, s.ChangeAddress(ctx, by, Key(), first))
	mustBeGone(t, s, first)
	if code := models.CodeOf(s.ChangeAddress(ctx, by, Key(), first)); code != models.CodeAlreadyDone {
		t.Errorf("a second press changes the new address too: %q", code)
	}
	work, err := s.MinutesWork(ctx, by.Workshop)
	must(t, err)
	if _, err := s.PublishedMinutes(ctx, work.Link); err != nil || work.Link == first {
		t.Errorf("the new address is %q, it was %q: %v", work.Link, first, err)
	}
	mustBeGone(t, s, "")
}

func mustBeGone(t *testing.T, s *store.Store, address string) {
	t.Helper()
	if _, err := s.PublishedMinutes(context.Background(), address); models.CodeOf(err) != models.CodeNotFound {
		t.Errorf("at %q there is an answer: %v", address, err)
	}
}

// movedOnce: publishing, withdrawing and approving say from where to where; of
// ten who press at once one is obeyed, the others are told it is done.
func movedOnce(t *testing.T, s *store.Store) {
	ctx, by := context.Background(), minutesScene(t, s)
	_, err := s.ApproveMinutes(ctx, by, Key(), models.DraftSeen{From: new(0)})
	must(t, err)
	for _, move := range []models.EditionMove{
		{From: models.MinutesApproved, State: models.MinutesPublished}, {From: models.MinutesPublished, State: models.MinutesApproved},
	} {
		errs := together(10, func(int) error { return s.SetEditionState(ctx, by, Key(), 1, move) })
		if refused := count(errs, models.CodeAlreadyDone); refused != 9 {
			t.Errorf("%s → %s: %d of ten are told that it is done already: %v", move.From, move.State, refused, errs)
		}
	}
}

// olderPublic: a version that says less than a public older one is published
// only with a decision of those; the decision is kept and can be changed.
func olderPublic(t *testing.T, s *store.Store) {
	ctx, by := context.Background(), minutesScene(t, s)
	idea := aVotedIdea(t, s, by)
	_, err := s.ApproveMinutes(ctx, by, Key(), models.DraftSeen{From: new(0)})
	must(t, err)
	publish := models.EditionMove{From: models.MinutesApproved, State: models.MinutesPublished}
	must(t, s.SetEditionState(ctx, by, Key(), 1, publish))
	must(t, s.ChangeDraft(ctx, by, Key(), models.DraftChange{Edits: map[string]models.Edit{string(idea.ID): {LeftOut: "osobní údaj"}}}))
	_, err = s.ApproveMinutes(ctx, by, Key(), models.DraftSeen{From: new(1)})
	must(t, err)
	if code := models.CodeOf(s.SetEditionState(ctx, by, Key(), 2, publish)); code != models.CodeOlderVersions {
		t.Fatalf("nobody was asked about the version before: %q", code)
	}
	publish.Older = models.OlderStay
	must(t, s.SetEditionState(ctx, by, Key(), 2, publish))
	mustStand(t, s, by.Workshop, models.OlderStay, models.MinutesPublished)
	must(t, s.SetEditionState(ctx, by, Key(), 2, models.EditionMove{From: models.MinutesPublished, State: models.MinutesPublished, Older: models.OlderWithdraw}))
	mustStand(t, s, by.Workshop, models.OlderWithdraw, models.MinutesApproved)
}

// mustStand: the newest version is public, its decision and what came of the
// one before it are told.
func mustStand(t *testing.T, s *store.Store, w models.WorkshopID, older models.OlderPublic, before models.MinutesState) {
	t.Helper()
	work, err := s.MinutesWork(context.Background(), w)
	must(t, err)
	if now, old := work.Editions[0], work.Editions[1]; now.State != models.MinutesPublished || now.Older != older || old.State != before {
		t.Errorf("the versions stand as %+v", work.Editions)
	}
}

// approvedAsSeen: a coordinator approves the draft that she saw, and no other.
func approvedAsSeen(t *testing.T, s *store.Store) {
	by := minutesScene(t, s)
	saw := func() models.DraftSeen {
		work, err := s.MinutesWork(t.Context(), by.Workshop)
		must(t, err)
		return models.DraftSeen{From: new(work.Next - 1), Draft: work.Sum}
	}
	approve := func(seen models.DraftSeen) error {
		_, err := s.ApproveMinutes(t.Context(), by, Key(), seen)
		return err
	}
	for what, change := range map[string]func() error{
		"the draft": func() error {
			return s.ChangeDraft(t.Context(), by, Key(), models.DraftChange{Introduction: new("Úvod")})
		},
		"the record": func() error {
			_, err := s.ChangeHead(t.Context(), by, Key(), models.HeadChange{Place: new("Litomyšl")})
			return err
		},
		"the letterhead": func() error {
			return s.SetLetterhead(t.Context(), "", models.Letterhead{Publicity: []string{"Spolufinancováno"}})
		},
	} {
		seen := saw()
		must(t, change())
		if got := models.CodeOf(approve(seen)); got != models.CodeDraftChanged {
			t.Fatalf("approved after %s had changed unseen, the answer was %q", what, got)
		}
	}
	must(t, approve(saw()))
	must(t, s.ChangeDraft(t.Context(), by, Key(), models.DraftChange{Introduction: new("Jiný úvod")}))
	seen := saw()
	must(t, s.ChangeDraft(t.Context(), by, Key(), models.DraftChange{Note: new("oprava")}))
	want(t, approve(seen), models.CodeDraftChanged)
	must(t, approve(saw()))
}
