package exports_test

import "dilna/models"

// fullRecord uses every member of the record at least once.
func fullRecord() models.Minutes {
	return models.Minutes{
		Head: models.Head{
			Programme: "Plán rozvoje sociálních služeb", Group: "SENIOŘI", Number: 3,
			Date: "2026-02-04", Start: "09:00", End: "12:30", Place: "Radnice, malý sál",
			Facilitators: []string{"Petra Hybnerová", "Jan Novák"},
			Attendance: &models.Attendance{
				Participants: new(5), Observers: new(1),
				Present: []string{"A. B.", "C. D."}, Excused: []string{"E. F."}, Guests: []string{"G. H."},
			},
			NextMeeting: "4. 3. 2026",
		},
		Steps:    []models.StepMinutes{collected(), voted(), fished(), decided(), planned(), late(), {Method: models.MethodTasks, Heading: "Prázdné"}},
		Feedback: spoken(),
	}
}

func spoken() *models.FeedbackMinutes {
	return &models.FeedbackMinutes{Answered: 4, Questions: []models.QuestionMinutes{
		{Text: "Jak se vám jednání líbilo?", Kind: models.QuestionScale, Low: "vůbec", High: "velmi", Scores: []int{0, 0, 1, 1, 2}},
		{Text: "Co bylo dobré?", Kind: models.QuestionText, Texts: []string{"Že jsme se poznali.", "Oběd"}},
		{Text: "Co příště zlepšit?", Kind: models.QuestionText},
		{Text: "Neptali jsme se", Kind: models.QuestionText, Off: true},
	}}
}

func collected() models.StepMinutes {
	return models.StepMinutes{
		Method: models.MethodCollect, Heading: "Potřeby", Origin: models.OriginHarvest, Source: "konference",
		Text: "Úvod:\n- první\n- druhý", MarksPerTopic: 2,
		Ideas: []models.IdeaMinutes{{Text: "bez okruhu", Ideas: []models.IdeaMinutes{{Text: "pod ním"}}}},
		Topics: []models.TopicMinutes{
			{Heading: "Lidé", Ideas: []models.IdeaMinutes{
				{Text: "označený a vybraný", Marked: true, Chosen: true, Note: "poznámka", Author: "Jana", Merged: []string{"stejný", "podobný"}},
			}, Topics: []models.TopicMinutes{{Heading: "Děti", Ideas: []models.IdeaMinutes{{Text: "hřiště"}}}}},
			{},
		},
	}
}

func voted() models.StepMinutes {
	return models.StepMinutes{
		Method: models.MethodCollect, Heading: "Problémy", IdeaLabel: "Problém", Order: models.OrderVotes,
		Rounds: []models.RoundMinutes{
			{Label: "Občané", Dots: 5, PerIdea: 2, Voters: new(12)},
			{Label: "Úředníci", Weights: []int{3, 2, 1}, Voters: new(1)},
			{Dots: 2, Minus: new(1)},
			{Label: "Připravené kolo", Dots: 3},
		},
		Topics: []models.TopicMinutes{
			{Heading: "Město", Ideas: []models.IdeaMinutes{
				{Text: "doprava", Votes: []*int{new(4), new(3), new(-2)}},
				{Text: "byty", Marked: true, Votes: []*int{new(0), nil, new(5)}, Ideas: []models.IdeaMinutes{{Text: "malé byty", Votes: []*int{new(1)}}}},
			}},
			{Heading: "Kraj", Ideas: []models.IdeaMinutes{{Text: "spoje", Votes: []*int{new(2), new(1)}}}},
		},
	}
}

func fished() models.StepMinutes {
	return models.StepMinutes{
		Method: models.MethodFishbone, Heading: "Rybí kost", Effect: "Spokojený zaměstnanec",
		Causes: []models.CauseMinutes{
			{Text: "Peníze", Causes: []models.CauseMinutes{{Text: "platy", Note: "sklizeň, 3. 5. 2026", From: "peníze", Causes: []models.CauseMinutes{{Text: "tabulky", Causes: []models.CauseMinutes{{Text: "zákon"}}}}}}},
			{Text: "Vedení"},
		},
	}
}

func decided() models.StepMinutes {
	return models.StepMinutes{
		Method: models.MethodDecisions, Heading: "Rozhodnutí",
		Decisions: []models.DecisionMinutes{
			{Text: "Schvaluje zápis.", Decision: models.Decision{For: new(5), Against: new(0), Result: "přijato"}},
			{Text: "Bere na vědomí."},
		},
	}
}

func planned() models.StepMinutes {
	return models.StepMinutes{
		Method: models.MethodTasks, Heading: "Úkoly",
		Tasks: []models.TaskMinutes{
			{Text: "Podklady", Tasks: []models.TaskMinutes{
				{Text: "Rozeslat", Task: models.Task{Due: "1. 3.", State: models.TaskDone}},
			}, Task: models.Task{Owners: []string{"Jana", "všichni"}, Due: "do příště"},
			},
			{Text: "Kapacity", Task: models.Task{State: models.TaskMoved}},
			{Text: "Web", Task: models.Task{State: models.TaskDropped}},
		},
	}
}

func late() models.StepMinutes {
	return models.StepMinutes{
		Method: models.MethodText, Heading: "Podněty zaslané po jednání", Origin: models.OriginLate, Source: "e-mail 6. 2.",
		Text: "Odstavec.\n\n| Služba | Kapacita |\n| Pečovatelská | 120 |",
	}
}
