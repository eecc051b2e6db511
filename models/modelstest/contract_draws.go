package modelstest

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"dilna/models"
	"dilna/models/store"
	"dilna/models/workshopfile"
)

// drawContract is what holds of lots that are drawn among those that share a place
// (docs/adr/0039).
var drawContract = map[string]func(*testing.T, *store.Store){
	"a lot is drawn once, among all that share a place, and stays":       drawnOnce,
	"INV-18 a lot is told at each door when the places are":              drawDoors,
	"a lot among ideas that are one now says nothing until they are two": drawAmongMerged,
	"who is drawn last of a place does not go on with the best":          bestByLot,
	"a file brings lots back":                                            drawnFile,
	"lots fall this way and that, whatever the order they are asked in":  lotsFallBothWays,
}

// draw has a lot drawn on a place by the facilitator.
func (r *Scene) draw(t *testing.T, round models.RoundID, place int, among ...models.EntryID) (models.RoundView, error) {
	t.Helper()
	return r.Store.DrawLot(t.Context(), r.Facilitator, Key(), round, models.NewDraw{Place: place, Among: among})
}

// at are the ideas of a place of the round, as facilitators see it.
func (r *Scene) at(t *testing.T, round models.RoundID, place int) []models.EntryID {
	t.Helper()
	changes, err := r.Store.Changes(t.Context(), r.ID, 0)
	must(t, err)
	var ideas []models.EntryID
	for _, told := range changes.For(models.Facilitators).Rounds {
		for _, p := range told.Standing {
			if told.ID == round && p.Rank == place {
				ideas = append(ideas, p.Idea)
			}
		}
	}
	return ideas
}

func drawnOnce(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 3)
	round := r.threePlaces(t)
	first, tied, last := r.at(t, round, 1), r.at(t, round, 2), r.at(t, round, 4)
	in := models.NewDraw{Place: 2, Among: tied}
	_, err := s.DrawLot(t.Context(), r.Seats[0], Key(), round, in)
	want(t, err, models.CodeFacilitatorOnly)
	for _, c := range []struct {
		place int
		among []models.EntryID
		code  models.ErrorCode
	}{
		{1, tied, models.CodeNotTied}, {2, append(slices.Clone(first), tied[0]), models.CodeNotTied}, {2, append(slices.Clone(last), tied...), models.CodeNotTied},
		{1, first, models.CodeInvalid}, {2, []models.EntryID{tied[0], tied[0]}, models.CodeInvalid}, {0, tied, models.CodeInvalid},
	} {
		_, err := r.draw(t, round, c.place, c.among...)
		want(t, err, c.code)
	}
	key := Key()
	view, err := s.DrawLot(t.Context(), r.Facilitator, key, round, in)
	must(t, err)
	if len(view.Draws) != 1 || view.Draws[0].At == 0 || len(view.Draws[0].Order) != 2 {
		t.Fatalf("the lot is %+v", view.Draws)
	}
	for _, place := range view.Standing {
		if slices.Contains(tied, place.Idea) && place.Rank != 2 {
			t.Errorf("after the lot the rank is %d", place.Rank)
		}
	}
	again, err := s.DrawLot(t.Context(), r.Facilitator, key, round, in)
	if must(t, err); !slices.Equal(again.Draws[0].Order, view.Draws[0].Order) {
		t.Errorf("sent again it is answered with %v, not %v", again.Draws, view.Draws)
	}
	_, err = r.draw(t, round, 2, tied[1], tied[0])
	want(t, err, models.CodeLotDrawn)
	entry := r.newest(t)
	if entry.Done != models.DoneDrawn || entry.Part != models.PartRounds || entry.Offered {
		t.Errorf("the history says %+v", entry)
	}
	want(t, r.undo(t, entry), models.CodeChangedSince)
	step := r.Step(t, models.MethodCollect)
	a, b := r.Idea(t, step.ID, "a"), r.Idea(t, step.ID, "b")
	_, err = r.draw(t, r.Round(t, step.ID, 1, 1).ID, 1, a.ID, b.ID)
	want(t, err, models.CodeRoundOpen)
}

// drawDoors: the lot is drawn before anything is shown; door × how far the result is
// shown.
func drawDoors(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 3)
	round := r.threePlaces(t)
	before := r.Look(t, models.Wall).Revision
	_, err := r.draw(t, round, 2, r.at(t, round, 2)...)
	must(t, err)
	for _, shown := range []struct {
		by   models.RoundState
		told bool
	}{{"", false}, {models.RoundRevealing, false}, {models.RoundRevealing, true}, {models.RoundRevealed, true}} {
		if shown.by != "" {
			r.setRound(t, round, shown.by)
		}
		for door, told := range r.toldAt(t, before) {
			isScreen := strings.HasPrefix(door, "phones") || strings.HasPrefix(door, "the wall")
			if tells := strings.Contains(told, "draws"); tells != (shown.told && isScreen) {
				t.Errorf("with %q shown, of the lot %s tell %v", shown.by, door, tells)
			}
		}
		changes, err := s.Changes(t.Context(), r.ID, 0)
		must(t, err)
		if told, err := json.Marshal(changes.For(models.Facilitators)); err != nil || !strings.Contains(string(told), "draws") {
			t.Errorf("facilitators are not told of the lot: %s, %v", told, err)
		}
		if said := r.record(t).Steps[0].Rounds[0].Draws; len(said) != 1 || said[0].Place != 2 {
			t.Errorf("the record says %+v", said)
		}
	}
}

func drawAmongMerged(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 3)
	round := r.threePlaces(t)
	tied, last := r.at(t, round, 2), r.at(t, round, 4)[0]
	_, err := r.draw(t, round, 2, tied...)
	must(t, err)
	_, err = s.Merge(t.Context(), r.Facilitator, Key(), last, models.MergedIdeas{Ideas: tied[:1]})
	must(t, err)
	if said := r.record(t).Steps[0].Rounds[0].Draws; len(said) != 0 {
		t.Errorf("of ideas that are one now the record says the lot %+v", said)
	}
	_, err = s.TakeOut(t.Context(), r.Facilitator, Key(), tied[0])
	must(t, err)
	if said := r.record(t).Steps[0].Rounds[0].Draws; len(said) != 1 {
		t.Errorf("of ideas that are two again the record says the lots %+v", said)
	}
	_, err = r.draw(t, round, 2, tied...)
	want(t, err, models.CodeLotDrawn)
}

func bestByLot(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 3)
	round := r.threePlaces(t)
	view, err := r.draw(t, round, 2, r.at(t, round, 2)...)
	must(t, err)
	r.setRound(t, round, models.RoundRevealed)
	into := r.Step(t, models.MethodCollect)
	must(t, s.BringBest(t.Context(), r.Facilitator, Key(), into.ID, models.NewBest{Steps: []models.StepID{view.StepID}, By: models.BestByVotes, Most: 2}))
	changes, err := s.Changes(t.Context(), r.ID, 0)
	must(t, err)
	texts := map[models.EntryID]string{}
	var brought []string
	for _, idea := range changes.For(models.Facilitators).Ideas {
		if texts[idea.ID] = idea.Text; idea.StepID == into.ID {
			brought = append(brought, idea.Text)
		}
	}
	slices.Sort(brought)
	expected := []string{"a", texts[view.Draws[0].Order[0]]}
	if !slices.Equal(brought, expected) {
		t.Errorf("two go on: %v, not %v", brought, expected)
	}
}

func drawnFile(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 3)
	round := r.threePlaces(t)
	_, err := r.draw(t, round, 2, r.at(t, round, 2)...)
	must(t, err)
	data, err := workshopfile.Encode(r.record(t))
	must(t, err)
	read, err := workshopfile.Decode(data)
	must(t, err)
	id, err := s.Import(t.Context(), read)
	must(t, err)
	back, err := s.Minutes(t.Context(), id)
	must(t, err)
	again, err := workshopfile.Encode(back)
	if must(t, err); string(again) != string(data) || !strings.Contains(string(data), `"draws"`) {
		t.Errorf("the file says\n%s\nand brought back\n%s", data, again)
	}
}

// lotsFallBothWays: that all of so many lots among two fall one way happens once in
// eight million times.
func lotsFallBothWays(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	step := r.Step(t, models.MethodCollect)
	a, b := r.Idea(t, step.ID, "a").ID, r.Idea(t, step.ID, "b").ID
	first := map[models.EntryID]int{}
	for range 24 {
		round := models.NewID[models.RoundID]()
		_, err := s.AddRound(t.Context(), r.Facilitator, Key(), step.ID, models.NewRound{ID: round, CastBy: models.CastTyped})
		must(t, err)
		_, err = typeTotals(t.Context(), s, r, round, models.Total{EntryID: a, Points: new(2)}, models.Total{EntryID: b, Points: new(2)})
		must(t, err)
		view, err := r.draw(t, round, 1, a, b)
		must(t, err)
		first[view.Draws[0].Order[0]]++
	}
	if first[a] == 0 || first[b] == 0 {
		t.Errorf("first came %v", first)
	}
}
