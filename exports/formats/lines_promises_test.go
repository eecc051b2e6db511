package formats

import "dilna/models"

// promiseLines: tasks that go on from an earlier meeting, done, open, with another
// term, and dropped.
func promiseLines() []line {
	promise := models.PromiseMinutes{First: models.Meeting{Name: "1. jednání", Date: "2025-11-12"}, Last: models.Meeting{Date: "2025-12-03"}, DueDate: "2026-01-31", Passed: 3}
	undated := models.PromiseMinutes{First: models.Meeting{Name: "1. jednání"}, Passed: 2}
	task := func(text string, state models.TaskState, due string, p models.PromiseMinutes) models.TaskMinutes {
		return models.TaskMinutes{Text: text, Task: models.Task{State: state, DueDate: due}, From: text, Promise: &p}
	}
	reworded := task("Seznam služeb", models.TaskOpen, "2026-03-31", promise)
	reworded.From = "Seznam všech služeb"
	dropped := task("Výlet", models.TaskDropped, "2026-01-31", undated)
	dropped.Reason = "není zájem"
	step := models.StepMinutes{Method: models.MethodTasks, Heading: "CO JSME SLÍBILI", Tasks: []models.TaskMinutes{
		task("Pozvat starosty", models.TaskDone, "2026-01-31", promise), reworded, task("Sehnat sál", "", "2026-01-31", promise), dropped,
		{Text: "Nový úkol"},
	}}
	return []line{
		{
			name: "what became of promises", e: minutesIn("cs", step),
			pages: []string{
				"Od minulého jednání: splněno 1, zrušeno 1, trvá 2, s novým termínem 1.", "trvá, dříve 31. 1. 2026", "31. 3. 2026",
				"Slíbeno poprvé: 12. 11. 2025", "Slíbeno poprvé: 1. jednání", "Dříve znělo: „Seznam všech služeb“", "Důvod: není zájem",
			},
			never:  []string{"Vychází z:"},
			sheets: []string{"Slíbeno poprvé", "12. 11. 2025", "Termín – dříve", "Na kolika jednáních"},
		},
		{
			name: "what became of promises, in English", e: minutesIn("en", step), sheets: []string{"First promised", "12 November 2025"},
			pages: []string{"Since the last meeting: done 1, dropped 1, open 2, with a new date 1.", "open, earlier 31 January 2026", "First promised: 12 November 2025"},
		},
	}
}
