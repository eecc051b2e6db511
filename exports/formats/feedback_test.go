package formats

import (
	"strings"
	"testing"

	"dilna/models"
)

// TestEveryFormatTellsTheFeedbackWhereTheMinutesAreTo: and none where they are
// not, but the workshop file, which is the record.
func TestEveryFormatTellsTheFeedbackWhereTheMinutesAreTo(t *testing.T) {
	said := &models.FeedbackMinutes{Answered: 3, Questions: []models.QuestionMinutes{
		{Text: "Líbilo se vám to?", Kind: models.QuestionScale, High: "velmi", Scores: []int{0, 0, 0, 1, 2}},
		{Text: "Co bylo dobré?", Kind: models.QuestionText, Texts: []string{"Konečně jsme se poznali"}},
	}}
	for _, f := range Offered() {
		if f.Ending == Everything.Ending || f.Needs != nil {
			continue // pictures tell of votes and fishbones
		}
		for _, asked := range []bool{true, false} {
			e := models.Edition{
				Minutes: models.Minutes{Head: models.Head{Language: "cs"}, Steps: []models.StepMinutes{{Method: models.MethodText, Heading: "KROK", Text: "Text."}}, Feedback: said},
				Options: models.MinutesOptions{Feedback: asked},
			}
			told := saidIn(t, f, rendered(t, f, e))
			for _, text := range []string{"Líbilo se vám to?", "Konečně jsme se poznali", "velmi"} {
				if want := asked || f.ContentType == "application/json"; strings.Contains(told, text) != want {
					t.Errorf("%s says %q: %t, asked for feedback: %t", f.Ending, text, !want, asked)
				}
			}
		}
	}
}
