package live_test

import (
	"context"
	"testing"
	"time"

	"dilna/models"
	"dilna/models/modelstest"
)

func TestHowManySitWhereIsToldToDeskAndWallAsItChangesAndToNoPhone(t *testing.T) {
	bubble(t, 2, func(t *testing.T, h *hall) {
		part := models.DivisionPart{ID: models.NewID[models.PartID](), Heading: "Stůl 1"}
		in := models.NewDivision{ID: models.NewID[models.DivisionID](), Heading: "Kde sedíte?", Parts: []models.DivisionPart{part}}
		h.do(func() {
			_, err := h.Store.AddDivision(context.Background(), h.Facilitator, modelstest.Key(), in)
			must(t, err)
		})
		desk, wall, seat := h.follow(h.desk(), ""), h.follow(h.wall(), ""), h.follow(h.seat(1), "")
		later(5 * time.Second)
		told := len(seat.frames(t))
		h.do(func() {
			_, err := h.Store.ChoosePart(context.Background(), h.Seats[0], in.ID, models.ChosenPart{Part: part.ID})
			must(t, err)
		})
		later(2 * time.Second)
		for name, screen := range map[string]*phone{"desk": desk, "wall": wall} {
			if parts := screen.last(t).Progress.Parts; len(parts) != 1 || parts[0].Seats != 1 {
				t.Errorf("the %s is told %+v", name, parts)
			}
		}
		if now := len(seat.frames(t)); now != told || seat.last(t).Progress.Parts != nil {
			t.Errorf("a phone is sent %d frames more, with %+v", now-told, seat.last(t).Progress.Parts)
		}
	})
}
