package pdf

import (
	"context"
	"fmt"
	"io"

	"dilna/exports"
	"dilna/exports/fonts"
)

// A ticket is a tenth of an A4 sheet, in millimetres: two beside each other, five
// below.
const (
	ticketWide  = paperShort / 2
	ticketHigh  = paperLong / ticketRows
	ticketRows  = 5
	ticketTop   = 8.0
	ticketSide  = 8.0
	ticketQR    = 38.0 // its quiet zone included
	ticketText  = ticketWide - 2*ticketSide - ticketQR - 2
	ticketLines = 2 // of what stands above the number
)

var (
	ticketHeadStyle = styled(12, true, inkStrong)
	ticketCodeStyle = styled(16, true, inkStrong)
	ticketWordStyle = styled(8.5, false, inkText)
)

// RenderTickets writes sheets of ten tickets to w as PDF, with lines to cut along,
// like Render.
func RenderTickets(ctx context.Context, of exports.TicketPages, w io.Writer) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("make the PDF: %v", p)
		}
	}()
	set, err := fonts.NewSet()
	if err != nil {
		return err
	}
	s := setter{meter: set, root: &tag{name: "Document"}}
	of.Over, of.Address = set.Shown(of.Over), set.Shown(of.Address)
	pages, err := s.ticketPages(of)
	if err != nil {
		return err
	}
	n, plain, err := draw(ctx, pages, set)
	if err != nil {
		return err
	}
	doc := exports.Document{Language: of.Language, Title: of.Title, Date: of.Day}
	file, err := archive(plain, doc, nil, s.root, pages, n)
	if err != nil {
		return err
	}
	if _, err := w.Write(file); err != nil {
		return fmt.Errorf("write the PDF: %w", err)
	}
	return nil
}

func (s *setter) ticketPages(of exports.TicketPages) ([]page, error) {
	var pages []page
	for i, ticket := range of.Tickets {
		at := i % (2 * ticketRows)
		if at == 0 {
			pages = append(pages, page{paper: upright, strokes: cuts(ticketHigh)})
		}
		set, err := s.ticket(of, ticket)
		if err != nil {
			return nil, err
		}
		pages[len(pages)-1].lay(set, float64(at%2)*ticketWide, float64(at/2)*ticketHigh)
	}
	return pages, nil
}

// cuts are dashed lines to cut along: down the middle, and across every so often.
func cuts(every float64) []stroke {
	var lines []stroke
	for at := 0.0; at < paperLong; at += 2 * cutDash {
		lines = append(lines, line(ticketWide, at, ticketWide, at+cutDash, 0.2, inkQuiet))
	}
	for below := every; below < paperLong-1; below += every {
		for at := 0.0; at < paperShort; at += 2 * cutDash {
			lines = append(lines, line(at, below, at+cutDash, below, 0.2, inkQuiet))
		}
	}
	return lines
}

// ticket sets one ticket: the QR code left, what is read beside it.
func (s *setter) ticket(of exports.TicketPages, ticket exports.Ticket) (strip, error) {
	q := quarter{setter: s, strip: strip{height: ticketTop}}
	left, wide := ticketSide+ticketQR+2, ticketText
	q.sayAt(left, wide, of.Over, slipOverStyle, "P", of.Written, ticketLines)
	q.height += 1
	q.sayAt(left, wide, ticket.Heading, ticketHeadStyle, "H1", "", 1)
	q.height += 1
	q.sayAt(left, wide, of.Scan, ticketWordStyle, "P", "", 2)
	q.sayAt(left, wide, of.Open+" "+of.Address+":", ticketWordStyle, "P", "", 2)
	q.sayAt(left, wide, ticket.Code, ticketCodeStyle, "P", "", 1)
	q.sayAt(left, wide, of.Once, slipOverStyle, "P", "", 3)
	modules, err := qrStrokes(ticket.Link, ticketSide, ticketTop, ticketQR)
	q.strokes = append(q.strokes, modules...)
	return q.strip, err
}

// qrStrokes draw a QR code into a square.
func qrStrokes(text string, x, y, side float64) ([]stroke, error) {
	modules, err := exports.QR(text, x, y, side)
	strokes := make([]stroke, len(modules))
	for i, module := range modules {
		strokes[i] = stroke{Stroke: module, tint: inkStrong}
	}
	return strokes, err
}
