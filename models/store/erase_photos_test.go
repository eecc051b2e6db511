package store_test

import (
	"os"
	"path/filepath"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/store"
)

// photographed is a photo in everything that repeats it: the history, the draft, a
// published version, and what was printed of that. It says what to look for.
func photographed(t *testing.T, s *store.Store) (r *modelstest.Scene, photo models.Photo, words []string) {
	t.Helper()
	r = modelstest.NewScene(t, s, 0)
	ctx, step := t.Context(), r.Step(t, models.MethodText)
	words = []string{"tvář-paní-Anny", "portrét-u-tabule", "žena-v-červeném"}
	photo, err := s.AddPhoto(ctx, r.Facilitator, modelstest.Key(), step.ID, models.NewPhoto{
		ID: models.NewID[models.PhotoID](), Text: words[0], Shown: true, File: modelstest.Photograph(300, 200, 1),
	})
	must(t, err)
	_, err = s.ChangePhoto(ctx, r.Facilitator, modelstest.Key(), photo.ID, models.PhotoChange{Text: &words[1]})
	must(t, err)
	must(t, s.ChangeDraft(ctx, r.Facilitator, modelstest.Key(), models.DraftChange{Edits: map[string]models.Edit{string(photo.ID): {Text: words[2]}}}))
	_, err = s.SetWorkshopState(ctx, r.Facilitator, modelstest.Key(), models.WorkshopMove{State: models.WorkshopEnded})
	must(t, err)
	by := models.Actor{Role: models.RoleCoordinator, Account: r.Account.ID, Workshop: r.ID}
	_, err = s.ApproveMinutes(ctx, by, modelstest.Key(), models.DraftSeen{})
	must(t, err)
	must(t, s.SetEditionState(ctx, by, modelstest.Key(), 1, models.EditionMove{State: models.MinutesPublished}))
	jpeg, err := s.PhotoFile(ctx, r.Facilitator, photo.Hash)
	must(t, err)
	edition, err := s.Edition(ctx, r.ID, 1)
	must(t, err)
	must(t, s.KeepPrint(ctx, edition.Print("pdf"), edition.State, append([]byte("%PDF "+words[2]), jpeg...)))
	// Its first bytes are those of any JPEG of ours, and a page of the database holds no more than some.
	return r, photo, append(words, string(jpeg[len(jpeg)-64:len(jpeg)-16]))
}

// each looks for one after the other.
func each(t *testing.T, dir string, words []string) (in map[string]string) {
	t.Helper()
	in = map[string]string{}
	for _, word := range words {
		if where := find(t, dir, []string{word}); where != "" {
			in[word] = where
		}
	}
	return in
}

func TestAPhotoErasedForGoodIsInNoByteOfTheFolder(t *testing.T) {
	dir := madeFolder(t)
	s := open(t, dir)
	r, photo, words := photographed(t, s)
	if in := each(t, dir, words); len(in) != len(words) {
		t.Fatalf("before, the folder has only %q: this test would prove nothing", in)
	}
	must(t, s.ErasePhoto(t.Context(), r.Facilitator, modelstest.Key(), photo.ID))
	store.AwaitSweep(s)
	if in := each(t, dir, words); len(in) > 0 {
		t.Errorf("erased, it is still in %q", in)
	}
	must(t, s.Close())
	if in := each(t, dir, words); len(in) > 0 {
		t.Errorf("after the stop, it is in %q", in)
	}
	s = open(t, dir)
	defer func() { must(t, s.Close()) }()
	if edition, err := s.Edition(t.Context(), r.ID, 1); err != nil || edition.Steps[0].Photos[0].Text != models.LeftOutSign {
		t.Errorf("opened again, the version is %+v, %v", edition.Steps, err)
	}
	found, err := store.Examine(t.Context(), dir)
	if err != nil || len(found.Ailments) > 0 {
		t.Errorf("examined: %+v, %v", found.Ailments, err)
	}
}

func TestAPhotoErasedForGoodGoesFromAllCopiesAndStaysErasedWhenABackupIsRestored(t *testing.T) {
	k := newKeeper(t)
	r, photo, words := photographed(t, k.Store)
	must(t, store.CopyToday(k.Store, k.folder))
	file := filepath.Join(t.TempDir(), "backup.db")
	_, err := store.Backup(t.Context(), k.dir, file)
	must(t, err)
	if in := each(t, k.folder, words); len(in) != len(words) {
		t.Fatalf("the copy has only %q: this test would prove nothing", in)
	}
	must(t, k.ErasePhoto(t.Context(), r.Facilitator, modelstest.Key(), photo.ID))
	must(t, store.ForgetInCopies(k.Store, k.folder))
	if in := each(t, k.folder, words); len(in) > 0 {
		t.Errorf("the copy still has %q", in)
	}
	copies, err := store.DailyCopies(k.folder)
	must(t, err)
	if held, err := store.ReadBackup(t.Context(), copies[0].Path); err != nil || len(held.Ailments) > 0 || held.Workshops != 1 {
		t.Errorf("the copy holds %+v, %v", held, err)
	}
	must(t, k.Close())
	done, err := store.Restore(t.Context(), file, k.dir, store.Options{})
	must(t, err)
	if done.Erased != 1 {
		t.Errorf("restored: %+v", done)
	}
	must(t, os.RemoveAll(done.Aside))
	if in := each(t, k.dir, words); len(in) > 0 {
		t.Errorf("restored, the folder has %q again", in)
	}
	k.start(t)
	if edition, err := k.Edition(t.Context(), r.ID, 1); err != nil || edition.Steps[0].Photos[0].Text != models.LeftOutSign {
		t.Errorf("restored, the version is %+v, %v", edition.Steps, err)
	}
}
