package server

import (
	"context"
	"io"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"

	"dilna/models"
)

// admissionStore is what choosing how people get in needs of the store.
type admissionStore interface {
	ChangeAdmission(ctx context.Context, by models.Actor, key models.Key, change models.AdmissionChange) (models.Workshop, error)
	AddTickets(ctx context.Context, by models.Actor, key models.Key, in models.NewTickets) (models.Tickets, error)
	Tickets(ctx context.Context, by models.Actor) (models.Tickets, error)
	TicketSheet(ctx context.Context, by models.Actor, number int) (models.TicketSheet, error)
	ReissueTicket(ctx context.Context, by models.Actor, number int) (models.Ticket, []models.Seat, error)
}

// TicketRenderer writes sheets of tickets as PDF.
type TicketRenderer func(ctx context.Context, sheet models.TicketSheet, w io.Writer) error

func (s *Server) admissionRoutes() {
	within(s, op("changeAdmission", "PATCH /api/workshops/{w}/admission", "How people get in, and how many devices at most; who is inside stays"), facilitators, s.changeAdmission)
	within(s, op("getTickets", "GET /api/workshops/{w}/tickets", "How many tickets there are, and which are used"), facilitators, s.ticketCounts)
	within(s, created(op("addTickets", "POST /api/workshops/{w}/tickets", "Make more tickets")), facilitators, s.addTickets)
	within(s, op("reissueTicket", "POST /api/workshops/{w}/tickets/{ticket}/reissue", "Give a lost ticket another code; the old one lets nobody in, and who came in with it is out"), facilitators, s.reissueTicket)
	s.plain(http.MethodGet, "/api/workshops/{w}/tickets.pdf", facilitators, s.ticketSheet)
}

type changeAdmissionInput struct {
	InWorkshop
	Keyed
	Body models.AdmissionChange
}

func (s *Server) changeAdmission(ctx context.Context, by models.Actor, in *changeAdmissionInput) (*Body[models.Admission], error) {
	w, err := s.store.ChangeAdmission(ctx, by, in.Key, in.Body)
	if err == nil {
		s.hub.Hide(by.Workshop) // who waited may be in: other instances know them as gone
	}
	return answer(w.Admission, err)
}

func (s *Server) ticketCounts(ctx context.Context, by models.Actor, _ *InWorkshop) (*Body[models.Tickets], error) {
	return answer(s.store.Tickets(ctx, by))
}

type addTicketsInput struct {
	InWorkshop
	Keyed
	Body models.NewTickets
}

func (s *Server) addTickets(ctx context.Context, by models.Actor, in *addTicketsInput) (*Body[models.Tickets], error) {
	return answer(s.store.AddTickets(ctx, by, in.Key, in.Body))
}

type reissueInput struct {
	Visit
	InWorkshop
	Ticket int `path:"ticket" doc:"number of the ticket"`
}

// issuedTicket is a ticket to be shown on the screen of the console.
type issuedTicket struct {
	Number int    `json:"number"`
	Code   string `json:"code" doc:"what is typed; it is told on the printed sheet, too"`
	URL    string `json:"url" doc:"what the QR code says"`
	QR     qrCode `json:"qr"`
}

func (s *Server) reissueTicket(ctx context.Context, by models.Actor, in *reissueInput) (*Body[issuedTicket], error) {
	ticket, gone, err := s.store.ReissueTicket(ctx, by, in.Ticket)
	if err != nil {
		return nil, err
	}
	s.sendAway(by.Workshop, gone)
	base := s.base(in.Visit)
	issued := issuedTicket{Number: ticket.Number, Code: ticket.Code.Printed(), URL: base.String() + "/#" + ticket.Token}
	issued.QR, err = qrOf(issued.URL)
	return answer(issued, err)
}

// ticketSheet sends tickets to cut out: the one of ?number=, else all by which
// nobody has come in.
func (s *Server) ticketSheet(c *gin.Context, by models.Actor) error {
	number, err := strconv.Atoi(c.DefaultQuery("number", "0"))
	if err != nil || number < 0 || s.tickets == nil {
		return models.Fail(models.KindNotFound, models.CodeNotFound)
	}
	ctx := c.Request.Context()
	sheet, err := s.store.TicketSheet(ctx, by, number)
	if err != nil {
		return err
	}
	base := s.base(visitOf(ctx))
	sheet.Address, sheet.Link = base.Host+base.Path, base.String()+"/#"
	page, err := made(ctx, s.renders, func(w io.Writer) error { return s.tickets(ctx, sheet, w) })
	if err != nil {
		return err
	}
	c.Header("Content-Disposition", `inline; filename="`+sheet.FileName()+`.pdf"`)
	c.Header("Cache-Control", "no-store")
	c.Data(http.StatusOK, pdfType, page)
	return nil
}
