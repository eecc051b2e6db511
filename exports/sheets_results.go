package exports

import (
	"math"

	"dilna/models"
	"dilna/models/voting"
)

// resultHeads are what a result may say besides points, whatever the rule; what none
// says is left out.
func resultHeads(w words) []string {
	scale, budget := scaleWords[w.tongue], budgetWords[w.tongue]
	heads := []string{w.sheets.number, w.sheets.step, w.sheets.round, w.lateInput, w.decision, pointsHead[w.tongue], w.votesFor, w.votesAgainst, w.abstained, w.result,
		scale.mean, scale.median, scale.spread, scale.marked, budget.cost, budget.fits, judgingWords[w.tongue].inTopic}
	for criterion := range voting.MostCriteria {
		heads = append(heads, judgingWords[w.tongue].criterion+" "+number(criterion+1))
	}
	return append(heads, timesHeads(w)...)
}

// placesMostListed are as many values as have a column of their own.
const placesMostListed = 10

// timesHeads are those of how many gave each place or mark.
func timesHeads(w words) []string {
	var heads []string
	for place := range placesMostListed {
		heads = append(heads, countHead[w.tongue]+" "+number(place+1))
	}
	return heads
}

// timesGiven are how many gave each place or mark.
func timesGiven(line models.ResultMinutes) []Cell {
	var cells []Cell
	for _, n := range line.Counts[:min(len(line.Counts), placesMostListed)] {
		cells = append(cells, count(n))
	}
	return cells
}

// countHead is before a place or a mark: how many gave it.
var countHead = in{"cs": "Kolikrát", "en": "How many times", "sk": "Koľkokrát", "de": "Wie oft", "uk": "Скільки разів"}

// results lists what a round says of its entries besides their points.
func (l *listing) results(s models.StepMinutes, r heldRound, label string) {
	ideas, decisions, rule := s.ReadingOrder(), s.DecisionsInOrder(), r.Followed()
	for _, result := range r.Results {
		var idea, decision string
		var inTopic evenRank
		points := result.Points
		switch i := result.Entry; {
		case i < 0:
			continue
		case s.Method == models.MethodDecisions && i < len(decisions):
			decision = decisions[i].Text
		case s.Method != models.MethodDecisions && i < len(ideas):
			idea = ideas[i].Text
			points, inTopic = r.total(*ideas[i]), r.inTopic[ideas[i]]
		default:
			continue
		}
		cells := l.place(s, text(label), text(idea), text(decision), Cell{Number: points}, Cell{Number: result.For}, Cell{Number: result.Against}, Cell{Number: result.Abstain})
		cells = append(cells, l.outcome(rule, result), real(result.Mean), real(result.Median), real(result.Spread), Cell{Number: result.Said}, l.cost(rule, result), l.fits(result), text(l.words.placed(inTopic)))
		for criterion := range voting.MostCriteria {
			cells = append(cells, real(criterionMean(result.Details, criterion)))
		}
		l.add(resultSheet, append(cells, timesGiven(result)...)...)
	}
}

func (l *listing) outcome(rule *voting.Rule, result models.ResultMinutes) Cell {
	if rule == nil {
		return Cell{}
	}
	return text(choiceOutcome(l.words, *rule, result.Details))
}

func (l *listing) cost(rule *voting.Rule, result models.ResultMinutes) Cell {
	if rule == nil || rule.Name != voting.Budget {
		return Cell{}
	}
	return count(costOf(*rule, result.Entry))
}

func (l *listing) fits(result models.ResultMinutes) Cell {
	if result.Fits == nil {
		return Cell{}
	}
	said := budgetWords[l.words.tongue]
	if *result.Fits {
		return text(said.yes)
	}
	return text(said.no)
}

// real is a number with decimals.
func real(x *float64) Cell {
	if x == nil || math.IsNaN(*x) {
		return Cell{}
	}
	return Cell{Real: x}
}
