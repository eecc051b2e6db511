package models_test

import (
	"testing"

	"dilna/models"
)

// Seats of before it was kept when one joined say 0, and were in all the same.
func TestWhoWasInBeforeThereWasALobbyWasNotTurnedAway(t *testing.T) {
	for name, row := range map[string]struct {
		seat models.Seat
		code models.ErrorCode
	}{
		"from before, taken out":     {models.Seat{Came: models.WayOpen}, models.CodeDeviceOut},
		"from the lobby, not let in": {models.Seat{Came: models.WayLobby}, models.CodeNotLetIn},
		"from the lobby, taken out":  {models.Seat{Came: models.WayLobby, Joined: 1}, models.CodeDeviceOut},
	} {
		row.seat.Removed, row.seat.State = true, models.SeatOut
		if code := models.CodeOf(row.seat.Refusal()); code != row.code {
			t.Errorf("%s: told %q, not %q", name, code, row.code)
		}
	}
}
