package models

// workingGroup is the agenda of the model record (modelstest.ModelRecord): the
// first meeting of a working group that plans social services. The needs have
// no topics yet: people choose them in the step before.
func workingGroup(say saying) Template {
	return Template{
		ID:   "working-group",
		Name: say("Jednání pracovní skupiny", "Working group meeting"),
		Description: say(
			"Jedenáct kroků na tři hodiny: asociace, zájmové skupiny a jejich potřeby, hlasování o problémech, "+
				"příležitostech a o tom, co se daří, rybí kost, vize, podněty z konference i ty zaslané po jednání.",
			"Eleven steps for three hours: associations, stakeholders and their needs, dot voting on problems, "+
				"opportunities and what works well, a fishbone, a vision, ideas from the conference and those sent in later."),
		Agenda: agenda(
			planned{10, StepMinutes{
				Heading: say("ASOCIACE", "ASSOCIATIONS"),
				Prompt: say("Co se vám vybaví, když se řekne sociální služby?",
					"What comes to mind when you hear “social services”?"),
			}},
			planned{15, StepMinutes{
				Heading: say("ZÁJMOVÉ SKUPINY", "STAKEHOLDERS"),
				Prompt:  say("Koho se sociální služby týkají?", "Whom do social services concern?"),
			}},
			planned{35, StepMinutes{
				Heading: say("OČEKÁVÁNÍ A POTŘEBY ZÁJMOVÝCH STRAN", "EXPECTATIONS AND NEEDS OF STAKEHOLDERS"),
				Prompt: say("Co tato skupina od sociálních služeb očekává a co potřebuje?",
					"What does this group expect of social services, and what does it need?"),
				MarksPerTopic: 3,
			}},
			planned{20, StepMinutes{
				Heading: say("PROBLÉMOVÉ OBLASTI", "PROBLEM AREAS"),
				Prompt: say("Co v sociálních službách nefunguje nebo chybí?",
					"What does not work in social services, or is missing?"),
				IdeaLabel: say("Problémové oblasti", "Problem areas"),
				Rounds:    dotVoting(say("Počet hlasů pro prioritizaci problému", "Votes for the priority of the problem")),
			}},
			planned{20, StepMinutes{
				Heading: say("PŘÍLEŽITOSTI KE ZLEPŠENÍ", "OPPORTUNITIES FOR IMPROVEMENT"),
				Prompt: say("Co by se dalo v sociálních službách zlepšit?",
					"What could be improved in social services?"),
				IdeaLabel: say("Příležitosti ke zlepšení", "Opportunities for improvement"),
				Rounds:    dotVoting(say("Počet hlasů pro prioritizaci příležitosti", "Votes for the priority of the opportunity")),
			}},
			planned{15, StepMinutes{
				Heading:   say("CO SE DAŘÍ", "WHAT WORKS WELL"),
				Prompt:    say("Co se v sociálních službách už daří?", "What already works well in social services?"),
				IdeaLabel: say("Co se daří", "What works well"),
				Rounds:    dotVoting(say("Počet hlasů pro prioritizaci", "Votes for the priority")),
			}},
			planned{10, StepMinutes{
				Heading: say("CO UDĚLAT PRO UDRŽENÍ", "HOW TO KEEP IT GOING"),
				Prompt: say("Co udělat pro to, aby nám vydrželo, co se daří?",
					"What can we do so that what works well lasts?"),
			}},
			planned{30, StepMinutes{
				Method:  MethodFishbone,
				Heading: say("RYBÍ KOST – PROBLÉMY A JEJICH PŘÍČINY", "FISHBONE – PROBLEMS AND THEIR CAUSES"),
				Prompt: say("Proč to tak je? U každé příčiny se ptejte „proč“ znovu.",
					"Why is it so? Ask “why” again of every cause."),
			}},
			planned{15, StepMinutes{
				Heading: say("JAK BY TO MOHLO VYPADAT / VIZE", "WHAT IT COULD LOOK LIKE / VISION"),
				Prompt: say("Jak by sociální služby vypadaly, kdyby se všechno povedlo?",
					"What would social services look like if everything went well?"),
			}},
			planned{10, StepMinutes{
				Heading: say("PODNĚTY Z ÚVODNÍ KONFERENCE – SKLIZEŇ NÁPADŮ", "IDEAS FROM THE OPENING CONFERENCE – HARVEST"),
				Prompt:  say("Co zaznělo na úvodní konferenci?", "What was said at the opening conference?"),
				Origin:  OriginHarvest,
				Source:  say("úvodní konference", "opening conference"),
				Topics: topics(say("CO SE UŽ PODAŘILO/DAŘÍ", "WHAT HAS WORKED / WORKS WELL"),
					say("CO JE POTŘEBA ZLEPŠIT", "WHAT NEEDS IMPROVEMENT")),
			}},
			planned{0, StepMinutes{
				Method:  MethodText,
				Heading: say("PODNĚTY ZASLANÉ PO JEDNÁNÍ", "IDEAS SENT IN AFTER THE MEETING"),
				Origin:  OriginLate,
				Source:  say("zasláno po jednání", "sent in after the meeting"),
			}},
		),
	}
}
