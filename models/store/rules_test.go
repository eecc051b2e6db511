package store_test

import (
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/store"
)

// A round opened before rules that phones do not know were refused was voted in
// with plain dots, whatever a file had said of it.
func TestARoundSaysOnlyTheRuleThatWasPlayed(t *testing.T) {
	s := open(t, madeFolder(t))
	defer func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	r := modelstest.NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	r.Idea(t, step.ID, "a")
	round := r.Round(t, step.ID, 3, 2)
	if err := store.Exec(s, `UPDATE rounds SET weights = '[3,2,1]', minus = 2`); err != nil {
		t.Fatal(err)
	}
	view, err := s.SetRoundState(t.Context(), r.Facilitator, modelstest.Key(), round.ID, models.RoundMove{State: models.RoundClosed})
	if err != nil {
		t.Fatal(err)
	}
	if !view.IsPlayed() || view.Dots != 3 {
		t.Errorf("played with 3 dots, it says %+v", view.Round)
	}
}
