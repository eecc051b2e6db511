package exports

import (
	"strings"
	"time"

	"dilna/models"
)

// TicketPages are sheets of tickets to cut out.
type TicketPages struct {
	Language string    // of the frame, and of all that says no other
	Written  string    // of what people wrote; empty: the frame's
	Title    string    // for the file's properties
	Day      time.Time // of the workshop; zero where not known
	Over     string    // small above each: which workshop
	Scan     string    // what to do with the QR code
	Open     string    // what to do instead
	Address  string
	Once     string // what a ticket is good for
	Tickets  []Ticket
}

// Ticket is one of them.
type Ticket struct {
	Heading string
	Code    string // as people read it
	Link    string // what the QR code says
}

// TicketsOf says what stands on tickets, in the language of the record.
func TicketsOf(s models.TicketSheet) TicketPages {
	if s.Head.Language == "" {
		s.Head.Language = defaultLanguage
	}
	w := wordsIn(s.Head.Language)
	frame, written := tongues(s.Head.Language)
	day, _ := dayOf(s.Head.Date)
	pages := TicketPages{
		Language: frame, Written: written, Day: day, Title: w.tickets.tickets, Address: s.Address,
		Over: strings.Join(named([]string{titleOf(w, s.Head), s.Head.Group, w.when(s.Head.Date, "", "")}), " · "),
		Scan: w.tickets.scan, Open: w.tickets.open, Once: w.tickets.once,
	}
	for _, ticket := range s.Tickets {
		pages.Tickets = append(pages.Tickets, Ticket{
			Heading: w.tickets.ticket + " " + number(ticket.Number), Code: ticket.Code.Printed(), Link: s.Link + ticket.Token,
		})
	}
	return pages
}

// admitted says how people came in, where the record does.
func (d *draft) admitted(m models.Minutes) []Field {
	if m.Admission == nil || m.Admission.Came == nil {
		return nil
	}
	came := *m.Admission.Came
	var ways []string
	for _, way := range []struct {
		count int
		said  func(int) string
	}{{came.Open, d.words.tickets.byCode}, {came.Tickets, d.words.tickets.byTicket}, {came.Lobby, d.words.tickets.letIn}} {
		if way.count > 0 {
			ways = append(ways, way.said(way.count))
		}
	}
	if len(ways) == 0 {
		return nil
	}
	return []Field{{Label: d.words.tickets.came, Value: strings.Join(ways, "; ")}}
}
