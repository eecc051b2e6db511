package exports

import (
	"fmt"

	"dilna/models/voting"
)

func approvalSaid(w words, rule voting.Rule) string {
	if rule.Most == 0 {
		return in{
			"cs": "Každý označil všechny podněty, se kterými souhlasí.", "en": "Everybody named all ideas they agree with.",
			"sk": "Každý označil všetky podnety, s ktorými súhlasí.", "de": "Alle kreuzten die Beiträge an, denen sie zustimmen.",
			"uk": "Кожен позначив усі пропозиції, з якими згоден.",
		}[w.tongue]
	}
	return fmt.Sprintf(in{
		"cs": "Každý označil podněty, se kterými souhlasí, nejvýše %d.", "en": "Everybody named ideas they agree with, at most %d.",
		"sk": "Každý označil podnety, s ktorými súhlasí, najviac %d.", "de": "Alle kreuzten Beiträge an, denen sie zustimmen, höchstens %d.",
		"uk": "Кожен позначив пропозиції, з якими згоден, не більше ніж %d.",
	}[w.tongue], rule.Most)
}

func approvalSlip(tongue string, rule voting.Rule) string {
	said := in{
		"cs": "Udělejte křížek u všech podnětů, se kterými souhlasíte.", "en": "Put a cross beside all ideas you agree with.",
		"sk": "Urobte krížik pri všetkých podnetoch, s ktorými súhlasíte.", "de": "Kreuzen Sie alle Beiträge an, denen Sie zustimmen.",
		"uk": "Поставте хрестик біля всіх пропозицій, з якими ви згодні.",
	}[tongue]
	if rule.Most > 0 {
		said += fmt.Sprintf(in{
			"cs": " Nejvýše %s.", "en": " At most %s.", "sk": " Najviac %s.", "de": " Höchstens %s.", "uk": " Не більше ніж %s.",
		}[tongue], counting(tongue, rule.Most, crossesCounted))
	}
	return said
}
