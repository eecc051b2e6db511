package exports

import (
	"fmt"

	"dilna/models"
	"dilna/models/voting"
)

// crosses says whether a cross says all: no idea may have more than one dot.
func crosses(r models.Round) bool {
	if r.Rule != nil && printedRules[r.Rule.Name].crosses {
		return true
	}
	return r.Dots > 0 && (r.Dots == 1 || r.PerIdea == 1) && len(r.Weights) == 0 && minusOf(r) == 0
}

// howToMark says how a ballot of the round is filled in, by its rule.
func (w slipWords) howToMark(tongue string, r models.Round, crosses bool) string {
	if r.Rule != nil && printedRules[r.Rule.Name].slip != nil {
		if said := printedRules[r.Rule.Name].slip(tongue, *r.Rule); said != "" {
			return said
		}
	}
	return w.mark(r, crosses)
}

// roundOf is a round by the rule.
func roundOf(rule voting.Rule) models.Round {
	var r models.Round
	r.Follow(&rule)
	return r
}

func minusOf(r models.Round) int {
	if r.Minus == nil {
		return 0
	}
	return *r.Minus
}

// perIdeaOf is the most dots of one person on one idea, where that is said.
func perIdeaOf(r models.Round) (most int, said bool) {
	return r.PerIdea, r.PerIdea > 1 && r.PerIdea < r.Dots
}

var czechSlips = slipWords{
	ballots: "Hlasovací lístky", ideas: "Lístky na podněty",
	mark: func(r models.Round, crosses bool) string {
		said := "Kolik máte hlasů, řekne facilitátor."
		switch most, limited := perIdeaOf(r); {
		case len(r.Weights) > 0:
			said = "Rozdělte body " + amounts("cs", r.Weights) + "."
		case r.Dots > 0:
			said = "Máte " + czechCount(r.Dots, "hlas", "hlasy", "hlasů")
			if limited {
				said += fmt.Sprintf(", jednomu podnětu dejte nejvýše %d", most)
			}
			said += "."
		}
		if minus := minusOf(r); minus > 0 {
			said += " K tomu " + czechCount(minus, "záporný hlas, zapište ho s minusem", "záporné hlasy, zapište je s minusem", "záporných hlasů, zapište je s minusem") + "."
		}
		switch {
		case crosses && r.Dots == 1:
			return said + " Udělejte křížek u podnětu, kterému ho dáváte."
		case crosses:
			return said + " Udělejte křížek u podnětů, kterým je dáváte."
		case len(r.Weights) > 0:
			return said + " K podnětu napište, kolik bodů mu dáváte."
		}
		return said + " K podnětu napište, kolik hlasů mu dáváte."
	},
	numbers: "Čísla podnětů jsou na plátně.", unsigned: "Lístek nepodepisujte.",
	one:   "Na každý lístek jeden podnět, prosíme čitelně.",
	topic: "Okruh", number: "Číslo podnětu", dots: "Hlasů",
}

var englishSlips = slipWords{
	ballots: "Ballots", ideas: "Idea slips",
	mark: func(r models.Round, crosses bool) string {
		said := "The facilitator will say how many dots you have."
		switch most, limited := perIdeaOf(r); {
		case len(r.Weights) > 0:
			said = "Give out the points " + amounts("en", r.Weights) + "."
		case r.Dots > 0:
			said = "You have " + englishCount(r.Dots, "dot")
			if limited {
				said += fmt.Sprintf(", at most %d for one idea", most)
			}
			said += "."
		}
		if minus := minusOf(r); minus > 0 {
			said += " You also have " + englishCount(minus, "minus dot") + ", written with a minus."
		}
		switch {
		case crosses && r.Dots == 1:
			return said + " Put a cross beside the idea you give it to."
		case crosses:
			return said + " Put a cross beside each idea you give one to."
		case len(r.Weights) > 0:
			return said + " Beside an idea, write how many points you give it."
		}
		return said + " Beside an idea, write how many dots you give it."
	},
	numbers: "The numbers of the ideas are on the big screen.", unsigned: "Do not sign the ballot.",
	one:   "One idea on each slip, please write clearly.",
	topic: "Topic", number: "Number of the idea", dots: "Dots",
}

var slovakSlips = slipWords{
	ballots: "Hlasovacie lístky", ideas: "Lístky na podnety",
	mark: func(r models.Round, crosses bool) string {
		said := "Koľko máte hlasov, povie facilitátor."
		switch most, limited := perIdeaOf(r); {
		case len(r.Weights) > 0:
			said = "Rozdeľte body " + amounts("sk", r.Weights) + "."
		case r.Dots > 0:
			said = "Máte " + czechCount(r.Dots, "hlas", "hlasy", "hlasov")
			if limited {
				said += fmt.Sprintf(", jednému podnetu dajte najviac %d", most)
			}
			said += "."
		}
		if minus := minusOf(r); minus > 0 {
			said += " K tomu " + czechCount(minus, "záporný hlas, zapíšte ho s mínusom", "záporné hlasy, zapíšte ich s mínusom", "záporných hlasov, zapíšte ich s mínusom") + "."
		}
		switch {
		case crosses && r.Dots == 1:
			return said + " Urobte krížik pri podnete, ktorému ho dávate."
		case crosses:
			return said + " Urobte krížik pri podnetoch, ktorým ich dávate."
		case len(r.Weights) > 0:
			return said + " K podnetu napíšte, koľko bodov mu dávate."
		}
		return said + " K podnetu napíšte, koľko hlasov mu dávate."
	},
	numbers: "Čísla podnetov sú na plátne.", unsigned: "Lístok nepodpisujte.",
	one:   "Na každý lístok jeden podnet, prosíme čitateľne.",
	topic: "Okruh", number: "Číslo podnetu", dots: "Hlasov",
}

var germanSlips = slipWords{
	ballots: "Stimmzettel", ideas: "Zettel für Beiträge",
	mark: func(r models.Round, crosses bool) string {
		said := "Wie viele Stimmen Sie haben, sagt die Moderation."
		switch most, limited := perIdeaOf(r); {
		case len(r.Weights) > 0:
			said = "Verteilen Sie die Punkte " + amounts("de", r.Weights) + "."
		case r.Dots > 0:
			said = "Sie haben " + germanCount(r.Dots, "Stimme", "Stimmen")
			if limited {
				said += fmt.Sprintf(", höchstens %d für einen Beitrag", most)
			}
			said += "."
		}
		if minus := minusOf(r); minus > 0 {
			said += " Dazu " + germanCount(minus, "Gegenstimme, die Sie mit Minuszeichen schreiben", "Gegenstimmen, die Sie mit Minuszeichen schreiben") + "."
		}
		switch {
		case crosses && r.Dots == 1:
			return said + " Kreuzen Sie den Beitrag an, dem Sie sie geben."
		case crosses:
			return said + " Kreuzen Sie die Beiträge an, denen Sie sie geben."
		case len(r.Weights) > 0:
			return said + " Schreiben Sie zum Beitrag, wie viele Punkte Sie ihm geben."
		}
		return said + " Schreiben Sie zum Beitrag, wie viele Stimmen Sie ihm geben."
	},
	numbers: "Die Nummern der Beiträge stehen auf der Leinwand.", unsigned: "Bitte nicht unterschreiben.",
	one:   "Auf jeden Zettel ein Beitrag, bitte leserlich.",
	topic: "Thema", number: "Nummer des Beitrags", dots: "Stimmen",
}

var ukrainianSlips = slipWords{
	ballots: "Бюлетені", ideas: "Картки для пропозицій",
	mark: func(r models.Round, crosses bool) string {
		said := "Скільки у вас голосів, скаже фасилітатор."
		switch most, limited := perIdeaOf(r); {
		case len(r.Weights) > 0:
			said = "Розподіліть бали " + amounts("uk", r.Weights) + "."
		case r.Dots > 0:
			said = "У вас " + ukrainianCount(r.Dots, "голос", "голоси", "голосів")
			if limited {
				said += fmt.Sprintf(", за одну пропозицію не більше ніж %d", most)
			}
			said += "."
		}
		if minus := minusOf(r); minus > 0 {
			said += " Крім того, голосів проти: " + amount("uk", minus) + ", пишіть їх зі знаком мінус."
		}
		switch {
		case crosses:
			return said + " Поставте хрестик біля пропозиції, яку підтримуєте."
		case len(r.Weights) > 0:
			return said + " Біля пропозиції напишіть, скільки балів їй даєте."
		}
		return said + " Біля пропозиції напишіть, скільки голосів їй даєте."
	},
	numbers: "Номери пропозицій є на екрані.", unsigned: "Не підписуйте бюлетень.",
	one:   "На кожній картці одна пропозиція, будь ласка, розбірливо.",
	topic: "Тема", number: "Номер пропозиції", dots: "Голосів",
}
