package exports

import (
	"fmt"
	"strconv"

	"dilna/models"
	"dilna/models/voting"
)

var budgetWords = map[string]struct{ cost, fits, yes, no string }{
	"cs": {"Cena", "Vejde se", "ano", "ne"},
	"en": {"Cost", "Fits", "yes", "no"},
	"sk": {"Cena", "Zmestí sa", "áno", "nie"},
	"de": {"Kosten", "Im Rahmen", "ja", "nein"},
	"uk": {"Ціна", "Вміщується", "так", "ні"},
}

func budgetColumns(w words, r heldRound) []column {
	said := budgetWords[w.tongue]
	return []column{
		{head: said.cost, numbers: true, cell: func(t told) Line {
			if !t.known {
				return Line{Text: notCounted}
			}
			return Line{Text: w.money(costOf(*r.Rule, t.Entry), r.Rule.Unit)}
		}},
		{head: w.votes, numbers: true, bars: true, cell: w.pointsCell},
		{head: said.fits, cell: func(t told) Line {
			switch {
			case t.Fits == nil:
				return Line{Text: notCounted}
			case *t.Fits:
				return Line{Text: said.yes}
			}
			return Line{Text: said.no}
		}},
	}
}

// costOf is what the entry of that index costs.
func costOf(rule voting.Rule, entry int) int { return rule.Costs[models.EntryID(strconv.Itoa(entry))] }

func budgetSaid(w words, rule voting.Rule) string {
	return fmt.Sprintf(in{
		"cs": "K rozdělení bylo %s; každý vybral podněty, které se do toho vejdou. Vejde se, na co podle počtu hlasů ještě zbývá; při shodě to levnější.",
		"en": "There was %s to spend; everybody chose ideas that fit into it. An idea fits while there is money left for it, in the order of votes, of equals the cheaper one first.",
		"sk": "Na rozdelenie bolo %s; každý vybral podnety, ktoré sa do toho zmestia. Zmestí sa, na čo podľa počtu hlasov ešte zostáva; pri zhode to lacnejšie.",
		"de": "Zu verteilen waren %s; alle wählten Beiträge, die dazu passen. Im Rahmen ist, wofür nach der Zahl der Stimmen noch Geld da ist, bei Gleichstand das Günstigere.",
		"uk": "Для розподілу було %s; кожен обрав пропозиції, які в це вміщуються. Вміщується те, на що за кількістю голосів ще вистачає, за рівності дешевше.",
	}[w.tongue], w.money(rule.Budget, rule.Unit))
}

func budgetSlip(tongue string, rule voting.Rule) string {
	return fmt.Sprintf(in{
		"cs": "Udělejte křížek u podnětů, které chcete. Dohromady smějí stát nejvýše %s; ceny jsou na plátně.", "en": "Put a cross beside the ideas you want. Together they may cost at most %s; costs are on the big screen.",
		"sk": "Urobte krížik pri podnetoch, ktoré chcete. Spolu smú stáť najviac %s; ceny sú na plátne.", "de": "Kreuzen Sie die Beiträge an, die Sie wollen. Zusammen dürfen sie höchstens %s kosten; die Kosten stehen auf der Leinwand.",
		"uk": "Поставте хрестик біля пропозицій, які хочете. Разом вони можуть коштувати не більше ніж %s; ціни на екрані.",
	}[tongue], wordsIn(tongue).money(rule.Budget, rule.Unit))
}
