package exports_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dilna/exports"
	"dilna/models"
)

// TestPartsStandBesideEachOtherAsTheirNamesAllow: eight short names in two tables, long
// ones in three, each with everybody beside them and its ballots held to its name.
func TestPartsStandBesideEachOtherAsTheirNamesAllow(t *testing.T) {
	for name, want := range map[string][]int{"Stůl": {4, 4}, "Stůl lidí, kteří služby užívají": {3, 3, 2}} {
		round := models.RoundMinutes{Dots: 1, Voters: new(40), ByPart: new(0)}
		division := models.DivisionMinutes{Heading: "Kde sedíte?"}
		for part := range 8 {
			division.Parts = append(division.Parts, models.PartMinutes{Heading: fmt.Sprint(name, " ", part)})
			round.PartResults = append(round.PartResults, models.PartResultMinutes{Part: part, Voters: 5, Results: []models.ResultMinutes{{Points: new(5)}}})
		}
		step := models.StepMinutes{Method: models.MethodCollect, Heading: "A", Rounds: []models.RoundMinutes{round}, Ideas: []models.IdeaMinutes{{Text: "x", Votes: []*int{new(40)}}}}
		minutes := models.Minutes{Head: models.Head{Language: "cs"}, Divisions: []models.DivisionMinutes{division}, Steps: []models.StepMinutes{step}}
		var beside []int
		for _, block := range exports.FromEdition(models.Edition{Minutes: minutes}).Blocks {
			table, is := block.(exports.Table)
			if !is || !strings.HasPrefix(table.Heads[len(table.Heads)-1].Text, "Všichni") {
				continue
			}
			parts := table.Heads[1 : len(table.Heads)-1]
			beside = append(beside, len(parts))
			for _, head := range parts {
				if !strings.HasSuffix(head.Text, "\u00a0(5)") {
					t.Errorf("a head says %q", head.Text)
				}
			}
		}
		if !slices.Equal(beside, want) {
			t.Errorf("of %q stand %v beside each other, want %v", name, beside, want)
		}
	}
}
