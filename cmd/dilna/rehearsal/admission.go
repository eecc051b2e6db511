package rehearsal

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"dilna/models"
)

// admit has people get in as the file says; a most of devices is of the people who
// were there, not of those who play.
func (s *stage) admit(ctx context.Context) error {
	if s.plan.way == "" || s.plan.way == models.WayOpen {
		return nil
	}
	_, err := s.steer(ctx, http.MethodPatch, "/admission", models.AdmissionChange{Way: &s.plan.way})
	return err
}

// codes are what each phone shows at the door: that of the door, or a ticket of its own.
func (s *stage) codes(ctx context.Context, door string) ([]string, error) {
	codes := slices.Repeat([]string{door}, len(s.phones))
	if s.plan.way != models.WayTickets {
		return codes, nil
	}
	if _, err := s.steer(ctx, http.MethodPost, "/tickets", models.NewTickets{Count: len(codes)}); err != nil {
		return nil, err
	}
	for n := range codes {
		var ticket struct{ URL string }
		path := "/tickets/" + strconv.Itoa(n+1) + "/reissue"
		a, err := s.steer(ctx, http.MethodPost, path, nil)
		if err == nil {
			err = readAnswer(path, a.body, &ticket)
		}
		if err != nil {
			return nil, err
		}
		_, token, scanned := strings.Cut(ticket.URL, "#")
		if !scanned {
			return nil, fmt.Errorf("tickets: %q is no link of one", ticket.URL)
		}
		codes[n] = token
	}
	return codes, nil
}

// emptyLobby lets everybody in who waits.
func (s *stage) emptyLobby(ctx context.Context) error {
	if s.plan.way != models.WayLobby {
		return nil
	}
	var all models.Devices
	if err := s.facilitator.device.fetch(ctx, s.workshop+"/devices", &all); err != nil {
		return err
	}
	move := models.DevicesMove{State: "in"}
	for _, device := range all.Devices {
		move.Numbers = append(move.Numbers, device.Number)
	}
	_, err := s.steer(ctx, http.MethodPut, "/devices", move)
	return err
}
