package exports

import (
	"fmt"
	"strings"

	"dilna/models/voting"
)

// placesShown are as many places as have a column of their own.
const placesShown = 3

func placesColumns(w words, r heldRound) []column {
	columns := weightsColumns(w, r)
	for place := range min(placesShown, r.Rule.Places) {
		columns = append(columns, column{head: placeCalled(w.tongue, place+1), numbers: true, cell: w.countCell(func(t told) *int {
			if place >= len(t.Counts) {
				return nil
			}
			return &t.Counts[place]
		})})
	}
	return columns
}

func placeCalled(tongue string, place int) string {
	return fmt.Sprintf(in{"cs": "Na %d. místě", "en": "Place %d", "sk": "Na %d. mieste", "de": "Auf Platz %d", "uk": "На %d-му місці"}[tongue], place)
}

// placesSaid tells how many places people gave and what each is worth.
func placesSaid(w words, rule voting.Rule) string {
	scores := rule.Scores
	for place := len(scores); place < rule.Places; place++ {
		worth := 0
		if len(rule.Scores) == 0 {
			worth = rule.Places - place
		}
		scores = append(scores[:place:place], worth)
	}
	ways := in{
		"cs": "Každý seřadil nejvýše %s", "en": "Everybody put at most %s in order", "sk": "Každý zoradil najviac %s",
		"de": "Alle ordneten höchstens %s", "uk": "Кожен упорядкував не більше ніж %s",
	}
	if rule.Exactly {
		ways = in{
			"cs": "Každý seřadil právě %s", "en": "Everybody put exactly %s in order", "sk": "Každý zoradil práve %s",
			"de": "Alle ordneten genau %s", "uk": "Кожен упорядкував рівно %s",
		}
	}
	worth := in{"cs": "body od prvního místa: ", "en": "points from the first place on: ", "sk": "body od prvého miesta: ", "de": "Punkte vom ersten Platz an: ", "uk": "бали від першого місця: "}
	return fmt.Sprintf(ways[w.tongue], counting(w.tongue, rule.Places, ideasCounted)) + "; " + worth[w.tongue] + amounts(w.tongue, scores) + "."
}

func placesSlip(tongue string, rule voting.Rule) string {
	said := fmt.Sprintf(in{
		"cs": "Seřaďte nejvýše %s: k nejlepšímu napište 1, k dalšímu 2 a tak dál.", "en": "Put at most %s in order: write 1 beside the best, 2 beside the next and so on.",
		"sk": "Zoraďte najviac %s: k najlepšiemu napíšte 1, k ďalšiemu 2 a tak ďalej.", "de": "Ordnen Sie höchstens %s: zum besten schreiben Sie 1, zum nächsten 2 und so weiter.",
		"uk": "Упорядкуйте не більше ніж %s: біля найкращої напишіть 1, біля наступної 2 і так далі.",
	}[tongue], counting(tongue, rule.Places, ideasCounted))
	if rule.Exactly {
		said = strings.NewReplacer("nejvýše", "právě", "at most", "exactly", "najviac", "práve", "höchstens", "genau", "не більше ніж", "рівно").Replace(said)
	}
	return said
}
