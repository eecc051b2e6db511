package exports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dilna/models"
	"dilna/models/voting"
)

// partResultWords say what parts of the room gave in a round (docs/adr/0051).
type partResultWords struct {
	by    string // by which division, before what that is called
	sheet string
	whole string // the column of everybody
	part  string
	given string // what a choice has in a cell
	how   string // what the numbers of people are, and what is not told apart
	none  string // where no part is told
}

var partResultSaid = map[string]partResultWords{
	"cs": {
		"Výsledek podle částí", "Výsledky podle částí", "Všichni", "Část", "Uvedeno je: pro / proti / zdrželi se.",
		"V závorce je, kolik lístků se započetlo. Zvlášť se uvádějí jen části, ze kterých jich bylo aspoň %d; ostatní jsou ve sloupci Všichni.",
		"Podle částí se výsledek neuvádí: nehlasovalo v nich dost lidí, aby zůstalo tajné, kdo jak hlasoval.",
	},
	"en": {
		"Result by part", "Results by part", "Everybody", "Part", "The cells say: for / against / abstained.",
		"In brackets is how many ballots were counted. Only parts of at least %d are told apart; the others are in the column Everybody.",
		"The result is not told by part: too few people voted in them to keep it secret who voted how.",
	},
	"sk": {
		"Výsledok podľa častí", "Výsledky podľa častí", "Všetci", "Časť", "Uvedené je: za / proti / zdržali sa.",
		"V zátvorke je, koľko lístkov sa započítalo. Zvlášť sa uvádzajú len časti, z ktorých ich bolo aspoň %d; ostatné sú v stĺpci Všetci.",
		"Podľa častí sa výsledok neuvádza: nehlasovalo v nich dosť ľudí, aby zostalo tajné, kto ako hlasoval.",
	},
	"de": {
		"Ergebnis nach Teilen", "Ergebnisse nach Teilen", "Alle", "Teil", "Angegeben ist: dafür / dagegen / Enthaltungen.",
		"In Klammern steht, wie viele Stimmzettel gezählt wurden. Einzeln stehen nur Teile mit mindestens %d; die übrigen sind in der Spalte Alle.",
		"Das Ergebnis wird nicht nach Teilen angegeben: es haben zu wenige abgestimmt, als dass geheim bliebe, wer wie gestimmt hat.",
	},
	"uk": {
		"Результат за частинами", "Результати за частинами", "Усі", "Частина", "Зазначено: за / проти / утрималися.",
		"У дужках – скільки бюлетенів зараховано. Окремо подано лише частини, де їх було щонайменше %d; решта – у стовпці «Усі».",
		"За частинами результат не подано: голосувало замало людей, щоб залишилося таємним, хто як голосував.",
	},
}

// partsBeside are as many parts as stand beside each other in one table.
const partsBeside = 5

// partResults adds what parts of the room gave in the rounds of the step.
func (d *draft) partResults(s models.StepMinutes) {
	w := partResultSaid[d.words.tongue]
	for _, r := range heldRounds(s) {
		if r.ByPart == nil || *r.ByPart < 0 || *r.ByPart >= len(d.divisions) {
			continue
		}
		heading := w.by
		for _, called := range named([]string{dividedBy(d.divisions[*r.ByPart]), strings.TrimSpace(r.Label)}) {
			heading += " – " + called
		}
		d.add(Heading{Level: 2, Text: heading, Lang: mixed(d.written)})
		if len(r.PartResults) == 0 {
			d.add(Paragraph{Text: w.none, Tone: Quiet})
			continue
		}
		for beside := range slices.Chunk(r.PartResults, evenly(len(r.PartResults), partsBeside)) {
			d.add(d.partTable(s, r, beside))
		}
		said := fmt.Sprintf(w.how, models.MinBallots)
		if r.isChoice() {
			said = w.given + " " + said
		}
		d.add(Paragraph{Text: said, Tone: Quiet, Tied: true})
	}
}

// evenly is how many of all stand in each of as few groups as need be, of at most most.
func evenly(all, most int) int {
	groups := (all + most - 1) / most
	return (all + groups - 1) / groups
}

// dividedBy is what a division is called among words of ours.
func dividedBy(division models.DivisionMinutes) string {
	return strings.TrimRight(strings.TrimSpace(division.Heading), ":?")
}

// partTable has the entries of a round down, and across some parts and everybody.
func (d *draft) partTable(s models.StepMinutes, r heldRound, parts []models.PartResultMinutes) Table {
	t := Table{Heads: []TableHead{{Text: d.words.combinedOf(s), Lang: mixed(d.written)}}}
	head := func(called string, voters *int) {
		if voters != nil {
			called += " (" + number(*voters) + ")"
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
		return counted(line.For) + "/" + counted(line.Against) + "/" + counted(line.Abstain)
	}
	return counted(line.Points)
}

// partResultHeads are those of the sheet of parts.
func partResultHeads(w words) []string {
	scale, said := scaleWords[w.tongue], partResultSaid[w.tongue]
	heads := []string{w.sheets.number, w.sheets.step, w.sheets.round, w.divided, said.part, w.sheets.voters, w.lateInput, w.decision,
		pointsHead[w.tongue], w.votesFor, w.votesAgainst, w.abstained, scale.mean, scale.median, scale.spread, scale.marked}
	for place := range placesMostListed {
		heads = append(heads, countHead[w.tongue]+" "+number(place+1))
	}
	return heads
}

// partResults lists what parts gave, a row for each entry of each part.
func (l *listing) partResults(s models.StepMinutes, r heldRound, label string) {
	if r.ByPart == nil || *r.ByPart < 0 || *r.ByPart >= len(l.divisions) {
		return
	}
	texts := votedTexts(s)
	for _, part := range r.PartResults {
		for _, line := range part.Results {
			idea, decision := texts[line.Entry], ""
			if s.Method == models.MethodDecisions {
				idea, decision = "", idea
			}
			cells := l.place(s, text(label), text(dividedBy(l.divisions[*r.ByPart])), text(l.words.partCalled(*r.ByPart, part.Part, l.divisions)), count(part.Voters),
				text(idea), text(decision), Cell{Number: line.Points}, Cell{Number: line.For}, Cell{Number: line.Against}, Cell{Number: line.Abstain},
				real(line.Mean), real(line.Median), real(line.Spread), Cell{Number: line.Said})
			for _, n := range line.Counts[:min(len(line.Counts), placesMostListed)] {
				cells = append(cells, count(n))
			}
			l.add(partResultSheet, cells...)
		}
	}
}
