package exports

import (
	"fmt"

	"dilna/models/voting"
)

// pointsHead is the head over points that are no votes.
var pointsHead = in{"cs": "Body", "en": "Points", "sk": "Body", "de": "Punkte", "uk": "Бали"}

func weightsColumns(w words, _ heldRound) []column {
	return []column{{head: pointsHead[w.tongue], numbers: true, bars: true, cell: w.pointsCell}}
}

func weightsSaid(w words, rule voting.Rule) string {
	if len(rule.Weights) > 0 {
		return w.turnout(turnout{weights: rule.Weights})
	}
	return fmt.Sprintf(in{
		"cs": "Každý dal každému podnětu 0 až %s.", "en": "Everybody gave each idea 0 to %s.", "sk": "Každý dal každému podnetu 0 až %s.",
		"de": "Alle gaben jedem Beitrag 0 bis %s.", "uk": "Кожен дав кожній пропозиції від 0 до %s.",
	}[w.tongue], counting(w.tongue, rule.Most, pointsCounted))
}

func weightsSlip(tongue string, rule voting.Rule) string {
	if len(rule.Weights) > 0 {
		return "" // as before there were rules
	}
	return fmt.Sprintf(in{
		"cs": "Ke každému podnětu napište 0 až %s.", "en": "Beside each idea write 0 to %s.", "sk": "Ku každému podnetu napíšte 0 až %s.",
		"de": "Schreiben Sie zu jedem Beitrag 0 bis %s.", "uk": "Біля кожної пропозиції напишіть від 0 до %s.",
	}[tongue], counting(tongue, rule.Most, pointsCounted))
}
