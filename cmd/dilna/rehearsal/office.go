package rehearsal

import (
	"context"
	"net/http"

	"dilna/models"
)

// officeOf plans what the file says of an office.
func (p *planner) officeOf(o *models.Office) {
	if o == nil {
		return
	}
	of := *o // checking tidies it
	change := models.DraftChange{Office: &models.OfficeChange{
		FileNumber: &of.FileNumber, Address: &of.Address, MinuteTaker: &of.MinuteTaker,
		Verifier: &of.Verifier, Approver: &of.Approver, Distribution: &of.Distribution,
	}}
	if p.accepted("office", &change) {
		p.office = &change
	}
}

// signOffice writes into the minutes what an office adds.
func (s *stage) signOffice(ctx context.Context) error {
	if s.plan.office == nil {
		return nil
	}
	_, err := s.steer(ctx, http.MethodPatch, "/minutes", s.plan.office)
	return err
}
