package modelstest

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"slices"
	"testing"

	"dilna/models"
	"dilna/models/store"
	"dilna/models/voting"
	"dilna/models/workshopfile"
)

// votingContract is what holds of rounds whatever their rule is.
var votingContract = map[string]func(*testing.T, *store.Store){
	"every rule is counted as the table of cases says, told, recorded and brought back by a file": everyRule,
	"a decision that is reworded after the vote says which wording was voted on":                  decidedOtherwise,
	"a choice on decisions says in them how people voted":                                         decided,
	"what was counted on paper says what follows from it by its rule":                             typedChoice,
	"what a mean counted on paper is worth is ranked, recorded and brought back by a file":        typedMean,
}

// counted is a case of models/voting/testdata: ballots and what they give.
type counted struct {
	Name    string                               `json:"name"`
	Rule    voting.Rule                          `json:"rule"`
	Entries []models.EntryID                     `json:"entries"`
	Ballots []map[models.EntryID]json.RawMessage `json:"ballots"`
	Results []voting.Result                      `json:"results"`
}

func casesCounted(t *testing.T) []counted {
	t.Helper()
	data, err := os.ReadFile("../voting/testdata/cases.json")
	must(t, err)
	var cases struct {
		Tallies []counted `json:"tallies"`
	}
	must(t, json.Unmarshal(data, &cases))
	return cases.Tallies
}

func everyRule(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 4)
	var rounds []models.RoundID
	for _, c := range casesCounted(t) {
		if len(c.Ballots) > 0 { // else nobody voted, and there is no result
			rounds = append(rounds, r.counted(t, c))
		}
	}
	before, err := s.Minutes(t.Context(), r.ID)
	must(t, err)
	data, err := workshopfile.Encode(before)
	must(t, err)
	read, err := workshopfile.Decode(data)
	must(t, err)
	id, err := s.Import(t.Context(), read)
	must(t, err)
	after, err := s.Minutes(t.Context(), id)
	must(t, err)
	again, err := workshopfile.Encode(after)
	must(t, err)
	if string(again) != string(data) {
		t.Errorf("brought back, the file\n%s\nbecame\n%s", data, again)
	}
	if told := len(standings(t, s, r.ID)); told != len(rounds) {
		t.Fatalf("%d standings are told of %d rounds", told, len(rounds))
	}
	brought := standings(t, s, id)
	for i, standing := range standings(t, s, r.ID) {
		for j := range standing {
			was, is := standing[j], brought[i][j]
			was.Idea, is.Idea, was.Said, is.Said = "", "", nil, nil // a file does not say of plain points how many gave them
			if !reflect.DeepEqual(was, is) {
				t.Errorf("round %d: told was %+v, brought back it is %+v", i, was, is)
			}
		}
	}
}

// standings are those of a workshop's rounds in their order, each in the order
// of the entries.
func standings(t *testing.T, s *store.Store, w models.WorkshopID) [][]models.Place {
	t.Helper()
	changes, err := s.Changes(t.Context(), w, 0)
	must(t, err)
	var all [][]models.Place
	for _, step := range changes.Steps {
		for _, round := range changes.For(models.Facilitators).Rounds {
			if round.StepID != step.ID {
				continue
			}
			var standing []models.Place
			for _, idea := range changes.Ideas {
				for _, place := range round.Standing {
					if place.Idea == idea.ID {
						standing = append(standing, place)
					}
				}
			}
			all = append(all, standing)
		}
	}
	return all
}

// ideasOf are ideas of the step that stand for the entries of a case.
func (r *Scene) ideasOf(t *testing.T, step models.StepID, c counted) map[models.EntryID]models.EntryID {
	t.Helper()
	ids := map[models.EntryID]models.EntryID{}
	for _, name := range c.Entries {
		ids[name] = r.Idea(t, step, string(name)).ID
	}
	return ids
}

// on is the rule of a case, with the costs of those ideas.
func (c counted) on(ids map[models.EntryID]models.EntryID) voting.Rule {
	rule := c.Rule
	if rule.Costs != nil {
		rule.Costs = map[models.EntryID]int{}
		for name, id := range ids {
			rule.Costs[id] = c.Rule.Costs[name]
		}
	}
	return rule
}

// ballotOn is a ballot of a case on the ideas that stand for its entries.
func ballotOn(t *testing.T, ids map[models.EntryID]models.EntryID, votes map[models.EntryID]json.RawMessage) voting.Ballot {
	t.Helper()
	var ballot voting.Ballot
	for name, said := range votes {
		var line voting.Line[models.EntryID]
		must(t, json.Unmarshal(fmt.Appendf(nil, "[%q, %s]", ids[name], said), &line))
		ballot = append(ballot, voting.Vote(line))
	}
	return ballot
}

// counted plays a case: the last ballot on paper, the others on phones.
func (r *Scene) counted(t *testing.T, c counted) models.RoundID {
	t.Helper()
	ctx, step := t.Context(), r.Step(t, models.MethodCollect)
	ids, names := r.ideasOf(t, step.ID, c), map[models.EntryID]models.EntryID{}
	for name, id := range ids {
		names[id] = name
	}
	rule := c.on(ids)
	round := models.NewID[models.RoundID]()
	_, err := r.Store.AddRound(ctx, r.Facilitator, Key(), step.ID, models.NewRound{ID: round, Rule: &rule, Open: true})
	must(t, err)
	for i, votes := range c.Ballots {
		ballot := ballotOn(t, ids, votes)
		if i == len(c.Ballots)-1 {
			_, err = r.Store.SetPaperBallot(ctx, r.Facilitator, round, models.NewID[models.BallotID](), models.SetPaperBallot{Votes: ballot, Seq: 1})
		} else {
			_, err = r.ballot(t, r.Seats[i], round, 1, ballot...)
		}
		must(t, err)
	}
	view, err := r.Store.SetRoundState(ctx, r.Facilitator, Key(), round, models.RoundMove{State: models.RoundClosed})
	must(t, err)
	got := map[models.EntryID]voting.Result{}
	for _, place := range view.Standing {
		got[names[place.Idea]] = voting.Result{Entry: names[place.Idea], Points: *place.Points, Details: place.Details}
	}
	for _, want := range c.Results {
		if !reflect.DeepEqual(got[want.Entry], want) {
			t.Errorf("%s: %s has %+v, not %+v", c.Name, want.Entry, got[want.Entry], want)
		}
	}
	return round
}

func decided(t *testing.T, s *store.Store) {
	r, ctx := NewScene(t, s, 3), t.Context()
	step := r.Step(t, models.MethodDecisions)
	one := r.agree(t, models.MethodDecisions, step.ID, models.NewEntry{Text: "Sejdeme se v květnu."})
	other := r.agree(t, models.MethodDecisions, step.ID, models.NewEntry{Text: "Nikdo o něm nic neřekl."})
	add := func(rule voting.Rule) (models.RoundID, error) {
		id := models.NewID[models.RoundID]()
		_, err := s.AddRound(ctx, r.Facilitator, Key(), step.ID, models.NewRound{ID: id, Rule: &rule, Open: true})
		return id, err
	}
	_, err := add(voting.Rule{Name: voting.Dots, Dots: 3})
	want(t, err, models.CodeWrongMethod)
	round, err := add(voting.Rule{Name: voting.Choice, Majority: voting.Simple})
	must(t, err)
	screen := r.Look(t, models.Participants)
	for i, value := range []int{1, 0, 1} {
		_, err := r.ballot(t, r.Seats[i], round, 1, voting.Vote{Entry: one.ID, Value: value})
		must(t, err)
	}
	r.setRound(t, round, models.RoundClosed)
	if d := r.record(t).Steps[0].Decisions[0]; d.How != "" || d.For != nil {
		t.Errorf("before the result is revealed the record says %+v", d.Decision)
	}
	r.setRound(t, round, models.RoundRevealed)
	changes, err := s.Changes(ctx, r.ID, screen.Revision)
	must(t, err)
	told := map[models.EntryID]models.Decision{}
	for _, decision := range changes.For(models.Participants).Decisions {
		told[decision.ID] = decision.Decision
	}
	if d := told[one.ID]; d.How != models.DecidedByVotes || d.For == nil || *d.For != 2 || *d.Against != 0 || *d.Abstain != 1 {
		t.Errorf("phones are told of the decision %+v", d)
	}
	if _, changed := told[other.ID]; changed {
		t.Error("a decision that nobody said anything of has changed")
	}
	minutes := r.record(t)
	if d := minutes.Steps[0].Decisions[0]; d.How != models.DecidedByVotes || *d.For != 2 {
		t.Errorf("the record says %+v", d.Decision)
	}
	results := minutes.Steps[0].Rounds[0].Results
	if len(results) != 2 || results[0].Entry != 0 || *results[0].Points != 2 || !*results[0].Passed || *results[1].Passed {
		t.Errorf("the results in the record are %+v", results)
	}
	r.checkFile(t, minutes)
}

func decidedOtherwise(t *testing.T, s *store.Store) {
	r, ctx := NewScene(t, s, 1), t.Context()
	step := r.Step(t, models.MethodDecisions)
	decision := r.agree(t, models.MethodDecisions, step.ID, models.NewEntry{Text: "Sejdeme se v květnu."})
	round := models.NewID[models.RoundID]()
	_, err := s.AddRound(ctx, r.Facilitator, Key(), step.ID, models.NewRound{ID: round, Rule: &voting.Rule{Name: voting.Choice}, Open: true})
	must(t, err)
	_, err = r.ballot(t, r.Seats[0], round, 1, voting.Vote{Entry: decision.ID, Value: 1})
	must(t, err)
	r.setRound(t, round, models.RoundClosed)
	told := func(audience models.Audience) models.Entry {
		changes, err := s.Changes(ctx, r.ID, 0)
		must(t, err)
		return changes.For(audience).Decisions[0]
	}
	reword := func(text string) models.Entry {
		changed, err := s.ChangeEntry(ctx, r.Facilitator, Key(), models.MethodDecisions, decision.ID, models.EntryChange{
			Text: &text, MadeFrom: models.MadeFrom{"text": told(models.Facilitators).Text},
		})
		must(t, err)
		return changed
	}
	if got := reword("Sejdeme se v červnu.").Voted; !slices.Equal(got, []string{"Sejdeme se v květnu."}) {
		t.Errorf("whoever reworded it is told that people voted on %q", got)
	}
	for audience, want := range map[models.Audience]string{models.Facilitators: "Sejdeme se v květnu.", models.Participants: "Sejdeme se v květnu.", models.Wall: ""} {
		if got := told(audience).Voted; !slices.Equal(got, []string{want}) {
			t.Errorf("audience %d is told that people voted on %q", audience, got)
		}
	}
	minutes := r.record(t)
	if got := minutes.Steps[0].Decisions[0].Voted; !reflect.DeepEqual(got, []models.VotedWording{{Text: "Sejdeme se v květnu.", Rounds: []int{0}}}) {
		t.Errorf("the record says that people voted on %+v", got)
	}
	r.checkFile(t, minutes)
	if got := reword("Sejdeme se v květnu.").Voted; len(got) > 0 {
		t.Errorf("worded as it was, it says that people voted on %q", got)
	}
}

func typedChoice(t *testing.T, s *store.Store) {
	r, ctx := NewScene(t, s, 0), t.Context()
	step := r.Step(t, models.MethodDecisions)
	decision := r.agree(t, models.MethodDecisions, step.ID, models.NewEntry{Text: "Sejdeme se v květnu."})
	rule := voting.Rule{Name: voting.Choice, Majority: voting.TwoThirds, Of: voting.Present, Present: 9}
	round, err := s.AddRound(ctx, r.Facilitator, Key(), step.ID, models.NewRound{ID: models.NewID[models.RoundID](), CastBy: models.CastTyped, Rule: &rule})
	must(t, err)
	for in, passed := range map[int]bool{5: false, 6: true} {
		total := models.Total{EntryID: decision.ID, Details: voting.Details{For: &in, Against: new(1), Abstain: new(0), Passed: new(!passed)}}
		view, err := typeTotals(ctx, s, r, round.ID, total)
		must(t, err)
		if place := view.Standing[0]; *place.Points != in || *place.Passed != passed || *place.Against != 1 {
			t.Errorf("%d of nine for it: %+v", in, place)
		}
		r.setRound(t, round.ID, models.RoundRevealed)
		if d := r.record(t).Steps[0].Decisions[0]; *d.For != in || d.How != models.DecidedByVotes {
			t.Errorf("the record says %+v", d.Decision)
		}
	}
}

func typedMean(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	step := r.Step(t, models.MethodCollect)
	a, b := r.Idea(t, step.ID, "a").ID, r.Idea(t, step.ID, "b").ID
	rule := voting.Rule{Name: voting.Scale, Steps: 5}
	round, err := s.AddRound(t.Context(), r.Facilitator, Key(), step.ID, models.NewRound{ID: models.NewID[models.RoundID](), CastBy: models.CastTyped, Rule: &rule})
	must(t, err)
	mean := func(of models.EntryID, mean float64) models.Total {
		return models.Total{EntryID: of, Details: voting.Details{Mean: &mean}}
	}
	for _, beyond := range []float64{0.5, 5.01} {
		_, err = typeTotals(t.Context(), s, r, round.ID, mean(a, 3), mean(b, beyond))
		want(t, err, models.CodeInvalid)
	}
	view, err := typeTotals(t.Context(), s, r, round.ID, mean(a, 3.456), mean(b, 4))
	must(t, err)
	told := map[models.EntryID]models.Place{}
	for _, place := range view.Standing {
		told[place.Idea] = place
	}
	if *told[a].Mean != 3.46 || told[a].Rank != 2 || *told[b].Mean != 4 || told[b].Rank != 1 {
		t.Errorf("means of 3.456 and 4 are told as %+v", view.Standing)
	}
	before := r.record(t)
	if results := before.Steps[0].Rounds[0].Results; len(results) != 2 || *results[0].Mean != 3.46 {
		t.Fatalf("the record says %+v", results)
	}
	id, err := s.Import(t.Context(), before)
	must(t, err)
	brought := standings(t, s, id)
	if len(brought) != 1 || len(brought[0]) != 2 || *brought[0][0].Mean != 3.46 || brought[0][1].Rank != 1 {
		t.Errorf("brought back, the standing is %+v", brought)
	}
}
