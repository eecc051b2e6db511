package modelstest

import (
	"strings"
	"testing"

	"dilna/models"
	"dilna/models/store"
)

// photoErasingContract is what holds of photos that are erased for good
// (docs/adr/0052).
var photoErasingContract = map[string]func(*testing.T, *store.Store){
	"a photo erased for good is told to nobody, and neither undo nor sending it again bring it back": photoErasedHere,
	"a photo erased for good is in no version of the minutes, and nothing printed of one is left":    photoErasedFromMinutes,
	"a step that comes back comes without the photo that was erased before or after it went":         photoErasedFromStep,
	"a removed photo can be erased where it would come back, and only there":                         photoErasedRemoved,
	"erasing a photo takes the same photo beside other steps, and nothing of any other":              photoErasedAlone,
}

// words that nothing says but the photo that is erased.
var erasedWords = [...]string{"tvář Jany", "portrét u tabule", "žena v červeném"}

// mustNotSay looks for words of the photo that was erased.
func mustNotSay(t *testing.T, what string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		for _, word := range erasedWords {
			if strings.Contains(text, word) {
				t.Errorf("%s says %q", what, word)
			}
		}
	}
}

// erasable is a photo that was reworded, beside the step, and the command it came with.
func (r *Scene) erasable(t *testing.T, step models.StepID) (models.Photo, func() error) {
	t.Helper()
	key, in := Key(), models.NewPhoto{ID: models.NewID[models.PhotoID](), Text: erasedWords[0], Shown: true, File: Photograph(70, 50, 1)}
	add := func() error {
		_, err := r.Store.AddPhoto(t.Context(), r.Facilitator, key, step, in)
		return err
	}
	must(t, add())
	photo, err := r.Store.ChangePhoto(t.Context(), r.Facilitator, Key(), in.ID, models.PhotoChange{Text: new(erasedWords[1])})
	must(t, err)
	return photo, add
}

func (r *Scene) erase(t *testing.T, id models.PhotoID) {
	t.Helper()
	must(t, r.Store.ErasePhoto(t.Context(), r.Facilitator, Key(), id))
}

func photoErasedHere(t *testing.T, s *store.Store) {
	r, ctx := NewScene(t, s, 1), t.Context()
	step := r.Step(t, models.MethodCollect)
	r.open(t, step.ID)
	photo, again := r.erasable(t, step.ID)
	want(t, s.ErasePhoto(ctx, r.Seats[0], Key(), photo.ID), models.CodeFacilitatorOnly)
	want(t, s.ErasePhoto(ctx, r.Facilitator, Key(), models.NewID[models.PhotoID]()), models.CodeNotFound)
	before, err := s.History(ctx, r.Facilitator, 0, 100)
	must(t, err)
	r.erase(t, photo.ID)
	r.erase(t, photo.ID) // who presses second is told nothing is wrong
	for _, a := range models.Audiences {
		texts, gone := r.photosSeen(t, a, photo.Revision)
		mustSay(t, "told", texts)
		mustSay(t, "told as gone", gone, string(photo.ID))
	}
	_, err = s.PhotoFile(ctx, r.Facilitator, photo.Hash)
	want(t, err, models.CodeNotFound)
	after, err := s.History(ctx, r.Facilitator, 0, 100)
	must(t, err)
	if newest := after.Entries[0]; newest.Done != models.DoneErased || newest.Part != models.PartPhotos || newest.Offered || newest.By == "" || newest.Count != 1 {
		t.Errorf("the history says %+v", newest)
	}
	for _, entry := range after.Entries {
		mustNotSay(t, "the history", entry.Subject, entry.Was)
	}
	undone := 0
	for _, entry := range before.Entries {
		if entry.Part == models.PartPhotos {
			want(t, s.Undo(ctx, r.Facilitator, Key(), entry.Revision), models.CodeErased)
			undone++
		}
	}
	if undone != 2 {
		t.Errorf("of adding and rewording, %d were to be taken back", undone)
	}
	want(t, s.Restore(ctx, r.Facilitator, Key(), models.PartPhotos, string(photo.ID)), models.CodeErased)
	want(t, again(), models.CodeErased)
	if photos := r.record(t).Steps[0].Photos; len(photos) != 0 {
		t.Errorf("the record has %+v", photos)
	}
}

func photoErasedRemoved(t *testing.T, s *store.Store) {
	r, ctx := NewScene(t, s, 0), t.Context()
	step := r.Step(t, models.MethodText)
	photo, other := r.photo(t, step.ID, "flip", false), r.photo(t, step.ID, "lístky", false)
	offered := func(when string, expected models.PhotoID) models.HistoryEntry {
		t.Helper()
		entry := r.newest(t)
		if entry.Photo != expected {
			t.Errorf("%s, the history offers to erase %q", when, entry.Photo)
		}
		return entry
	}
	offered("added", "")
	must(t, r.undo(t, r.newest(t))) // it takes the other one out as a removal does
	offered("taken back", other.ID)
	must(t, s.Remove(ctx, r.Facilitator, Key(), models.PartPhotos, string(photo.ID)))
	removed := offered("removed", photo.ID)
	must(t, r.undo(t, removed))
	offered("back", "")
	must(t, r.undo(t, r.newest(t)))
	offered("removed again", photo.ID)
	r.erase(t, photo.ID)
	history, err := s.History(ctx, r.Facilitator, 0, 100)
	must(t, err)
	for _, entry := range history.Entries {
		if entry.Photo == photo.ID {
			t.Errorf("what is erased is offered to be erased: %+v", entry)
		}
	}
}

func photoErasedFromMinutes(t *testing.T, s *store.Store) {
	r, ctx := NewScene(t, s, 0), t.Context()
	step := r.Step(t, models.MethodText)
	kept := r.photo(t, step.ID, "flip", false)
	r.become(t, models.WorkshopOpen)
	r.become(t, models.WorkshopEnded)
	by := r.Facilitator
	by.Role = models.RoleCoordinator
	approve := func() {
		t.Helper()
		_, err := s.ApproveMinutes(ctx, by, Key(), models.DraftSeen{})
		must(t, err)
	}
	approve()
	photo, _ := r.erasable(t, step.ID)
	must(t, s.ChangeDraft(ctx, r.Facilitator, Key(), models.DraftChange{Edits: map[string]models.Edit{string(photo.ID): {Text: erasedWords[2]}}}))
	approve() // it says that this photo is new
	must(t, s.SetEditionState(ctx, by, Key(), 2, models.EditionMove{State: models.MinutesPublished}))
	edition, err := s.Edition(ctx, r.ID, 2)
	must(t, err)
	if len(edition.Changes) != 1 || edition.Changes[0].Now != erasedWords[2] {
		t.Fatalf("version 2 tells of %+v", edition.Changes)
	}
	print := edition.Print("pdf")
	must(t, s.KeepPrint(ctx, print, models.MinutesPublished, []byte("as it was made")))
	first, err := s.Edition(ctx, r.ID, 1)
	must(t, err)

	must(t, s.Remove(ctx, r.Facilitator, Key(), models.PartPhotos, string(photo.ID)))
	r.erase(t, photo.ID)
	edition, err = s.Edition(ctx, r.ID, 2)
	must(t, err)
	if edition.State != models.MinutesPublished || edition.Approval == nil {
		t.Errorf("version 2 is %s, approved %v", edition.State, edition.Approval)
	}
	photos := edition.Steps[0].Photos
	if len(photos) != 2 || photos[0].Hash != kept.Hash || photos[1].Text != models.LeftOutSign || photos[1].Hash != "" {
		t.Errorf("version 2 has the photos %+v", photos)
	}
	for _, change := range edition.Changes {
		mustNotSay(t, "the list of changes", change.Now)
	}
	_, err = s.WithPhotos(ctx, edition) // what it has, it has whole
	must(t, err)
	_, err = s.Print(ctx, print)
	want(t, err, models.CodeNotFound)
	must(t, s.KeepPrint(ctx, print, models.MinutesPublished, []byte("made meanwhile, of the version before")))
	_, err = s.Print(ctx, print)
	want(t, err, models.CodeNotFound)
	work, err := s.MinutesWork(ctx, r.ID)
	must(t, err)
	for _, change := range work.Changes {
		mustNotSay(t, "what changed since", change.Now)
	}
	if _, edited := work.Draft.Edits[string(photo.ID)]; edited || work.Link == "" {
		t.Errorf("the draft has %+v, the address is %q", work.Draft.Edits, work.Link)
	}
	if now, err := s.Edition(ctx, r.ID, 1); err != nil || now.Kept != first.Kept {
		t.Errorf("version 1, which never had the photo, is another now: %v", err)
	}
}

func photoErasedFromStep(t *testing.T, s *store.Store) {
	r, ctx := NewScene(t, s, 0), t.Context()
	for _, before := range []bool{true, false} {
		step := r.Step(t, models.MethodText)
		kept := r.photo(t, step.ID, "flip", false)
		photo, _ := r.erasable(t, step.ID)
		if before {
			r.erase(t, photo.ID)
		}
		must(t, s.Remove(ctx, r.Facilitator, Key(), models.PartSteps, string(step.ID)))
		if !before {
			r.erase(t, photo.ID)
		}
		history, err := s.History(ctx, r.Facilitator, 0, 2)
		must(t, err)
		for _, entry := range history.Entries {
			if entry.Part == models.PartSteps {
				must(t, s.Undo(ctx, r.Facilitator, Key(), entry.Revision))
			}
		}
		isBack := func(when string) {
			t.Helper()
			steps := r.record(t).Steps
			photos := steps[len(steps)-1].Photos
			if len(photos) != 1 || photos[0].Hash != kept.Hash {
				t.Errorf("%s, the step has %+v", when, photos)
			}
		}
		isBack("undone")
		must(t, s.Remove(ctx, r.Facilitator, Key(), models.PartSteps, string(step.ID)))
		must(t, s.Restore(ctx, r.Facilitator, Key(), models.PartSteps, string(step.ID)))
		isBack("restored")
	}
}

func photoErasedAlone(t *testing.T, s *store.Store) {
	r, ctx := NewScene(t, s, 0), t.Context()
	step, next := r.Step(t, models.MethodText), r.Step(t, models.MethodText)
	photo, _ := r.erasable(t, step.ID)
	twin, _ := r.erasable(t, next.ID)
	if twin.Hash != photo.Hash {
		t.Fatal("they are not the same photo")
	}
	// Another photo of which somebody typed the same words.
	key, in := Key(), models.NewPhoto{ID: models.NewID[models.PhotoID](), Text: erasedWords[1], File: Photograph(90, 50, 1)}
	other, err := s.AddPhoto(ctx, r.Facilitator, key, next.ID, in)
	must(t, err)
	r.changePhoto(t, other.ID, "druhý flip", nil)
	r.erase(t, photo.ID)
	texts, _ := r.photosSeen(t, models.Facilitators, 0)
	mustSay(t, "there are left", texts, "druhý flip")
	_, err = s.PhotoFile(ctx, r.Facilitator, other.Hash)
	must(t, err)
	if again, err := s.AddPhoto(ctx, r.Facilitator, key, next.ID, in); err != nil || again.ID != other.ID {
		t.Errorf("sent again, the other photo is answered %+v, %v", again, err)
	}
	history, err := s.History(ctx, r.Facilitator, 0, 2)
	must(t, err)
	if erased := history.Entries[0]; erased.Count != 2 {
		t.Errorf("the history counts %d photos erased", erased.Count)
	}
	must(t, s.Undo(ctx, r.Facilitator, Key(), history.Entries[1].Revision))
	texts, _ = r.photosSeen(t, models.Facilitators, 0)
	mustSay(t, "the other says again", texts, erasedWords[1])
	// The same photo may be added anew, by who means it.
	_, again := r.erasable(t, step.ID)
	must(t, again())
}
