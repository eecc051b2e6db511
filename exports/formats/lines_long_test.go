package formats

import (
	"fmt"

	"dilna/models"
	"dilna/models/modelstest"
)

// longLines: what only long minutes have, and that others have it not.
func longLines() []line {
	short := modelEdition()
	short.Minutes = modelstest.ModelRecord()
	return []line{
		{
			name: "what long minutes begin with", e: longMinutes("cs"), sheets: []string{"Jednání"},
			pages: []string{
				"To hlavní", "Co skupina rozhodla", "Usnesení 3/1:", "Kdo má co udělat", "Zajistit sál 1 (Jana, 1. 3. 2026)", "OBLAST 1 (Počet hlasů)", "1. okruh podnět 9 (9)",
				"Obsah", "Příloha: úkoly podle toho, kdo je má",
			},
			never: []string{"Zajistit sál 3 (Petr"}, // it is done
		},
		{
			name: "the same in English", e: longMinutes("en"), sheets: []string{"Meeting"},
			pages: []string{"In short", "What the group decided", "Who does what", "Contents", "Appendix: tasks by who does them"},
		},
		{
			name: "what short minutes do without where pages are turned", e: short, sheets: []string{"Jednání"}, pages: []string{"ASOCIACE"},
			beside: map[string][]string{"html": {"To hlavní"}}, never: []string{"To hlavní", "Obsah ", "Příloha"},
		},
	}
}

// longMinutes take more than twelve pages.
func longMinutes(language string) models.Edition {
	var steps []models.StepMinutes
	for i := range 24 {
		s := models.StepMinutes{Method: models.MethodCollect, Heading: fmt.Sprintf("OBLAST %d", i+1)}
		for n := range 22 {
			s.Ideas = append(s.Ideas, models.IdeaMinutes{Text: fmt.Sprintf("okruh podnět %d", n+1), Note: "Je to poznámka, která je tak dlouhá, že se nevejde do sloupce, ale sama na řádek ano."})
		}
		steps = append(steps, s)
	}
	steps[0].Rounds = []models.RoundMinutes{{Voters: new(20)}}
	for n := range steps[0].Ideas {
		votes := n + 1
		if n > 8 {
			votes = 0
		}
		steps[0].Ideas[n].Votes = []*int{&votes}
	}
	tasks := models.StepMinutes{Method: models.MethodTasks, Heading: "ÚKOLY"}
	for n := range 7 {
		task := models.Task{Owners: []string{[]string{"Jana", "Petr"}[n/4]}, DueDate: "2026-03-01"}
		if n == 2 {
			task.State, task.Owners = models.TaskDone, []string{"Petr"}
		}
		tasks.Tasks = append(tasks.Tasks, models.TaskMinutes{Text: fmt.Sprintf("Zajistit sál %d", n+1), Task: task})
	}
	decisions := models.StepMinutes{Method: models.MethodDecisions, Heading: "USNESENÍ", Decisions: []models.DecisionMinutes{{Text: "Skupina schvaluje plán."}}}
	return minutesIn(language, append(steps, tasks, decisions)...)
}
