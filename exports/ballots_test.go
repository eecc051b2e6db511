package exports_test

import (
	"fmt"
	"strings"
	"testing"

	"dilna/exports"
	"dilna/models"
	"dilna/models/voting"
)

// TestTheAppendixOfBallotsSaysWhatEachSaidAndByWhichReceiptINV27: on ideas and on
// decisions, in words that its rule has; in the sheets, too, and only where asked.
func TestTheAppendixOfBallotsSaysWhatEachSaidAndByWhichReceiptINV27(t *testing.T) {
	for rule, want := range map[voting.Name]string{
		voting.Choice: "Koupit stan (pro), Pozvat úřad (proti)", voting.Dots: "Koupit stan (1), Pozvat úřad (−1)", voting.Approval: "Koupit stan, Pozvat úřad",
	} {
		for _, method := range []models.Method{models.MethodCollect, models.MethodDecisions} {
			step := models.StepMinutes{Method: method, Heading: "KROK"}
			if method == models.MethodDecisions {
				step.Decisions = []models.DecisionMinutes{{Text: "Koupit stan"}, {Text: "Pozvat úřad"}}
			} else {
				step.Ideas = []models.IdeaMinutes{{Text: "Koupit stan", Votes: []*int{new(5)}}, {Text: "Pozvat úřad", Votes: []*int{new(0)}}}
			}
			round := models.RoundMinutes{Rule: &voting.Rule{Name: rule, Dots: 2, Most: 2}, Voters: new(5), Results: []models.ResultMinutes{{Entry: 0, Points: new(5)}}}
			for i := range 5 {
				round.Ballots = append(round.Ballots, []models.CastVote{{Entry: 0, Value: 1}, {Entry: 1, Value: -1}})
				round.Receipts = append(round.Receipts, models.Receipt(fmt.Sprintf("48219930117%d", i)))
			}
			step.Rounds = []models.RoundMinutes{round}
			e := models.Edition{Minutes: models.Minutes{Head: models.Head{Language: "cs"}, Steps: []models.StepMinutes{step}}}
			for _, listed := range []bool{true, false} {
				e.Options.BallotsListed = listed
				document, sheets := fmt.Sprint(exports.FromEdition(e)), fmt.Sprint(exports.Sheets(e))
				if strings.Contains(document, want) != listed || strings.Contains(document, "4821 9930 1174") != listed {
					t.Errorf("%s on %s, listed: %v: the document is %s", rule, method, listed, document)
				}
				if strings.Contains(sheets, "4821 9930 1174") != listed {
					t.Errorf("%s on %s, listed: %v: the sheets are %s", rule, method, listed, sheets)
				}
			}
		}
	}
}

// TestAPlaceOnABallotIsSaidInItsLanguage: "2." is a second place in Czech and nothing in English.
func TestAPlaceOnABallotIsSaidInItsLanguage(t *testing.T) {
	for language, want := range map[string]string{"cs": "stan (2.)", "en": "stan (place 2)", "uk": "stan (місце 2)"} {
		round := models.RoundMinutes{Rule: &voting.Rule{Name: voting.Places, Places: 2}, Voters: new(5)}
		for range 5 {
			round.Ballots = append(round.Ballots, []models.CastVote{{Entry: 0, Value: 2}})
		}
		step := models.StepMinutes{Method: models.MethodCollect, Heading: "A", Rounds: []models.RoundMinutes{round}, Ideas: []models.IdeaMinutes{{Text: "stan", Votes: []*int{new(5)}}}}
		e := models.Edition{Minutes: models.Minutes{Head: models.Head{Language: language}, Steps: []models.StepMinutes{step}}, Options: models.MinutesOptions{BallotsListed: true}}
		if said := fmt.Sprint(exports.FromEdition(e)); !strings.Contains(said, want) {
			t.Errorf("in %s it is %s", language, said)
		}
	}
}
