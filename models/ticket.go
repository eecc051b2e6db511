package models

import (
	"crypto/rand"
	"strconv"
	"strings"
)

// Ticket is a printed code for one seat. Code is what people type, Token what its
// QR code says; a ticket that is issued anew gets others of both, and its number
// stays.
type Ticket struct {
	WorkshopID WorkshopID `gorm:"primaryKey"`
	Number     int        `gorm:"primaryKey;autoIncrement:false"`
	Code       TicketCode
	Token      string
	SeatID     *SeatID // who came in with it last
}

// TicketCode is what stands on a ticket: eight symbols of the alphabet of codes, 38
// bits. With 300 failures a minute and 25,000 tickets about, one is hit in a
// hundred days (docs/reliability.md, TM-02).
type TicketCode string

// ticketLength is the number of symbols of a TicketCode.
const ticketLength = 8

// MaxTickets is how many tickets a workshop has at most.
const MaxTickets = 1_000

// NewTicketCode returns a fresh random code.
func NewTicketCode() TicketCode { return TicketCode(symbols(ticketLength)) }

// Printed is the code in two halves, as people read it.
func (c TicketCode) Printed() string {
	return string(c[:ticketLength/2]) + " " + string(c[ticketLength/2:])
}

// ParseTicketCode reads a ticket's code as people type it, like ParseCode; false
// where it cannot be one.
func ParseTicketCode(typed string) (TicketCode, bool) {
	code := tidySymbols(typed)
	return TicketCode(code), len(code) == ticketLength && strings.Trim(code, codeAlphabet) == ""
}

// symbols are so many of the alphabet of codes, each equally likely.
func symbols(count int) string {
	code := make([]byte, 0, count)
	var b [1]byte
	for len(code) < count {
		_, _ = rand.Read(b[:]) // never fails since Go 1.24
		// 252 is the largest multiple of 28 below 256: above it the first
		// symbols would come up more often than the last.
		if b[0] < 252 {
			code = append(code, codeAlphabet[int(b[0])%len(codeAlphabet)])
		}
	}
	return string(code)
}

// tidySymbols forgives small letters, spaces and hyphens.
func tidySymbols(typed string) string {
	return strings.ToUpper(strings.NewReplacer(" ", "", "-", "", "\u00a0", "").Replace(typed))
}

// NewTickets makes so many more tickets.
type NewTickets struct {
	Count int `json:"count" doc:"1 to 1000; a workshop has 1000 at most"`
}

// Check checks the command.
func (n NewTickets) Check() error {
	var c checker
	c.within("count", n.Count, 1, MaxTickets)
	return c.result()
}

// Tickets are those of a workshop, as its console counts them. Their codes are told
// on the sheets alone.
type Tickets struct {
	Count int   `json:"count" doc:"how many there are, numbered from 1"`
	Used  []int `json:"used" doc:"numbers of those by which somebody came in"`
}

// Taken says of a ticket that somebody has come in with it whether it lets in once
// more. It does where its seat was given up or handed on, and has no ballot in an open round any more:
// so a ticket has one ballot in each round. Codes: `ticket-used` while somebody
// sits there, `device-out`, `ticket-voted`.
func (s Seat) Taken(voted bool) error {
	switch {
	case !s.Removed:
		return Fail(KindConflict, CodeTicketUsed)
	case s.State == SeatOut || s.State == SeatWaiting:
		return Fail(KindForbidden, CodeDeviceOut, s.Number)
	case voted:
		return Fail(KindConflict, CodeTicketVoted)
	}
	return nil
}

// TicketSheet is what tickets are printed from.
type TicketSheet struct {
	Head    Head
	Address string // what people type
	Link    string // what the QR code says, before the token
	Tickets []Ticket
}

// FileName is the name of the file of the sheet, without its ending.
func (t TicketSheet) FileName() string {
	name := t.Head.called().tickets
	if len(t.Tickets) == 1 {
		name += "-" + strconv.Itoa(t.Tickets[0].Number)
	}
	return name
}
