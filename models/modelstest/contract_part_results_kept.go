package modelstest

import (
	"testing"

	"dilna/models"
	"dilna/models/store"
	"dilna/models/workshopfile"
)

// What a result is told by is kept, and comes along.

func partResultsAgain(t *testing.T, s *store.Store) {
	r, _, round, ideas := byTables(t, s, 0, 5, 6)
	r.voteAll(t, round, ideas)
	r.closed(t, round)
	r.setRound(t, round, models.RoundRevealed)
	parts := map[string]int{"the file": 2} // what was voted stays where it was, else
	again := r.again(t)
	for name, id := range again {
		m, err := s.Minutes(t.Context(), id)
		must(t, err)
		if said := m.Steps[0].Rounds[0]; said.ByPart == nil || *said.ByPart != 0 || len(said.PartResults) != parts[name] {
			t.Errorf("%s says %+v", name, said)
		}
	}
	m, err := s.Minutes(t.Context(), again["the file"])
	must(t, err)
	data, err := workshopfile.Encode(r.record(t))
	must(t, err)
	back, err := workshopfile.Encode(m)
	if must(t, err); string(back) != string(data) {
		t.Errorf("brought back, the file\n%s\nbecame\n%s", data, back)
	}
}

func byPartChange(t *testing.T, s *store.Store) {
	r, d, step, round := jury(t, s)
	set := func(by models.DivisionID) error {
		return r.changeRound(t, round.ID, models.RoundChange{ByPart: &by})
	}
	by := func() models.DivisionID {
		changes, err := s.Changes(t.Context(), r.ID, 0)
		must(t, err)
		return changes.Rounds[0].ByPart
	}
	must(t, set(d.ID))
	must(t, set(""))
	must(t, r.undo(t, r.newest(t)))
	if by() != d.ID {
		t.Errorf("taken back, it is told by %q", by())
	}
	want(t, set(models.NewID[models.DivisionID]()), models.CodeInvalid)
	foreign := NewScene(t, s, 0).tables(t, false, "cizí", "hosté")
	want(t, set(foreign.ID), models.CodeInvalid) // TM-05
	typed := models.NewRound{ID: models.NewID[models.RoundID](), CastBy: models.CastTyped, ByPart: d.ID}
	_, err := s.AddRound(t.Context(), r.Facilitator, Key(), step.ID, typed)
	want(t, err, models.CodeInvalid) // of totals nobody knows who gave them
	must(t, r.changeRound(t, round.ID, models.RoundChange{CastBy: new(models.CastTyped)}))
	if by() != "" {
		t.Errorf("of totals, it is told by %q", by())
	}
	want(t, set(d.ID), models.CodeInvalid)
	must(t, r.changeRound(t, round.ID, models.RoundChange{CastBy: new(models.CastByPhones)}))
	r.setRound(t, round.ID, models.RoundOpen)
	want(t, set(d.ID), models.CodeRoundOpen) // people were told that it would not be
	r.setRound(t, round.ID, models.RoundClosed)
	want(t, set(d.ID), models.CodeRoundClosed)
}

func toldPartsStay(t *testing.T, s *store.Store) {
	r, d, round, ideas := byTables(t, s, 0, 5, 6, 4)
	ctx := t.Context()
	keep := func(parts ...int) error {
		var left []models.DivisionPart
		for _, part := range parts {
			left = append(left, d.Parts[part])
		}
		_, err := s.ChangeDivision(ctx, r.Facilitator, Key(), d.ID, models.DivisionChange{Parts: &left})
		return err
	}
	want(t, s.Remove(ctx, r.Facilitator, Key(), models.PartDivisions, string(d.ID)), models.CodePartInUse)
	r.voteAll(t, round, ideas)
	if got := told(d, r.closed(t, round).PartResults); got != "Stůl 2: 6" {
		t.Fatalf("told are %q", got)
	}
	want(t, keep(0, 2, 3), models.CodePartInUse)
	must(t, keep(1, 2, 3))
	want(t, s.Remove(ctx, r.Facilitator, Key(), models.PartDivisions, string(d.ID)), models.CodePartInUse)
}

func nobodyByPart(t *testing.T, s *store.Store) {
	r, d, round, ideas := byTables(t, s, 0, 5)
	if view := r.closed(t, round); len(view.PartResults) > 0 {
		t.Errorf("of a round nobody voted in is told %+v", view.PartResults)
	}
	r.setRound(t, round, models.RoundOpen)
	r.voteAll(t, round, ideas)
	if got := told(d, r.closed(t, round).PartResults); got != "Stůl 1: 5" {
		t.Errorf("opened again, told are %q", got)
	}
}
