package pdf

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"dilna/exports"
	"dilna/models"
)

// ticketSheet is a sheet of so many tickets of a workshop with a long name.
func ticketSheet(lang string, count int) models.TicketSheet {
	sheet := models.TicketSheet{
		Head:    models.Head{Language: lang, Title: strings.Repeat("Jednání s dlouhým názvem ", 4), Group: "SOCIÁLNÍ SLUŽBY 2", Date: "2025-11-19"},
		Address: "dilna.mas-podhuri-a-okoli.example.cz:8080", Link: "https://dilna.mas-podhuri-a-okoli.example.cz:8080/#",
	}
	for n := range count {
		sheet.Tickets = append(sheet.Tickets, models.Ticket{Number: n + 1, Code: models.NewTicketCode(), Token: models.NewID[string]()})
	}
	return sheet
}

func TestTicketsStandTenOnAPageAndStayWithinTheirCuts(t *testing.T) {
	for _, lang := range []string{"cs", "en", "sk", "de", "uk"} {
		sheet := ticketSheet(lang, 11)
		pages := exports.TicketsOf(sheet)
		set := newSet(t)
		s := setter{meter: set, root: &tag{name: "Document"}}
		one, err := s.ticket(pages, pages.Tickets[0])
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range one.texts {
			if right := text.x + set.Width(strings.TrimRight(text.text, " "), text.face); right > ticketWide-ticketSide+tolerance || text.y > ticketHigh-3 {
				t.Errorf("%s: %q reaches to %.1f, %.1f", lang, text.text, right, text.y)
			}
		}
		for _, l := range one.strokes {
			if max(l.X1, l.X2) > ticketSide+ticketQR || max(l.Y1, l.Y2) > ticketTop+ticketQR {
				t.Errorf("%s: a stroke reaches to %.1f, %.1f", lang, max(l.X1, l.X2), max(l.Y1, l.Y2))
			}
		}
		var file bytes.Buffer
		if err := RenderTickets(background, pages, &file); err != nil {
			t.Fatal(err)
		}
		path := saved(t, file.Bytes())
		said := string(tool(t, "pdftotext", "-layout", path, "-"))
		for _, ticket := range sheet.Tickets {
			if strings.Count(said, ticket.Code.Printed()) != 1 {
				t.Errorf("%s: the code of ticket %d is not read once", lang, ticket.Number)
			}
		}
		if strings.Count(said, "\f") != 2 {
			t.Errorf("%s: eleven tickets stand on %d pages", lang, strings.Count(said, "\f"))
		}
		if to := os.Getenv("SHOW"); to != "" {
			_ = os.WriteFile(fmt.Sprintf("%s/tickets-%s.pdf", to, lang), file.Bytes(), 0o600)
		}
	}
}
