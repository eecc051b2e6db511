package modelstest

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"dilna/models"
	"dilna/models/store"
	"dilna/models/voting"
	"dilna/models/workshopfile"
)

// revealContract is what holds of results that only facilitators know
// (docs/adr/0039).
var revealContract = map[string]func(*testing.T, *store.Store){
	"INV-18 of a result that is not revealed nothing is at any door, whatever the rule": unrevealedDoors,
	"that a result is still to be shown is told to whoever is there":                    awaitedResult,
	"a result is revealed from the last place up, one press a place":                    revealedUpwards,
	"a spokesperson learns a result when everybody does":                                spokespersonWaits,
	"INV-08 a result is revealed once, however often it is pressed":                     revealedOnce,
	"minutes with a result that is not revealed wait for it":                            minutesWait,
	"a file keeps that a result is not revealed":                                        unrevealedFile,
}

// toldAt is all that those who do not facilitate are told, by door.
func (r *Scene) toldAt(t *testing.T, since models.Revision) map[string]string {
	t.Helper()
	told := map[string]string{}
	say := func(door string, what any) {
		text, err := json.Marshal(what)
		must(t, err)
		told[door] = string(text)
	}
	for name, audience := range map[string]models.Audience{"phones": models.Participants, "the wall": models.Wall} {
		for how, from := range map[string]models.Revision{"afresh": 0, "by the feed": since} {
			changes, err := r.Store.Changes(t.Context(), r.ID, from)
			must(t, err)
			say(name+" "+how, changes.For(audience))
		}
	}
	mine, err := r.Store.Mine(t.Context(), r.Seats[0])
	must(t, err)
	say("one's own", mine)
	progress, err := r.Store.Progress(t.Context(), r.ID)
	must(t, err)
	say("the counts", []models.Progress{progress.For(models.Participants), progress.For(models.Wall)})
	return told
}

// unrevealedDoors: by each rule a round is played and closed; nobody is told of
// it. Revealed it is told, with its standing, to phones and the wall.
func unrevealedDoors(t *testing.T, s *store.Store) {
	played := map[voting.Name]bool{}
	for _, c := range casesCounted(t) {
		if played[c.Rule.Name] || len(c.Ballots) == 0 {
			continue
		}
		played[c.Rule.Name] = true
		r := NewScene(t, s, 4)
		before := r.Look(t, models.Participants).Revision
		round := r.counted(t, c)
		for door, told := range r.toldAt(t, before) {
			for _, secret := range []string{"standing", "points", "voters", `"id":"` + string(round)} {
				if strings.Contains(told, secret) {
					t.Errorf("%s: %s tell %s: %s", c.Rule.Name, door, secret, told)
				}
			}
		}
		r.setRound(t, round, models.RoundRevealed)
		for door, told := range r.toldAt(t, before) {
			if shows := strings.Contains(told, "standing"); shows != (strings.HasPrefix(door, "phones") || strings.HasPrefix(door, "the wall")) {
				t.Errorf("%s: revealed, the standing at %s: %v", c.Rule.Name, door, shows)
			}
		}
	}
	if len(played) < 8 {
		t.Errorf("only %d rules were played", len(played))
	}
}

// threePlaces is a closed round whose ideas have 3, 1, 1 and 0 votes.
func (r *Scene) threePlaces(t *testing.T) models.RoundID {
	t.Helper()
	step := r.Step(t, models.MethodCollect)
	var ideas []models.EntryID
	for _, text := range []string{"a", "b", "c", "d"} {
		ideas = append(ideas, r.Idea(t, step.ID, text).ID)
	}
	round := models.NewID[models.RoundID]()
	rule := voting.Rule{Name: voting.Approval}
	_, err := r.Store.AddRound(t.Context(), r.Facilitator, Key(), step.ID, models.NewRound{ID: round, Rule: &rule, Open: true})
	must(t, err)
	for seat, idea := range map[int]models.EntryID{0: ideas[1], 1: ideas[2]} {
		_, err = r.ballot(t, r.Seats[seat], round, 1, voting.Vote{Entry: ideas[0], Value: 1}, voting.Vote{Entry: idea, Value: 1})
		must(t, err)
	}
	_, err = r.ballot(t, r.Seats[2], round, 1, voting.Vote{Entry: ideas[0], Value: 1})
	must(t, err)
	r.setRound(t, round, models.RoundClosed)
	return round
}

// awaitedResult: phones say that the result comes from the closing of a vote until it is shown, in a step that is
// open. Where nobody voted nothing comes.
func awaitedResult(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 4)
	awaits := func(when string, wanted ...models.StepID) {
		t.Helper()
		if got := r.progress(t).For(models.Participants).Awaited; !slices.Equal(got, wanted) {
			t.Errorf("%s: a result is awaited in %v, not in %v", when, got, wanted)
		}
	}
	round := r.threePlaces(t)
	changes, err := r.Store.Changes(t.Context(), r.ID, 0)
	must(t, err)
	step := changes.Rounds[0].StepID
	awaits("closed", step)
	r.setStep(t, step, models.StepClosed)
	awaits("its step has closed, too")
	r.setStep(t, step, models.StepOpen)
	r.setRound(t, round, models.RoundRevealing)
	awaits("its last place is shown")
	r.setRound(t, round, models.RoundRevealed)
	awaits("all of it is shown")

	second := models.NewID[models.RoundID]()
	rule := voting.Rule{Name: voting.Approval}
	_, err = r.Store.AddRound(t.Context(), r.Facilitator, Key(), step, models.NewRound{ID: second, Rule: &rule, Open: true})
	must(t, err)
	awaits("people vote")
	r.setRound(t, second, models.RoundClosed)
	awaits("nobody voted")
}

// placesTold are the places of the rounds that the audience is told.
func (r *Scene) placesTold(t *testing.T, a models.Audience) []int {
	t.Helper()
	changes, err := r.Store.Changes(t.Context(), r.ID, 0)
	must(t, err)
	var ranks []int
	for _, round := range changes.For(a).Rounds {
		for _, place := range round.Standing {
			ranks = append(ranks, place.Rank)
		}
	}
	slices.Sort(ranks)
	return ranks
}

func revealedUpwards(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 3)
	round := r.threePlaces(t)
	screen := r.Look(t, models.Wall)
	for _, want := range [][]int{nil, {4}, {2, 2, 4}, {1, 2, 2, 4}} {
		if want != nil {
			r.setRound(t, round, models.RoundRevealing)
		}
		changes, err := s.Changes(t.Context(), r.ID, screen.Revision)
		must(t, err)
		screen.Apply(t, changes.For(models.Wall))
		if again := r.Look(t, models.Wall); again.Digest(t) != screen.Digest(t) {
			t.Errorf("a wall that comes later shows\n%s\nnot\n%s", again.Digest(t), screen.Digest(t))
		}
		for _, a := range []models.Audience{models.Participants, models.Wall} {
			if got := r.placesTold(t, a); !slices.Equal(got, want) {
				t.Errorf("audience %d is told the places %v, not %v", a, got, want)
			}
		}
		if _, err := s.ListBallots(t.Context(), r.Seats[0], round); len(want) < 4 && models.CodeOf(err) != models.CodeNotFound {
			t.Errorf("with the places %v shown, the list of ballots is answered with %v", want, err)
		}
		if got := r.placesTold(t, models.Facilitators); len(got) != 4 {
			t.Errorf("facilitators are told %v", got)
		}
	}
	changes, err := s.Changes(t.Context(), r.ID, 0)
	must(t, err)
	if !changes.Rounds[0].Revealed {
		t.Error("with the first place it is not all revealed")
	}
}

func revealedOnce(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 3)
	round := r.threePlaces(t)
	show := func(move models.RoundState, from int) error {
		seen := &models.RoundSeen{State: models.RoundClosed, ShownFrom: &from}
		_, err := s.SetRoundState(t.Context(), r.Facilitator, Key(), round, models.RoundMove{State: move, From: seen})
		return err
	}
	must(t, show(models.RoundRevealing, 0))
	want(t, show(models.RoundRevealing, 0), models.CodeAlreadyDone) // pressed twice, or by two
	must(t, show(models.RoundRevealing, 4))
	want(t, show(models.RoundRevealed, 4), models.CodeMovedOn)
	must(t, show(models.RoundRevealed, 2))
	want(t, show(models.RoundRevealed, 2), models.CodeAlreadyDone)
	r.setRound(t, round, models.RoundRevealed) // who does not say what she saw
	if newest := r.newest(t); newest.Part == models.PartRounds && newest.Offered {
		t.Errorf("that a result was revealed can be taken back: %+v", newest)
	}
	step := r.Step(t, models.MethodCollect)
	r.Idea(t, step.ID, "podnět")
	other := r.Round(t, step.ID, 1, 1)
	want(t, func() error {
		_, err := s.SetRoundState(t.Context(), r.Facilitator, Key(), other.ID, models.RoundMove{State: models.RoundRevealed})
		return err
	}(), models.CodeRoundOpen)
}

func spokespersonWaits(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 3)
	d := r.tables(t, false, "Stůl 1", "Stůl 2")
	must(t, r.sit(t, 0, d, 0))
	must(t, r.speak(t, 1, d.Parts[0]))
	idea, _ := r.ledStep(t, d.Parts[0])
	round := models.NewID[models.RoundID]()
	_, err := s.AddRound(t.Context(), r.Seats[1], Key(), idea.StepID, models.NewRound{ID: round, Dots: 1, PerIdea: 1, Open: true})
	must(t, err)
	_, err = r.ballot(t, r.Seats[0], round, 1, voting.Vote{Entry: idea.ID, Value: 1})
	must(t, err)
	for _, move := range []models.RoundState{models.RoundClosed, models.RoundRevealed} {
		view, err := s.SetRoundState(t.Context(), r.Seats[1], Key(), round, models.RoundMove{State: move})
		must(t, err)
		if told := len(view.Standing) > 0 || view.Voters != nil; told != (move == models.RoundRevealed) {
			t.Errorf("%s by the spokesperson is answered with %+v", move, view)
		}
	}
}

// minutesWait: the draft says the result with a note, but is not approved, and the
// best of a step are not brought anywhere.
func minutesWait(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 3)
	round := r.threePlaces(t)
	by := models.Actor{Role: models.RoleCoordinator, Account: r.Account.ID, Workshop: r.ID}
	changes, err := s.Changes(t.Context(), r.ID, 0)
	must(t, err)
	into := r.Step(t, models.MethodCollect)
	bring := models.NewBest{Steps: []models.StepID{changes.Rounds[0].StepID}, By: models.BestByVotes, Most: 1}
	want(t, s.BringBest(t.Context(), r.Facilitator, Key(), into.ID, bring), models.CodeNotRevealed)
	_, err = s.SetWorkshopState(t.Context(), by, Key(), models.WorkshopMove{State: models.WorkshopEnded})
	must(t, err)
	draft, err := s.DraftEdition(t.Context(), r.ID)
	must(t, err)
	if said := draft.Steps[0].Rounds[0]; !said.Unrevealed || *said.Voters != 3 {
		t.Errorf("the draft says %+v", said)
	}
	approve := func() error {
		_, err := s.ApproveMinutes(t.Context(), by, Key(), models.DraftSeen{})
		return err
	}
	want(t, approve(), models.CodeNotRevealed)
	r.setRound(t, round, models.RoundRevealing)
	want(t, approve(), models.CodeNotRevealed)
	r.setRound(t, round, models.RoundRevealed)
	must(t, approve())
	must(t, s.BringBest(t.Context(), r.Facilitator, Key(), into.ID, bring))
}

func unrevealedFile(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 3)
	r.threePlaces(t)
	data, err := workshopfile.Encode(r.record(t))
	must(t, err)
	if !strings.Contains(string(data), `"unrevealed": true`) {
		t.Errorf("the file says\n%s", data)
	}
	read, err := workshopfile.Decode(data)
	must(t, err)
	id, err := s.Import(t.Context(), read)
	must(t, err)
	changes, err := s.Changes(t.Context(), id, 0)
	must(t, err)
	if len(changes.For(models.Participants).Rounds) != 0 || !changes.Rounds[0].AwaitsReveal() {
		t.Errorf("brought back, phones are told of %+v", changes.For(models.Participants).Rounds)
	}
	r.checkFile(t, read)
}
