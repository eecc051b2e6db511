package server

import (
	"context"
	"io"
	"net/http"

	"github.com/gin-gonic/gin"

	"dilna/models"
)

// slipStore is what sheets for the room need of the store.
type slipStore interface {
	Slips(ctx context.Context, by models.Actor, step models.StepID, kind models.SlipKind) (models.Slips, error)
}

// SlipRenderer writes one page of four slips as PDF.
type SlipRenderer func(ctx context.Context, s models.Slips, w io.Writer) error

const pdfType = "application/pdf"

// slipSheets are the sheets that can be printed for a step, before the workshop
// as well as during it.
var slipSheets = []struct {
	kind              models.SlipKind
	id, path, summary string
}{
	{models.SlipBallots, "getBallots", "/api/workshops/{w}/steps/{step}/ballots.pdf", "Blank ballots for the step's next vote, four on a page"},
	{models.SlipIdeas, "getIdeaSlips", "/api/workshops/{w}/steps/{step}/slips.pdf", "Slips to write ideas on, four on a page"},
}

func (s *Server) slipRoutes() {
	for _, sheet := range slipSheets {
		s.plain(http.MethodGet, sheet.path, facilitators, func(c *gin.Context, by models.Actor) error {
			slips, err := s.store.Slips(c.Request.Context(), by, models.StepID(c.Param("step")), sheet.kind)
			if err != nil {
				return err
			}
			return s.sendSlips(c, slips)
		})
	}
}

// sendSlips sends a page of slips, for a browser to show and print.
func (s *Server) sendSlips(c *gin.Context, slips models.Slips) error {
	if s.slips == nil {
		return models.Fail(models.KindNotFound, models.CodeNotFound)
	}
	ctx := c.Request.Context()
	page, err := made(ctx, s.renders, func(w io.Writer) error { return s.slips(ctx, slips, w) })
	if err != nil {
		return err
	}
	c.Header("Content-Disposition", `inline; filename="`+slips.FileName()+`.pdf"`)
	c.Data(http.StatusOK, pdfType, page)
	return nil
}
