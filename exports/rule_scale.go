package exports

import (
	"fmt"
	"slices"
	"strings"

	"dilna/models"
	"dilna/models/voting"
)

var scaleWords = map[string]struct{ mean, median, spread, marked string }{
	"cs": {"Průměr", "Medián", "Odchylka", "Hodnotilo"},
	"en": {"Mean", "Median", "Spread", "Marked by"},
	"sk": {"Priemer", "Medián", "Odchýlka", "Hodnotilo"},
	"de": {"Mittelwert", "Median", "Streuung", "Bewertungen"},
	"uk": {"Середнє", "Медіана", "Відхилення", "Оцінило"},
}

// scaleColumns: bars show means, all of one scale. Where only they were counted, on
// paper, they stand alone.
func scaleColumns(w words, r heldRound) []column {
	said := scaleWords[w.tongue]
	columns := []column{
		meanColumn(w, r.Rule.Steps),
		{head: said.median, numbers: true, cell: func(t told) Line { return Line{Text: w.decimal(t.Median, 1)} }},
		{head: said.spread, numbers: true, cell: func(t told) Line { return Line{Text: w.decimal(t.Spread, 2)} }},
		{head: said.marked, numbers: true, cell: w.countCell(func(t told) *int { return t.Said })},
	}
	if !slices.ContainsFunc(r.Results, func(result models.ResultMinutes) bool { return result.Median != nil || result.Said != nil }) {
		return columns[:1]
	}
	return columns
}

// scaleSaid tells the scale with what its marks are called.
func scaleSaid(w words, rule voting.Rule) string {
	of := ""
	if axis := strings.TrimSpace(rule.Axis); axis != "" {
		of = " (" + axis + ")"
	}
	said := fmt.Sprintf(in{
		"cs": "Hodnotilo se%s od %s do %s", "en": "Marked%s from %s to %s", "sk": "Hodnotilo sa%s od %s do %s", "de": "Bewertet wurde%s von %s bis %s", "uk": "Оцінювали%s від %s до %s",
	}[w.tongue], of, markCalled(rule, 1), markCalled(rule, rule.Steps))
	if len(rule.Labels) > 2 {
		var between []string
		for mark := 2; mark < rule.Steps; mark++ {
			between = append(between, markCalled(rule, mark))
		}
		said += ", " + strings.Join(between, ", ")
	}
	return said + in{
		"cs": "; pořadí je podle průměru.", "en": "; ranked by the mean.", "sk": "; poradie je podľa priemeru.", "de": "; geordnet nach dem Mittelwert.", "uk": "; порядок за середнім.",
	}[w.tongue]
}

// markCalled is a mark with what it is called: "1 – vůbec".
func markCalled(rule voting.Rule, mark int) string {
	called := ""
	switch n := len(rule.Labels); {
	case n == rule.Steps:
		called = rule.Labels[mark-1]
	case n == 2 && mark == 1:
		called = rule.Labels[0]
	case n == 2 && mark == rule.Steps:
		called = rule.Labels[1]
	}
	if called = strings.TrimSpace(called); called == "" {
		return number(mark)
	}
	return number(mark) + " (" + called + ")"
}

func scaleSlip(tongue string, rule voting.Rule) string {
	return fmt.Sprintf(in{
		"cs": "Ke každému podnětu napište známku od %s do %s.", "en": "Beside each idea write a mark from %s to %s.",
		"sk": "Ku každému podnetu napíšte známku od %s do %s.", "de": "Schreiben Sie zu jedem Beitrag eine Note von %s bis %s.",
		"uk": "Біля кожної пропозиції напишіть оцінку від %s до %s.",
	}[tongue], markCalled(rule, 1), markCalled(rule, rule.Steps))
}
