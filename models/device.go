package models

import "time"

// Who facilitates knows devices by numbers, with what they did in general and
// never with what they wrote or voted (docs/adr/0043).

// SeatState says why a seat that is removed has no place; empty where it was given
// up, or is in.
type SeatState string

const (
	SeatIn      SeatState = ""
	SeatWaiting SeatState = "waiting" // in the lobby
	SeatOut     SeatState = "out"     // taken out, or not let in
	SeatPast    SeatState = "past"    // the device was handed to somebody else
)

// Refusal is what a device is told whose seat has no place now. Codes:
// `seat-missing`, `seat-waiting`, `not-let-in`, `device-out`.
func (s Seat) Refusal() error {
	switch {
	case !s.Removed:
		return nil
	case s.State == SeatWaiting:
		return Fail(KindUnauthenticated, CodeSeatWaiting, s.Number)
	case s.State == SeatOut && s.Joined == 0:
		return Fail(KindUnauthenticated, CodeNotLetIn, s.Number)
	case s.State == SeatOut:
		return Fail(KindUnauthenticated, CodeDeviceOut, s.Number)
	}
	return Fail(KindUnauthenticated, CodeSeatMissing)
}

// JoinedAt is when a seat is said to have been taken: to the minute, so that it
// says less than the order of seats does.
func JoinedAt(now time.Time) int64 { return now.Truncate(time.Minute).UnixMilli() }

// Device is one device as who facilitates is told of it.
type Device struct {
	Number    int       `json:"number" doc:"in the order in which they came; the device is told its own"`
	State     string    `json:"state" enum:"in,waiting,out"`
	Came      Way       `json:"came" enum:"open,tickets,lobby"`
	Ticket    int       `json:"ticket,omitempty" doc:"number of the ticket it came in with"`
	Joined    int64     `json:"joined,omitempty" doc:"Unix milliseconds, of a whole minute; 0: not yet, or not known"`
	Connected bool      `json:"connected"`
	Voted     []RoundID `json:"voted,omitempty" doc:"open rounds it has a ballot in, told of rounds in which at least five phones have"`

	Seat SeatID `json:"-"`
}

// Devices are all of a workshop that are in, wait or were taken out.
type Devices struct {
	Devices []Device  `json:"devices"`
	Told    []RoundID `json:"told,omitempty" doc:"the open rounds of which is told who has voted"`
}

// Device is the seat as who facilitates is told of it.
func (s Seat) Device() Device {
	state := "in"
	if s.Removed {
		state = string(s.State)
	}
	return Device{Number: s.Number, State: state, Came: s.Came, Ticket: s.Ticket, Joined: s.Joined, Seat: s.ID}
}

// DevicesMove lets devices in, from the lobby or back, or takes them out. To be
// where it is already is no move.
type DevicesMove struct {
	Numbers []int  `json:"numbers" doc:"1 to 5000 of them"`
	State   string `json:"state" enum:"in,out" doc:"in: as many as there is room for, the first first"`
}

// Check checks the command.
func (m DevicesMove) Check() error {
	var c checker
	c.within("numbers", len(m.Numbers), 1, MaxDevices)
	oneOf(&c, "state", m.State, "in", "out")
	return c.result()
}

// MyPlace is how a device stands in a workshop, as it is told itself.
type MyPlace struct {
	State  string `json:"state" enum:"none,in,waiting,out"`
	Number int    `json:"number,omitempty" doc:"of the device"`
}
