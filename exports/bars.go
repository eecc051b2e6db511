package exports

import "slices"

// Draws says whether a block is drawn beside being said: a fishbone, and the
// results of a vote.
func Draws(b Block) bool {
	switch b := b.(type) {
	case Figure:
		return b.Address == ""
	case Table:
		return len(b.Rows) > 0 && slices.ContainsFunc(b.Heads, func(h TableHead) bool { return h.Bars })
	}
	return false
}

// scaled are blocks whose bars are of one scale, so that those of two tables can
// be compared.
func scaled(blocks []Block) []Block {
	most := 0
	for b := range Flat(blocks) {
		if t, ok := b.(Table); ok {
			for i, head := range t.Heads {
				if head.Of == 0 {
					most = max(most, t.most(i))
				}
			}
		}
	}
	return scaledTo(most, blocks)
}

func scaledTo(most int, blocks []Block) []Block {
	return each(blocks, func(b Block) Block {
		switch b := b.(type) {
		case Table:
			b.Most = most
			return b
		case Panels:
			return b.each(func(panel []Block) []Block { return scaledTo(most, panel) })
		}
		return b
	})
}

// most is the largest number under a head with bars; 0 under others.
func (t Table) most(head int) int {
	most := 0
	for _, row := range t.Rows {
		if t.Heads[head].Bars {
			most = max(most, row.Cells[head].counted())
		}
	}
	return most
}

// Shares says for each row of a table how long the bar beside its number is,
// from 0 to 1 for the number of the longest bar. Numbers that nobody counted, and
// those below 0, have no bar.
func (t Table) Shares(head int) []float64 {
	most := max(t.Most, t.most(head))
	if of := t.Heads[head].Of; of > 0 {
		most = of
	}
	shares := make([]float64, len(t.Rows))
	for i, row := range t.Rows {
		if t.Heads[head].Bars && most > 0 {
			shares[i] = float64(row.Cells[head].counted()) / float64(most)
		}
	}
	return shares
}

func (l Line) counted() int {
	if l.Count == nil {
		return 0
	}
	return max(0, *l.Count)
}
