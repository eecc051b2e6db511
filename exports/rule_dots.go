package exports

import "dilna/models/voting"

// dotsSaid tells what dots have besides their number and the most on one entry.
func dotsSaid(w words, rule voting.Rule) string {
	t := turnout{dots: rule.Dots, perIdea: rule.PerEntry}
	said := w.turnout(t)
	if rule.PerTopic > 0 {
		said += " " + in{
			"cs": "V jednom okruhu směl dát nejvýše ", "en": "At most in one topic: ", "sk": "V jednom okruhu smel dať najviac ",
			"de": "Höchstens in einem Thema: ", "uk": "В одній темі не більше ніж ",
		}[w.tongue] + number(rule.PerTopic) + "."
	}
	if rule.UseAll {
		said += " " + in{
			"cs": "Počítají se jen lístky, na kterých jsou rozdány všechny.", "en": "Only ballots that use all of them count.",
			"sk": "Počítajú sa len lístky, na ktorých sú rozdané všetky.", "de": "Es zählen nur Stimmzettel, auf denen alle vergeben sind.",
			"uk": "Зараховано лише бюлетені, де віддано всі.",
		}[w.tongue]
	}
	return said
}
