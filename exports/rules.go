package exports

import (
	"math"
	"strconv"
	"strings"

	"dilna/models"
	"dilna/models/voting"
)

// printedRule is how the results of a rule are printed. A new rule is a file with
// one, and a line in printedRules.
type printedRule struct {
	// columns are what a table has of each entry, in place of its points.
	columns func(w words, r heldRound) []column
	// beside is how many of them stand beside those of other rounds; 0: all.
	beside int
	// said tells the rule in a sentence.
	said func(w words, rule voting.Rule) string
	// slip says how a ballot on paper is filled in; empty: as one with dots.
	slip func(tongue string, rule voting.Rule) string
	// crosses says whether a cross on paper says all.
	crosses bool
	// summed says whether the sum of all points tells anything.
	summed bool
}

var printedRules = map[voting.Name]printedRule{
	voting.Dots:      {said: dotsSaid, summed: true},
	voting.Choice:    {columns: choiceColumns, said: choiceSaid, slip: choiceSlip},
	voting.Approval:  {said: approvalSaid, slip: approvalSlip, crosses: true, summed: true},
	voting.Weights:   {columns: weightsColumns, said: weightsSaid, slip: weightsSlip, summed: true},
	voting.PlusMinus: {columns: weightsColumns, said: plusMinusSaid, slip: plusMinusSlip},
	voting.Places:    {columns: placesColumns, beside: 1, said: placesSaid, slip: placesSlip},
	voting.Scale:     {columns: scaleColumns, beside: 1, said: scaleSaid, slip: scaleSlip},
	voting.Judging:   {columns: judgingColumns, beside: 1, said: judgingSaid, slip: judgingSlip},
	voting.Budget:    {columns: budgetColumns, said: budgetSaid, slip: budgetSlip, crosses: true},
}

// column is what a table has of each entry of one round.
type column struct {
	head    string
	numbers bool // else it is a word
	bars    bool
	of      int // what the longest bar is of; 0: the largest number of the document
	cell    func(told) Line
}

// told is what a round says of one entry.
type told struct {
	models.ResultMinutes
	total *int
	known bool // the round says more than the total
	// inTopic is its rank among those of its topic, where that is told.
	inTopic evenRank
}

// in says something in each language there are words in.
type in map[string]string

// counting says how many there are of something: its forms stand after each other,
// as many as the language has.
func counting(tongue string, n int, of in) string {
	forms := strings.Split(of[tongue], "|")
	switch tongue {
	case "cs", "sk":
		return czechCount(n, forms[0], forms[1], forms[2])
	case "uk":
		return ukrainianCount(n, forms[0], forms[1], forms[2])
	}
	if n == 1 {
		return amount(tongue, n) + " " + forms[0]
	}
	return amount(tongue, n) + " " + forms[1]
}

// What rules count, after "at most".
var (
	ideasCounted   = in{"cs": "podnět|podněty|podnětů", "en": "idea|ideas", "sk": "podnet|podnety|podnetov", "de": "Beitrag|Beiträge", "uk": "пропозицію|пропозиції|пропозицій"}
	pointsCounted  = in{"cs": "bod|body|bodů", "en": "point|points", "sk": "bod|body|bodov", "de": "Punkt|Punkte", "uk": "бал|бали|балів"}
	crossesCounted = in{"cs": "křížek|křížky|křížků", "en": "cross|crosses", "sk": "krížik|krížiky|krížikov", "de": "Kreuz|Kreuze", "uk": "хрестик|хрестики|хрестиків"}
)

// told is what the round says of the idea.
func (r heldRound) told(idea *models.IdeaMinutes) told {
	result, known := r.results[idea]
	return told{result, r.total(*idea), known, r.inTopic[idea]}
}

// score is what the idea is ranked by; nil where it was not counted.
func (r heldRound) score(idea *models.IdeaMinutes) *int {
	if rule := r.Followed(); rule == nil || !rule.ByMean() {
		return r.total(*idea)
	}
	if mean := r.results[idea].Mean; mean != nil {
		return new(int(math.Round(*mean * 100)))
	}
	return nil
}

// columns are what a table has of the round, among so many rounds of the step.
func (w words) columns(r heldRound, rounds int) []column {
	label := w.roundLabel(r, rounds)
	rule := r.Followed()
	if rule == nil || printedRules[rule.Name].columns == nil || r.Rule == nil {
		return []column{{head: label, numbers: true, bars: true, cell: w.pointsCell}}
	}
	columns := printedRules[rule.Name].columns(w, r)
	if n := printedRules[rule.Name].beside; n > 0 && rounds > 1 {
		columns = columns[:n]
	}
	for i := range columns {
		if rounds > 1 || strings.TrimSpace(r.Label) != "" {
			columns[i].head = label + " – " + columns[i].head
		}
	}
	return columns
}

func (w words) pointsCell(t told) Line { return Line{Text: w.counted(t.total), Count: t.total} }

// countCell is a number that a result may have.
func (w words) countCell(of func(told) *int) func(told) Line {
	return func(t told) Line { return Line{Text: w.counted(of(t)), Count: of(t)} }
}

// decimal is a number with so many decimals, as the language writes it.
func (w words) decimal(x *float64, places int) string {
	if x == nil {
		return notCounted
	}
	said := strconv.FormatFloat(*x, 'f', places, 64)
	return strings.NewReplacer(".", w.feedback.point, "-", "−").Replace(said)
}

// money is an amount with its unit.
func (w words) money(n int, unit string) string {
	return strings.TrimSuffix(amount(w.tongue, n)+heldSpace+strings.TrimSpace(unit), heldSpace)
}

// ruleSaid tells who voted in the round, where not everybody did, and by which
// rule, where the turnout does not.
func (w words) ruleSaid(r heldRound) string {
	var said []string
	if len(r.voting) > 0 {
		said = append(said, in{
			"cs": "Hlasovala jen část účastníků: ", "en": "Only some of the participants voted: ", "sk": "Hlasovala len časť účastníkov: ",
			"de": "Abgestimmt hat nur ein Teil der Teilnehmenden: ", "uk": "Голосувала лише частина учасників: ",
		}[w.tongue]+strings.Join(r.voting, ", ")+".")
	}
	if rule := r.Rule; rule != nil && printedRules[rule.Name].said != nil {
		said = append(said, printedRules[rule.Name].said(w, *rule))
	}
	if r.Partial > 0 {
		said = append(said, in{
			"cs": "Nezapočítáno neúplných lístků: ", "en": "Incomplete ballots not counted: ", "sk": "Nezapočítané neúplné lístky: ",
			"de": "Nicht gezählte unvollständige Stimmzettel: ", "uk": "Незараховано неповних бюлетенів: ",
		}[w.tongue]+amount(w.tongue, r.Partial)+".")
	}
	if r.Unrevealed {
		said = append(said, in{
			"cs": "Výsledek zatím nebyl účastníkům ukázán.", "en": "The result has not been shown to the participants yet.", "sk": "Výsledok zatiaľ nebol účastníkom ukázaný.",
			"de": "Das Ergebnis wurde den Teilnehmenden noch nicht gezeigt.", "uk": "Результат учасникам ще не показано.",
		}[w.tongue])
	}
	return strings.Join(named(said), " ")
}
