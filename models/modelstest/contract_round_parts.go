package modelstest

import (
	"reflect"
	"slices"
	"testing"

	"dilna/models"
	"dilna/models/store"
	"dilna/models/voting"
)

// roundPartContract is what holds of rounds in which not everybody votes whose step
// it is (docs/adr/0033).
var roundPartContract = map[string]func(*testing.T, *store.Store){
	"a round of parts is voted in by their people alone, at every door": roundPartDoors,
	"a round in a step of a part asks for both":                         roundPartInStep,
	"who votes is said while a round is prepared, and taken back":       roundPartsChange,
	"who may have voted as a juror stays one":                           jurorsStay,
	"a part that votes in a round stays":                                votingPartsStay,
	"copies, templates and files say who votes":                         roundPartsAgain,
	"a round opens beside another where that is said, on the same":      roundsBeside,
	"rounds side by side are voted in and closed each by itself":        besideApart,
}

// jury is a room of four with a step of the whole room: a juror, one at the other
// table, one who sits nowhere, a guest; and a round of the jury, prepared.
func jury(t *testing.T, s *store.Store) (*Scene, models.Division, models.Step, models.Round) {
	t.Helper()
	r := NewScene(t, s, 4)
	d := r.tables(t, false, "Porota", "Stůl 2", "Hosté")
	must(t, r.sit(t, 0, d, 0))
	must(t, r.sit(t, 1, d, 1))
	must(t, r.sit(t, 3, d, 2))
	step := r.Step(t, models.MethodCollect)
	r.Idea(t, step.ID, "podnět")
	return r, d, step, r.roundOf(t, step.ID, d.Parts[0].ID)
}

// roundOf prepares a round of one dot for the parts.
func (r *Scene) roundOf(t *testing.T, step models.StepID, parts ...models.PartID) models.Round {
	t.Helper()
	round, err := r.Store.AddRound(t.Context(), r.Facilitator, Key(), step, models.NewRound{
		ID: models.NewID[models.RoundID](), Rule: &voting.Rule{Name: voting.Dots, Dots: 1, PerEntry: 1}, Parts: parts,
	})
	must(t, err)
	return round
}

// votingDoors are the ways in which a person votes on the first idea.
func (r *Scene) votingDoors(t *testing.T, seat int, round models.Round) map[string]error {
	t.Helper()
	by, ctx, idea := r.Seats[seat], t.Context(), r.firstIdea(t, round.StepID).ID
	_, dots := r.Store.PlaceDots(ctx, by, round.ID, idea, models.SetDots{Count: 1, Seq: 1})
	_, whole := r.Store.CastBallot(ctx, by, round.ID, models.CastBallot{Votes: voting.Ballot{{Entry: idea, Value: 1}}, Seq: 2})
	_, blank := r.Store.CastBallot(ctx, by, round.ID, models.CastBallot{Votes: voting.Ballot{}, Seq: 3})
	_, again := r.Store.CastBallot(ctx, by, round.ID, models.CastBallot{Votes: voting.Ballot{{Entry: idea, Value: 1}}, Seq: 4})
	return map[string]error{"placing a dot": dots, "a whole ballot": whole, "an empty one": blank, "one more": again}
}

func roundPartDoors(t *testing.T, s *store.Store) {
	r, d, step, round := jury(t, s)
	r.setRound(t, round.ID, models.RoundOpen)
	for seat, who := range []struct {
		sits string
		code models.ErrorCode
	}{
		{"in the jury", ""}, {"at another table", models.CodeRoundOfOthers}, {"nowhere", models.CodeRoundOfOthers}, {"among guests", models.CodeGuestWatches},
	} {
		for door, err := range r.votingDoors(t, seat, round) {
			if models.CodeOf(err) != who.code {
				t.Errorf("%s by somebody who sits %s: %v", door, who.sits, err)
			}
		}
		_, err := s.AddEntry(t.Context(), r.Seats[seat], Key(), models.MethodCollect, step.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: "další"})
		if code := models.CodeOf(err); code != models.CodeRoundOpen && code != models.CodeGuestWatches {
			t.Errorf("writing while the jury votes, by somebody who sits %s: %v", who.sits, err)
		}
	}
	if got := r.progress(t).Ballots; len(got) != 1 || got[0].Seats != 1 || got[0].Count != 1 {
		t.Errorf("%+v have voted of those who may", got)
	}
	changes, err := s.Changes(t.Context(), r.ID, 0)
	must(t, err)
	for _, audience := range models.Audiences {
		told := changes.For(audience).Rounds
		if len(told) != 1 || !reflect.DeepEqual(told[0].Parts, []models.PartID{d.Parts[0].ID}) {
			t.Errorf("audience %d is told of %+v", audience, told)
		}
	}
	_, err = s.SetPaperBallot(t.Context(), r.Facilitator, round.ID, models.NewID[models.BallotID](), models.SetPaperBallot{
		Votes: voting.Ballot{{Entry: r.firstIdea(t, step.ID).ID, Value: 1}}, Seq: 1,
	})
	must(t, err) // a juror without a phone
	view, err := s.SetRoundState(t.Context(), r.Facilitator, Key(), round.ID, models.RoundMove{State: models.RoundClosed})
	must(t, err)
	if *view.Voters != 2 || len(view.Parts) != 1 {
		t.Errorf("closed it is %+v", view)
	}
}

func roundPartInStep(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 3)
	tables, speaking := r.tables(t, false, "Stůl 1", "Stůl 2", "Hosté"), r.tables(t, false, "poskytovatelé", "uživatelé", "host")
	for seat, sits := range [][2]int{{0, 0}, {0, 1}, {1, 0}} {
		must(t, r.sit(t, seat, tables, sits[0]))
		must(t, r.sit(t, seat, speaking, sits[1]))
	}
	step := r.stepOf(t, models.MethodCollect, tables.Parts[0])
	r.Idea(t, step.ID, "podnět")
	round := r.roundOf(t, step.ID, speaking.Parts[0].ID)
	r.setRound(t, round.ID, models.RoundOpen)
	for seat, code := range []models.ErrorCode{"", models.CodeRoundOfOthers, models.CodeOtherPart} {
		for door, err := range r.votingDoors(t, seat, round) {
			if models.CodeOf(err) != code {
				t.Errorf("%s by seat %d: %v", door, seat, err)
			}
		}
	}
	if got := r.progress(t).Ballots[0]; got.Seats != 1 {
		t.Errorf("%d may vote, one sits in both", got.Seats)
	}
}

func roundPartsChange(t *testing.T, s *store.Store) {
	r, d, step, round := jury(t, s)
	set := func(parts ...models.PartID) error {
		_, err := s.ChangeRound(t.Context(), r.Facilitator, Key(), round.ID, models.RoundChange{Parts: &parts})
		return err
	}
	parts := func() []models.PartID {
		changes, err := s.Changes(t.Context(), r.ID, 0)
		must(t, err)
		return changes.Rounds[0].Parts
	}
	both := []models.PartID{d.Parts[0].ID, d.Parts[1].ID}
	must(t, set(both...))
	must(t, set())
	if len(parts()) != 0 {
		t.Errorf("for everybody it is for %v", parts())
	}
	must(t, r.undo(t, r.newest(t)))
	if !slices.Equal(parts(), both) {
		t.Errorf("taken back, it is for %v", parts())
	}
	gone := models.NewID[models.PartID]()
	for name, refused := range map[string][]models.PartID{
		"a part that is gone": {gone}, "guests": {d.Parts[2].ID}, "one twice": {both[0], both[0]},
	} {
		if code := models.CodeOf(set(refused...)); code != models.CodeInvalid {
			t.Errorf("a round of %s: %s", name, code)
		}
		_, err := s.AddRound(t.Context(), r.Facilitator, Key(), step.ID, models.NewRound{ID: models.NewID[models.RoundID](), CastBy: models.CastTyped, Parts: refused})
		want(t, err, models.CodeInvalid)
	}
	r.setRound(t, round.ID, models.RoundOpen)
	want(t, set(both[0]), models.CodeRoundOpen)
	r.setRound(t, round.ID, models.RoundClosed)
	want(t, set(both[0]), models.CodeRoundClosed)
}

func jurorsStay(t *testing.T, s *store.Store) {
	r, d, _, round := jury(t, s)
	must(t, r.sit(t, 2, d, 0))
	r.setRound(t, round.ID, models.RoundOpen)
	must(t, r.sit(t, 1, d, 0)) // comes to the jury while it votes
	for door, err := range r.votingDoors(t, 0, round) {
		if err != nil {
			t.Fatal(door, err)
		}
	}
	want(t, r.sit(t, 0, d, 1), models.CodePartSettled)
	must(t, r.sit(t, 2, d, 1)) // has not voted
	r.setRound(t, round.ID, models.RoundClosed)
	want(t, r.sit(t, 1, d, 1), models.CodePartSettled) // nobody knows any more whether she has
	must(t, r.sit(t, 2, d, 0))                         // the other table was not asked
}

func votingPartsStay(t *testing.T, s *store.Store) {
	r, d, _, round := jury(t, s)
	ctx, fewer := t.Context(), d.Parts[1:]
	takeOut := func() error {
		_, err := s.ChangeDivision(ctx, r.Facilitator, Key(), d.ID, models.DivisionChange{Parts: &fewer})
		return err
	}
	want(t, takeOut(), models.CodePartInUse)
	want(t, s.Remove(ctx, r.Facilitator, Key(), models.PartDivisions, string(d.ID)), models.CodePartInUse)
	must(t, s.Remove(ctx, r.Facilitator, Key(), models.PartRounds, string(round.ID)))
	must(t, takeOut())
	want(t, s.Restore(ctx, r.Facilitator, Key(), models.PartRounds, string(round.ID)), models.CodePartInUse)
	must(t, r.undo(t, r.newest(t)))
	must(t, s.Restore(ctx, r.Facilitator, Key(), models.PartRounds, string(round.ID)))
}

func roundPartsAgain(t *testing.T, s *store.Store) {
	r, d, step, held := jury(t, s)
	ctx := t.Context()
	r.setRound(t, held.ID, models.RoundOpen)
	r.votingDoors(t, 0, held)
	r.setRound(t, held.ID, models.RoundClosed)
	r.setRound(t, held.ID, models.RoundRevealed)
	r.roundOf(t, step.ID, d.Parts[1].ID, d.Parts[0].ID)
	for name, id := range r.again(t) {
		m, err := s.Minutes(ctx, id)
		must(t, err)
		var said [][][2]int
		for _, round := range m.Steps[0].Rounds {
			said = append(said, round.Parts)
		}
		if want := [][][2]int{{{0, 0}}, {{0, 1}, {0, 0}}}; !reflect.DeepEqual(said, want) {
			t.Errorf("in %s the rounds are of %v", name, said)
		}
	}
}

func (r *Scene) openBeside(t *testing.T, round models.RoundID) error {
	t.Helper()
	_, err := r.Store.SetRoundState(t.Context(), r.Facilitator, Key(), round, models.RoundMove{State: models.RoundOpen, Beside: true})
	return err
}

func roundsBeside(t *testing.T, s *store.Store) {
	r, _, step, first := jury(t, s)
	some := []models.EntryID{r.Idea(t, step.ID, "b").ID, r.Idea(t, step.ID, "c").ID}
	second, third := r.roundOf(t, step.ID), r.roundOf(t, step.ID)
	among := models.NewRound{ID: models.NewID[models.RoundID](), Dots: 1, PerIdea: 1, Ideas: some}
	_, err := s.AddRound(t.Context(), r.Facilitator, Key(), step.ID, among)
	must(t, err)
	must(t, r.openBeside(t, first.ID)) // beside nothing
	_, err = s.SetRoundState(t.Context(), r.Facilitator, Key(), second.ID, models.RoundMove{State: models.RoundOpen})
	want(t, err, models.CodeRoundOpen)
	want(t, r.openBeside(t, among.ID), models.CodeRoundOpen) // its numbers are others
	must(t, r.openBeside(t, second.ID))
	must(t, r.openBeside(t, third.ID))
	r.setRound(t, first.ID, models.RoundClosed)
	want(t, r.openBeside(t, among.ID), models.CodeRoundOpen)
	r.setRound(t, second.ID, models.RoundClosed)
	r.setRound(t, third.ID, models.RoundClosed)
	must(t, r.openBeside(t, among.ID))
}

func besideApart(t *testing.T, s *store.Store) {
	r, d, step, ofJury := jury(t, s)
	ofAll, ofTable := r.roundOf(t, step.ID), r.roundOf(t, step.ID, d.Parts[1].ID)
	for _, round := range []models.Round{ofJury, ofAll, ofTable} {
		must(t, r.openBeside(t, round.ID))
	}
	others := models.CodeRoundOfOthers
	for seat, codes := range [][3]models.ErrorCode{{"", "", others}, {others, "", ""}, {others, "", others}} {
		for i, round := range []models.Round{ofJury, ofAll, ofTable} {
			for door, err := range r.votingDoors(t, seat, round) {
				if models.CodeOf(err) != codes[i] {
					t.Errorf("%s by seat %d in round %d: %v", door, seat, i, err)
				}
			}
		}
	}
	counts := map[models.RoundID][2]int{}
	for _, count := range r.progress(t).Ballots {
		counts[count.Round] = [2]int{count.Count, count.Seats}
	}
	if want := map[models.RoundID][2]int{ofJury.ID: {1, 1}, ofAll.ID: {3, 3}, ofTable.ID: {1, 1}}; !reflect.DeepEqual(counts, want) {
		t.Errorf("of those who may %v have voted", counts)
	}
	r.setRound(t, ofAll.ID, models.RoundClosed)
	r.setRound(t, ofAll.ID, models.RoundRevealed)
	for door, err := range r.votingDoors(t, 0, ofJury) {
		if err != nil {
			t.Errorf("%s while the jury goes on: %v", door, err)
		}
	}
	write := func() error {
		_, err := s.AddEntry(t.Context(), r.Seats[0], Key(), models.MethodCollect, step.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: "další"})
		return err
	}
	want(t, write(), models.CodeRoundOpen)
	r.setRound(t, ofJury.ID, models.RoundClosed)
	r.setRound(t, ofTable.ID, models.RoundClosed)
	must(t, write())
	changes, err := s.Changes(t.Context(), r.ID, 0)
	must(t, err)
	for id, points := range map[models.RoundID]int{ofJury.ID: 1, ofAll.ID: 3, ofTable.ID: 1} {
		if got := changes.Totals[id]; len(got) != 1 || *got[0].Points != points {
			t.Errorf("a round gave %+v, want %d", got, points)
		}
	}
}
