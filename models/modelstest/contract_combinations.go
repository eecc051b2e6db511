package modelstest

import (
	"reflect"
	"testing"

	"dilna/models"
	"dilna/models/store"
	"dilna/models/voting"
	"dilna/models/workshopfile"
)

// combinationContract is what holds of several rounds told as one standing
// (docs/adr/0046).
var combinationContract = map[string]func(*testing.T, *store.Store){
	"rounds on the same entries are combined by their weights, and told to all":        combining,
	"only rounds with a result that everybody knows are combined":                      combinable,
	"a combination is taken back, removed and restored; who is behind a curtain waits": combinationUndone,
	"a combination follows its rounds: totals typed again, ideas merged":               combinationFollows,
	"a step left out of the minutes has no combined standing either":                   combinationLeftOut,
	"the best of a step are those of its combined standing, while it is the newest":    bestOfCombination,
	"a file and a copy keep a combination, a template has none":                        combinationKept,
}

// twoRounds is a step of three ideas with two typed rounds, 3:1:0 and 1:2:5.
func (r *Scene) twoRounds(t *testing.T) (models.Step, []models.Entry, []models.RoundID) {
	t.Helper()
	step := r.Step(t, models.MethodCollect)
	ideas := []models.Entry{r.Idea(t, step.ID, "a"), r.Idea(t, step.ID, "b"), r.Idea(t, step.ID, "c")}
	var rounds []models.RoundID
	for _, points := range [][]int{{3, 1, 0}, {1, 2, 5}} {
		rounds = append(rounds, r.typedRound(t, step.ID, ideas, points...))
	}
	return step, ideas, rounds
}

// typedRound is a revealed round with these totals.
func (r *Scene) typedRound(t *testing.T, step models.StepID, ideas []models.Entry, points ...int) models.RoundID {
	t.Helper()
	id := models.NewID[models.RoundID]()
	_, err := r.Store.AddRound(t.Context(), r.Facilitator, Key(), step, models.NewRound{ID: id, CastBy: models.CastTyped})
	must(t, err)
	r.typeIn(t, id, ideas, points...)
	r.setRound(t, id, models.RoundRevealed)
	return id
}

func (r *Scene) typeIn(t *testing.T, round models.RoundID, ideas []models.Entry, points ...int) {
	t.Helper()
	var in models.TypedTotals
	for i, n := range points {
		in.Totals = append(in.Totals, models.Total{EntryID: ideas[i].ID, Points: &n})
	}
	_, err := r.Store.TypeTotals(t.Context(), r.Facilitator, Key(), round, in)
	must(t, err)
}

// combine combines rounds with these weights.
func (r *Scene) combine(t *testing.T, step models.StepID, rounds []models.RoundID, weights ...int) (models.CombinationView, error) {
	t.Helper()
	in := models.NewCombination{ID: models.NewID[models.CombinationID](), Label: "Sál a anketa"}
	for i, round := range rounds {
		in.Rounds = append(in.Rounds, models.WeighedRound{Round: round, Weight: weights[i]})
	}
	return r.Store.AddCombination(t.Context(), r.Facilitator, Key(), step, in)
}

// combinationsTold are the combinations an audience is told since a revision, and
// what is gone.
func (r *Scene) combinationsTold(t *testing.T, a models.Audience, since models.Revision) ([]models.CombinationView, []string) {
	t.Helper()
	changes, err := r.Store.Changes(t.Context(), r.ID, since)
	must(t, err)
	view := changes.For(a)
	return view.Combinations, view.Gone
}

// sharesOf are the shares of ideas in thousandths, in their order; −1 where there is none.
func sharesOf(view models.CombinationView, ideas []models.Entry) []int {
	shares := make([]int, len(ideas))
	for i, idea := range ideas {
		shares[i] = -1
		for _, place := range view.Standing {
			if place.Idea == idea.ID && place.Share != nil {
				shares[i] = int(*place.Share*1000 + 0.5)
			}
		}
	}
	return shares
}

func combining(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step, ideas, rounds := r.twoRounds(t)
	before := r.Look(t, models.Participants).Revision
	_, err := r.combine(t, step.ID, rounds, 50, 50)
	must(t, err)
	_, err = r.combine(t, step.ID, rounds, 1, 3)
	must(t, err)
	for _, a := range models.Audiences {
		for _, since := range []models.Revision{0, before} {
			told, _ := r.combinationsTold(t, a, since)
			if len(told) != 2 {
				t.Fatalf("audience %v is told of %d combinations", a, len(told))
			}
			// 3/4 and 1/8, 1/4 and 2/8, 0 and 5/8
			if got := sharesOf(told[0], ideas); !reflect.DeepEqual(got, []int{438, 250, 313}) {
				t.Errorf("50 : 50 gives %v", got)
			}
			if got := sharesOf(told[1], ideas); !reflect.DeepEqual(got, []int{281, 250, 469}) {
				t.Errorf("1 : 3 gives %v", got)
			}
		}
	}
	want(t, s.Remove(t.Context(), r.Facilitator, Key(), models.PartRounds, string(rounds[0])), models.CodeRoundClosed)
}

func combinable(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step, ideas, rounds := r.twoRounds(t)
	other, _, others := r.twoRounds(t)
	refuse := func(why string, second models.RoundID, code models.ErrorCode) {
		t.Helper()
		if _, err := r.combine(t, step.ID, []models.RoundID{rounds[0], second}, 1, 1); models.CodeOf(err) != code {
			t.Errorf("%s: %v", why, err)
		}
	}
	refuse("a round of another step", others[0], models.CodeInvalid)
	refuse("one that is not there", models.NewID[models.RoundID](), models.CodeInvalid)
	refuse("the same twice", rounds[0], models.CodeInvalid)
	r.open(t, step.ID)
	prepared := r.Round(t, step.ID, 1, 1)
	refuse("a prepared one", prepared.ID, models.CodeNoResult)
	r.setRound(t, prepared.ID, models.RoundOpen)
	refuse("an open one", prepared.ID, models.CodeNoResult)
	_, err := r.ballot(t, r.Seats[0], prepared.ID, 1, voting.Vote{Entry: ideas[0].ID, Value: 1})
	must(t, err)
	r.setRound(t, prepared.ID, models.RoundClosed)
	refuse("one that only facilitators know", prepared.ID, models.CodeNotRevealed)
	r.setRound(t, prepared.ID, models.RoundRevealed)
	refuse("a revealed one", prepared.ID, "")

	late := r.Idea(t, step.ID, "až potom")
	apart := r.typedRound(t, step.ID, []models.Entry{late}, 4)
	refuse("one on other entries", apart, models.CodeNothingInCommon)
	in := models.NewCombination{ID: models.NewID[models.CombinationID](), Rounds: []models.WeighedRound{{Round: others[0], Weight: 1}, {Round: others[1], Weight: 1}}}
	_, err = s.AddCombination(t.Context(), r.Seats[0], Key(), other.ID, in)
	want(t, err, models.CodeFacilitatorOnly)
}

func combinationUndone(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step, _, rounds := r.twoRounds(t)
	made, err := r.combine(t, step.ID, rounds, 50, 50)
	must(t, err)
	since := r.Look(t, models.Participants).Revision
	newest := r.newest(t)
	if newest.Part != models.PartCombinations || newest.Done != models.DoneAdded || newest.Subject != "Sál a anketa" {
		t.Errorf("the history says %+v", newest)
	}
	must(t, r.undo(t, newest))
	if told, gone := r.combinationsTold(t, models.Participants, since); len(told) > 0 || !reflect.DeepEqual(gone, []string{string(made.ID)}) {
		t.Errorf("taken back, phones are told %v, gone %v", told, gone)
	}
	must(t, r.undo(t, r.newest(t)))
	must(t, s.Remove(t.Context(), r.Facilitator, Key(), models.PartCombinations, string(made.ID)))
	if told, _ := r.combinationsTold(t, models.Wall, 0); len(told) > 0 {
		t.Error("removed it is still told")
	}
	must(t, s.Restore(t.Context(), r.Facilitator, Key(), models.PartCombinations, string(made.ID)))
	r.blind(t, step.ID, true)
	if told, _ := r.combinationsTold(t, models.Wall, 0); len(told) > 0 {
		t.Error("it is told of a step whose rounds are not")
	}
	r.blind(t, step.ID, false)
	if told, _ := r.combinationsTold(t, models.Wall, 0); len(told) != 1 {
		t.Error("restored it is not told")
	}
}

func combinationFollows(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step, ideas, rounds := r.twoRounds(t)
	_, err := r.combine(t, step.ID, rounds, 50, 50)
	must(t, err)
	since := r.Look(t, models.Wall).Revision
	r.typeIn(t, rounds[0], ideas, 0, 4, 0)
	told, _ := r.combinationsTold(t, models.Wall, since)
	if len(told) != 1 || !reflect.DeepEqual(sharesOf(told[0], ideas), []int{63, 625, 313}) {
		t.Errorf("typed again, the wall is told %+v", told)
	}
	since = r.Look(t, models.Wall).Revision
	r.merge(t, ideas[0], ideas[1])
	told, _ = r.combinationsTold(t, models.Wall, since)
	if len(told) != 1 || !reflect.DeepEqual(sharesOf(told[0], ideas), []int{688, -1, 313}) {
		t.Errorf("merged, the wall is told %+v", told)
	}
	r.checkFile(t, r.record(t))
}

func combinationKept(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step, _, rounds := r.twoRounds(t)
	_, err := r.combine(t, step.ID, rounds, 60, 40)
	must(t, err)
	record := r.record(t)
	if got := record.Steps[0].Combinations; len(got) != 1 || got[0].Label != "Sál a anketa" || len(got[0].Results) != 3 || got[0].Results[0].Rank != 1 {
		t.Fatalf("the record says %+v", got)
	}
	r.checkFile(t, record)
	data, err := workshopfile.Encode(record)
	must(t, err)
	read, err := workshopfile.Decode(data)
	must(t, err)
	read.Steps[0].Combinations[0].Results[0].Rank = 3 // worked out again
	id, err := s.Import(t.Context(), read)
	must(t, err)
	again, err := s.Minutes(t.Context(), id)
	must(t, err)
	if !reflect.DeepEqual(again.Steps[0].Combinations, record.Steps[0].Combinations) {
		t.Errorf("brought back it says\n%+v\nit was\n%+v", again.Steps[0].Combinations, record.Steps[0].Combinations)
	}
	for _, full := range record.FullSteps() {
		if len(full.Agenda().Parts.Combinations) > 0 {
			t.Error("the agenda has a combination")
		}
	}
}

func combinationLeftOut(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step, _, rounds := r.twoRounds(t)
	_, err := r.combine(t, step.ID, rounds, 50, 50)
	must(t, err)
	for _, edit := range []models.Edit{{LeftOut: "osobní údaje"}, {Hidden: true}} {
		must(t, s.ChangeDraft(t.Context(), r.Facilitator, Key(), models.DraftChange{Edits: map[string]models.Edit{string(step.ID): edit}}))
		edition, err := s.DraftEdition(t.Context(), r.ID)
		must(t, err)
		for _, said := range edition.Steps {
			if len(said.Combinations) > 0 {
				t.Errorf("left out by %+v, the step says %+v", edit, said.Combinations)
			}
		}
		if whole := edition.WorkshopFile().Steps[0].Combinations; len(whole) != 1 {
			t.Errorf("left out by %+v, the record has %d combinations", edit, len(whole))
		}
	}
}

// bestOfCombination: a round that came after it says the newest result again.
func bestOfCombination(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step, ideas, rounds := r.twoRounds(t)
	best := func() (texts []string) {
		into := r.Step(t, models.MethodCollect)
		in := models.NewBest{Steps: []models.StepID{step.ID}, By: models.BestByVotes, Most: 2}
		must(t, s.BringBest(t.Context(), r.Facilitator, Key(), into.ID, in))
		for _, said := range r.record(t).Steps {
			for _, topic := range said.Topics {
				texts = nil
				for _, idea := range topic.Ideas {
					texts = append(texts, idea.Text)
				}
			}
		}
		return texts
	}
	expect := func(when string, wanted ...string) {
		t.Helper()
		if got := best(); !reflect.DeepEqual(got, wanted) {
			t.Errorf("%s, the best are %v, want %v", when, got, wanted)
		}
	}
	expect("of the newest round", "c", "b")
	made, err := r.combine(t, step.ID, rounds, 50, 50)
	must(t, err)
	expect("combined", "a", "c")
	must(t, s.Remove(t.Context(), r.Facilitator, Key(), models.PartCombinations, string(made.ID)))
	expect("the combination removed", "c", "b")
	must(t, s.Restore(t.Context(), r.Facilitator, Key(), models.PartCombinations, string(made.ID)))
	r.typedRound(t, step.ID, ideas, 0, 9, 0)
	expect("after one more round", "b")
}
