package exports

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"dilna/models"
	"dilna/models/voting"
)

// combinationWords say what several rounds give together.
type combinationWords struct {
	title, sheet, share string
	from                string           // which rounds, with their weights
	weight              string           // of the first round; the others say the number alone
	how                 string           // what is taken from each round
	bases               map[basis]string // what that is, by what the rules give
	missing             string           // what has no rank
}

// basis is what of a round is combined.
type basis int

const (
	ofPoints basis = iota
	ofMarks
	ofFor
)

var combinationSaid = map[string]combinationWords{
	"cs": {
		"Společné pořadí", "Společná pořadí", "Dohromady", "Počítáno z kol: %s.", "váha", "Z každého kola se bere %s; výsledek je průměr podle vah.",
		map[basis]string{
			ofPoints: "podíl na všech bodech rozdaných v kole", ofMarks: "poloha průměru na stupnici (nejnižší známka 0 %, nejvyšší 100 %)",
			ofFor: "podíl hlasů pro mezi těmi, kdo se vyjádřili",
		},
		"Co se nepočítalo ve všech kolech, nemá pořadí.",
	},
	"en": {
		"Combined standing", "Combined standings", "Together", "Worked out from rounds: %s.", "weight", "From each round it takes %s; the result is the mean by the weights.",
		map[basis]string{
			ofPoints: "the part of all points given in the round", ofMarks: "how far the mean is along the scale (the lowest mark is 0%, the highest 100%)",
			ofFor: "the part of those who said something that was for it",
		},
		"What was not counted in all of the rounds has no rank.",
	},
	"sk": {
		"Spoločné poradie", "Spoločné poradia", "Spolu", "Počítané z kôl: %s.", "váha", "Z každého kola sa berie %s; výsledok je priemer podľa váh.",
		map[basis]string{
			ofPoints: "podiel na všetkých bodoch rozdaných v kole", ofMarks: "poloha priemeru na stupnici (najnižšia známka 0 %, najvyššia 100 %)",
			ofFor: "podiel hlasov za medzi tými, ktorí sa vyjadrili",
		},
		"Čo sa nepočítalo vo všetkých kolách, nemá poradie.",
	},
	"de": {
		"Gemeinsame Rangfolge", "Gemeinsame Rangfolgen", "Zusammen", "Berechnet aus den Runden: %s.", "Gewicht", "Aus jeder Runde zählt %s; das Ergebnis ist der Mittelwert nach den Gewichten.",
		map[basis]string{
			ofPoints: "der Anteil an allen in der Runde vergebenen Punkten", ofMarks: "die Lage des Mittelwerts auf der Skala (niedrigste Note 0 %, höchste 100 %)",
			ofFor: "der Anteil der Ja-Stimmen unter denen, die sich geäußert haben",
		},
		"Was nicht in allen Runden gezählt wurde, hat keinen Rang.",
	},
	"uk": {
		"Спільний порядок", "Спільні порядки", "Разом", "Обчислено з турів: %s.", "вага", "З кожного туру береться %s; результат – середнє за вагами.",
		map[basis]string{
			ofPoints: "частка всіх балів, наданих у турі", ofMarks: "місце середнього на шкалі (найнижча оцінка 0 %, найвища 100 %)",
			ofFor: "частка голосів «за» серед тих, хто висловився",
		},
		"Що не рахувалося в усіх турах, не має місця.",
	},
}

// combinations adds what several rounds of the step give together.
func (d *draft) combinations(s models.StepMinutes) {
	w, many := combinationSaid[d.words.tongue], len(s.Combinations) > 1
	for i, c := range s.Combinations {
		heading := w.titled(cmp.Or(strings.TrimSpace(c.Label), map[bool]string{true: number(i + 1)}[many]))
		d.add(Heading{Level: 2, Text: heading, Lang: mixed(d.written)})
		d.add(d.combination(s, c))
		said := d.words.combined(s, c)
		if slices.ContainsFunc(c.Results, func(line models.CombinedMinutes) bool { return line.Rank == 0 }) {
			said += " " + w.missing
		}
		d.add(Paragraph{Text: said, Tone: Quiet, Tied: true, Lang: mixed(d.written)})
	}
}

func (w combinationWords) titled(label string) string {
	if label = strings.TrimSpace(label); label == "" {
		return w.title
	}
	return w.title + " – " + label
}

// combination is the table of one, from the first place down.
func (d *draft) combination(s models.StepMinutes, c models.CombinationMinutes) Table {
	texts := votedTexts(s)
	t := Table{Heads: []TableHead{{Text: d.words.rank, Numbers: true}, {Text: d.words.combinedOf(s), Lang: mixed(d.written)}}}
	for _, r := range c.Rounds {
		t.Heads = append(t.Heads, TableHead{Text: d.words.roundIn(s, r.Round), Lang: mixed(d.written), Numbers: true})
	}
	lines := byRank(c.Results)
	longest := 1
	for _, line := range lines {
		longest = max(longest, thousandths(line.Share))
	}
	t.Heads = append(t.Heads, TableHead{Text: combinationSaid[d.words.tongue].share, Numbers: true, Bars: true, Of: longest})
	for i, line := range lines {
		to := i + 1
		for to < len(lines) && lines[to].Rank == line.Rank {
			to++
		}
		rank := notCounted
		if line.Rank > 0 {
			rank = d.words.ranks(line.Rank, to)
		}
		cells := []Line{{Text: rank}, {Text: texts[line.Entry], Lang: d.written}}
		for _, share := range line.Shares {
			cells = append(cells, Line{Text: d.words.percent(share, 1)})
		}
		together := Line{Text: d.words.percent(line.Share, 1)}
		if line.Share != nil {
			together.Count = new(thousandths(line.Share))
		}
		t.Rows = append(t.Rows, TableRow{Cells: append(cells, together)})
	}
	return t
}

// byRank is from the first place down; what has none is last.
func byRank(results []models.CombinedMinutes) []models.CombinedMinutes {
	lines := slices.Clone(results)
	slices.SortStableFunc(lines, func(a, b models.CombinedMinutes) int {
		return cmp.Or(cmp.Compare(min(a.Rank, 1), min(b.Rank, 1))*-1, cmp.Compare(a.Rank, b.Rank))
	})
	return lines
}

func thousandths(share *float64) int {
	if share == nil {
		return 0
	}
	return int(math.Round(*share * 1000))
}

// combined says of which rounds a combination is, how much each counts, and what of
// each is taken.
func (w words) combined(s models.StepMinutes, c models.CombinationMinutes) string {
	said := combinationSaid[w.tongue]
	all := 0
	for _, r := range c.Rounds {
		all += r.Weight
	}
	var rounds []string
	var bases []basis
	for _, r := range c.Rounds {
		rounds = append(rounds, fmt.Sprintf("%s (%s %s)", w.roundIn(s, r.Round), said.weight, w.percent(new(float64(r.Weight)/float64(all)), 0)))
		bases = append(bases, basisOf(s.Rounds[r.Round].Followed()))
	}
	slices.Sort(bases)
	var taken []string
	for _, b := range slices.Compact(bases) {
		taken = append(taken, said.bases[b])
	}
	return fmt.Sprintf(said.from, strings.Join(rounds, ", ")) + " " + fmt.Sprintf(said.how, strings.Join(taken, "; "))
}

func basisOf(rule *voting.Rule) basis {
	switch {
	case rule != nil && rule.ByMean():
		return ofMarks
	case rule != nil && rule.Name == voting.Choice:
		return ofFor
	}
	return ofPoints
}

// roundIn is what a round is called among those of its step.
func (w words) roundIn(s models.StepMinutes, round int) string {
	return cmp.Or(strings.TrimSpace(s.Rounds[round].Label), w.round(round+1))
}

// combinedOf is what was voted on: ideas as the step calls them, or decisions.
func (w words) combinedOf(s models.StepMinutes) string {
	if s.Method == models.MethodDecisions {
		return w.decision
	}
	return cmp.Or(strings.TrimSpace(s.IdeaLabel), w.lateInput)
}

// percent is a part of 1 with so many decimals, as the language writes it.
func (w words) percent(share *float64, places int) string {
	if share == nil {
		return notCounted
	}
	said := w.decimal(new(*share*100), places)
	if w.tongue == "en" {
		return said + "%"
	}
	return said + heldSpace + "%"
}

// combinations lists what rounds give together, a row for each entry.
func (l *listing) combinations(s models.StepMinutes) {
	texts := votedTexts(s)
	for i, c := range s.Combinations {
		for _, line := range byRank(c.Results) {
			cells := l.place(s, text(cmp.Or(strings.TrimSpace(c.Label), number(i+1))), known(line.Rank), text(texts[line.Entry]), real(line.Share))
			for j, share := range line.Shares[:min(len(line.Shares), models.MaxCombined)] {
				cells = append(cells, text(l.words.roundIn(s, c.Rounds[j].Round)), count(c.Rounds[j].Weight), real(share))
			}
			l.add(combinationSheet, cells...)
		}
	}
}

// combinationHeads are those of the sheet of combinations: for each round what it is
// called, its weight and the share.
func combinationHeads(w words) []string {
	said := combinationSaid[w.tongue]
	heads := []string{w.sheets.number, w.sheets.step, said.title, w.rank, w.lateInput, said.share}
	for i := range models.MaxCombined {
		round := w.round(i + 1)
		heads = append(heads, w.sheets.round+" "+number(i+1), round+" – "+said.weight, round+" – "+shareHead[w.tongue])
	}
	return heads
}

var shareHead = in{"cs": "podíl", "en": "share", "sk": "podiel", "de": "Anteil", "uk": "частка"}
