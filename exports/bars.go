package exports

import "slices"

// Draws says whether a block is drawn beside being said: a fishbone, and the
// results of a vote.
func Draws(b Block) bool {
	switch b := b.(type) {
	case Figure:
		return true
	case Table:
		return len(b.Rows) > 0 && slices.ContainsFunc(b.Heads, func(h TableHead) bool { return h.Bars })
	}
	return false
}

// Shares says for each row of a table how long the bar beside its number is,
// from 0 to 1 for the largest number under a head with bars. Numbers that
// nobody counted, and those below 0, have no bar.
func (t Table) Shares(head int) []float64 {
	most := 0
	for _, row := range t.Rows {
		most = max(most, row.Cells[head].counted())
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
