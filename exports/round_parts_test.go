package exports_test

import (
	"slices"
	"strings"
	"testing"

	"dilna/exports"
	"dilna/models"
)

// TestMinutesSayWhoVotedWhereNotEverybodyDid: in each language, under the table, in
// a step of decisions, and in the sheets.
func TestMinutesSayWhoVotedWhereNotEverybodyDid(t *testing.T) {
	round := models.RoundMinutes{Dots: 3, PerIdea: 1, Voters: new(4), Parts: [][2]int{{0, 1}, {0, 0}, {7, 7}}}
	m := models.Minutes{
		Divisions: []models.DivisionMinutes{{Heading: "Kde sedíte", Parts: []models.PartMinutes{{Heading: "Stůl u okna"}, {Heading: "Porota"}}}},
		Steps: []models.StepMinutes{
			{Method: models.MethodCollect, Heading: "A", Rounds: []models.RoundMinutes{round}, Ideas: []models.IdeaMinutes{{Text: "lavička", Votes: []*int{new(4)}}}},
			{Method: models.MethodDecisions, Heading: "B", Rounds: []models.RoundMinutes{round}, Decisions: []models.DecisionMinutes{{Text: "Koupíme lavičku."}}},
		},
	}
	for tongue, sentence := range map[string]string{
		"cs": "Hlasovala jen část účastníků: Porota, Stůl u okna.", "en": "Only some of the participants voted: Porota, Stůl u okna.",
		"sk": "Hlasovala len časť účastníkov: Porota, Stůl u okna.", "de": "Abgestimmt hat nur ein Teil der Teilnehmenden: Porota, Stůl u okna.",
		"uk": "Голосувала лише частина учасників: Porota, Stůl u okna.",
	} {
		m.Language = tongue
		if n := strings.Count(dump(exports.FromMinutes(m, models.MinutesOptions{})), sentence); n != 2 {
			t.Errorf("minutes in %s say %d times, not 2: %s", tongue, n, sentence)
		}
		said := 0
		for _, sheet := range exports.Sheets(models.Edition{Minutes: m}) {
			for _, row := range sheet.Rows {
				if slices.ContainsFunc(row, func(c exports.Cell) bool { return strings.Contains(c.Text, sentence) }) {
					said++
				}
			}
		}
		if said != 2 {
			t.Errorf("the sheets in %s say %d times, not 2: %s", tongue, said, sentence)
		}
	}
	m.Steps[0].Rounds[0].Parts, m.Steps[1].Rounds[0].Parts = nil, nil
	if said := dump(exports.FromMinutes(m, models.MinutesOptions{})); strings.Contains(said, "Голосувала лише") {
		t.Error("of a vote of everybody the minutes say that some voted")
	}
}
