package exports_test

import (
	"strings"
	"testing"

	"dilna/exports"
	"dilna/models"
)

func TestDecisionsAreNumberedSentencesWithTheirVotes(t *testing.T) {
	long := strings.Repeat("schvaluje použití peněžních fondů; ", 3)
	m := models.Minutes{Head: models.Head{Number: 3}, Steps: []models.StepMinutes{
		{Method: models.MethodDecisions, Heading: "A", Decisions: []models.DecisionMinutes{
			{Text: "Skupina schvaluje plán.", Decision: models.Decision{For: new(17), Against: new(0), Abstain: new(2)}}, {Text: "Skupina bere na vědomí zprávu.", Decision: models.Decision{Result: "přijato"}},
		}},
		{Method: models.MethodDecisions, Heading: "B", Decisions: []models.DecisionMinutes{
			{Text: "Rozpočet", Decision: models.Decision{For: new(5), Result: long}}, {Text: "Usnesení č. 12: Skupina žádá kraj."},
		}},
	}}
	said := dump(exports.FromMinutes(m, models.MinutesOptions{}))
	for _, want := range []string{
		"Usnesení 3/1: Skupina schvaluje plán. (pro 17, proti 0, zdrželi se 2)\n", "Usnesení 3/2: Skupina bere na vědomí zprávu. – přijato\n",
		"Usnesení 3/3: Rozpočet\nschvaluje použití", "fondů; (pro 5)\n", "- Usnesení č. 12: Skupina žádá kraj.\n",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not in\n%s", want, said)
		}
	}
}
