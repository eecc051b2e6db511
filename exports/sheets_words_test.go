package exports_test

import (
	"fmt"
	"strings"
	"testing"

	"dilna/exports"
	"dilna/models"
)

// A cell is called what is in it: a round without a label by its number, a text of a
// ballot by one text, votes by votes.
func TestSheetsCallThingsByTheirNames(t *testing.T) {
	step := models.StepMinutes{Method: models.MethodCollect, Heading: "A", Ideas: []models.IdeaMinutes{{Text: "x", Votes: []*int{new(5)}}}}
	round := models.RoundMinutes{Dots: 1}
	for range models.MinBallots {
		round.Ballots = append(round.Ballots, []models.CastVote{{Entry: 0, Value: 1}})
	}
	step.Rounds = []models.RoundMinutes{round}
	for language, want := range map[string][]string{"en": {"Round 1", "Votes given", "Text"}, "cs": {"1. kolo", "Rozdáno hlasů", "Text"}} {
		e := models.Edition{Minutes: models.Minutes{Head: models.Head{Language: language}, Steps: []models.StepMinutes{step}}, Options: models.MinutesOptions{BallotsListed: true}}
		for _, sheet := range exports.Sheets(e) {
			said := fmt.Sprint(sheet.Heads)
			for _, row := range sheet.Rows {
				said += fmt.Sprintf("%+v", row)
			}
			if sheet.Name == "Voting" || sheet.Name == "Hlasování" {
				for _, word := range want[:2] {
					if !strings.Contains(said, word) {
						t.Errorf("%s of %s does not say %s: %s", sheet.Name, language, word, said)
					}
				}
			}
			if strings.Contains(said, "Texts") || strings.Contains(said, "Texty") {
				t.Errorf("%s of %s has many texts in one cell: %s", sheet.Name, language, sheet.Heads)
			}
		}
	}
}
