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
			{Heading: "Kde sedíte?", Parts: []models.PartMinutes{{Heading: "Stůl u okna"}, {Heading: "Stůl u dveří", Seats: 5}, {Heading: "Kraj", Guests: true}, {Heading: "Hosté", Guests: true, Seats: 1}}},
			{Heading: "Za koho mluvíte?", Parts: []models.PartMinutes{{Heading: "poskytovatelé", Seats: 3}, {Heading: "uživatelé", Seats: 2}}},
			{Heading: "Nikdo jiný", Parts: []models.PartMinutes{{Heading: "nepracoval"}}},
		}
		return e
	}
	reworded := func(language string) models.Edition {
		return minutesIn(language, models.StepMinutes{Method: models.MethodDecisions, Heading: "USNESENÍ", Decisions: []models.DecisionMinutes{{
			Text: "Sejdeme se v červnu.", Voted: []models.VotedWording{{Text: "Sejdeme se v květnu.", Rounds: []int{0}}},
		}}})
	}
	came := func(language string) models.Edition {
		e := minutesIn(language)
		e.Attendance = &models.Attendance{Present: []string{"Jana Nová, Charita", "Petr Malý, Kraj"}, Excused: []string{"Eva Velká"}}
		return e
	}
	causes := func(language string, fishbone models.FishboneShown) models.Edition {
		e := minutesIn(language, models.StepMinutes{Method: models.MethodFishbone, Heading: "PROČ", Effect: "samota", Causes: []models.CauseMinutes{
			{Text: "doprava", Causes: []models.CauseMinutes{{Text: "jezdí málo", Note: "sklizeň, 3. 5. 2026", From: "autobusy"}}},
		}})
		e.Options.Fishbone = fishbone
		return e
	}
	return []line{
		{
			name: "who came, from which organisation", e: came("cs"), never: []string{"Charita, Petr"}, sheets: []string{"Jana Nová, Charita; Petr Malý, Kraj"},
			pages: []string{"Přítomni", "Jana Nová, Charita", "Petr Malý, Kraj", "Omluveni", "Eva Velká"},
		},
		{name: "the same, in English", e: came("en"), never: []string{"Charita, Petr"}, pages: []string{"Present", "Jana Nová, Charita", "Excused", "Eva Velká"}},
		{
			name: "where a cause comes from", e: causes("cs", models.FishboneOutline), sheets: []string{"jezdí málo", "autobusy", "sklizeň, 3. 5. 2026"},
			pages: []string{"jezdí málo", "Vychází z: „autobusy“", "sklizeň, 3. 5. 2026"},
		},
		{
			name: "short words in a field of a SWOT", pages: []string{"samota1", "samota8"}, sheets: []string{"samota1", "samota8"},
			e: minutesIn("cs", models.StepMinutes{Method: models.MethodCollect, Heading: "SWOT", Layout: models.LayoutQuadrants, Topics: []models.TopicMinutes{
				{Heading: "Slabé stránky", Ideas: []models.IdeaMinutes{{Text: "samota1"}, {Text: "samota2"}, {Text: "samota3"}, {Text: "samota4"}, {Text: "samota5"}, {Text: "samota6"}, {Text: "samota7"}, {Text: "samota8"}}},
				{Heading: "Hrozby", Ideas: []models.IdeaMinutes{{Text: "nemoc"}}},
			}}),
		},
		{
			name: "what comes from a table as it was worded there", never: []string{"Vychází z"}, pages: []string{"Spoje v neděli"}, sheets: []string{"Spoje v neděli"},
			e: minutesIn("cs", models.StepMinutes{Method: models.MethodCollect, Heading: "SPOLEČNĚ", Ideas: []models.IdeaMinutes{{Text: "Spoje v neděli", From: "Spoje v neděli"}}}),
		},
		{
			name: "where a cause comes from, where it is drawn only", e: causes("en", models.FishboneDiagram), sheets: []string{"sklizeň, 3. 5. 2026"},
			pages: []string{"jezdí málo", "Comes from: “autobusy”", "sklizeň, 3. 5. 2026"},
		},
		{
			name: "which wording of a decision was voted on", e: reworded("cs"),
			pages: []string{"Sejdeme se v červnu.", "Hlasovalo se o znění: Sejdeme se v květnu."}, sheets: []string{"Sejdeme se v květnu."},
		},
		{name: "the same, in English", e: reworded("en"), pages: []string{"Voted on as: Sejdeme se v květnu."}, sheets: []string{"Sejdeme se v květnu."}},
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
			pages: []string{"PROBLÉMY – Stůl u dveří", "Kde sedíte:", "Stůl u okna, Stůl u dveří (5), Kraj (hosté), Hosté (1)", "Za koho mluvíte:", "poskytovatelé (3), uživatelé (2)"},
		},
		{name: "whose a step was, in English", e: divided("en"), sheets: []string{"PROBLÉMY – Stůl u dveří"}, pages: []string{"Kraj (guests)"}},
	}
}

// meetingLines: spreadsheets begin with what meeting it was.
func meetingLines() []line {
	head := models.Head{Language: "cs", Programme: "Plán", Group: "SENIOŘI", Number: 3, Date: "2026-02-04", Place: "Radnice", Facilitators: []string{"Petra Hybnerová"}}
	steps := []models.StepMinutes{
		{Method: models.MethodText, Heading: "KDO PŘIŠEL", Text: "Vítáme **nové** členy."},
		{Method: models.MethodTasks, Heading: "ÚKOLY", Tasks: []models.TaskMinutes{{Text: "sál"}, {Text: "strava"}}},
	}
	czech := models.Edition{Version: 2, Introduction: "Sešli jsme se.", Remarks: []string{"opraveno"}, Minutes: models.Minutes{Head: head, Steps: steps}}
	english := czech
	english.Language = "en"
	return []line{
		{name: "what meeting it was", e: czech, sheets: []string{"Jednání", "Číslo jednání", "SENIOŘI", "4. 2. 2026", "Radnice", "Petra Hybnerová", "verze 2", "Vítáme nové členy.", "Sešli jsme se.", "opraveno"}},
		{name: "what meeting it was, in English", e: english, sheets: []string{"Meeting no.", "Version", "4 February 2026", "Texts"}},
	}
}
