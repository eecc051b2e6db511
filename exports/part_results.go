package exports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"dilna/models"
	"dilna/models/voting"
)

const (
	partsBeside     = 5  // as many parts as stand beside each other in one table
	longPartsBeside = 3  // the same, where one is called by more letters than longPart
	longPart        = 24 // letters
)

// partResults adds what parts of the room gave in the rounds of the step.
func (d *draft) partResults(s models.StepMinutes) {
	w := partResultSaid[d.words.tongue]
	for _, r := range heldRounds(s) {
		by := r.toldBy(d.divisions)
		if by == nil {
			continue
		}
		heading := w.by
		for _, called := range named([]string{dividedBy(*by), strings.TrimSpace(r.Label)}) {
			heading += " – " + called
		}
		d.add(Heading{Level: 2, Text: heading, Lang: mixed(d.written)})
		if len(r.PartResults) == 0 {
			d.add(Paragraph{Text: w.none, Tone: Quiet})
			continue
		}
		for beside := range slices.Chunk(r.PartResults, evenly(len(r.PartResults), d.partsBeside(r))) {
			d.add(d.partTable(s, r, beside))
		}
		said := fmt.Sprintf(w.how, models.MinBallots)
		if r.isChoice() {
			said = w.given + " " + said
		}
		d.add(Paragraph{Text: said, Tone: Quiet, Tied: true})
	}
}

// partsBeside is how many parts of the round stand beside each other at most.
func (d *draft) partsBeside(r heldRound) int {
	for _, part := range r.PartResults {
		if utf8.RuneCountInString(d.words.partCalled(*r.ByPart, part.Part, d.divisions)) > longPart {
			return longPartsBeside
		}
	}
	return partsBeside
}

// evenly is how many of all stand in each of as few groups as need be, of at most most.
func evenly(all, most int) int {
	return ceilDiv(all, ceilDiv(all, most))
}

// toldBy is the division by whose parts the round is told; nil: by none that is there.
func (r heldRound) toldBy(divisions []models.DivisionMinutes) *models.DivisionMinutes {
	if r.ByPart == nil || *r.ByPart < 0 || *r.ByPart >= len(divisions) {
		return nil
	}
	return &divisions[*r.ByPart]
}

// partTable has the entries of a round down, and across some parts and everybody.
func (d *draft) partTable(s models.StepMinutes, r heldRound, parts []models.PartResultMinutes) Table {
	t := Table{Heads: []TableHead{{Text: d.words.combinedOf(s), Lang: mixed(d.written)}}}
	head := func(called string, voters *int) {
		if voters != nil {
			called += heldSpace + "(" + amount(d.words.tongue, *voters) + ")"
		}
		t.Heads = append(t.Heads, TableHead{Text: called, Lang: mixed(d.written), Numbers: true})
	}
	all := r.everybody(s)
	given := make([]map[int]models.ResultMinutes, len(parts))
	for i, part := range parts {
		head(d.words.partCalled(*r.ByPart, part.Part, d.divisions), &part.Voters)
		given[i] = byEntry(part.Results)
	}
	head(partResultSaid[d.words.tongue].whole, r.countedBallots())
	for entry, text := range votedTexts(s) {
		cells, counted := []Line{{Text: text, Lang: d.written}}, false
		for _, of := range append(slices.Clone(given), all) {
			line, known := of[entry]
			cells, counted = append(cells, Line{Text: d.words.gave(r, line)}), counted || known
		}
		if counted {
			t.Rows = append(t.Rows, TableRow{Cells: cells})
		}
	}
	return t
}

// partCalled is what a part is called; the number of one that people gave no name.
func (w words) partCalled(division, part int, divisions []models.DivisionMinutes) string {
	return cmp.Or(partAt([2]int{division, part}, divisions), partResultSaid[w.tongue].part+" "+number(part+1))
}

// byEntry are lines by the entry they are of.
func byEntry(lines []models.ResultMinutes) map[int]models.ResultMinutes {
	of := make(map[int]models.ResultMinutes, len(lines))
	for _, line := range lines {
		of[line.Entry] = line
	}
	return of
}

// everybody is what the whole room gave each entry.
func (r heldRound) everybody(s models.StepMinutes) map[int]models.ResultMinutes {
	of := byEntry(r.Results)
	if s.Method == models.MethodDecisions {
		return of
	}
	for i, idea := range s.ReadingOrder() {
		if total := r.total(*idea); total != nil {
			line := of[i]
			line.Points = total
			of[i] = line
		}
	}
	return of
}

// countedBallots is how many ballots the room's result is of; nil: not known.
func (r heldRound) countedBallots() *int {
	if r.Voters == nil || *r.Voters < r.Partial {
		return nil
	}
	return new(*r.Voters - r.Partial)
}

func (r heldRound) isChoice() bool {
	rule := r.Followed()
	return rule != nil && rule.Name == voting.Choice
}

// gave is what is said of an entry in one cell: its mean under a rule of marks, for,
// against and abstaining of a choice, else its points.
func (w words) gave(r heldRound, line models.ResultMinutes) string {
	rule := r.Followed()
	switch {
	case rule != nil && rule.ByMean():
		return w.decimal(line.Mean, 2)
	case r.isChoice() && line.For != nil:
		return w.counted(line.For) + "/" + w.counted(line.Against) + "/" + w.counted(line.Abstain)
	}
	return w.counted(line.Points)
}
