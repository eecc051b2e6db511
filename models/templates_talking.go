package models

// Templates for talking: around tables, and about what has been.

func worldCafe(say saying) Template {
	tables := topics(say("STŮL 1", "TABLE 1"), say("STŮL 2", "TABLE 2"), say("STŮL 3", "TABLE 3"), say("STŮL 4", "TABLE 4"))
	return Template{
		ID:   "world-cafe",
		Name: say("World Café", "World Café: talking at tables"),
		Description: say(
			"Tři kola rozhovorů u čtyř stolů, lidé se mezi koly přesouvají; na závěr společná sklizeň a hlasování.",
			"Three rounds of conversation at four tables, people move between rounds; a common harvest and a vote at the end."),
		Agenda: agenda(
			planned{10, StepMinutes{
				Method:  MethodText,
				Heading: say("JAK BUDEME PRACOVAT", "HOW WE WILL WORK"),
			}},
			planned{20, StepMinutes{
				Heading: say("1. KOLO ROZHOVORŮ", "FIRST ROUND OF CONVERSATION"),
				Prompt: say("Jak to vidíte vy? U každého stolu zapište, co zaznělo.",
					"How do you see it? Write down what was said at each table."),
				Layout: LayoutColumns, Topics: tables,
			}},
			planned{20, StepMinutes{
				Heading: say("2. KOLO ROZHOVORŮ", "SECOND ROUND OF CONVERSATION"),
				Prompt: say("Přesedněte si. Co k tomu, co u stolu zaznělo, přidáte vy?",
					"Change tables. What do you add to what was said here?"),
				Layout: LayoutColumns, Topics: tables,
			}},
			planned{20, StepMinutes{
				Heading: say("3. KOLO ROZHOVORŮ", "THIRD ROUND OF CONVERSATION"),
				Prompt: say("Naposledy si přesedněte. Co se u stolů opakuje a co překvapilo?",
					"Change tables one last time. What comes up again and again, and what was a surprise?"),
				Layout: LayoutColumns, Topics: tables,
			}},
			planned{30, StepMinutes{
				Heading:   say("SKLIZEŇ", "HARVEST"),
				Prompt:    say("Co z rozhovorů si odnést jako společný závěr?", "What do we take from the conversations as a shared conclusion?"),
				IdeaLabel: say("Závěr", "Conclusion"),
				Rounds:    dotVoting(say("Počet hlasů pro důležitost", "Votes for importance")),
			}},
			planned{5, closing(say)},
		),
	}
}

func retrospective(say saying) Template {
	return Template{
		ID:   "retrospective",
		Name: say("Ohlédnutí", "Retrospective"),
		Description: say(
			"Co se povedlo, co ne a co příště zkusit jinak, s hlasováním o tom, čím začít.",
			"What worked, what did not and what to try next, with a vote on what to begin with."),
		Agenda: agenda(
			planned{5, StepMinutes{
				Heading: say("JAK SE DNES MÁTE", "HOW ARE YOU TODAY"),
				Prompt:  say("Jedním slovem: s čím přicházíte?", "In one word: how do you arrive?"),
			}},
			planned{15, StepMinutes{
				Heading: say("CO SE POVEDLO", "WHAT WORKED"),
				Prompt:  say("Co se nám povedlo a díky čemu?", "What worked for us, and thanks to what?"),
			}},
			planned{15, StepMinutes{
				Heading: say("CO SE NEPOVEDLO", "WHAT DID NOT WORK"),
				Prompt: say("Co drhlo? Pište o věcech, ne o lidech.",
					"Where did it creak? Write about things, not about people."),
			}},
			planned{20, StepMinutes{
				Heading:   say("CO ZKUSIT PŘÍŠTĚ", "WHAT TO TRY NEXT"),
				Prompt:    say("Co konkrétně zkusíme jinak?", "What exactly will we try to do differently?"),
				IdeaLabel: say("Co zkusit", "What to try"),
				Rounds:    dotVoting(say("Počet hlasů, čím začít", "Votes for what to begin with")),
			}},
			planned{10, StepMinutes{
				Method:  MethodText,
				Heading: say("NA ČEM JSME SE DOHODLI", "WHAT WE AGREED ON"),
			}},
		),
	}
}
