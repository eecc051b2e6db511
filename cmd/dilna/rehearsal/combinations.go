package rehearsal

import (
	"context"
	"net/http"

	"dilna/models"
)

// combine tells several rounds of the step as one standing, as the file does.
func (s *stage) combine(ctx context.Context, step *plannedStep) error {
	for _, c := range step.row.Combinations {
		add := models.NewCombination{ID: models.NewID[models.CombinationID](), Label: c.Label}
		for _, weighed := range c.Rounds {
			add.Rounds = append(add.Rounds, models.WeighedRound{Round: step.rounds[weighed.Round].id, Weight: weighed.Weight})
		}
		if _, err := s.steer(ctx, http.MethodPost, "/steps/"+string(step.id)+"/combinations", add); err != nil {
			return err
		}
	}
	return nil
}
