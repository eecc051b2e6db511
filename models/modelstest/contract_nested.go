package modelstest

import (
	"slices"
	"testing"

	"dilna/models"
	"dilna/models/store"
	"dilna/models/voting"
)

// remarksAreNoLines: what stands under an idea is voted on only where the round says
// so; door × round.
func remarksAreNoLines(t *testing.T, s *store.Store) {
	for name, c := range map[string]struct {
		in    models.NewRound
		lines []string
	}{
		"as it comes":      {models.NewRound{Dots: 2, PerIdea: 1}, []string{"práce", "bydlení"}},
		"where wanted":     {models.NewRound{Dots: 2, PerIdea: 1, Nested: true}, []string{"práce", "na platy", "bydlení"}},
		"counted on paper": {models.NewRound{CastBy: models.CastTyped}, []string{"práce", "bydlení"}},
	} {
		r := NewScene(t, s, 1)
		step := r.Step(t, models.MethodCollect)
		work := r.Idea(t, step.ID, "práce")
		remark := r.Idea(t, step.ID, "na platy")
		home := r.Idea(t, step.ID, "bydlení")
		r.change(t, remark.ID, models.EntryChange{Parent: &work.ID})
		c.in.ID = models.NewID[models.RoundID]()
		_, err := s.AddRound(t.Context(), r.Facilitator, Key(), step.ID, c.in)
		must(t, err)
		wanted := slices.Contains(c.lines, "na platy")
		if slips, err := s.Slips(t.Context(), r.Facilitator, step.ID, models.SlipBallots); c.in.CastBy != models.CastTyped && (err != nil || slips.Options != len(c.lines)) {
			t.Errorf("%s: the printed ballot has %d lines (%v), not %d", name, slips.Options, err, len(c.lines))
		}
		if c.in.CastBy == models.CastTyped {
			_, err = typeTotals(t.Context(), s, r, c.in.ID, models.Total{EntryID: work.ID, Points: new(2)}, models.Total{EntryID: home.ID, Points: new(1)})
			must(t, err)
		} else {
			r.setRound(t, c.in.ID, models.RoundOpen)
			_, err = r.ballot(t, r.Seats[0], c.in.ID, 1, voting.Vote{Entry: remark.ID, Value: 1})
			if code := models.CodeOf(err); (code == "") != wanted {
				t.Errorf("%s: a vote on the remark is answered with %q", name, code)
			}
			_, err = r.ballot(t, r.Seats[0], c.in.ID, 2, voting.Vote{Entry: home.ID, Value: 1})
			must(t, err)
			r.setRound(t, c.in.ID, models.RoundClosed)
		}
		// What is put under what after the vote changes nothing of it.
		r.change(t, home.ID, models.EntryChange{Parent: &work.ID})
		r.setRound(t, c.in.ID, models.RoundRevealed)
		if lines := r.countedLines(t, c.in.ID); !slices.Equal(lines, c.lines) {
			t.Errorf("%s: counted were %q, not %q", name, lines, c.lines)
		}
	}
}

// countedLines are the ideas that a round has a result for, in the order collected.
func (r *Scene) countedLines(t *testing.T, round models.RoundID) []string {
	t.Helper()
	changes, err := r.Store.Changes(t.Context(), r.ID, 0)
	must(t, err)
	view := changes.For(models.Facilitators)
	var lines []string
	for _, idea := range view.Ideas {
		for _, told := range view.Rounds {
			if told.ID == round && slices.ContainsFunc(told.Standing, func(p models.Place) bool { return p.Idea == idea.ID && p.Points != nil }) {
				lines = append(lines, idea.Text)
			}
		}
	}
	return lines
}
