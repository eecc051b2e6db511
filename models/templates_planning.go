package models

// Templates for planning: where we stand, why, and where we want to get.

func swot(say saying) Template {
	return Template{
		ID:   "swot",
		Name: say("SWOT analýza", "SWOT analysis"),
		Description: say(
			"Silné a slabé stránky, příležitosti a hrozby ve čtyřech polích, hlasování o tom, co je nejdůležitější, a co z toho plyne.",
			"Strengths, weaknesses, opportunities and threats in four quadrants, a vote on what matters most, and what follows."),
		Agenda: agenda(
			planned{10, StepMinutes{
				Heading: say("K ČEMU MÁ ANALÝZA POSLOUŽIT", "WHAT THE ANALYSIS IS FOR"),
				Prompt: say("Co budeme po dnešku vědět nebo umět rozhodnout lépe?",
					"What will we know, or decide better, after today?"),
			}},
			planned{50, StepMinutes{
				Heading: say("SWOT ANALÝZA", "SWOT ANALYSIS: FOUR QUADRANTS"),
				Prompt: say("Co je naší silnou a slabou stránkou? Co nám zvenčí nahrává a co nás ohrožuje?",
					"Where are we strong and where weak? What from outside helps us, and what threatens us?"),
				Layout: LayoutQuadrants,
				Topics: topics(say("SILNÉ STRÁNKY", "STRENGTHS"), say("SLABÉ STRÁNKY", "WEAKNESSES"),
					say("PŘÍLEŽITOSTI", "OPPORTUNITIES"), say("HROZBY", "THREATS")),
				IdeaLabel: say("Silné a slabé stránky, příležitosti a hrozby", "Strengths, weaknesses, opportunities and threats"),
				Rounds: []RoundMinutes{{
					Label: say("Počet hlasů pro důležitost", "Votes for importance"), CastBy: CastByPhones, Dots: 5, PerIdea: 2,
				}},
			}},
			planned{25, StepMinutes{
				Heading: say("CO Z TOHO PLYNE", "WHAT FOLLOWS"),
				Prompt: say("Jak využít silné stránky a příležitosti? Jak se vyrovnat se slabinami a hrozbami?",
					"How do we use strengths and opportunities? How do we cope with weaknesses and threats?"),
				Topics: topics(say("NA ČEM STAVĚT", "WHAT TO BUILD ON"), say("CO NAPRAVIT", "WHAT TO PUT RIGHT"),
					say("ČEHO SE CHOPIT", "WHAT TO TAKE UP"), say("NA CO SE PŘIPRAVIT", "WHAT TO PREPARE FOR")),
				Layout: LayoutQuadrants,
			}},
			planned{5, closing(say)},
		),
	}
}

func problemTree(say saying) Template {
	return Template{
		ID:   "problem-tree",
		Name: say("Strom problémů", "Problem tree"),
		Description: say(
			"Výběr hlavního problému, jeho příčiny až ke kořenům, důsledky a první kroky k nápravě.",
			"Choosing the main problem, its causes down to the roots, its consequences, and the first steps to put it right."),
		Agenda: agenda(
			planned{20, StepMinutes{
				Heading:   say("CO NÁS TRÁPÍ", "WHAT TROUBLES US"),
				Prompt:    say("Který problém je potřeba řešit jako první?", "Which problem has to be dealt with first?"),
				IdeaLabel: say("Problém", "Problem"),
				Rounds:    dotVoting(say("Počet hlasů pro výběr problému", "Votes for the problem to work on")),
			}},
			planned{35, StepMinutes{
				Method:  MethodFishbone,
				Heading: say("PŘÍČINY PROBLÉMU", "CAUSES OF THE PROBLEM"),
				Prompt: say("Proč k tomu dochází? A co je za tím? Ptejte se „proč“, dokud se nedostanete ke kořenům.",
					"Why does it happen? And what is behind that? Ask “why” until you reach the roots."),
			}},
			planned{20, StepMinutes{
				Heading: say("DŮSLEDKY PROBLÉMU", "CONSEQUENCES OF THE PROBLEM"),
				Prompt: say("Co problém způsobuje, komu a čím škodí?",
					"What does the problem lead to, whom does it harm and how?"),
				Topics: topics(say("PRO LIDI, KTERÝCH SE TÝKÁ", "FOR THE PEOPLE CONCERNED"), say("PRO JEJICH OKOLÍ", "FOR THOSE AROUND THEM"),
					say("PRO OBEC A SLUŽBY", "FOR THE MUNICIPALITY AND SERVICES")),
			}},
			planned{20, StepMinutes{
				Heading:   say("KDE ZAČÍT", "WHERE TO BEGIN"),
				Prompt:    say("Které příčiny můžeme odstranit my a jak?", "Which causes can we remove ourselves, and how?"),
				IdeaLabel: say("Návrh", "Proposal"),
				Rounds:    dotVoting(say("Počet hlasů pro návrh", "Votes for the proposal")),
			}},
			planned{5, closing(say)},
		),
	}
}

func vision(say saying) Template {
	return Template{
		ID:   "vision",
		Name: say("Společná vize", "A shared vision"),
		Description: say(
			"Jak to má za pár let vypadat, co z toho je nejdůležitější, co nám brání a čím začneme.",
			"What it should look like in a few years, what matters most, what stands in the way and what we begin with."),
		Agenda: agenda(
			planned{10, StepMinutes{
				Heading: say("NA CO JSME PYŠNÍ", "WHAT WE ARE PROUD OF"),
				Prompt:  say("Co už dnes funguje a nemělo by se ztratit?", "What works already and should not be lost?"),
			}},
			planned{25, StepMinutes{
				Heading: say("JAK TO VYPADÁ ZA DESET LET", "WHAT IT LOOKS LIKE IN TEN YEARS"),
				Prompt: say("Je o deset let později a všechno se povedlo. Co vidíte kolem sebe?",
					"It is ten years later and everything went well. What do you see around you?"),
				IdeaLabel: say("Vize", "Vision"),
				Rounds:    dotVoting(say("Počet hlasů pro důležitost", "Votes for importance")),
			}},
			planned{15, StepMinutes{
				Heading: say("CO NÁM BRÁNÍ", "WHAT STANDS IN THE WAY"),
				Prompt:  say("Co stojí mezi dneškem a vizí?", "What stands between today and the vision?"),
			}},
			planned{25, StepMinutes{
				Heading: say("CESTA K VIZI", "THE WAY TO THE VISION"),
				Prompt:  say("Co proto uděláme a kdy?", "What will we do about it, and when?"),
				Layout:  LayoutColumns,
				Topics:  topics(say("DO TŘÍ MĚSÍCŮ", "WITHIN THREE MONTHS"), say("DO ROKA", "WITHIN A YEAR"), say("POZDĚJI", "LATER")),
			}},
			planned{15, StepMinutes{
				Method:  MethodText,
				Heading: say("VIZE JEDNOU VĚTOU", "THE VISION IN ONE SENTENCE"),
			}},
		),
	}
}

// closing is the round of last words many meetings end with.
func closing(say saying) StepMinutes {
	return StepMinutes{
		Heading: say("ZÁVĚREČNÉ KOLEČKO", "CLOSING ROUND"),
		Prompt:  say("S čím dnes odcházíte? Stačí slovo nebo věta.", "What are you taking away? A word or a sentence will do."),
	}
}
