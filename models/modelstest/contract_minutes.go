package modelstest

import (
	"context"
	"reflect"
	"slices"
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
func aVotedIdea(t *testing.T, s *store.Store, by models.Actor) models.Idea {
	t.Helper()
	changes, err := s.Changes(context.Background(), by.Workshop, 0)
	must(t, err)
	for _, round := range changes.Rounds {
		for _, total := range changes.Totals[round.ID] {
			if total.Points == nil || *total.Points == 0 {
				continue
			}
			at := slices.IndexFunc(changes.Ideas, func(i models.Idea) bool { return i.ID == total.IdeaID })
			return changes.Ideas[at]
		}
	}
	t.Fatal("no idea of the record has a vote")
	return models.Idea{}
}

// frozenEdition: whatever is written after a version was approved, it says
// what it said; the draft of the next one says the new.
func frozenEdition(t *testing.T, s *store.Store) {
	ctx, by := context.Background(), minutesScene(t, s)
	_, err := s.ApproveMinutes(ctx, by, Key())
	must(t, err)
	before, err := s.Edition(ctx, by.Workshop, 1)
	must(t, err)
	idea := aVotedIdea(t, s, by)
	_, err = s.ChangeIdea(ctx, by, Key(), idea.ID, models.IdeaChange{Text: new("přepsáno")})
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
	if !slices.ContainsFunc(next.Changes, func(c models.Change) bool { return c.Now != "" && c.Was != "" }) {
		t.Errorf("the changes do not pair old with new: %+v", next.Changes)
	}
}

// approvedOnce: many who approve at once make one version, and the same
// command again gets the first answer.
func approvedOnce(t *testing.T, s *store.Store) {
	ctx, by, key := context.Background(), minutesScene(t, s), Key()
	errs := together(10, func(i int) error {
		if i < 5 {
			_, err := s.ApproveMinutes(ctx, by, key)
			return err
		}
		_, err := s.ApproveMinutes(ctx, by, Key())
		return err
	})
	work, err := s.MinutesWork(ctx, by.Workshop)
	must(t, err)
	if refused := count(errs, models.CodeMinutesUnchanged); len(work.Editions) != 1 || work.Changed || refused < 4 {
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

// publicAddress: it lives while something is published, and never comes back.
func publicAddress(t *testing.T, s *store.Store) {
	ctx, by := context.Background(), minutesScene(t, s)
	_, err := s.ApproveMinutes(ctx, by, Key())
	must(t, err)
	addresses := map[string]bool{}
	for range 3 {
		must(t, s.SetEditionState(ctx, by, Key(), 1, models.MinutesPublished))
		work, err := s.MinutesWork(ctx, by.Workshop)
		must(t, err)
		published, err := s.PublishedMinutes(ctx, work.Link)
		must(t, err)
		if len(published) != 1 || published[0].State != models.MinutesPublished || addresses[work.Link] {
			t.Errorf("published at %q: %d versions", work.Link, len(published))
		}
		addresses[work.Link] = true
		must(t, s.SetEditionState(ctx, by, Key(), 1, models.MinutesApproved))
		if _, err := s.PublishedMinutes(ctx, work.Link); models.CodeOf(err) != models.CodeNotFound {
			t.Errorf("withdrawn, the address answers %v", err)
		}
	}
	if _, err := s.PublishedMinutes(ctx, ""); models.CodeOf(err) != models.CodeNotFound {
		t.Errorf("no address at all answers %v", err)
	}
}
