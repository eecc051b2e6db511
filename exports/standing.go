package exports

import (
	"cmp"
	"slices"
	"strings"

	"dilna/models"
)

// standing adds who leads in a round: shared ranks ("1., 2.–3., 4."), totals and
// turnout.
func (d *draft) standing(p *printing, r heldRound) {
	heading := d.words.standing
	if len(p.held) > 1 {
		heading += " – " + d.words.roundLabel(r, len(p.held))
	}
	d.add(Heading{Level: 2, Text: heading, Lang: mixed(d.written)})
	d.add(p.standing(r))
	d.turnout(p.step, r, 1)
}

func (p *printing) standing(r heldRound) Table {
	var counting []*models.IdeaMinutes
	for _, idea := range p.step.ReadingOrder() {
		if score := r.score(idea); score != nil && (*score != 0 || !p.options.HideZeros || r.cancels(p.step)) {
			counting = append(counting, idea)
		}
	}
	slices.SortStableFunc(counting, func(a, b *models.IdeaMinutes) int {
		return cmp.Or(compareTotals(r.score(b), r.score(a)), cmp.Compare(r.lots[a], r.lots[b]))
	})
	t := Table{Heads: []TableHead{{Text: p.words.rank, Numbers: true}, {Text: p.ideaLabel(), Lang: mixed(p.written)}}}
	columns := p.words.columns(r.unlabelled(), 1)
	for _, c := range columns {
		t.Heads = append(t.Heads, c.tableHead(""))
	}
	same := func(a, b *models.IdeaMinutes) bool { return *r.score(a) == *r.score(b) }
	for i, idea := range counting {
		from := slices.IndexFunc(counting, func(other *models.IdeaMinutes) bool { return same(idea, other) })
		to := i + 1
		for to < len(counting) && same(idea, counting[to]) {
			to++
		}
		cells := []Line{{Text: p.words.ranks(from+1, to)}, {Text: idea.Text, Lang: p.written}}
		for _, c := range columns {
			cells = append(cells, c.cell(r.told(idea)))
		}
		t.Rows = append(t.Rows, TableRow{Cells: cells})
	}
	return t
}

func (p *printing) ideaLabel() string {
	if strings.TrimSpace(p.step.IdeaLabel) != "" {
		return p.step.IdeaLabel
	}
	return p.words.lateInput
}

// ballots adds the appendix of anonymous ballots, where the record has them
// and the options ask for them.
func (d *draft) ballots(steps []models.StepMinutes) {
	if !d.options.BallotsListed {
		return
	}
	opened := false
	for _, s := range steps {
		rounds := heldRounds(s)
		for _, r := range rounds {
			if len(r.Ballots) == 0 {
				continue
			}
			if !opened {
				d.add(Heading{Level: 1, Text: d.words.ballots})
				opened = true
				if slices.ContainsFunc(steps, hasReceipts) {
					d.add(Paragraph{Text: receiptSaid[d.words.tongue]})
				}
			}
			label := ""
			if len(rounds) > 1 {
				label = d.words.roundLabel(r, len(rounds))
			}
			d.add(Heading{Level: 2, Text: d.words.ballotsOf(withPart(s, d.divisions), label), Lang: mixed(d.written)})
			d.add(d.ballotTable(s, r))
		}
	}
}

// hasReceipts says whether ballots of the step have any.
func hasReceipts(s models.StepMinutes) bool {
	return slices.ContainsFunc(heldRounds(s), func(r heldRound) bool { return len(r.Receipts) > 0 })
}

// cast is what a ballot says of an entry.
func (w words) cast(vote models.CastVote) string {
	if vote.Values != nil {
		return amounts(w.tongue, vote.Values)
	}
	return amount(w.tongue, vote.Value)
}

func (d *draft) ballotTable(s models.StepMinutes, r heldRound) Table {
	texts, rule := votedTexts(s), r.Followed()
	t := tableOf(d.words.ballotHead, len(r.Ballots), func(i int) (int, Line) { return 0, Line{Text: d.words.ballot(i + 1)} })
	t.Heads[0].Short = true
	if len(r.Receipts) > 0 {
		t.addTexts(receiptHead[d.words.tongue], func(i int) string { return receiptOf(r.RoundMinutes, i) })
		t.Heads[1].Short = true // whoever looks for hers goes down these
	}
	t.addWritten(d.words.votes, d.written, func(i int) string {
		var given []string
		for _, vote := range r.Ballots[i] {
			text := texts[vote.Entry]
			if says := d.words.saidOf(rule, vote); says != "" {
				text += " (" + says + ")"
			}
			given = append(given, text)
		}
		return strings.Join(given, ", ")
	})
	return t.Table
}
