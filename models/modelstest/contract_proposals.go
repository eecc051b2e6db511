package modelstest

import (
	"slices"
	"strings"
	"testing"

	"dilna/models"
	"dilna/models/store"
	"dilna/models/voting"
	"dilna/models/workshopfile"
)

// proposalContract is what holds of ideas that come while people vote
// (docs/adr/0045).
var proposalContract = map[string]func(*testing.T, *store.Store){
	"INV-07 an idea proposed while people vote is on every ballot, and what was cast counts": proposedMeanwhile,
	"an idea is proposed only where the round takes it, by who votes in it":                  proposalDoors,
	"only rules under which what comes late cannot win take proposals":                       proposalRules,
	"what was proposed stands as it is while people vote":                                    proposalStands,
}

// proposing is a room of three that votes by two dots on two ideas, and may propose.
func proposing(t *testing.T, s *store.Store) (*Scene, models.Step, models.Round, []models.EntryID) {
	t.Helper()
	r := NewScene(t, s, 3)
	step := r.Step(t, models.MethodCollect)
	ideas := []models.EntryID{r.Idea(t, step.ID, "stromy").ID, r.Idea(t, step.ID, "lavičky").ID}
	round, err := s.AddRound(t.Context(), r.Facilitator, Key(), step.ID, models.NewRound{
		ID: models.NewID[models.RoundID](), Rule: new(dotsRule(2, 1)), Proposals: true, Open: true,
	})
	must(t, err)
	return r, step, round, ideas
}

func (r *Scene) propose(t *testing.T, by models.Actor, step models.StepID, in models.NewEntry) (models.EntryID, error) {
	t.Helper()
	in.ID, in.Text = models.NewID[models.EntryID](), "pítko"
	_, err := r.Store.AddEntry(t.Context(), by, Key(), models.MethodCollect, step, in)
	return in.ID, err
}

func (r *Scene) changeRound(t *testing.T, round models.RoundID, change models.RoundChange) error {
	t.Helper()
	_, err := r.Store.ChangeRound(t.Context(), r.Facilitator, Key(), round, change)
	return err
}

func proposedMeanwhile(t *testing.T, s *store.Store) {
	r, step, round, ideas := proposing(t, s)
	_, err := r.ballot(t, r.Seats[0], round.ID, 1, voting.Vote{Entry: ideas[0], Value: 1}, voting.Vote{Entry: ideas[1], Value: 1})
	must(t, err)
	own, err := r.propose(t, r.Seats[1], step.ID, models.NewEntry{})
	must(t, err)
	for _, audience := range []models.Audience{models.Participants, models.Wall, models.Facilitators} {
		changes, err := s.Changes(t.Context(), r.ID, 0)
		must(t, err)
		told := changes.For(audience).Ideas
		if last := told[len(told)-1]; last.ID != own || !last.Proposed {
			t.Errorf("audience %v is told %+v last", audience, last)
		}
	}
	for seat := 1; seat < 3; seat++ {
		_, err = r.ballot(t, r.Seats[seat], round.ID, 1, voting.Vote{Entry: ideas[0], Value: 1}, voting.Vote{Entry: own, Value: 1})
		must(t, err)
	}
	r.setRound(t, round.ID, models.RoundClosed)
	r.setRound(t, round.ID, models.RoundRevealed)
	record := r.record(t)
	var points []int
	for _, idea := range record.Steps[0].Ideas {
		if points = append(points, *idea.Votes[0]); idea.Proposed != (idea.Text == "pítko") {
			t.Errorf("of %q the record says %v", idea.Text, idea.Proposed)
		}
	}
	if !slices.Equal(points, []int{3, 1, 2}) {
		t.Errorf("counted are %v", points)
	}
	data, err := workshopfile.Encode(record)
	must(t, err)
	read, err := workshopfile.Decode(data)
	must(t, err)
	id, err := s.Import(t.Context(), read)
	must(t, err)
	back, err := s.Minutes(t.Context(), id)
	must(t, err)
	again, err := workshopfile.Encode(back)
	if must(t, err); string(again) != string(data) || !strings.Contains(string(data), `"proposed"`) || !strings.Contains(string(data), `"proposals"`) {
		t.Errorf("the file says\n%s\nand brought back\n%s", data, again)
	}
}

func proposalDoors(t *testing.T, s *store.Store) {
	r, d, step, jury := jury(t, s)
	topic := models.NewID[models.TopicID]()
	_, err := s.AddTopic(t.Context(), r.Facilitator, Key(), step.ID, models.NewTopic{ID: topic, Heading: "okruh"})
	must(t, err)
	r.setRound(t, jury.ID, models.RoundOpen)
	refused := func(by models.Actor, in models.NewEntry, code models.ErrorCode) {
		t.Helper()
		_, err := r.propose(t, by, step.ID, in)
		want(t, err, code)
	}
	refused(r.Seats[0], models.NewEntry{}, models.CodeRoundOpen)
	refused(r.Facilitator, models.NewEntry{}, models.CodeRoundOpen)
	must(t, r.changeRound(t, jury.ID, models.RoundChange{Proposals: new(true)}))
	refused(r.Seats[1], models.NewEntry{}, models.CodeRoundOfOthers)
	refused(r.Seats[3], models.NewEntry{}, models.CodeGuestWatches)
	refused(r.Seats[0], models.NewEntry{Topic: topic}, models.CodeRoundOpen)
	refused(r.Seats[0], models.NewEntry{Parent: r.firstIdea(t, step.ID).ID}, models.CodeRoundOpen)
	refused(r.Facilitator, models.NewEntry{Index: new(0)}, models.CodeRoundOpen)
	for range models.MaxProposals {
		refused(r.Seats[0], models.NewEntry{}, "")
	}
	refused(r.Seats[0], models.NewEntry{}, models.CodeProposalsSpent)
	refused(r.Facilitator, models.NewEntry{}, "")
	others := r.roundOf(t, step.ID, d.Parts[1].ID)
	_, err = s.SetRoundState(t.Context(), r.Facilitator, Key(), others.ID, models.RoundMove{State: models.RoundOpen, Beside: true})
	must(t, err)
	refused(r.Facilitator, models.NewEntry{}, models.CodeRoundOpen) // it would be on the ballots of both
	must(t, r.changeRound(t, others.ID, models.RoundChange{Proposals: new(true)}))
	refused(r.Seats[1], models.NewEntry{}, "")
	r.setRound(t, others.ID, models.RoundClosed)
	must(t, r.changeRound(t, jury.ID, models.RoundChange{Proposals: new(false)}))
	refused(r.Seats[0], models.NewEntry{}, models.CodeRoundOpen)
}

func proposalRules(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	a, b := r.Idea(t, step.ID, "a").ID, r.Idea(t, step.ID, "b").ID
	for _, c := range []struct {
		rule voting.Rule
		code models.ErrorCode
	}{
		{dotsRule(2, 1), ""}, {voting.Rule{Name: voting.Approval}, ""}, {voting.Rule{Name: voting.Weights, Weights: []int{2, 1}}, ""},
		{voting.Rule{Name: voting.Places, Places: 2}, ""}, {voting.Rule{Name: voting.PlusMinus, Dots: 2, Minus: new(1)}, models.CodeNoProposals},
		{voting.Rule{Name: voting.Scale, Steps: 5}, models.CodeNoProposals}, {voting.Rule{Name: voting.Choice, Majority: voting.Simple}, models.CodeNoProposals},
		{voting.Rule{Name: voting.Budget, Budget: 9, Costs: map[models.EntryID]int{a: 5, b: 6}}, models.CodeNoProposals},
		{voting.Rule{Name: voting.Judging, Steps: 5, Criteria: []voting.Criterion{{Name: "přínos", Weight: 1}}}, models.CodeNoProposals},
	} {
		round := models.NewRound{ID: models.NewID[models.RoundID](), Rule: &c.rule, Proposals: true}
		_, err := s.AddRound(t.Context(), r.Facilitator, Key(), step.ID, round)
		if models.CodeOf(err) != c.code {
			t.Errorf("a round by %s is answered with %v", c.rule.Name, err)
		}
		if c.code == "" {
			continue
		}
		round.Proposals = false
		_, err = s.AddRound(t.Context(), r.Facilitator, Key(), step.ID, round)
		must(t, err)
		want(t, r.changeRound(t, round.ID, models.RoundChange{Proposals: new(true)}), c.code)
		must(t, r.changeRound(t, round.ID, models.RoundChange{Rule: new(dotsRule(2, 1)), Proposals: new(true)}))
		must(t, r.changeRound(t, round.ID, models.RoundChange{Rule: &c.rule})) // with the other rule it takes none
	}
	typed := models.NewRound{ID: models.NewID[models.RoundID](), CastBy: models.CastTyped, Proposals: true}
	_, err := s.AddRound(t.Context(), r.Facilitator, Key(), step.ID, typed)
	want(t, err, models.CodeNoProposals)
}

func proposalStands(t *testing.T, s *store.Store) {
	r, step, first, ideas := proposing(t, s)
	r.setRound(t, first.ID, models.RoundClosed)
	round, err := s.AddRound(t.Context(), r.Facilitator, Key(), step.ID, models.NewRound{
		ID: models.NewID[models.RoundID](), Rule: new(dotsRule(1, 1)), Ideas: ideas, Proposals: true, Open: true,
	})
	must(t, err)
	own, err := r.propose(t, r.Seats[0], step.ID, models.NewEntry{})
	must(t, err)
	_, err = r.ballot(t, r.Seats[1], round.ID, 1, voting.Vote{Entry: own, Value: 1}) // of a round on some it is one, too
	must(t, err)
	for _, by := range []models.Actor{r.Seats[0], r.Facilitator} {
		_, err = s.ChangeEntry(t.Context(), by, Key(), models.MethodCollect, own, models.EntryChange{Text: new("jinak")})
		want(t, err, models.CodeRoundOpen)
		want(t, s.Remove(t.Context(), by, Key(), models.PartIdeas, string(own)), models.CodeRoundOpen)
	}
	_, err = s.Merge(t.Context(), r.Facilitator, Key(), ideas[0], models.MergedIdeas{Ideas: []models.EntryID{own}})
	want(t, err, models.CodeRoundOpen)
	_, err = r.propose(t, r.Facilitator, step.ID, models.NewEntry{})
	must(t, err)
	added := r.newest(t)
	want(t, r.undo(t, added), models.CodeRoundOpen)
	before := added.Revision
	must(t, r.changeRound(t, round.ID, models.RoundChange{Proposals: new(false)}))
	if newest := r.newest(t); newest.Revision != before {
		t.Errorf("that nobody may propose any more the history says as %+v", newest)
	}
	r.setRound(t, round.ID, models.RoundClosed)
	want(t, r.changeRound(t, round.ID, models.RoundChange{Proposals: new(false)}), models.CodeRoundClosed)
	if err := r.undo(t, added); err == nil {
		t.Error("an idea that was counted is undone")
	}
	_, err = s.Merge(t.Context(), r.Facilitator, Key(), ideas[0], models.MergedIdeas{Ideas: []models.EntryID{own}})
	must(t, err)
}
