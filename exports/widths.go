package exports

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Measures for tables whose texts nobody measures, in millimetres.
const (
	letterWide  = 2.1 // of a bold letter in a head, rather too wide
	cellSpace   = 5.0 // beside the text of a cell
	numberWide  = 18.0
	linesOfHead = 3 // of the head above numbers, about
)

// Widths shares a width out between what stands beside each other, for
// formats that measure no texts: numbers take what their heads need, the first
// text as much as two others.
func (t Table) Widths(room float64) []float64 {
	wides, shares := make([]float64, len(t.Heads)), 0.0
	most := room / float64(len(t.Heads)+1)
	for i, head := range t.Heads {
		if head.Numbers {
			wides[i] = min(most, max(numberWide, headWidth(head.Text)))
			room -= wides[i]
			continue
		}
		shares += t.share(i)
	}
	for i := range wides {
		if wides[i] == 0 {
			wides[i] = room * t.share(i) / shares
		}
	}
	return wides
}

// Named is which cell of a row says what the row is about: the first text.
func (t Table) Named() int {
	return max(0, slices.IndexFunc(t.Heads, func(h TableHead) bool { return !h.Numbers }))
}

func (t Table) share(i int) float64 {
	if i == t.Named() {
		return 2
	}
	return 1
}

// headWidth is what a head needs for its longest word and to have few lines.
func headWidth(text string) float64 {
	longest := 0
	for _, word := range strings.Fields(text) {
		longest = max(longest, utf8.RuneCountInString(word))
	}
	return float64(max(longest, utf8.RuneCountInString(text)/linesOfHead))*letterWide + cellSpace
}
