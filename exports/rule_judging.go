package exports

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"dilna/models"
	"dilna/models/voting"
)

// judgingWords are the heads of what a jury says.
var judgingWords = map[string]struct{ inTopic, criterion, weight string }{
	"cs": {"V kategorii", "Kritérium", "váha"},
	"en": {"In the category", "Criterion", "weight"},
	"sk": {"V kategórii", "Kritérium", "váha"},
	"de": {"In der Kategorie", "Kriterium", "Gewicht"},
	"uk": {"У категорії", "Критерій", "вага"},
}

// judgingColumns: the mean, then the mean by each criterion. Where only means were
// counted, on paper, they stand alone.
func judgingColumns(w words, r heldRound) []column {
	columns := []column{meanColumn(w, r.Rule.Steps)}
	if slices.ContainsFunc(r.Results, func(result models.ResultMinutes) bool { return result.Sums != nil }) {
		for i, criterion := range r.Rule.Criteria {
			columns = append(columns, column{head: criterion.Name, numbers: true, cell: func(t told) Line {
				return Line{Text: w.decimal(criterionMean(t.Details, i), 2)}
			}})
		}
		columns = append(columns, column{head: scaleWords[w.tongue].marked, numbers: true, cell: w.countCell(func(t told) *int { return t.Said })})
	}
	if r.inTopic != nil {
		columns = append(columns, column{head: judgingWords[w.tongue].inTopic, numbers: true, cell: func(t told) Line {
			return Line{Text: w.placed(t.inTopic)}
		}})
	}
	return columns
}

// meanColumn has bars that are all of one scale.
func meanColumn(w words, steps int) column {
	return column{head: scaleWords[w.tongue].mean, numbers: true, bars: true, of: steps * 100, cell: func(t told) Line {
		l := Line{Text: w.decimal(t.Mean, 2)}
		if t.Mean != nil {
			l.Count = new(int(math.Round(*t.Mean * 100)))
		}
		return l
	}}
}

// criterionMean is the mean of the marks for the criterion of that index; nil where
// nobody judged the entry.
func criterionMean(d voting.Details, i int) *float64 {
	if i >= len(d.Sums) || d.Said == nil || *d.Said == 0 {
		return nil
	}
	return new(float64(d.Sums[i]) / float64(*d.Said))
}

// evenRank is a rank that several may share: from the first of them to the last.
type evenRank struct{ from, to int }

// placed says a rank; nothing where there is none.
func (w words) placed(at evenRank) string {
	if at.from == 0 {
		return ""
	}
	return w.ranks(at.from, at.to)
}

// ranksInTopics are the ranks of ideas among those of their topic; nil where the
// step has no topics, or the rule does not judge.
func (r heldRound) ranksInTopics(s models.StepMinutes) map[*models.IdeaMinutes]evenRank {
	if rule := r.Followed(); rule == nil || rule.Name != voting.Judging || len(s.Topics) == 0 {
		return nil
	}
	ranks := map[*models.IdeaMinutes]evenRank{}
	categories := append([]models.TopicMinutes{{Ideas: s.Ideas}}, s.Topics...)
	for _, topic := range categories {
		category := models.StepMinutes{Ideas: topic.Ideas, Topics: topic.Topics}
		of := category.ReadingOrder()
		for _, idea := range of {
			score := r.score(idea)
			if score == nil {
				continue
			}
			better, even := 0, 0
			for _, other := range of {
				switch compareTotals(r.score(other), score) {
				case 1:
					better++
				case 0:
					even++
				}
			}
			ranks[idea] = evenRank{better + 1, better + even}
		}
	}
	return ranks
}

// criteria are what a jury judges by, with what each weighs where that differs.
func criteria(tongue string, rule voting.Rule) string {
	weighed := slices.ContainsFunc(rule.Criteria, func(c voting.Criterion) bool { return c.Weight != rule.Criteria[0].Weight })
	var said []string
	for _, criterion := range rule.Criteria {
		name := criterion.Name
		if weighed {
			name += fmt.Sprintf(" (%s %d)", judgingWords[tongue].weight, criterion.Weight)
		}
		said = append(said, name)
	}
	return strings.Join(said, ", ")
}

func judgingSaid(w words, rule voting.Rule) string {
	return fmt.Sprintf(in{
		"cs": "Hodnotilo se známkami 1 až %d podle kritérií: %s. Pořadí je podle váženého průměru; hodnocení podnětu, kterému některá známka chybí, se nezapočítává.",
		"en": "Judged with marks from 1 to %d by these criteria: %s. Ranked by the weighted mean; judgements of an idea that lack a mark are not counted.",
		"sk": "Hodnotilo sa známkami 1 až %d podľa kritérií: %s. Poradie je podľa váženého priemeru; hodnotenie podnetu, ktorému niektorá známka chýba, sa nezapočítava.",
		"de": "Bewertet wurde mit Noten von 1 bis %d nach diesen Kriterien: %s. Geordnet nach dem gewichteten Mittel; Bewertungen eines Beitrags, denen eine Note fehlt, zählen nicht.",
		"uk": "Оцінювали від 1 до %d за критеріями: %s. Порядок за зваженим середнім; оцінки пропозиції, де якоїсь бракує, не зараховано.",
	}[w.tongue], rule.Steps, criteria(w.tongue, rule))
}

// letterOf is over the boxes of a criterion on paper, where its name has no room.
func letterOf(i int) string { return string(rune('A' + i)) }

func judgingSlip(tongue string, rule voting.Rule) string {
	var columns []string
	for i, criterion := range rule.Criteria {
		columns = append(columns, letterOf(i)+" = "+criterion.Name)
	}
	return fmt.Sprintf(in{
		"cs": "Na každý řádek napište číslo podnětu a jeho známky od 1 do %d: %s. Když řádky nestačí, vezměte si další lístek.",
		"en": "On each line write the number of an idea and its marks from 1 to %d: %s. If there are not enough lines, take another slip.",
		"sk": "Na každý riadok napíšte číslo podnetu a jeho známky od 1 do %d: %s. Keď riadky nestačia, vezmite si ďalší lístok.",
		"de": "Schreiben Sie in jede Zeile die Nummer eines Beitrags und seine Noten von 1 bis %d: %s. Reichen die Zeilen nicht, nehmen Sie einen weiteren Zettel.",
		"uk": "У кожному рядку напишіть номер пропозиції та її оцінки від 1 до %d: %s. Якщо рядків бракує, візьміть ще один бюлетень.",
	}[tongue], rule.Steps, strings.Join(columns, ", "))
}
