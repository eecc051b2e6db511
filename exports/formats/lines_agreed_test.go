package formats

import "dilna/models"

// agreedLines: decisions, tasks, and whose a step was.
func agreedLines() []line {
	decided := func(language string) models.Edition {
		return minutesIn(language, models.StepMinutes{Method: models.MethodDecisions, Heading: "A", Decisions: []models.DecisionMinutes{{
			Text: "Skupina ukládá:", Decision: models.Decision{Result: "přijato", For: new(17), Against: new(0)},
			Decisions: []models.DecisionMinutes{{Text: "svolat starosty"}, {Text: "sehnat sál"}},
		}}})
	}
	divided := func(language string) models.Edition {
		e := minutesIn(language,
			models.StepMinutes{Method: models.MethodCollect, Heading: "PROBLÉMY", Part: &[2]int{0, 1}, Ideas: []models.IdeaMinutes{{Text: "byty"}}},
			models.StepMinutes{Method: models.MethodCollect, Heading: "Stůl u okna", Part: &[2]int{0, 0}, Ideas: []models.IdeaMinutes{{Text: "doprava"}}},
		)
		e.Divisions = []models.DivisionMinutes{
			{Heading: "Kde sedíte?", Parts: []models.PartMinutes{{Heading: "Stůl u okna"}, {Heading: "Stůl u dveří"}, {Heading: "Kraj", Guests: true}}},
			{Heading: "Nikdo jiný", Parts: []models.PartMinutes{{Heading: "nepracoval"}}},
		}
		return e
	}
	return []line{
		{
			name: "a result of what goes on in parts", e: decided("cs"), never: []string{"ukládá: –"}, sheets: []string{"přijato", "svolat starosty"},
			pages: []string{"Usnesení 3/1:", "Skupina ukládá: (přijato, pro 17, proti 0)", "a) svolat starosty", "b) sehnat sál"},
		},
		{
			name: "the same in English", e: decided("en"), never: []string{"ukládá: –"}, sheets: []string{"přijato"},
			pages: []string{"Decision 3/1:", "Skupina ukládá: (přijato, for 17, against 0)", "a) svolat starosty"},
		},
		{
			name: "whose a step was", e: divided("cs"), sheets: []string{"PROBLÉMY – Stůl u dveří"}, never: []string{"nepracoval", "okna – Stůl"},
			pages: []string{"PROBLÉMY – Stůl u dveří", "Kde sedíte:", "Stůl u okna, Stůl u dveří, Kraj (hosté)"},
		},
		{name: "whose a step was, in English", e: divided("en"), sheets: []string{"PROBLÉMY – Stůl u dveří"}, pages: []string{"Kraj (guests)"}},
	}
}
