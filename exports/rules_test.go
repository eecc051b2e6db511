package exports_test

import (
	"strings"
	"testing"

	"dilna/exports"
	"dilna/models"
	"dilna/models/voting"
)

// TestASlipSaysHowItIsFilledInByItsRule: rule × language.
func TestASlipSaysHowItIsFilledInByItsRule(t *testing.T) {
	costs := map[voting.EntryID]int{"a": 5}
	for _, c := range []struct {
		rule            voting.Rule
		czech, english  string
		slovak, germans string
		ukrainian       string
	}{
		{voting.Rule{Name: voting.Dots, Dots: 3}, "Máte 3 hlasy", "You have 3 dots", "Máte 3 hlasy", "Sie haben 3 Stimmen", "У вас 3 голоси"},
		{voting.Rule{Name: voting.Choice}, "A (jsem pro)", "Y (for)", "A (som za)", "J (dafür)", "З (за)"},
		{voting.Rule{Name: voting.Approval, Most: 3}, "Nejvýše 3 křížky.", "At most 3 crosses.", "Najviac 3 krížiky.", "Höchstens 3 Kreuze.", "Не більше ніж 3 хрестики."},
		{voting.Rule{Name: voting.Weights, Weights: []int{3, 2, 1}}, "Rozdělte body 3, 2, 1.", "points 3, 2, 1", "body 3, 2, 1", "Punkte 3, 2, 1", "бали 3, 2, 1"},
		{voting.Rule{Name: voting.Weights, Most: 5}, "0 až 5 bodů", "0 to 5 points", "0 až 5 bodov", "0 bis 5 Punkte", "від 0 до 5 балів"},
		{voting.Rule{Name: voting.PlusMinus, Dots: 5, Minus: new(2), After: 3}, "aspoň tolik kladných: 3", "at least so many others: 3", "aspoň toľko kladných: 3", "mindestens so viele andere geben: 3", "щонайменше: 3"},
		{voting.Rule{Name: voting.Places, Places: 3, Exactly: true}, "Seřaďte právě 3 podněty", "exactly 3 ideas", "Zoraďte práve 3 podnety", "genau 3 Beiträge", "рівно 3 пропозиції"},
		{voting.Rule{Name: voting.Scale, Steps: 5, Labels: []string{"ne", "ano"}}, "od 1 (ne) do 5 (ano)", "from 1 (ne) to 5 (ano)", "od 1 (ne) do 5 (ano)", "von 1 (ne) bis 5 (ano)", "від 1 (ne) до 5 (ano)"},
		{voting.Rule{Name: voting.Budget, Budget: 1000, Unit: "Kč", Costs: costs}, "nejvýše 1\u00a0000\u00a0Kč", "at most 1,000\u00a0Kč", "najviac 1\u00a0000\u00a0Kč", "höchstens 1.000\u00a0Kč", "не більше ніж 1\u00a0000\u00a0Kč"},
		{voting.Rule{Name: voting.Judging, Steps: 5, Criteria: []voting.Criterion{{Name: "kvalita", Weight: 2}, {Name: "užitek", Weight: 1}}}, "známky od 1 do 5: A = kvalita, B = užitek.", "marks from 1 to 5: A = kvalita, B = užitek.", "známky od 1 do 5: A = kvalita", "Noten von 1 bis 5: A = kvalita", "оцінки від 1 до 5: A = kvalita"},
	} {
		for language, want := range map[string]string{"cs": c.czech, "en": c.english, "sk": c.slovak, "de": c.germans, "uk": c.ukrainian} {
			var round models.Round
			round.Follow(&c.rule)
			slip := exports.SlipOf(models.Slips{Kind: models.SlipBallots, Head: models.Head{Language: language}, Step: models.Step{Heading: "A"}, Round: &round, Options: 5})
			if said := strings.Join(slip.Rule, " "); !strings.Contains(said, want) {
				t.Errorf("%s in %s: %q does not say %q", c.rule.Name, language, said, want)
			}
		}
	}
}

// What everybody approved of are votes: dots are points that people have so many of.
func TestOfAnApprovalVotesAreGiven(t *testing.T) {
	for rule, want := range map[voting.Name]string{voting.Approval: "9 people voted, 12 votes given.", voting.Dots: "9 people voted, each had 2 dots, 12 dots given."} {
		round := models.RoundMinutes{Voters: new(9)}
		if round.Say(&voting.Rule{Name: rule}); rule == voting.Dots {
			round.Dots = 2
		}
		step := models.StepMinutes{Method: models.MethodCollect, Heading: "A", Rounds: []models.RoundMinutes{round}, Ideas: []models.IdeaMinutes{{Text: "x", Votes: []*int{new(12)}}}}
		if said := dump(exports.FromMinutes(models.Minutes{Head: models.Head{Language: "en"}, Steps: []models.StepMinutes{step}}, models.MinutesOptions{})); !strings.Contains(said, want) {
			t.Errorf("of %s it does not say %q:\n%s", rule, want, said)
		}
	}
}

// TestAScaleIsRankedByItsMeanNotByTheSumOfItsMarks: few gave the best mark.
func TestAScaleIsRankedByItsMeanNotByTheSumOfItsMarks(t *testing.T) {
	mean := func(mean float64, said int) voting.Details { return voting.Details{Mean: &mean, Said: &said} }
	round := models.RoundMinutes{Voters: new(9), Results: []models.ResultMinutes{{Entry: 0, Details: mean(3.2, 9)}, {Entry: 1, Details: mean(4.5, 2)}}}
	round.Say(&voting.Rule{Name: voting.Scale, Steps: 5})
	step := models.StepMinutes{Method: models.MethodCollect, Heading: "A", Rounds: []models.RoundMinutes{round}, Ideas: []models.IdeaMinutes{{Text: "mnozí", Votes: []*int{new(29)}}, {Text: "dva", Votes: []*int{new(9)}}}}
	said := dump(exports.FromMinutes(models.Minutes{Steps: []models.StepMinutes{step}}, models.MinutesOptions{Order: models.MinutesByVotes, Standing: true}))
	for _, want := range []string{"| dva | 4,50 ", "| 1. | dva | 4,50 ", "| 2. | mnozí | 3,20 "} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
	if strings.Index(said, "| dva | 4,50") > strings.Index(said, "| mnozí | 3,20") {
		t.Errorf("the better mean stands below:\n%s", said)
	}
}

// TestAMeanCountedOnPaperIsAResult: nobody added up the marks, so there are no points.
func TestAMeanCountedOnPaperIsAResult(t *testing.T) {
	round := models.RoundMinutes{CastBy: models.CastTyped, Results: []models.ResultMinutes{{Entry: 0, Details: voting.Details{Mean: new(3.5)}}, {Entry: 1, Details: voting.Details{Mean: new(4.0)}}}}
	round.Say(&voting.Rule{Name: voting.Scale, Steps: 5})
	step := models.StepMinutes{Method: models.MethodCollect, Heading: "A", Rounds: []models.RoundMinutes{round}, Ideas: []models.IdeaMinutes{{Text: "horší", Votes: []*int{nil}}, {Text: "lepší", Votes: []*int{nil}}}}
	said := dump(exports.FromMinutes(models.Minutes{Steps: []models.StepMinutes{step}}, models.MinutesOptions{Order: models.MinutesByVotes, Standing: true}))
	for _, want := range []string{"| 1. | lepší | 4,00 ", "| 2. | horší | 3,50 "} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
	if strings.Contains(said, "nejsou známy") || strings.Contains(said, "není to nula") || strings.Contains(said, "Medián") {
		t.Errorf("it says that something was not counted:\n%s", said)
	}
}
