package main

import (
	"bytes"
	"strings"
	"testing"

	"dilna/exports/formats"
	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/store"
)

// TestNoFileOfAVersionSaysWhatWasOnAPhotoThatWasTakenOut: removed, left out,
// reworded, or erased after the version was approved, neither the words nor the photo
// are in any file of the version.
func TestNoFileOfAVersionSaysWhatWasOnAPhotoThatWasTakenOut(t *testing.T) {
	s, err := store.Open(t.Context(), t.TempDir(), store.Options{})
	ok(t, err)
	defer func() { ok(t, s.Close()) }()
	m, ctx := modelstest.NewScene(t, s, 0), t.Context()
	step, err := s.AddStep(ctx, m.Facilitator, modelstest.Key(), models.NewStep{ID: models.NewID[models.StepID](), Method: models.MethodText, Heading: "TABULE"})
	ok(t, err)
	photo := func(text string, wide int) models.Photo {
		added, err := s.AddPhoto(ctx, m.Facilitator, modelstest.Key(), step.ID, models.NewPhoto{
			ID: models.NewID[models.PhotoID](), Text: text, File: modelstest.Photograph(wide, 30, 1),
		})
		ok(t, err)
		return added
	}
	removed, out, worded, erased := photo("odebranafotka", 80), photo("vynechanafotka", 90), photo("puvodnislova", 70), photo("smazanafotka", 100)
	photo("zustavafotka", 60)
	var taken [][]byte
	for _, p := range []models.Photo{removed, out, erased} {
		jpeg, err := s.PhotoFile(ctx, m.Facilitator, p.Hash)
		ok(t, err)
		taken = append(taken, jpeg)
	}
	ok(t, s.Remove(ctx, m.Facilitator, modelstest.Key(), models.PartPhotos, string(removed.ID)))
	ok(t, s.ChangeDraft(ctx, m.Facilitator, modelstest.Key(), models.DraftChange{Edits: map[string]models.Edit{
		string(out.ID): {LeftOut: "naprani"}, string(worded.ID): {Text: "novaslova"},
	}}))
	_, err = s.SetWorkshopState(ctx, m.Facilitator, modelstest.Key(), models.WorkshopMove{State: models.WorkshopEnded})
	ok(t, err)
	coordinator := models.Actor{Role: models.RoleCoordinator, Account: m.Account.ID, Workshop: m.ID}
	_, err = s.ApproveMinutes(ctx, coordinator, modelstest.Key(), models.DraftSeen{})
	ok(t, err)
	ok(t, s.ErasePhoto(ctx, m.Facilitator, modelstest.Key(), erased.ID))
	edition, err := s.Edition(ctx, m.ID, 1)
	ok(t, err)
	edition, err = s.WithPhotos(ctx, edition)
	ok(t, err)
	for audience, e := range map[string]models.Edition{"inside": edition.Internal(), "public": edition.Public()} {
		e.Options.AttachFile = true
		for _, f := range formats.Offered() {
			if !f.Makes(e) {
				continue
			}
			var file bytes.Buffer
			ok(t, f.Render(ctx, e, &file))
			said := textsIn(t, file.Bytes())
			for _, word := range []string{"odebranafotka", "vynechanafotka", "puvodnislova", "smazanafotka", string(taken[0]), string(taken[1]), string(taken[2])} {
				if strings.Contains(said, word) {
					t.Errorf("%s: %s says %.20q, which was taken out", audience, f.Ending, word)
				}
			}
			for _, word := range []string{"zustavafotka", "novaslova", "naprani"} {
				if !strings.Contains(said, word) && f.Ending != "xlsx" {
					t.Errorf("%s: %s does not say %q", audience, f.Ending, word)
				}
			}
		}
	}
}
