package server

import (
	"context"
	"net/http"

	"dilna/models"
)

// deviceStore is what devices need of the store.
type deviceStore interface {
	Devices(ctx context.Context, by models.Actor) (models.Devices, error)
	MoveDevices(ctx context.Context, by models.Actor, move models.DevicesMove) ([]models.Seat, error)
	HandOn(ctx context.Context, by models.Actor, tokenHash string) (*models.Seat, error)
}

func (s *Server) deviceRoutes() {
	within(s, op("getDevices", "GET /api/workshops/{w}/devices", "Devices by their numbers: in, in the lobby, taken out"), facilitators, s.devices)
	within(s, op("moveDevices", "PUT /api/workshops/{w}/devices", "Let devices in, from the lobby or back, or take them out"), facilitators, s.moveDevices)
	within(s, op("handOn", "POST /api/workshops/{w}/hand-on", "Have this device forget me and take the next person; with tickets she joins with hers"), participants, s.handOn)
}

func (s *Server) devices(ctx context.Context, by models.Actor, _ *InWorkshop) (*Body[models.Devices], error) {
	all, err := s.store.Devices(ctx, by)
	present := s.hub.Present(by.Workshop)
	for i := range all.Devices {
		all.Devices[i].Connected = present[string(all.Devices[i].Seat)]
	}
	return answer(all, err)
}

type moveDevicesInput struct {
	InWorkshop
	Body models.DevicesMove
}

func (s *Server) moveDevices(ctx context.Context, by models.Actor, in *moveDevicesInput) (*Body[models.Devices], error) {
	gone, err := s.store.MoveDevices(ctx, by, in.Body)
	if err != nil {
		return nil, err
	}
	s.sendAway(by.Workshop, gone)
	s.hub.Hide(by.Workshop) // other instances look up who is in
	return s.devices(ctx, by, nil)
}

// sendAway ends the streams of seats that lost their place.
func (s *Server) sendAway(w models.WorkshopID, gone []models.Seat) {
	for _, seat := range gone {
		s.hub.Left(w, seat.ID, seat.TokenHash)
	}
}

type handOnInput struct {
	Visit
	InWorkshop
}

// handOn gives the device a cookie of the next person, or takes that of the last
// one away where the next shows a ticket.
func (s *Server) handOn(ctx context.Context, by models.Actor, in *handOnInput) (*Seated, error) {
	token := models.NewSecret()
	next, err := s.store.HandOn(ctx, by, models.HashSecret(token))
	if err != nil {
		return nil, err
	}
	name := seatCookie(in.secure, by.Role, by.Workshop)
	s.hub.Left(by.Workshop, by.Seat, in.seatSecret(by).Hash())
	body := joined{Workshop: by.Workshop}
	if next == nil {
		token = ""
	} else {
		body.Seat = next.ID
	}
	return &Seated{SetCookie: []http.Cookie{bake(in.Visit, name, token, seatTime, http.SameSiteLaxMode)}, Body: body}, nil
}
