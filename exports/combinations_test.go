package exports_test

import (
	"fmt"
	"slices"
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

// TestWhatComesFirstTellsTheCombinedStanding: the room gave one idea most, both rounds
// together another.
func TestWhatComesFirstTellsTheCombinedStanding(t *testing.T) {
	share := func(n float64) *float64 { return &n }
	step := models.StepMinutes{
		Method: models.MethodCollect, Heading: "PRIORITY", Rounds: []models.RoundMinutes{{Label: "Anketa", Voters: new(9)}, {Label: "V sále", Voters: new(9)}},
		Ideas: []models.IdeaMinutes{{Text: "jídlo", Votes: []*int{new(9), new(2)}}, {Text: "doprava", Votes: []*int{new(1), new(8)}}, {Text: "nic", Votes: []*int{new(0), new(0)}}},
	}
	combined := step
	combined.Combinations = []models.CombinationMinutes{{Label: "Obojí", Rounds: []models.WeighedIndex{{Round: 0, Weight: 1}, {Round: 1, Weight: 1}}, Results: []models.CombinedMinutes{
		{Entry: 0, Rank: 1, Share: share(0.55), Shares: []*float64{share(0.9), share(0.2)}}, {Entry: 1, Rank: 2, Share: share(0.45), Shares: []*float64{share(0.1), share(0.8)}},
		{Entry: 2, Rank: 3, Share: share(0), Shares: []*float64{share(0), share(0)}},
	}}}
	later := combined
	later.Rounds = append(slices.Clone(step.Rounds), models.RoundMinutes{Label: "Znovu", Voters: new(9)})
	later.Ideas = []models.IdeaMinutes{{Text: "jídlo", Votes: []*int{new(9), new(2), new(1)}}, {Text: "doprava", Votes: []*int{new(1), new(8), new(3)}}, {Text: "nic", Votes: []*int{new(0), new(0), new(0)}}}
	for name, c := range map[string]struct {
		step    models.StepMinutes
		heading string
		places  []string
	}{
		"the last round alone":  {step, "PRIORITY (V sále)", []string{"1. doprava 8", "2. jídlo 2"}},
		"both together":         {combined, "PRIORITY (Společné pořadí – Obojí)", []string{"1. jídlo 55,0 %", "2. doprava 45,0 %"}},
		"a round that is newer": {later, "PRIORITY (Znovu)", []string{"1. doprava 3", "2. jídlo 1"}},
	} {
		e := models.Edition{Minutes: models.Minutes{Head: models.Head{Language: "cs"}, Steps: []models.StepMinutes{c.step, {Heading: "A"}, {Heading: "B"}}}}
		var heading string
		var places []string
		for _, block := range exports.FromEdition(e).Blocks {
			contents, _ := block.(exports.Contents)
			for _, first := range contents.Essence {
				switch first := first.(type) {
				case exports.Heading:
					heading = first.Text
				case exports.List:
					for _, b := range first.Bullets {
						places = append(places, strings.ReplaceAll(b.Number+" "+b.Text+" "+b.Word, "\u00a0", " "))
					}
				}
			}
		}
		if heading != c.heading || !slices.Equal(places, c.places) {
			t.Errorf("%s: first comes %q %q", name, heading, places)
		}
	}
}
