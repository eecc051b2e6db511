package rehearsal

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"dilna/cmd/dilna/language"
	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/voting"
)

// acknowledgeAll plays the plan on paper: everything is accepted.
func acknowledgeAll(p *plan) {
	for _, s := range p.steps {
		s.added = true
		_ = allTopics(s.topics, nil, func(t, _ *plannedTopic) error { t.added = true; return nil })
		for _, i := range s.reading() {
			i.added = true
		}
		for _, c := range allCauses(nil, s.causes) {
			c.added = true
		}
		for _, one := range allAgreed(nil, s.agreed) {
			one.added = true
			if one.voted != nil {
				one.voted.added = true
			}
		}
		for _, r := range s.rounds {
			r.added, r.closed = true, r.way != leftPrepared
		}
	}
}

func planOf(t *testing.T, file models.Minutes, n int) *plan {
	t.Helper()
	p, err := newPlan(file, n, language.English)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestTheModelRecordIsPlayedWholeByFourteen(t *testing.T) {
	record := modelstest.ModelRecord()
	p := planOf(t, record, 0)
	if p.participants != 14 {
		t.Errorf("%d phones, the record has 14 participants", p.participants)
	}
	if len(p.notPlayed) > 0 {
		t.Errorf("not played: %q", p.notPlayed)
	}
	acknowledgeAll(p)
	if !sameFile(record, p.expected()) {
		t.Error("the plan does not make the record it was made of")
	}
}

func TestTooFewParticipantsAreToldHowManyAreNeeded(t *testing.T) {
	_, err := newPlan(modelstest.ModelRecord(), 6, language.English) // 20 dots, 3 a person
	unplayable, ok := errors.AsType[*Unplayable](err)
	if !ok || !strings.Contains(unplayable.Text, "--participants 7") {
		t.Errorf("got %v", err)
	}
}

func number(n int) *int { return &n }

// voted is a step of three ideas with the votes given for each.
func voted(rounds []models.RoundMinutes, votes ...[]*int) models.Minutes {
	step := models.StepMinutes{Method: models.MethodCollect, Heading: "H", Rounds: rounds}
	for n, v := range votes {
		step.Ideas = append(step.Ideas, models.IdeaMinutes{Text: string(rune('A' + n)), Votes: v})
	}
	return models.Minutes{Steps: []models.StepMinutes{step}}
}

var threeDots = models.RoundMinutes{Dots: 3, PerIdea: 1}

func TestAnIdeaARoundDidNotCountComesAfterIt(t *testing.T) {
	file := voted([]models.RoundMinutes{threeDots, threeDots},
		[]*int{number(2), number(1)}, []*int{nil, number(3)}, nil)
	p := planOf(t, file, 5)
	var born []int
	for _, i := range p.steps[0].reading() {
		born = append(born, i.born)
	}
	if !slices.Equal(born, []int{0, 1, 2}) {
		t.Errorf("the ideas come after %v rounds, want 0, 1 and 2", born)
	}
	acknowledgeAll(p)
	if !sameFile(file, p.expected()) {
		t.Error("the plan does not make the file")
	}
}

func TestAnIdeaThatALaterRoundDoesNotCountIsNotedAndGetsZero(t *testing.T) {
	p := planOf(t, voted([]models.RoundMinutes{threeDots, threeDots},
		[]*int{number(2), nil}, []*int{number(1), number(3)}), 5)
	total := p.steps[0].rounds[1].totals[p.steps[0].ideas[0]]
	if total == nil || *total != 0 || len(p.notPlayed) != 1 {
		t.Errorf("total %v, not played %q", total, p.notPlayed)
	}
}

func TestALaterRoundIsHeldAmongTheIdeasItCounts(t *testing.T) {
	file := voted([]models.RoundMinutes{threeDots, threeDots},
		[]*int{number(2), number(1)}, []*int{number(1), nil}, []*int{number(2), number(3)})
	p := planOf(t, file, 5)
	ideas := p.steps[0].ideas
	if among := p.steps[0].rounds[1].add.Ideas; !slices.Equal(among, []models.EntryID{ideas[0].id, ideas[2].id}) || len(p.notPlayed) > 0 {
		t.Errorf("it is held among %v of %v, not played %q", among, ideas, p.notPlayed)
	}
	acknowledgeAll(p)
	if !sameFile(file, p.expected()) {
		t.Error("the plan does not make the file")
	}
}

func TestWhatTheAPICannotSetIsNoted(t *testing.T) {
	file := voted([]models.RoundMinutes{{Dots: 3, PerIdea: 1, Weights: []int{3, 2, 1}}, threeDots}, []*int{number(5), number(1)})
	file.Steps[0].Ideas[0].Merged = []string{"another"}
	file.Steps[0].Ideas[0].Marked = true // marks_per_topic is 0
	file.Steps = append(file.Steps,
		models.StepMinutes{Method: models.MethodDecisions, Heading: "D", Decisions: []models.DecisionMinutes{{Text: "we go", From: "nobody said it"}}},
		models.StepMinutes{Method: models.MethodText, Heading: "T", Tasks: []models.TaskMinutes{{Text: "do"}, {Text: "undo"}}},
		models.StepMinutes{Method: models.MethodCollect, Heading: "C", Topics: []models.TopicMinutes{{Heading: "B", From: "from nowhere"}}})
	p := planOf(t, file, 3)
	for _, part := range []string{"weights", "merged", "1 mark ", "made of an idea", "outside a step of their own", "taken over"} {
		if !slices.ContainsFunc(p.notPlayed, func(note string) bool { return strings.Contains(note, part) }) {
			t.Errorf("nothing said of %q in %q", part, p.notPlayed)
		}
	}
	acknowledgeAll(p)
	if got := p.expected().Steps[0]; len(got.Rounds) != 1 || *got.Ideas[0].Votes[0] != 1 {
		t.Errorf("the round without weights should stay with its votes: %+v", got)
	}
}

func TestBallotsThatBreakTheRuleOrTheTotalsAreToldBeforeStarting(t *testing.T) {
	tests := []struct {
		name    string
		ballots []ballot
		votes   *int
		want    string
	}{
		{"four dots of three", []ballot{{{Entry: 0, Value: 1}, {Entry: 1, Value: 1}, {Entry: 2, Value: 1}, {Entry: 3, Value: 1}}}, nil, "ballots[0]"},
		{"two on one idea", []ballot{{{Entry: 0, Value: 1}}, {{Entry: 0, Value: 2}}}, nil, "ballots[1]"},
		{"the same idea twice", []ballot{{{Entry: 0, Value: 1}, {Entry: 0, Value: 1}}}, nil, "twice"},
		{"an idea that is not there", []ballot{{{Entry: 7, Value: 1}}}, nil, "idea 7"},
		{"another total", []ballot{{{Entry: 0, Value: 1}}}, number(2), "another"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			round := threeDots
			round.Ballots = test.ballots
			file := voted([]models.RoundMinutes{round}, nil, nil, nil, nil)
			if test.votes != nil {
				file.Steps[0].Ideas[0].Votes = []*int{test.votes}
			}
			_, err := newPlan(file, 9, language.English)
			if unplayable, ok := errors.AsType[*Unplayable](err); !ok || !strings.Contains(unplayable.Text, test.want) {
				t.Errorf("got %v, want something about %q", err, test.want)
			}
		})
	}
}

func TestTheFilesVotersDecideHowManyVote(t *testing.T) {
	round := threeDots
	round.Voters = number(4)
	file := voted([]models.RoundMinutes{round}, []*int{number(4)}, []*int{number(3)})
	p := planOf(t, file, 30)
	r := p.steps[0].rounds[0]
	if r.voted() != 4 {
		t.Errorf("%d vote, the file says 4", r.voted())
	}
}

func TestOrderOfRoundsAndTypedTotalsStay(t *testing.T) {
	typed := models.RoundMinutes{Label: "paper", CastBy: models.CastTyped}
	file := voted([]models.RoundMinutes{typed, threeDots, {Label: "nobody voted", Dots: 1, PerIdea: 1}},
		[]*int{number(-7), number(3)}, []*int{nil, number(0)})
	p := planOf(t, file, 3)
	var ways []way
	for _, r := range p.steps[0].rounds {
		ways = append(ways, r.way)
	}
	if !slices.Equal(ways, []way{typedIn, castToTotals, leftPrepared}) {
		t.Errorf("ways %v", ways)
	}
	acknowledgeAll(p)
	if !sameFile(file, p.expected()) {
		t.Error("the plan does not make the file")
	}
}

func TestWhatWasTypedInBesidesTotalsIsTypedInAgain(t *testing.T) {
	for _, c := range []struct {
		rule  voting.Rule
		typed voting.Details
	}{
		{voting.Rule{Name: voting.Scale, Steps: 5}, voting.Details{Mean: new(4.25)}},
		{voting.Rule{Name: voting.Judging, Steps: 5, Criteria: []voting.Criterion{{Name: "cena", Weight: 1}}}, voting.Details{Mean: new(4.25)}},
		{voting.Rule{Name: voting.Choice}, voting.Details{For: number(5), Against: number(2), Abstain: number(1), Passed: new(true)}},
	} {
		round := models.RoundMinutes{CastBy: models.CastTyped, Voters: number(8), Results: []models.ResultMinutes{{Entry: 1, Details: c.typed}}}
		round.Say(&c.rule)
		file := voted([]models.RoundMinutes{round}, nil, nil)
		p := planOf(t, file, 3)
		acknowledgeAll(p)
		if !sameFile(file, p.expected()) || len(p.notPlayed) > 0 {
			t.Errorf("of %s the plan does not make the file; not played: %q", c.rule.Name, p.notPlayed)
		}
	}
}
