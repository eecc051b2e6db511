package modelstest

import (
	"reflect"
	"testing"

	"dilna/models"
	"dilna/models/store"
)

// ruleContract is what holds of the rules of rounds, wherever they come from.
var ruleContract = map[string]func(*testing.T, *store.Store){
	"a rule that nobody can vote by is opened at no door, and may be held on paper": unplayedRules,
	"of typed totals no rule is known unless it is said":                            typedWithoutRule,
	"a place kept for an earlier round is not its result":                           placeKept,
}

// planOf is an agenda with one step and its rounds, as a file brings it.
func planOf(rounds ...models.RoundMinutes) models.Minutes {
	return models.Minutes{Head: models.Head{Language: "cs"}, Steps: []models.StepMinutes{{Method: models.MethodCollect, Heading: "Problémy", Rounds: rounds}}}
}

func unplayedRules(t *testing.T, s *store.Store) {
	account, two, none := FirstAccount(t, s), 2, 0
	imported, err := s.Import(t.Context(), planOf(
		models.RoundMinutes{Label: "váhy", Weights: []int{3, 0}}, models.RoundMinutes{Label: "minus", Dots: 3, Minus: &two},
		models.RoundMinutes{Label: "neřečeno"}, models.RoundMinutes{Label: "puntíky", Dots: 3, PerIdea: 1, Minus: &none}))
	must(t, err)
	actor := func(w models.WorkshopID) models.Actor {
		return models.Actor{Role: models.RoleCoordinator, Account: account.ID, Workshop: w}
	}
	copyOf := func(rehearsal bool) models.WorkshopID {
		w, err := s.CopyWorkshop(t.Context(), actor(imported), Key(), models.NewCopy{ID: models.NewID[models.WorkshopID](), Rehearsal: rehearsal})
		must(t, err)
		return w.ID
	}
	fromTemplate := func() models.WorkshopID {
		template, err := s.SaveTemplate(t.Context(), actor(imported), Key(), models.NewTemplate{ID: models.NewID[models.TemplateID](), Name: "vzor"})
		must(t, err)
		w, err := s.CreateWorkshop(t.Context(), account, Key(), models.NewWorkshop{ID: models.NewID[models.WorkshopID](), Template: template.ID})
		must(t, err)
		return w.ID
	}
	for door, w := range map[string]models.WorkshopID{
		"the next meeting": copyOf(false), "a rehearsal": copyOf(true), "a template": fromTemplate(), "a file": imported,
	} {
		t.Run(door, func(t *testing.T) { holdOnPaper(t, s, actor(w)) })
	}
}

// holdOnPaper finds that rounds whose rule is not whole, or not said, are not
// opened, and holds the one with minus dots on paper.
func holdOnPaper(t *testing.T, s *store.Store, by models.Actor) {
	ctx := t.Context()
	_, err := s.SetWorkshopState(ctx, by, Key(), models.WorkshopMove{State: models.WorkshopOpen})
	must(t, err)
	changes, err := s.Changes(ctx, by.Workshop, 0)
	must(t, err)
	step := changes.Steps[0]
	_, err = s.SetStepState(ctx, by, Key(), step.ID, models.StepMove{State: models.StepOpen})
	must(t, err)
	idea, err := s.AddEntry(ctx, by, Key(), models.MethodCollect, step.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: "bydlení"})
	must(t, err)
	for i, code := range map[int]models.ErrorCode{0: models.CodeRuleMissing, 2: models.CodeRuleMissing, 3: ""} {
		_, err = s.SetRoundState(ctx, by, Key(), changes.Rounds[i].ID, models.RoundMove{State: models.RoundOpen})
		want(t, err, code)
	}
	onPaper, points := models.CastTyped, -2
	_, err = s.ChangeRound(ctx, by, Key(), changes.Rounds[1].ID, models.RoundChange{CastBy: &onPaper})
	must(t, err)
	view, err := s.TypeTotals(ctx, by, Key(), changes.Rounds[1].ID, models.TypedTotals{Totals: []models.Total{{EntryID: idea.ID, Points: &points}}})
	must(t, err)
	if *view.Standing[0].Points != -2 || *view.Minus != 2 || view.Dots != 3 {
		t.Fatalf("held on paper it is %+v", view)
	}
	_, err = s.ChangeRound(ctx, by, Key(), changes.Rounds[3].ID, models.RoundChange{CastBy: &onPaper})
	want(t, err, models.CodeRoundOpen)
}

func typedWithoutRule(t *testing.T, s *store.Store) {
	r, ctx := NewScene(t, s, 0), t.Context()
	step := r.Step(t, models.MethodCollect)
	idea := r.Idea(t, step.ID, "a")
	_, err := s.AddRound(ctx, r.Facilitator, Key(), step.ID, models.NewRound{ID: models.NewID[models.RoundID]()})
	want(t, err, models.CodeInvalid) // on phones the rule must be said
	round, err := s.AddRound(ctx, r.Facilitator, Key(), step.ID, models.NewRound{ID: models.NewID[models.RoundID](), CastBy: models.CastTyped})
	must(t, err)
	points, dots, perIdea, unknown := 5, 3, 2, 0
	for _, c := range []struct {
		typed         models.TypedTotals
		dots, perIdea int
	}{
		{models.TypedTotals{}, 0, 0},
		{models.TypedTotals{Dots: &dots, PerIdea: &perIdea}, 3, 2},
		{models.TypedTotals{}, 3, 2}, // not said again it stays
		{models.TypedTotals{Dots: &unknown, PerIdea: &unknown}, 0, 0},
	} {
		c.typed.Totals = []models.Total{{EntryID: idea.ID, Points: &points}}
		_, err = s.TypeTotals(ctx, r.Facilitator, Key(), round.ID, c.typed)
		must(t, err)
		minutes, err := s.Minutes(ctx, r.ID)
		must(t, err)
		if held := minutes.Steps[0].Rounds[0]; held.Dots != c.dots || held.PerIdea != c.perIdea {
			t.Fatalf("typed with %+v the record says %+v", c.typed, held)
		}
	}
}

// placeKept: a round that was never held stands before one that was; a file of
// this, imported, does not say that it was held.
func placeKept(t *testing.T, s *store.Store) {
	five, twelve := 5, 12
	m := planOf(models.RoundMinutes{Label: "nekonalo se", Dots: 3}, models.RoundMinutes{Label: "konalo se", Dots: 3},
		models.RoundMinutes{Label: "součty nejsou", Dots: 3, Voters: &twelve})
	m.Steps[0].Ideas = []models.IdeaMinutes{{Text: "a", Votes: []*int{nil, &five}}}
	id, err := s.Import(t.Context(), m)
	must(t, err)
	changes, err := s.Changes(t.Context(), id, 0)
	must(t, err)
	var states []models.RoundState
	for _, round := range changes.Rounds {
		states = append(states, round.State)
	}
	if expected := []models.RoundState{models.RoundPrepared, models.RoundClosed, models.RoundClosed}; !reflect.DeepEqual(states, expected) {
		t.Fatalf("the rounds are %v", states)
	}
}
