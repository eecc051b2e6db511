package exports

import (
	"fmt"
	"strings"

	"dilna/models"
)

// drawSaid tells of a lot: which places, on which day, at what time, how it fell.
var drawSaid = in{
	"cs": "O pořadí na %s místě rozhodl los (%s, %s): %s.",
	"en": "The order of places %s was decided by lot (%s, %s): %s.",
	"sk": "O poradí na %s mieste rozhodol žreb (%s, %s): %s.",
	"de": "Über die Reihenfolge auf dem %s Platz entschied das Los (%s, %s): %s.",
	"uk": "Порядок на місцях %s визначив жереб (%s, %s): %s.",
}

// drawsSaid tells of the lots that were drawn among those that share a place.
func (w words) drawsSaid(s models.StepMinutes, r heldRound) string {
	var said []string
	texts := votedTexts(s)
	for _, draw := range r.Draws {
		last := draw.Place + len(draw.Order) - 1
		order := make([]string, len(draw.Order))
		for i, entry := range draw.Order {
			order[i] = number(draw.Place+i) + "." + heldSpace + texts[entry]
		}
		said = append(said, fmt.Sprintf(drawSaid[w.tongue], w.ranks(draw.Place, last), w.when(draw.Date, "", ""), clock(draw.Time, false), strings.Join(order, ", ")))
	}
	return strings.Join(said, " ")
}

// lotsOf are the places that lots gave ideas which share one: by them they stand
// under each other.
func lotsOf(s models.StepMinutes, round models.RoundMinutes) map[*models.IdeaMinutes]int {
	ideas, lots := s.ReadingOrder(), map[*models.IdeaMinutes]int{}
	for _, draw := range round.Draws {
		for i, entry := range draw.Order {
			if entry < len(ideas) {
				lots[ideas[entry]] = draw.Place + i
			}
		}
	}
	return lots
}
