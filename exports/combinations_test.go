package exports_test

import (
	"fmt"
	"strings"
	"testing"

	"dilna/exports"
	"dilna/models"
)

// TestACombinationSaysHowItWasWorkedOut: in every language, with the rounds, the
// weights, and what has no rank.
func TestACombinationSaysHowItWasWorkedOut(t *testing.T) {
	half, third := 0.5, 0.333333
	for language, want := range map[string][]string{
		"cs": {"Společné pořadí – Sál a anketa", "50,0 %", "V sále (váha 75 %), 2. kolo (váha 25 %)", "Co se nepočítalo ve všech kolech, nemá pořadí."},
		"en": {"Combined standing – Sál a anketa", "50.0%", "V sále (weight 75%)", "has no rank."},
		"sk": {"Spoločné poradie", "(váha 75 %)"}, "de": {"Gemeinsame Rangfolge", "(Gewicht 75 %)"}, "uk": {"Спільний порядок", "(вага 75 %)"},
	} {
		e := models.Edition{Minutes: models.Minutes{Head: models.Head{Language: language}, Steps: []models.StepMinutes{{
			Method: models.MethodCollect, Heading: "PRIORITY",
			Rounds: []models.RoundMinutes{{Label: "V sále", CastBy: models.CastTyped}, {CastBy: models.CastTyped}},
			Ideas: []models.IdeaMinutes{
				{Text: "jídlo", Votes: []*int{new(1)}}, {Text: "doprava", Votes: []*int{new(1), new(1)}},
			},
			Combinations: []models.CombinationMinutes{{
				Label: "Sál a anketa", Rounds: []models.WeighedIndex{{Round: 0, Weight: 3}, {Round: 1, Weight: 1}},
				Results: []models.CombinedMinutes{{Entry: 0, Shares: []*float64{&third, nil}}, {Entry: 1, Rank: 1, Share: &half, Shares: []*float64{&half, &half}}},
			}},
		}}}}
		text := strings.NewReplacer("\u00a0", " ").Replace(fmt.Sprint(exports.FromEdition(e)))
		for _, said := range want {
			if !strings.Contains(text, said) {
				t.Errorf("%s: %q is not in\n%s", language, said, text)
			}
		}
		if sheet := exports.OneSheet(e); !strings.Contains(fmt.Sprint(sheet.Heads), "– ") {
			t.Errorf("%s: the sheet has %q", language, sheet.Heads)
		}
	}
}
