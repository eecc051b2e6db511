package main

import (
	"context"
	"io"

	"dilna/exports"
	"dilna/exports/pdf"
	"dilna/models"
)

// slips writes a page of slips as the server offers it.
func slips(ctx context.Context, s models.Slips, w io.Writer) error {
	return pdf.RenderSlips(ctx, exports.SlipOf(s), w)
}

// tickets writes sheets of tickets as the server offers them.
func tickets(ctx context.Context, sheet models.TicketSheet, w io.Writer) error {
	return pdf.RenderTickets(ctx, exports.TicketsOf(sheet), w)
}
