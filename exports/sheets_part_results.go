package exports

import "dilna/models"

// partResultHeads are those of the sheet of parts.
func partResultHeads(w words) []string {
	scale, said := scaleWords[w.tongue], partResultSaid[w.tongue]
	return append([]string{w.sheets.number, w.sheets.step, w.sheets.round, w.divided, said.part, w.sheets.voters, w.lateInput, w.decision,
		pointsHead[w.tongue], w.votesFor, w.votesAgainst, w.abstained, scale.mean, scale.median, scale.spread, scale.marked}, timesHeads(w)...)
}

// partResults lists what parts gave, a row for each entry of each part.
func (l *listing) partResults(s models.StepMinutes, r heldRound, label string) {
	by := r.toldBy(l.divisions)
	if by == nil {
		return
	}
	texts := votedTexts(s)
	for _, part := range r.PartResults {
		for _, line := range part.Results {
			idea, decision := texts[line.Entry], ""
			if s.Method == models.MethodDecisions {
				idea, decision = "", idea
			}
			cells := l.place(s, text(label), text(dividedBy(*by)), text(l.words.partCalled(*r.ByPart, part.Part, l.divisions)), count(part.Voters),
				text(idea), text(decision), Cell{Number: line.Points}, Cell{Number: line.For}, Cell{Number: line.Against}, Cell{Number: line.Abstain},
				real(line.Mean), real(line.Median), real(line.Spread), Cell{Number: line.Said})
			l.add(partResultSheet, append(cells, timesGiven(line)...)...)
		}
	}
}
