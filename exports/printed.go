package exports

import (
	"slices"
	"strconv"
	"strings"

	"dilna/models"
)

// printing is how the ideas of one step are printed.
type printing struct {
	options models.MinutesOptions
	words   words
	written string // the language of what people wrote, where it is not the document's
	step    models.StepMinutes
	held    []heldRound
	rounds  []heldRound // those whose totals are known
	count   int         // of the ideas numbered so far
	hidden  int         // of those without a vote
}

// printedIdea is an idea as it is printed, with its totals.
type printedIdea struct {
	line   Line
	totals []*int // what it is ranked by, one for each held round
	told   []told // likewise what the round says of it
	under  []printedIdea
}

// ideas are the ideas to be printed, numbered below a number where asked.
func (p *printing) ideas(above string, ideas []models.IdeaMinutes) []printedIdea {
	var printed []printedIdea
	for i := range ideas {
		idea := ideas[i]
		one := printedIdea{line: p.line(idea)}
		if p.options.NumberIdeas {
			one.line.Number = p.number(above, i+1)
		}
		for _, r := range p.rounds {
			one.totals = append(one.totals, r.score(&ideas[i]))
			one.told = append(one.told, r.told(&ideas[i]))
		}
		one.under = p.ideas(one.line.Number, idea.Ideas)
		if p.options.HideZeros && p.isZero(one) {
			p.hidden++
			continue
		}
		printed = append(printed, one)
	}
	return printed
}

// number counts the ideas that stand under none through the step, the others
// below the number of theirs.
func (p *printing) number(above string, n int) string {
	if above != "" {
		return above + strconv.Itoa(n) + "."
	}
	p.count++
	return strconv.Itoa(p.count) + "."
}

// isZero says whether the idea was voted on and got nothing, nor did any to be
// printed under it.
// Where totals of a round are not known, or votes may have taken others away,
// nobody can tell.
func (p *printing) isZero(i printedIdea) bool {
	voted := false
	if len(p.held) > len(p.rounds) {
		return false
	}
	for n, total := range i.totals {
		if total != nil && (*total != 0 || p.rounds[n].cancels(p.step)) {
			return false
		}
		voted = voted || total != nil
	}
	return voted && len(i.under) == 0
}

// hasUncounted says whether a number is missing beside others.
func (p *printing) hasUncounted() bool {
	return slices.ContainsFunc(p.rounds, func(r heldRound) bool {
		return slices.ContainsFunc(p.step.ReadingOrder(), func(idea *models.IdeaMinutes) bool { return !r.knows(idea) })
	})
}

// hiddenSaid tells how many ideas without a vote are not listed.
func (p *printing) hiddenSaid() string {
	if p.hidden == 0 {
		return ""
	}
	return p.words.zerosHidden(p.hidden)
}

// order is the order of voted ideas: as the step says, unless the options do.
func (p *printing) order() models.MinutesOrder {
	if p.options.Order != "" {
		return p.options.Order
	}
	if p.step.Order == models.OrderVotes {
		return models.MinutesByVotes
	}
	return models.MinutesAsCollected
}

// byVotes has the most votes of the deciding round first; what is even there,
// later rounds decide, then the order collected. Those not counted are last.
func (p *printing) byVotes(ideas []printedIdea) []printedIdea {
	sorted, from := slices.Clone(ideas), p.decides()
	slices.SortStableFunc(sorted, func(a, b printedIdea) int {
		return slices.CompareFunc(b.totals[from:], a.totals[from:], compareTotals)
	})
	for i := range sorted {
		sorted[i].under = p.byVotes(sorted[i].under)
	}
	return sorted
}

// decides is the index of the round that orders the step: the last of those
// that counted the most ideas. What came after it was held among the tied.
func (p *printing) decides() int {
	decides, most := 0, 0
	for i, r := range p.rounds {
		counted := 0
		for _, idea := range p.step.ReadingOrder() {
			if r.knows(idea) {
				counted++
			}
		}
		if counted >= most {
			decides, most = i, counted
		}
	}
	return decides
}

// line is an idea without the ideas under it.
func (p *printing) line(idea models.IdeaMinutes) Line {
	l := Line{Text: idea.Text, Lang: p.written}
	if idea.Marked {
		l.Sign = MarkSign
	}
	if idea.Chosen {
		l.Word = p.words.chosen
	}
	l.Remarks = p.words.agreed.remarks(l.Remarks, idea.Text, idea.From, idea.Note)
	if idea.Author != "" {
		l.Remarks = append(l.Remarks, p.words.author(idea.Author))
	}
	for _, text := range idea.Merged {
		l.Remarks = append(l.Remarks, p.words.merged(text))
	}
	if idea.Proposed {
		l.Remarks = append(l.Remarks, p.words.proposed)
	}
	if idea.Agreed != nil && *idea.Agreed > 0 {
		l.Remarks = append(l.Remarks, p.words.agreeing(*idea.Agreed))
	}
	l.Voted = p.words.votedOn(idea.Voted, p.held)
	l.Remarks = append(l.Remarks, l.Voted...)
	return l
}

// votedOn tells the wordings that were voted on and stand there no more: of which
// rounds, where there are several.
func (w words) votedOn(wordings []models.VotedWording, rounds []heldRound) []string {
	var told []string
	for _, voted := range wordings {
		var labels []string
		for _, r := range rounds {
			if len(rounds) > 1 && slices.Contains(voted.Rounds, r.index) {
				labels = append(labels, w.roundLabel(r, len(rounds)))
			}
		}
		of := ""
		if len(labels) > 0 {
			of = " (" + strings.Join(labels, ", ") + ")"
		}
		if voted.Text == "" {
			told = append(told, w.votedElse+of)
		} else {
			told = append(told, w.voted+of+": "+voted.Text)
		}
	}
	return told
}

func bulletsOf(ideas []printedIdea) []Bullet {
	bullets := make([]Bullet, len(ideas))
	for i, idea := range ideas {
		bullets[i] = Bullet{Line: idea.line, Bullets: bulletsOf(idea.under)}
	}
	return bullets
}

func (p *printing) table(heading string, ideas []printedIdea) Table {
	t := Table{Heads: []TableHead{{Text: heading, Lang: mixed(p.written)}}}
	columns := make([][]column, len(p.rounds))
	for i, r := range p.rounds {
		columns[i] = p.words.columns(r, len(p.held))
		for _, c := range columns[i] {
			t.Heads = append(t.Heads, c.tableHead(mixed(p.written)))
		}
	}
	if p.hasUncounted() {
		t.Legend = p.words.uncounted
	}
	t.Rows = rowsOf(nil, 0, columns, ideas)
	return t
}

func (c column) tableHead(lang string) TableHead {
	return TableHead{Text: c.head, Lang: lang, Numbers: c.numbers, Short: !c.numbers, Bars: c.bars, Of: c.of}
}

func rowsOf(rows []TableRow, depth int, columns [][]column, ideas []printedIdea) []TableRow {
	for _, idea := range ideas {
		cells := []Line{idea.line}
		for i, of := range columns {
			for _, c := range of {
				cells = append(cells, c.cell(idea.told[i]))
			}
		}
		rows = append(rows, TableRow{Depth: depth, Cells: cells})
		rows = rowsOf(rows, depth+1, columns, idea.under)
	}
	return rows
}
