package modelstest

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"dilna/models"
	"dilna/models/store"
)

// divisionContract is what holds where the room is divided (docs/adr/0033).
var divisionContract = map[string]func(*testing.T, *store.Store){
	"a step of a part is written and voted in by its people, at every door":   partDoors,
	"guests see all, write nothing and have no dots":                          guestsWatch,
	"who becomes a guest gets her dots back":                                  guestsDots,
	"somebody changes parts until something hangs on hers":                    partSettled,
	"steps of parts stand open beside each other and the room's":              stepsBeside,
	"people are dealt evenly, those who come late too":                        dealtEvenly,
	"a part with a step in the agenda stays, and comes back with undo":        partsStay,
	"two who rename parts at once are told both":                              partsCollide,
	"tables send their best to the plenary, once":                             tablesToPlenary,
	"copies, templates and files have the divisions, and whose step is whose": dividedAgain,
	"who leaves sits nowhere":                                                 leftSeat,
	"TM-05 a division of another workshop is not found":                       foreignDivision,
}

// tables divides the room; the last part is that of guests.
func (r *Scene) tables(t *testing.T, dealt bool, headings ...string) models.Division {
	t.Helper()
	in := models.NewDivision{ID: models.NewID[models.DivisionID](), Heading: "Kde sedíte", Dealt: dealt}
	for i, heading := range headings {
		part := models.DivisionPart{ID: models.NewID[models.PartID](), Heading: heading, Guests: i > 0 && i == len(headings)-1}
		in.Parts = append(in.Parts, part)
	}
	division, err := r.Store.AddDivision(t.Context(), r.Facilitator, Key(), in)
	must(t, err)
	return division
}

func (r *Scene) sit(t *testing.T, seat int, d models.Division, part int) error {
	t.Helper()
	_, err := r.Store.ChoosePart(t.Context(), r.Seats[seat], d.ID, models.ChosenPart{Part: d.Parts[part].ID})
	return err
}

// stepOf is an open step of the part.
func (r *Scene) stepOf(t *testing.T, method models.Method, part models.DivisionPart) models.Step {
	t.Helper()
	in := models.NewSteps{Steps: []models.NewStep{{ID: models.NewID[models.StepID](), Method: method, Heading: "KROK", Part: part.ID}}}
	must(t, r.Store.AddSteps(t.Context(), r.Facilitator, Key(), in))
	move := models.StepsMove{Steps: []models.StepID{in.Steps[0].ID}, State: models.StepOpen}
	must(t, r.Store.SetStepStates(t.Context(), r.Facilitator, Key(), move))
	return r.steps(t)[in.Steps[0].ID]
}

func (r *Scene) steps(t *testing.T) map[models.StepID]models.Step {
	t.Helper()
	changes, err := r.Store.Changes(t.Context(), r.ID, 0)
	must(t, err)
	steps := map[models.StepID]models.Step{}
	for _, step := range changes.Steps {
		steps[step.ID] = step
	}
	return steps
}

// doors are the ways in which a participant does something in a step.
func (r *Scene) doors(t *testing.T, seat int, idea models.Entry, fish models.Step, round models.Round) map[string]error {
	t.Helper()
	by, s, ctx := r.Seats[seat], r.Store, t.Context()
	_, writes := s.AddEntry(ctx, by, Key(), models.MethodCollect, idea.StepID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: "podnět"})
	_, adds := s.AddEntry(ctx, by, Key(), models.MethodFishbone, fish.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: "příčina"})
	_, votes := s.PlaceDots(ctx, by, round.ID, r.firstIdea(t, round.StepID).ID, models.SetDots{Count: 1, Seq: 1})
	_, done := s.SetDone(ctx, by, idea.StepID, true)
	return map[string]error{"writing": writes, "adding a cause": adds, "voting": votes, "being done": done}
}

func partDoors(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 3)
	// Three divisions, so that a step of each is open at once: one to write in, one to add causes to, one to vote in.
	var of []models.Division
	for range 3 {
		d := r.tables(t, false, "Stůl 1", "Stůl 2", "Hosté")
		must(t, r.sit(t, 0, d, 0))
		must(t, r.sit(t, 1, d, 1))
		of = append(of, d)
	}
	written := r.stepOf(t, models.MethodCollect, of[0].Parts[0])
	fish := r.stepOf(t, models.MethodFishbone, of[1].Parts[0])
	voted := r.stepOf(t, models.MethodCollect, of[2].Parts[0])
	r.Idea(t, voted.ID, "podnět")
	idea, round := r.Idea(t, written.ID, "podnět"), r.Round(t, voted.ID, 3, 3)
	for name, err := range r.doors(t, 0, idea, fish, round) {
		if err != nil {
			t.Errorf("%s at one's own table: %v", name, err)
		}
	}
	for seat, sits := range map[int]string{1: "at another table", 2: "nowhere"} {
		for name, err := range r.doors(t, seat, idea, fish, round) {
			if models.CodeOf(err) != models.CodeOtherPart {
				t.Errorf("%s by somebody who sits %s: %v", name, sits, err)
			}
		}
	}
	if !Has(r.Look(t, models.Participants), idea.ID) {
		t.Error("other tables do not see it")
	}
	if got := r.progress(t).Ballots; len(got) != 1 || got[0].Seats != 1 || got[0].Count != 1 {
		t.Errorf("%+v have voted of those who may", got)
	}
}

func guestsWatch(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 2)
	d := r.tables(t, false, "poskytovatelé", "hosté")
	must(t, r.sit(t, 0, d, 1))
	voted := r.Step(t, models.MethodCollect)
	r.Idea(t, voted.ID, "podnět")
	other := r.tables(t, false, "Stůl 1", "Stůl 2")
	must(t, r.sit(t, 0, other, 0))
	fish := r.stepOf(t, models.MethodFishbone, other.Parts[0])
	round := r.Round(t, voted.ID, 3, 3)
	for name, err := range r.doors(t, 0, r.firstIdea(t, round.StepID), fish, round) {
		if models.CodeOf(err) != models.CodeGuestWatches && name != "writing" { // nobody writes while people vote
			t.Errorf("%s: %v", name, err)
		}
	}
	if got := r.progress(t).Ballots[0]; got.Seats != 1 {
		t.Errorf("%d of two may vote, one of whom is a guest", got.Seats)
	}
	_, err := s.AddStep(t.Context(), r.Facilitator, Key(), models.NewStep{
		ID: models.NewID[models.StepID](), Method: models.MethodCollect, Heading: "KROK", Part: d.Parts[1].ID,
	})
	want(t, err, models.CodeInvalid)
}

func guestsDots(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	d := r.tables(t, false, "uživatelé", "hosté")
	step := r.Step(t, models.MethodCollect)
	idea := r.Idea(t, step.ID, "podnět")
	round := r.Round(t, step.ID, 3, 3)
	_, err := s.PlaceDots(t.Context(), r.Seats[0], round.ID, idea.ID, models.SetDots{Count: 2, Seq: 1})
	must(t, err)
	must(t, r.sit(t, 0, d, 1))
	if got := r.progress(t).Ballots[0]; got.Count != 0 || got.Seats != 0 {
		t.Fatalf("a guest's dots count: %+v", got)
	}
}

func partSettled(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 4)
	d := r.tables(t, false, "Stůl 1", "Stůl 2", "Hosté")
	for seat := range 4 {
		must(t, r.sit(t, seat, d, 1))
		must(t, r.sit(t, seat, d, 0))
		must(t, r.sit(t, seat, d, 0))
	}
	step := r.stepOf(t, models.MethodCollect, d.Parts[0])
	mine := r.write(t, r.Seats[0], step.ID, "podnět")
	want(t, r.sit(t, 0, d, 1), models.CodePartSettled)
	must(t, s.Remove(t.Context(), r.Seats[0], Key(), models.PartIdeas, string(mine.ID)))
	must(t, r.sit(t, 0, d, 1))
	r.Idea(t, step.ID, "podnět")
	round := r.Round(t, step.ID, 1, 1)
	_, err := s.PlaceDots(t.Context(), r.Seats[1], round.ID, r.firstIdea(t, step.ID).ID, models.SetDots{Count: 1, Seq: 1})
	must(t, err)
	want(t, r.sit(t, 1, d, 1), models.CodePartSettled)
	must(t, r.sit(t, 2, d, 1)) // has not voted
	_, err = s.SetRoundState(t.Context(), r.Facilitator, Key(), round.ID, models.RoundMove{State: models.RoundClosed})
	must(t, err)
	want(t, r.sit(t, 3, d, 1), models.CodePartSettled) // nobody knows any more whether she has

	_, err = s.ChoosePart(t.Context(), r.Seats[2], d.ID, models.ChosenPart{Part: models.NewID[models.PartID]()})
	want(t, err, models.CodePartGone)
	_, err = s.SetWorkshopState(t.Context(), r.Facilitator, Key(), models.WorkshopMove{State: models.WorkshopEnded})
	must(t, err)
	want(t, r.sit(t, 2, d, 0), models.CodeWorkshopNotOpen)
}

// firstIdea is the first idea of a step that is there.
func (r *Scene) firstIdea(t *testing.T, step models.StepID) models.Entry {
	t.Helper()
	changes, err := r.Store.Changes(t.Context(), r.ID, 0)
	must(t, err)
	at := slices.IndexFunc(changes.Ideas, func(i models.Entry) bool { return i.StepID == step && !i.Removed })
	return changes.Ideas[at]
}

func stepsBeside(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	d := r.tables(t, false, "Stůl 1", "Stůl 2", "Hosté")
	room := r.Step(t, models.MethodCollect)
	one, two := r.stepOf(t, models.MethodCollect, d.Parts[0]), r.stepOf(t, models.MethodCollect, d.Parts[1])
	expect := func(open ...models.StepID) {
		t.Helper()
		for id, step := range r.steps(t) {
			if (step.State == models.StepOpen && !step.Removed) != slices.Contains(open, id) {
				t.Fatalf("%s is %s", id, step.State)
			}
		}
	}
	expect(room.ID, one.ID, two.ID)
	if one.Opened <= room.Opened || two.Opened <= one.Opened {
		t.Fatal("nobody can tell which opened last")
	}
	next := r.stepOf(t, models.MethodCollect, d.Parts[0])
	expect(room.ID, next.ID, two.ID)
	must(t, s.Remove(t.Context(), r.Facilitator, Key(), models.PartSteps, string(next.ID)))
	must(t, s.Restore(t.Context(), r.Facilitator, Key(), models.PartSteps, string(next.ID)))
	expect(room.ID, next.ID, two.ID)
	plenary := r.Step(t, models.MethodCollect)
	expect(plenary.ID, next.ID, two.ID)
	move := models.StepsMove{Steps: []models.StepID{next.ID, two.ID, one.ID}, State: models.StepClosed}
	must(t, s.SetStepStates(t.Context(), r.Facilitator, Key(), move))
	expect(plenary.ID)
	if r.newest(t).Count != 2 {
		t.Error("closing two in one press is not one entry of both")
	}
	part := d.Parts[1].ID
	_, err := s.ChangeStep(t.Context(), r.Facilitator, Key(), one.ID, models.StepChange{Part: &part})
	want(t, err, models.CodeStepBegun)
}

func dealtEvenly(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 5)
	d := r.tables(t, true, "Stůl 1", "Stůl 2", "Hosté")
	for range 2 {
		_, err := s.Join(t.Context(), r.ID, string(Key()))
		must(t, err)
	}
	seats := map[models.PartID]int{}
	for _, count := range r.progress(t).Parts {
		seats[count.Part] = count.Seats
	}
	if one, two := seats[d.Parts[0].ID], seats[d.Parts[1].ID]; one+two != 7 || max(one, two) != 4 || len(seats) != 2 {
		t.Fatalf("seven are dealt %v", seats)
	}
	if mine := r.mine(t, 0); len(mine.Parts) != 1 {
		t.Fatalf("she is told that she sits in %v", mine.Parts)
	}
	for _, audience := range models.Audiences {
		if told := len(r.progress(t).For(audience).Parts) > 0; told != (audience != models.Participants) {
			t.Errorf("audience %d is told how many sit where: %v", audience, told)
		}
	}
}

func partsStay(t *testing.T, s *store.Store) {
	r, ctx := NewScene(t, s, 1), t.Context()
	d := r.tables(t, false, "Stůl 1", "Stůl 2", "Hosté")
	step := r.stepOf(t, models.MethodCollect, d.Parts[0])
	fewer := d.Parts[1:]
	_, err := s.ChangeDivision(ctx, r.Facilitator, Key(), d.ID, models.DivisionChange{Parts: &fewer})
	want(t, err, models.CodePartInUse)
	want(t, s.Remove(ctx, r.Facilitator, Key(), models.PartDivisions, string(d.ID)), models.CodePartInUse)
	must(t, s.Remove(ctx, r.Facilitator, Key(), models.PartSteps, string(step.ID)))
	must(t, r.sit(t, 0, d, 0))
	must(t, s.Remove(ctx, r.Facilitator, Key(), models.PartDivisions, string(d.ID)))
	if parts := r.mine(t, 0).Parts; len(parts) != 0 {
		t.Errorf("she sits in what is gone: %v", parts)
	}
	want(t, s.Restore(ctx, r.Facilitator, Key(), models.PartSteps, string(step.ID)), models.CodePartInUse)
	must(t, s.Undo(ctx, r.Facilitator, Key(), r.newest(t).Revision))
	if parts := r.mine(t, 0).Parts; len(parts) != 1 || !Has(r.Look(t, models.Participants), d.ID) {
		t.Errorf("undone, she sits in %v", parts)
	}
	must(t, s.Restore(ctx, r.Facilitator, Key(), models.PartSteps, string(step.ID)))
}

func partsCollide(t *testing.T, s *store.Store) {
	r, ctx := NewScene(t, s, 0), t.Context()
	d := r.tables(t, false, "Stůl 1", "Stůl 2", "Hosté")
	from := models.MadeFrom(d.Texts())
	mine, theirs := slices.Clone(d.Parts), slices.Clone(d.Parts)
	theirs[0].Heading, mine[0].Heading = "U okna", "U dveří"
	_, err := s.ChangeDivision(ctx, r.Facilitator, Key(), d.ID, models.DivisionChange{Parts: &theirs, MadeFrom: from})
	must(t, err)
	_, err = s.ChangeDivision(ctx, r.Facilitator, Key(), d.ID, models.DivisionChange{Parts: &mine, MadeFrom: from})
	want(t, err, models.CodeChangedSince)
}

// tablesToPlenary is eight tables of five: all write and vote at once, each at
// its own, and the best two of each come to the plenary.
func tablesToPlenary(t *testing.T, s *store.Store) {
	const tables, people = 8, 5
	r := NewScene(t, s, tables*people)
	headings := make([]string, tables+1)
	for i := range headings {
		headings[i] = fmt.Sprint("Stůl ", i+1)
	}
	d := r.tables(t, false, headings...)
	in := models.NewBest{By: models.BestByVotes, Most: 2}
	for table := range tables {
		in.Steps = append(in.Steps, r.stepOf(t, models.MethodCollect, d.Parts[table]).ID)
	}
	ideas := make([]models.EntryID, tables*people)
	each(t, tables*people, func(seat int) error {
		ideas[seat] = models.NewID[models.EntryID]()
		_, err := s.ChoosePart(t.Context(), r.Seats[seat], d.ID, models.ChosenPart{Part: d.Parts[seat/people].ID})
		if err == nil {
			_, err = s.AddEntry(t.Context(), r.Seats[seat], Key(), models.MethodCollect, in.Steps[seat/people], models.NewEntry{ID: ideas[seat], Text: fmt.Sprint("podnět ", seat)})
		}
		return err
	})
	rounds := make([]models.Round, tables)
	for table := range tables {
		rounds[table] = r.Round(t, in.Steps[table], 1, 1)
	}
	// Of five three vote for the first, two for the second.
	each(t, tables*people, func(seat int) error {
		table := seat / people
		_, err := s.PlaceDots(t.Context(), r.Seats[seat], rounds[table].ID, ideas[table*people+seat%2], models.SetDots{Count: 1, Seq: 1})
		return err
	})
	if got := r.progress(t); len(got.Ballots) != tables || got.Ballots[0].Seats != people || got.Ballots[0].Count != people {
		t.Fatalf("of eight tables %+v have voted", got.Ballots)
	}
	for _, round := range rounds {
		_, err := s.SetRoundState(t.Context(), r.Facilitator, Key(), round.ID, models.RoundMove{State: models.RoundClosed})
		must(t, err)
		r.setRound(t, round.ID, models.RoundRevealed)
	}
	plenary := r.Step(t, models.MethodCollect)
	for range 2 {
		must(t, s.BringBest(t.Context(), r.Facilitator, Key(), plenary.ID, in))
	}
	m, err := s.Minutes(t.Context(), r.ID)
	must(t, err)
	topics := m.Steps[tables].Topics
	if len(topics) != tables || topics[7].Heading != "Stůl 8" || len(topics[7].Ideas) != 2 {
		t.Fatalf("the plenary has %+v", topics)
	}
	first := r.firstIdea(t, plenary.ID)
	if !slices.Contains(ideas[:2], first.From.Entry) {
		t.Fatalf("what was brought says that it comes from %+v", first.From)
	}
	for _, seat := range r.Seats { // all of the room go on with it
		_, err := s.AddEntry(t.Context(), seat, Key(), models.MethodCollect, plenary.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Topic: first.TopicID, Text: "společně"})
		must(t, err)
	}
}

// each has so many do something at once.
func each(t *testing.T, n int, fn func(i int) error) {
	t.Helper()
	must(t, errors.Join(together(n, fn)...))
}

func dividedAgain(t *testing.T, s *store.Store) {
	r, ctx := NewScene(t, s, 1), t.Context()
	r.tables(t, true, "uživatelé", "host") // she is dealt to the first
	d := r.tables(t, false, "Stůl 1", "Stůl 2", "Hosté")
	must(t, r.sit(t, 0, d, 1))
	r.stepOf(t, models.MethodCollect, d.Parts[1])
	before, err := s.Minutes(ctx, r.ID)
	must(t, err)
	if got := before.Divisions[1].Parts; got[0].Seats != 0 || got[1].Seats != 1 {
		t.Errorf("the record says that %+v sat there", got)
	}
	for name, id := range r.again(t) {
		if name != "the file" { // nobody sits there yet
			before.Divisions[0].Parts[0].Seats, before.Divisions[1].Parts[1].Seats = 0, 0
		} else {
			before.Divisions[0].Parts[0].Seats, before.Divisions[1].Parts[1].Seats = 1, 1
		}
		changes, err := s.Changes(ctx, id, 0)
		must(t, err)
		part, there := models.PartOf(changes.Divisions, changes.Steps[0].PartID)
		if !there || part.Heading != "Stůl 2" || part.ID == d.Parts[1].ID {
			t.Errorf("the step is for %+v", part)
		}
		after, err := s.Minutes(ctx, id)
		if err != nil || !reflect.DeepEqual(before.Divisions, after.Divisions) || len(after.Divisions) != 2 {
			t.Errorf("divided into %+v, %v", after.Divisions, err)
		}
	}
}

func leftSeat(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 2)
	d := r.tables(t, false, "Stůl 1", "Hosté")
	must(t, r.sit(t, 0, d, 0))
	must(t, r.sit(t, 1, d, 0))
	_, err := s.Leave(t.Context(), r.Seats[0], "", models.Leaving{})
	must(t, err)
	if parts := r.progress(t).Parts; len(parts) != 1 || parts[0].Seats != 1 {
		t.Fatalf("%+v sit there", parts)
	}
}

func foreignDivision(t *testing.T, s *store.Store) {
	r, other := NewScene(t, s, 1), NewScene(t, s, 0)
	d := other.tables(t, false, "Stůl 1", "Hosté")
	want(t, r.sit(t, 0, d, 0), models.CodeNotFound)
	_, err := s.AddStep(t.Context(), r.Facilitator, Key(), models.NewStep{
		ID: models.NewID[models.StepID](), Method: models.MethodCollect, Heading: "KROK", Part: d.Parts[0].ID,
	})
	want(t, err, models.CodeInvalid)
}
