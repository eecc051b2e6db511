package live_test

import (
	"testing"
	"time"

	"dilna/models"
)

func TestWhoEditsATextIsToldToThoseWhoFacilitateAndPasses(t *testing.T) {
	bubble(t, 1, func(t *testing.T, h *hall) {
		desk, wall, seat := h.follow(h.desk(), ""), h.follow(h.wall(), ""), h.follow(h.seat(0), "")
		later(5 * time.Second)
		others := len(wall.got()) + len(seat.got())
		at := models.Editing{Screen: "okno-jedna", By: "Petra", Text: "ideas/x/text"}
		edits := func() []models.Editing { return desk.last(t).Progress.Editing }

		h.hub.Edit(h.ID, at, "")
		later(time.Second)
		if told := edits(); len(told) != 1 || told[0] != at {
			t.Fatalf("the desk is told %+v", told)
		}
		later(25 * time.Second)
		h.hub.Edit(h.ID, at, "") // she is still at it
		later(25 * time.Second)
		if told := edits(); len(told) != 1 {
			t.Fatalf("25 s after she last said so, the desk is told %+v", told)
		}
		later(6 * time.Second)
		if told := edits(); len(told) != 0 {
			t.Fatalf("31 s after she last said so, the desk is told %+v", told)
		}

		h.hub.Edit(h.ID, at, "")
		later(2 * time.Second)
		at.Text = ""
		h.hub.Edit(h.ID, at, "")
		later(time.Second)
		if told := edits(); len(told) != 0 {
			t.Fatalf("after she left, the desk is told %+v", told)
		}
		if now := len(wall.got()) + len(seat.got()); now > others+10 { // signs of life alone: two streams, every 15 s
			t.Errorf("wall and phone got %d pieces more", now-others)
		}
		for _, f := range append(wall.frames(t), seat.frames(t)...) {
			if f.Progress.Editing != nil {
				t.Fatalf("somebody who does not facilitate is told %+v", f.Progress.Editing)
			}
		}
	})
}
