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

// TestWhatWasAgreedIsPrintedWhole: parts of a decision are lettered, a link back
// and what belongs to a task stand with it.
func TestWhatWasAgreedIsPrintedWhole(t *testing.T) {
	m := models.Minutes{Head: models.Head{Number: 3}, Steps: []models.StepMinutes{
		{Method: models.MethodDecisions, Heading: "A", Decisions: []models.DecisionMinutes{
			{Text: "Skupina schvaluje", From: "málo peněz", Decision: models.Decision{Mover: "Eva", How: models.DecidedByConsensus}, Decisions: []models.DecisionMinutes{
				{Text: "plán"}, {Text: "rozpočet", Decision: models.Decision{For: new(4)}, Note: "bez přílohy"},
			}},
			{Text: "Druhé"},
		}},
		{Method: models.MethodTasks, Heading: "B", Tasks: []models.TaskMinutes{
			{Text: "Sehnat sál", From: "kde se sejdeme", Task: models.Task{Owners: []string{"Jana"}, Everyone: true, DueDate: "2026-12-15", Due: "do příště", State: models.TaskMoved, Reason: "není volno"}},
		}},
	}}
	said := dump(exports.FromMinutes(m, models.MinutesOptions{}))
	for _, want := range []string{
		"Usnesení 3/1: Skupina schvaluje (shoda, nikdo nebyl proti)", "Navrhuje: Eva", "Vychází z: „málo peněz“",
		"a) plán", "b) rozpočet (pro 4)", "bez přílohy", "Usnesení 3/2: Druhé",
		"Jana, všichni", "15. 12. 2026 (do příště)", "Důvod: není volno", "Vychází z: „kde se sejdeme“",
	} {
		if !strings.Contains(strings.ReplaceAll(said, "\u00a0", " "), want) {
			t.Errorf("the minutes do not say %q:\n%s", want, said)
		}
	}
}
