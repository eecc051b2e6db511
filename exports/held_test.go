package exports_test

import (
	"strings"
	"testing"

	"dilna/exports"
	"dilna/models"
	"dilna/models/voting"
)

// Each text is broken into lines of one word where it may be: what is held
// together stands on one.
func TestNamesDatesAndUnitsAreNotTornApart(t *testing.T) {
	areBrokenAs(t, map[string]string{
		"dne 19. 11. 2025 od rána":         "dne|19. 11. 2025|od|rána",
		"vybrali 10 000 Kč za rok":         "vybrali|10 000 Kč|za|rok",
		"ze 4. jednání skupiny":            "ze|4. jednání|skupiny",
		"Ing. Jana Nováková":               "Ing. Jana|Nováková",
		"paní J. Nováková":                 "paní|J. Nováková",
		"podle § 5 zákona č. 108/2006 Sb.": "podle|§ 5|zákona|č. 108/2006|Sb.",
		"v roce 2025. Potom":               "v roce|2025.|Potom",
		"čísla 1 2 3 4 5":                  "čísla|1|2|3|4|5",
		"bylo 14 lidí":                     "bylo|14|lidí",
		"until 31 January 2026 at noon":    "until|31 January 2026|at|noon",
		"am 31. Januar 2026 um zwei":       "am|31. Januar 2026|um|zwei",
		"in May we met 5 people":           "in|May|we|met|5|people",
	})
}

func TestAWordOfOneLetterStandsOnTheLineOfTheNext(t *testing.T) {
	areBrokenAs(t, map[string]string{
		"péče k lékaři":           "péče|k lékaři",
		"V obci":                  "V obci",
		"lidé a v neděli":         "lidé|a v neděli",
		"péče (v obci) i jinde":   "péče|(v obci)|i jinde",
		"řekl „a dost“ a šel":     "řekl|„a dost“|a šel",
		"péče – o víkendu":        "péče –|o víkendu",
		"lidé a\u00a0v\u00a0obci": "lidé|a\u00a0v\u00a0obci",
		"až po z":                 "až|po|z",
		"do (a) tak":              "do|(a)|tak",
	})
}

// areBrokenAs breaks each text after every word that may end a line; | stands for the breaks.
func areBrokenAs(t *testing.T, texts map[string]string) {
	t.Helper()
	for text, want := range texts {
		lines := exports.Wrap(text, exports.Face{}, 12, spaceless{})
		for i := range lines {
			lines[i] = strings.TrimSpace(lines[i])
		}
		if got := strings.Join(lines, "|"); got != want {
			t.Errorf("%q is broken as %q, not %q", text, got, want)
		}
	}
}

// spaceless is a meter by which every text but a space fills a line.
type spaceless struct{}

func (spaceless) Width(text string, _ exports.Face) float64 {
	if strings.TrimSpace(text) == "" {
		return 0
	}
	return 12
}

func TestDatesAndCountsAreHeldInWhatTheMinutesSayAndNotInWhatPeopleTyped(t *testing.T) {
	m := models.Minutes{
		Head: models.Head{Date: "2025-11-19", Facilitators: []string{"Petra Hybnerová", "Jan Malý"}},
		Steps: []models.StepMinutes{
			{Heading: "K", Method: models.MethodCollect, Ideas: []models.IdeaMinutes{{Text: "do 19. 11. 2025"}}},
			{Heading: "R", Method: models.MethodDecisions, Decisions: []models.DecisionMinutes{{Text: "Schvaluje pro 3 obce", Decision: models.Decision{For: new(17), Abstain: new(2)}}}},
			{Heading: "P", Method: models.MethodCollect, Rounds: []models.RoundMinutes{placed()}, Ideas: []models.IdeaMinutes{{Text: "x", Votes: []*int{new(4)}}}},
			{Heading: "Ú", Method: models.MethodTasks, Tasks: []models.TaskMinutes{{Text: "a", Task: models.Task{Owners: []string{"Jana Nová"}}}}},
		},
	}
	said := dump(exports.FromMinutes(m, models.MinutesOptions{}).Held())
	for _, want := range []string{"19.\u00a011.\u00a02025", "Petra\u00a0Hybnerová, Jan\u00a0Malý", "Jana\u00a0Nová", "do 19. 11. 2025", "pro\u00a017, zdrželi\u00a0se\u00a02", "pro 3 obce", "Na\u00a01.\u00a0místě"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not in\n%s", want, said)
		}
	}
}

// placed is a round in which two ideas were put in order.
func placed() models.RoundMinutes {
	round := models.RoundMinutes{Voters: new(2), Results: []models.ResultMinutes{{Entry: 0, Details: voting.Details{Counts: []int{1, 1}}}}}
	round.Say(&voting.Rule{Name: voting.Places, Places: 2, Scores: []int{3, 1}})
	return round
}

func TestASourceThatTheHeadingSaysIsNotSaidAgain(t *testing.T) {
	for _, c := range []struct {
		step models.StepMinutes
		want string
	}{
		{models.StepMinutes{Heading: "PODNĚTY ZASLANÉ PO JEDNÁNÍ", Origin: models.OriginLate}, ""},
		{models.StepMinutes{Heading: "PODNĚTY Z ÚVODNÍ KONFERENCE", Origin: models.OriginHarvest, Source: "úvodní konference"}, ""},
		{models.StepMinutes{Heading: "PODNĚTY ZASLANÉ PO JEDNÁNÍ", Origin: models.OriginLate, Source: "e-mail"}, "Zdroj: e-mail"},
		{models.StepMinutes{Heading: "NÁMĚTY", Origin: models.OriginHarvest, Source: "anketa"}, "Převzato z dřívější akce. Zdroj: anketa"},
	} {
		got := ""
		for _, b := range exports.FromMinutes(models.Minutes{Steps: []models.StepMinutes{c.step}}, models.MinutesOptions{}).Blocks {
			if p, ok := b.(exports.Paragraph); ok && p.Tied {
				got = p.Text
			}
		}
		if got != c.want {
			t.Errorf("under %q stands %q, not %q", c.step.Heading, got, c.want)
		}
	}
}

func TestBarsOfTwoTablesAreOfOneScale(t *testing.T) {
	votes := func(n int) []*int { return []*int{&n} }
	step := func(n int) models.StepMinutes {
		return models.StepMinutes{Method: models.MethodCollect, Heading: "K", Rounds: []models.RoundMinutes{{}}, Ideas: []models.IdeaMinutes{{Text: "a", Votes: votes(n)}}}
	}
	var shares []float64
	for _, b := range exports.FromMinutes(models.Minutes{Steps: []models.StepMinutes{step(3), step(12)}}, models.MinutesOptions{}).Blocks {
		if table, ok := b.(exports.Table); ok {
			shares = append(shares, table.Shares(1)...)
		}
	}
	if len(shares) != 2 || shares[0] != 0.25 || shares[1] != 1 {
		t.Errorf("3 and 12 votes have bars of %v", shares)
	}
}
