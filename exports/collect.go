package exports

import (
	"slices"
	"strings"

	"dilna/models"
)

// MarkSign stands after an idea the group has marked.
const MarkSign = "⚫"

// collect adds the ideas of a step: those of no topic first, where no topic's
// heading claims them, then topic by topic; voted ones as tables.
func (d *draft) collect(s models.StepMinutes) {
	rounds := heldRounds(s)
	d.legendOf(s)
	d.ideas(s, s.Heading, s.Ideas, rounds)
	d.topics(s, 2, s.Topics, rounds)
	for _, r := range rounds {
		t := turnoutOf(s, r)
		if len(rounds) > 1 {
			t.label = d.roundLabel(r, len(rounds))
		}
		if said := d.words.turnout(t); said != "" {
			d.add(Paragraph{Text: said, Tone: Quiet, Tied: true})
		}
	}
}

func (d *draft) topics(s models.StepMinutes, level int, topics []models.TopicMinutes, rounds []heldRound) {
	for i, t := range topics {
		if strings.TrimSpace(t.Heading) == "" {
			t.Heading = d.words.topic(i + 1)
		}
		d.add(Heading{Level: level, Text: t.Heading})
		if len(t.Ideas) == 0 && len(t.Topics) == 0 {
			d.nothing()
		}
		d.ideas(s, t.Heading, t.Ideas, rounds)
		d.topics(s, level+1, t.Topics, rounds)
	}
}

// legendOf says what the mark means, once: again only where another number of
// marks was allowed.
func (d *draft) legendOf(s models.StepMinutes) {
	if !anyIdea(s, func(i models.IdeaMinutes) bool { return i.Marked }) {
		return
	}
	legend := d.words.markLegend(s.MarksPerTopic)
	if d.legend == "" || s.MarksPerTopic > 0 && legend != d.legend {
		d.legend = legend
		d.add(Paragraph{Text: legend, Tone: Quiet, Tied: strings.TrimSpace(s.Text) == ""}) // tied to its heading
	}
}

func (d *draft) ideas(s models.StepMinutes, heading string, ideas []models.IdeaMinutes, rounds []heldRound) {
	switch {
	case len(ideas) == 0:
	case len(rounds) == 0:
		d.add(List{Bullets: d.ideaBullets(ideas)})
	default:
		if s.IdeaLabel != "" {
			heading = s.IdeaLabel
		}
		d.add(d.voteTable(heading, inOrder(s.Order, ideas, rounds[len(rounds)-1]), rounds))
	}
}

func (d *draft) ideaBullets(ideas []models.IdeaMinutes) []Bullet {
	bullets := make([]Bullet, len(ideas))
	for i, idea := range ideas {
		bullets[i] = Bullet{Line: d.line(idea), Bullets: d.ideaBullets(idea.Ideas)}
	}
	return bullets
}

// line is an idea without the ideas under it.
func (d *draft) line(idea models.IdeaMinutes) Line {
	l := Line{Text: idea.Text}
	if idea.Marked {
		l.Sign = MarkSign
	}
	if idea.Chosen {
		l.Word = d.words.chosen
	}
	if idea.Note != "" {
		l.Remarks = append(l.Remarks, idea.Note)
	}
	if idea.Author != "" {
		l.Remarks = append(l.Remarks, d.words.author(idea.Author))
	}
	for _, text := range idea.Merged {
		l.Remarks = append(l.Remarks, d.words.merged(text))
	}
	return l
}

func (d *draft) voteTable(heading string, ideas []models.IdeaMinutes, rounds []heldRound) Table {
	t := Table{Heads: []TableHead{{Text: heading}}}
	for _, r := range rounds {
		t.Heads = append(t.Heads, TableHead{Text: d.roundLabel(r, len(rounds)), Numbers: true})
	}
	t.Rows = d.voteRows(nil, 0, ideas, rounds)
	return t
}

func (d *draft) roundLabel(r heldRound, rounds int) string {
	switch {
	case strings.TrimSpace(r.Label) != "":
		return r.Label
	case rounds == 1:
		return d.words.votes
	}
	return d.words.round(r.index + 1)
}

func (d *draft) voteRows(rows []TableRow, depth int, ideas []models.IdeaMinutes, rounds []heldRound) []TableRow {
	for _, idea := range ideas {
		cells := []Line{d.line(idea)}
		for _, r := range rounds {
			cells = append(cells, Line{Text: counted(r.total(idea))})
		}
		rows = append(rows, TableRow{Depth: depth, Cells: cells})
		rows = d.voteRows(rows, depth+1, idea.Ideas, rounds)
	}
	return rows
}

// inOrder is the ideas as the step prints them: by votes of the last round,
// equal ones as collected and those not counted at the end, or as collected.
func inOrder(order models.Order, ideas []models.IdeaMinutes, last heldRound) []models.IdeaMinutes {
	if order != models.OrderVotes {
		return ideas
	}
	sorted := slices.Clone(ideas)
	slices.SortStableFunc(sorted, func(a, b models.IdeaMinutes) int {
		return compareTotals(last.total(b), last.total(a))
	})
	for i := range sorted {
		sorted[i].Ideas = inOrder(order, sorted[i].Ideas, last)
	}
	return sorted
}
