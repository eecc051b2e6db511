package rehearsal

import (
	"context"
	"net/http"

	"dilna/models"
)

// photograph puts the photos beside the step that the file has there.
func (s *stage) photograph(ctx context.Context, step *plannedStep) error {
	for _, p := range step.row.Photos {
		if len(p.JPEG) == 0 {
			continue // left out of the minutes the file comes from
		}
		add := models.NewPhoto{ID: models.NewID[models.PhotoID](), Text: p.Text, Shown: p.Shown, File: p.JPEG}
		if _, err := s.steer(ctx, http.MethodPost, "/steps/"+string(step.id)+"/photos", add); err != nil {
			return err
		}
	}
	return nil
}
