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
	SeatPast    SeatState = "past"    // the device was handed to somebody else, or its ticket issued anew
)

// Refusal is what a device is told whose seat has no place now. Codes:
// `seat-missing`, `seat-waiting`, `not-let-in`, `device-out`.
func (s Seat) Refusal() error {
	switch s.Stands() {
	case StandsIn:
		return nil
	case StandsWaiting:
		return Fail(KindUnauthenticated, CodeSeatWaiting, s.Number)
	case StandsRefused:
		return Fail(KindUnauthenticated, CodeNotLetIn, s.Number)
	case StandsOut:
		return Fail(KindUnauthenticated, CodeDeviceOut, s.Number)
	}
	return Fail(KindUnauthenticated, CodeSeatMissing)
}

// Stands is how a device stands in a workshop, as everybody is told who may know.
type Stands string

const (
	StandsNone    Stands = "none" // it has no seat
	StandsIn      Stands = "in"
	StandsWaiting Stands = "waiting" // in the lobby
	StandsRefused Stands = "refused" // in the lobby, and was not let in
	StandsOut     Stands = "out"     // it was in, and was taken out
)

// Stands is how the seat's device stands. A seat of before it was kept when one
// joined was in: there was no lobby.
func (s Seat) Stands() Stands {
	switch {
	case !s.Removed:
		return StandsIn
	case s.State == SeatWaiting:
		return StandsWaiting
	case s.State == SeatOut && s.Came == WayLobby && s.Joined == 0:
		return StandsRefused
	case s.State == SeatOut:
		return StandsOut
	}
	return StandsNone
}

// JoinedAt is when a seat is said to have been taken: to the minute, so that it
// says less than the order of seats does.
func JoinedAt(now time.Time) int64 { return now.Truncate(time.Minute).UnixMilli() }

// Device is one device as who facilitates is told of it.
type Device struct {
	Number    int       `json:"number" doc:"in the order in which they came; the device is told its own"`
	State     Stands    `json:"state" enum:"in,waiting,refused,out" doc:"refused: in the lobby, and was not let in"`
	Came      Way       `json:"came" enum:"open,tickets,lobby" doc:"the way in by which it came, also where it waits or was refused"`
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
	return Device{Number: s.Number, State: s.Stands(), Came: s.Came, Ticket: s.Ticket, Joined: s.Joined, Seat: s.ID}
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
	State  Stands `json:"state" enum:"none,in,waiting,refused,out"`
	Number int    `json:"number,omitempty" doc:"of the device"`
}
