package modelstest

import (
	"bytes"
	"reflect"
	"testing"

	"dilna/models"
	"dilna/models/store"
	"dilna/models/workshopfile"
)

// photoContract is what holds of photos beside steps (docs/adr/0052).
var photoContract = map[string]func(*testing.T, *store.Store){
	"a photo is told to facilitators, and to all where it is shown":                 photosTold,
	"a photo sent twice is one; a step has six and a workshop nine megabytes":       photosBounded,
	"what is done to photos is taken back: added, worded, shown, moved, removed":    photosUndone,
	"a file brings photos back the same; a copy and a template have those shown":    photosKept,
	"an approved version keeps its photos; the draft leaves out and rewords them":   photosOfEditions,
	"a rehearsal that is removed takes the bytes of its photos with it":             photosErased,
	"only who facilitates puts photos beside steps":                                 photosForbidden,
	"in a step where people write on their own, what they work over is seen by all": photosInBlindSteps,
}

// photo puts a photo beside a step, and no other is the same.
func (r *Scene) photo(t *testing.T, step models.StepID, text string, shown bool) models.Photo {
	t.Helper()
	photo, err := r.Store.AddPhoto(t.Context(), r.Facilitator, Key(), step, models.NewPhoto{
		ID: models.NewID[models.PhotoID](), Text: text, Shown: shown, File: Photograph(40+len(text), 30, 1),
	})
	must(t, err)
	return photo
}

// photosSeen are the texts of photos an audience is told since a revision, and what
// is gone.
func (r *Scene) photosSeen(t *testing.T, a models.Audience, since models.Revision) (texts, gone []string) {
	t.Helper()
	changes, err := r.Store.Changes(t.Context(), r.ID, since)
	must(t, err)
	view := changes.For(a)
	for _, photo := range view.Photos {
		texts = append(texts, photo.Text)
	}
	return texts, view.Gone
}

func (r *Scene) changePhoto(t *testing.T, id models.PhotoID, text string, shown *bool) {
	t.Helper()
	change := models.PhotoChange{Shown: shown}
	if text != "" {
		change.Text = &text
	}
	_, err := r.Store.ChangePhoto(t.Context(), r.Facilitator, Key(), id, change)
	must(t, err)
}

func (r *Scene) undoNewest(t *testing.T) {
	t.Helper()
	history, err := r.Store.History(t.Context(), r.Facilitator, 0, 1)
	must(t, err)
	must(t, r.Store.Undo(t.Context(), r.Facilitator, Key(), history.Entries[0].Revision))
}

func mustSay(t *testing.T, when string, got []string, want ...string) {
	t.Helper()
	if len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
		t.Errorf("%s: %q, want %q", when, got, want)
	}
}

func photosTold(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	r.open(t, step.ID)
	shown, kept := r.photo(t, step.ID, "tabulka", true), r.photo(t, step.ID, "flip", false)
	for _, a := range models.Audiences {
		texts, _ := r.photosSeen(t, a, 0)
		if a == models.Facilitators {
			mustSay(t, "facilitators", texts, "tabulka", "flip")
		} else {
			mustSay(t, "all others", texts, "tabulka")
		}
	}
	since := shown.Revision
	must(t, s.Remove(t.Context(), r.Facilitator, Key(), models.PartPhotos, string(kept.ID)))
	_, gone := r.photosSeen(t, models.Participants, 1)
	mustSay(t, "of one they never saw they learn nothing", gone)
	r.changePhoto(t, shown.ID, "", new(false))
	texts, gone := r.photosSeen(t, models.Participants, max(since, 1))
	mustSay(t, "one that is shown no more", texts)
	mustSay(t, "one that is shown no more is gone", gone, string(shown.ID))
	if _, err := s.PhotoFile(t.Context(), r.Seats[0], shown.Hash); models.CodeOf(err) != models.CodeNotFound {
		t.Errorf("its bytes: %v", err)
	}
	r.changePhoto(t, shown.ID, "", new(true))
	taken := r.photo(t, step.ID, "graf", true)
	must(t, s.Remove(t.Context(), r.Facilitator, Key(), models.PartPhotos, string(taken.ID)))
	_, gone = r.photosSeen(t, models.Participants, taken.Revision)
	mustSay(t, "one that was shown and is removed is gone", gone, string(taken.ID))
	r.setStep(t, step.ID, models.StepWaiting)
	texts, _ = r.photosSeen(t, models.Wall, 0)
	mustSay(t, "behind the curtain", texts)
}

func photosBounded(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	step := r.Step(t, models.MethodText)
	in, key := models.NewPhoto{ID: models.NewID[models.PhotoID](), Text: " flip ", File: Photograph(50, 40, 6)}, Key()
	first, err := s.AddPhoto(t.Context(), r.Facilitator, key, step.ID, in)
	must(t, err)
	again, err := s.AddPhoto(t.Context(), r.Facilitator, key, step.ID, in)
	must(t, err)
	again.Row = first.Row
	if first.Text != "flip" || first.Width != 40 || !reflect.DeepEqual(first, again) {
		t.Errorf("sent twice it is %+v and %+v", first, again)
	}
	for range models.MaxPhotos - 1 {
		r.photo(t, step.ID, "další", false)
	}
	in.ID = models.NewID[models.PhotoID]()
	_, err = s.AddPhoto(t.Context(), r.Facilitator, Key(), step.ID, in)
	want(t, err, models.CodePhotosFull)
	must(t, s.Remove(t.Context(), r.Facilitator, Key(), models.PartPhotos, string(first.ID)))
	_, err = s.AddPhoto(t.Context(), r.Facilitator, Key(), step.ID, in)
	must(t, err)
	want(t, s.Restore(t.Context(), r.Facilitator, Key(), models.PartPhotos, string(first.ID)), models.CodePhotosFull)
}

func photosUndone(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	step := r.Step(t, models.MethodCollect)
	r.open(t, step.ID)
	a, b := r.photo(t, step.ID, "první", true), r.photo(t, step.ID, "druhá tabule", true)
	says := func(when string, texts ...string) {
		t.Helper()
		got, _ := r.photosSeen(t, models.Wall, 0)
		mustSay(t, when, got, texts...)
	}
	both := []string{"první", "druhá tabule"}
	for _, done := range []struct {
		when  string
		do    func()
		then  []string
		entry models.Done
	}{
		{"reworded", func() { r.changePhoto(t, a.ID, "stůl 1", nil) }, []string{"stůl 1", "druhá tabule"}, models.DoneReworded},
		{"shown no more", func() { r.changePhoto(t, a.ID, "", new(false)) }, []string{"druhá tabule"}, models.DoneChanged},
		{"removed", func() { must(t, s.Remove(t.Context(), r.Facilitator, Key(), models.PartPhotos, string(b.ID))) }, []string{"první"}, models.DoneRemoved},
		{"moved", func() {
			must(t, s.Move(t.Context(), r.Facilitator, Key(), models.PartPhotos, string(b.ID), models.Placement{Index: 0}))
		}, []string{"druhá tabule", "první"}, models.DoneMoved},
		{"added", func() { r.photo(t, step.ID, "třetí", true) }, append(both[:2:2], "třetí"), models.DoneAdded},
	} {
		done.do()
		says(done.when, done.then...)
		history, err := s.History(t.Context(), r.Facilitator, 0, 1)
		must(t, err)
		if newest := history.Entries[0]; newest.Part != models.PartPhotos || newest.Done != done.entry || newest.Subject == "" || !newest.Offered {
			t.Errorf("%s: the history says %+v", done.when, newest)
		}
		r.undoNewest(t)
		says(done.when+" and taken back", both...)
	}
}

func photosKept(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	step := r.Step(t, models.MethodCollect)
	r.photo(t, step.ID, "tabulka", true)
	r.photo(t, step.ID, "flip", false)
	record := r.record(t)
	data, err := workshopfile.Encode(record)
	must(t, err)
	read, err := workshopfile.Decode(data)
	must(t, err)
	id, err := s.Import(t.Context(), read)
	must(t, err)
	again, err := s.Minutes(t.Context(), id)
	must(t, err)
	back, err := workshopfile.Encode(again)
	must(t, err)
	if !bytes.Equal(data, back) || len(again.Steps[0].Photos) != 2 || len(again.Steps[0].Photos[0].JPEG) == 0 {
		t.Errorf("brought back it says %+v", again.Steps[0].Photos)
	}
	template, err := s.SaveTemplate(t.Context(), r.Facilitator, Key(), models.NewTemplate{ID: models.NewID[models.TemplateID](), Name: "vzor"})
	must(t, err)
	made, err := s.CreateWorkshop(t.Context(), models.Account{ID: r.Facilitator.Account, Role: r.Facilitator.Role}, Key(), models.NewWorkshop{ID: models.NewID[models.WorkshopID](), Template: template.ID})
	must(t, err)
	copied, err := s.CopyWorkshop(t.Context(), r.Facilitator, Key(), models.NewCopy{ID: models.NewID[models.WorkshopID]()})
	must(t, err)
	for when, w := range map[string]models.WorkshopID{"of the template": made.ID, "the copy": copied.ID} {
		m, err := s.Minutes(t.Context(), w)
		must(t, err)
		if photos := m.Steps[0].Photos; len(photos) != 1 || photos[0].Text != "tabulka" || !bytes.Equal(photos[0].JPEG, record.Steps[0].Photos[0].JPEG) {
			t.Errorf("%s has %d photos", when, len(photos))
		}
	}
}

func photosOfEditions(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	step := r.Step(t, models.MethodText)
	out, worded, gone := r.photo(t, step.ID, "tvář Jany", false), r.photo(t, step.ID, "flip", false), r.photo(t, step.ID, "graf dotací", true)
	must(t, s.ChangeDraft(t.Context(), r.Facilitator, Key(), models.DraftChange{Edits: map[string]models.Edit{
		string(out.ID): {LeftOut: "přání účastnice"}, string(worded.ID): {Text: "Flip druhého stolu", Place: 4},
	}}))
	r.become(t, models.WorkshopOpen)
	r.become(t, models.WorkshopEnded)
	by := r.Facilitator
	by.Role = models.RoleCoordinator
	_, err := s.ApproveMinutes(t.Context(), by, Key(), models.DraftSeen{})
	must(t, err)
	must(t, s.Remove(t.Context(), r.Facilitator, Key(), models.PartPhotos, string(gone.ID)))
	edition, err := s.Edition(t.Context(), r.ID, 1)
	must(t, err)
	edition, err = s.WithPhotos(t.Context(), edition)
	must(t, err)
	var texts []string
	for _, p := range edition.Steps[0].Photos {
		texts = append(texts, p.Text)
		if isOut := len(p.JPEG) == 0; isOut != (p.Text == models.LeftOut("přání účastnice")) {
			t.Errorf("%q has %d bytes", p.Text, len(p.JPEG))
		}
	}
	mustSay(t, "version 1", texts, models.LeftOut("přání účastnice"), "graf dotací", "Flip druhého stolu")
	work, err := s.MinutesWork(t.Context(), r.ID)
	must(t, err)
	if !work.Changed || len(work.Changes) != 1 || work.Changes[0].Kind != models.ChangeRemoved {
		t.Errorf("the draft after the removal: %+v", work.Changes)
	}
}

func photosErased(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	step := r.Step(t, models.MethodText)
	photo := r.photo(t, step.ID, "graf", true)
	by := r.Facilitator
	by.Workshop = models.NewID[models.WorkshopID]()
	_, err := s.CopyWorkshop(t.Context(), r.Facilitator, Key(), models.NewCopy{ID: by.Workshop, Rehearsal: true})
	must(t, err)
	_, err = s.PhotoFile(t.Context(), by, photo.Hash)
	must(t, err)
	must(t, s.RemoveRehearsal(t.Context(), by))
	_, err = s.PhotoFile(t.Context(), by, photo.Hash)
	want(t, err, models.CodeNotFound)
	_, err = s.PhotoFile(t.Context(), r.Facilitator, photo.Hash) // that of the workshop itself stays
	must(t, err)
}

func photosForbidden(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	r.open(t, step.ID)
	photo := r.photo(t, step.ID, "flip", true)
	_, err := s.AddPhoto(t.Context(), r.Seats[0], Key(), step.ID, models.NewPhoto{ID: models.NewID[models.PhotoID](), Text: "já", File: Photograph(9, 9, 1)})
	want(t, err, models.CodeFacilitatorOnly)
	_, err = s.ChangePhoto(t.Context(), r.Seats[0], Key(), photo.ID, models.PhotoChange{Shown: new(false)})
	want(t, err, models.CodeFacilitatorOnly)
	want(t, s.Remove(t.Context(), r.Seats[0], Key(), models.PartPhotos, string(photo.ID)), models.CodeFacilitatorOnly)
}

func photosInBlindSteps(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	r.open(t, step.ID)
	r.photo(t, step.ID, "graf", true)
	r.blind(t, step.ID, true)
	texts, _ := r.photosSeen(t, models.Participants, 0)
	mustSay(t, "who writes alone", texts, "graf")
}
